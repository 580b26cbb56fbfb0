"""What is asked for: a statement or an author's stance, found in the records by its name."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.json_files import read_json_lines
from briefgen.models import PositionRecord, Statement

_NEAR_SHOWN = 4


@dataclass(frozen=True)
class Target:
    """One statement, or one issue, of one record."""

    record: PositionRecord
    statement: Statement | None
    issue: str | None
    """For an author's stance; None for a statement."""


def read_records(path: Path) -> list[PositionRecord]:
    """Return the records of a records.jsonl.

    Raises:
        UsageError: the file cannot be read, or a line is no record.
    """
    if path.is_dir():
        hint = f"name the file: {path / 'records.jsonl'}"
        raise UsageError("this is a folder", where=str(path), hint=hint)
    if path.suffix == ".json":
        hint = f"name the records beside it: {path.with_name('records.jsonl')}"
        raise UsageError("holds no records", where=str(path), hint=hint)
    return read_json_lines(path, PositionRecord)


def find_target(name: str, records: Sequence[PositionRecord], issues: Iterable[str]) -> Target:
    """Return what *name* means: an id, or the end of one where only one id ends so.

    Args:
        name: ``<source id>:s<number>``, ``<source id>:<issue id>``, or what stands behind the
            colon.
        records: of the corpus.
        issues: ids of the codebook's issues.

    Raises:
        UsageError: no id ends so, or several do; near ids are named.
    """
    targets = _all_targets(records, list(issues))
    if name in targets:
        return targets[name]
    ending = [key for key in targets if key.endswith(f":{name}")]
    if len(ending) == 1:
        return targets[ending[0]]
    if ending:
        message = f"{name!r} could be any of {len(ending)}"
        raise UsageError(message, hint=f"write one in full: {_listed(ending)}")
    message = f"no statement and no issue {name!r} in the records"
    raise UsageError(message, hint=_hint(name, targets))


def _all_targets(records: Sequence[PositionRecord], issues: Sequence[str]) -> dict[str, Target]:
    targets: dict[str, Target] = {}
    for record in records:
        known = dict.fromkeys((*issues, *record.stances))
        targets |= {f"{record.source.id}:{issue}": Target(record, None, issue) for issue in known}
        targets |= {said.id: Target(record, said, None) for said in record.statements}
    return targets


def _hint(name: str, targets: Mapping[str, Target]) -> str:
    ends = {key.rpartition(":")[2]: key for key in reversed(list(targets))}
    near = difflib.get_close_matches(name, targets, _NEAR_SHOWN, 0.6)
    near += [ends[end] for end in difflib.get_close_matches(name, ends, _NEAR_SHOWN, 0.6)]
    if near:
        return f"near it: {_listed(list(dict.fromkeys(near)))}"
    return f"an id looks like this: {next(iter(targets))}" if targets else "there are no statements"


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _NEAR_SHOWN else ""
    return ", ".join(names[:_NEAR_SHOWN]) + more
