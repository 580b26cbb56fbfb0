"""What the author denies to hold: "I do not think that …", "there is no evidence that …".

What stands behind is nobody's view, and the author's is the contrary.
"""

from collections.abc import Iterator, Sequence

from briefgen.extraction.lexical.language.grammar_words import ADVERBS
from briefgen.extraction.lexical.language.set_phrases import (
    by_first_word,
    match_phrase,
    read_phrases,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import Framed, clause_end, trim

_OPENINGS = by_first_word(
    read_phrases("""
    - i/we am/are/was/were not persuaded/convinced/sure/certain that
    - i'm/we're not persuaded/convinced/sure/certain that
    - i/we am/are/remain far from persuaded/convinced/sure/certain that
    - i/we am/are/remain unconvinced/unpersuaded/sceptical/skeptical/doubtful that
    - nobody/nothing has (yet) (ever) convinced/persuaded/shown me/us that
    - nobody has (yet) (ever) shown/proved/proven/demonstrated that
    - nothing suggests/shows/proves/indicates that
    - there is/was no/little/scant (good/real/clear/hard/solid) evidence/proof/sign/guarantee that
    - there is/was no/little/scant evidence/indication/guarantee whatever/whatsoever that
    - there isn't any evidence/proof/sign/indication/guarantee that
    - there is not a/any (shred/scrap/ounce/bit/jot) (of) evidence/proof/sign that
    - there is/was no/little reason to think/believe/suppose/expect (that)
    - i/we see/find/have/know no/little/scant (good/real) evidence/proof/sign that
    - i/we see/find/have no/little reason to think/believe/suppose/expect (that)
    - i/we do not accept/agree/buy that
    - i/we don't/cannot/can't accept/agree/buy that
    - it does not follow that
    """)
)
_SIGNS = frozenset(
    """
    persuaded convinced sure certain unconvinced unpersuaded sceptical skeptical doubtful shown
    proved proven demonstrated suggests shows proves indicates evidence proof sign indication
    guarantee reason follow accept agree buy
    """.split()
)
"""A sentence without one of these has no such opening."""
DENIABLE = frozenset("believe think hold suppose imagine".split())
"""Verbs with which an author denies a view: "I do not think that"."""
_IN_PART = frozenset(
    """
    only enough alone perfect always entirely wholly simply just necessarily every everything all
    solely merely fully completely totally automatically
    """.split()
)


def denies_in_part(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether what is denied is only that the view holds in full: "is the only answer"."""
    return any(token.lower in _IN_PART for token in tokens[first : last + 1])


def find_denials(sentence: Sentence) -> Iterator[tuple[int, Framed, int]]:
    """Yield what the author denies in set words.

    Yields:
        The number of the word that denies it, what is denied, and -1; 0 in place of -1 where it is
        denied only in part, so that the contrary is not said either.
    """
    if _SIGNS.isdisjoint(sentence.vocabulary):
        return
    tokens, lowers = sentence.tokens, sentence.lowers
    for at, lower in enumerate(lowers):
        if lower not in _OPENINGS or sentence.quoted[at]:
            continue
        ends = (match_phrase(lowers, at, each, between=ADVERBS) for each in _OPENINGS[lower])
        first = next((end for end in ends if end is not None and end < len(lowers)), None)
        if first is None:
            continue
        end = clause_end(sentence, first, at)
        span = trim(sentence, first, end)
        if span is not None:
            side = 0 if denies_in_part(tokens, first, end) else -1
            yield first - 1, Framed("clause", (span,)), side
