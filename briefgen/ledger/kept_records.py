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
from typing import Any

from pydantic import ValidationError

from briefgen.built import RECORDS_NAME
from briefgen.ledger.past import Past
from briefgen.models import PositionRecord
from briefgen.models.refusal import Refusal

_CODING = {
    "program": "another version of the program",
    "packages": "another version of a package that it uses",
    "extractor": "another extractor",
    "codebook": "the codebook changed",
    "lessons": "lessons.yaml changed",
}
"""What every article's coding depends on, and how it is said where it changed."""


@dataclass(frozen=True)
class Kept:
    """A record that need not be made anew."""

    record: PositionRecord
    """As the extractor made it, before any correction."""
    notes: tuple[str, ...]
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """What the build before left; empty where there was none."""

    coding: Mapping[str, str]
    """What the coding of all articles depends on now."""
    past: Past | None = None
    lines: Mapping[str, str] = field(default_factory=dict)
    """Lines of records.jsonl by their hashes."""

    def find(self, source_id: str, article: str, entry: str) -> Kept | None:
        """Return the record of that source, if it would be made the same now.

        Args:
            source_id: the source.
            article: the hash of the article's bytes as they are now.
            entry: `hash_entry` of what is said of the article.
        """
        if self._why_other(source_id, article, entry):
            return None
        kept = self._entry(source_id)
        try:
            machine = kept["machine"]
            record = (
                PositionRecord.model_validate_json(self.lines[kept["line"]])
                if machine is None
                else PositionRecord.model_validate_json(json.dumps(machine))
            )
            notes = tuple(kept["notes"])
            refused = tuple(Refusal.model_validate(each) for each in kept.get("refused", ()))
        except (KeyError, ValidationError):
            return None
        return Kept(record, notes, refused) if record.source.id == source_id else None

    def why_not(self, source_id: str, article: str, entry: str) -> str:
        """Say why `find` gave no record of that source."""
        return (
            self._why_other(source_id, article, entry)
            or "its line in records.jsonl is not the one that was written"
        )

    def _why_other(self, source_id: str, article: str, entry: str) -> str | None:
        if self.past is None:
            return "no build before is known"
        kept = self._entry(source_id)
        if not kept:
            return "new"
        if self.past.coding != self.coding:
            names = [n for n in _CODING if self.past.coding.get(n) != self.coding.get(n)]
            return ", ".join(_CODING[name] for name in names)
        if kept.get("article") != article:
            return "the article changed"
        if kept.get("entry") != entry:
            return "what sources.yaml says of it, its place or its id changed"
        return None

    def _entry(self, source_id: str) -> Mapping[str, Any]:
        return self.past.records.get(source_id, {}) if self.past is not None else {}


def read_ledger(past: Past | None, out: Path, coding: Mapping[str, str]) -> Ledger:
    """Return what can be kept of the build before; what cannot be read is as if not there."""
    if past is None:
        return Ledger(coding)
    try:
        content = (out / RECORDS_NAME).read_bytes()
    except OSError:
        content = b""
    lines = (line.decode(errors="replace") for line in content.split(b"\n") if line)
    return Ledger(coding, past, {hash_text(line): line for line in lines})


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def hash_entry(*parts: object) -> str:
    """Return the hash of what is said of an article beside its bytes, of what JSON can hold."""
    return hash_text(json.dumps(parts, sort_keys=True, ensure_ascii=True))
