"""The side that the content of a report shows, where the words around it leave none in doubt."""

from bisect import bisect_right
from itertools import pairwise

from briefgen.extraction.lexical.language.grammar_words import DETERMINERS, PREPOSITIONS
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.terms import Hit
from briefgen.extraction.lexical.told import stand_words as words
from briefgen.extraction.lexical.told.predicates import (
    complement_value,
    copula_value,
    opening_value,
)
from briefgen.extraction.lexical.told.reaching import Reached, reach
from briefgen.extraction.lexical.told.stands import is_whole, own_favour, settled_favour
from briefgen.extraction.lexical.voices.passages import Passage

_CHANGING = frozenset("be to being gone scrapped abolished dropped removed ended stopped".split())
"""Behind the thing: what is wanted is what becomes of it."""
_GOING = frozenset("go gone fail end disappear vanish die fall".split())
"""Who would see a thing do so is against it."""
_FORMERLY = frozenset("once formerly initially originally previously".split())
_FEARING = frozenset("fear worry dread warn caution".split())
_COMING = frozenset("will would could may might".split())
_FEARED_REACH = 6
_FEARED_FRAMES = frozenset(("clause", "nominal", "quotation", "parenthesis", "according"))
_LINKING = frozenset("is are was were that about involve involves remains".split())
_THEIR_OWN = frozenset("their his her its our my biggest main chief greatest".split())


def outright_favour(passage: Passage, hit: Hit) -> int:
    """Return the side that the verb takes on the thing itself, 0 where it takes none or is parted
    from it: "called for scrapping the toll", "the toll was condemned by".
    """
    attribution = passage.attribution
    if attribution is None or not attribution.wish or attribution.former:
        return 0
    sentence = passage.sentence
    if not is_whole(sentence.tokens, hit):
        return 0
    cue = _cue_of(passage)
    if cue < hit.start:
        reached = reach(sentence.tokens, cue + 1, hit.start)
        behind = sentence.lowers[hit.end + 1] if hit.end + 1 < len(sentence.lowers) else ""
        if behind in _GOING and "see" in sentence.lowers[cue + 1 : hit.start]:
            return -attribution.wish
        near = reached.verb == cue or (
            reached.verb == cue + 1 and _takes_thing(sentence, cue + 1, hit.start)
        )
        plain = near and behind not in _CHANGING
        return attribution.wish * reached.handed if plain else 0
    reached = reach(sentence.tokens, passage.first, hit.start)
    whole = reached.verb < passage.first and attribution.frame == "attitude"
    return attribution.wish * reached.handed if whole else 0


def _takes_thing(sentence: Sentence, at: int, start: int) -> bool:
    """Tell whether a preposition stands there and no infinitive: "open to a toll", not "to
    discuss".
    """
    lowers = sentence.lowers
    if lowers[at] != "to":
        return lowers[at] in PREPOSITIONS
    return at + 1 == start or lowers[at + 1] in DETERMINERS or lowers[at + 1].endswith("ing")


def is_turned_round(passage: Passage, last: int, hit: Hit) -> bool:
    """Tell whether the thing is named in what would end it: "agreed with them to drop the toll"."""
    reached = reach(passage.sentence.tokens, passage.first, hit.start)
    return reached.handed < 0 and hit.end <= last


def is_parted(passage: Passage, hit: Hit) -> bool:
    """Tell whether what is felt is about something near the thing: "the vote on the toll worries
    the guild".
    """
    cue = _cue_of(passage)
    if cue < hit.start:
        return False
    tokens = passage.sentence.tokens
    parting = reach(tokens, 0, hit.start).verb
    return parting > 0 and tokens[parting - 1].is_word and tokens[parting].lower in PREPOSITIONS


def _cue_of(passage: Passage) -> int:
    starts = passage.sentence.starts
    cue = passage.attribution.cue[0] if passage.attribution is not None else passage.start
    return bisect_right(starts, cue) - 1


def content_favour(text: str, passage: Passage, last: int, hit: Hit) -> int:
    """Return 1 where the holder of the passage is shown to be for the thing, -1 against it, else 0.

    Args:
        text: the article.
        passage: what is reported.
        last: number of the last token that is the holder's own word.
        hit: the thing at issue, within the passage.
    """
    attribution = passage.attribution
    if attribution is None or attribution.negated or attribution.former:
        return 0
    sentence = passage.sentence
    tokens = sentence.tokens
    cue = _cue_of(passage)
    before = cue < hit.start
    reached = reach(tokens, cue + 1 if before else passage.first, hit.start)
    lemma = attribution.lemma
    regarded = words.REGARDING.get(tokens[cue].lower)
    if before and reached.verb == cue and regarded is not None:
        bare = regarded in words.BARE_REGARDING
        value = complement_value(tokens, hit.end, last, bare=bare)
        if value:
            return value * reached.handed
    agreed = _agreed(sentence, lemma, cue, hit)
    if agreed:
        return agreed
    if attribution.frame in {"attitude", "infinitive", "topic"}:
        return _insisted(sentence, lemma, cue, hit)
    return _in_clause(text, passage, last, hit, reached) or _insisted(sentence, lemma, cue, hit)


def _in_clause(text: str, passage: Passage, last: int, hit: Hit, reached: Reached) -> int:
    sentence = passage.sentence
    first = passage.content_first
    own = own_favour(text, sentence, first, hit)
    if own:
        return own
    # Of "scrapping the toll" it is said where the clause begins with it.
    opens = reached.verb < first or not sentence.tokens[reached.verb].is_word
    value = copula_value(sentence.tokens, hit.end, last)
    if value and (opens or reached.handed > 0):
        return value * reached.handed
    return (
        _outweighed(sentence, last, hit)
        or _opened(sentence, first, reached)
        or _feared(sentence, first, last, hit)
        or _warned_of(passage, last, hit)
    )


def is_of_a_camp(passage: Passage, hit: Hit) -> bool:
    """Tell whether others are named by the thing: "said that opponents of the toll had left"."""
    tokens = passage.sentence.tokens
    at = reach(tokens, passage.content_first, hit.start).verb
    inside = at - 1 >= passage.content_first and tokens[at].lower == "of"
    return inside and tokens[at - 1].lower in words.CAMPS


def was_once_held(passage: Passage) -> bool:
    """Tell whether "once opposed", "used to oppose", "opposed it at first" stands there."""
    cue = _cue_of(passage)
    behind = passage.sentence.lowers[cue : passage.last + 1]
    if ("at", "first") in pairwise(behind):
        return True
    before = passage.sentence.lowers[max(passage.first, cue - 3) : cue]
    return bool(_FORMERLY & set(before)) or before[-2:] == ["used", "to"]


def _outweighed(sentence: Sentence, last: int, hit: Hit) -> int:
    """Return the side of "does more harm than good" behind the thing."""
    behind = sentence.lowers[hit.end + 1 : min(last, hit.end + 7) + 1]
    for number, word in enumerate(behind[:-3]):
        if word == "more" and behind[number + 2] == "than":
            return {"harm": -1, "good": 1}.get(behind[number + 1], 0)
    return 0


def _opened(sentence: Sentence, first: int, reached: Reached) -> int:
    value = opening_value(sentence.tokens, first, max(0, reached.verb))
    return value * reached.handed


def _agreed(sentence: Sentence, lemma: str, cue: int, hit: Hit) -> int:
    """Return the side of "agreed that the town would close the door on the thing"."""
    if lemma not in words.SETTLING or cue >= hit.start:
        return 0
    return settled_favour(sentence, cue + 1, hit)


def _insisted(sentence: Sentence, lemma: str, cue: int, hit: Hit) -> int:
    """Return 1 for "insists that any plan include the thing"."""
    noun = lemma.removesuffix("ence").removesuffix("ences")
    if not {lemma, noun, lemma.removesuffix("s")} & words.INSISTING or cue >= hit.start:
        return 0
    reached = reach(sentence.tokens, cue + 1, hit.start)
    including = sentence.tokens[reached.verb].lower in words.INCLUDING
    before = {token.lower for token in sentence.tokens[cue : reached.verb]}
    return int(including and before.isdisjoint({"not", "never", "no"}))


def _feared(sentence: Sentence, first: int, last: int, hit: Hit) -> int:
    """Return -1 for "their main concern is that the thing …" where more of it is what is feared."""
    tokens = sentence.tokens
    noun = next(
        (
            i
            for i in range(first, min(hit.start, first + _FEARED_REACH))
            if tokens[i].lower in words.WORRYING
        ),
        None,
    )
    if noun is None or noun + 1 >= hit.start or tokens[noun + 1].lower not in _LINKING:
        return 0
    if not any(token.lower in _THEIR_OWN for token in tokens[first:noun]):
        return 0
    return 0 if _falls_short(sentence, noun + 1, last, hit) else -1


def _warned_of(passage: Passage, last: int, hit: Hit) -> int:
    """Return -1 for "fears that the thing will …", where it is not for less of it."""
    attribution, sentence = passage.attribution, passage.sentence
    if attribution is None or attribution.lemma not in _FEARING or hit.end >= last:
        return 0
    first = passage.content_first
    opens = reach(sentence.tokens, first, hit.start).verb < first
    coming = sentence.lowers[hit.end + 1] in _COMING
    return -1 if opens and coming and not _falls_short(sentence, first, last, hit) else 0


def _falls_short(sentence: Sentence, first: int, last: int, hit: Hit) -> bool:
    around = {*sentence.lowers[first : hit.start], *sentence.lowers[hit.end + 1 : last + 1]}
    return bool(around & (words.FALLING_SHORT | {"not", "without", "never", "no"}))
