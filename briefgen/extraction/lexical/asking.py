"""What a passage asks for: the word that asks, and where the phrase stands for who should act.

Each rule looks at one word and its neighbours, so that the time stays linear. What no rule can tell
apart (a law that "must" be kept, a thing that "must" be done) is taken as asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefgen.extraction.lexical import asking_words as words
from briefgen.extraction.lexical.demands import is_past
from briefgen.extraction.lexical.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.orders import is_order
from briefgen.extraction.lexical.text import Token

_WONDERING = frozenset("whether what which who why how where if lest".split())
_INDIRECT_REACH = 9
_LIGHT = AUXILIARIES | ADVERBS | {"not", "never"}
_VERBS = (AUXILIARIES | VERB_FORMS.keys()) - words.DUTIES
_DENIED = frozenset("not never hardly isn't wasn't".split())
_POINTING = frozenset("this that it here".split())
_FIRST_PERSON = frozenset("i we".split())
_HYPOTHETICAL = frozenset("would could might may not never".split())
_COPULAS = frozenset("is are was be remains".split())
_TIMELY = frozenset("high about past long the no now also well really again surely".split())
_BARE_PARTICIPLES = frozenset("put cut set hit shut cast let read spread".split())
_GUESSED = frozenset("a an sheer pure mere nice hard tempting".split())
_AGENT_REACH = 6
_CLEFT_REACH = 12
_NEAR = 4
_STEP_REACH = 12

Place = Literal["before", "after", "nowhere"]
Strength = Literal["must", "should"]


@dataclass(frozen=True, slots=True)
class Ask:
    """A word that asks for something to be done."""

    at: int
    """Number of its token."""
    place: Place
    """Where the phrase stands that names who should act."""
    actor: int = -1
    """Number of that phrase's last token (place ``before``) or of its first (``after``)."""
    strength: Strength | None = None
    """How strongly it asks; None where a modal of the passage says it."""
    rhetorical: bool = False
    """Whether it asks in the form of a question: "why not start now?"."""


def find_ask(tokens: Sequence[Token], first: int, last: int) -> Ask | None:
    """Return the first word among tokens *first* to *last* that asks for something to be done."""
    if is_order(tokens, first, last):
        return Ask(first, "nowhere")
    reading = _Reading(tokens, first, last)
    for index in range(first, last + 1):
        rule = _RULES.get(tokens[index].lower)
        ask = rule(reading, index) if rule is not None else None
        if ask is not None:
            return ask
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words of a passage, and nothing around it."""

    tokens: Sequence[Token]
    first: int
    last: int

    def at(self, index: int) -> str:
        """Return the lower-case word there; an empty one outside the passage."""
        return self.tokens[index].lower if self.first <= index <= self.last else ""

    def near(self, index: int, reach: int) -> list[str]:
        """Return up to *reach* words before *index*, the nearest first, up to a mark."""
        found: list[str] = []
        for position in range(index - 1, max(self.first - 1, index - 1 - reach), -1):
            if not self.tokens[position].is_word:
                break
            found.append(self.tokens[position].lower)
        return found

    def behind(self, index: int) -> int:
        """Return the number of the first token behind *index* that is no auxiliary or adverb."""
        index += 1
        while index <= self.last and (_is_light(self.at(index)) or self.at(index) == "to"):
            index += 1
        return index

    def subject(self, index: int) -> int:
        """Return the number of the last token before *index* that is no auxiliary or adverb."""
        index -= 1
        while index >= self.first and _is_light(self.at(index)):
            index -= 1
        return index

    def goes_on(self, index: int, *wanted: str) -> bool:
        """Tell whether one of the words *wanted* stands there."""
        return self.at(index) in wanted


def _is_light(lower: str) -> bool:
    return lower in _LIGHT or lower.endswith("ly")


def _of_subject(reading: _Reading, at: int, strength: Strength | None = None) -> Ask:
    """Return an ask of the subject before the word at *at*."""
    return Ask(at, "before", reading.subject(at), strength)


def _of_one_behind(reading: _Reading, at: int, following: int, strength: Strength) -> Ask | None:
    """Return the ask of "time to act", "time for the council to act", "time the council acted"."""
    if reading.goes_on(following, "to"):
        is_verdict = reading.at(following + 1).endswith("ing")  # "essential to deterring"
        return None if is_verdict else Ask(at, "nowhere", strength=strength)
    if reading.goes_on(following, "for"):
        clause = range(following + 2, following + _CLEFT_REACH)
        to = any(reading.at(index) == "to" for index in clause)
        return Ask(at, "after", following + 1, strength) if to else None
    return Ask(at, "after", following + 1, strength) if reading.at(following) == "that" else None


def _modal(reading: _Reading, at: int) -> Ask | None:
    if _is_over(reading, at) or _is_indirect(reading, at) or _only_remarks(reading, at):
        return None
    before = reading.at(at - 1)
    if at == reading.first or before in {"but", "and", "or"} or not reading.tokens[at - 1].is_word:
        # "Should the talks fail" imagines a case; "…, and should pay" goes on.
        following = reading.at(at + 1)
        if at == reading.first or not (
            following in {"be", "not", "never"} or VERB_FORMS.get(following) == following
        ):
            return None
    return None if reading.at(at) == "must" and _only_must(reading, at) else _of_whom(reading, at)


def _is_over(reading: _Reading, at: int) -> bool:
    """Tell whether "should clearly have known" stands here, which asks nothing any more."""
    have = at + 1
    while reading.at(have) in ADVERBS | {"to"} or reading.at(have).endswith("ly"):
        have += 1
    return is_past(reading.tokens, have - 1)


def _only_must(reading: _Reading, at: int) -> bool:
    """Tell whether a "must" tells a rule, a consequence or a guess."""
    if reading.at(reading.first) == "under" or reading.at(at + 1) == "then":
        return True  # "Under the charter, members must …"; "he must then choose"
    if reading.at(at - 1) in {"that", "who"}:
        return reading.at(at - 2) not in {"is", "was", ""}  # "a gate that must look solid"
    guess = reading.at(at + 1) == "be" and reading.at(at + 2) in _GUESSED
    return guess and reading.at(at - 1) in {"it", "this", "that"}


def _of_whom(reading: _Reading, at: int) -> Ask:
    """Return the ask of a modal: of its subject, or in the passive of whom "by" names."""
    verb = reading.behind(at)
    passive = any(reading.at(index) == "be" for index in range(at + 1, verb))
    done = reading.at(verb)
    if not passive:
        return Ask(at, "before", reading.subject(at))
    if reading.at(at - 1) == "it" and _is_cleft(reading, verb):
        return Ask(at, "after", verb)
    if _is_participle(done):
        for index in range(verb + 1, min(reading.last, verb + _AGENT_REACH)):
            if reading.at(index) in {"to", "that"}:
                break
            if done != "followed" and reading.at(index) == "by":
                return Ask(at, "after", index + 1)
        return Ask(at, "nowhere")
    gains = done in words.ABLE or done.endswith("ing")
    return Ask(at, "nowhere") if gains else Ask(at, "before", reading.subject(at))


def _is_participle(lower: str) -> bool:
    if lower in words.READY:
        return False
    base = VERB_FORMS.get(lower)
    irregular = base is not None and (base != lower or lower in _BARE_PARTICIPLES)
    return (lower.endswith("ed") or irregular) and not lower.endswith("ing")


def _is_cleft(reading: _Reading, noun: int) -> bool:
    """Tell whether "it should be the council that pays" stands here."""
    behind = range(noun + 1, noun + _CLEFT_REACH)
    return any(reading.at(index) in {"that", "who"} for index in behind)


def _is_indirect(reading: _Reading, at: int) -> bool:
    """Tell whether "whether it should" stands here, which asks and does not ask for anything."""
    for position in range(at - 1, max(reading.first - 1, at - _INDIRECT_REACH), -1):
        if not reading.tokens[position].is_word:
            return False
        if reading.at(position) in _WONDERING:
            if reading.at(position - 1) in {"is", "was", "'s"}:
                return reading.at(position - 2) not in _POINTING  # "this is what we should do"
            # "…, which should be seen as" goes on about a thing and asks for something.
            if reading.at(position) == "who" and reading.at(position + 1) in _VERBS:
                return False  # "clerks who dislike it should say so"
            goes_on = reading.at(position) in {"which", "who"} and position > reading.first
            return not goes_on or reading.tokens[position - 1].is_word
        if reading.at(position) == "true" and _DENIED & set(reading.near(position, 3)):
            return True  # "it is not true that clerks must wait"
    return False


def _only_remarks(reading: _Reading, at: int) -> bool:
    """Tell whether the modal speaks to the reader: "I should add", "it should be noted"."""
    verb = reading.behind(at)
    if reading.at(verb) in words.HARDLY_ASKING and reading.at(verb - 1) in {"be", "not"} | ADVERBS:
        return True
    if reading.at(at) == "should":
        expected = reading.at(verb) == "come" and reading.at(verb + 1) == "as"  # "… no surprise"
        if expected or reading.at(verb) in {"suffice", "prove", "surprise"}:
            return True
    if reading.at(at - 1) not in _FIRST_PERSON:
        return False
    going_on = "be" in reading.near(verb, verb - at - 1) and reading.at(verb).endswith("ing")
    return reading.at(verb) in words.REMARKS or going_on  # "we should still be waiting"


def _need(reading: _Reading, at: int) -> Ask | None:
    before = reading.near(at, 3)
    if reading.at(at + 1) == "to":
        if before[:1] and before[0] in DETERMINERS:
            # "The need to spread the risk is clear" asks; "freed from the need to" does not.
            free = before[0] != "no" and not set(before[1:2]) & PREPOSITIONS
            return Ask(at, "nowhere", strength="must") if free else None
        if set(before) & (_HYPOTHETICAL | {"nothing", "don't", "doesn't", "didn't", "all", "you"}):
            return None
        return replace(_of_whom(reading, at), strength="must")
    copula = at + 1 + (reading.at(at + 1) in ADVERBS)
    if reading.at(copula) == "is" and {"what", "all"} & set(reading.near(at, _STEP_REACH)):
        behind = _of_one_behind(reading, at, copula + 1, "should")
        return behind or _of_subject(reading, at, "should")
    return None


def _have(reading: _Reading, at: int) -> Ask | None:
    if reading.at(at + 1) == "to" and reading.at(at - 1) in {"will", "'ll"}:
        return _of_subject(reading, at)
    return None


def _time(reading: _Reading, at: int) -> Ask | None:
    start = at - 1
    while reading.at(start) in _TIMELY and at - start <= _NEAR:
        start -= 1
    is_it = reading.at(start) == "it" and reading.tokens[start].possessive
    if reading.at(at + 1) in {"has", "had"} and reading.at(at + 2) == "come":
        return _of_one_behind(reading, at, at + 3, "should")
    if reading.at(start) == "it" and reading.at(start - 1) == "isn't":
        ask = _of_one_behind(reading, at, at + 1, "should")
        return None if ask is None else replace(ask, rhetorical=True)
    if not (is_it or reading.at(start) in {"is", "was"}) or reading.at(start - 1) == "there":
        return None
    subjectless = reading.at(at + 1) in {"to", "for", "that"}
    if subjectless:
        return _of_one_behind(reading, at, at + 1, "should")
    named = at < reading.last and reading.tokens[at + 1].is_word
    if named and (reading.at(start) == "it" or reading.at(start - 1) == "it"):
        return Ask(at, "after", at + 1, "should")  # "it is time the council paid"
    return None


def _urgent(reading: _Reading, at: int) -> Ask | None:
    near = reading.near(at, _NEAR)
    if reading.at(at) == "better" and near[:1] == ["had"]:
        return Ask(at, "before", reading.subject(at), "should")
    if near[:2] == ["be", "would"] and near[2:3] != ["it"] and reading.at(at + 1) == "to":
        return Ask(at, "before", reading.subject(at), "should")
    if "it" not in near or not (set(near) & _COPULAS or "it" in near[:2]):
        return None
    return _of_one_behind(reading, at, at + 1, "should")


def _well(reading: _Reading, at: int) -> Ask | None:
    near = reading.near(at, 2)
    doing = near[:1] == ["do"] and reading.at(at + 1) == "to"
    advised = near[:1] == ["be"] and reading.at(at + 1) == "advised"
    return _of_subject(reading, at, "should") if doing or advised else None


def _overdue(reading: _Reading, at: int) -> Ask | None:
    copula = set(reading.near(at, 2)) & {"is", "are"}
    return Ask(at, "nowhere", strength="should") if copula else None


def _afford(reading: _Reading, at: int) -> Ask | None:
    refused = set(reading.near(at, 2)) & {"cannot", "can't", "not", "never"}
    to = reading.at(at + 1) == "to" or reading.at(at + 2) == "to"
    return _of_subject(reading, at, "must") if refused and to else None


def _step(reading: _Reading, at: int) -> Ask | None:
    near = set(reading.near(at, 3))
    proposes = reading.at(at) in words.ANSWERS and near & DETERMINERS
    if not near & words.GOOD and not proposes:
        return None
    for index in range(at + 1, min(reading.last, at + _STEP_REACH)):
        if not reading.tokens[index].is_word or reading.at(index) in {"and", "who", "which"}:
            return None
        if reading.at(index) in {"is", "be", "are"}:
            if "only" in near and reading.at(index - 1) == "would":
                return None  # "The only way to win would be to …" imagines
            behind = index + 1
            if reading.at(behind).endswith("ing") and reading.at(behind + 1) in DETERMINERS:
                return Ask(at, "nowhere", strength="should")
            return _of_one_behind(reading, at, behind, "should")
    return None


def _way(reading: _Reading, at: int) -> Ask | None:
    near = reading.near(at, _NEAR)
    determiner = next((n for n, word in enumerate(near) if word in {"the", "our", "a"}), None)
    if determiner is None or not set(near[:determiner]) <= words.GOOD:
        return None
    copula = near[determiner + 1 : determiner + 2]
    leads = reading.at(at + 1) in {"to", "out", "forward", "for"}
    if leads and copula and copula[0] in {"is", "are", "remains", "remain"}:
        return Ask(at, "nowhere", strength="should")
    return None


def _way_or_step(reading: _Reading, at: int) -> Ask | None:
    return _way(reading, at) or _step(reading, at)


def _urge(reading: _Reading, at: int) -> Ask | None:
    near = reading.near(at, 3)
    if not set(near) & _FIRST_PERSON or set(near) & {"not", "never", "don't"}:
        return None
    following = at + 1 + (reading.at(at + 1) in {"on", "upon", "to"})
    to = any(reading.at(index) == "to" for index in range(following + 1, following + _NEAR * 2))
    if reading.at(at) == "call" and following == at + 1:
        return None
    return Ask(at, "after" if to else "nowhere", following, "should")


def _bound(reading: _Reading, at: int) -> Ask | None:
    for index in range(at - 1, at - _NEAR, -1):
        if reading.at(index) in {"has", "have", "bears", "bear"}:
            to = reading.at(at + 1) == "to"
            return Ask(at, "before", reading.subject(index), "must") if to else None
    return None


def _up(reading: _Reading, at: int) -> Ask | None:
    """Return the ask of "it is up to the council to pay"; "falls to" is asked in the same way."""
    falls = reading.at(at) in {"falls", "fall"}
    it = "it" in reading.near(at, 3)
    to = any(reading.at(index) == "to" for index in range(at + 3, at + _CLEFT_REACH))
    if (falls or it) and reading.at(at + 1) == "to" and to:
        return Ask(at, "after", at + 2, "should")
    return None


def _require(reading: _Reading, at: int) -> Ask | None:
    subject = reading.at(reading.subject(at))
    gerund = reading.at(at + 1).endswith("ing")
    hypothetical = "would" in reading.near(at, 2)
    if subject in _POINTING and gerund and not hypothetical:
        return Ask(at, "nowhere", strength="must")
    return None


def _no_choice(reading: _Reading, at: int) -> Ask | None:
    supposed = set(reading.near(at, _STEP_REACH)) & (_HYPOTHETICAL | {"had"})
    if supposed or reading.at(at - 1) != "no" or reading.at(at + 1) != "but":
        return None
    return Ask(at, "before", reading.subject(at - 1), "must")


def _sense(reading: _Reading, at: int) -> Ask | None:
    if not set(reading.near(at, 2)) & {"makes", "make"} or "no" in reading.near(at, 2):
        return None
    return _of_one_behind(reading, at, at + 1, "should")


def _do(reading: _Reading, at: int) -> Ask | None:
    """Return the ask of "what the council should do is to pay", "the least it can do is pay"."""
    asked = {"should", "must", "can", "could", "ought"} & set(reading.near(at, 2))
    thing = {"what", "thing", "least", "best", "most"} & set(reading.near(at, _STEP_REACH))
    if asked and thing and reading.at(at + 1) == "is":
        return Ask(at, "before", reading.subject(at), "should")
    return None


def _why(reading: _Reading, at: int) -> Ask | None:
    verb = reading.at(at + 2)
    if reading.at(at + 1) == "not" and VERB_FORMS.get(verb) == verb:
        return Ask(at, "nowhere", strength="should", rhetorical=True)
    return None


_Rule = Callable[[_Reading, int], Ask | None]
_RULES: Mapping[str, _Rule] = {
    **dict.fromkeys(words.STEPS, _step),
    **dict.fromkeys(words.WAYS, _way),
    **dict.fromkeys(words.STEPS & words.WAYS, _way_or_step),
    **dict.fromkeys(words.URGENT, _urgent),
    **dict.fromkeys(words.URGING, _urge),
    **dict.fromkeys(words.DUTIES, _modal),
    **dict.fromkeys(words.BOUND, _bound),
    **dict.fromkeys(("need", "needs"), _need),
    **dict.fromkeys(("have", "has"), _have),
    **dict.fromkeys(("require", "requires"), _require),
    **dict.fromkeys(("choice", "alternative", "option"), _no_choice),
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
