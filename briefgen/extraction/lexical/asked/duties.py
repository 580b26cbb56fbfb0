"""Duties: what "should", "must" and "need to" ask, of whom, and when they ask nothing.

A law that "must" be kept and a thing that "must" be done look alike: both are taken as asked.
"""

from dataclasses import replace

from briefgen.extraction.lexical.asked import asking_words as words
from briefgen.extraction.lexical.asked.asking_words import BODIES
from briefgen.extraction.lexical.asked.asks import (
    CLEFT_REACH,
    STEP_REACH,
    Ask,
    Reading,
    of_one_behind,
    of_subject,
)
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.reporting_words import PERSON_ROLES
from briefgen.extraction.lexical.sides.demands import is_past

_WONDERING = frozenset("whether what which who why how where if lest".split())
_INDIRECT_REACH = 9
_VERBS = (AUXILIARIES | VERB_FORMS.keys()) - words.DUTIES
_DENIED = frozenset("not never hardly isn't wasn't".split())
_BARE_PARTICIPLES = frozenset("put cut set hit shut cast let read spread".split())
_NEEDING_NOTHING = words.HYPOTHETICAL | set("nothing don't doesn't didn't all you".split())
_GUESSED = frozenset("a an sheer pure mere nice hard tempting".split())
_AGENT_REACH = 6
_ADVERBS_OR_TO = ADVERBS | {"to"}
_BEFORE_REMARKS = ADVERBS | {"be", "not"}
_SOMEBODY = PERSON_ROLES | words.FIRST_PERSON | {"they", "he", "she"}


def ask_of_modal(reading: Reading, at: int) -> Ask | None:
    """Return what "should", "must" or "ought" at *at* asks; None where it asks nothing."""
    if _is_over(reading, at) or _is_indirect(reading, at) or _only_remarks(reading, at):
        return None
    if reading.at(reading.behind(at)) == "having" or "having" in {
        reading.at(i) for i in range(at + 1, at + 4)
    }:
        return None  # "he should not be having to beg" laments, and asks nothing of him
    before = reading.at(at - 1)
    if before in {"and", "or"} and reading.at(at - 2) in MODALS:
        return of_subject(reading, at - 2)  # "the council can and should pay"
    if at == reading.first or before in {"but", "and", "or"} or not reading.tokens[at - 1].is_word:
        # "Should the talks fail" imagines a case; "…, and should pay" goes on.
        following = reading.at(at + 1)
        if at == reading.first or not (
            following in {"be", "not", "never"} or VERB_FORMS.get(following) == following
        ):
            return None
    return None if reading.at(at) == "must" and _only_must(reading, at) else _of_whom(reading, at)


def _is_over(reading: Reading, at: int) -> bool:
    """Tell whether "should clearly have known" stands here, which asks nothing any more."""
    have = at + 1
    while reading.at(have) in _ADVERBS_OR_TO or reading.at(have).endswith("ly"):
        have += 1
    return is_past(reading.tokens, have - 1)


def _only_must(reading: Reading, at: int) -> bool:
    """Tell whether a "must" tells a rule, a consequence or a guess."""
    if reading.at(reading.first) == "under" or reading.at(at + 1) == "then":
        return True  # "Under the charter, members must …"; "he must then choose"
    if reading.at(at - 1) in {"that", "who"}:
        return reading.at(at - 2) not in {"is", "was", ""}  # "a gate that must look solid"
    guess = reading.at(at + 1) == "be" and reading.at(at + 2) in _GUESSED
    return guess and reading.at(at - 1) in {"it", "this", "that"}


def _of_whom(reading: Reading, at: int) -> Ask:
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


def _is_cleft(reading: Reading, noun: int) -> bool:
    """Tell whether "it should be the council that pays" stands here."""
    behind = range(noun + 1, noun + CLEFT_REACH)
    return any(reading.at(index) in {"that", "who"} for index in behind)


def _is_indirect(reading: Reading, at: int) -> bool:
    """Tell whether "whether it should" stands here, which asks and does not ask for anything."""
    for position in range(at - 1, max(reading.first - 1, at - _INDIRECT_REACH), -1):
        if not reading.tokens[position].is_word:
            return False
        if reading.at(position) in _WONDERING:
            if reading.at(position - 1) in {"is", "was", "'s"}:
                return reading.at(position - 2) not in words.POINTING  # "this is what we should do"
            # "…, which should be seen as" goes on about a thing and asks for something.
            if reading.at(position) == "who" and reading.at(position + 1) in _VERBS:
                return False  # "clerks who dislike it should say so"
            goes_on = reading.at(position) in {"which", "who"} and position > reading.first
            return not goes_on or reading.tokens[position - 1].is_word
        if reading.at(position) == "true" and _DENIED & set(reading.near(position, 3)):
            return True  # "it is not true that clerks must wait"
    return False


def _only_remarks(reading: Reading, at: int) -> bool:
    """Tell whether the modal speaks to the reader: "I should add", "it should be noted"."""
    verb = reading.behind(at)
    if reading.at(verb) in words.HARDLY_ASKING and reading.at(verb - 1) in _BEFORE_REMARKS:
        return True
    if reading.at(at) == "should":
        expected = reading.at(verb) == "come" and reading.at(verb + 1) == "as"  # "… no surprise"
        if expected or reading.at(verb) in {"suffice", "prove", "surprise"}:
            return True
    if reading.at(at - 1) not in words.FIRST_PERSON:
        return False
    going_on = "be" in reading.near(verb, verb - at - 1) and reading.at(verb).endswith("ing")
    return reading.at(verb) in words.REMARKS or going_on  # "we should still be waiting"


def ask_of_need(reading: Reading, at: int) -> Ask | None:
    """Return what "needs to", "the need to" or "what they need is to" at *at* asks, or None."""
    before = reading.near(at, 3)
    if reading.at(at + 1) == "to":
        if before[:1] and before[0] in DETERMINERS:
            # "The need to spread the risk is clear" asks; "freed from the need to" does not.
            free = before[0] != "no" and not set(before[1:2]) & PREPOSITIONS
            return Ask(at, "nowhere", strength="must") if free else None
        if set(before) & _NEEDING_NOTHING:
            return None
        return replace(_of_whom(reading, at), strength="must")
    copula = at + 1 + (reading.at(at + 1) in ADVERBS)
    if reading.at(copula) == "is" and {"what", "all"} & set(reading.near(at, STEP_REACH)):
        behind = of_one_behind(reading, at, copula + 1, "should")
        return behind or of_subject(reading, at, "should")
    return None


def ask_of_having_to(reading: Reading, at: int) -> Ask | None:
    """Return what "will have to" at *at* asks of somebody, or "has to" of a body that can act.

    That people have to do a thing only tells what is.
    """
    if reading.at(at + 1) != "to":
        return None
    if reading.at(at - 1) not in {"will", "'ll"}:
        subject = reading.subject(at)
        body = reading.at(subject) in BODIES and subject == at - 1
        acting = VERB_FORMS.get(reading.at(at + 2)) == reading.at(at + 2)
        return of_subject(reading, at) if body and acting and reading.at(at) == "has" else None
    ask = of_subject(reading, at)
    whose = reading.at(ask.actor)
    somebody = whose in _SOMEBODY
    named = reading.first <= ask.actor and reading.tokens[ask.actor].capital
    return ask if somebody or named else None  # "some shops will have to close" foresees
