"""From records back to their corpus: records name no folder, so it is looked for.

A record knows its article's path within the corpus and the article's SHA-256: a folder in which
that file stands with that hash is the corpus, wherever it lies.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import ArticleError, UsageError
from briefgen.models import Article, PositionRecord

if TYPE_CHECKING:
    from briefgen.ingest.corpus import Corpus

_BUILD_AGAIN = "build again, then explain"


def find_corpus(records_file: Path, records: Sequence[PositionRecord]) -> Path:
    """Return the folder of the corpus from which the records were built.

    Looked for by the name of the folder in which the records lie, as a build names it: in the
    current folder and in the folders above the records, there and one folder deeper. Records that
    lie in a folder of another name are those of the corpora there whose article is the very one.

    Raises:
        UsageError: there is no such folder.
    """
    first = records[0]
    named = [
        folder for folder in _candidates(records_file) if (folder / first.source.path).is_file()
    ]
    same = (folder for folder in named if _hash_of(folder / first.source.path) == _stated(first))
    found = next(same, None) or next(iter(named), None) or _find_by_hash(records_file, first)
    if found is None:
        message = f"the corpus with {first.source.path} was not found"
        hint = "name the folder from which it was built: --corpus DIR"
        raise UsageError(message, where=str(records_file), hint=hint)
    return found


def _candidates(records_file: Path) -> Iterator[Path]:
    here = records_file.resolve().parent
    for base in (Path.cwd(), here, *here.parents[:2]):
        yield from (folder for folder in (base, base / here.name) if _is_corpus(folder))
        with suppress(OSError):
            inside = sorted(base.glob(f"*/{here.name}/codebook.yaml"))
            yield from (path.parent for path in inside)


def _find_by_hash(records_file: Path, record: PositionRecord) -> Path | None:
    """Return a corpus with the very article; of several, the one with the very codebook."""
    here = records_file.resolve().parent
    found: list[Path] = []
    for base in dict.fromkeys((Path.cwd(), here.parent)):
        for pattern in ("codebook.yaml", "*/codebook.yaml", "*/*/codebook.yaml"):
            with suppress(OSError):
                for codebook in sorted(base.glob(pattern)):
                    if _hash_of(codebook.parent / record.source.path) == _stated(record):
                        found.append(codebook.parent)
    same = (folder for folder in found if _has_codebook_of(folder, record))
    return next(same, None) or next(iter(found), None)


def _has_codebook_of(folder: Path, record: PositionRecord) -> bool:
    from briefgen.ingest.codebook import codebook_sha256, load_codebook

    try:
        return codebook_sha256(load_codebook(folder / "codebook.yaml")) == (
            record.provenance.codebook_sha256
        )
    except UsageError:
        return False


def _is_corpus(folder: Path) -> bool:
    return (folder / "codebook.yaml").is_file()


def read_coded_article(corpus: "Corpus", record: PositionRecord) -> Article:
    """Return the article of a record, as it was when it was coded.

    Raises:
        UsageError: the corpus has no such article, it cannot be read, or it changed since.
    """
    from briefgen.ingest.article import read_article

    where = record.source.path
    path = corpus.folder / where
    if path not in corpus.files:
        message = f"the corpus {corpus.folder} has no such article"
        raise UsageError(message, where=where, hint="name the right folder with --corpus")
    try:
        article = read_article(path, corpus)
    except ArticleError as error:
        raise UsageError(error.message, where=error.where, hint=error.hint) from error
    if article.input_sha256 != _stated(record):
        message = "the article changed since the records were built"
        raise UsageError(message, where=where, hint=_BUILD_AGAIN)
    return article


def _stated(record: PositionRecord) -> str:
    return record.provenance.input_sha256


def _hash_of(path: Path) -> str | None:
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return None
