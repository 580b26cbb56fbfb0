"""The summary: at most five points, each about another issue, as facts that the template words.

Every issue makes one point, of the first kind that fits:

- ``divide``: both sides occur, and the larger has fewer than three times the smaller's sources;
- ``lean``: both occur and the larger has three times or more (so four sources or more), weak
  sides not counted;
- ``conditional``: one side occurs or none, and at least as many set a condition as take it;
- ``shared``: those that take a side, two or more, take the same;
- ``single``: one source alone takes a side or sets a condition;
- ``undetermined``: sources discuss the issue, none of them with a side or a condition;
- ``missing``: no source addresses it.

``conditional`` and ``shared`` speak of the sources as a whole and need a quorum
(`IssueCitations.has_quorum`): below it the point is ``few``. A ``divide`` or ``lean`` below it
stays what it is, since two sides were found, and is marked with ``few_sides``.

First each group of kinds gets its places (two for what divides, one each for what leans or is
shared, what is conditional, what is left open); places that remain go to the groups in this order.
Within a group the points that matter most come first: the split's evenness and width for what
divides, elsewhere the number of sources concerned, and what has a quorum before what has none.
"""

from collections.abc import Sequence
from fractions import Fraction

from briefgen.models import SIDES, SummaryPoint
from briefgen.models.brief import PointKind
from briefgen.synthesis.agreement import measure_split
from briefgen.synthesis.citations import IssueCitations

POINT_LIMIT = 5
"""What a reader of the first half page takes in (issue 2: five points at most)."""
LEAN_RATIO = 3
"""From three to one upward a split is a majority with a dissent, not a division."""

_OPEN_KINDS: tuple[PointKind, ...] = ("missing", "undetermined", "single")
_GROUPS: tuple[tuple[tuple[PointKind, ...], int], ...] = (
    (("divide",), 2),
    (("lean", "shared", "few"), 1),
    (("conditional",), 1),
    (_OPEN_KINDS, 1),
)
"""Kinds in the order of the summary, and how many places each group has of its own."""


def choose_summary_points(issues: Sequence[IssueCitations]) -> tuple[SummaryPoint, ...]:
    """Choose and order the points that open the brief."""
    points = [_make_point(issue) for issue in issues]
    groups = []
    for kinds, _ in _GROUPS:
        groups.append(sorted((p for p in points if p.kind in kinds), key=_rank_point))
    takes = [min(len(group), own) for group, (_, own) in zip(groups, _GROUPS, strict=True)]
    for place, group in enumerate(groups):
        takes[place] += min(len(group) - takes[place], POINT_LIMIT - sum(takes))
    chosen = (point for group, take in zip(groups, takes, strict=True) for point in group[:take])
    return tuple(chosen)


def _make_point(issue: IssueCitations) -> SummaryPoint:
    return SummaryPoint(
        kind=_classify_issue(issue),
        few_sides=not issue.has_quorum(*SIDES),
        issue=issue.issue,
        support=issue.holding("support"),
        oppose=issue.holding("oppose"),
        conditional=issue.holding("conditional"),
        other=issue.holding("neutral", "unclear"),
        in_passing=issue.in_passing,
        silent=issue.silent,
        statements=(
            *issue.cite(*issue.sides, "conditional"),
            *issue.cite("neutral", "unclear"),
        ),
    )


def _classify_issue(issue: IssueCitations) -> PointKind:
    lesser, larger = sorted((issue.holding("support"), issue.holding("oppose")), key=len)
    fewer, more = len(lesser), len(larger)
    conditional = len(issue.holding("conditional"))
    if fewer:
        firm = sum(source not in issue.weak for source in larger)
        return "lean" if firm >= LEAN_RATIO * fewer else "divide"
    if more + conditional <= 1:
        return "single" if more + conditional else "undetermined" if issue.sources else "missing"
    if conditional >= more:
        return "conditional" if issue.has_quorum(*SIDES, "conditional") else "few"
    return "shared" if issue.has_quorum(*SIDES) else "few"


def _rank_point(point: SummaryPoint) -> tuple[Fraction | int, ...]:
    sided = len(point.support) + len(point.oppose)
    if point.kind == "divide":
        return (-measure_split(len(point.support), len(point.oppose)), -sided)
    if point.kind == "conditional":
        return (-len(point.conditional), -sided)
    if point.kind in _OPEN_KINDS:
        return (_OPEN_KINDS.index(point.kind), -len(point.other))
    return (point.few_sides, -sided, point.kind == "lean", -len(point.conditional))
