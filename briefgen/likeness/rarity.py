"""How rare a word is among the passages of a corpus, by which words it weighs in a comparison."""

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from briefgen.likeness.stems import list_stems

COMMON_SHARE = 0.1
"""Share of the passages in which a word tells no argument from another: the corpus's own topic."""
NEVER_COMMON = 5
"""Passages in which a word may stand in a small corpus all the same."""


class Rarity:
    """In how many passages of a corpus each word stands.

    Args:
        passages: of the corpus; read when the first word is looked up.
    """

    def __init__(self, passages: Iterable[str]) -> None:
        self._passages = tuple(passages)

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(stem for text in self._passages for stem in set(list_stems(text)))

    def weigh(self, stem: str) -> float:
        """Return the inverse document frequency: natural logarithm, 0 for what stands in all."""
        return math.log((len(self._passages) + 1) / (self._spread[stem] + 1))

    def is_common(self, stem: str) -> bool:
        """Tell whether the word stands in so many passages that to share it says nothing."""
        return self._spread[stem] > max(NEVER_COMMON, COMMON_SHARE * len(self._passages))
