"""Which way a verb goes: whether it means more of its object or less of it.

"Expand", "keep up", "make compulsory", "spend more on" mean more, "end", "throw out", "make
illegal" less. Of all other verbs nothing is concluded.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.text import Token

LESS_PHRASES = (
    ("vote", "down"),
    ("throw", "out"),
    ("roll", "back"),
    ("phase", "out"),
    ("do", "away", "with"),
    ("back", "off"),
    ("go", "down"),
    ("come", "down"),
    ("walk", "away", "from"),
    ("get", "rid", "of"),
    ("put", "an", "end", "to"),
    ("put", "off"),
    ("hold", "off"),
    ("say", "no", "to"),
    ("call", "off"),
    ("pull", "out"),
    ("stay", "out", "of"),
    ("stop", "short"),
    ("turn", "down"),
    ("tear", "up"),
    ("back", "away", "from"),
    ("scale", "back"),
    ("cut", "off"),
    ("hold", "back"),
    ("shut", "down"),
    ("pull", "plug", "on"),
    ("call", "time", "on"),
    ("put", "stop", "to"),
    ("draw", "line", "under"),
    ("switch", "off"),
    ("turn", "off"),
    ("pull", "back"),
    ("give", "up"),
    ("step", "back", "from"),
    ("keep", "out"),
    ("keep", "away"),
    ("keep", "off"),
    ("get", "off"),
    ("take", "away"),
    ("get", "out", "of"),
    ("forget", "about"),
    ("let", "expire"),
    ("let", "lapse"),
    ("let", "die"),
)
MORE_PHRASES = (
    ("go", "ahead", "with"),
    ("make", "room", "for"),
    ("get", "on", "with"),
    ("get", "going", "with"),
    ("get", "started", "on"),
    ("move", "forward", "with"),
    ("press", "ahead", "with"),
    ("keep", "up"),
    ("go", "up"),
    ("step", "up"),
    ("ramp", "up"),
    ("scale", "up"),
    ("double", "down", "on"),
    ("stick", "with"),
    ("stick", "to"),
    ("build", "on"),
    ("sign", "up"),
    ("put", "in", "place"),
    ("bring", "back"),
    ("bring", "in"),
    ("roll", "out"),
    ("stand", "by"),
    ("hold", "on", "to"),
    ("speed", "up"),
    ("commit", "to"),
    ("push", "for"),
    ("go", "further"),
    ("work", "with"),
    ("invest", "in"),
    ("stand", "up", "to"),
    ("keep", "pressure"),
    ("redouble", "efforts"),
)
PHRASES_OF: dict[str, list[tuple[tuple[str, ...], int]]] = {}
"""By their verb: the words behind it, and -1 for less or 1 for more; those of less come first."""
for _verb, *_behind in LESS_PHRASES:
    PHRASES_OF.setdefault(_verb, []).append((tuple(_behind), -1))
for _verb, *_behind in MORE_PHRASES:
    PHRASES_OF.setdefault(_verb, []).append((tuple(_behind), 1))
_PHRASE_VERBS = forms_of(PHRASES_OF)
KEEPING = frozenset("keep leave hold maintain retain".split())
_MAKING = frozenset("make render declare".split())
_MADE_REACH = 8
_STATES = {
    **dict.fromkeys(polarity.MORE_STATES - {"open", "available"}, 1),
    **dict.fromkeys(polarity.LESS_STATES - {"closed", "shut", "smaller", "shorter"}, -1),
}
_ENDING_OBJECT = AUXILIARIES | frozenset("that which who should must will would can to".split())
_BEHIND_STATE = PREPOSITIONS | ADVERBS | frozenset("and or but again by".split())
SPENDING = frozenset("spend invest put pour devote allocate contribute plough plow sink".split())
"""Behind these stands how much, and then on what."""
ON_WHAT = frozenset("on in into to towards toward for".split())
_SPENT_AMOUNTS = {"more": 1, "extra": 1, "additional": 1, "less": -1, "fewer": -1, "nothing": -1}
_NO_MONEY = frozenset("time hours days weeks effort energy thought attention words".split())
_AMOUNT_REACH = 8


def direction_of_verb(tokens: Sequence[Token], index: int, last: int) -> int:
    """Return 1 where the verb at *index* means more of its object, -1 less, 0 where that is
    unknown.
    """
    if index > last:
        return 0
    lower = tokens[index].lower
    verb = _PHRASE_VERBS.get(lower) or VERB_FORMS.get(lower, lower)
    if verb in KEEPING or verb in PHRASES_OF:
        words = [token.lower for token in tokens[index + 1 : index + 5]]
        for behind, direction in PHRASES_OF.get(verb, ()):
            if _follows(words, behind):
                return direction
        leaving = verb == "leave" and {"alone", "be"} & set(words)
        if verb in KEEPING and polarity.LESS_STATES & set(words):
            return -1  # "keep it illegal"
        if leaving or (verb in KEEPING and stays_put(tokens, index)):
            return 0  # it is to stay as it is, which is neither more nor less
    if verb in _MAKING:
        return _made(tokens, index, last)
    if verb == "give" and index < last and tokens[index + 1].lower == "way":
        return 0  # "drivers must give way at the toll"
    amount = _amount(tokens, index, last) if verb in SPENDING else 0
    if amount:
        return amount
    if lower in polarity.LESS_FORMS:
        return -1
    return 1 if lower in polarity.MORE_FORMS else 0


def _made(tokens: Sequence[Token], verb: int, last: int) -> int:
    """Return the direction of "make the visits compulsory", "make them illegal"."""
    for index in range(verb + 1, min(last, verb + _MADE_REACH) + 1):
        lower = tokens[index].lower
        if not tokens[index].is_word or lower in _ENDING_OBJECT:
            return 0
        state = state_at(tokens, index, verb) if lower == "free" else _STATES.get(lower, 0)
        if state:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            alone = following is None or not following.is_word or following.lower in _BEHIND_STATE
            return state if alone else 0
    return 0


def _amount(tokens: Sequence[Token], verb: int, last: int) -> int:
    """Return the direction of "spend more on books", "put less into roads", "spend nothing on"."""
    said = [token.lower for token in tokens[verb + 1 : min(last, verb + _AMOUNT_REACH) + 1]]
    at = next((i for i, lower in enumerate(said) if lower in ON_WHAT), None)
    amounts = [_SPENT_AMOUNTS[lower] for lower in said[:at] if lower in _SPENT_AMOUNTS]
    if at is None or not amounts or not _NO_MONEY.isdisjoint(said[:at]):
        return 0
    return -amounts[0] if "no" in said[:at] else amounts[0]


def _follows(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether the words come in this order, a short object between them at most."""
    position = 0
    for word in words:
        if position < len(wanted) and word == wanted[position]:
            position += 1
    return position == len(wanted)


def state_at(tokens: Sequence[Token], index: int, at: int) -> int:
    """Return the direction of what a thing should be: "should be illegal", "must stay legal"."""
    lower = tokens[index].lower
    if lower == "free":
        behind = [token.lower for token in tokens[index + 1 : index + 3]]
        if behind[:1] in (["of"], ["from"]) and behind[1:] != ["charge"]:
            return 0
        charged = any(token.lower in polarity.CHARGES for token in tokens[max(0, at - 3) : index])
        return -1 if charged else 1
    return (lower in polarity.MORE_STATES) - (lower in polarity.LESS_STATES)


def stays_put(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether behind the verb the thing is to stay as it is: "where it is", "at 65"."""
    lowers = [token.lower for token in tokens[verb + 1 : verb + 9]]
    for index, lower in enumerate(lowers):
        following = lowers[index + 1 : index + 2]
        being = lowers[index + 2 : index + 3] in (["is"], ["are"], ["was"], ["were"], ["stands"])
        if lower in {"where", "as"} and following in (["it"], ["they"]) and being:
            return True
        if lower == "unchanged":
            return True
        if lower == "at" and following and following[0][:1].isdigit():
            return True
    return False
