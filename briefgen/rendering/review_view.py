"""What a template sees of a person's review of the coding."""

from dataclasses import dataclass

from briefgen.languages import noted, tr
from briefgen.models import Brief, ReviewedCell

CHECKED = frozenset({"confirmed", "corrected"})
REVIEWED_WORDS = noted("checked by a person")


@dataclass(frozen=True)
class ReviewView:
    """How much of the brief a person has checked."""

    stances: int
    """All stances of the sources on the issues, and those that corrections took away."""
    checked: int
    """Of those, how many a person confirmed or corrected."""
    confirmed: int
    """Of those, how many a person left as they were."""
    corrected: int
    """Of those, how many a person changed."""
    recomputed: int
    """How many more follow from passages that a person corrected."""
    parts: dict[str, str]
    """Source id to ``3 of 5``, of the sources that are checked in part."""
    moved: tuple[str, ...]
    """Corrections that were applied although their article changed: article, entry, person."""
    lost: tuple[str, ...]
    """Corrections that were not applied: article, entry, person; the reasons are in brief.json."""


def view_review(brief: Brief) -> ReviewView:
    """Return the brief's review as a template sees it."""
    review = brief.review
    flags = [
        (flag.applied, f"{flag.article} ({flag.entry}, {flag.who})") for flag in review.flagged
    ]
    return ReviewView(
        stances=review.stances,
        checked=review.confirmed + review.corrected,
        confirmed=review.confirmed,
        corrected=review.corrected,
        recomputed=review.recomputed,
        parts={
            each.source: tr("%(part)s of %(all)s", part=str(each.reviewed), all=str(each.stances))
            for each in review.sources
            if 0 < each.reviewed < each.stances
        },
        moved=tuple(text for applied, text in flags if applied),
        lost=tuple(text for applied, text in flags if not applied),
    )


def find_checked(brief: Brief) -> frozenset[tuple[str, str]]:
    """Return source and issue of the stances that a person confirmed or corrected."""
    return frozenset((c.source, c.issue) for c in brief.review.cells if is_checked(c))


def is_checked(cell: ReviewedCell) -> bool:
    """Tell whether what the records say of a source on an issue is a person's word."""
    return cell.review in CHECKED
