"""What the build before left behind: its manifest, read without the models that wrote it.

A manifest ends with a seal, the hash of the rest. So one that was torn or edited is known at one
look, and one that holds has the shape in which this program wrote it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST_NAME = "manifest.json"
_END = re.compile(rb'"seal": "([0-9a-f]{64})"\s*\}\s*\Z')


@dataclass(frozen=True)
class Past:
    """The build before; `models.manifest.Manifest` says what each field holds."""

    program: str
    packages: Mapping[str, str]
    options: Mapping[str, object]
    language: str
    inputs: Mapping[str, str]
    codebook: Mapping[str, str]
    templates: Mapping[str, str]
    coding: Mapping[str, str]
    outputs: Mapping[str, str]
    records: Mapping[str, Mapping[str, Any]]
    pages: Mapping[str, Mapping[str, Any]]
    audits: Mapping[str, Mapping[str, Any]]
    counts: Mapping[str, int]
    warnings: tuple[str, ...]
    problems: int
    linking: tuple[Mapping[str, Any], ...] = ()


def read_past(out: Path) -> Past | None:
    """Read the manifest in *out*; None where there is none that this program wrote as it is."""
    try:
        content = (out / MANIFEST_NAME).read_bytes()
    except OSError:
        return None
    end = _END.search(content)
    if end is None or end[1].decode() != _hash(content[: end.start(1)] + content[end.end(1) :]):
        return None
    try:
        values = json.loads(content)
        read = {name: values[name] for name in Past.__dataclass_fields__ if name != "linking"}
        lists = {name: tuple(values.get(name, ())) for name in ("warnings", "linking")}
    except (ValueError, KeyError, TypeError):  # of a version that has other fields
        return None
    return Past(**{**read, **lists})


def seal_manifest(text: str) -> str:
    """Return the manifest's JSON, in which the seal is empty and stands last, with its seal."""
    head, tail = text[: text.rindex('""') + 1], text[text.rindex('""') + 1 :]
    return head + _hash(text.encode()) + tail


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
