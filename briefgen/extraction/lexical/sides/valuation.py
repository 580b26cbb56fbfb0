"""How good or bad a word is in its place: its own value, what moves it, what negates it.

"Lower costs" are good, "jobs lost" are bad, "not a mistake" is a little less than good; "more harm
than good" is bad, and what "could not be worse" is not good.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause, is_negated
from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
)
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides.set_verdict_words import DECISIONS, MEANT, NOBODY
from briefgen.extraction.lexical.sides.set_verdicts import TELLING, set_verdict

_RISING = frozenset(
    """
    rise rises rose risen rising soar soars soared soaring climb climbs climbed surge surges surged
    surging jump jumped spike spiked higher increase increased mount mounting grow grows grew
    growing
    """.split()
)
_FALLING = frozenset(
    """
    fall falls fell fallen falling drop drops dropped decline declines declined declining plunge
    plunged
    shrink shrank sink sank lower collapse collapsed collapsing dwindle dwindled slump slumped
    """.split()
)
_NOT_TURNING = frozenset("on mainly hardest heavily".split())
"""Behind "falls": the cost that falls on somebody does not go down."""
_NEGATED_WEIGHT = -0.8
"""To deny that a thing is bad says a little less than to call it good."""
_UNREAL = frozenset("could couldn't can cannot can't".split())
_COMPARATIVES = frozenset("worse better".split())
_REMOVED_REACH = 4
VALUED = frozenset(
    polarity.GOOD_FORMS
    | polarity.BAD_FORMS
    | polarity.GOODS_FORMS
    | polarity.ILLS_FORMS
    | polarity.VERB_VALUES.keys()
    | polarity.TAKING
    | {first for first, _ in polarity.PHRASAL_VALUES}
    | TELLING
)
"""All words that can be good or bad."""
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_WORKING = frozenset(("work", "works"))
_ENLARGING = frozenset("great strong real".split())
_BAD_ADJECTIVES = polarity.BAD_FORMS - polarity.ILLS_FORMS
_COPULAS = frozenset("is are was were be".split())


def overall_verdict(tokens: Sequence[Token], clause: Clause) -> float:
    """Return the sum of the good and bad words of a clause, whatever they are said of."""
    return sum(
        value_in_clause(tokens, clause, index)
        for index in range(clause.first, clause.last + 1)
        if tokens[index].is_word
    )


def value_in_clause(tokens: Sequence[Token], clause: Clause, index: int) -> float:
    """Return how good (up to 1) or bad (down to -1) the word is, negation and comparison
    counted.
    """
    lower = tokens[index].lower
    if lower in TELLING:
        told = set_verdict(tokens, clause.first, clause.last, index)
        if told is not None:
            return told
    value = word_value(tokens, index, clause.last) if lower in VALUED else 0.0
    if not value or _is_outweighed(tokens, clause, index):
        return 0.0
    if value > 0 and _is_no_help(tokens, clause, index):
        return 0.0
    if value > 0 and index > clause.first and _spoils(tokens[index - 1], tokens[index]):
        return 0.0
    if value > 0 and lower in _ENLARGING and tokens[index + 1].lower in polarity.ILLS_FORMS:
        return 0.0  # "great damage"
    if is_negated(tokens, clause.first, index) and not _could_not_be(tokens, clause, index):
        return value * _NEGATED_WEIGHT
    return value * _NEGATED_WEIGHT if _is_for_nobody(tokens, clause, index) else value


def _is_for_nobody(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Tell whether "helps nobody", "harms no one" stands here."""
    if tokens[index].lower not in polarity.VERB_VALUES or index >= clause.last:
        return False
    following = [token.lower for token in tokens[index + 1 : min(clause.last, index + 2) + 1]]
    return following[0] in NOBODY or following == ["no", "one"]


def _is_no_help(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Tell whether "meant to help" stands here, or what helps some at the expense of others."""
    if "expense" in [token.lower for token in tokens[index + 1 : clause.last + 1]]:
        return True  # "helps the few at the expense of the many"
    before = range(max(clause.first, index - 2), index)
    return tokens[index - 1].lower == "to" and any(tokens[i].lower in MEANT for i in before)


def _spoils(before: Token, word: Token) -> bool:
    """Tell whether a bad adjective stands before a good noun: "the wrong answer", "false hope"."""
    return before.lower in _BAD_ADJECTIVES and word.lower not in polarity.VERB_VALUES


def word_value(tokens: Sequence[Token], index: int, last: int) -> float:
    """Return how good or bad the word is in its place, before negation."""
    token = tokens[index]
    if index < last:
        phrasal = polarity.PHRASAL_VALUES.get((token.lower, tokens[index + 1].lower))
        if phrasal is not None:
            return float(phrasal)
    direction = _direction_before(tokens, index)
    if token.lower in polarity.ILLS_FORMS:
        moved = direction or _movement_after(tokens, index, last)
        return -float(moved) if moved else -0.6
    if token.lower in polarity.TAKING and _takes_goods(tokens, index):
        return -1.0
    if token.lower == "right" and _is_judging(tokens, index, last):
        return 1.0
    if token.lower in polarity.GOODS_FORMS:
        return float(direction or _movement_after(tokens, index, last))
    value = float(polarity.VERB_VALUES.get(token.lower, 0))
    if token.lower in _WORKING and index and tokens[index - 1].lower in _BEFORE_NOUNS:
        return 0.0  # "the work of a committee"
    if not value:
        value = float(token.lower in polarity.GOOD_FORMS) - float(token.lower in polarity.BAD_FORMS)
    return -value if value and direction < 0 and not is_verb(tokens, index) else value


def _is_judging(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Tell whether "the right decision" or "is right." stands here, not "a right to"."""
    if index == last or not tokens[index + 1].is_word:
        return index > 0 and tokens[index - 1].lower in _COPULAS
    return tokens[index + 1].lower in DECISIONS


def _takes_goods(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "take our jobs", "take jobs from" stands here, not "take jobs in the port"."""
    ahead = [token.lower for token in tokens[index + 1 : index + 6]]
    goods = next((i for i, lower in enumerate(ahead) if lower in polarity.GOODS_FORMS), None)
    if goods is None or goods > 2:
        return False
    stolen = tokens[index].lower.startswith("st")
    return stolen or bool({"our", "their", "your"} & set(ahead[:goods])) or "from" in ahead[goods:]


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word that can be a verb of help or harm stands as one."""
    before = tokens[index - 1].lower if index else ""
    return tokens[index].lower in polarity.VERB_VALUES and before not in _BEFORE_NOUNS


def is_lessened(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether less of what the word names is spoken of: "remedy the flaws", "fewer risks"."""
    return _direction_before(tokens, index) < 0


def _is_outweighed(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Tell whether the word is the lesser of two: "good" in "more harm than good", "trouble" in
    "worth the trouble".
    """
    if "worth" in {token.lower for token in tokens[max(clause.first, index - 3) : index]}:
        return True
    for position in range(max(clause.first, index - 3), index):
        if tokens[position].lower == "than":
            before = {token.lower for token in tokens[max(clause.first, position - 3) : position]}
            return "more" in before
    return False


def _could_not_be(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Tell whether "could not be worse" stands here, which says that it is bad."""
    before = {token.lower for token in tokens[clause.first : index]}
    return tokens[index].lower in _COMPARATIVES and bool(before & _UNREAL)


_FINITE = _COPULAS | AUXILIARIES


def _direction_before(tokens: Sequence[Token], index: int) -> int:
    for position in range(index - 1, max(0, index - _REMOVED_REACH) - 1, -1):
        token = tokens[position]
        if not token.is_word or token.lower in RELATIVES or token.lower in _FINITE:
            return 0  # "a ban is dangerous", "a ban has made it worse" speak of no less danger
        if token.lower in polarity.LESS_FORMS or token.lower in polarity.SOLVING_FORMS:
            return -1
        if token.lower in polarity.MORE_FORMS:
            return 1
        if token.lower in {"of", "from", "by", "for"} and position < index - 2:
            return 0
    return 0


def _movement_after(tokens: Sequence[Token], index: int, last: int) -> int:
    for position in range(index + 1, min(last, index + 4) + 1):
        lower = tokens[position].lower
        if lower in _RISING:
            return 1
        if lower in _FALLING:
            following = tokens[position + 1].lower if position < last else ""
            return 0 if following in _NOT_TURNING else -1
        if not tokens[position].is_word:
            return 0
    return 0
