"""Set expressions that take a side on what they name: "we need …", "no more …", "say yes to …".

They are neither demands (nothing is said that should be done) nor verdicts (no word in them is good
or bad), yet no reader doubts their side. Each rule looks at the few words that stand right before
the noun phrase on the thing or right behind it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    DETERMINERS,
    NEGATORS,
    WRONG_TO,
)
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS, FAVOURING, REJECTING
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides import expression_words as words
from briefgen.extraction.lexical.sides.demands import direction_of_verb
from briefgen.extraction.lexical.sides.valuation import overall_verdict
from briefgen.extraction.lexical.sides.verdicts import head_before, is_head

_NEGATION_REACH = 4
_BEHIND = 7
_ACT_REACH = 7
_ASKED = frozenset("must should ought let's".split())
_BE = frozenset("is are was were be being been 's remains remain".split())
_SUBJECTS = frozenset("i we you".split())


@dataclass(frozen=True, slots=True)
class Expression:
    """What a set expression says of the thing it names."""

    value: float
    """Positive for the thing, negative against it; 1 leaves no doubt."""
    words: tuple[int, ...]
    """Numbers of the tokens it rests on."""
    asks: bool = True
    """Whether it says that the thing should be; False where it tells what comes of the thing, which
    bears on a proposition of fact as well."""
    since: int | None = None
    """Number of the token from which on words of more and of less bear on the thing; None where
    none do."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The noun phrase on a thing, in its sentence."""

    tokens: Sequence[Token]
    lowers: list[str]
    clause: Clause
    before: int
    """Number of the word before the noun phrase, -1 where it opens the sentence."""
    start: int
    end: int

    def lower(self, index: int) -> str:
        """Return a token in lower case; empty outside the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def negated(self, index: int) -> bool:
        """Tell whether a negation stands shortly before a token."""
        near = self.lowers[max(0, index - _NEGATION_REACH) : max(0, index)]
        return any(w in NEGATORS | words.NOBODY or w.endswith("n't") for w in near)


def expression_on(
    tokens: Sequence[Token], clause: Clause, start: int, end: int
) -> Expression | None:
    """Return the set expression on the thing at tokens *start* to *end*; None where there is none.

    Args:
        tokens: of the sentence.
        clause: in which the thing stands.
        start: number of the thing's first token.
        end: number of its last token.
    """
    if tokens[-1].text == "?" or not is_head(tokens, clause, end):
        return None
    lowers = [token.lower for token in tokens]
    before = head_before(tokens, -1, start)
    # "Need" is a noun as well, so it does not end the search for the noun phrase's first word.
    needing = [i for i in range(before + 1, start) if lowers[i] in words.NEEDING]
    before = needing[-1] if needing else before
    place = _Place(tokens, lowers, clause, before, start, end)
    return next((found for rule in _RULES if (found := rule(place)) is not None), None)


def _needed(place: _Place) -> Expression | None:
    """Find "the city needs …", "what we need is …", "nobody needs …", "there is no need for …"."""
    at = place.before
    if place.lower(at) in words.NEEDING and place.lower(at - 1) not in DETERMINERS | {"to", "of"}:
        if place.lower(place.end + 1) == "to":
            return None
        return Expression(-1.0 if place.negated(at) else 1.0, (at,), since=at + 1)
    if place.lower(at) in _BE and place.lower(at - 1) in words.NEEDING:
        opening = place.lowers[max(0, at - 6) : at]
        if "last" in opening or "least" in opening:
            return Expression(-1.0, (at - 1, at))
        if {"what", "all", "thing"} & set(opening):
            return Expression(-1.0 if place.negated(at + 1) else 1.0, (at - 1, at), since=at + 1)
    if place.lower(at) == "for" and place.lower(at - 1) in {"need", "reason", "place", "room"}:
        if place.lower(at - 2) in {"no", "little"}:
            return Expression(-1.0, (at - 2, at - 1))
        urgent = place.lower(at - 2) in words.URGENT
        return Expression(0.8, (at - 1, at)) if urgent else None
    return None


def _its_time(place: _Place) -> Expression | None:
    """Find "it is time for …", "this is no time for …"."""
    at = place.before
    if place.lower(at) != "for" or place.lower(at - 1) != "time":
        return None
    if place.lower(place.end + 1) == "to":
        return None
    opening = place.lowers[max(0, at - 5) : at - 1]
    if "no" in opening or "not" in opening:
        return Expression(-1.0, (at - 1, at))
    if {"is", "it's", "'s", "high"} & set(opening):
        return Expression(1.0, (at - 1, at), since=at + 1)
    return None


def _yes_or_no(place: _Place) -> Expression | None:
    """Find "say yes to …", "No to …", "vote no on …"."""
    at = place.before
    if place.lower(at) not in {"to", "on"} or place.lower(at - 1) not in {"yes", "no"}:
        return None
    verb = at - 2
    opens = at == 1 or (place.lower(verb) in words.SAYING_YES and _is_asked(place, verb))
    if not opens:
        return None
    side = 1.0 if place.lower(at - 1) == "yes" else -1.0
    return Expression(-side if place.negated(verb) else side, (at - 1, at))


def _is_asked(place: _Place, verb: int) -> bool:
    """Tell whether a verb is an imperative, stands under "should" or is said by the author."""
    if verb in {0, 1} and place.tokens[0].capital:
        return True
    before = place.lowers[max(0, verb - 4) : verb]
    return bool((_ASKED | _SUBJECTS) & set(before))


def _no_more(place: _Place) -> Expression | None:
    """Find "No more …", "Enough of …", "More …, not fewer"."""
    opening = place.lowers[: place.start]
    if opening[:2] == ["no", "more"] and place.start == 2:
        return Expression(-1.0, (0, 1))
    if opening[:1] == ["enough"] and opening[1:2] in (["of"], ["with"], ["already"]):
        return Expression(-1.0, (0, 1))
    behind = place.lowers[place.end + 1 : place.end + 5]
    if behind[:2] == [",", "not"] and len(behind) > 2:
        amount = set(place.lowers[max(0, place.start - 2) : place.start])
        if "more" in amount and behind[2] in words.FEWER:
            return Expression(1.0, (place.start - 1, place.end + 2))
        if amount & words.FEWER and behind[2] == "more":
            return Expression(-1.0, (place.start - 1, place.end + 2))
    return None


def _free_of(place: _Place) -> Expression | None:
    """Find "keep the centre free of …"."""
    at = place.before
    if place.lower(at) in {"of", "from"} and place.lower(at - 1) == "free":
        return Expression(-0.8, (at - 1, at))
    return None


def _without(place: _Place) -> Expression | None:
    """Find "cannot do without …", "better off without …", "Without …, we will fail"."""
    at = place.before
    if place.lower(at) != "without":
        return None
    verb = place.lowers[max(0, at - 4) : at]
    if "off" in verb and "better" in verb:
        return Expression(-1.0, (at - 1, at))
    if words.LIVING & set(verb) and {"can", "could", "cannot", "can't", "couldn't"} & set(
        place.lowers[max(0, at - 7) : at]
    ):
        return Expression(1.0 if place.negated(at) or "cannot" in verb else -1.0, (at - 1, at))
    opens = at == 0 or (at <= 2 and not place.tokens[at - 1].is_word)
    if opens and place.lower(place.end + 1) == ",":
        rest = Clause(place.end + 2, len(place.tokens) - 1)
        if overall_verdict(place.tokens, rest) < 0:
            return Expression(0.8, (at,))
    return None


def _alternative_to(place: _Place) -> Expression | None:
    """Find "there is no alternative to …", "there are better ways than …"."""
    at = place.before
    if place.lower(at) not in {"to", "for", "than"}:
        return None
    opening = place.lowers[max(0, at - 5) : at]
    if words.ALTERNATIVES & set(opening[-1:]) and place.lower(at) != "than":
        if place.negated(at - 1) or "no" in opening:
            return Expression(1.0, (at - 1, at))
        return Expression(-1.0, (at - 1, at)) if "better" in opening else None
    if place.lower(at) == "than" and "better" in opening and words.WAYS & set(opening):
        return Expression(1.0 if "no" in opening else -1.0, (at - 1, at))
    return None


def _is_the_way(place: _Place) -> Expression | None:
    """Find "… is the only way to", "… is not the answer", "the only way is …"."""
    behind = place.lowers[place.end + 1 : place.end + 1 + _BEHIND]
    if not behind or behind[0] not in _BE:
        return None
    only = next((i for i, w in enumerate(behind) if w in words.SOLE), None)
    if only is None or not words.WAYS & set(behind[only + 1 : only + 3]):
        return None
    negated = any(w in NEGATORS or w.endswith("n't") for w in behind[:only])
    at = place.end + 1 + only
    return Expression(-1.0 if negated else 1.0, (at, at + 1))


def _in_vain(place: _Place) -> Expression | None:
    """Find "… solves nothing", "… would only push it elsewhere", "… has no place here"."""
    verb = place.end + 1
    lower, following = place.lower(verb), place.lower(verb + 1)
    if lower in words.ACHIEVING and _is_naught(place, verb + 1):
        return Expression(-1.0, (verb, verb + 1), asks=False)
    promised = lower in {"would", "will", "can"} and following in words.ACHIEVING_BASE
    if promised and _is_naught(place, verb + 2):
        return Expression(-1.0, (verb + 1, verb + 2), asks=False)
    if lower in {"would", "will"} and following in words.MERELY:
        after = place.lowers[verb + 2 : verb + 6]
        if after and not (set(after) & (polarity.GOOD_FORMS | words.HELPING | {"if", "when"})):
            return Expression(-0.9, (verb, verb + 1), asks=False)
    if lower in {"has", "have"} and following == "to":
        course = (place.lower(verb + 2) in words.BEGINNING) - (place.lower(verb + 2) in words.GOING)
        ends = not place.lower(verb + 3).isalpha()
        return Expression(float(course), (verb, verb + 2)) if course and ends else None
    if lower in {"has", "have"} and following == "no" and place.lower(verb + 2) in words.STANDING:
        return Expression(-1.0, (verb + 1, verb + 2), asks=False)
    if lower in {"pays", "pay"} and place.lowers[verb + 1 : verb + 3] in (
        ["for", "itself"],
        ["for", "themselves"],
    ):
        return Expression(1.0, (verb, verb + 2), asks=False)
    return None


def _is_naught(place: _Place, index: int) -> bool:
    """Tell whether "nothing" stands there alone: "does little harm" is praise."""
    behind = place.lower(index + 1)
    return place.lower(index) in {"nothing", "little"} and (
        not behind.isalpha() or behind in {"to", "for", "about", "but", "and"}
    )


def _right_to(place: _Place) -> Expression | None:
    """Find "was right to propose …", "it would be foolish to build …", "no business charging …"."""
    for index in range(max(0, place.start - _ACT_REACH - 3), place.start - 1):
        right = place.lower(index) in words.RIGHT
        if not right and place.lower(index) not in WRONG_TO:
            continue
        if place.lower(index + 1) != "to" or not _is_predicate(place, index):
            continue
        verb = index + 2
        verb += place.lower(verb) in ADVERBS or place.lower(verb).endswith("ly")
        direction = _act(place, verb)
        if direction and place.start - verb <= _ACT_REACH:
            sign = (1 if right else -1) * (-1 if place.negated(index) else 1)
            return Expression(float(sign * direction), (index, verb))
    return None


def _is_predicate(place: _Place, index: int) -> bool:
    before = place.lowers[max(0, index - 4) : index]
    noun = place.lower(index) in words.WRONG_NOUNS
    return bool(_BE & set(before)) and (noun or place.lower(index - 1) not in {"the", "no"})


def _act(place: _Place, verb: int) -> int:
    lower = place.lower(verb)
    lemma = CUE_FORMS.get(lower, lower)
    direction = direction_of_verb(place.tokens, verb, len(place.tokens) - 1)
    return direction or (lower in words.PROPOSING or lemma in FAVOURING) - (lemma in REJECTING)


def _let_it(place: _Place) -> Expression | None:
    """Find "let the … begin", "the sooner the … comes, the better"."""
    behind = place.lower(place.end + 1)
    if place.lower(place.before) == "let" and _is_asked(place, place.before):
        course = (behind in words.BEGINNING) - (behind in words.ENDING)
        return Expression(float(course), (place.before, place.end + 1)) if course else None
    opening = place.lowers[: place.start]
    if opening[:1] == ["the"] and place.lowers[1:2] and place.lowers[1] in words.SOONER:
        rest = place.lowers[place.end + 1 :]
        if "better" in rest:
            side = -1.0 if words.ENDING & set(rest) else 1.0
            return Expression(side, (1, place.end + 1 + rest.index("better")))
    return None


_RULES: tuple[Callable[[_Place], Expression | None], ...] = (
    _needed,
    _its_time,
    _yes_or_no,
    _no_more,
    _free_of,
    _without,
    _alternative_to,
    _is_the_way,
    _in_vain,
    _right_to,
    _let_it,
)
