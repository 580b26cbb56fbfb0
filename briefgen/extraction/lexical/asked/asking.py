"""What a passage asks for: the word that asks, and where the phrase stands for who should act.

Each rule looks at one word and its neighbours, so that the time stays linear.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from briefgen.extraction.lexical.asked import asking_words as words
from briefgen.extraction.lexical.asked.asks import (
    CLEFT_REACH,
    STEP_REACH,
    Ask,
    Reading,
    of_one_behind,
    of_subject,
)
from briefgen.extraction.lexical.asked.duties import ask_of_having_to, ask_of_modal, ask_of_need
from briefgen.extraction.lexical.asked.orders import is_order
from briefgen.extraction.lexical.language.grammar_words import DETERMINERS, VERB_FORMS
from briefgen.extraction.lexical.language.text import Sentence

_COPULAS = frozenset("is are was be remains".split())
_TIMELY = frozenset("high about past long the no now also well really again surely".split())
_NEAR = 4
_CALLED = 5
_SUPPOSED = words.HYPOTHETICAL | {"had"}


def find_ask(sentence: Sentence, first: int, last: int) -> Ask | None:
    """Return the first word among tokens *first* to *last* that asks for something to be done."""
    if is_order(sentence, first, last):
        return Ask(first, "nowhere")
    called = _vocative(sentence, first, last)
    if called is not None:
        return called
    if _ASKING.isdisjoint(sentence.vocabulary):
        return None
    reading = Reading(sentence.tokens, first, last)
    for index, lower in enumerate(sentence.lowers[first : last + 1], first):
        if lower in _RULES:
            ask = _RULES[lower](reading, index)
            if ask is not None:
                return ask
    return None


def _vocative(sentence: Sentence, first: int, last: int) -> Ask | None:
    """Return the ask of "Mayor Holm, open the gates": somebody is called by name."""
    tokens = sentence.tokens
    opening = sentence.lowers[first : min(last, first + _CALLED)]
    comma = first + opening.index(",") if "," in opening else 0
    if comma <= first or not all(t.capital for t in tokens[first:comma] if t.is_word):
        return None
    named = tokens[comma - 1].is_word and tokens[first].lower not in VERB_FORMS
    if named and not tokens[comma + 1].capital and is_order(sentence, comma + 1, last):
        return Ask(comma + 1, "before", comma - 1)
    return None


def _time(reading: Reading, at: int) -> Ask | None:
    start = at - 1
    while reading.at(start) in _TIMELY and at - start <= _NEAR:
        start -= 1
    is_it = reading.at(start) == "it" and reading.tokens[start].possessive
    if reading.at(at + 1) in {"has", "had"} and reading.at(at + 2) == "come":
        return of_one_behind(reading, at, at + 3, "should")
    if reading.at(start) == "it" and reading.at(start - 1) == "isn't":
        ask = of_one_behind(reading, at, at + 1, "should")
        return None if ask is None else replace(ask, rhetorical=True)
    if not (is_it or reading.at(start) in {"is", "was"}) or reading.at(start - 1) == "there":
        return None
    subjectless = reading.at(at + 1) in {"to", "for", "that"}
    if subjectless:
        return of_one_behind(reading, at, at + 1, "should")
    named = at < reading.last and reading.tokens[at + 1].is_word
    if named and (reading.at(start) == "it" or reading.at(start - 1) == "it"):
        return Ask(at, "after", at + 1, "should")  # "it is time the council paid"
    return None


def _urgent(reading: Reading, at: int) -> Ask | None:
    near = reading.near(at, _NEAR)
    if reading.at(at) == "better" and near[:1] == ["had"]:
        return Ask(at, "before", reading.subject(at), "should")
    if near[:2] == ["be", "would"] and near[2:3] != ["it"] and reading.at(at + 1) == "to":
        return Ask(at, "before", reading.subject(at), "should")
    if "it" not in near or not (set(near) & _COPULAS or "it" in near[:2]):
        return None
    return of_one_behind(reading, at, at + 1, "should")


def _well(reading: Reading, at: int) -> Ask | None:
    near = reading.near(at, 2)
    doing = near[:1] == ["do"] and reading.at(at + 1) == "to"
    advised = near[:1] == ["be"] and reading.at(at + 1) == "advised"
    return of_subject(reading, at, "should") if doing or advised else None


def _overdue(reading: Reading, at: int) -> Ask | None:
    copula = set(reading.near(at, 2)) & {"is", "are"}
    return Ask(at, "nowhere", strength="should") if copula else None


def _afford(reading: Reading, at: int) -> Ask | None:
    refused = set(reading.near(at, 2)) & {"cannot", "can't", "not", "never"}
    to = reading.at(at + 1) == "to" or reading.at(at + 2) == "to"
    return of_subject(reading, at, "must") if refused and to else None


def _step(reading: Reading, at: int) -> Ask | None:
    near = set(reading.near(at, 3))
    proposes = reading.at(at) in words.ANSWERS and near & DETERMINERS
    if not near & words.GOOD and not proposes:
        return None
    for index in range(at + 1, min(reading.last, at + STEP_REACH)):
        if not reading.tokens[index].is_word or reading.at(index) in {"and", "who", "which"}:
            return None
        if reading.at(index) in {"is", "be", "are"}:
            if "only" in near and reading.at(index - 1) == "would":
                return None  # "The only way to win would be to …" imagines
            behind = index + 1
            if reading.at(behind).endswith("ing") and reading.at(behind + 1) in DETERMINERS:
                return Ask(at, "nowhere", strength="should")
            return of_one_behind(reading, at, behind, "should")
    return None


def _way(reading: Reading, at: int) -> Ask | None:
    near = reading.near(at, _NEAR)
    determiner = next((n for n, word in enumerate(near) if word in {"the", "our", "a"}), None)
    if determiner is None or not set(near[:determiner]) <= words.GOOD:
        return None
    copula = near[determiner + 1 : determiner + 2]
    leads = reading.at(at + 1) in {"to", "out", "forward", "for"}
    if leads and copula and copula[0] in {"is", "are", "remains", "remain"}:
        return Ask(at, "nowhere", strength="should")
    return None


def _way_or_step(reading: Reading, at: int) -> Ask | None:
    return _way(reading, at) or _step(reading, at)


def _urge(reading: Reading, at: int) -> Ask | None:
    near = reading.near(at, 3)
    if not set(near) & words.FIRST_PERSON or set(near) & {"not", "never", "don't"}:
        return None
    following = at + 1 + (reading.at(at + 1) in {"on", "upon", "to"})
    to = any(reading.at(index) == "to" for index in range(following + 1, following + _NEAR * 2))
    if reading.at(at) == "call" and following == at + 1:
        return None
    return Ask(at, "after" if to else "nowhere", following, "should")


def _bound(reading: Reading, at: int) -> Ask | None:
    for index in range(at - 1, at - _NEAR, -1):
        if reading.at(index) in {"has", "have", "bears", "bear"}:
            to = reading.at(at + 1) == "to"
            return Ask(at, "before", reading.subject(index), "must") if to else None
    return None


def _up(reading: Reading, at: int) -> Ask | None:
    """Return the ask of "it is up to the council to pay"; "falls to" is asked in the same way."""
    falls = reading.at(at) in {"falls", "fall"}
    it = "it" in reading.near(at, 3)
    to = any(reading.at(index) == "to" for index in range(at + 3, at + CLEFT_REACH))
    if (falls or it) and reading.at(at + 1) == "to" and to:
        return Ask(at, "after", at + 2, "should")
    return None


def _require(reading: Reading, at: int) -> Ask | None:
    subject = reading.at(reading.subject(at))
    gerund = reading.at(at + 1).endswith("ing")
    hypothetical = "would" in reading.near(at, 2)
    if subject in words.POINTING and gerund and not hypothetical:
        return Ask(at, "nowhere", strength="must")
    return None


def _no_choice(reading: Reading, at: int) -> Ask | None:
    supposed = set(reading.near(at, STEP_REACH)) & _SUPPOSED
    if supposed or reading.at(at - 1) != "no" or reading.at(at + 1) != "but":
        return None
    return Ask(at, "before", reading.subject(at - 1), "must")


def _choice(reading: Reading, at: int) -> Ask | None:
    return _no_choice(reading, at) or _step(reading, at)


def _sense(reading: Reading, at: int) -> Ask | None:
    if not set(reading.near(at, 2)) & {"makes", "make"} or "no" in reading.near(at, 2):
        return None
    return of_one_behind(reading, at, at + 1, "should")


def _do(reading: Reading, at: int) -> Ask | None:
    """Return the ask of "what the council should do is to pay", "the least it can do is pay"."""
    asked = {"should", "must", "can", "could", "ought"} & set(reading.near(at, 2))
    thing = {"what", "thing", "least", "best", "most"} & set(reading.near(at, STEP_REACH))
    if asked and thing and reading.at(at + 1) == "is":
        return Ask(at, "before", reading.subject(at), "should")
    return None


def _why(reading: Reading, at: int) -> Ask | None:
    verb = reading.at(at + 2)
    if reading.at(at + 1) == "not" and VERB_FORMS.get(verb) == verb:
        return Ask(at, "nowhere", strength="should", rhetorical=True)
    return None


_Rule = Callable[[Reading, int], Ask | None]
_RULES: Mapping[str, _Rule] = {
    **dict.fromkeys(words.STEPS, _step),
    **dict.fromkeys(words.WAYS, _way),
    **dict.fromkeys(words.STEPS & words.WAYS, _way_or_step),
    **dict.fromkeys(words.URGENT, _urgent),
    **dict.fromkeys(words.URGING, _urge),
    **dict.fromkeys(words.DUTIES, ask_of_modal),
    **dict.fromkeys(words.BOUND, _bound),
    **dict.fromkeys(("need", "needs"), ask_of_need),
    **dict.fromkeys(("have", "has"), ask_of_having_to),
    **dict.fromkeys(("require", "requires"), _require),
    **dict.fromkeys(("choice", "alternative", "option"), _choice),
    **dict.fromkeys(("up", "falls", "fall"), _up),
    "time": _time,
    "well": _well,
    "overdue": _overdue,
    "afford": _afford,
    "call": _urge,
    "sense": _sense,
    "do": _do,
    "why": _why,
}
_ASKING = frozenset(_RULES)
