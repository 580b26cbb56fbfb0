"""The brief: what the records say together, issue by issue, without any formatting.

The field names are an interface (``brief.json``): others read them. Every item names the
statements that stand behind it; the statements themselves are in ``Brief.statements``.
"""

from typing import Literal

from pydantic import Field

from briefgen.models.actors import Actor, Addressee, UnheardStakeholder
from briefgen.models.article import Source
from briefgen.models.base import Model
from briefgen.models.changes import Changes
from briefgen.models.comparison import Companions, Dispute
from briefgen.models.glossary import GlossaryTerm
from briefgen.models.key_points import KeyPoint
from briefgen.models.linking import LinkingWords
from briefgen.models.record import Passage, Stance, Statement
from briefgen.models.review import ReviewReport
from briefgen.models.same_text import SameText

PointKind = Literal[
    "divide", "lean", "shared", "few", "conditional", "undetermined", "single", "missing"
]
AgreementKind = Literal["all", "across-camps"]
GapKind = Literal[
    "nobody",
    "undetermined",
    "few-sides",
    "lone-side",
    "one-side",
    "other-side-reported",
    "single-outlet",
    "single-source",
]


class BriefSource(Source):
    """A source as the brief cites it."""

    number: int = Field(ge=1)
    """Citation number: order of first citation in the brief, then of the id."""
    label: str
    """How the brief's text names it: outlet, else authors, else title, else the id."""
    extractor: str
    reviewed: bool = False
    """Whether a person has confirmed or corrected each of its stances."""
    input_sha256: str | None = None
    """SHA-256 of the article's file; None in briefs from before it was kept."""


class Failure(Model):
    """An article that could not be used."""

    path: str
    reason: str


class PositionSource(Model):
    """One source's stance on an issue."""

    source: str
    confidence: float
    statements: tuple[str, ...]
    """Ids, the clearest first."""


class Position(Model):
    """All sources that take one stance on an issue."""

    stance: Stance
    sources: tuple[PositionSource, ...]
    shown: tuple[str, ...]
    """Ids of the statements allotted a place in the brief, in the order to show them; always the
    author's own. Empty where the stance rests on reported views alone, or on no statement."""
    key_points: tuple[KeyPoint, ...] = ()
    """The arguments that several of the authors' statements make alike, the most widespread first.
    None for neutral and unclear, which argue for no side."""
    unmatched: tuple[str, ...] = ()
    """Ids of the authors' statements that match no other: each an argument of its own. A headline
    is no argument and stands neither here nor in a key point."""


class ConditionItem(Model):
    """What a stance is made conditional on."""

    source: str
    stance: Stance
    statement: str
    condition: Passage
    disputed_by: tuple[Dispute, ...] = ()
    """Statements of another side that deny or doubt what the condition names; few, and sure."""


class ReportedPosition(Model):
    """A view that a source reports somebody else to hold; never the source's own."""

    holder: str
    role: str | None
    stance: Stance
    source: str
    """Id of the source that reports it."""
    statements: tuple[str, ...]


class Concession(Model):
    """What a source that takes one side grants the other."""

    source: str
    stance: Stance
    statement: str


class BriefIssue(Model):
    """One issue: who stands where, why, and on what it turns."""

    id: str
    title: str
    proposition: str
    positions: tuple[Position, ...]
    """One for each stance that occurs, in the order in which the brief shows them: the two sides
    first (which of them leads alternates from issue to issue), then conditional, neutral,
    unclear."""
    conditions: tuple[ConditionItem, ...] = ()
    concessions: tuple[Concession, ...] = ()
    reported: tuple[ReportedPosition, ...] = ()
    in_passing: tuple[str, ...] = ()
    """Ids of the sources that name the issue and of whose author no view was found: one of its
    terms stands in the article, or a statement of somebody is on it. Of some a reader may find that
    they say more than that."""
    reported_only: tuple[str, ...] = ()
    """Of these, the ids of those with statements on the issue, all of them somebody else's, of whom
    one at least takes a side."""
    silent: tuple[str, ...] = ()
    """Ids of the sources in whose article none of the issue's terms stands (`Provenance.named`; of
    a record without it, in none of whose statements), and no statement is on it. That is what is
    known: an article may still speak of the issue in other words."""


class Agreement(Model):
    """Sources that take the same side of an issue."""

    issue: str
    kind: AgreementKind
    """``all``: every source that takes a side takes this one, and none whose side is not
    determined says or reports the other. ``across-camps``: sources that take
    opposite sides on most of the other issues both address agree here. Neither is claimed without
    a quorum: at least two sources take a side of the issue, and at least half of those that
    address it."""
    stance: Stance
    sources: tuple[str, ...]
    statements: tuple[str, ...]
    differ_on: tuple[str, ...] = ()
    """For ``across-camps``: the issues on which these sources take opposite sides."""
    weak: tuple[str, ...] = ()
    """Ids of those of the sources whose side rests on one passage at most and is of low confidence
    (`synthesis.strength`). Two others at least agree."""


class Divergence(Model):
    """An issue that splits the sources."""

    issue: str
    support: tuple[str, ...]
    oppose: tuple[str, ...]
    statements: tuple[str, ...]
    weak: tuple[str, ...] = ()
    """Ids of those of the sources whose side rests on one passage at most and is of low confidence
    (`synthesis.strength`). Where all of one side are among them, whether the sources divide at all
    hangs on them."""


class Gap(Model):
    """What the sources do not say."""

    issue: str
    kind: GapKind
    """``nobody``: no source addresses the issue. ``single-source``: one source alone addresses it.
    ``single-outlet``: several do, all of one outlet. ``undetermined``: sources discuss it and none
    takes a side that could be determined. ``one-side``: one side is argued, and no statement of
    anybody shows the other. ``other-side-reported``: the same, but sources report the other side as
    somebody's view. ``few-sides``: one side alone could be made out, of several sources that are
    too few to say that nobody argues the other. ``lone-side``: the same, of one source."""
    side: Stance | None = None
    """For ``one-side``, ``other-side-reported``, ``few-sides`` and ``lone-side``: the side that is
    argued; else None."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that address the issue; where there is a side, of those that argue it."""
    reported: tuple[str, ...] = ()
    """For ``other-side-reported``: ids of the statements that report the other side."""
    in_passing: tuple[str, ...] = ()
    """Ids of the sources that name the issue and have no stance on it."""


class SummaryPoint(Model):
    """One line of the summary, as facts; the template words it."""

    kind: PointKind
    """``divide``: both sides occur. ``lean``: three quarters or more of those with a side, four or
    more, are on one. ``shared``: all with a side agree, and they are a quorum; ``few``: they agree,
    below the quorum. ``conditional``: at least as many set a condition as take the one side that
    occurs, and together they are a quorum. ``single``: one source takes a side or sets a condition.
    ``undetermined``: nobody does. ``missing``: no source addresses the issue."""
    few_sides: bool = False
    """Whether the sources that take a side are below the quorum: fewer than two, or fewer than half
    of those that address the issue."""
    issue: str
    support: tuple[str, ...] = ()
    oppose: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    """Ids of the sources that discuss the issue without a side, or whose side is unclear."""
    in_passing: tuple[str, ...] = ()
    """Ids of the sources that name the issue and have no stance on it."""
    silent: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


class RecommendationItem(Model):
    """What a source's author asks for, in one statement."""

    source: str
    statement: str
    addressee: str | None
    """Who should act, as it stands in the text; None where it does not say."""
    issue: str | None
    """Issue id; None where the statement belongs to no issue of the codebook."""


class CoverageRow(Model):
    """One source's stances over all issues."""

    source: str
    stances: dict[str, Stance | None]
    """Issue id to stance, in the codebook's order; None where the issue is not addressed."""


class SideBalance(Model):
    """How much say one stance has on one issue: in the evidence, and in the brief."""

    issue: str
    stance: Stance
    sources: int
    statements: int
    """Statements in the records that show this stance."""
    shown: int
    """Of those, how many the brief quotes."""
    shown_words: int


class BalanceReport(Model):
    """Whether any side got less than its due."""

    sides: tuple[SideBalance, ...]
    unequal: tuple[str, ...]
    """Ids of the issues in which one side is quoted with fewer statements than the other, or with
    less than half of its words."""


class Brief(Model):
    """What the records say together."""

    schema_version: Literal["1"] = "1"
    topic: str
    generator: str
    """Program name and version."""
    extractors: tuple[str, ...]
    evidence_sha256: str
    """SHA-256 of the records that the brief rests on."""
    evidence_date: str | None
    """Date of the newest source that is dated, however few are; None where no source is dated. It
    dates the evidence as a whole only where most sources are dated."""
    evidence_from: str | None
    """Date of the oldest source."""
    dated: str | None = None
    """The moment that its files carry as their date, in UTC, where SOURCE_DATE_EPOCH gave one; else
    they carry `evidence_date`."""
    sources: tuple[BriefSource, ...]
    """In the order of their numbers; of those that have the same text, the one that counts."""
    same_texts: tuple[SameText, ...] = ()
    """Sources that count for nothing beside another that has the same text, or nearly; by id."""
    failures: tuple[Failure, ...] = ()
    in_brief: tuple[SummaryPoint, ...]
    """At most five: what divides, what is shared, what is conditional, what is missing."""
    issues: tuple[BriefIssue, ...]
    """In the codebook's order."""
    agreements: tuple[Agreement, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    gaps: tuple[Gap, ...] = ()
    recommendations: tuple[RecommendationItem, ...] = ()
    """The authors' own, at most three a source; those that name who should act come first."""
    addressees: tuple[Addressee, ...] = ()
    """The recommendations by who should act; those of whom most sources ask come first."""
    actors: tuple[Actor, ...] = ()
    """What sources report others to hold, actor by actor; those with most reports come first."""
    companions: tuple[Companions, ...] = ()
    """Sources that take the same side wherever they all take one."""
    unheard: tuple[UnheardStakeholder, ...] = ()
    """The codebook's stakeholders whose view no source reports, in the codebook's order."""
    glossary: tuple[GlossaryTerm, ...] = ()
    """The words that the codebook explains, in its order."""
    coverage: tuple[CoverageRow, ...]
    """Ordered so that sources that agree stand together."""
    balance: BalanceReport
    review: ReviewReport = ReviewReport()
    """How much of this a person has checked."""
    statements: dict[str, Statement]
    """Every statement that an item above names, by id."""
    linking: LinkingWords | None = None
    """What a language model wrote between the quotations; None where it was not asked to."""
    changes: Changes | None = None
    """What is different from the brief that stood in the output folder before; None where there was
    none, or none to compare with. Where only the brief was built anew, on the same evidence, it is
    that brief's: what changed when the evidence last did."""

    @property
    def file_date(self) -> str | None:
        """The date that its files carry; None where there is none. Never the clock's."""
        return self.dated or self.evidence_date
