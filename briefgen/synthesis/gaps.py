"""What the sources do not say, one gap an issue: the first of these that holds.

``nobody``: no source addresses the issue. ``single-source``: one alone does, whatever it says.
``single-outlet``: several do, all of one outlet. ``undetermined``: several do, and none supports,
opposes or sets a condition. Where of the two sides only one occurs: ``few-sides``, if too few take
a side to speak of the sources as a whole (`IssueCitations.has_quorum`), or one whose side is not
determined says or reports the other, and ``lone-side``, if one source alone takes it then;
``other-side-reported``, if sources report the other as
somebody's; else ``one-side``.
"""

from collections.abc import Mapping, Sequence
from typing import get_args

from briefgen.models import SIDES, STANCES, Gap, Stance
from briefgen.models.brief import GapKind
from briefgen.synthesis.citations import IssueCitations
from briefgen.synthesis.evidence import Evidence
from briefgen.synthesis.other_sides import OtherSides, opposite_of
from briefgen.synthesis.passages import fold_text

GAP_ORDER: tuple[GapKind, ...] = get_args(GapKind)
"""Order in the brief; within a kind the codebook's."""
_WITH_SIDE: frozenset[GapKind] = frozenset(
    ("few-sides", "lone-side", "one-side", "other-side-reported")
)


def find_gaps(
    issues: Sequence[IssueCitations], evidence: Evidence, others: Mapping[str, OtherSides]
) -> tuple[Gap, ...]:
    """List the issues about which the sources leave something unsaid.

    Args:
        issues: who takes which stance.
        evidence: all records, for the outlets.
        others: issue id to what speaks for its sides beside the stances.
    """
    outlets = _find_outlets(evidence)
    gaps = []
    for issue in issues:
        kind = _classify_gap(issue, others[issue.issue], outlets)
        if kind is not None:
            gaps.append(_make_gap(issue, kind, others[issue.issue]))
    gaps.sort(key=lambda gap: GAP_ORDER.index(gap.kind))
    return tuple(gaps)


def _find_outlets(evidence: Evidence) -> dict[str, str]:
    """Return source id to outlet, folded; a source without one is its own outlet."""
    return {
        record.source.id: fold_text(record.source.outlet or "") or f"source {record.source.id}"
        for record in evidence.records
    }


def _make_gap(issue: IssueCitations, kind: GapKind, others: OtherSides) -> Gap:
    side = _side_of(issue) if kind in _WITH_SIDE else None
    stances = (side,) if side is not None else STANCES
    is_reported = kind == "other-side-reported" and side is not None
    return Gap(
        issue=issue.issue,
        kind=kind,
        side=side,
        sources=tuple(sorted(issue.holding(*stances))),
        reported=others.reported.get(opposite_of(side), ()) if side and is_reported else (),
        in_passing=issue.in_passing,
    )


def _side_of(issue: IssueCitations) -> Stance | None:
    return next((side for side in SIDES if side in issue.sources), None)


def _classify_gap(
    issue: IssueCitations, others: OtherSides, outlets: Mapping[str, str]
) -> GapKind | None:
    addressing = issue.holding(*STANCES)
    if len(addressing) <= 1:
        return "single-source" if addressing else "nobody"
    if len({outlets[source] for source in addressing}) == 1:
        return "single-outlet"
    side = _side_of(issue)
    if side is None:
        return None if "conditional" in issue.sources else "undetermined"
    if opposite_of(side) in issue.sources:
        return None
    if not issue.has_quorum(*SIDES, "conditional") or not others.is_free_of(opposite_of(side)):
        return "few-sides" if len(issue.holding(side)) > 1 else "lone-side"
    return "other-side-reported" if others.reported.get(opposite_of(side)) else "one-side"
