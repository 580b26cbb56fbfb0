"""Which files in a folder an earlier export left there: only those may be replaced.

``export.json`` lists the files of an export with their SHA-256. A file that is there and is not as
listed was made or edited by somebody else; it is neither replaced nor removed.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefgen.errors import OutputError, UsageError
from briefgen.json_files import Entry, read_json_file
from briefgen.models import Brief

MANIFEST_NAME = "export.json"


class Manifest(Entry):
    """What ``export.json`` holds."""

    topic: str
    generator: str
    evidence_sha256: str
    """Of the brief that was exported."""
    files: dict[str, str]
    """Name to SHA-256."""


def make_manifest(brief: Brief, files: Mapping[str, str]) -> Manifest:
    """Return the manifest of an export of *brief*; *files* maps names to SHA-256."""
    return Manifest(
        topic=brief.topic,
        generator=brief.generator,
        evidence_sha256=brief.evidence_sha256,
        files=dict(sorted(files.items())),
    )


def write_manifest(manifest: Manifest) -> bytes:
    """Return the file."""
    return f"{manifest.model_dump_json(indent=2)}\n".encode()


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of an earlier export; None where there is none that can be read."""
    try:
        return read_json_file(folder / MANIFEST_NAME, Manifest)
    except UsageError:
        return None


def hash_content(content: bytes) -> str:
    """Return the SHA-256 as the manifest has it."""
    return hashlib.sha256(content).hexdigest()


def refuse_foreign_files(
    folder: Path, contents: Mapping[str, bytes], earlier: Manifest | None
) -> None:
    """Refuse to replace a file that no export left as it is.

    Raises:
        OutputError: there is one.
    """
    for name, content in contents.items():
        found = _hash_of(folder / name)
        known = {None, hash_content(content), earlier.files.get(name) if earlier else None}
        if found not in known and not (name == MANIFEST_NAME and earlier is not None):
            message = "was not left there by an export, or was edited since"
            hint = "move it away or choose another folder with --to"
            raise OutputError(message, where=str(folder / name), hint=hint)


def find_untouched(folder: Path, manifest: Manifest, names: Iterable[str]) -> list[str]:
    """Return those of *names* that are in the folder as the manifest lists them."""
    return [name for name in names if _hash_of(folder / name) == manifest.files.get(name, "")]


def _hash_of(path: Path) -> str | None:
    """Return the SHA-256 of what is there; None: nothing is; "": it is no file that can be read."""
    try:
        return hash_content(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError:
        return ""
