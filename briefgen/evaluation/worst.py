"""The errors of a comparison, the worst first, each with its text and what the extractor saw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.evaluation.overlap import overlaps
from briefgen.evaluation.stances import CellResult, StanceResults
from briefgen.models import PositionRecord, Stance, Statement

WRONG_SIDE = "wrong side"
SIDE_UNHEARD = "side that no reader takes"
MISBOOKED = "reported view booked to the author"
SIDE_MISSED = "side missed"
NOT_ADDRESSED = "issue not seen"
NOT_THERE = "issue seen where readers see none"
REPORT_MISSED = "reported view missed"
HOLDER_WRONG = "reported view of somebody else"
RECOMMENDATION_MISSED = "recommendation missed"
ADDRESSEE_WRONG = "recommendation without its addressee"
_ORDER = (
    WRONG_SIDE,
    MISBOOKED,
    SIDE_UNHEARD,
    HOLDER_WRONG,
    SIDE_MISSED,
    NOT_ADDRESSED,
    NOT_THERE,
    REPORT_MISSED,
    RECOMMENDATION_MISSED,
    ADDRESSEE_WRONG,
)


@dataclass(frozen=True)
class Seen:
    """A statement as the extractor has it."""

    id: str
    quote: str
    kind: str
    holder: str | None
    """None: the author."""
    addressee: str | None
    issue: str | None
    stance: Stance


@dataclass(frozen=True)
class Fault:
    """One error."""

    kind: str
    article: str
    issue: str | None
    """None for a recommendation."""
    gold: str
    """What readers say: labels, a holder, an actor."""
    predicted: str | None
    """The class that the record says of the issue; None for a passage."""
    confidence: float | None
    """The record's, in its stance on the issue."""
    passages: tuple[str, ...]
    """The text that readers marked."""
    seen: tuple[Seen, ...]
    """What the extractor made of the issue or of that text, the clearest first."""


def find_faults(results: StanceResults, records: Mapping[str, PositionRecord]) -> Iterator[Fault]:
    """Yield the errors, the worst kind first, the most confident of a kind first."""
    faults = [*_cell_faults(results, records), *_reported_faults(results)]
    faults += _recommendation_faults(results, records)
    yield from sorted(faults, key=lambda f: (_ORDER.index(f.kind), -(f.confidence or 0.0)))


def _cell_faults(results: StanceResults, records: Mapping[str, PositionRecord]) -> Iterator[Fault]:
    for cell in results.cells:
        if cell.is_right:
            continue
        seen: Sequence[Statement] = cell.shown
        if not seen:
            seen = _in_passages(cell.gold_evidence, records[cell.article].statements)
        yield Fault(
            kind=_cell_kind(cell),
            article=cell.article,
            issue=cell.issue,
            gold=" or ".join(dict.fromkeys(cell.accepted)),
            predicted=cell.predicted,
            confidence=cell.confidence,
            passages=cell.gold_evidence,
            seen=tuple(_seen(statement) for statement in seen),
        )


def _cell_kind(cell: CellResult) -> str:
    if cell.is_wrong_side:
        return WRONG_SIDE
    if cell.predicted in {"support", "oppose"}:
        return SIDE_UNHEARD
    if cell.predicted == "absent":
        return NOT_ADDRESSED
    return NOT_THERE if cell.accepted[0] == "absent" else SIDE_MISSED


def _reported_faults(results: StanceResults) -> Iterator[Fault]:
    for item in results.reported:
        if item.is_right:
            continue
        wrong = HOLDER_WRONG if item.hits else REPORT_MISSED
        yield Fault(
            kind=MISBOOKED if item.is_misbooked else wrong,
            article=item.article,
            issue=item.issue,
            gold=item.holder,
            predicted=None,
            confidence=None,
            passages=(item.passage,),
            seen=tuple(_seen(statement) for statement in item.hits),
        )


def _recommendation_faults(
    results: StanceResults, records: Mapping[str, PositionRecord]
) -> Iterator[Fault]:
    for item in results.recommendations:
        if item.is_addressed:
            continue
        seen = item.hits or _in_passages(item.evidence, records[item.article].statements)
        yield Fault(
            kind=ADDRESSEE_WRONG if item.is_found else RECOMMENDATION_MISSED,
            article=item.article,
            issue=None,
            gold=item.actor,
            predicted=None,
            confidence=None,
            passages=item.evidence,
            seen=tuple(_seen(statement) for statement in seen),
        )


def _in_passages(passages: Sequence[str], statements: Sequence[Statement]) -> list[Statement]:
    return [s for s in statements if any(overlaps(s.quote, text) for text in passages)]


def _seen(statement: Statement) -> Seen:
    return Seen(
        id=statement.id,
        quote=statement.quote,
        kind=statement.kind,
        holder=statement.holder.name if statement.holder else None,
        addressee=statement.addressee,
        issue=statement.issue,
        stance=statement.stance,
    )
