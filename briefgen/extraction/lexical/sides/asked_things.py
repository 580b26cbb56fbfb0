"""Which of the things that a clause names a demand is about.

What is asked of a thing is not asked of whatever is named beside it: "filters on bakery chimneys"
are neither more nor fewer bakeries, and who is required "to teach swimming" is required nothing
else.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_GENERIC,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.polarity_words import (
    ACT_NOUNS,
    LESS_FORMS,
    LESS_STATES,
    MORE_FORMS,
    MORE_STATES,
)
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides.demands import Demand, is_another
from briefgen.extraction.lexical.sides.directions import SPENDING, direction_of_verb
from briefgen.extraction.lexical.sides.propositions import COMMANDING, LIGHT_WORDS
from briefgen.extraction.lexical.sides.readings import Reading
from briefgen.extraction.lexical.sides.terms import Hit

_CLOSING = (
    LIGHT_WORDS
    | ADVERBS
    | COORDINATORS
    | NEGATORS
    | PREPOSITIONS
    | PRONOUNS_GENERIC
    | RELATIVES
    | SUBORDINATORS
    | LESS_FORMS
    | LESS_STATES
    | MORE_FORMS
    | MORE_STATES
)
"""Behind a noun these say that it has ended."""
_AMOUNTS = frozenset(
    """
    number numbers amount amounts quantity level levels share rate rates use supply production
    output growth spread size scale extent all most some many much more
    """.split()
)
_COMMANDING = COMMANDING | frozenset("get gets make made".split())
"""Behind these and "to" stands what somebody is to do: "be made to pay"."""
_POINTING = frozenset("the this that these those".split())


def asked_things(reading: Reading, demand: Demand, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits on things that the demand is about.

    Args:
        reading: the passage.
        demand: of one of its clauses.
        hits: on one issue, in that clause.
    """
    return [
        hit
        for hit in hits
        if _is_asked_for(reading, demand, hit)
        and not _acts_itself(reading.tokens, demand, hit, hits)
        and not is_of_something_else(reading.tokens, hit, hits)
        and (hit.term.listed or _is_named_in_full(reading.tokens, demand, hit, hits))
    ]


def _is_asked_for(reading: Reading, demand: Demand, hit: Hit) -> bool:
    """Tell whether the demand is about the thing and not about something nearer: "stop invoking the
    treaty as grounds for new fees" asks nothing of the fees.
    """
    if demand.measure and not hit.term.measure:
        return False
    if not demand.touches(hit.start, hit.end) or is_another(reading.tokens, demand, hit.start):
        return False
    between = range(demand.verb + 1, hit.start)
    verb = reading.tokens[demand.verb].lower
    if VERB_FORMS.get(verb, verb) in SPENDING and _is_beside(reading.tokens, between):
        return False  # "spend more on signs for the ferry"
    if any(reading.tokens[i].lower == "as" for i in between):
        return False
    if any(_tells_which(reading.tokens, i, hit.start) for i in between):
        return False
    return hit.term.listed or not any(i in reading.named for i in between)


def _is_beside(tokens: Sequence[Token], between: range) -> bool:
    """Tell whether more than one preposition stands between what is spent and the thing."""
    return sum(tokens[i].lower in PREPOSITIONS for i in between) > 1


def _tells_which(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a relative clause begins there that only says which one is meant: "any school
    that takes public money", but not "a bill that allows more lamps".
    """
    if tokens[at].lower not in {"that", "who", "which"} or at + 1 >= last:
        return False
    following = tokens[at + 1].lower
    return following in VERB_FORMS and not direction_of_verb(tokens, at + 1, last)


def _acts_itself(tokens: Sequence[Token], demand: Demand, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Tell whether the thing is to do something that is not at issue: "require the mills to paint
    their gates", "the mills should be required to paint them". Where "to" is followed by something
    at issue, that is what is asked. "Close the mills to save the river" says what for.
    """
    if tokens[demand.verb].lower not in _COMMANDING:
        return False
    at = (demand.verb if demand.passive else hit.end) + 1
    if at + 1 >= len(tokens) or tokens[at].lower != "to" or not tokens[at + 1].is_word:
        return False
    behind = {index for other in hits for index in range(other.start, other.end + 1) if index > at}
    following = tokens[at + 2] if at + 2 < len(tokens) else None
    if following is None or not following.is_word or following.lower in _CLOSING - DETERMINERS:
        return not behind
    return not behind - {at + 1}  # "to teach" is at issue, but not "to teach swimming"


def is_of_something_else(tokens: Sequence[Token], hit: Hit, hits: Sequence[Hit]) -> bool:
    """Tell whether it is said of what the thing is, and that is nothing at issue.

    "Grants for stadiums" are not the "grants for theatres" of which the proposition speaks, and
    "the closure of the pub" is not the one at issue.

    Args:
        tokens: of the sentence.
        hit: on the thing.
        hits: on the same issue, in the same clause.
    """
    at = hit.end + 1
    if at >= len(tokens) or tokens[at].lower not in {"of", hit.term.of_what}:
        return False
    if tokens[at].lower != hit.term.of_what and tokens[hit.end].lower not in ACT_NOUNS:
        return False
    for index in range(at + 1, len(tokens)):
        if any(other.start <= index <= other.end for other in hits):
            return False
        if not tokens[index].is_word or tokens[index].lower in _CLOSING - DETERMINERS:
            return index > at + 1  # "for them" says nothing of what
    return True


def _is_named_in_full(
    tokens: Sequence[Token], demand: Demand, hit: Hit, hits: Sequence[Hit]
) -> bool:
    """Tell whether a word of the proposition, which the codebook does not list, stands for its
    thing: at the end of its noun phrase, as what is asked for itself, and not alone, unless it is
    known which one is meant.

    "Scrap the fee" speaks of the one that was named before. "New hospitals" are not the new
    stations that the proposition asks for, "the roofs on its schools" not the schools, and who
    names one word of many may speak of something else.
    """
    if hit.term.stands_in or tokens[hit.start].stem != hit.term.stems[0]:
        return True  # "it", "the plan"
    alone = all(other.term.stems == hit.term.stems for other in hits)
    before = tokens[hit.start - 1].lower if hit.start else ""
    if alone and before not in _POINTING:
        return False
    following = hit.end + 1
    if following < len(tokens) and following != demand.at and tokens[following].is_word:
        known = any(other.start <= following <= other.end for other in hits)
        if not known and tokens[following].lower not in _CLOSING:
            return False
    # "Invest in the canal", "the use of the canal" are about it, "the trees along the canal" not.
    return not any(
        tokens[i].lower in PREPOSITIONS and not _is_of_it(tokens, i, hits)
        for i in range(demand.verb + 2, hit.start)
    )


def _is_of_it(tokens: Sequence[Token], at: int, hits: Sequence[Hit]) -> bool:
    """Tell whether "the widening of", "the number of" ends here: what is done to the thing, or how
    much there is of it.
    """
    before = tokens[at - 1].lower
    return tokens[at].lower == "of" and (
        before in ACT_NOUNS or before in _AMOUNTS or any(h.start <= at - 1 <= h.end for h in hits)
    )
