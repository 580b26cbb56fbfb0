"""How much of the records a person has checked."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.models import (
    FlaggedCorrection,
    PositionRecord,
    ReviewedCell,
    ReviewReport,
    SourceReview,
)
from briefgen.synthesis.evidence import Evidence

CHECKED = frozenset({"confirmed", "corrected"})
"""What counts as a person's word; what was only recomputed does not."""


def report_review(evidence: Evidence, flagged: Sequence[FlaggedCorrection]) -> ReviewReport:
    """Count what a person confirmed or corrected.

    Args:
        evidence: the records.
        flagged: corrections that do not fit any more.
    """
    order = [issue.issue.id for issue in evidence.issues]
    cells = [cell for record in evidence.records for cell in _cells_of(record, order)]
    counts = Counter(cell.review for cell in cells)
    statements = [said for record in evidence.records for said in record.statements]
    return ReviewReport(
        stances=len(cells),
        confirmed=counts["confirmed"],
        corrected=counts["corrected"],
        recomputed=counts["recomputed"],
        statements=len(statements),
        statements_reviewed=sum(said.review in CHECKED for said in statements),
        sources=tuple(
            SourceReview(source=record.source.id, stances=total, reviewed=reviewed)
            for record in evidence.records
            for total, reviewed in (count_reviewed(record),)
        ),
        cells=tuple(cell for cell in cells if cell.review != "machine"),
        flagged=tuple(flagged),
    )


def count_reviewed(record: PositionRecord) -> tuple[int, int]:
    """Return how many stances a record has, with those taken away, and how many are checked."""
    checked = sum(stance.review in CHECKED for stance in record.stances.values())
    checked += sum(gone.review in CHECKED for gone in record.unaddressed.values())
    return len(record.stances) + len(record.unaddressed), checked


def _cells_of(record: PositionRecord, order: Sequence[str]) -> Iterator[ReviewedCell]:
    source = record.source.id
    for issue in order:
        stance = record.stances.get(issue)
        if stance is not None:
            machine = stance.machine or stance.stance
            yield ReviewedCell(
                source=source,
                issue=issue,
                review=stance.review,
                stance=stance.stance,
                machine=machine,
            )
        elif issue in record.unaddressed:
            gone = record.unaddressed[issue]
            yield ReviewedCell(
                source=source,
                issue=issue,
                review=gone.review,
                stance="absent",
                machine=gone.machine,
            )
