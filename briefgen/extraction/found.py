"""What looking up a quotation gives: a place, or why there is none."""

from dataclasses import dataclass

from briefgen.models import Span
from briefgen.models.refusal import RefusalReason


@dataclass(frozen=True, slots=True)
class Found:
    """The place at which the article says what was proposed."""

    span: Span
    """Within one of the spans that may be quoted."""
    widened: bool = False
    """Whether it is the whole sentence, because the words that were proposed leave out what bounds
    them ("if …", "in theory")."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a quotation has no place in the article."""

    reason: RefusalReason
    detail: str
    """Why, in words."""
    nearest: Span | None = None
    """The place that is most like it; of a slice that leaves something out, its whole sentence."""
