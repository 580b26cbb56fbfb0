"""Sentences in the brief's own voice that rest on nothing: no citation, no passage, no figure.

Only parts are searched that a template fills from the evidence, and only sentences count that
speak of nothing a brief says of itself. So what is found is a claim; what is not found may be one.
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.auditing.evidence import Evidence
from briefgen.auditing.measures import Measure, Spot, count_spots, excerpt
from briefgen.auditing.own_words import NAME, QUOTED, OwnWords, hide_names
from briefgen.auditing.page import CITATION
from briefgen.auditing.page_words import page_words

FILLED_PARTS = ("in-brief", "issue", "summing-up", "asks")
FEWEST_WORDS = 4
"""Words of a sentence, names too, from which on it says something; fewer are a label."""

_SENTENCE_END = re.compile(rf"(?<=[.?!])(?!\s*\[?{CITATION})\s+")
_TITLE = re.compile(rf"\A\W*{NAME}+:\s")
"""A name before a colon: what follows is said under it and counts alone."""
_WORD = re.compile(rf"{NAME}+|[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def measure_uncited(own: Sequence[OwnWords], evidence: Evidence) -> Measure:
    """Look for sentences that claim something and cite nothing."""
    return count_spots("uncited-claims", list(_find_claims(own, evidence)))


def _find_claims(own: Sequence[OwnWords], evidence: Evidence) -> Iterator[Spot]:
    for words in own:
        block = words.place.block
        if block.kind not in {"paragraph", "item"} or not block.in_part(*FILLED_PARTS):
            continue
        if not any(_is_claim(sentence) for sentence in _SENTENCE_END.split(words.text)):
            continue  # hiding every name that there is takes long
        text = hide_names(words, evidence).text
        start = 0
        for sentence in _SENTENCE_END.split(text):
            start = text.index(sentence, start)
            if _is_claim(sentence):
                said = excerpt(block.text[start : start + len(sentence)])
                yield Spot(f"{said} cites no source", words.place.issue, block.line)
            start += len(sentence)


def _is_claim(sentence: str) -> bool:
    if CITATION in sentence or QUOTED in sentence:
        return False
    words = [word.casefold() for word in _WORD.findall(_TITLE.sub("", sentence))]
    own = [word for word in words if NAME not in word]
    return (
        len(words) >= FEWEST_WORDS and len(own) > 1 and page_words().about_the_brief.isdisjoint(own)
    )
