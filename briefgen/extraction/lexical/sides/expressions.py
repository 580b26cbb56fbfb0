"""Set expressions that take a side on what they name: "we need …", "no more …", "say yes to …".

They are neither demands (nothing is said that should be done) nor verdicts (no word in them is good
or bad), yet no reader doubts their side. Each rule looks at the few words that stand right before
the noun phrase on the thing or right behind it.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    DETERMINERS,
    NEGATORS,
    WRONG_TO,
)
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS, FAVOURING, REJECTING
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides import expression_words as words
from briefgen.extraction.lexical.sides.camps import CAMP_RULES
from briefgen.extraction.lexical.sides.directions import direction_of_verb
from briefgen.extraction.lexical.sides.expression_places import Expression, Place, Rule
from briefgen.extraction.lexical.sides.sayings import SAYING_RULES, may_hold
from briefgen.extraction.lexical.sides.valuation import overall_verdict
from briefgen.extraction.lexical.sides.verdicts import is_head

_UNABLE_REACH = 12
_MISSED = frozenset("would will can".split())
_SPURNED_REACH = 6
_BEHIND = 7
_ACT_REACH = 7
_ASKED = frozenset("must should ought let's".split())
_BE = frozenset("is are was were be being been 's remains remain".split())
_SUBJECTS = frozenset("i we you".split())


def rules_for(sentence: Sentence) -> tuple[Rule, ...]:
    """Return the rules that a sentence is worth to be read by, in their order.

    They are those of whose words one stands in it; most sentences have none or a few of them.
    """
    heard = sentence.vocabulary & _NEEDED
    asks = sentence.tokens[-1].text == "?"
    numbers = sorted({number for word in heard for number in _RULES_OF[word]})
    rules = [_RULES[n][0] for n in numbers if (_RULES[n][0] in _ASKED_RULES) == asks]
    if not _SAYING.isdisjoint(heard):
        rules = [rule for rule in rules if may_hold(rule, heard, sentence.vocabulary)]
    return tuple(rules)


def expression_on(
    sentence: Sentence, clause: Clause, start: int, end: int, rules: Sequence[Rule]
) -> Expression | None:
    """Return the set expression on the thing at tokens *start* to *end*; None where there is none.

    Args:
        sentence: in which the thing stands.
        clause: of it, the one with the thing.
        start: number of the thing's first token.
        end: number of its last token.
        rules: the sentence's (`rules_for`), the first that finds something counts.
    """
    following = sentence.lowers[end + 1] if end + 1 < len(sentence.lowers) else ""
    if not is_head(sentence.tokens, clause, end) and following not in words.OUTWEIGHING:
        return None
    place = Place.of(sentence, clause, start, end)
    return next((found for rule in rules if (found := rule(place)) is not None), None)


def _needed(place: Place) -> Expression | None:
    """Find "the city needs …", "what we need is …", "nobody needs …", "there is no need for …"."""
    at = place.before
    if place.lower(at) in words.NEEDING and place.lower(at - 1) not in DETERMINERS | {"to", "of"}:
        if place.lower(place.end + 1) == "to" or place.lower(at + 1) == "not":
            return None  # "need not shoot wolves" is told by its verb
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


def _its_time(place: Place) -> Expression | None:
    """Find "it is time for …", "this is no time for …"."""
    at = place.before
    if place.lower(at) != "for" or place.lower(at - 1) != "time":
        return None
    if place.lower(place.end + 1) == "to":
        return None
    opening = place.lowers[max(0, at - 5) : at - 1]
    if opening[-1:] == ["no"] and not _BE & set(opening):
        return None  # "the mayor has no time for it" is the mayor's mind
    if "no" in opening or "not" in opening:
        return Expression(-1.0, (at - 1, at))
    if {"is", "it's", "'s", "high"} & set(opening):
        return Expression(1.0, (at - 1, at), since=at + 1)
    return None


def _yes_or_no(place: Place) -> Expression | None:
    """Find "say yes to …", "No to …", "vote no on …"."""
    at = place.before
    if place.lower(at) not in {"to", "on"} or place.lower(at - 1) not in {"yes", "no"}:
        return None
    verb = at - 2
    opens = at == 1 or (place.lower(verb) in words.SAYING_YES and _is_asked(place, verb))
    if not opens:
        return None
    side = 1.0 if place.lower(at - 1) == "yes" else -1.0
    return Expression(-side if place.negated(verb) else side, (at - 1, at), since=at + 1)


def _is_asked(place: Place, verb: int) -> bool:
    """Tell whether a verb is an imperative, stands under "should" or is said by the author."""
    if verb in {0, 1} and place.tokens[0].capital:
        return True
    before = place.lowers[max(0, verb - 4) : verb]
    if before[-1:] == ["to"]:
        return True  # "it is time to say no to …", "urged them to say no to …"
    return bool((_ASKED | _SUBJECTS) & set(before))


def _no_more(place: Place) -> Expression | None:
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


def _too_much(place: Place) -> Expression | None:
    """Find "too many …", "… is already too high", "… are far too low"."""
    at = place.before
    if place.lower(at) in {"on", "in", "into"} and "too" in place.lowers[max(0, at - 4) : at]:
        side = (place.lower(at - 1) in words.SMALL) - (place.lower(at - 1) in words.LARGE)
        if side and place.lower(at - 2) == "too":  # "spends too little on …"
            return Expression(0.8 * side, (at - 2, at - 1))
    near = place.lowers[max(0, place.start - 2) : place.start]
    if "too" in near[:1] or near[-2:-1] == ["too"]:
        side = (near[-1] in words.SMALL) - (near[-1] in words.LARGE)
        return Expression(0.8 * side, (place.start - 1,)) if side else None
    verb = place.verb
    behind = place.lowers[verb + 1 : verb + 5]
    if place.lower(verb) in _BE and "too" in behind:
        degree = "".join(behind[behind.index("too") + 1 :][:1])
        side = (degree in words.SMALL) - (degree in words.LARGE)
        return Expression(0.8 * side, (verb, verb + 1 + behind.index("too"))) if side else None
    return None


def _nothing_beats(place: Place) -> Expression | None:
    """Find "nothing beats …", "nothing is better than …", "cheaper than …"."""
    at = place.before
    if place.lower(at) in words.BEATING and place.lower(at - 1) == "nothing":
        return Expression(1.0, (at - 1, at))
    if place.lower(at) != "than" or not place.lower(at - 1).endswith("er"):
        return None
    compared = place.lower(at - 1)
    plain = {compared[:-2], compared[:-1], compared[:-3], compared[:-3] + "y"}
    value = bool(plain & polarity.GOOD_FORMS) - bool(plain & polarity.BAD_FORMS)
    value = value or (compared == "better")
    if not value:
        return None
    nothing = "nothing" in place.lowers[max(0, at - 4) : at]
    return Expression(0.8 * (value if nothing else -value), (at - 1, at), asks=False)


def _free_of(place: Place) -> Expression | None:
    """Find "keep the centre free of …"."""
    at = place.before
    if place.lower(at) in {"of", "from"} and place.lower(at - 1) == "free":
        return Expression(-0.8, (at - 1, at))
    return None


def _spurned(place: Place) -> Expression | None:
    """Find "instead of …", "rather than build …" beside a demand: something else is asked for."""
    window = range(max(0, place.start - _SPURNED_REACH), place.start - 1)
    pairs = (("instead", "of"), ("rather", "than"))
    at = next((i for i in window if (place.lower(i), place.lower(i + 1)) in pairs), None)
    if at is None or place.lower(at - 1) in {"would", "'d", "i'd", "we'd"}:
        return None
    outside = set(place.lowers[:at]) | set(place.lowers[place.end + 1 :])
    demanded = bool((_ASKED | words.NEEDING) & outside) or (
        place.tokens[0].capital and bool(direction_of_verb(place.tokens, 0, len(place.tokens) - 1))
    )
    direction = _act(place, at + 2) or _base_act(place, at + 2) or 1
    return Expression(-0.8 * direction, (at, at + 1)) if demanded else None


def _base_act(place: Place, index: int) -> int:
    """Return the direction of "scrapping" by that of "scrap"."""
    lower = place.lower(index)
    return -1 if lower in polarity.LESS_FORMS else 1 if lower in polarity.MORE_FORMS else 0


def _without(place: Place) -> Expression | None:
    """Find "cannot do without …", "better off without …", "Without …, we will fail"."""
    at = place.before
    if place.lower(at) != "without":
        return None
    verb = place.lowers[max(0, at - 4) : at]
    if "off" in verb and "better" in verb:
        return Expression(-1.0, (at - 1, at), since=at + 1)
    able = {"can", "could", "cannot", "can't", "couldn't"} & set(place.lowers[max(0, at - 7) : at])
    if words.LIVING & set(verb) and able:
        unable = place.negated(at) or "cannot" in verb
        return Expression(1.0 if unable else -1.0, (at - 1, at), since=at + 1)
    if words.FARING & set(verb[-2:]):
        return Expression(-0.8, (at - 1, at), asks=False, since=at + 1)
    window = place.lowers[max(place.clause.first, at - _UNABLE_REACH) : at]
    not_able = any(
        w in words.ABLE and window[i + 1 : i + 2] == ["not"] for i, w in enumerate(window)
    )
    if not_able or words.UNABLE & set(window):
        return Expression(0.8, (at,), since=at + 1)
    opens = at == 0 or (at <= 2 and not place.tokens[at - 1].is_word)
    gone = place.lowers[place.end + 1 : place.end + 6]
    if opens and _MISSED & set(gone) and {"there", "no"} <= set(gone):
        missed = place.end + 2 + gone.index("no")
        value = _value_of(place, missed)  # "without it there would be no jobs", "no waste"
        return Expression(0.8 * value, (at, missed), since=at + 1) if value else None
    if opens and place.lower(place.end + 1) == ",":
        rest = Clause(place.end + 2, len(place.tokens) - 1)
        if overall_verdict(place.tokens, rest) < 0:
            return Expression(0.8, (at,), since=at + 1)
    return None


def _value_of(place: Place, at: int) -> int:
    """Return 1 where something good is named within two words from *at*, -1 where an ill is."""
    named = {place.lower(at), place.lower(at + 1)}
    good = bool(named & (polarity.GOODS_FORMS | polarity.GOOD_FORMS))
    return good - bool(named & (polarity.ILLS_FORMS | polarity.BAD_FORMS))


def _alternative_to(place: Place) -> Expression | None:
    """Find "there is no alternative to …", "there are better ways than …"."""
    at = place.before
    if place.lower(at) not in {"to", "for", "than"}:
        return None
    opening = place.lowers[max(0, at - 5) : at]
    if words.ALTERNATIVES & set(opening[-1:]) and place.lower(at) != "than":
        if place.negated(at - 1) or "no" in opening:
            return Expression(1.0, (at - 1, at), since=at + 1)
        worse = "better" in opening
        return Expression(-1.0, (at - 1, at), since=at + 1) if worse else None
    if place.lower(at) == "than" and "better" in opening and words.WAYS & set(opening):
        return Expression(1.0 if "no" in opening else -1.0, (at - 1, at), since=at + 1)
    return None


def _is_the_way(place: Place) -> Expression | None:
    """Find "… is the only way to", "… is not the answer", "the only way is …"."""
    behind = place.lowers[place.verb : place.verb + _BEHIND]
    if not behind or behind[0] not in _BE:
        return None
    only = next((i for i, w in enumerate(behind) if w in words.SOLE), None)
    if only is None or not words.WAYS & set(behind[only + 1 : only + 3]):
        return None
    negated = any(w in NEGATORS or w.endswith("n't") for w in behind[:only])
    at = place.verb + only
    purpose = next((i for i in (at + 2, at + 3) if place.lower(i) == "to"), None)
    if purpose is not None:
        aim = Clause(purpose + 1, place.clause.last)
        if overall_verdict(place.tokens, aim) < 0 and not direction_of_verb(
            place.tokens, aim.first, aim.last
        ):
            return None if negated else Expression(-1.0, (at, at + 1), since=place.clause.first)
    return Expression(-1.0 if negated else 1.0, (at, at + 1), since=place.clause.first)


def _in_vain(place: Place) -> Expression | None:
    """Find "… solves nothing", "… would only push it elsewhere", "… has no place here"."""
    verb = place.verb
    lower, following = place.lower(verb), place.lower(verb + 1)
    if lower in words.ACHIEVING and _is_naught(place, verb + 1):
        return Expression(-1.0, (verb, verb + 1), asks=False, since=place.clause.first)
    promised = lower in {"would", "will", "can"} and following in words.ACHIEVING_BASE
    if promised and _is_naught(place, verb + 2):
        return Expression(-1.0, (verb + 1, verb + 2), asks=False, since=place.clause.first)
    if lower in {"would", "will"} and following in words.MERELY:
        after = place.lowers[verb + 2 : verb + 6]
        if after[:1] and after[0] in words.MOVING:
            return None  # "the traffic would simply move": it is not the measure that is in vain
        if after and not (set(after) & (polarity.GOOD_FORMS | words.HELPING | {"if", "when"})):
            return Expression(-0.9, (verb, verb + 1), asks=False, since=place.clause.first)
    if lower in {"has", "have"} and following == "to":
        course = (place.lower(verb + 2) in words.BEGINNING) - (place.lower(verb + 2) in words.GOING)
        ends = not place.lower(verb + 3).isalpha()
        return (
            Expression(float(course), (verb, verb + 2), since=place.clause.first)
            if course and ends
            else None
        )
    if lower in {"is", "are"} and place.lowers[verb + 1 : verb + 4] == ["here", "to", "stay"]:
        asked = (_ASKED | {"time", "need", "needs"}) & set(place.lowers[: place.start])
        return Expression(0.8, (verb, verb + 3)) if asked else None
    effect = place.lower(verb + 2) in words.EFFECTS
    if lower in {"has", "have", "had"} and following in {"no", "little"} and effect:
        return Expression(-0.8, (verb + 1, verb + 2), asks=False, denies=True)
    if lower in {"has", "have"} and following == "no" and place.lower(verb + 2) in words.STANDING:
        return Expression(-1.0, (verb + 1, verb + 2), asks=False, since=place.clause.first)
    if lower in {"pays", "pay"} and place.lowers[verb + 1 : verb + 3] in (
        ["for", "itself"],
        ["for", "themselves"],
    ):
        return Expression(1.0, (verb, verb + 2), asks=False, since=place.clause.first)
    return None


def _is_naught(place: Place, index: int) -> bool:
    """Tell whether "nothing" stands there alone: "does little harm" is praise."""
    behind = place.lower(index + 1)
    return place.lower(index) in {"nothing", "little"} and (
        not behind.isalpha() or behind in {"to", "for", "about", "but", "and"}
    )


def _right_to(place: Place) -> Expression | None:
    """Find "was right to propose …", "it would be foolish to build …", "no business charging …"."""
    for index in range(max(0, place.start - _ACT_REACH - 3), place.start - 1):
        lower, too = place.lower(index), place.lower(index - 1) == "too"
        right = lower in words.RIGHT or (too and lower in words.SLOW)
        if not right and lower not in WRONG_TO and not (too and lower in words.QUICK):
            continue
        left = place.lower(index + 1) == "not"  # "a mistake not to build it"
        if place.lower(index + 1 + left) != "to" or not _is_predicate(place, index):
            continue
        verb = index + 2 + left
        verb += place.lower(verb) in ADVERBS or place.lower(verb).endswith("ly")
        # A hit that begins with the verb names what is done, and not what it is done to.
        direction = 1 if verb == place.start else _act(place, verb)
        if direction and place.start - verb <= _ACT_REACH:
            sign = (1 if right else -1) * (-1 if place.negated(index) != left else 1)
            return Expression(float(sign * direction), (index, verb))
    return None


def _is_predicate(place: Place, index: int) -> bool:
    before = place.lowers[max(0, index - 4) : index]
    noun = place.lower(index) in words.WRONG_NOUNS
    return bool(_BE & set(before)) and (noun or place.lower(index - 1) not in {"the", "no"})


def _act(place: Place, verb: int) -> int:
    lower = place.lower(verb)
    lemma = CUE_FORMS.get(lower, lower)
    direction = direction_of_verb(place.tokens, verb, len(place.tokens) - 1)
    return direction or (lower in words.PROPOSING or lemma in FAVOURING) - (lemma in REJECTING)


def _justified(place: Place) -> Expression | None:
    """Find "nothing justifies …", "the evidence does not justify …", "that justifies a …"."""
    at = place.before
    if place.lower(at) not in words.JUSTIFYING:
        return None
    nothing = {"nothing", "no", "nobody", "hardly", "scarcely"} & set(
        place.lowers[max(0, at - 4) : at]
    )
    if nothing or place.negated(at):
        return Expression(-1.0, (at,), since=at + 1)
    return Expression(0.8, (at,), since=at + 1) if place.lower(at) != "justified" else None


def _let_it(place: Place) -> Expression | None:
    """Find "let the … begin", "the sooner the … comes, the better"."""
    behind = place.lower(place.end + 1)
    if place.lower(place.before) == "let" and _is_asked(place, place.before):
        course = (behind in words.BEGINNING) - (behind in words.ENDING)
        return Expression(float(course), (place.before, place.end + 1)) if course else None
    opening = place.lowers[: place.start]
    if opening[:1] == ["the"] and place.lowers[1:2] and place.lowers[1] in words.SOONER:
        rest = place.lowers[place.end + 1 :]
        if "better" in rest:
            # "The sooner the last toll is paid, the better."
            ends = bool(words.ENDING & set(rest)) or "last" in opening
            side = -1.0 if ends else 1.0
            return Expression(side, (1, place.end + 1 + rest.index("better")))
    return None


def _why(place: Place) -> Expression | None:
    """Find "Why not build …?", "Why should we build …?", "Who needs …?"."""
    if place.lowers[:2] == ["who", "needs"] and place.before == 1:
        return Expression(-1.0, (0, 1), since=2)
    if place.lowers[:2] in (["do", "we"], ["does", "anyone"], ["do", "they"]):
        wanted = place.lower(place.before) in {"want", "need"}
        really = "really" in place.lowers[2 : place.start]
        return (
            Expression(-0.8, (place.before,), since=place.before + 1) if wanted and really else None
        )
    if place.lowers[:1] != ["why"]:
        return None
    verb = next((i for i in range(1, min(7, place.start)) if _act(place, i)), None)
    if verb is None or place.start - verb > _ACT_REACH:
        return None
    opening = place.lowers[1:verb]
    wanted = "not" in opening or any(w.endswith("n't") for w in opening)
    doubted = bool({"should", "would", "must"} & set(opening)) or not opening
    if not wanted and not doubted:
        return None
    return Expression((0.8 if wanted else -0.8) * _act(place, verb), (0, verb))


_RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_needed, words.NEEDING | {"reason", "place", "room"}),
    (_its_time, frozenset(("time",))),
    (_yes_or_no, frozenset(("yes", "no"))),
    (_no_more, frozenset(("more", "enough"))),
    (_too_much, frozenset(("too",))),
    (_nothing_beats, words.BEATING | {"than"}),
    (_free_of, frozenset(("free",))),
    (_spurned, frozenset(("instead", "rather"))),
    *CAMP_RULES,
    *SAYING_RULES,
    (_without, frozenset(("without",))),
    (_alternative_to, words.ALTERNATIVES | {"than"}),
    (_is_the_way, words.SOLE),
    (
        _in_vain,
        words.MERELY
        | words.BEGINNING
        | words.GOING
        | words.EFFECTS
        | words.STANDING
        | {"nothing", "little", "itself", "themselves"},
    ),
    (_right_to, words.RIGHT | words.SLOW | words.QUICK | WRONG_TO),
    (_justified, words.JUSTIFYING),
    (_let_it, words.SOONER | {"let"}),
    (_why, frozenset(("why", "needs", "really"))),
)
"""Each with words of which one must stand in the sentence: only then it is worth to look."""
_ASKED_RULES = frozenset((_why,))
"""Those for questions; the others are for all other sentences."""
_RULES_OF = {
    word: tuple(number for number, (_, needed) in enumerate(_RULES) if word in needed)
    for _, each in _RULES
    for word in each
}
_NEEDED = frozenset(_RULES_OF)
_SAYING = frozenset(word for _, needed in SAYING_RULES for word in needed)
