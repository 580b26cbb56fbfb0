"""Words of a text and their stems, where two passages are held against each other.

A light stemmer on purpose (plurals and the commonest endings): what it joins wrongly is rare, and
whoever uses it asks for several stems at once.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefgen.synthesis.dispute_words import DENYING, EMPTY

MIN_LETTERS = 3
"""Shorter words carry no content, and shorter stems join what has nothing in common."""

_WORD = re.compile(r"[\w’'-]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = re.compile(r"(?:ies|es|s|ed|ing|ly|y|e)$")


def read_words(text: str) -> list[str]:
    """Return the words of *text* in small letters."""
    return [word.casefold().strip("'’-") for word in _WORD.findall(text)]


def read_stems(words: Sequence[str]) -> frozenset[str]:
    """Return the stems of the words that carry content."""
    return frozenset(stem for stem in map(stem_of, words) if stem)


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """Return a word without its inflection; nothing for one that carries no content."""
    word = _POSSESSIVE.sub("", word)
    if len(word) < MIN_LETTERS or word in EMPTY or word in DENYING:
        return ""
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= MIN_LETTERS else word
