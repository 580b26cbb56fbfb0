"""Where sources agree, where camps agree that differ elsewhere, and where they divide.

Only support and oppose are sides: a conditional source is counted neither as agreeing nor as
dividing. Nothing is called shared below the quorum (`IssueCitations.has_quorum`): where most of the
sources that address an issue show no side that could be determined, the few that do agree with
each other and not with the rest. Two at least must agree on more than weak grounds (`strength`).

Two sources are of different camps, seen from an issue on which they agree, if they take opposite
sides on at least one and at least half of the *other* issues on which both take a side.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from briefgen.models import SIDES, Agreement, Divergence
from briefgen.models.brief import AgreementKind
from briefgen.synthesis.citations import IssueCitations
from briefgen.synthesis.other_sides import OtherSides, opposite_of

PATTERN_LIMIT = 400
"""How many patterns of sides are compared, the most frequent first: 80,000 pairs, below 0.1 s.
Sources with a rarer pattern are left out of the agreements across camps, and only of them."""


class Sides(NamedTuple):
    """A source's sides as bit masks: bit i stands for the i-th issue of the codebook."""

    support: int
    oppose: int


def measure_split(support: int, oppose: int) -> Fraction:
    """Measure how evenly and how widely an issue splits the sources.

    The evenness 4·s·o/(s+o)² times the number s+o of sources that take a side, over four; 0 where
    one side is empty.
    """
    total = support + oppose
    return Fraction(support * oppose, total) if total else Fraction(0)


def find_divergences(issues: Sequence[IssueCitations]) -> tuple[Divergence, ...]:
    """List the issues on which both sides occur, the widest and most even split first."""
    divergences = [
        Divergence(
            issue=issue.issue,
            support=issue.sources["support"],
            oppose=issue.sources["oppose"],
            statements=issue.cite(*issue.sides),
            weak=issue.list_weak(*SIDES),
        )
        for issue in issues
        if all(side in issue.sources for side in SIDES)
    ]
    divergences.sort(key=lambda d: -measure_split(len(d.support), len(d.oppose)))
    return tuple(divergences)


def find_agreements(
    issues: Sequence[IssueCitations], others: Mapping[str, OtherSides]
) -> tuple[Agreement, ...]:
    """List what all who take a side agree on, then what camps agree on; the widest first.

    Args:
        issues: who takes which stance.
        others: issue id to what speaks for its sides beside the stances: where a source whose side
            is not determined says or reports the other side, nobody says that all agree.
    """
    agreements = [*_find_full_agreements(issues, others), *_find_camp_agreements(issues)]
    agreements.sort(key=lambda a: (_KIND_ORDER.index(a.kind), -len(a.sources)))
    return tuple(agreements)


_KIND_ORDER: tuple[AgreementKind, ...] = ("all", "across-camps")


def _find_full_agreements(
    issues: Sequence[IssueCitations], others: Mapping[str, OtherSides]
) -> list[Agreement]:
    agreements = []
    for issue in issues:
        taken = [side for side in SIDES if side in issue.sources]
        if len(taken) != 1 or not issue.has_quorum(*SIDES):
            continue
        if not issue.has_firm(issue.sources[taken[0]]):
            continue
        if not others[issue.issue].is_free_of(opposite_of(taken[0])):
            continue
        agreements.append(
            Agreement(
                issue=issue.issue,
                kind="all",
                stance=taken[0],
                sources=issue.sources[taken[0]],
                statements=issue.cite(taken[0]),
                weak=issue.list_weak(taken[0]),
            )
        )
    return agreements


def _find_camp_agreements(issues: Sequence[IssueCitations]) -> list[Agreement]:
    sides = read_sides(issues)
    across = _match_camps(Counter(sides.values()))
    agreements = []
    for bit, issue in enumerate(issues):
        for side in SIDES if issue.has_quorum(*SIDES) else ():
            group = [
                source
                for source in issue.sources.get(side, ())
                if sides[source] in across and across[sides[source]] >> bit & 1
            ]
            if not issue.has_firm(group):
                continue
            agreements.append(
                Agreement(
                    issue=issue.issue,
                    kind="across-camps",
                    stance=side,
                    sources=tuple(group),
                    statements=issue.cite(side, among=frozenset(group)),
                    weak=issue.list_weak(side, among=frozenset(group)),
                    differ_on=_split_issues([sides[source] for source in group], issues),
                )
            )
    return agreements


def read_sides(issues: Sequence[IssueCitations], *, firm: bool = False) -> dict[str, Sides]:
    """Return the sides of every source that takes one, by source id.

    Args:
        issues: who takes which stance.
        firm: leave out sides on weak grounds.
    """
    sides: dict[str, Sides] = {}
    for bit, issue in enumerate(issues):
        for side in SIDES:
            for source in issue.sources.get(side, ()):
                if firm and source in issue.weak:
                    continue
                support, oppose = sides.get(source, Sides(0, 0))
                if side == "support":
                    sides[source] = Sides(support | 1 << bit, oppose)
                else:
                    sides[source] = Sides(support, oppose | 1 << bit)
    return sides


def _match_camps(patterns: Counter[Sides]) -> dict[Sides, int]:
    """Find, for each pattern, the issues on which it agrees with one of another camp.

    Sources with the same sides are compared once, and as equals they are never of different camps.

    Args:
        patterns: patterns of sides and how many sources show each.
    """
    # Ties go by the pattern taken without its direction, so that no side is favoured at the limit.
    compared = sorted(patterns, key=lambda p: (-patterns[p], p.support | p.oppose, sorted(p)))
    compared = compared[:PATTERN_LIMIT]
    across: dict[Sides, int] = {}
    for place, one in enumerate(compared):
        for other in compared[:place]:
            agree = one.support & other.support | one.oppose & other.oppose
            opposed = one.support & other.oppose | one.oppose & other.support
            # The issue on which they agree is not one of the others: hence less one.
            others = (agree | opposed).bit_count() - 1
            if agree and opposed and 2 * opposed.bit_count() >= others:
                across[one] = across.get(one, 0) | agree
                across[other] = across.get(other, 0) | agree
    return across


def _split_issues(group: Sequence[Sides], issues: Sequence[IssueCitations]) -> tuple[str, ...]:
    """Name the issues on which *group* takes both sides."""
    support = oppose = 0
    for sides in group:
        support |= sides.support
        oppose |= sides.oppose
    split = support & oppose
    return tuple(issue.issue for bit, issue in enumerate(issues) if split >> bit & 1)
