"""Terms that set an issue's passages apart, and that its codebook does not list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.authoring.candidates import Candidate, Place, Pool
from briefgen.authoring.context import Line, show_places
from briefgen.authoring.keyness import log_odds_z
from briefgen.authoring.passages import Passages
from briefgen.extraction.lexical.sides.propositions import content_stems
from briefgen.models import Codebook

MIN_Z = 1.645
"""One word in twenty exceeds it by chance: a suggestion is looked at, not believed."""
MIN_ARTICLES = 2
MIN_SENTENCES_OF_ONE = 3
"""A term of a single article needs so many of the issue's sentences."""
MOST = 10
_EXAMPLES = 3
_MAX_OUTSIDE = 3
"""How many times more sentences outside the issue than inside it a term may have."""


@dataclass(frozen=True)
class TermSuggestion:
    """A term that an issue might list."""

    term: str
    z: float
    """How much it sets the issue's passages apart (``keyness.log_odds_z``)."""
    inside: int
    """Sentences of the issue with it."""
    outside: int
    """Other sentences with it: passages that the codebook would newly find."""
    articles: int
    """Articles with it within the issue's sentences."""
    examples: tuple[Line, ...]
    """From sentences that the codebook does not find now, where there are such, before others."""


def suggest_terms(
    codebook: Codebook, pool: Pool, passages: Passages, found: Sequence[Candidate]
) -> dict[str, tuple[TermSuggestion, ...]]:
    """Return by issue id the terms that set its sentences apart, the clearest first.

    A term is proposed for one issue, the one that it sets apart most: in two it would tell neither.
    """
    known = known_stems(codebook)
    rated: dict[str, list[tuple[float, Candidate]]] = {issue.id: [] for issue in codebook.issues}
    for candidate in found:
        if set(candidate.stems) <= known:
            continue
        each = candidate.without(passages.is_named)
        rates = {
            issue: _rate(each, inside, len(pool.sentences))
            for issue, inside in passages.by_issue.items()
        }
        issue = max(rates, key=lambda name: rates[name])
        if rates[issue] >= MIN_Z:
            rated[issue].append((rates[issue], each))
    return {
        issue: tuple(_suggestions(_clearest(items), pool, passages.by_issue[issue]))
        for issue, items in rated.items()
    }


def _clearest(items: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    return sorted(items, key=lambda item: (-item[0], item[1].stems))[:MOST]


def known_stems(codebook: Codebook) -> frozenset[str]:
    """Return the words of the topic and the propositions, which say no more than they do."""
    texts = [codebook.topic, *(issue.proposition for issue in codebook.issues)]
    listed = [term for issue in codebook.issues for term in issue.terms]
    single = [stems[0] for stems in map(content_stems, listed) if len(stems) == 1]
    return frozenset(single) | frozenset(stem for text in texts for stem in content_stems(text))


def _rate(candidate: Candidate, inside: frozenset[int], total: int) -> float:
    """Return the z-score; 0 where the term stands in too little of the issue."""
    here = candidate.sentences & inside
    there = candidate.sentences - inside
    articles = {place.article for place in candidate.places if place.sentence in inside}
    several = len(articles) >= MIN_ARTICLES or len(here) >= MIN_SENTENCES_OF_ONE
    if not several or len(there) > _MAX_OUTSIDE * len(here):
        return 0.0
    return log_odds_z(
        len(here), len(there), inside_total=len(inside), outside_total=total - len(inside)
    )


def _suggestions(
    rated: Sequence[tuple[float, Candidate]], pool: Pool, inside: frozenset[int]
) -> Iterator[TermSuggestion]:
    for z, each in rated:
        here = [place for place in each.places if place.sentence in inside]
        new: list[Place] = [place for place in each.places if place.sentence not in inside]
        yield TermSuggestion(
            term=each.words,
            z=round(z, 2),
            inside=len({place.sentence for place in here}),
            outside=len({place.sentence for place in new}),
            articles=len({place.article for place in here}),
            examples=show_places(pool, [*here[:1], *new, *here[1:]], _EXAMPLES),
        )
