"""Articles that are one text: a syndicated piece counts once, wherever and however often it ran.

Of the sources with the same text (`likeness.sketches`) one counts: a verbatim one before a digest,
then the fullest, then the oldest, then the first by id. Lengths within a tenth count as equal, so
that a line about where the piece appeared first does not make its reprint the original. Each of the
others is compared with the one that counts, never with another of the others: so no chain of
likenesses joins texts that are not alike.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefgen.likeness.sketches import Overlap, compare_sketches, read_hashes
from briefgen.models import Difference, PositionRecord, SameText, Source, TextSketch

COMMON_HASH = 64
"""Different texts that share a run of words, from which on it is a formula and finds no pair."""
LEAST_FOUND = 0.1
"""Share of a sketch's hashes that another must have in order to be compared: well below what two
sketches of one text share, of which one is four times as long."""
_TENTH = math.log(1.1)
_COMPARED: tuple[Difference, ...] = ("title", "outlet", "authors", "published", "url")


def separate_same_texts(
    records: Sequence[PositionRecord],
) -> tuple[tuple[PositionRecord, ...], tuple[SameText, ...]]:
    """Separate the records that count from those whose text another has.

    Args:
        records: one a source.

    Returns:
        The records that count, and the sources that do not; both by source id.
    """
    counted: list[PositionRecord] = []
    others: list[SameText] = []
    finder = _Finder()
    for record in sorted(records, key=_rank):
        sketch = record.provenance.text
        found = finder.find(sketch) if sketch is not None else None
        if found is not None:
            others.append(_describe(record.source, found[0], found[1]))
            continue
        counted.append(record)
        if sketch is not None:
            finder.add(record.source, sketch)
    counted.sort(key=lambda record: record.source.id)
    others.sort(key=lambda same: same.source.id)
    return tuple(counted), tuple(others)


def _rank(record: PositionRecord) -> tuple[bool, float, str, str]:
    source, sketch = record.source, record.provenance.text
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


def _describe(source: Source, counted: Source, overlap: Overlap) -> SameText:
    return SameText(
        source=source,
        of=counted.id,
        differs=tuple(_find_differences(source, counted, overlap)),
        share=round(overlap.of_first, 2),
        own_share=round(1 - overlap.of_second, 2),
    )


def _find_differences(source: Source, counted: Source, overlap: Overlap) -> Iterable[Difference]:
    for field in _COMPARED:
        if getattr(source, field) != getattr(counted, field):
            yield field
    if overlap.of_first < 1 or overlap.of_second < 1:
        yield "text"
