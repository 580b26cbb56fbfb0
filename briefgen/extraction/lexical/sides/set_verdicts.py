"""Verdicts that are said in several words, with their negation: "makes no sense", "does nothing
for the poor", "is a waste of money", "will not stop a single lorry", "drives shops out".

Each is found at one of its words, and tells all of its value: what negates it is one of its words.
"""

from collections.abc import Callable, Sequence

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides import set_verdict_words as words

_REACH = 5
_OBJECT_REACH = 5
_DENIED = 0.8
"""To deny that a thing is bad says a little less than to call it good."""
_EVILS = polarity.ILLS_FORMS | polarity.BAD_FORMS

Finder = Callable[[Sequence[Token], int, int, int], float | None]


def set_verdict(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Return the value of the set verdict whose telling word is the one at *index*.

    Args:
        tokens: of the sentence.
        first: number of the clause's first token.
        last: number of its last.
        index: number of a token between them.

    Returns:
        -1 to 1, negation counted; None where no such verdict stands there.
    """
    finder = _FINDERS.get(tokens[index].lower)
    return finder(tokens, first, last, index) if finder is not None else None


def _before(tokens: Sequence[Token], first: int, index: int, reach: int = _REACH) -> list[str]:
    """Return the words right before one, the nearest first, up to a mark."""
    found = []
    for position in range(index - 1, max(first, index - reach) - 1, -1):
        if not tokens[position].is_word:
            break
        found.append(tokens[position].lower)
    return found


def _behind(tokens: Sequence[Token], last: int, index: int, reach: int) -> list[str]:
    found = []
    for token in tokens[index + 1 : min(last, index + reach) + 1]:
        if not token.is_word:
            break
        found.append(token.lower)
    return found


def _sense(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "makes no sense", "makes perfect sense", "does not make much sense"."""
    before = _before(tokens, first, index)
    at = next((i for i, word in enumerate(before[:4]) if word in words.MAKING), None)
    if not at:
        return None  # "makes sense" is a verb of its own
    senseless = not words.SENSELESS.isdisjoint(before[:at])
    denied = not words.DENYING.isdisjoint(before[at:])
    return -1.0 if senseless != denied else 1.0


def _to_no_end(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "does nothing for the poor", "would do very little to help"."""
    before = _before(tokens, first, index, 3)
    behind = _behind(tokens, last, index, 2)
    if words.DOING.isdisjoint(before) or not behind or behind[0] not in words.FOR_WHAT:
        return None
    if behind[0] == "to" and behind[1:] and behind[1] in polarity.VERB_VALUES:
        return None  # "does nothing to hurt them" is told by its verb
    return -1.0


def _harm_done(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "does harm", "would do no damage"."""
    before = _before(tokens, first, index)
    if words.DOING.isdisjoint(before[:4]) or "than" in before[:2]:
        return None
    return _DENIED if not words.SCANT.isdisjoint(before) else -1.0


def _plague(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "is a waste of money", "is no threat to anybody"."""
    before = _before(tokens, first, index)
    at = next((i for i, word in enumerate(before) if word in words.BEING), None)
    if at is None or not {"a", "an", "no"} & set(before[:at]):
        return None
    if not words.WORTH.isdisjoint(_behind(tokens, last, index, 3)):
        return None
    if polarity.LESS_FORMS & set(before[:at]):
        return None
    return _DENIED if not words.SCANT.isdisjoint(before[: at + 2]) else -1.0


def _said_to_be(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "is a joke", "has become a brake on", "is not a luxury", "is a must"."""
    behind = _behind(tokens, last, index, 1)
    if behind and behind[0] not in words.BEHIND_PREDICATE:
        return None  # "a luxury hotel"
    before = _before(tokens, first, index)
    at = next((i for i, word in enumerate(before) if word in words.BEING), None)
    if at is None or not {"a", "an", "no", "the"} & set(before[:at]):
        return None
    if not words.NOT_BETWEEN.isdisjoint(before[:at]):
        return None
    value = -1.0 if tokens[index].lower in words.VICES else 1.0
    denied = not words.SCANT.isdisjoint(before[: at + 2]) or before[at].endswith("n't")
    if denied and tokens[index].lower == "joke":
        return None  # "is no joke for the poor" makes light of nothing
    return -_DENIED * value if denied else value


def _nothing_at_all(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "does not solve anything", "will not stop a single lorry"."""
    before = _before(tokens, first, index, 3)
    at = next((i for i, word in enumerate(before) if word in words.ACHIEVING), None)
    denied = _before(tokens, first, index, _REACH + 2)
    if at is None or words.DENYING.isdisjoint(denied[at:]):
        return None
    return -1.0


def _driven(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "drives the shops out", "would push children away"; not "drives crime away"."""
    behind = _behind(tokens, last, index, _OBJECT_REACH)
    at = next((i for i, word in enumerate(behind) if word in words.AWAY), None)
    if not at or not _EVILS.isdisjoint(behind[:at]):
        return None
    return _DENIED if not words.DENYING.isdisjoint(_before(tokens, first, index, 3)) else -1.0


def _costing(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "would cost us jobs", "costs the town dear"; "costs nothing"."""
    before = _before(tokens, first, index, 3)
    behind = _behind(tokens, last, index, 3)
    verb = tokens[index].lower == "costing" or not words.BEFORE_COST.isdisjoint(before[:2])
    if not verb or not behind:
        return None
    if not words.FREE.isdisjoint(behind):
        return _DENIED
    if behind[0] not in words.PAYING and not behind[0][0].isdigit():
        return None
    return _DENIED if not words.DENYING.isdisjoint(before) else -1.0


def _well_off(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "leaves everyone worse off"."""
    if _behind(tokens, last, index, 1) != ["off"]:
        return None
    value = 1.0 if tokens[index].lower == "better" else -1.0
    denied = not words.DENYING.isdisjoint(_before(tokens, first, index))
    return -_DENIED * value if denied else value


def _the_rich(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "the rich", "the poor": they are people, and nothing is said of them."""
    people = _before(tokens, first, index, 1) == ["the"]
    behind = _behind(tokens, last, index, 1)
    return 0.0 if people and (not behind or behind[0] in words.BEHIND_PEOPLE) else None


def _at_expense(tokens: Sequence[Token], first: int, last: int, index: int) -> float | None:
    """Find "at the expense of the many"."""
    return -1.0 if _before(tokens, first, index, 2) == ["the", "at"] else None


_FINDERS: dict[str, Finder] = {
    "expense": _at_expense,
    "sense": _sense,
    "nothing": _to_no_end,
    "little": _to_no_end,
    "harm": _harm_done,
    "damage": _harm_done,
    **dict.fromkeys(words.PLAGUES, _plague),
    **dict.fromkeys(words.VICES | words.BLESSINGS, _said_to_be),
    **dict.fromkeys(words.NOTHING_AT_ALL, _nothing_at_all),
    **dict.fromkeys(words.DRIVING, _driven),
    **dict.fromkeys(words.COSTING, _costing),
    **dict.fromkeys(("worse", "better"), _well_off),
    **dict.fromkeys(("rich", "wealthy", "poor"), _the_rich),
}
TELLING = frozenset(_FINDERS)
"""Without one of these a clause holds no such verdict."""
