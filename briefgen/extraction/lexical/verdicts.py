"""Verdicts: what a clause finds good or bad about a thing that it names.

A good or bad word counts for a thing only where the grammar joins them: it stands before the thing
("the batty trade war"), the thing is what it is said of ("tariffs hurt", "rents are too high"), or
the thing is what suffers or gains by it ("harmed by the levy", "abandon the treaty").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical import polarity_words as polarity
from briefgen.extraction.lexical.clauses import Clause, is_negated
from briefgen.extraction.lexical.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.text import Token

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
_CONTEST = frozenset("lose loses lost losing win wins won winning".split())
"""Whoever loses a war does no harm to the war."""
_PREDICATE_REACH = 10
_OPENING_CLAUSE = RELATIVES | SUBORDINATORS
_BEFORE_PHRASE = PREPOSITIONS | DETERMINERS | _OPENING_CLAUSE
_ADVERBIAL = ADVERBS | NEGATORS
_MODIFIER_REACH = 3
_OBJECT_REACH = 4
_NEGATED_WEIGHT = -0.8
"""To deny that a thing is bad says a little less than to call it good."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a clause judges a thing."""

    value: float
    """Positive for good, negative for bad."""
    words: tuple[int, ...]
    """Numbers of the tokens it rests on."""
    suffers: bool = False
    """Whether the thing is the one that harm or good is done to."""


def verdict_on(
    tokens: Sequence[Token], clause: Clause, start: int, end: int, skip: Callable[[int], bool]
) -> Verdict | None:
    """Return the verdict on the thing at tokens *start* to *end*; None where there is none.

    Args:
        tokens: of the sentence.
        clause: within which to look.
        start: number of the thing's first token.
        end: number of its last token.
        skip: tells tokens that carry no verdict (they name things of the codebook).
    """
    suffered = _done_to(tokens, clause, start, end, skip)
    if suffered is not None:
        return suffered
    found = [*_modifiers(tokens, clause, start, skip), *_predicates(tokens, clause, end, skip)]
    value = sum(value for _, value in found)
    return Verdict(value, tuple(index for index, _ in found)) if value else None


def overall_verdict(tokens: Sequence[Token], clause: Clause) -> float:
    """Return the sum of the good and bad words of a clause, whatever they are said of."""
    return sum(
        _valued(tokens, clause, index)
        for index in range(clause.first, clause.last + 1)
        if tokens[index].is_word
    )


def word_value(tokens: Sequence[Token], index: int, last: int) -> float:
    """Return how good or bad the word is in its place, before negation."""
    token = tokens[index]
    direction = _direction_before(tokens, index)
    if token.lower in polarity.ILLS_FORMS:
        moved = direction or _movement_after(tokens, index, last)
        return -float(moved) if moved else -0.6
    if token.lower in polarity.GOODS_FORMS:
        return float(direction or _movement_after(tokens, index, last))
    value = float(polarity.VERB_VALUES.get(token.lower, 0))
    if not value:
        value = float(token.lower in polarity.GOOD_FORMS) - float(token.lower in polarity.BAD_FORMS)
    return -value if value and direction < 0 and not _is_verb(tokens, index) else value


def _valued(tokens: Sequence[Token], clause: Clause, index: int) -> float:
    value = word_value(tokens, index, clause.last)
    if not value:
        return 0.0
    return value * (_NEGATED_WEIGHT if is_negated(tokens, clause.first, index) else 1.0)


def _modifiers(
    tokens: Sequence[Token], clause: Clause, start: int, skip: Callable[[int], bool]
) -> list[tuple[int, float]]:
    """Return good and bad words right before the thing: "the batty trade war"."""
    found = []
    for index in range(start - 1, max(clause.first, start - _MODIFIER_REACH) - 1, -1):
        token = tokens[index]
        if not token.is_word or token.lower in _BEFORE_PHRASE:
            break
        if token.possessive or (
            token.lower in VERB_FORMS and not token.lower.endswith(("ing", "ed"))
        ):
            break
        value = 0.0 if skip(index) else _valued(tokens, clause, index)
        if value:
            found.append((index, value))
    return found


def _predicates(
    tokens: Sequence[Token], clause: Clause, end: int, skip: Callable[[int], bool]
) -> list[tuple[int, float]]:
    """Return what is said of the thing behind it: "tariffs hurt farmers", "rents are too high"."""
    verb = _verb_after(tokens, end, clause.last)
    if verb is None:
        return []
    found = []
    for index in range(verb, min(clause.last, verb + _PREDICATE_REACH) + 1):
        token = tokens[index]
        if token.text in {",", ";", "(", ")"} or token.lower in _OPENING_CLAUSE:
            break
        if not token.is_word or skip(index):
            continue
        value = _valued(tokens, clause, index)
        if value:
            found.append((index, value))
    return found


def _verb_after(tokens: Sequence[Token], end: int, last: int) -> int | None:
    """Return the number of the verb of which the thing is the subject."""
    index = end + 1
    while index <= last and index <= end + 5:
        lower = tokens[index].lower
        if lower in AUXILIARIES or (lower in VERB_FORMS and not lower.endswith("ing")):
            return index
        if lower in polarity.VERB_VALUES:
            return index
        if lower == "as":
            return index
        within_phrase = (
            lower in {"of", "on", "in", "against", "with", "from", "for"} or index > end + 1
        )
        if not tokens[index].is_word or not (
            within_phrase or lower in _ADVERBIAL or lower.endswith("ly")
        ):
            return None
        if lower in _OPENING_CLAUSE:
            return None
        index += 1
    return None


def _done_to(
    tokens: Sequence[Token], clause: Clause, start: int, end: int, skip: Callable[[int], bool]
) -> Verdict | None:
    """Return harm or good done to the thing; "harmed by the levy" is a verdict on the levy
    itself.
    """
    for index in range(start - 1, max(clause.first, start - _OBJECT_REACH) - 1, -1):
        token = tokens[index]
        if not token.is_word or token.lower in {"from", "with", "for", "to", "in", "on"}:
            return None
        if token.lower == "by":
            verb = next(
                (
                    i
                    for i in (index - 1, index - 2)
                    if i >= clause.first and tokens[i].lower in polarity.VERB_VALUES
                ),
                None,
            )
            return Verdict(_valued(tokens, clause, verb), (verb,)) if verb is not None else None
        value = polarity.VERB_VALUES.get(token.lower, 0)
        if value and not skip(index) and _is_verb(tokens, index):
            contest = token.lower in _CONTEST
            return Verdict(_valued(tokens, clause, index), (index,), suffers=not contest)
    return None


def _direction_before(tokens: Sequence[Token], index: int) -> int:
    for position in range(index - 1, max(0, index - 4) - 1, -1):
        token = tokens[position]
        if not token.is_word or token.lower in RELATIVES:
            return 0
        if token.lower in polarity.LESS_FORMS:
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


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1].lower if index else ""
    return tokens[index].lower in polarity.VERB_VALUES and before not in DETERMINERS | PREPOSITIONS
