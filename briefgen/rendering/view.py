"""What a template sees: the brief with its ids looked up, and the audience's limits applied.

Templates word and arrange; they do not look things up, count or cut. All text here is plain: it is
escaped when a template prints it. :mod:`briefgen.rendering.viewing` makes these views.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.models import (
    Failure,
    GlossaryTerm,
    Stance,
)
from briefgen.rendering.actors_view import ActorsView
from briefgen.rendering.audience import Settings
from briefgen.rendering.audit_view import (
    AuditSideView,  # noqa: F401 - the reference of what a template sees is made from this module
    AuditView,
)
from briefgen.rendering.changes_view import ChangesView
from briefgen.rendering.evidence_view import EvidenceView
from briefgen.rendering.linking_view import LinkingSentenceView, LinkingView
from briefgen.rendering.network_view import NetworkView
from briefgen.rendering.review_view import ReviewView
from briefgen.rendering.wording import first_of_each


@dataclass(frozen=True)
class SameTextView:
    """A source that does not count, since its text is that of a source that does."""

    path: str
    """Its file, relative to the corpus."""
    outlet: str | None
    """Where another is named than by the source that counts; else None, as with what follows."""
    authors: tuple[str, ...]
    """Where others are named; else empty."""
    title: str | None
    """Where it has another title."""
    published: str | None
    """Where it has another date."""
    tenths: int
    """How much of the counted text it has, 0 to 10; 10 only where all is there."""
    has_more: bool
    """Whether it has passages that the counted text lacks."""


@dataclass(frozen=True)
class SourceView:
    """A source; ``label`` is short enough for the text, ``name`` is all of it."""

    id: str
    """As in the records, such as ``market-gazette``."""
    number: int
    """The number in brackets by which the brief cites it."""
    label: str
    """Outlet, author or title, short."""
    name: str
    """The label, not shortened."""
    is_titled: bool
    """Whether the label is the title, for want of an outlet and an author."""
    title: str | None
    """None where it is not known, as with outlet, date and address."""
    outlet: str | None
    """Newspaper, journal or institution."""
    authors: tuple[str, ...]
    """Names as the source gives them."""
    published: str | None
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    url: str | None
    """Where it can be read."""
    kind: str
    """``verbatim``, or ``digest``: somebody's summary, which is paraphrased."""
    words: int
    """Words of its body."""
    extractor: str
    """What coded it, such as ``lexical/1``."""
    reviewed: bool
    """Whether a person has confirmed or corrected each of its stances."""
    same_texts: tuple[SameTextView, ...]
    """Sources that have the same text and count for nothing beside this one."""
    addressing: tuple[str, ...] = ()
    """What in its file addresses a program that reads it, by kind (``instruction``, ``role`` …)."""


@dataclass(frozen=True)
class QuoteView:
    """A passage of a source, with the statement that it belongs to."""

    text: str
    """The slice on one line, without marks added."""
    in_marks: str
    """The same in quotation marks."""
    source: SourceView
    """Where it stands."""
    statement: str
    """Id of the statement, such as ``market-gazette:s3``."""
    stance: Stance
    """The side that it shows."""
    is_digest: bool
    """Whether its source is a digest, whose words go without quotation marks."""
    also: tuple[SourceView, ...] = ()
    """Other sources that make the same argument and are not quoted with it."""
    also_statements: tuple[str, ...] = ()
    """Ids of the statements in which they do."""


@dataclass(frozen=True)
class ConditionView:
    """On what a side depends."""

    quote: QuoteView
    """The condition in its source's words, with what depends on it where that is short."""
    disputed_by: tuple[QuoteView, ...]
    """Passages of another side that deny or doubt what the condition names."""


@dataclass(frozen=True)
class SideView:
    """All sources that take one stance on an issue."""

    stance: Stance
    """``support``, ``oppose``, ``conditional``, ``neutral`` or ``unclear``."""
    word: str
    """The stance as the page words it."""
    sources: tuple[SourceView, ...]
    """In the order of their numbers."""
    quotes: tuple[QuoteView, ...]
    """Of the authors' own words; empty where the stance rests on reported views alone."""
    left_out: int
    """Statements of the records that show this stance on the issue and are not printed."""
    conditions: tuple[ConditionView, ...]
    """Beside those that stand in a quotation shown on this issue."""


@dataclass(frozen=True)
class ReportedView:
    """A view that sources report somebody else to hold."""

    holder: str
    """Whose view it is, by the name that the brief gives an actor."""
    role: str | None
    """What the source calls the holder."""
    stance: Stance
    """The holder's side, not the author's."""
    sources: tuple[SourceView, ...]
    """That report it."""
    statements: tuple[str, ...]
    """Ids of the statements that report it."""
    is_contested: bool
    """Whether other sources report the opposite side of the same holder."""
    author_of: tuple[SourceView, ...]
    """Sources that the holder wrote; the view taken there stands with the sources."""
    quote: QuoteView | None
    """Its words in the source; None where they are too long to stand in a line."""


@dataclass(frozen=True)
class OpenReportsView:
    """Passages that report somebody's view without a side that could be determined.

    They are counted and not named: where the side is not plain, who holds what often is not either.
    """

    sources: tuple[SourceView, ...]
    """That report them."""
    statements: tuple[str, ...]
    """Ids of the statements that report them."""


@dataclass(frozen=True)
class IssueView:
    """One issue with its sides in the order in which to show them."""

    id: str
    """As in the codebook."""
    title: str
    """As in the codebook."""
    proposition: str
    """The sentence that the sources support or oppose."""
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
    """Passages that grant something to the other side."""
    reported: tuple[ReportedView, ...]
    """Those with a side."""
    reported_left_out: int
    """Views with a side that are beyond the audience's limit."""
    reported_open: OpenReportsView | None
    """Those without; None where there are none to name."""
    in_passing: tuple[SourceView, ...]
    """Sources that name the issue and have no stance on it."""
    silent: tuple[SourceView, ...]
    """Sources in which no passage on the issue was found."""
    linking: tuple[LinkingSentenceView, ...] = ()
    """What a language model wrote on it; no source's words."""


@dataclass(frozen=True)
class PointView:
    """One point of the summary."""

    kind: str
    """``divide``, ``lean``, ``shared``, ``few``, ``conditional``, ``undetermined``, ``single`` or
    ``missing``."""
    few_sides: bool
    """Whether too few take a side to speak of the sources as a whole."""
    title: str
    """The issue's."""
    proposition: str
    """The issue's."""
    support: tuple[SourceView, ...]
    """Sources for it."""
    oppose: tuple[SourceView, ...]
    """Sources against it."""
    conditional: tuple[SourceView, ...]
    """Sources that make it depend on something."""
    other: tuple[SourceView, ...]
    """Sources that discuss it without a side that could be determined."""
    in_passing: tuple[SourceView, ...]
    """Sources that only name it."""
    silent: tuple[SourceView, ...]
    """Sources in which no passage on it was found."""
    statements: tuple[str, ...]
    """Ids of the statements that the point rests on."""


@dataclass(frozen=True)
class AgreementView:
    """Sources that take the same side."""

    title: str
    """The issue's."""
    proposition: str
    """The issue's."""
    kind: str
    """``all`` whose side is clear, or ``across-camps``: of some that divide on other issues."""
    stance: Stance
    """The side that they share."""
    sources: tuple[SourceView, ...]
    """Those that share it."""
    statements: tuple[str, ...]
    """Ids of the statements that show it."""
    differ_on: tuple[str, ...]
    """Titles of the issues on which they take opposite sides."""


@dataclass(frozen=True)
class DivergenceView:
    """An issue that splits the sources."""

    title: str
    """The issue's."""
    support: tuple[SourceView, ...]
    """Sources for it."""
    oppose: tuple[SourceView, ...]
    """Sources against it."""
    statements: tuple[str, ...]
    """Ids of the statements that show it."""


@dataclass(frozen=True)
class GapView:
    """What the sources do not say on an issue."""

    title: str
    """The issue's."""
    kind: str
    """``nobody``, ``undetermined``, ``few-sides``, ``lone-side``, ``one-side``,
    ``other-side-reported``, ``single-outlet`` or ``single-source``."""
    side: Stance | None
    """The one side that is argued, where that is the gap."""
    sources: tuple[SourceView, ...]
    """Those that say what little is said."""
    reported_by: tuple[SourceView, ...]
    """Sources that report the other side as somebody's, where that is the gap."""
    reported: tuple[str, ...]
    """Ids of the statements in which they do."""
    in_passing: tuple[SourceView, ...]
    """Sources that only name it."""


@dataclass(frozen=True)
class CompanionsView:
    """Sources that take the same side wherever they all take one."""

    sources: tuple[SourceView, ...]
    """Two or more."""
    titles: tuple[str, ...]
    """Of the issues on which they do, three or more."""
    against: tuple[SourceView, ...]
    """Sources that take the other side on at least one of them."""
    statements: tuple[str, ...]
    """Ids of the statements that show it."""


@dataclass(frozen=True)
class UnheardView:
    """A stakeholder of the codebook whose view no source reports."""

    name: str
    """The codebook's."""
    is_named: bool
    """Whether statements name them all the same."""
    sources: tuple[SourceView, ...]
    """Those that do."""


@dataclass(frozen=True)
class AskView:
    """What is asked for of one addressee, or of nobody by name."""

    addressee: str | None
    """Who should act; None where the sources do not say."""
    sources: tuple[SourceView, ...]
    """That ask for it."""
    quotes: tuple[QuoteView, ...]
    """Their words."""


@dataclass(frozen=True)
class RowView:
    """One source's marks over all issues."""

    source: SourceView
    """Whose row it is."""
    stances: tuple[Stance | None, ...]
    """One for each of ``issues``, in their order; None where the source does not take it up."""
    checked: tuple[bool, ...]
    """One for each of ``issues``: whether a person confirmed or corrected the stance."""


@dataclass(frozen=True)
class BriefView:
    """Everything a template can print."""

    topic: str
    """The codebook's."""
    generator: str
    """The program and its version."""
    extractors: tuple[str, ...]
    """What coded the sources."""
    evidence_sha256: str
    """Names the records that the brief rests on."""
    evidence_from: str | None
    """Date of the oldest dated source."""
    evidence_date: str | None
    """Date of the newest dated source."""
    sources: tuple[SourceView, ...]
    """In the order of their numbers."""
    same_texts: int
    """Sources beside these that have the text of one of them and count for nothing."""
    reviewed: tuple[SourceView, ...]
    """Sources whose every stance a person has confirmed or corrected."""
    review: ReviewView
    """How much of the coding a person has checked."""
    dated: tuple[SourceView, ...]
    """Sources with a date."""
    undated: tuple[SourceView, ...]
    """Sources without."""
    is_mostly_dated: bool
    """Whether at least half of the sources are dated, so that their dates date the evidence."""
    failures: tuple[Failure, ...]
    """Articles that could not be read: ``path`` and ``reason``."""
    points: tuple[PointView, ...]
    """The summary, the most telling point first."""
    issues: tuple[IssueView, ...]
    """In the codebook's order."""
    rows: tuple[RowView, ...]
    """The table of stances, one row for each source."""
    taken_up: dict[str, tuple[str, ...]]
    """Source id to the titles of the issues on which it has a stance."""
    agreements: tuple[AgreementView, ...]
    """Where sources take the same side."""
    divergences: tuple[DivergenceView, ...]
    """Where they take opposite sides."""
    companions: tuple[CompanionsView, ...]
    """Which sources always take the same side."""
    gaps: tuple[GapView, ...]
    """What they leave unsaid."""
    unheard: tuple[UnheardView, ...]
    """Stakeholders of the codebook whose view no source reports."""
    asks: tuple[AskView, ...]
    """What the authors ask for: by addressee, those whom most sources name first; then the rest."""
    actors: ActorsView | None
    """Who is reported to take which side; None where nobody is."""
    network: NetworkView | None
    """Who is on the same side as whom; None where no two take a side of one issue."""
    changes: ChangesView | None
    """What is different from the last brief; None where there was none, or nothing is."""
    asks_left_out: int
    """Recommendations of the brief that are beyond the audience's limits."""
    unequal: tuple[str, ...]
    """Titles of the issues in which one side has fewer quotations here than the other."""
    unequal_words: tuple[str, ...]
    """Titles of further issues in which one side's quotations have less than half of the other's
    words."""
    evidence: EvidenceView | None
    """Every statement of the brief; None where the audience does not show them."""
    glossary: tuple[GlossaryTerm, ...]
    """Words that the codebook explains: ``term`` and ``meaning``."""
    audit: AuditView | None
    """What the audit of this page found; None on the first printing, which is what is audited."""
    audience: Settings
    """The settings in ``audience.toml``; see below. Where the brief has to fit its pages, as far as
    they were lowered for that."""
    statements: int
    """All that stand behind the brief, which an annex prints."""
    cut: tuple[str, ...] = ()
    """What is left out for want of room, in words: ``second passages of a side``."""
    linking: LinkingView | None = None
    """Of the sentences that a language model wrote; None where the page has none."""


def statements_of(source: SourceView, statements: Sequence[str]) -> tuple[str, ...]:
    """Return those of the statement ids that belong to *source*."""
    return first_of_each([id_ for id_ in statements if source_of(id_) == source.id])


def source_of(statement: str) -> str:
    """Return the source id of a statement id (``<source id>:s<number>``)."""
    return statement.rpartition(":")[0]
