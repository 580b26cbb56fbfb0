"""From the answers about an article's pieces to its record, without doubles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefgen.extraction.llm.placing import Placed, Placer
from briefgen.extraction.llm.replies import Reply, View
from briefgen.models import (
    Article,
    Codebook,
    IssueStance,
    PositionRecord,
    Provenance,
    Stance,
    Statement,
)

MOST_SHOWN = 6
"""Statements that show a stance."""
_SIDES: tuple[Stance, ...] = ("support", "oppose")


@dataclass
class _Views:
    """What the answers say of the author on one issue."""

    stances: list[Stance] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)
    """Numbers of the statements named for it, in the order in which they were named."""


class Joiner:
    """Joins what is said of the pieces of one article."""

    def __init__(self, article: Article, codebook: Codebook, placer: Placer) -> None:
        self._article = article
        self._codebook = codebook
        self._placer = placer
        self._placed: list[Placed] = []
        self._known: dict[tuple[int, int, str | None, str | None], int] = {}
        self._views: dict[str, _Views] = {}
        self._thesis: int | None = None

    def add(self, reply: Reply) -> None:
        """Take the answer about one piece."""
        numbers = [self._number(self._placer.place(said)) for said in reply.statements]
        for view in reply.author:
            self._add_view(view, numbers)
        if self._thesis is None and reply.thesis is not None:
            self._thesis = _at(numbers, reply.thesis)

    def record(self, extractor: str, codebook_sha256: str) -> PositionRecord:
        """Return the record of all that was added; not yet verified."""
        order = sorted(range(len(self._placed)), key=self._place_of)
        ids = {
            number: f"{self._article.source.id}:s{place}" for place, number in enumerate(order, 1)
        }
        statements = tuple(_statement(self._placed[number], ids[number]) for number in order)
        stances = {}
        for issue in self._codebook.issues:
            stance = self._stance(issue.id, ids)
            if stance is not None:
                stances[issue.id] = stance
        return PositionRecord(
            source=self._article.source,
            provenance=Provenance(
                input_sha256=self._article.input_sha256,
                codebook_sha256=codebook_sha256,
                extractor=extractor,
            ),
            thesis=ids.get(self._thesis) if self._thesis is not None else None,
            stances=stances,
            statements=statements,
        )

    def _number(self, placed: Placed | None) -> int | None:
        """Return the number of a statement; one that two pieces hold has one number."""
        if placed is None:
            return None
        known = self._known.get(placed.sign)
        if known is not None:
            return known
        self._known[placed.sign] = len(self._placed)
        self._placed.append(placed)
        return len(self._placed) - 1

    def _add_view(self, view: View, numbers: Sequence[int | None]) -> None:
        issue = self._placer.find_issue(view.issue)
        if issue is None:
            return
        views = self._views.setdefault(issue, _Views())
        views.stances.append(view.stance)
        named = (_at(numbers, place) for place in view.statements)
        views.shown += [number for number in named if number is not None]

    def _place_of(self, number: int) -> tuple[int, int, int]:
        placed = self._placed[number]
        issues = [issue.id for issue in self._codebook.issues]
        last = issues.index(placed.issue) if placed.issue in issues else len(issues)
        return placed.span.start, placed.span.end, last

    def _stance(self, issue: str, ids: dict[int, str]) -> IssueStance | None:
        """Return the author's stance on an issue; None where no statement of the author shows one.

        Confidence is the share of the author's statements on it that take that stance, by
        Laplace's rule of succession: what a model says of its own confidence was never measured.
        """
        own = [
            number
            for number, placed in enumerate(self._placed)
            if placed.issue == issue and placed.holder is None
        ]
        if not own:
            return None
        views = self._views.get(issue)
        said = [self._placed[number].stance for number in own]
        stance = _join(views.stances) if views is not None else _join(said)
        named = [number for number in (views.shown if views else ()) if number in own]
        same = [number for number in own if self._placed[number].stance == stance]
        shown = tuple(dict.fromkeys([*named, *same] or own))[:MOST_SHOWN]
        confidence = (said.count(stance) + 1) / (len(said) + 2)
        return IssueStance(
            stance=stance,
            confidence=round(confidence, 2),
            statements=tuple(ids[number] for number in shown),
        )


def _join(stances: Iterable[Stance]) -> Stance:
    """Return one stance for what several pieces, or statements, show.

    A side counts over what takes none; both sides, and nothing that says how they go together, are
    no side that a reader could name.
    """
    found = set(stances)
    if len(found) == 1:
        return found.pop()
    if "conditional" in found:
        return "conditional"
    sides = [side for side in _SIDES if side in found]
    if len(sides) == 1:
        return sides[0]
    return "unclear"


def _at(numbers: Sequence[int | None], place: int) -> int | None:
    return numbers[place - 1] if 1 <= place <= len(numbers) else None


def _statement(placed: Placed, name: str) -> Statement:
    return Statement(
        id=name,
        start=placed.span.start,
        end=placed.span.end,
        quote=placed.quote,
        kind=placed.kind,
        holder=placed.holder,
        issue=placed.issue,
        stance=placed.stance,
        modality=placed.modality,
        negated=placed.negated,
        addressee=placed.addressee,
        conditions=placed.conditions,
        reasons=placed.reasons,
    )
