"""Articles that are one text: which records count, and in what the others differ from those."""

from collections.abc import Iterable, Sequence

from briefgen.likeness.reprints import Reprint, find_reprints
from briefgen.likeness.sketches import Overlap
from briefgen.models import Difference, PositionRecord, SameText, Source

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
    reprints = find_reprints((record.source, record.provenance.text) for record in records)
    counted = (record for record in records if record.source.id not in reprints)
    return (
        tuple(sorted(counted, key=lambda record: record.source.id)),
        tuple(_describe(reprint) for _, reprint in sorted(reprints.items())),
    )


def _describe(reprint: Reprint) -> SameText:
    source, counted, overlap = reprint.source, reprint.of, reprint.overlap
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
