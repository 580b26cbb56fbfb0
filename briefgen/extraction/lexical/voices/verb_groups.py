"""The verb group: auxiliaries, adverbs, chained verbs and times before a verb."""

from collections.abc import Sequence

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    WEEKDAYS_AND_MONTHS,
)
from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.voices.interludes import is_adverb

IRREAL_MODALS = frozenset(
    "should must could would may might can cannot can't couldn't wouldn't will won't".split()
)
_CHAIN_FORMS = forms_of(
    "continue go seem appear come like begin start keep use try attempt struggle manage".split()
)
_DENYING = frozenset("nor neither never no not rarely seldom hardly scarcely barely".split())
_NOT_DENIED = frozenset("only just merely simply sooner".split())
_CORRELATIVE_REACH = 9
_FRONTED_REACH = 6
_KEEPING = frozenset("keep keeps kept".split())
_TIMES = frozenset(
    """
    week month year day night morning afternoon evening weekend decade hour spring summer autumn
    fall winter weeks months years days hours decades
    """.split()
)
_BEFORE_TIMES = frozenset("last this next that earlier late a one two three four five".split())
_BEFORE_DATES = frozenset("on in by since late early last until at".split())
_BEHIND_TIMES = frozenset("ago earlier later before".split())


def verb_group(tokens: list[Token], index: int) -> tuple[int, bool, str | None]:
    """Walk left from the verb at *index* over what belongs to it.

    Returns:
        The number of the token before the group (-1: none), whether the group is negated, and its
        modal.
    """
    negated, modal = False, None
    before = index - 1
    while before >= 0 and tokens[before].is_word:
        lower = tokens[before].lower
        named = tokens[before].capital and before > 0  # "George Will"
        time = _time_phrase(tokens, before)
        if time < before:
            before = time + 1
        elif lower in AUXILIARIES and "'" in lower and not lower.endswith("n't"):
            # "He's said", "they'll say": the subject stands in the same word.
            return before, negated, lower if lower.endswith(("'ll", "'d")) else modal
        elif not named and (lower in AUXILIARIES or lower in NEGATORS or is_adverb(lower)):
            negated |= lower in NEGATORS
            modal = lower if lower in IRREAL_MODALS else modal
        elif lower in _KEEPING and before == index - 1 and tokens[index].lower.endswith("ing"):
            pass  # "keeps telling"
        elif _is_chain(tokens, before) or _ends_time_phrase(tokens, before):
            before -= 1
        else:
            break
        before -= 1
    return before, negated, modal


def is_hardly_anybody(tokens: Sequence[Token], subject: int) -> bool:
    """Tell whether "few in the guild" begins there, not "a few": what few hold, most do not."""
    before = tokens[subject - 1].lower if subject else ""
    return tokens[subject].lower == "few" and before not in DETERMINERS


def denied_before(tokens: Sequence[Token], subject: int) -> int | None:
    """Return the number of the word from which what a subject does is denied before it is named:
    "Nor did she back it", "At no point has the guild …", "Neither the guild nor the mayor …".

    Args:
        tokens: of the sentence.
        subject: number of the subject's first token.

    Returns:
        None where nothing before the subject denies it.
    """
    at = subject - 1
    while at >= 0 and tokens[at].lower in DETERMINERS - _DENYING:
        at -= 1
    if at < 0:
        return None
    lower = tokens[at].lower
    if lower in {"nor", "neither"}:
        before = range(at - 1, max(-1, at - _CORRELATIVE_REACH), -1)
        return next((i for i in before if tokens[i].lower == "neither"), at)
    if lower not in AUXILIARIES:
        return None
    for index in range(at - 1, max(-1, at - _FRONTED_REACH), -1):
        if not tokens[index].is_word:
            return None
        if tokens[index].lower in _DENYING:
            if tokens[index + 1].lower in _NOT_DENIED:
                return None  # "Not only did she back it"
            while index and tokens[index - 1].lower in PREPOSITIONS:
                index -= 1  # noqa: PLW2901 ("at no point")
            return index
    return None


def _is_chain(tokens: list[Token], index: int) -> bool:
    """Tell whether "continues to" or "goes on" ends here, before the reporting verb."""
    if index == 0:
        return False
    lower, lemma = tokens[index].lower, _CHAIN_FORMS.get(tokens[index - 1].lower)
    return (lower == "to" and lemma is not None) or (lower == "on" and lemma == "go")


def _ends_time_phrase(tokens: list[Token], index: int) -> bool:
    """Tell whether "for decades" ends here, within "has for decades opposed"."""
    if index < 2:
        return False
    return (
        tokens[index - 1].lower in {"for", "over", "in"} and tokens[index - 2].lower in AUXILIARIES
    )


def _time_phrase(tokens: list[Token], last: int) -> int:
    """Return the number of the token before "on Tuesday" or "last week"; *last* where none ends.

    Such a phrase stands between a subject and its verb: "the mayor on Tuesday called …".
    """
    token = tokens[last]
    at = last
    if token.lower in _BEHIND_TIMES and last and tokens[last - 1].lower in _TIMES:
        at = last - 1
        token = tokens[at]
    if token.capital and token.lower in WEEKDAYS_AND_MONTHS:
        preposed = at > 1 and tokens[at - 1].lower in _BEFORE_DATES
        return at - 2 if preposed else at - 1
    if len(token.text) == 4 and token.text.isdigit() and at > 1 and tokens[at - 1].lower == "in":
        return at - 2
    if token.lower in _TIMES and at > 1 and tokens[at - 1].lower in _BEFORE_TIMES:
        return at - 2
    return last
