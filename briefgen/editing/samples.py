"""Two invented briefs on which templates are tried: one with everything, one with next to nothing.

They are made from small corpora beside this module as every brief is, so that they have what briefs
have, and their records fit them.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefgen.models import Brief, PositionRecord, Stance

_FOLDER = Path(__file__).resolve().parent / "samples"


@dataclass(frozen=True)
class Sample:
    """A brief, and what it rests on."""

    name: str
    """To stand in a sentence."""
    brief: Brief
    records: tuple[PositionRecord, ...]


@cache
def make_samples() -> tuple[Sample, Sample]:
    """Return the rich sample and the small one."""
    return _make_rich(), _make("small", "the small sample")


def _make(folder: str, name: str) -> Sample:
    from briefgen.pipeline import read_corpus

    read = read_corpus(_FOLDER / folder)
    return Sample(name, read.brief, tuple(read.evidence.records))


def _make_rich() -> Sample:
    """Return the rich sample, with what has changed since an earlier brief.

    Of that, one source is not there any more, one came later, and all took the other side on one
    issue.
    """
    from briefgen.pipeline import GENERATOR, read_corpus
    from briefgen.synthesis.brief import synthesize
    from briefgen.synthesis.changes import find_changes

    read = read_corpus(_FOLDER / "rich")
    records = {record.source.id: record for record in read.evidence.records}
    earlier = [
        _turned(record, "lending-fee") for id_, record in records.items() if id_ != "courier"
    ]
    earlier.append(_renamed(records["veil"], "tide"))
    before = synthesize(earlier, read.corpus.codebook, generator=GENERATOR)
    brief = read.brief.model_copy(update={"changes": find_changes(before, read.brief)})
    return Sample("the rich sample", brief, tuple(records.values()))


def _turned(record: PositionRecord, issue: str) -> PositionRecord:
    """Return a record whose author takes the other side on an issue."""
    other: dict[str, Stance] = {"support": "oppose", "oppose": "support"}
    stances = dict(record.stances)
    if issue in stances:
        side = other.get(stances[issue].stance, "support")
        stances[issue] = stances[issue].model_copy(update={"stance": side})
    return record.model_copy(update={"stances": stances})


def _renamed(record: PositionRecord, name: str) -> PositionRecord:
    """Return a record as that of another source with another text."""
    text = record.model_dump_json()
    for before in (f'"{record.source.id}', f"/{record.source.id}"):
        text = text.replace(before, f"{before[0]}{name}")
    provenance = record.provenance.model_copy(update={"input_sha256": "0" * 64, "text": None})
    renamed = PositionRecord.model_validate_json(text)
    return renamed.model_copy(update={"provenance": provenance})
