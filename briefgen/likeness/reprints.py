"""Articles that are one text: a syndicated piece counts once, wherever and however often it ran.

Of the sources with the same text (`likeness.sketches`) one counts: a verbatim one before a digest,
then the fullest, then the oldest, then the first by id. Lengths within a tenth count as equal, so
that a line about where the piece appeared first does not make its reprint the original. Each of the
others is compared with the one that counts, never with another of the others: so no chain of
likenesses joins texts that are not alike.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.likeness.sketches import Overlap, compare_sketches, read_hashes, sketch_text
from briefgen.models import Article, Source, TextSketch

COMMON_HASH = 64
"""Different texts that share a run of words, from which on it is a formula and finds no pair."""
LEAST_FOUND = 0.1
"""Share of a sketch's hashes that another must have in order to be compared: well below what two
sketches of one text share, of which one is four times as long."""
_TENTH = math.log(1.1)


@dataclass(frozen=True)
class Reprint:
    """A source that has the same text as one that counts."""

    source: Source
    of: Source
    """The one that counts."""
    overlap: Overlap
    """How much of that text stands here, and how much of this text there."""


def sketch_article(article: Article) -> TextSketch:
    """Return the sketch of an article's body."""
    body = (b for b in article.blocks if b.kind == "body")
    return sketch_text(article.text[block.start : block.end] for block in body)


def find_reprints(texts: Iterable[tuple[Source, TextSketch | None]]) -> dict[str, Reprint]:
    """Return, by source id, the sources whose text another has that counts.

    Args:
        texts: the sources with the sketches of their texts; one without is compared with none.
    """
    found: dict[str, Reprint] = {}
    finder = _Finder()
    for source, sketch in sorted(texts, key=_rank):
        if sketch is None:
            continue
        near = finder.find(sketch)
        if near is None:
            finder.add(source, sketch)
        else:
            found[source.id] = Reprint(source, *near)
    return found


def _rank(text: tuple[Source, TextSketch | None]) -> tuple[bool, float, str, str]:
    source, sketch = text
    runs = sketch.runs if sketch is not None else 0
    length = math.floor(math.log(runs) / _TENTH) if runs else -1
    return source.kind != "verbatim", -length, source.published or "9999", source.id


class _Finder:
    """Finds, among the texts that count, the one that a text is."""

    def __init__(self) -> None:
        self._texts: list[tuple[Source, TextSketch]] = []
        self._places: dict[int, list[int]] = {}

    def add(self, source: Source, sketch: TextSketch) -> None:
        for number in read_hashes(sketch):
            self._places.setdefault(number, []).append(len(self._texts))
        self._texts.append((source, sketch))

    def find(self, sketch: TextSketch) -> tuple[Source, Overlap] | None:
        """Return the source whose text it is, with how much of that text and how much of this."""
        found = []
        for place in self._list_near(sketch):
            source, counted = self._texts[place]
            overlap = compare_sketches(counted, sketch)
            if overlap.is_same:
                found.append((-overlap.of_first, place, source, overlap))
        if not found:
            return None
        *_, source, overlap = min(found, key=lambda each: each[:2])
        return source, overlap

    def _list_near(self, sketch: TextSketch) -> Iterator[int]:
        hashes = read_hashes(sketch)
        lists = (self._places.get(number, []) for number in hashes)
        shared = Counter(
            place for places in lists if len(places) <= COMMON_HASH for place in places
        )
        least = LEAST_FOUND * len(hashes)
        return (place for place, count in shared.items() if count >= least)
