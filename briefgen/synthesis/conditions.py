"""On what each side's stance turns, and what a side grants the other (`disputes`: what it denies).

Only what a stance depends on is a condition here. A statement that takes no side tells of a case
("unless the dyke holds, the fields will flood") and shows no condition of anybody's stance, but for
two forms: a demand with a connective that sets a condition ("only if", "provided that", not a bare
"if"), and a sentence that says what will not be without something ("the pilots will not sign unless
…"). "In return for" names a price, and counts only where its statement takes a side.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.models import Concession, ConditionItem, Position, Stance, Statement
from briefgen.synthesis.disputes import Disputes, denies
from briefgen.synthesis.evidence import IssueEvidence
from briefgen.synthesis.passages import fold_text, interleave
from briefgen.synthesis.stems import read_words

_SIDES: tuple[Stance, Stance] = ("support", "oppose")
_TELLING: frozenset[Stance] = frozenset((*_SIDES, "conditional"))
_BARE = re.compile(r"(?:if|assuming)\b", re.IGNORECASE)
_PRICE = re.compile(r"in\s+(?:return|exchange)\s+for\b", re.IGNORECASE)
_SETTING = re.compile(r"(?:unless|in\s+the\s+absence\s+of|only\s)", re.IGNORECASE)


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
    by_stance = []
    for position in positions:
        by_source = []
        for source in position.sources:
            held = (statements[statement_id] for statement_id in source.statements)
            own = [s for s in held if s.holder is None and s.issue == issue.id]
            items = _conditions_of(source.source, position.stance, own)
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
    source_id: str, stance: Stance, statements: Sequence[Statement]
) -> Iterator[ConditionItem]:
    """Yield the conditions of one source, each once, whichever statements repeat it."""
    seen: set[str] = set()
    for statement in statements:
        for condition in statement.conditions:
            words = fold_text(condition.quote)
            if words not in seen and _is_set(statement, condition.quote):
                seen.add(words)
                yield ConditionItem(
                    source=source_id, stance=stance, statement=statement.id, condition=condition
                )


def _is_set(statement: Statement, condition: str) -> bool:
    """Tell whether the holder's view depends on *condition*."""
    if statement.stance in _TELLING:
        return True
    if _BARE.match(condition) or _PRICE.match(condition):
        return False
    if statement.kind == "recommendation":
        return True
    rest = read_words(statement.quote.replace(condition, " "))
    return bool(_SETTING.match(condition)) and any(map(denies, rest))
