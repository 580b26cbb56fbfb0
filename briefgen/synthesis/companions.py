"""Which sources always travel together: the same side wherever all of them take one.

Two sources travel together if they take the same side on at least ``MIN_TOGETHER`` issues and
opposite sides on none. A group is made greedily and needs every two of its members to travel
together and all of them to share ``MIN_TOGETHER`` issues: sources with the most sides begin, ties
go by the pattern of sides and then by id, and each source is in one group at most. A group is told
only where some source takes the other side on one of the shared issues: where all agree, nobody
travels with anybody in particular. Support and oppose alone are sides, and those on weak grounds
(`strength`) do not count.
"""

from collections.abc import Sequence

from briefgen.models import Companions, Stance
from briefgen.synthesis.agreement import PATTERN_LIMIT, Sides, read_sides
from briefgen.synthesis.citations import IssueCitations

MIN_TOGETHER = 3
"""Two issues on which two sources agree are often chance: of two sides each, every fourth pair
would agree on both by the toss of a coin, on three every eighth."""


def find_companions(issues: Sequence[IssueCitations]) -> tuple[Companions, ...]:
    """Find the groups, those with the most sources first, then those with the most issues."""
    sides = read_sides(issues, firm=True)
    members: dict[Sides, list[str]] = {}
    for source in sorted(sides):
        members.setdefault(sides[source], []).append(source)
    patterns = sorted(members, key=lambda p: (-_count(p), p.support | p.oppose, sorted(p)))
    groups: list[list[Sides]] = []
    for pattern in patterns[:PATTERN_LIMIT]:
        group = next((group for group in groups if _fits(pattern, group)), None)
        if group is not None:
            group.append(pattern)
        elif _count(pattern) >= MIN_TOGETHER:
            groups.append([pattern])
    found = []
    for group in groups:
        sources = sorted(source for pattern in group for source in members[pattern])
        against = _find_against(group, patterns, members)
        if len(sources) > 1 and against:
            found.append(_make_companions(sources, _share(group), against, issues))
    found.sort(key=lambda item: (-len(item.sources), -len(item.together), item.sources))
    return tuple(found)


def _count(sides: Sides) -> int:
    return (sides.support | sides.oppose).bit_count()


def _share(group: Sequence[Sides]) -> Sides:
    support = oppose = -1
    for sides in group:
        support &= sides.support
        oppose &= sides.oppose
    return Sides(support, oppose)


def _fits(pattern: Sides, group: Sequence[Sides]) -> bool:
    if any(pattern.support & one.oppose or pattern.oppose & one.support for one in group):
        return False
    return _count(_share([pattern, *group])) >= MIN_TOGETHER


def _find_against(
    group: Sequence[Sides], patterns: Sequence[Sides], members: dict[Sides, list[str]]
) -> list[str]:
    shared = _share(group)
    return sorted(
        source
        for pattern in patterns
        if pattern.support & shared.oppose or pattern.oppose & shared.support
        for source in members[pattern]
    )


def _make_companions(
    sources: Sequence[str],
    shared: Sides,
    against: Sequence[str],
    issues: Sequence[IssueCitations],
) -> Companions:
    statements: list[str] = []
    together = []
    for bit, issue in enumerate(issues):
        if (shared.support | shared.oppose) >> bit & 1:
            together.append(issue.issue)
            side: Stance = "support" if shared.support >> bit & 1 else "oppose"
            best = issue.best.get(side, {})
            statements += [best[source] for source in sources if source in best]
    return Companions(
        sources=tuple(sources),
        together=tuple(together),
        against=tuple(against),
        statements=tuple(dict.fromkeys(statements)),
    )
