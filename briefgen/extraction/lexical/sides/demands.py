"""Demands: what a clause asks for, and whether that is more or less of something.

Only a demand whose verb is known to mean more ("expand", "keep up") or less ("end", "throw out")
says which side it is on; of all others nothing is concluded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS, FAVOURING, REJECTING
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.avowals import OPENING_REACH, SIGNS, find_openings
from briefgen.extraction.lexical.sides.directions import (
    LESS_PHRASES,
    MORE_PHRASES,
    PHRASES_OF,
    direction_of_verb,
    state_at,
    stays_put,
)
from briefgen.extraction.lexical.sides.hopes import HOPING, fate_hoped_for, own_hope

_DEMANDING_MODALS = frozenset("must should shall ought shouldn't mustn't".split())
_NEEDING = frozenset("essential vital imperative crucial necessary time urgent right wise".split())
_HAVING = frozenset((("will", "have"), ("we", "have")))
"""Before "to": what has to be done. "They have to" may only tell what they suffer."""
_URGING = frozenset("ask urge implore beg beseech call advise".split())
_BEING = frozenset(("is", "remains"))
_LETTING = frozenset(("let's", "let"))
_ASKING = (
    _DEMANDING_MODALS
    | _LETTING
    | _NEEDING
    | _URGING
    | _BEING
    | {verb for _, verb in _HAVING}
    | {"need", "needs", "do"}
)
"""Words that may ask; all others are passed over at once."""
_ANSWERS = frozenset("answer solution remedy course step priority task thing alternative".split())
_ACTOR_REACH = 9
_WHO_THEN = frozenset("they it you we he she everyone everybody nobody people".split())
_SHORT_ING = 5
_KEPT_UP = frozenset(
    """
    paying funding subsidizing subsidising feeding giving granting allowing letting pouring sending
    selling using treating pretending buying giving handing throwing wasting spending charging
    taxing forcing
    """.split()
)
"""Behind "stop" these keep the thing going, or do it to somebody."""
_NOBODY = frozenset("no nobody none neither".split())
_STAYING = frozenset("stay remain continue survive stand prevail persist".split())
_GOING = frozenset("go end stop cease disappear".split())
"""Without an object: "the protection must stay", "the toll has to go"."""
_SHRINKING = frozenset(
    "shrink end stop grow expand increase cease close rise fall go come decline".split()
)
"""With a thing as their subject: "herds must shrink"."""
_AMOUNTS = {"fewer": -1, "less": -1, "more": 1, "no": -1}
_PUT_OFF = frozenset(
    "pretending waiting talking arguing debating quarrelling denying doubting questioning".split()
)
_ANOTHER = frozenset("new further more such other second additional permanent".split())
_ALSO_GOING = frozenset("now too soon and at before by for once".split())
_SEEING = frozenset("see have be get make do go".split())
_OF_A_THING = frozenset("for of against want favour favor support with in on about".split())
"""Behind these stands the thing itself."""
_BE_FORMS = frozenset("is are was were be been being".split())
_AVOWING = frozenset(("i", "we"))
_FORBIDDING = frozenset(("do", "don't", "never"))
_IMAGINING = frozenset("would could might".split())
"""With these an avowal is imagined, unless it is denied: "nor would I support it"."""
_IN_FAVOUR = (("favour", "of"), ("favor", "of"))
_LIGHT = AUXILIARIES | ADVERBS | {"not", "never", "to"}
_BESIDE_AVOWAL = ADVERBS | AUXILIARIES | NEGATORS | _IMAGINING
_OBJECT_REACH = 14
_PASSIVE_REACH = 8
_ACT_REACH = 4
_HANGING_ON = frozenset("on of in to".split())


@dataclass(frozen=True, slots=True)
class Demand:
    """What a clause asks for."""

    at: int
    """Number of the token that asks."""
    verb: int
    """Number of the token that says what is to be done."""
    direction: int
    """1 for more, -1 for less, after negation."""
    passive: bool
    """Whether the thing is the subject: "sanctions should be lifted"."""
    measure: bool = False
    """Whether it holds only for a thing that is named with what is to be done to it."""
    reach: int = _OBJECT_REACH
    """How many words behind the verb the thing may begin, where it is the object."""

    def touches(self, start: int, end: int) -> bool:
        """Tell whether the demand is about the thing at tokens *start* to *end*."""
        if self.passive:
            return end < self.at and self.at - end <= _PASSIVE_REACH
        return self.verb < start <= self.verb + self.reach


def find_demand(sentence: Sentence, clause: Clause) -> Demand | None:
    """Return the clause's demand; None where it asks nothing, or nothing that can be told."""
    tokens = sentence.tokens
    opened = None if SIGNS.isdisjoint(sentence.vocabulary) else _opened(tokens, clause)
    if opened is not None:
        return opened
    if not HOPING.isdisjoint(sentence.vocabulary):
        fate = fate_hoped_for(tokens, clause)
        if fate is not None:
            return Demand(fate[0], fate[0], fate[1], passive=True)
        deed = _deed_hoped_for(tokens, clause)
        if deed is not None:
            return deed
    at = None if _ASKING.isdisjoint(sentence.vocabulary) else _asking_word(sentence, clause)
    if at is None:
        avows = not _AVOWING.isdisjoint(sentence.vocabulary)
        avowed = _avowal(tokens, clause) if avows else None
        return avowed or _forbidding(tokens, clause) or _imperative(tokens, clause)
    negated = tokens[at].lower.endswith("n't") or tokens[clause.first].lower in _NOBODY
    negated |= {"last", "thing"} <= set(sentence.lowers[clause.first : at])
    passive = False
    index = at + 1
    while index <= clause.last and (
        tokens[index].lower in _LIGHT or tokens[index].lower.endswith("ly")
    ):
        if tokens[index].lower in PHRASES_OF and direction_of_verb(tokens, index, clause.last):
            break  # "do away with"
        # "Should not have to pay": the "to" behind "have" is light as well.
        negated |= tokens[index].lower in {"not", "never"}
        passive |= tokens[index].lower in {"be", "been"}
        index += 1
    direction = direction_of_verb(tokens, index, clause.last)
    if direction and _without_object(tokens, index, clause.last):
        passive = True
    if index <= clause.last and tokens[index].lower in _AMOUNTS:
        # "There should be fewer cars."
        amount = _AMOUNTS[tokens[index].lower]
        if tokens[index].lower != "no":
            return Demand(at, index, amount, passive=False)
        # "No doubt that cars", "no delay in banning cars" says nothing against cars.
        other = index < clause.last and tokens[index + 1].lower in _ANOTHER
        return Demand(at, index, amount, passive=False, reach=1 + other)
    if not direction and index <= clause.last:
        kept = index < clause.last and tokens[index].lower in _STAYING
        state = state_at(tokens, index + kept, at) if kept or passive else 0
        direction, passive = state, passive or bool(state)
    if not direction and index <= clause.last:
        direction = _stays(tokens, index) - _goes_away(tokens, index)
        passive = passive or bool(direction)
    if not direction:
        return None
    return Demand(at, index, -direction if negated else direction, passive)


def _goes_on(doing: str) -> bool:
    """Tell whether whoever goes on doing so has the thing: "selling", not "ignoring"."""
    return doing not in _PUT_OFF and polarity.VERB_VALUES.get(doing, 0) >= 0


def _deed_hoped_for(tokens: Sequence[Token], clause: Clause) -> Demand | None:
    """Return the demand of "I hope that the council throws out the charge"."""
    hope = own_hope(tokens, clause)
    if hope is None or tokens[hope + 1].lower != "that":
        return None
    for verb in range(hope + 3, min(clause.last, hope + _ACTOR_REACH) + 1):
        if not tokens[verb].is_word or tokens[verb].lower in _BE_FORMS:
            return None
        direction = direction_of_verb(tokens, verb, clause.last)
        if direction and tokens[verb - 1].lower not in DETERMINERS | PREPOSITIONS:
            denied = any(token.lower in NEGATORS for token in tokens[hope + 1 : verb])
            return Demand(hope, verb, -direction if denied else direction, passive=False)
    return None


def _opened(tokens: Sequence[Token], clause: Clause) -> Demand | None:
    """Return the demand of a set opening: "I am glad that the town closed …"."""
    for at, side, behind in find_openings(tokens, clause):
        for verb in range(behind, min(clause.last, behind + OPENING_REACH) + 1):
            direction = direction_of_verb(tokens, verb, clause.last)
            if direction:
                passive = tokens[verb - 1].lower in _BE_FORMS and tokens[verb].lower.endswith("ed")
                return Demand(verb if passive else at, verb, side * direction, passive)
        if tokens[behind].lower.endswith("ing") and not _goes_on(tokens[behind].lower):
            return None  # "we cannot go on ignoring it"
        return Demand(
            at, behind - 1, side, passive=False, measure=tokens[behind - 1].lower not in _OF_A_THING
        )
    return None


def _stays(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "must stay" stands here, not "should stay where it is", which is no more."""
    return tokens[index].lower in _STAYING and not stays_put(tokens, index)


def _without_object(tokens: Sequence[Token], verb: int, last: int) -> bool:
    """Tell whether "must shrink" stands there, of which the thing is the subject."""
    following = tokens[verb + 1] if verb < last else None
    shrinking = tokens[verb].lower in _SHRINKING
    if following is not None and following.lower in {"up", "down"}:
        return shrinking
    return shrinking and (
        following is None or not following.is_word or following.lower in _ALSO_GOING
    )


def _goes_away(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "has to go" stands here, not "must go further", "must go hand in hand"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    alone = following is None or not following.is_word or following.lower in _ALSO_GOING
    return tokens[index].lower in _GOING and alone


def _asking_word(sentence: Sentence, clause: Clause) -> int | None:
    tokens = sentence.tokens
    for index, lower in enumerate(sentence.lowers[clause.first : clause.last + 1], clause.first):
        if lower not in _ASKING:
            continue
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        before = tokens[index - 1].lower if index else ""
        if lower in _DEMANDING_MODALS and before not in {"what", "which", "who", "as", "that"}:
            return index
        if lower == "let's" or ((lower, following) == ("let", "us") and index == clause.first):
            return index + (lower == "let")
        if lower in {"need", "needs"} and following == "to":
            return index
        if lower == "time" and before in {"high", "about"} and following != "to":
            return _finite_behind(tokens, index, clause.last)
        if lower in _NEEDING and following == "to" and before not in {"more", "no"}:
            return index
        if lower in _NEEDING and following == "for" and before not in {"more", "no"}:
            return _infinitive_behind(tokens, index, clause.last)
        if (before, lower) in _HAVING and following == "to":
            return index
        if (lower, following) == ("do", "well") and before == "would":
            return index + 1
        if lower in _BEING and _is_answer(tokens, clause, index):
            return index
        if before in {"i", "we"} and lower in _URGING:
            return _infinitive_behind(tokens, index, clause.last)
    return None


def _infinitive_behind(tokens: Sequence[Token], index: int, last: int) -> int | None:
    """Return the "to" of "time for the council to scrap it"."""
    for position in range(index + 2, min(last, index + _ACTOR_REACH) + 1):
        if tokens[position].lower == "to" and direction_of_verb(tokens, position + 1, last):
            return position
        if not tokens[position].is_word:
            return None
    return None


def _finite_behind(tokens: Sequence[Token], index: int, last: int) -> int | None:
    """Return the word before the verb of "high time that the council scrapped it"."""
    for position in range(index + 1, min(last, index + _ACTOR_REACH) + 1):
        if direction_of_verb(tokens, position, last):
            return position - 1
        if not tokens[position].is_word:
            return None
    return None


def _is_answer(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Tell whether "the answer is to …", "the right course is to …" stands at the verb *index*."""
    if index + 1 >= len(tokens) or tokens[index + 1].lower != "to":
        return False
    before = {token.lower for token in tokens[max(clause.first, index - 4) : index]}
    return bool(before & _ANSWERS)


def is_past(tokens: Sequence[Token], modal: int) -> bool:
    """Tell whether "should have known" stands here, which asks nothing any more."""
    if modal + 2 >= len(tokens) or tokens[modal + 1].lower != "have":
        return False
    lower = tokens[modal + 2].lower
    base = VERB_FORMS.get(lower)
    return (
        lower in {"been", "had", "done"}
        or lower.endswith(("ed", "own"))
        or (base is not None and base != lower)
    )


def _avowal(tokens: Sequence[Token], clause: Clause) -> Demand | None:
    """Return what the author avows: "I support the charge", "nor would we", "I am against it"."""
    for index in range(clause.first, clause.last):
        if tokens[index].lower not in _AVOWING:
            continue
        before = {token.lower for token in tokens[max(clause.first, index - 2) : index]}
        negated = bool(before & {"nor", "neither"})
        imagined = bool(before & _IMAGINING)
        at = index + 1
        if [token.lower for token in tokens[at : at + 2]] == ["for", "one"]:
            at += 2
        while at < clause.last and (
            tokens[at].lower in _BESIDE_AVOWAL or tokens[at].lower.endswith("ly")
        ):
            negated ^= tokens[at].lower in NEGATORS
            imagined |= tokens[at].lower in _IMAGINING
            at += 1
        lemma = CUE_FORMS.get(tokens[at].lower, "")
        following = tuple(token.lower for token in tokens[at : at + 3])
        favouring = lemma in FAVOURING or (following[0] == "in" and following[1:] in _IN_FAVOUR)
        direction = favouring - (lemma in REJECTING or following[0] == "against")
        if following[1:2] == ("that",) or _is_deed_apart(tokens, at + 1, clause.last):
            return None  # "I fear that they will close it", "I want to hear what they say"
        if direction and (negated or not imagined):
            return Demand(index, at, -direction if negated else direction, passive=False)
    return None


def _is_deed_apart(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether "to hear what …" begins at *at*: a deed that does nothing to the thing."""
    if at >= last or tokens[at].lower != "to":
        return False
    verb = tokens[at + 1].lower
    wanted = tokens[at - 1].lower == "want"  # "opposed to tolls" has no verb there
    bare = (wanted or VERB_FORMS.get(verb) == verb) and verb not in _SEEING
    return bare and not direction_of_verb(tokens, at + 1, last)


def _forbidding(tokens: Sequence[Token], clause: Clause) -> Demand | None:
    """Return the demand of "Do not scrap the levy", "Don't …", "Never …"."""
    if not tokens[clause.first].capital or tokens[clause.first].lower not in _FORBIDDING:
        return None
    lowers = [token.lower for token in tokens[clause.first : clause.first + 3]]
    verb = clause.first + (2 if lowers[:2] == ["do", "not"] else 1)
    if lowers[0] == "do" and lowers[1:2] != ["not"]:
        return None
    direction = direction_of_verb(tokens, verb, clause.last)
    return Demand(clause.first, verb, -direction, passive=False) if direction else None


def _imperative(tokens: Sequence[Token], clause: Clause) -> Demand | None:
    """Return the demand of a clause that begins with a bare verb: "Scrap the levy"."""
    first = clause.first
    while first < clause.last and not tokens[first].is_word:
        first += 1
    lower = tokens[first].lower
    if lower in {"let's", "let"} or lower not in _BASE_VERBS or not tokens[first].capital:
        return None
    words = [token.lower for token in tokens[first : clause.last + 1]]
    if "will" in words or "would" in words or _promises(tokens, clause):
        # "Abolish it, and the first to go will be …" asks nothing.
        return None
    if lower == "stop" and _does_something_else(tokens, first, clause.last):
        return None
    direction = direction_of_verb(tokens, first, clause.last)
    return Demand(first, first, direction, passive=False) if direction else None


def _promises(tokens: Sequence[Token], clause: Clause) -> bool:
    """Tell whether an "and" follows with what comes of it: "give them work and they stay"."""
    for index in range(clause.first + 1, min(len(tokens) - 1, clause.last + 2)):
        if tokens[index].lower == "and" and tokens[index + 1].lower in _WHO_THEN:
            return True
    return False


def _does_something_else(tokens: Sequence[Token], stop: int, last: int) -> bool:
    """Tell whether "stop counting …", "stop at …" stands here: the thing behind it is not what is
    to end.
    """
    if stop >= last:
        return False
    following = tokens[stop + 1].lower
    if following in PREPOSITIONS:
        return True
    doing = following.endswith("ing") and len(following) > _SHORT_ING
    known = direction_of_verb(tokens, stop + 1, last) or following in _KEPT_UP
    return doing and not known


def nested_direction(tokens: Sequence[Token], demand: Demand, start: int) -> int:
    """Return the direction of what is done to the thing within what is asked for.

    "Resist calls to scrap the toll" asks for less of what would make less of it: -1 for "scrap";
    "support a ban on phones" and "oppose banning phones" likewise.
    """
    direction = 1
    for index in range(demand.verb + 1, start):
        lower = tokens[index].lower
        following = tokens[index + 1].lower if index + 1 < start else ""
        if lower == "to" and index < start - 1:
            direction *= direction_of_verb(tokens, index + 1, start) or 1
        elif lower in polarity.LESS_FORMS and lower.endswith("ing"):
            direction = -direction
        elif following in {"on", "of", "in", "to"}:
            direction *= polarity.ACT_NOUNS.get(lower, 1)
    return direction


def act_on(tokens: Sequence[Token], first: int, start: int) -> int:
    """Return -1 where the thing at *start* hangs on a noun of less: "the ban on phones should be
    lifted" asks for more phones; else 1.
    """
    for index in range(start - 1, max(first, start - _ACT_REACH), -1):
        if tokens[index].lower in _HANGING_ON:
            return polarity.ACT_NOUNS.get(tokens[index - 1].lower, 1)
        if not tokens[index].is_word or tokens[index].lower in AUXILIARIES:
            return 1
    return 1


def is_another(tokens: Sequence[Token], demand: Demand, start: int) -> bool:
    """Tell whether another thing is asked for between the verb and token *start*: "finish the
    bridge, and leave the toll alone" asks for the bridge.
    """
    return any(
        tokens[index].lower in {"and", "or", "but"} and tokens[index + 1].lower in _DONE_AS_WELL
        for index in range(demand.verb + 1, start - 1)
    )


_BASE_VERBS = frozenset(
    (
        *polarity.MORE_VERBS,
        *polarity.LESS_VERBS,
        *(phrase[0] for phrase in (*MORE_PHRASES, *LESS_PHRASES)),
    )
) - {
    "let",
    "back",
    "support",
    "use",
    "start",
    "cut",
}
_DONE_AS_WELL = _BASE_VERBS | {"leave", "keep", "let"}
