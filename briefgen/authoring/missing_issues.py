"""Issues that many articles discuss and the codebook lacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.authoring.candidates import Candidate, Pool
from briefgen.authoring.context import Line, show_places
from briefgen.authoring.grouping import Group, group_terms
from briefgen.authoring.passages import Passages
from briefgen.authoring.term_suggestions import known_stems
from briefgen.models import Codebook

MOST = 8
_TRIED = 3 * MOST
_EXAMPLES = 3
ARTICLES_SHARE = 5
"""One article in so many must discuss what is proposed, and two at least."""
_MIN_SENTENCES = 3
_MIN_SENTENCES_ALONE = 4
"""A lone term needs more of them than a group."""


@dataclass(frozen=True)
class MissingIssue:
    """Terms that keep together in passages that no issue covers."""

    terms: tuple[str, ...]
    """The one around which the others stand first."""
    articles: int
    """Articles that use it in passages outside every issue."""
    sentences: int
    """Such sentences."""
    examples: tuple[Line, ...]


def default_min_articles(texts: int) -> int:
    """Return how many articles of *texts* must discuss what is proposed."""
    return max(2, -(-texts // ARTICLES_SHARE))


def find_missing_issues(
    codebook: Codebook,
    pool: Pool,
    passages: Passages,
    found: Sequence[Candidate],
    *,
    min_articles: int,
) -> tuple[MissingIssue, ...]:
    """Return what the articles discuss outside the codebook's issues, the most widespread first."""
    known, covered = known_stems(codebook), passages.covered
    outside = [
        each.without(lambda place: place.sentence in covered)
        for each in found
        if not set(each.stems) <= known
    ]
    several = [each for each in outside if len(each.articles) >= 2]
    groups = [
        group
        for group in group_terms(pool, several, most=_TRIED, by_articles=True)
        if len(group.members[0].articles) >= min_articles and _is_discussed(group)
    ]
    # A group says more of what is discussed than a lone word.
    groups.sort(key=lambda group: (len(group.members) == 1, -len(group.sentences)))
    return tuple(_describe(group, pool) for group in groups[:MOST])


def _is_discussed(group: Group) -> bool:
    alone = len(group.members) == 1
    return len(group.sentences) >= (_MIN_SENTENCES_ALONE if alone else _MIN_SENTENCES)


def _describe(group: Group, pool: Pool) -> MissingIssue:
    places = [place for member in group.members for place in member.places[:2]]
    return MissingIssue(
        terms=tuple(member.words for member in group.members),
        articles=len({article for member in group.members for article in member.articles}),
        sentences=len(group.sentences),
        examples=show_places(pool, places, _EXAMPLES),
    )
