"""Terms that keep together: groups that may be issues.

A group grows around its most widespread term: terms join that stand beside it, or beside one that
joined before, more often than chance would have it, in several articles.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.authoring.candidates import Candidate, Pool
from briefgen.authoring.keyness import log_likelihood

MIN_LIKELIHOOD = 6.63
"""G² that chance exceeds in one case of a hundred."""
MAX_TERMS = 8
_MIN_TOGETHER = 2
_MAX_SPREAD = 0.6
"""A term in a larger share of the articles is the topic: around it everything would group."""
_MIN_FOR_SPREAD = 8
"""With fewer articles such a share says nothing."""


@dataclass(frozen=True)
class Group:
    """Terms that keep together, the one around which they stand first."""

    members: tuple[Candidate, ...]

    @property
    def articles(self) -> frozenset[int]:
        """Numbers of the articles with two of its terms, or with the first where it is alone."""
        counts: dict[int, int] = {}
        for member in self.members:
            for article in member.articles:
                counts[article] = counts.get(article, 0) + 1
        needed = min(2, len(self.members))
        return frozenset(article for article, count in counts.items() if count >= needed)

    @property
    def sentences(self) -> frozenset[int]:
        """Numbers of the sentences with any of its terms."""
        return frozenset(number for member in self.members for number in member.sentences)


def group_terms(
    pool: Pool, candidates: Sequence[Candidate], *, most: int, by_articles: bool = False
) -> list[Group]:
    """Return up to *most* groups; a term stands in one at most.

    Args:
        pool: the sentences.
        candidates: the terms.
        most: how many groups at the most.
        by_articles: begin with the terms of most articles; otherwise with those that are used
            most by the articles that use them.
    """
    near = {each.stems: _spread(pool, each) for each in candidates}

    def rank(each: Candidate) -> tuple[float, int, tuple[str, ...]]:
        # The product of term frequency and inverse document frequency, on sentences.
        weight = len(each.sentences) * math.log(1 + len(pool.texts) / len(each.articles))
        first = len(each.articles) if by_articles else weight
        return -first, -len(each.sentences), each.stems

    waiting = sorted((each for each in candidates if not _is_topic(pool, each)), key=rank)
    groups: list[Group] = []
    while waiting and len(groups) < most:
        group = _grow(waiting, near, len(pool.sentences))
        taken = {member.stems for member in group.members}
        waiting = [each for each in waiting if each.stems not in taken]
        groups.append(group)
    return groups


def _is_topic(pool: Pool, candidate: Candidate) -> bool:
    articles = len(pool.texts)
    return articles >= _MIN_FOR_SPREAD and len(candidate.articles) > _MAX_SPREAD * articles


def _spread(pool: Pool, candidate: Candidate) -> frozenset[int]:
    """Return the sentences with a term and their neighbours in the paragraph."""
    return frozenset(near for number in candidate.sentences for near in pool.near(number))


def _grow(
    waiting: Sequence[Candidate], near: dict[tuple[str, ...], frozenset[int]], total: int
) -> Group:
    seed, *others = waiting
    members = [seed]
    rated = [(_closeness(seed, other, near, total), other) for other in others]
    rated = [item for item in rated if item[0] >= MIN_LIKELIHOOD]
    for _, other in sorted(rated, key=lambda item: (-item[0], item[1].stems)):
        if len(members) < MAX_TERMS:
            members.append(other)
    return Group(tuple(members))


def _closeness(
    one: Candidate, other: Candidate, near: dict[tuple[str, ...], frozenset[int]], total: int
) -> float:
    """Return G² of two terms within neighbouring sentences; 0 where one article has them both."""
    here, there = near[one.stems], near[other.stems]
    both = here & there
    if len(both) < _MIN_TOGETHER or len(one.articles & other.articles) < _MIN_TOGETHER:
        return 0.0
    return log_likelihood(len(both), len(here), len(there), total)
