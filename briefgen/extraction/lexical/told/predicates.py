"""What a thing is taken for: "unacceptable", "a threat", "the fastest path", "hard to swallow".

Only where the grammar says it of the thing: as a complement behind it ("finds the toll unfair",
"views a toll as the best way"), behind a copula, or before one ("the only way out is a toll").
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
)
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.told import stand_words as words
from briefgen.extraction.lexical.voices.interludes import is_adverb

_COPULAS = frozenset(
    "is are was were be been remains remain isn't aren't wasn't weren't being".split()
)
_PLAIN_COPULAS = frozenset("is are was were remains remain".split())
_BEFORE_COPULAS = (AUXILIARIES | NEGATORS) - {"do", "does", "did"}
_ASIDE = frozenset("too very so such just simply quite more rather".split()) | DETERMINERS
_AS_REACH = 8
_NOUN_REACH = 3
_WAY_REACH = 8
_BREAKS = frozenset((",", ";", ":", "(", ")", "—", "–"))
_WHERE = frozenset("on in against between for at from".split())
_TURNING = frozenset("anything nothing".split())


def complement_value(tokens: Sequence[Token], end: int, last: int, *, bare: bool) -> int:
    """Return 1 where what stands behind the thing praises it, -1 where it condemns it, else 0.

    Args:
        tokens: of the sentence.
        end: number of the thing's last token.
        last: number of the last token that is reported.
        bare: whether it may do without "as".
    """
    for index in range(end + 1, min(last, end + _AS_REACH) + 1):
        token = tokens[index]
        if token.lower == "as":
            return predicate_value(tokens, index + 1, last)
        if not token.is_word or token.lower in AUXILIARIES:
            break
    return predicate_value(tokens, _behind_names(tokens, end, last), last) if bare else 0


def _behind_names(tokens: Sequence[Token], end: int, last: int) -> int:
    """Return the number of the token behind "on Osk, Harn and Lund", where that follows."""
    index = end + 1
    if index > last or tokens[index].lower not in _WHERE:
        return index
    index += 1
    while index <= last and (
        (tokens[index].capital and tokens[index].is_word)
        or tokens[index].lower in {",", "and", "the"}
    ):
        index += 1
    return index


def copula_value(tokens: Sequence[Token], end: int, last: int) -> int:
    """Return the value of what the thing is said to be right behind it: "would be a mistake"."""
    index, copula, negated = end + 1, False, False
    while index <= last and (
        tokens[index].lower in _BEFORE_COPULAS or is_adverb(tokens[index].lower)
    ):
        lower = tokens[index].lower
        copula = copula or lower in _COPULAS
        negated ^= lower in NEGATORS or lower.endswith("n't")
        index += 1
    value = predicate_value(tokens, index, last) if copula else 0
    return -value if negated else value


def opening_value(tokens: Sequence[Token], first: int, at: int) -> int:
    """Return 1 for "the only way out is a toll", where "is" stands at token number *at*, else 0."""
    if at <= first or tokens[at].lower not in _PLAIN_COPULAS:
        return 0
    for index in range(at - 1, max(first, at - _WAY_REACH) - 1, -1):
        if tokens[index].lower in words.WAYS:
            before = {token.lower for token in tokens[max(0, index - _NOUN_REACH) : index]}
            return int(bool(before & words.CHOSEN) and before.isdisjoint(NEGATORS))
    return 0


def predicate_value(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the value of the predicate that begins at *first*: 1 good, -1 bad, 0 neither."""
    sign = 1
    index = first
    while index <= last:
        lower = tokens[index].lower
        if tokens[index].text in {"“", '"', "‘"} or lower in {"to", "be"}:
            pass
        elif lower in NEGATORS or lower in _TURNING or lower == "far":
            sign = -sign
            index += lower in _TURNING | {"far"}  # "anything but", "far from"
        elif lower in words.CHOSEN or not (lower in _ASIDE or is_adverb(lower)):
            break
        index += 1
    if sign < 0 and _is_refused_as(tokens, index - 1, last):
        return -1
    return sign * _value_at(tokens, index, last)


def _value_at(tokens: Sequence[Token], first: int, last: int) -> int:
    if first > last:
        return 0
    lower = tokens[first].lower
    if _is_refused_as(tokens, first, last):
        return -1
    if lower in words.HARD:
        behind = [token.lower for token in tokens[first + 1 : first + 4]]
        return -int(behind[:1] == ["to"] and bool(words.TO_BEAR & set(behind[1:])))
    if lower in words.CONDEMNED | words.DREADED:
        return -1
    chosen = lower in words.CHOSEN
    for index in range(first, min(last, first + _NOUN_REACH) + 1):
        token = tokens[index]
        if not token.is_word or token.lower in PREPOSITIONS:
            break
        if token.lower in words.DREADED:
            return -1
        if token.lower in words.PRIZED or (chosen and token.lower in words.WAYS):
            return 1
    return int(lower in words.ADMIRED)


def _is_refused_as(tokens: Sequence[Token], first: int, last: int) -> bool:
    said = tuple(token.lower for token in tokens[first : min(last, first + 3) + 1])
    return any(said[: len(phrase)] == phrase for phrase in words.REFUSED_AS)
