"""Which conditions a side hangs on, of all that its statements carry.

A statement may carry the condition of a forecast ("unless the dyke holds, the fields will flood"),
of what somebody else does ("the pilots will not sign unless …"), a case to prepare for, or how long
something lasts. Told is only what the author's own demand or approval hangs on:

- the statement is no question, forecast or concession; and it takes a side or is conditional. Where
  it is on no side its condition is nobody's, save what a demand sets outright (the next point);
- "only if", "provided that", "unless" and the like in any demand, and in any other such statement
  save in "it is only when …"; "unless" outside a demand only where the sentence denies;
- a bare "if" or "in the absence of" in a demand, where it opens the sentence or stands behind the
  demand with nothing that joins it to another clause; not in "be prepared to fight if …", nor in
  "if the aim is …";
- "in return for" in what takes a side;
- "as long as" where something is accepted; "depends on" where a view does.

What names nothing but the issue itself ("only if the toll comes") is no condition of a view on it.
"""

import re
from collections.abc import Iterable

from briefgen.models import TELLING, Issue, Statement
from briefgen.synthesis.condition_words import (
    ACCEPTING,
    CASE,
    CLEFT,
    DEPENDING,
    JOINING,
    LASTING,
    PREPARING,
    PRICE,
    PURPOSES,
    SETTING,
    VIEWS,
)
from briefgen.synthesis.disputes import denies
from briefgen.synthesis.stems import read_stems, read_words

_OPENING_WORDS = 4
"""Words of an "if" clause in which its purpose is named: "if the real aim is"."""


def _compile(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


_SETTING, _CASE, _PRICE = _compile(SETTING), _compile(CASE), _compile(PRICE)
_LASTING, _DEPENDING = _compile(LASTING), _compile(DEPENDING)
_CLEFT = re.compile("|".join(CLEFT), re.IGNORECASE)


class SetConditions:
    """Tells which conditions of statements on one issue a side hangs on.

    Args:
        issue: whose title and proposition say nothing new in a condition.
    """

    def __init__(self, issue: Issue) -> None:
        self._of_issue = read_stems(read_words(f"{issue.title} {issue.proposition}"))

    def tells(self, statement: Statement, condition: str) -> bool:
        """Tell whether the author's side hangs on *condition*.

        Args:
            statement: the author's own.
            condition: one of its conditions, as it stands there.
        """
        is_demand = statement.kind == "recommendation"
        if not (is_demand or statement.kind in ("claim", "reason")):
            return False
        if not read_stems(read_words(condition)) - self._of_issue:
            return False
        before, _, behind = statement.quote.partition(condition)
        rest = read_words(f"{before} {behind}")
        if is_demand and _SETTING.match(condition):
            return True
        if statement.stance not in TELLING:
            return False
        if _SETTING.match(condition):
            return _insists(before, condition, rest)
        if _CASE.match(condition):
            return is_demand and _is_awaited(before, condition, rest)
        if _PRICE.match(condition):
            return True
        if _LASTING.match(condition):
            return not ACCEPTING.isdisjoint(rest)
        return bool(_DEPENDING.match(condition)) and not VIEWS.isdisjoint(read_words(before))


def _insists(before: str, condition: str, rest: list[str]) -> bool:
    """Tell whether what is no demand says that something may only be on a condition."""
    if _CLEFT.search(before):
        return False
    return not condition.lower().startswith("unless") or any(map(denies, rest))


def _is_awaited(before: str, condition: str, rest: list[str]) -> bool:
    """Tell whether a demand waits for the case that it names."""
    if not PREPARING.isdisjoint(rest):
        return False
    if not PURPOSES.isdisjoint(read_words(condition)[:_OPENING_WORDS]):
        return False
    words = read_words(before)
    return not words or words[-1] not in JOINING
