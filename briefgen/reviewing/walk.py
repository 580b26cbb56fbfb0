"""The way through the records: one stop for each stance, the least certain first."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefgen.models import Corrections, PositionRecord, Statement

_CHECKED = frozenset({"confirmed", "corrected"})
_NO_STANCE = 2.0
"""Where there is no stance there is no certainty: those stops come behind all others."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One article on one issue."""

    source: str
    issue: str | None
    """None: the passages of the article that belong to no issue."""


def plan_walk(
    records: Iterable[PositionRecord],
    issues: Iterable[str],
    *,
    wanted: Collection[str] = (),
    everything: bool = False,
) -> list[Stop]:
    """Return the stops, least certain first; then by source id and by the codebook's order.

    Args:
        records: as the extractor made them, so that the order stays the same in the next session.
        issues: ids of the codebook's issues, in its order.
        wanted: ids of the issues to stop at; all where it is empty.
        everything: also where an article names an issue in passing, and at passages on no issue.
    """
    order = list(issues)
    found: list[tuple[float, str, int, Stop]] = []
    for record in records:
        for place, issue in enumerate((*order, None)):
            stance = record.stances.get(issue) if issue else None
            if wanted and issue not in wanted:
                continue
            if stance is None and not (everything and _is_named(record, issue)):
                continue
            certainty = stance.confidence if stance else _NO_STANCE
            source = record.source.id
            found.append((certainty, source, place, Stop(source, issue)))
    return [stop for *_, stop in sorted(found, key=lambda each: each[:3])]


def _is_named(record: PositionRecord, issue: str | None) -> bool:
    return any(said.issue == issue for said in record.statements)


def is_done(stop: Stop, record: PositionRecord) -> bool:
    """Tell whether a person has had a word on the stance; *record* is the corrected one."""
    if stop.issue is None:
        own = [said for said in record.statements if said.issue is None]
        return all(said.review in _CHECKED for said in own)
    found = record.stances.get(stop.issue) or record.unaddressed.get(stop.issue)
    return found is not None and found.review in _CHECKED


def find_skipped(corrections: Corrections, hashes: Mapping[str, str]) -> frozenset[Stop]:
    """Return the stops that were last left open, in the articles as they are."""
    last = {
        Stop(entry.article, entry.issue): entry.what == "skipped"
        for entry in corrections.stances
        if hashes.get(entry.article) == entry.sha256
    }
    return frozenset(stop for stop, skipped in last.items() if skipped)


def passages_at(stop: Stop, machine: PositionRecord, now: PositionRecord) -> list[Statement]:
    """Return the statements at a stop: those that show the stance, then the others as they come.

    As the extractor made them; what a person added or moved to the issue comes as it is now.
    """
    shown = machine.stances.get(stop.issue) if stop.issue else None
    names = shown.statements if shown else ()
    order = {name: place for place, name in enumerate(names)}
    here = {said.id: said for said in _on(stop, now)}
    here |= {said.id: said for said in _on(stop, machine)}
    return sorted(
        here.values(), key=lambda said: (order.get(said.id, len(order)), said.start, said.end)
    )


def _on(stop: Stop, record: PositionRecord) -> Iterator[Statement]:
    return (said for said in record.statements if said.issue == stop.issue)
