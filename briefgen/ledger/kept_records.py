"""Records of the build before, kept where nothing that their coding depends on has changed.

``records.jsonl`` is the memory, the manifest says of each line what it was made from. A line that
is torn, was edited, or that no build of this folder wrote has another hash than the manifest says,
and is made anew.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from briefgen.built import RECORDS_NAME
from briefgen.models import PositionRecord
from briefgen.models.manifest import KeptRecord, Manifest

MANIFEST_NAME = "manifest.json"


@dataclass(frozen=True)
class Kept:
    """A record that need not be made anew."""

    record: PositionRecord
    """As the extractor made it, before any correction."""
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """What the build before left; empty where there was none."""

    manifest: Manifest | None = None
    lines: Mapping[str, str] = field(default_factory=dict)
    """Lines of records.jsonl by their hashes."""

    def find(self, source_id: str, key: str) -> Kept | None:
        """Return the record of that source, if what it was made from is what *key* tells of."""
        entry = self._entry(source_id)
        if entry is None or entry.key != key:
            return None
        if entry.machine is not None:
            return Kept(entry.machine, entry.notes) if entry.line in self.lines else None
        try:
            record = PositionRecord.model_validate_json(self.lines[entry.line])
        except (KeyError, ValidationError):
            return None
        return Kept(record, entry.notes) if record.source.id == source_id else None

    def why_not(self, source_id: str, key: str) -> str:
        """Say why `find` gave no record of that source."""
        entry = self._entry(source_id)
        if self.manifest is None:
            return "there is no build before"
        if entry is None:
            return "new"
        if entry.key != key:
            return "the article, its entry in sources.yaml, the codebook or the extractor changed"
        return "its line in records.jsonl is not the one that was written"

    def _entry(self, source_id: str) -> KeptRecord | None:
        return self.manifest.records.get(source_id) if self.manifest is not None else None


def read_ledger(out: Path) -> Ledger:
    """Read what the build before left in *out*; what cannot be read is as if it were not there."""
    manifest = read_manifest(out)
    if manifest is None:
        return Ledger()
    try:
        content = (out / RECORDS_NAME).read_bytes()
    except OSError:
        content = b""
    lines = (line.decode(errors="replace") for line in content.split(b"\n") if line)
    return Ledger(manifest, {hash_line(line): line for line in lines})


def read_manifest(out: Path) -> Manifest | None:
    """Return the manifest in *out*; None where there is none that this version can read."""
    try:
        return Manifest.model_validate_json((out / MANIFEST_NAME).read_bytes())
    except (OSError, ValidationError):
        return None


def hash_line(line: str) -> str:
    """Return the hash by which the manifest knows a line of records.jsonl."""
    return hashlib.sha256(line.encode()).hexdigest()


def coding_key(**parts: object) -> str:
    """Return the hash of all that an article's coding depends on.

    Args:
        parts: names to what JSON can hold.
    """
    data = json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(data.encode()).hexdigest()
