"""What a template sees: the brief with its ids looked up, and the audience's limits applied.

Templates word and arrange; they do not look things up, count or cut. All text here is plain: it is
escaped when a template prints it. :mod:`briefgen.rendering.viewing` makes these views.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.models import (
    Failure,
    Stance,
)
from briefgen.rendering.audience import Settings
from briefgen.rendering.wording import first_of_each


@dataclass(frozen=True)
class SourceView:
    """A source; ``label`` is short enough for the text, ``name`` is all of it."""

    id: str
    number: int
    label: str
    name: str
    is_titled: bool
    """Whether the label is the title, for want of an outlet and an author."""
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    url: str | None
    kind: str
    words: int
    extractor: str
    reviewed: bool


@dataclass(frozen=True)
class QuoteView:
    """A passage of a source, with the statement that it belongs to."""

    text: str
    """The slice on one line, without marks added."""
    in_marks: str
    """The same in quotation marks."""
    source: SourceView
    statement: str
    stance: Stance
    is_digest: bool


@dataclass(frozen=True)
class SideView:
    """All sources that take one stance on an issue."""

    stance: Stance
    word: str
    sources: tuple[SourceView, ...]
    quotes: tuple[QuoteView, ...]
    """Of the authors' own words; empty where the stance rests on reported views alone."""
    left_out: int
    """Statements of the records that show this stance on the issue and are not printed."""
    conditions: tuple[QuoteView, ...]
    """Beside those that stand in a quotation shown on this issue."""


@dataclass(frozen=True)
class ReportedView:
    """A view that a source reports somebody else to hold."""

    holder: str
    role: str | None
    stance: Stance
    source: SourceView
    statements: tuple[str, ...]
    quote: QuoteView | None
    """Its words in the source; None where they are too long to stand in a line."""


@dataclass(frozen=True)
class OpenReportsView:
    """Whose views are reported without a side that could be determined."""

    holders: tuple[str, ...]
    """Different names, those that most sources report first; at most ``HOLDERS_NAMED``."""
    others: int
    """How many different names more there are."""
    sources: tuple[SourceView, ...]
    """That report them."""
    statements: tuple[str, ...]


@dataclass(frozen=True)
class IssueView:
    """One issue with its sides in the order in which to show them."""

    id: str
    title: str
    proposition: str
    sides: tuple[SideView, ...]
    """One for each stance that occurs."""
    rows: tuple[tuple[SideView, ...], ...]
    """The sides two by two, to stand beside each other."""
    below: tuple[SideView, ...]
    """Sources without a side for which there is no place beside the others."""
    empty: tuple[Stance, ...]
    """Those of support and oppose that no source takes."""
    undetermined: tuple[SourceView, ...]
    """Sources that discuss the issue and whose side is not determined."""
    concessions: tuple[QuoteView, ...]
    reported: tuple[ReportedView, ...]
    """Those with a side."""
    reported_left_out: int
    """Views with a side that are beyond the audience's limit."""
    reported_open: OpenReportsView | None
    """Those without; None where there are none to name."""
    in_passing: tuple[SourceView, ...]
    """Sources that name the issue and have no stance on it."""
    silent: tuple[SourceView, ...]


@dataclass(frozen=True)
class PointView:
    """One point of the summary."""

    kind: str
    few_sides: bool
    """Whether too few take a side to speak of the sources as a whole."""
    title: str
    proposition: str
    support: tuple[SourceView, ...]
    oppose: tuple[SourceView, ...]
    conditional: tuple[SourceView, ...]
    other: tuple[SourceView, ...]
    in_passing: tuple[SourceView, ...]
    silent: tuple[SourceView, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True)
class AgreementView:
    """Sources that take the same side."""

    title: str
    proposition: str
    kind: str
    stance: Stance
    sources: tuple[SourceView, ...]
    statements: tuple[str, ...]
    differ_on: tuple[str, ...]
    """Titles of the issues on which they take opposite sides."""


@dataclass(frozen=True)
class DivergenceView:
    """An issue that splits the sources."""

    title: str
    support: tuple[SourceView, ...]
    oppose: tuple[SourceView, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True)
class GapView:
    """What the sources do not say on an issue."""

    title: str
    kind: str
    side: Stance | None
    """The one side that is argued, where that is the gap."""
    sources: tuple[SourceView, ...]
    in_passing: tuple[SourceView, ...]


@dataclass(frozen=True)
class AskView:
    """What is asked for: of one addressee by several sources, or by one source."""

    addressee: str | None
    """Who should act, where several sources name the same; None where the group is a source's."""
    sources: tuple[SourceView, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True)
class RowView:
    """One source's marks over all issues."""

    source: SourceView
    stances: tuple[Stance | None, ...]


@dataclass(frozen=True)
class BriefView:
    """Everything a template can print."""

    topic: str
    generator: str
    extractors: tuple[str, ...]
    evidence_sha256: str
    evidence_from: str | None
    evidence_date: str | None
    sources: tuple[SourceView, ...]
    reviewed: tuple[SourceView, ...]
    dated: tuple[SourceView, ...]
    undated: tuple[SourceView, ...]
    is_mostly_dated: bool
    """Whether at least half of the sources are dated, so that their dates date the evidence."""
    failures: tuple[Failure, ...]
    points: tuple[PointView, ...]
    issues: tuple[IssueView, ...]
    rows: tuple[RowView, ...]
    agreements: tuple[AgreementView, ...]
    divergences: tuple[DivergenceView, ...]
    gaps: tuple[GapView, ...]
    asks: tuple[AskView, ...]
    """What the authors ask for, the addressees that several name first, then source by source."""
    asks_left_out: int
    """Recommendations of the brief that are beyond the audience's limits."""
    unequal: tuple[str, ...]
    """Titles of the issues in which one side has fewer quotations here than the other."""
    unequal_words: tuple[str, ...]
    """Titles of further issues in which one side's quotations have less than half of the other's
    words."""
    audience: Settings


def statements_of(source: SourceView, statements: Sequence[str]) -> tuple[str, ...]:
    """Return those of the statement ids that belong to *source*."""
    return first_of_each([id_ for id_ in statements if source_of(id_) == source.id])


def source_of(statement: str) -> str:
    """Return the source id of a statement id (``<source id>:s<number>``)."""
    return statement.rpartition(":")[0]
