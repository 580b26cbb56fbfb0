"""How much of what the records say a person has checked."""

from typing import Literal

from pydantic import Field

from briefgen.models.base import Model

ReviewState = Literal["machine", "confirmed", "corrected", "recomputed"]
"""``machine``: nobody looked at it. ``confirmed``, ``corrected``: a person's word. ``recomputed``,
of a stance: nobody's word, but it follows by rule from passages that a person corrected."""
CodedStance = Literal["support", "oppose", "conditional", "neutral", "unclear", "absent"]


class ReviewedCell(Model):
    """One source on one issue, where what the records say is not the extractor's alone."""

    source: str
    issue: str
    review: ReviewState
    stance: CodedStance
    """As it counts now; ``absent``: the source does not address the issue."""
    machine: CodedStance
    """What the extractor said."""


class SourceReview(Model):
    """How much of one source's coding a person has checked."""

    source: str
    stances: int = Field(ge=0)
    """Its stances, and those that a person's corrections took away."""
    reviewed: int = Field(ge=0)
    """Of those, how many a person confirmed or corrected."""


class FlaggedCorrection(Model):
    """An entry of corrections.yaml that does not fit the article as it is now."""

    entry: str
    """Its place in the file, such as ``statements[3]``, numbered from 1."""
    article: str
    """Source id, as the entry gives it."""
    issue: str | None
    """Issue id, as the entry gives it."""
    who: str
    when: str
    quote: str | None
    """The passage that it is about; None where it is about a stance as a whole."""
    applied: bool
    """Whether it was applied all the same, because its words stand once in the changed article."""
    reason: str
    """Why it is flagged, in words."""


class ReviewReport(Model):
    """How much of a brief a person has checked, and which corrections do not fit any more."""

    stances: int = Field(default=0, ge=0)
    """Stances of the records, and those that a person's corrections took away."""
    confirmed: int = Field(default=0, ge=0)
    """Of those, how many a person confirmed."""
    corrected: int = Field(default=0, ge=0)
    """Of those, how many a person set to something else."""
    recomputed: int = Field(default=0, ge=0)
    """Of those, how many follow from passages that a person corrected."""
    statements: int = Field(default=0, ge=0)
    """Statements of the records."""
    statements_reviewed: int = Field(default=0, ge=0)
    """Of those, how many a person confirmed or corrected."""
    sources: tuple[SourceReview, ...] = ()
    """By source id."""
    cells: tuple[ReviewedCell, ...] = ()
    """By source id, then in the codebook's order."""
    flagged: tuple[FlaggedCorrection, ...] = ()
    """In the order of the file."""
