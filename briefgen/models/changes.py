"""What changed against an earlier brief of the same topic.

The field names are an interface (``brief.json``). Statements of the earlier brief are not in this
one, and their ids may name other passages now: so every change carries the passages it rests on.
"""

from typing import Literal

from briefgen.models.base import Model
from briefgen.models.record import Passage, Stance

SourceChangeKind = Literal["new", "gone", "renamed"]
IssueChangeKind = Literal["new", "gone", "reworded"]
StanceChangeKind = Literal[
    "reversed", "qualified", "unqualified", "determined", "undetermined", "new", "gone", "open"
]


class CitedPassage(Passage):
    """A passage of an article, with where it was cited."""

    source: str
    """Id of the source."""
    statement: str
    """Id of the statement in the brief, the earlier or this one, that the change speaks of."""


class EarlierBrief(Model):
    """The brief with which this one is compared."""

    evidence_sha256: str
    evidence_date: str | None
    """Date of its newest dated source."""
    generator: str
    extractors: tuple[str, ...]
    sources: int
    """How many sources it had."""
    dated: int
    """How many of them are dated: below half, the date does not date the evidence as a whole."""


class TakenPosition(Model):
    """The stance of a source that came or went."""

    issue: str
    stance: Stance
    passage: CitedPassage | None
    """The passage that shows it best; None where no statement does."""


class SourceChange(Model):
    """A source that came or went, or whose file has another name."""

    kind: SourceChangeKind
    """``renamed``: the article is there under another id, byte for byte; its stances are compared
    like any other source's."""
    source: str
    """Id; of a renamed source, the one that it has now."""
    before: str | None = None
    """Of a renamed source: the id that it had."""
    label: str
    """How the brief that has it names it; of a renamed source, this one."""
    published: str | None
    failed: bool = False
    """Of a source that is gone: whether its article is there and could not be used. Of a new one:
    whether it could not be used before."""
    positions: tuple[TakenPosition, ...] = ()
    """Its stances, in the order of the issues; none are listed of a renamed source."""


class IssueChange(Model):
    """An issue of the codebook that came, went, or asks something else now."""

    kind: IssueChangeKind
    """``reworded``: the proposition is another. Stances on it, and on the other two kinds, are not
    compared: they answer other questions."""
    issue: str
    title: str
    before: str | None
    """The proposition in the earlier brief; None for ``new``."""
    after: str | None
    """The proposition now; None for ``gone``."""


class StanceChange(Model):
    """A source that both briefs have, and whose stance on an issue is another now."""

    kind: StanceChangeKind
    """``reversed``: from support to oppose or back. ``qualified``: from a side to conditional;
    ``unqualified``: back. ``determined``: from neutral or unclear to a side or conditional;
    ``undetermined``: back. ``new``: the source did not address the issue; ``gone``: it does not any
    more. ``open``: between neutral and unclear."""
    issue: str
    source: str
    before: Stance | None
    """None where the source did not address the issue."""
    after: Stance | None
    """None where it does not any more."""
    then: CitedPassage | None
    """What showed the stance in the earlier brief; None where no statement did."""
    now: CitedPassage | None
    """What shows it in this one."""
    same_article: bool | None
    """Whether the article is the same, byte for byte: then it is read otherwise, and its author has
    not changed sides. None where the earlier brief does not tell."""


class SupportChange(Model):
    """A side of an issue that more or fewer sources take than before."""

    issue: str
    stance: Stance
    """``support``, ``oppose`` or ``conditional``."""
    before: int
    """Sources that took it."""
    after: int
    """Sources that take it now."""
    joined: tuple[str, ...]
    """Ids of the sources that take it now and did not."""
    left: tuple[str, ...]
    """Ids of those that took it and do not now."""
    then: tuple[CitedPassage, ...]
    """A passage of each that left, where a statement showed its stance."""
    now: tuple[CitedPassage, ...]
    """A passage of each that joined."""


class Changes(Model):
    """What is different from the earlier brief; all lists empty where nothing is."""

    since: EarlierBrief
    is_recoded: bool
    """Whether another version of the program or of the extractor made this brief: then a change
    may be its doing, not the sources'."""
    sources: tuple[SourceChange, ...] = ()
    """New ones first, then those that are gone, then the renamed, each by id."""
    issues: tuple[IssueChange, ...] = ()
    stances: tuple[StanceChange, ...] = ()
    """The most telling first: by kind, in the order in which the kinds are listed; then in the
    order of the issues, then by source id."""
    support: tuple[SupportChange, ...] = ()
    """In the order of the issues; support, oppose, conditional."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.sources or self.issues or self.stances or self.support)
