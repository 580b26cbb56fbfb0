"""What a template sees of every statement behind a brief, for an annex: issue by issue, source by
source, each with what tells where it stands and who says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.rendering.escaping import squeeze
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.wording import count_words, decimal

if TYPE_CHECKING:
    from briefgen.models import Brief, BriefIssue, Position, Stance, Statement
    from briefgen.models.context import Context
    from briefgen.rendering.view import QuoteView, SourceView

Quote = Callable[[str, "Stance"], "QuoteView"]
"""From a statement's id and its stance to the quotation."""


@dataclass(frozen=True)
class StatementView:
    """A statement with all that is known of it."""

    quote: QuoteView
    """Its words and its source."""
    kind: str
    """``claim``, ``recommendation``, ``prediction``, ``reason``, ``concession`` or ``question``."""
    holder: str | None
    """Whose view it is, where the source reports somebody else's; None where it is the author's."""
    role: str | None
    """What the source calls the holder."""
    issue: str | None
    """Id of the issue that it is on; None where it is on none, and so on no side."""
    stance: Stance
    """Of the statement itself, which may be another one than its source's."""
    word: str
    """The stance as the key words it."""
    start: int
    """First character in the article's text, counted from 0."""
    end: int
    """Behind its last character."""
    is_checked: bool
    """Whether a person confirmed or corrected it."""
    before: str | None
    """What stands before it in the article; None where nothing does, or the articles were not at
    hand."""
    after: str | None
    """What stands behind it."""


@dataclass(frozen=True)
class SourceEvidenceView:
    """What one source says for one stance."""

    source: SourceView
    """Whose statements they are."""
    confidence: str
    """How likely readers agree with the stance, 0 to 1: ``0.83``."""
    statements: tuple[StatementView, ...]
    """The clearest first."""


@dataclass(frozen=True)
class SideEvidenceView:
    """All statements behind one stance."""

    stance: Stance
    """``support``, ``oppose``, ``conditional``, ``neutral`` or ``unclear``."""
    word: str
    """The stance as the page words it."""
    sources: tuple[SourceEvidenceView, ...]
    """By their numbers."""
    quoted: tuple[SourceView, ...]
    """The same without their statements."""


@dataclass(frozen=True)
class IssueEvidenceView:
    """All statements of the brief on one issue."""

    id: str
    """As in the codebook."""
    title: str
    """The issue's."""
    proposition: str
    """The issue's."""
    sides: tuple[SideEvidenceView, ...]
    """In the order in which the brief shows them."""
    reported: tuple[StatementView, ...]
    """Views that sources report others to hold and that stand under no side."""
    further: tuple[StatementView, ...]
    """The authors' own that stand under no side, such as concessions."""


@dataclass(frozen=True)
class EvidenceView:
    """Every statement of the brief once under each of its issues."""

    issues: tuple[IssueEvidenceView, ...]
    """In the codebook's order."""
    elsewhere: tuple[StatementView, ...]
    """Those that belong to no issue: what authors ask for."""
    statements: int
    """How many different ones there are."""
    unequal: tuple[str, ...]
    """Titles of the issues on which one side has fewer statements than the other, or less than half
    of its words."""
    has_context: bool
    """Whether the words around them are there."""


class EvidenceViewer:
    """Looks up the statements of one brief.

    Args:
        brief: the brief.
        sources: its sources by id.
        quote: makes quotations.
        contexts: what stands around the statements, by id; empty where the articles are not there.
    """

    def __init__(
        self,
        brief: Brief,
        sources: Mapping[str, SourceView],
        quote: Quote,
        contexts: Mapping[str, Context],
    ) -> None:
        self._brief = brief
        self._sources = sources
        self._quote = quote
        self._contexts = contexts

    def view(self) -> EvidenceView:
        """Return all statements, as a template sees them."""
        brief = self._brief
        issues = tuple(self._issue(issue) for issue in brief.issues)
        return EvidenceView(
            issues=issues,
            elsewhere=self._in_order(
                id_ for id_, statement in brief.statements.items() if statement.issue is None
            ),
            statements=len(brief.statements),
            unequal=tuple(issue.title for issue in issues if _is_unequal(issue)),
            has_context=bool(self._contexts),
        )

    def _issue(self, issue: BriefIssue) -> IssueEvidenceView:
        behind = {
            id_
            for position in issue.positions
            for item in position.sources
            for id_ in item.statements
        }
        rest = [
            id_
            for id_, statement in self._brief.statements.items()
            if statement.issue == issue.id and id_ not in behind
        ]
        named = self._brief.statements
        return IssueEvidenceView(
            id=issue.id,
            title=issue.title,
            proposition=issue.proposition,
            sides=tuple(self._side(position) for position in issue.positions if position.sources),
            reported=self._in_order(id_ for id_ in rest if named[id_].holder is not None),
            further=self._in_order(id_ for id_ in rest if named[id_].holder is None),
        )

    def _side(self, position: Position) -> SideEvidenceView:
        sources = sorted(position.sources, key=lambda item: self._sources[item.source].number)
        return SideEvidenceView(
            stance=position.stance,
            word=STANCE_STYLES[position.stance].word,
            sources=tuple(
                SourceEvidenceView(
                    self._sources[item.source],
                    decimal(item.confidence, 2),
                    tuple(self._statement(self._brief.statements[id_]) for id_ in item.statements),
                )
                for item in sources
            ),
            quoted=tuple(self._sources[item.source] for item in sources),
        )

    def _in_order(self, ids: Iterable[str]) -> tuple[StatementView, ...]:
        """Return statements by their sources' numbers, then in the order of the text."""
        views = (self._statement(self._brief.statements[id_]) for id_ in ids)
        return tuple(sorted(views, key=lambda view: (view.quote.source.number, view.start)))

    def _statement(self, statement: Statement) -> StatementView:
        context = self._contexts.get(statement.id)
        holder = statement.holder
        return StatementView(
            quote=self._quote(statement.id, statement.stance),
            kind=statement.kind,
            holder=squeeze(holder.name) if holder is not None else None,
            role=squeeze(holder.role) if holder is not None and holder.role else None,
            issue=statement.issue,
            stance=statement.stance,
            word=STANCE_STYLES[statement.stance].meaning,
            start=statement.start,
            end=statement.end,
            is_checked=statement.review != "machine",
            before=context.before if context else None,
            after=context.after if context else None,
        )


def _is_unequal(issue: IssueEvidenceView) -> bool:
    """Tell whether one of the two sides has less to show, as the audit counts it."""
    texts = {
        side.stance: [item.quote.text for found in side.sources for item in found.statements]
        for side in issue.sides
        if side.stance in {"support", "oppose"}
    }
    if len(texts) < 2:
        return False
    words = [sum(count_words(text) for text in each) for each in texts.values()]
    return len({len(each) for each in texts.values()}) > 1 or max(words) > 2 * min(words)
