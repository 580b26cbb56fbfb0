"""From a thing back to the verb that takes a side on it: "refuses to hear of any talk of a toll".

Between the two stand only words that hand the side on: determiners and adjectives, "the idea of",
"calls for", "a ban on", "to accept", "scrapping". What else stands there parts them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
    WEEKDAYS_AND_MONTHS,
)
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides.directions import direction_of_verb
from briefgen.extraction.lexical.told import stand_words as words
from briefgen.extraction.lexical.voices.interludes import is_adverb

_MAX_MODIFIERS = 3
_ASIDE_REACH = 9
_GAP_WORDS = 3
_PHRASE_REACH = 7
_CLOSED = (
    PREPOSITIONS | AUXILIARIES | COORDINATORS | SUBORDINATORS | RELATIVES | frozenset(("to", "not"))
)
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_LESSENED = frozenset("lower reduced fewer less smaller cheaper weaker softer milder".split())
_PARTICLES = frozenset("away back down off out up".split())
_UNDOING = frozenset("of on to about against".split())
_HOLDING = frozenset("of for to on about".split())


@dataclass(frozen=True, slots=True)
class Reached:
    """The verb that governs a thing."""

    verb: int
    """Number of its token; where nothing known governs the thing, of the token that parts them."""
    favour: int
    """1 where its subject is for the thing, -1 against it, 0 where the verb takes no side."""
    handed: int
    """-1 where what stands between turns the side round ("scrapping"), else 1."""
    only_denied: bool = False
    """Whether the verb takes a side only where it is denied: "will not tolerate"."""


def reach(tokens: Sequence[Token], first: int, start: int) -> Reached:
    """Return what governs the thing that begins at token number *start*, not before *first*."""
    at, handed, modifiers, acts = start - 1, 1, 0, 0
    while at >= first:
        act = _act(tokens, first, at, start)
        found = None if act else _verb_ending(tokens, first, at, leading=acts > 0)
        if found is not None:
            return Reached(found[0], found[1], handed, found[2])
        if words.BASE_OF.get(tokens[at].lower) in words.GIVEN:
            return Reached(at, 0, handed)
        step = _step(tokens, first, at, start)
        if step is None:
            break
        if step.modifier:
            modifiers += 1
            if modifiers > _MAX_MODIFIERS:
                break
        acts += step.act
        handed *= step.turn
        at = step.to
    return Reached(at, 0, handed)


@dataclass(frozen=True, slots=True)
class _Step:
    to: int
    turn: int = 1
    modifier: bool = False
    act: bool = False


def _step(tokens: Sequence[Token], first: int, at: int, start: int) -> _Step | None:
    """Return where the words that end at *at* lead back to; None where they lead nowhere."""
    token, before = tokens[at], tokens[at - 1].lower if at > first else ""
    lower = token.lower
    if token.text == ",":
        opening = range(at - 2, max(first, at - _ASIDE_REACH), -1)
        return next((_Step(i - 1) for i in opening if tokens[i].text == ","), None)
    if lower == "that":
        return None  # "accepted that the toll …" accepts something else
    if token.text in {"“", "‘", '"'} or lower in DETERMINERS or is_adverb(lower):
        return _Step(at - 1)
    if lower in _HOLDING and before in words.HELD_NOUNS:
        return _Step(at - 2)
    if lower in _UNDOING and before in words.UNDOING_NOUNS:
        return _Step(at - 2, -1)
    act = _act(tokens, first, at, start) or _particle(tokens, first, at, start)
    if act:
        return act
    if token.capital and lower in WEEKDAYS_AND_MONTHS:
        return _Step(at - 2 if before in PREPOSITIONS else at - 1)
    if lower in _LESSENED:
        return None  # "lower tolls" are tolls, and less of them
    plain = token.is_word and lower not in _CLOSED and not token.possessive
    finite = lower in VERB_FORMS and not lower.endswith(("ing", "ed"))
    return _Step(at - 1, modifier=True) if plain and not finite else None


def _particle(tokens: Sequence[Token], first: int, at: int, start: int) -> _Step | None:
    """Return the step over "to phase out", where a particle ends it at *at*."""
    return _act(tokens, first, at - 1, start) if tokens[at].lower in _PARTICLES else None


def _act(tokens: Sequence[Token], first: int, at: int, start: int) -> _Step | None:
    """Return the step over "to accept", "not to accept", "scrapping", where one ends at *at*."""
    lower = tokens[at].lower
    direction = 0 if lower in words.NO_ACTS else direction_of_verb(tokens, at, start)
    if not direction and lower in words.ACTS:
        direction = 1 if words.ACTS[lower] in words.PRESERVING else -1
    if not direction or at <= first:
        return None
    if tokens[at - 1].lower == "to":
        behind = at - 2
        if behind > first and tokens[behind].lower == "not":
            behind, direction = behind - 1, -direction
        # "Rejected calls to scrap the toll": the calls only hand on what is called for.
        behind -= behind > first and tokens[behind].lower in words.HELD_NOUNS
        return _Step(behind, direction, act=True)
    gerund = lower.endswith("ing") and tokens[at - 1].lower not in AUXILIARIES
    return _Step(at - 1, direction) if gerund and not is_adverb(tokens[at - 1].lower) else None


def _verb_ending(
    tokens: Sequence[Token], first: int, at: int, *, leading: bool
) -> tuple[int, int, bool] | None:
    """Return the verb whose phrase ends at *at*, its side, and whether it needs to be denied."""
    if leading:
        found = _phrase_ending(tokens, first, at, words.LEADING)
        if found is not None:
            return (*found, False)
    found = _phrase_ending(tokens, first, at, words.TAILS)
    if found is not None:
        return (*found, False)
    found = _phrase_ending(tokens, first, at, words.ONLY_DENIED)
    return (*found, True) if found is not None else None


def _phrase_ending(
    tokens: Sequence[Token],
    first: int,
    at: int,
    tails: words.Tails,
) -> tuple[int, int] | None:
    lower = tokens[at].lower
    if lower not in tails.last and words.BASE_OF.get(lower) not in tails.by_verb:
        return None
    for verb in range(at, max(first, at - _PHRASE_REACH) - 1, -1):
        if not tokens[verb].is_word:
            return None
        if tokens[verb].lower in words.HELD_NOUNS and _is_noun(tokens, verb):
            continue
        base = words.BASE_OF.get(tokens[verb].lower, "")
        for tail, side in tails.by_verb.get(base, ()):
            if _ends_at(tokens, verb + 1, tail, at):
                return verb, side
    return None


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun stands there, not its verb: "joined calls for", "any talk of"."""
    before = tokens[index - 1] if index else None
    return before is not None and (
        before.lower in _BEFORE_NOUNS or before.lower in words.BASE_OF or before.possessive
    )


def _ends_at(tokens: Sequence[Token], index: int, tail: tuple[str, ...], at: int) -> bool:
    """Tell whether these words stand behind the verb and the last of them at *at*."""
    if not tail:
        return index == at + 1
    while index < at and is_adverb(tokens[index].lower) and tokens[index].lower not in tail:
        index += 1
    for number, word in enumerate(tail):
        if word == words.GAP:
            limit = min(index + _GAP_WORDS, at)
            while index < limit and tokens[index].lower != tail[number + 1]:
                index += 1
        elif index <= at and tokens[index].lower == word:
            index += 1
        else:
            return False
    return index == at + 1
