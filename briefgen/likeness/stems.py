"""The stems by which arguments are compared.

Inflected forms count as one word (the Snowball "English" algorithm: Porter, M.F., 2001, "Snowball:
a language for stemming algorithms"); function words count for nothing.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from briefgen.likeness.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_APOSTROPHES = str.maketrans("’‘`", "'''")


def list_stems(text: str) -> list[str]:
    """Return the stems of the words of *text* that are no function words, in their order."""
    words = _WORD.findall(text.casefold().translate(_APOSTROPHES))
    return [stem_word(word.removesuffix("'s")) for word in words if word not in FUNCTION_WORDS]


def collect_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of all *texts* together."""
    return frozenset(stem for text in texts for stem in list_stems(text))


@cache
def stem_word(word: str) -> str:
    """Return the stem of one word in small letters, worked out once for all who ask."""
    return str(_english_stemmer().stemWord(word))


@cache
def _english_stemmer() -> "EnglishStemmer":
    # Not what the package would choose: its C library where there is one, else this.
    from snowballstemmer.english_stemmer import EnglishStemmer

    return EnglishStemmer()
