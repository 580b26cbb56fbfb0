"""Position records against gold.json: the figures, the confusion table, the errors.

A cell is one article on one issue. Conditional, neutral and unclear are one class, ``other``: what
parts readers from each other there is finer than what these figures are to show. An issue that is
not addressed is ``absent``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.evaluation.gold import Gold, GoldArticle, GoldCell
from briefgen.evaluation.overlap import overlaps, shares_name
from briefgen.models import PositionRecord, Statement

Class = Literal["support", "oppose", "other", "absent"]
CLASSES: tuple[Class, ...] = ("support", "oppose", "other", "absent")
_OPPOSITE: Mapping[Class, Class] = {"support": "oppose", "oppose": "support"}


@dataclass(frozen=True)
class CellResult:
    """One article on one issue: what readers say and what the record says."""

    article: str
    issue: str
    accepted: tuple[Class, ...]
    predicted: Class
    confidence: float | None
    """None where the record does not address the issue."""
    gold_evidence: tuple[str, ...]
    shown: tuple[Statement, ...]
    """The statements that the record shows for its stance, the clearest first."""

    @property
    def is_right(self) -> bool:
        """Whether the record says one of the labels that readers accept."""
        return self.predicted in self.accepted

    @property
    def side(self) -> Class | None:
        """The side that is the only right label; None where there is none."""
        only = self.accepted[0] if len(set(self.accepted)) == 1 else None
        return only if only in _OPPOSITE else None

    @property
    def is_wrong_side(self) -> bool:
        """Whether one side is right and the record takes the other."""
        return self.side is not None and self.predicted == _OPPOSITE[self.side]

    @property
    def gold_class(self) -> Class:
        """The class under which the confusion table counts the cell."""
        return self.predicted if self.is_right else self.accepted[0]

    @property
    def shows_evidence(self) -> bool | None:
        """Whether a shown statement is a passage that readers marked.

        None where that cannot be asked: the stance is not right, not there, or not marked.
        """
        if not self.is_right or not self.gold_evidence or self.confidence is None:
            return None
        return any(overlaps(s.quote, text) for s in self.shown for text in self.gold_evidence)


@dataclass(frozen=True)
class ReportedResult:
    """One passage in which the article reports somebody else's position."""

    article: str
    issue: str
    holder: str
    passage: str
    hits: tuple[Statement, ...]
    """The record's statements that overlap the passage."""

    @property
    def is_right(self) -> bool:
        """Whether one of them names the right holder."""
        return any(s.holder and shares_name(s.holder.name, self.holder) for s in self.hits)

    @property
    def is_misbooked(self) -> bool:
        """Whether it is shown, and only as what the author says."""
        return bool(self.hits) and all(s.holder is None for s in self.hits)


@dataclass(frozen=True)
class RecommendationResult:
    """One thing that the author asks for."""

    article: str
    actor: str
    evidence: tuple[str, ...]
    hits: tuple[Statement, ...]
    """The author's recommendations in the record that overlap its evidence."""

    @property
    def is_found(self) -> bool:
        """Whether the record holds it as a recommendation."""
        return bool(self.hits)

    @property
    def is_addressed(self) -> bool:
        """Whether the record names who should act."""
        return any(s.addressee and shares_name(s.addressee, self.actor) for s in self.hits)


@dataclass(frozen=True)
class StanceResults:
    """A corpus, compared cell by cell."""

    cells: tuple[CellResult, ...]
    reported: tuple[ReportedResult, ...]
    recommendations: tuple[RecommendationResult, ...]


@dataclass(frozen=True)
class StanceFigures:
    """Shares from 0 to 1; None where the gold coding holds nothing of the kind."""

    cells: int
    accuracy: float | None
    """Cells right, over four classes: support, oppose, other, absent."""
    macro_f1: float | None
    """Mean F1 of the classes that occur in the gold coding."""
    side: float | None
    """Of the cells in which a side is the only right label: that side was taken."""
    wrong_side: float | None
    """Of those cells: the opposite side was taken. The worst error."""
    addressed: float | None
    """F1 of addressed against absent."""
    evidence: float | None
    """Of the cells that are right and have marked evidence: a shown statement is in it."""
    reported: float | None
    """Of the reported passages: a statement overlaps and names the right holder."""
    misbooked: float | None
    """Of the reported passages: shown as the author's own words alone."""
    recommendations: float | None
    """Of the recommendations: one of the author's in the record overlaps the evidence."""
    addressees: float | None
    """Of the recommendations found: the right addressee is named."""


def compare(gold: Gold, records: Mapping[str, PositionRecord]) -> StanceResults:
    """Compare records with the gold coding.

    Args:
        gold: the coding.
        records: the record of each coded article, by its id in gold.json.
    """
    cells: list[CellResult] = []
    reported: list[ReportedResult] = []
    recommendations: list[RecommendationResult] = []
    for article in gold.articles:
        record = records[article.id]
        for issue, cell in article.stances.items():
            cells.append(_compare_cell(article.id, issue, cell, record))
        reported.extend(_compare_reported(article, record.statements))
        recommendations.extend(_compare_recommendations(article, record.statements))
    return StanceResults(tuple(cells), tuple(reported), tuple(recommendations))


def count_confusion(results: StanceResults) -> dict[Class, dict[Class, int]]:
    """Return the number of cells by gold class (outer) and predicted class (inner)."""
    counts = Counter((cell.gold_class, cell.predicted) for cell in results.cells)
    return {gold: {said: counts[gold, said] for said in CLASSES} for gold in CLASSES}


def compute_figures(results: StanceResults) -> StanceFigures:
    """Return the figures of a comparison."""
    cells = results.cells
    sided = [cell for cell in cells if cell.side is not None]
    table = count_confusion(results)
    told = [cell.shows_evidence for cell in cells]
    found = [item for item in results.recommendations if item.is_found]
    return StanceFigures(
        cells=len(cells),
        accuracy=share(cell.is_right for cell in cells),
        macro_f1=_macro_f1(table),
        side=share(cell.is_right for cell in sided),
        wrong_side=share(cell.is_wrong_side for cell in sided),
        addressed=_addressed_f1(table),
        evidence=share(each for each in told if each is not None),
        reported=share(item.is_right for item in results.reported),
        misbooked=share(item.is_misbooked for item in results.reported),
        recommendations=share(item.is_found for item in results.recommendations),
        addressees=share(item.is_addressed for item in found),
    )


def share(truths: Iterator[bool]) -> float | None:
    """Return the share of what is true; None of nothing."""
    values = list(truths)
    return sum(values) / len(values) if values else None


def _compare_cell(article: str, issue: str, cell: GoldCell, record: PositionRecord) -> CellResult:
    said = record.stances.get(issue)
    by_id = {statement.id: statement for statement in record.statements}
    return CellResult(
        article=article,
        issue=issue,
        accepted=tuple(class_of(label) for label in cell.stance),
        predicted=class_of(said.stance) if said else "absent",
        confidence=said.confidence if said else None,
        gold_evidence=cell.evidence,
        shown=tuple(by_id[name] for name in said.statements if name in by_id) if said else (),
    )


def class_of(label: str) -> Class:
    """Return the class under which a label is counted."""
    return next((name for name in CLASSES if name == label), "other")


def _compare_reported(
    article: GoldArticle, statements: Sequence[Statement]
) -> Iterator[ReportedResult]:
    for item in article.reported:
        for passage in item.evidence:
            hits = tuple(s for s in statements if overlaps(s.quote, passage))
            yield ReportedResult(article.id, item.issue, item.holder, passage, hits)


def _compare_recommendations(
    article: GoldArticle, statements: Sequence[Statement]
) -> Iterator[RecommendationResult]:
    asked = [s for s in statements if s.kind == "recommendation" and s.holder is None]
    for item in article.recommendations:
        hits = tuple(s for s in asked if any(overlaps(s.quote, text) for text in item.evidence))
        yield RecommendationResult(article.id, item.actor, item.evidence, hits)


def _macro_f1(table: Mapping[Class, Mapping[Class, int]]) -> float | None:
    scores = []
    for name in CLASSES:
        true = sum(table[name].values())
        said = sum(row[name] for row in table.values())
        if true:
            scores.append(2 * table[name][name] / (true + said))
    return sum(scores) / len(scores) if scores else None


def _addressed_f1(table: Mapping[Class, Mapping[Class, int]]) -> float | None:
    true = said = both = 0
    for gold, row in table.items():
        for predicted, count in row.items():
            true += count * (gold != "absent")
            said += count * (predicted != "absent")
            both += count * (gold != "absent" and predicted != "absent")
    return 2 * both / (true + said) if true + said else None
