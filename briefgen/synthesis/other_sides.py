"""What speaks for a side beside the stances: single statements, whoever holds them.

"Only support is argued" is more than "no source's stance is to oppose": a source whose side could
not be determined may say or report just that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.models import Stance
from briefgen.synthesis.evidence import Evidence, IssueEvidence

_OPPOSITE: Mapping[Stance, Stance] = {"support": "oppose", "oppose": "support"}


@dataclass(frozen=True, slots=True)
class OtherSides:
    """Who speaks for each side of one issue without taking it as a stance."""

    hinted: Mapping[Stance, frozenset[str]] = field(default_factory=dict)
    """Side to the sources that do not take it and of which it may be the side: their author says
    so in a statement, or their own side is not determined and they report it of somebody."""
    reported: Mapping[Stance, tuple[str, ...]] = field(default_factory=dict)
    """Side to the ids of the statements that report it of somebody other than an author."""

    def is_free_of(self, side: Stance) -> bool:
        """Tell whether no source may hold *side* that does not take it."""
        return not self.hinted.get(side)


def opposite_of(side: Stance) -> Stance:
    """Return the other side."""
    return _OPPOSITE[side]


def find_other_sides(evidence: Evidence) -> dict[str, OtherSides]:
    """Return issue id to what speaks for its sides beside the stances."""
    return {issue.issue.id: _find_in_issue(issue) for issue in evidence.issues}


def _find_in_issue(issue: IssueEvidence) -> OtherSides:
    hinted: dict[Stance, set[str]] = {side: set() for side in _OPPOSITE}
    reported: dict[Stance, list[str]] = {side: [] for side in _OPPOSITE}
    for source_id, statements in issue.statements.items():
        taken = issue.stances.get(source_id)
        stance = taken.stance if taken is not None else None
        for statement in statements:
            if statement.stance not in _OPPOSITE:
                continue
            if statement.holder is not None:
                reported[statement.stance].append(statement.id)
            if stance == "unclear" or (statement.holder is None and stance not in _OPPOSITE):
                hinted[statement.stance].add(source_id)
    return OtherSides(
        hinted={side: frozenset(sources) for side, sources in hinted.items()},
        reported={side: tuple(ids) for side, ids in reported.items()},
    )
