"""On what each side's stance turns, and what a side grants the other (`disputes`: what it denies).

Which of the conditions that statements carry are told: `set_conditions`.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.models import Concession, ConditionItem, Position, Stance, Statement
from briefgen.synthesis.disputes import Disputes
from briefgen.synthesis.evidence import IssueEvidence
from briefgen.synthesis.passages import fold_text, interleave
from briefgen.synthesis.set_conditions import SetConditions

_SIDES: tuple[Stance, Stance] = ("support", "oppose")


def collect_conditions(
    positions: Sequence[Position],
    issue_evidence: IssueEvidence,
    statements: Mapping[str, Statement],
) -> tuple[ConditionItem, ...]:
    """Collect what the authors' stances depend on; stances take turns, within them sources.

    Args:
        positions: of the issue, in the order in which the brief shows them.
        issue_evidence: the issue.
        statements: id to statement.
    """
    issue = issue_evidence.issue
    disputes = Disputes(issue_evidence)
    told = SetConditions(issue)
    by_stance = []
    for position in positions:
        by_source = []
        for source in position.sources:
            held = (statements[statement_id] for statement_id in source.statements)
            own = [s for s in held if s.holder is None and s.issue == issue.id]
            items = _conditions_of(source.source, position.stance, own, told)
            by_source.append([disputes.add_to(item) for item in items])
        by_stance.append(interleave(by_source))
    return tuple(interleave(by_stance))


def collect_concessions(
    positions: Sequence[Position], issue_evidence: IssueEvidence
) -> tuple[Concession, ...]:
    """Collect what sources with a side grant the other; the sides take turns, then sources."""
    by_side = []
    for position in positions:
        if position.stance not in _SIDES:
            continue
        by_source = []
        for source in position.sources:
            granted = [
                Concession(source=source.source, stance=position.stance, statement=statement.id)
                for statement in issue_evidence.statements.get(source.source, ())
                if statement.kind == "concession" and statement.holder is None
            ]
            by_source.append(granted)
        by_side.append(interleave(by_source))
    return tuple(interleave(by_side))


def _conditions_of(
    source_id: str, stance: Stance, statements: Sequence[Statement], told: SetConditions
) -> Iterator[ConditionItem]:
    """Yield the conditions of one source, each once, whichever statements repeat it."""
    seen: set[str] = set()
    for statement in statements:
        for condition in statement.conditions:
            words = fold_text(condition.quote)
            if words not in seen and told.tells(statement, condition.quote):
                seen.add(words)
                yield ConditionItem(
                    source=source_id, stance=stance, statement=statement.id, condition=condition
                )
