"""A corpus folder: which files are its articles, what their ids are, what was left aside and why.

The source id is the file's stem. Where two files share a stem (``a.txt`` and ``a.html``) each of
them takes its whole file name as its id, so that ids stay unique and say which file they mean.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.errors import CorpusError, Notice
from briefgen.ingest.codebook import load_codebook
from briefgen.ingest.lessons import LESSONS_NAME, load_lessons
from briefgen.ingest.metadata import Metadata, Sources, load_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefgen.models import Codebook, Lessons

ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm")
_DOCUMENT_SUFFIXES = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub", ".pages")
"""Beside the codebook, among other files, only these count as articles that somebody meant."""


@dataclass(frozen=True)
class Corpus:
    """A corpus, opened: what is in it, nothing read but the YAML files beside the articles."""

    folder: Path
    codebook: Codebook
    files: tuple[Path, ...]
    """Article files, sorted by source id."""
    metadata: Mapping[str, Metadata] = field(default_factory=dict)
    """File name to what sources.yaml states; a file it does not name is absent."""
    skipped: tuple[tuple[Path, str], ...] = ()
    """Files that were left aside, each with the reason."""
    strays: tuple[Notice, ...] = ()
    """Entries of sources.yaml that name no article."""
    ids: Mapping[Path, str] = field(default_factory=dict)
    """File to source id."""
    lessons: Lessons | None = None
    """What lessons.yaml states; None where there is no such file."""

    def source_id(self, path: Path) -> str:
        """Return the source id of an article file."""
        return self.ids.get(path, path.stem)


def open_corpus(folder: Path, *, with_lessons: bool = True) -> Corpus:
    """List a corpus folder and read its codebook, sources.yaml and, if wanted, lessons.yaml.

    Raises:
        CorpusError: no folder, no codebook, no articles.
        CodebookError, SourcesError, LessonsError: those files cannot be used.
    """
    if not folder.is_dir():
        what = "this is a file" if folder.exists() else "no such folder"
        raise CorpusError(f"{what}; a corpus is a folder", where=str(folder))
    codebook = load_codebook(_find_codebook(folder))
    files, skipped = list_articles(folder)
    ids = assign_ids(files)
    sources, lessons = folder / "sources.yaml", folder / LESSONS_NAME
    known = load_sources(sources, [p.name for p in files]) if sources.exists() else Sources({})
    return Corpus(
        folder=folder,
        codebook=codebook,
        files=tuple(sorted(files, key=ids.__getitem__)),
        metadata=known.metadata,
        strays=known.strays,
        skipped=tuple(skipped),
        ids=ids,
        lessons=load_lessons(lessons, codebook) if with_lessons and lessons.exists() else None,
    )


def list_articles(folder: Path) -> tuple[list[Path], list[tuple[Path, str]]]:
    """Return the article files of a folder, and those that were left aside, each with the reason.

    Raises:
        CorpusError: no such folder, or no articles in it.
    """
    if not folder.is_dir():
        what = "this is a file" if folder.exists() else "no such folder"
        raise CorpusError(f"{what}; articles lie in a folder", where=str(folder))
    inside = folder / "articles"
    names = _list_folder(inside if inside.is_dir() else folder)
    files, skipped = _sort_out(names, folder, in_articles=inside.is_dir())
    if not files:
        raise _no_articles(folder, skipped)
    return files, skipped


def assign_ids(files: Iterable[Path]) -> dict[Path, str]:
    """Return each file's source id: its stem, or its whole name where a stem is not unique."""
    ids = {path: path.stem for path in files}
    while shared := {name for name, count in Counter(ids.values()).items() if count > 1}:
        # Ends: in each round at least one stem gives way to a file name, and names are unique.
        ids = {path: path.name if name in shared else name for path, name in ids.items()}
    return ids


def leads_outside(path: Path, folder: Path) -> str | None:
    """Say why a link may not be followed; None where it may, or *path* is no link."""
    if not path.is_symlink():
        return None
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if not target.is_relative_to(folder.resolve()):
        return "a link that leads out of the corpus"
    return None


def _find_codebook(folder: Path) -> Path:
    path = folder / "codebook.yaml"
    if path.is_file():
        return path
    hint = "the README shows one; `seeds/` holds a complete corpus"
    if (folder / "codebook.yml").exists():
        hint = "rename codebook.yml to codebook.yaml"
    elif (folder.parent / "codebook.yaml").exists() and folder.name == "articles":
        hint = f"the corpus is the folder above: {folder.parent}"
    raise CorpusError("no codebook.yaml in this folder", where=str(folder), hint=hint)


def _list_folder(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as exc:
        raise CorpusError(f"cannot be listed: {exc.strerror}", where=str(folder)) from exc


def _sort_out(
    paths: list[Path], folder: Path, *, in_articles: bool
) -> tuple[list[Path], list[tuple[Path, str]]]:
    files: list[Path] = []
    skipped: list[tuple[Path, str]] = []
    for path in paths:
        suffix = path.suffix.lower()
        if path.name.startswith("."):
            continue
        if not in_articles and (path.stem.lower() == "readme" or _beside_the_point(path)):
            continue
        reason = leads_outside(path, folder)
        if reason:
            skipped.append((path, reason))
        elif suffix in ARTICLE_SUFFIXES:
            files.append(path)
        else:
            skipped.append((path, _why_not(path)))
    return files, skipped


def _beside_the_point(path: Path) -> bool:
    return path.suffix.lower() not in (*ARTICLE_SUFFIXES, *_DOCUMENT_SUFFIXES)


def _why_not(path: Path) -> str:
    if path.is_dir():
        return "a folder; articles are read from articles/ itself"
    kind = path.suffix or "files without an ending"
    return f"{kind} cannot be read; save it as .txt, .md or .html"


def _no_articles(folder: Path, skipped: list[tuple[Path, str]]) -> CorpusError:
    hint = "put .txt, .md or .html files into articles/ or beside codebook.yaml"
    if skipped:
        path, reason = skipped[0]
        hint = f"left aside: {path.name}: {reason}"
        if len(skipped) > 1:
            hint += f"; and {len(skipped) - 1} more"
    return CorpusError("no articles in this folder", where=str(folder), hint=hint)
