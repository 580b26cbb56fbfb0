"""What the sources do not say, one gap an issue: the first of these that holds.

``nobody``: no source addresses the issue. ``single-source``: one alone does, whatever it says.
``undetermined``: several do, and none supports, opposes or sets a condition. ``one-side``: several
do, and of the two sides only one occurs.
"""

from collections.abc import Sequence

from briefgen.models import STANCES, Gap
from briefgen.models.brief import GapKind
from briefgen.synthesis.citations import IssueCitations
from briefgen.synthesis.positions import SIDES

GAP_ORDER: tuple[GapKind, ...] = ("nobody", "undetermined", "one-side", "single-source")
"""Order in the brief; within a kind the codebook's."""


def find_gaps(issues: Sequence[IssueCitations]) -> tuple[Gap, ...]:
    """List the issues about which the sources leave something unsaid."""
    gaps = []
    for issue in issues:
        kind = _classify_gap(issue)
        if kind is not None:
            gaps.append(_make_gap(issue, kind))
    gaps.sort(key=lambda gap: GAP_ORDER.index(gap.kind))
    return tuple(gaps)


def _make_gap(issue: IssueCitations, kind: GapKind) -> Gap:
    side = next((s for s in SIDES if s in issue.sources), None) if kind == "one-side" else None
    stances = (side,) if side is not None else STANCES
    return Gap(
        issue=issue.issue,
        kind=kind,
        side=side,
        sources=tuple(sorted(issue.holding(*stances))),
        in_passing=issue.in_passing,
    )


def _classify_gap(issue: IssueCitations) -> GapKind | None:
    addressing = len(issue.holding(*STANCES))
    if addressing <= 1:
        return "single-source" if addressing else "nobody"
    sides = sum(side in issue.sources for side in SIDES)
    if sides == 0 and "conditional" not in issue.sources:
        return "undetermined"
    return "one-side" if sides == 1 else None
