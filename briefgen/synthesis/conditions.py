"""On what each side's stance turns, what the other side disputes of it, and what a side grants.

Only what a stance depends on is a condition here. A statement that takes no side tells of a case
("unless the dyke holds, the fields will flood") and shows no condition of anybody's stance, but for
two forms: a demand with a connective that sets a condition ("only if", "provided that", not a bare
"if"), and a sentence that says what will not be without something ("the pilots will not sign unless
…"). "In return for" names a price, and counts only where its statement takes a side.

A condition is disputed by another source if all of this holds:

- that source takes another side of the issue: the opposite one, or a side where the condition's
  source is conditional, or the other way round;
- a sentence of its author on the issue shares with the condition at least ``SHARED_STEMS`` stems of
  content, and half of the condition's, not counting those of the issue's own proposition and title;
- the sentence denies or doubts exactly once, within ``DENIAL_REACH`` words of such a stem, imagines
  no case and asks nothing; and the condition itself denies nothing.

What fits less well is left out: nothing is said rather than something false.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.models import Concession, ConditionItem, Dispute, Issue, Position, Stance, Statement
from briefgen.synthesis.dispute_words import DENYING, SUPPOSING
from briefgen.synthesis.evidence import IssueEvidence
from briefgen.synthesis.passages import fold_text, interleave
from briefgen.synthesis.stems import read_stems, read_words, stem_of

SHARED_STEMS = 2
"""One shared word is chance within one topic."""
DENIAL_REACH = 5
"""Words between a denial and what it denies: as far as a verb phrase goes."""

_SIDES: tuple[Stance, Stance] = ("support", "oppose")
_TELLING: frozenset[Stance] = frozenset((*_SIDES, "conditional"))
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_BARE = re.compile(r"(?:if|assuming)\b", re.IGNORECASE)
_PRICE = re.compile(r"in\s+(?:return|exchange)\s+for\b", re.IGNORECASE)
_SETTING = re.compile(r"(?:unless|in\s+the\s+absence\s+of|only\s)", re.IGNORECASE)
_NOT = re.compile(r"n['’]t$")


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
    by_stance = []
    for position in positions:
        by_source = []
        for source in position.sources:
            held = (statements[statement_id] for statement_id in source.statements)
            own = [s for s in held if s.holder is None and s.issue == issue.id]
            items = _conditions_of(source.source, position.stance, own)
            by_source.append([_with_disputes(item, issue_evidence) for item in items])
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
    return bool(_SETTING.match(condition)) and any(map(_denies, rest))


def _with_disputes(item: ConditionItem, issue_evidence: IssueEvidence) -> ConditionItem:
    words = read_words(item.condition.quote)[1:]
    stems = read_stems(words) - _stems_of_issue(issue_evidence.issue)
    if len(stems) < SHARED_STEMS or any(map(_denies, words)):
        return item
    disputes = []
    for source_id, held in issue_evidence.statements.items():
        stance = issue_evidence.stances.get(source_id)
        if stance is None or not _are_opposed(item.stance, stance.stance):
            continue
        disputes += [
            Dispute(source=source_id, stance=stance.stance, statement=statement.id)
            for statement in held
            if statement.holder is None and _disputes(statement, stems)
        ]
    return item.model_copy(update={"disputed_by": tuple(disputes)}) if disputes else item


def _are_opposed(one: Stance, other: Stance) -> bool:
    return one != other and one in _TELLING and other in _TELLING


def _disputes(statement: Statement, stems: frozenset[str]) -> bool:
    if statement.kind == "question":
        return False
    return any(_denies_stems(each, stems) for each in _SENTENCE_END.split(statement.quote))


def _denies_stems(sentence: str, stems: frozenset[str]) -> bool:
    words = read_words(sentence)
    denials = [place for place, word in enumerate(words) if _denies(word)]
    if len(denials) != 1 or sentence.rstrip().endswith("?") or not SUPPOSING.isdisjoint(words):
        return False
    places = {place: stem for place, word in enumerate(words) if (stem := stem_of(word)) in stems}
    shared = set(places.values())
    if len(shared) < SHARED_STEMS or 2 * len(shared) < len(stems):
        return False
    return any(abs(place - denials[0]) <= DENIAL_REACH for place in places)


def _stems_of_issue(issue: Issue) -> frozenset[str]:
    return read_stems(read_words(f"{issue.title} {issue.proposition}"))


def _denies(word: str) -> bool:
    return word in DENYING or _NOT.search(word) is not None
