"""The coverage matrix: sources by issues, ordered so that sources that agree stand together.

The order is a nearest-neighbour chain over the patterns of stances: it begins with the pattern
that is farthest from all others and goes on to the nearest that is left. Sources with the same
pattern stand together by id; those without any stance come last. Beyond ``CHAIN_LIMIT`` patterns
the chain would take too long, and the patterns are sorted by their stances instead, the most
divisive issue first.
"""

from collections.abc import Sequence

from briefgen.models import SIDES, CoverageRow, Stance
from briefgen.synthesis.agreement import measure_split
from briefgen.synthesis.evidence import Evidence, IssueEvidence

CHAIN_LIMIT = 200
"""Patterns that are chained: 40,000 distances at most, about 0.1 s."""

Pattern = tuple[Stance | None, ...]
"""A source's stances in the codebook's order."""

_SORT_ORDER: tuple[Stance | None, ...] = (
    "support",
    "conditional",
    "neutral",
    "unclear",
    None,
    "oppose",
)


def build_coverage(evidence: Evidence) -> tuple[CoverageRow, ...]:
    """Make the rows of the matrix, one a source, in an order that shows who agrees."""
    members: dict[Pattern, list[str]] = {}
    for source_id in evidence.source_ids:
        members.setdefault(_read_pattern(source_id, evidence.issues), []).append(source_id)
    empty: Pattern = (None,) * len(evidence.issues)
    patterns = [pattern for pattern in members if pattern != empty]
    if len(patterns) <= CHAIN_LIMIT:
        ordered = _chain_patterns(patterns)
    else:
        ordered = _sort_patterns(patterns, evidence.issues)
    if empty in members:
        ordered.append(empty)
    ids = [issue.issue.id for issue in evidence.issues]
    return tuple(
        CoverageRow(source=source_id, stances=dict(zip(ids, pattern, strict=True)))
        for pattern in ordered
        for source_id in members[pattern]
    )


def _read_pattern(source_id: str, issues: Sequence[IssueEvidence]) -> Pattern:
    found = (issue.stances.get(source_id) for issue in issues)
    return tuple(stance.stance if stance else None for stance in found)


def _measure_distance(one: Pattern, other: Pattern) -> int:
    """Add up over the issues: 4 for opposite sides, 2 for a side against none, 1 for the rest."""
    distance = 0
    for a, b in zip(one, other, strict=True):
        if a != b:
            sides = (a in SIDES) + (b in SIDES)
            distance += 4 if sides == len(SIDES) else 2 if sides else 1
    return distance


def _chain_patterns(patterns: Sequence[Pattern]) -> list[Pattern]:
    """Chain *patterns* by nearness; ties go by their order, which is that of the source ids."""
    if not patterns:
        return []
    left = dict.fromkeys(patterns)
    current = max(patterns, key=lambda one: sum(_measure_distance(one, o) for o in patterns))
    chain = [current]
    del left[current]
    while left:
        nearest_to = chain[-1]
        current = min(left, key=lambda other: _measure_distance(nearest_to, other))
        chain.append(current)
        del left[current]
    return chain


def _sort_patterns(patterns: Sequence[Pattern], issues: Sequence[IssueEvidence]) -> list[Pattern]:
    def split(place: int) -> tuple[object, ...]:
        stances = [stance.stance for stance in issues[place].stances.values()]
        return (-measure_split(*(stances.count(side) for side in SIDES)), place)

    places = sorted(range(len(issues)), key=split)
    return sorted(patterns, key=lambda p: [_SORT_ORDER.index(p[place]) for place in places])
