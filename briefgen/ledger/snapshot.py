"""What a build depends on, as it is now: files by their hashes, the program, what is asked for.

Nothing is parsed here: an unchanged project is recognized before any article is opened, and before
the packages that read articles and lay out pages are imported.
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGES = (
    "babel",
    "charset-normalizer",
    "courlan",
    "cssselect2",
    "font-source-sans-pro",
    "font-source-serif-pro",
    "fonttools",
    "htmldate",
    "jinja2",
    "justext",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "pydantic",
    "pydyf",
    "pyphen",
    "pyyaml",
    "sentencex",
    "snowballstemmer",
    "tinycss2",
    "tinyhtml5",
    "trafilatura",
    "weasyprint",
)
"""What reads articles, finds sentences and lays out pages: another version may give other bytes."""
WORD = "python-docx"
"""What Word documents are written with; another build needs it not."""
_CHUNK = 1 << 20
_SETTINGS = "audience.toml"
_BESIDE = ("codebook.yaml", "sources.yaml", "lessons.yaml", "corrections.yaml")
"""What a build reads beside the articles."""


@dataclass(frozen=True)
class Snapshot:
    """What a build depends on; each file by its SHA-256, hexadecimal."""

    program: str
    packages: dict[str, str]
    inputs: dict[str, str]
    """Files of the corpus, relative to it."""
    templates: dict[str, str]
    """``<audience>/<file>``, and the files that audiences share."""


def take_snapshot(
    program: str,
    corpus: Path,
    audiences: Sequence[str],
    search_path: Sequence[Path],
    *,
    word: bool = False,
) -> Snapshot:
    """Look at everything that a build of *corpus* depends on.

    Args:
        program: name and version.
        corpus: folder with articles and codebook.
        audiences: names of folders of templates.
        search_path: folders that hold audiences, the first that has one counts.
        word: whether Word documents are asked for; another build needs no package for them.
    """
    return Snapshot(
        program=program,
        packages=find_versions((*PACKAGES, WORD) if word else PACKAGES),
        inputs=hash_corpus(corpus),
        templates=_hash_templates(audiences, search_path),
    )


def hash_corpus(corpus: Path) -> dict[str, str]:
    """Return the hashes of what a build reads, by names relative to *corpus*.

    Without articles/ the articles lie beside the codebook.
    """
    inside = corpus / "articles"
    if not inside.is_dir():
        return hash_folder(corpus)
    beside = {name: hash_file(corpus / name) for name in _BESIDE}
    found = {name: digest for name, digest in beside.items() if digest is not None}
    return found | _under("articles", hash_folder(inside))


def hash_folder(folder: Path) -> dict[str, str]:
    """Return the hashes of a folder's files by their names, those of its folders left out.

    A hidden file is nobody's input, and a folder that is not there has no files.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(e.name for e in entries if e.is_file() and not e.name.startswith("."))
    except OSError:
        return {}
    found = ((_as_text(name), hash_file(folder / name)) for name in names)
    return {name: digest for name, digest in found if digest is not None}


def hash_file(file: Path) -> str | None:
    """Return a file's SHA-256; None where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with file.open("rb") as content:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()


def find_versions(names: Iterable[str]) -> dict[str, str]:
    """Return the versions of those packages that are installed.

    The names of their metadata's folders have them; `importlib.metadata` reads each folder, which
    takes longer than all else that an unchanged project needs.
    """
    wanted = set(names)
    found: dict[str, str] = {}
    for place in sys.path:
        for folder in _folders(Path(place)):
            stem, dot, kind = folder.name.rpartition(".")
            name, _, version = stem.partition("-")
            name = re.sub(r"[-_.]+", "-", name).lower()
            if dot and kind in {"dist-info", "egg-info"} and name in wanted and version:
                found.setdefault(name, version.partition("-")[0])
    return dict(sorted(found.items()))


def _hash_templates(audiences: Sequence[str], search_path: Sequence[Path]) -> dict[str, str]:
    """Hash each audience's own folder, and in every root what belongs to no audience alone."""
    found: dict[str, str] = {}
    for root in reversed(search_path):  # the first root counts: it comes last
        for folder in _folders(root):
            if not (folder / _SETTINGS).is_file():
                found |= _under(folder.name, hash_folder(folder))
    for name in audiences:
        folders = (root / name for root in search_path if (root / name / _SETTINGS).is_file())
        own = next(folders, None)
        if own is not None:
            found |= _under(name, hash_folder(own))
    return dict(sorted(found.items()))


def hash_named_templates(names: Iterable[str], search_path: Sequence[Path]) -> dict[str, str]:
    """Return the hashes of templates by the names under which others use them.

    Args:
        names: relative to a folder of audiences.
        search_path: such folders; the first that has a file counts. Where none has, the hash is
            empty.
    """
    found = {}
    for name in names:
        files = (root / name for root in search_path if (root / name).is_file())
        file = next(files, None)
        found[name] = (file and hash_file(file)) or ""
    return found


def _folders(root: Path) -> list[Path]:
    try:
        with os.scandir(root) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.is_dir())
    except OSError:
        return []


def _under(folder: str, files: dict[str, str]) -> dict[str, str]:
    return {f"{folder}/{name}": digest for name, digest in files.items()}


def _as_text(name: str) -> str:
    """Return a file's name as JSON can hold it; what is no text stands escaped."""
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")
