"""Set phrases on a thing: "the toll is a step backwards", "hands off the ferry".

They are read as they stand in a list (`saying_words`): right behind the thing, with no more than
auxiliaries and the like between, or right before it.
"""

from collections.abc import Iterable

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
)
from briefgen.extraction.lexical.language.polarity_words import CHARGES
from briefgen.extraction.lexical.language.set_phrases import (
    SetPhrase,
    match_phrase,
    read_phrases,
)
from briefgen.extraction.lexical.sides import saying_words as words
from briefgen.extraction.lexical.sides.expression_places import Expression, Place, Rule

_TURNED = -0.8
"""To deny that a thing is bad says a little less than to call it good."""
_BETWEEN = 5
"""How many words may stand between the thing and what is said of it."""
_MODIFIERS = 2
"""How many adjectives may stand before the phrase: "a big step in …"."""


_HANGING = frozenset("of about against for to with on in".split())
_COMMON = AUXILIARIES | PREPOSITIONS | DETERMINERS | {"much", "little", "time", "long", "work"}
_BEFORE_THINGS = DETERMINERS | {"new", "proposed", "whole", "very", "planned", "present"}


def _by_anchor(sayings: Iterable[SetPhrase]) -> dict[str, list[tuple[frozenset[str], ...]]]:
    """Return, by each word of a saying's rarest place, what else it needs.

    The rarest is taken to be the longest that is no grammar word.
    """
    found: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for saying in sayings:
        needed = tuple(each for each, optional in saying.places if not optional)
        telling = [each for each in needed if each.isdisjoint(_COMMON)]
        for word in max(telling or needed, key=lambda each: min(map(len, each))):
            found.setdefault(word, []).append(needed)
    return found


def _by_word(sayings: Iterable[SetPhrase], *, last: bool) -> dict[str, list[SetPhrase]]:
    """Return, by each word with which a saying may end, or begin, those that do."""
    found: dict[str, list[SetPhrase]] = {}
    for saying in sayings:
        places = saying.places[::-1] if last else saying.places
        for each, optional in places:
            for word in each:
                found.setdefault(word, []).append(saying)
            if not optional:
                break
    return found


_BEHIND, _BEFORE = read_phrases(words.BEHIND), read_phrases(words.BEFORE)
_BEGINNING, _ENDING = _by_word(_BEHIND, last=False), _by_word(_BEFORE, last=True)


def _behind(place: Place) -> Expression | None:
    """Find "the toll would be a step backwards"."""
    if place.lower(place.before) in _HANGING:
        return None  # "critics of the toll miss the point"
    lowers = place.lowers[: place.clause.last + 1]
    denied, passed = False, 0
    for at in range(place.end + 1, min(len(lowers), place.end + 2 + _BETWEEN + _MODIFIERS)):
        for saying in _BEGINNING.get(lowers[at], ()):
            end = match_phrase(lowers, at, saying)
            if end is not None:
                value = saying.sign * (_TURNED if denied else 1.0)
                return Expression(value, tuple(range(at, end)), asks=False, since=_since(place))
        denied ^= lowers[at] in words.DENYING
        if lowers[at] not in words.JOINING_UP and not lowers[at].endswith("ly"):
            passed += 1
        if passed > _MODIFIERS or not lowers[at].replace("'", "").isalnum():
            return None
    return None


def _since(place: Place) -> int:
    """Return where the clause of the thing begins: behind the comma of "roads crumble, and the
    toll must give way".
    """
    ahead = range(place.start - 1, place.clause.first, -1)
    joined = (i for i in ahead if place.lower(i) in COORDINATORS and place.lower(i - 1) == ",")
    return next(joined, place.clause.first)


def _before(place: Place) -> Expression | None:
    """Find "hands off the ferry", "we cannot afford a toll"."""
    if place.lower(place.end) in CHARGES:
        return None  # who cannot afford the rent says nothing against it
    last = place.start - 1
    while place.lower(last) in _BEFORE_THINGS:
        last -= 1
    for saying in _ENDING.get(place.lower(last), ()):
        for length in range(len(saying.places), 0, -1):
            start = last - length + 1
            if start < place.clause.first or match_phrase(place.lowers, start, saying) != last + 1:
                continue
            denied = any(w in words.DENYING for w in place.lowers[max(0, start - 3) : start])
            value = saying.sign * (_TURNED if denied else 1.0)
            return Expression(value, tuple(range(start, last + 1)), since=last + 1)
    return None


_ANCHORED: dict[Rule, dict[str, list[tuple[frozenset[str], ...]]]] = {
    _behind: _by_anchor(_BEHIND),
    _before: _by_anchor(_BEFORE),
}
SAYING_RULES: tuple[tuple[Rule, frozenset[str]], ...] = tuple(
    (rule, frozenset(anchored)) for rule, anchored in _ANCHORED.items()
)
"""Each with words of which one must stand in the sentence: only then it is worth to look."""


def may_hold(rule: Rule, heard: frozenset[str], vocabulary: frozenset[str]) -> bool:
    """Tell whether the words of a saying are all in the sentence, where the rule is one of
    `SAYING_RULES`: their single words stand in many. Of other rules nothing is told.

    Args:
        rule: a rule for set expressions.
        heard: words of the sentence of which rules are in need.
        vocabulary: all of its words.
    """
    anchored = _ANCHORED.get(rule)
    if anchored is None:
        return True
    for word in heard:
        for needed in anchored.get(word, ()):
            if not [each for each in needed if each.isdisjoint(vocabulary)]:
                return True
    return False
