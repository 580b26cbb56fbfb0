"""Which texts are the same, or nearly: another headline, a cut ending, a line more or less.

A text is known by its runs of four words (shingles), without case, punctuation and line breaks. Of
their hashes the smallest are kept; the smallest of two texts together are a sample of all runs of
both, so the share that stands in both is estimated from it (Broder, A., 1997, "On the resemblance
and containment of documents"). Texts of no more than ``SKETCH_SIZE`` runs are compared exactly.
"""

import base64
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from briefgen.models import TextSketch

SKETCH_SIZE = 256
"""Hashes kept of a text: the share of one text in another is then right within about 0.06."""
LEAST_RUNS = 24
"""Shorter texts are the same only where all their runs are."""
SHORTER_SHARE = 0.5
"""Share of the shorter text that stands in the longer, from which the two are the same text."""
LONGER_SHARE = 0.25
"""The same for the longer text: one that quotes a short one in full is a text of its own."""

_WORD = re.compile(r"\w+")
_HASH_BITS = 0xFFFFFFFF
_FACTORS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)
"""One for each word of a run. Odd and large, so that hashes of similar runs lie far apart, and
different, so that the order of the words counts."""


@dataclass(frozen=True)
class Overlap:
    """How much two texts have in common."""

    of_first: float
    """Share of the first text's runs that stand in the second."""
    of_second: float

    @property
    def is_same(self) -> bool:
        """Whether the two are one text."""
        less, more = sorted((self.of_first, self.of_second))
        return more >= SHORTER_SHARE and less >= LONGER_SHARE


def sketch_text(passages: Iterable[str]) -> TextSketch:
    """Sketch the text that the passages make together, in their order."""
    words = [
        crc32(word.encode(errors="replace"))
        for passage in passages
        for word in _WORD.findall(passage.casefold())
    ]
    one, two, three, four = _FACTORS
    runs = {
        (first * one + second * two + third * three + fourth * four) & _HASH_BITS
        for first, second, third, fourth in zip(
            words, words[1:], words[2:], words[3:], strict=False
        )
    }
    smallest = sorted(runs)[:SKETCH_SIZE]
    packed = struct.pack(f">{len(smallest)}I", *smallest)
    return TextSketch(runs=len(runs), smallest=base64.b64encode(packed).decode("ascii"))


def read_hashes(sketch: TextSketch) -> frozenset[int]:
    """Return the hashes of a sketch; none where it cannot be read."""
    try:
        packed = base64.b64decode(sketch.smallest, validate=True)
        return frozenset(struct.unpack(f">{len(packed) // 4}I", packed))
    except (ValueError, struct.error):
        return frozenset()


def compare_sketches(first: TextSketch, second: TextSketch) -> Overlap:
    """Estimate how much of each text stands in the other.

    For two texts of which one is very short it is all or nothing.
    """
    one, other = read_hashes(first), read_hashes(second)
    if not one or not other:
        return Overlap(0.0, 0.0)
    if min(first.runs, second.runs) < LEAST_RUNS:
        same = float(one == other)
        return Overlap(same, same)
    # Up to the smaller of the two greatest hashes both sketches hold all that their texts have.
    bound = min(_find_bound(one, first), _find_bound(other, second))
    one = frozenset(number for number in one if number <= bound)
    other = frozenset(number for number in other if number <= bound)
    shared = len(one & other)
    return Overlap(shared / max(1, len(one)), shared / max(1, len(other)))


def _find_bound(hashes: frozenset[int], sketch: TextSketch) -> int:
    """Return the number up to which *hashes* holds every hash of its text."""
    return max(hashes) if len(hashes) < sketch.runs else _HASH_BITS
