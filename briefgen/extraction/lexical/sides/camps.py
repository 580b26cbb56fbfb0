"""What is said of a thing's friends and foes, of its benefits, its risks and its price.

"The critics of the toll are wrong" speaks for the toll, "the promise of the toll was a mirage"
against it, whatever good and bad words stand in them.
"""

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.sides import expression_words as words
from briefgen.extraction.lexical.sides.expression_places import Expression, Place, Rule
from briefgen.extraction.lexical.sides.valuation import overall_verdict

_JOINING = frozenset("of to about against over for".split())
_PREDICATE_REACH = 12


def _outweighing(place: Place) -> Expression | None:
    """Find "the benefits of … outweigh", "the risks of … outweigh"."""
    noun, verb = place.before - 1, place.end + 1
    if place.lower(place.before) != "of" or place.lower(verb) not in words.OUTWEIGHING:
        return None
    good = place.lower(noun) in words.BENEFITS
    bad = place.lower(noun) in words.RISKS
    return Expression(float(good - bad), (noun, verb), asks=False) if good != bad else None


def _camp(place: Place) -> Expression | None:
    """Find "critics of … are wrong", "fears of … are overblown", "the lure of … is a mirage"."""
    noun, verb = place.before - 1, place.end + 1
    if place.lower(place.before) not in _JOINING or noun < place.clause.first:
        return None
    foes = place.lower(noun) in words.FOES
    if not foes and place.lower(noun) not in words.FRIENDS:
        return None
    last = min(len(place.tokens) - 1, verb + _PREDICATE_REACH)
    behind = place.lowers[verb : last + 1]
    value = overall_verdict(place.tokens, Clause(verb, last)) if verb <= last else 0.0
    empty = bool(words.EMPTY & set(behind)) and not place.negated(
        next((i for i in range(verb, last + 1) if place.lower(i) in words.EMPTY), verb)
    )
    value -= empty
    if not value:
        return None
    side = 0.8 if value > 0 else -0.8
    return Expression(-side if foes else side, (noun, verb), asks=False)


def _money_on(place: Place) -> Expression | None:
    """Find "every euro spent on … is a euro not spent on …", "money better spent than on …"."""
    at = place.before
    if place.lower(at) == "for" and place.lower(at - 1) in {"money", "sum", "budget"}:
        wasted = {"better", "spent"} <= set(place.lowers[place.end + 1 :])
        return Expression(-0.8, (at - 1, at), asks=False) if wasted else None
    if place.lower(at) != "on" or place.lower(at - 1) not in words.SPENT:
        return None
    if words.RETURNING & set(place.lowers[place.end + 1 : place.end + 3]):
        return Expression(0.8, (at - 1, at), asks=False)
    behind = set(place.lowers[place.end + 1 :])
    lost = bool(behind & words.LOST) or ("not" in behind and place.lower(at - 1) in behind)
    bad = bool(polarity.BAD_FORMS & behind)
    return Expression(-0.8, (at - 1, at), asks=False) if lost or bad else None


CAMP_RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_outweighing, words.OUTWEIGHING),
    (_camp, words.FOES | words.FRIENDS),
    (_money_on, words.SPENT),
)
"""Each with words of which one must stand in the sentence: only then it is worth to look."""
