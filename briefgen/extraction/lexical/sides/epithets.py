"""Epithets: what an author calls somebody's own thing while reporting what they say.

"The mayor promised to pay those who were ruined by his reckless levy": nobody calls their own levy
reckless. In an indirect report, a bad word on "his", "her" or "their" thing is the author's.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.judgements import Cue, Judgement

_OWN = frozenset("his her their its".split())
_REACH = 4


def apart_from_epithets(
    sentence: Sentence, judgements: Sequence[Judgement]
) -> tuple[list[Judgement], list[Judgement]]:
    """Return what the holder says, and what the author says of the holder's own things.

    Args:
        sentence: in which they stand.
        judgements: of an indirect report, by issue.
    """
    if _OWN.isdisjoint(sentence.vocabulary):
        return list(judgements), []
    held, called = [], []
    for judgement in judgements:
        epithets = tuple(cue for cue in judgement.cues if _is_epithet(sentence.tokens, cue))
        if not epithets:
            held.append(judgement)
            continue
        score = sum(cue.score for cue in epithets)
        rest = tuple(cue for cue in judgement.cues if cue not in epithets)
        held.append(judgement._replace(score=judgement.score - score, cues=rest))
        called.append(judgement._replace(score=score, cues=epithets, granted=0.0))
    return held, called


def _is_epithet(tokens: Sequence[Token], cue: Cue) -> bool:
    if cue.kind != "verdict":
        return False
    last = cue.tokens[-1]
    owned = any(token.lower in _OWN for token in tokens[max(0, last - _REACH) : last])
    words = (tokens[index].lower for index in cue.tokens)
    return owned and any(
        word in polarity.BAD_FORMS or polarity.VERB_VALUES.get(word) == -1 for word in words
    )
