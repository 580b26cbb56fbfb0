"""From the path of an article to its verified record."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import ArticleError

if TYPE_CHECKING:
    from briefgen.extraction import Extractor
    from briefgen.extraction.llm.asking import Asking
    from briefgen.ingest.corpus import Corpus
    from briefgen.models import Article, Codebook, PositionRecord
    from briefgen.models.refusal import Refusal


@dataclass(frozen=True)
class Coded:
    """What came of one article."""

    record: "PositionRecord"
    """Verified; as the extractor made it, before any correction."""
    notes: tuple[str, ...]
    """What is to be said of it: what was dropped, slips in what it says of itself."""
    article: "Article | None" = None
    """None where the record was kept from a build before and nobody read the article."""
    refused: "tuple[Refusal, ...]" = ()
    """What was proposed for it and has no place in it."""
    problem: str | None = None
    """Why this is not what was asked for, where another build may do better; None where it is."""


Coder = Callable[[Path], Coded]


def make_coder(corpus: "Corpus", asking: "Asking | None" = None) -> Coder:
    """Return the function that reads and codes one article of the corpus.

    The extractor is made with the first article that needs one.

    Args:
        corpus: whose articles.
        asking: asks a language model; None for the lexical extractor.
    """
    make_extractor = cache(lambda: _make_extractor(corpus, asking))

    def code(path: Path) -> Coded:
        from briefgen.extraction import propose
        from briefgen.extraction.verification import verify
        from briefgen.ingest.article import read_article
        from briefgen.ingest.metadata import find_slips

        name = name_in(corpus, path)
        if not name.endswith(path.name):  # something in it had to be escaped
            raise ArticleError("the file's name is not UTF-8", where=name, hint="rename the file")
        article = read_article(path, corpus)
        proposed = propose(make_extractor(), article)
        verified = verify(proposed.record, article, corpus.codebook)
        slips = list(find_slips(article.text, name)) if path.suffix.lower() == ".md" else []
        record = _with_article(verified.record, article, corpus.codebook)
        dropped = (
            f"{article.source.path}: {each.item} dropped, {each.detail}"
            for each in verified.dropped
        )
        notes = (*slips, *proposed.notes, *_count_refused(proposed.refused, name), *dropped)
        refused = (*proposed.refused, *verified.dropped)
        return Coded(record, notes, article, refused, proposed.problem)

    return code


def _count_refused(refused: "tuple[Refusal, ...]", name: str) -> Iterator[str]:
    """Say in one line how much was refused: a model can make up any number of things."""
    if refused:
        counts = Counter(each.reason for each in refused)
        reasons = ", ".join(f"{reason} {counts[reason]}" for reason in sorted(counts))
        yield f"{name}: {len(refused)} proposed and refused ({reasons})"


def name_in(corpus: "Corpus", path: Path) -> str:
    """Return an article's path as it is written in the outputs; what is no text stands escaped."""
    name = path.relative_to(corpus.folder).as_posix()
    return name.encode(errors="backslashreplace").decode()


def _make_extractor(corpus: "Corpus", asking: "Asking | None") -> "Extractor":
    from briefgen.extraction.choosing import make_extractor
    from briefgen.ingest.codebook import codebook_sha256

    return make_extractor(corpus.codebook, codebook_sha256(corpus.codebook), corpus.lessons, asking)


def _with_article(
    record: "PositionRecord", article: "Article", codebook: "Codebook"
) -> "PositionRecord":
    """Return the record with what only the whole article tells: its sketch, the issues it names."""
    from briefgen.likeness.naming import find_named
    from briefgen.likeness.reprints import sketch_article

    own = (block for block in article.blocks if block.kind != "furniture")
    texts = (article.text[block.start : block.end] for block in own)
    named = find_named((article.source.title or "", *texts), codebook.issues)
    provenance = record.provenance.model_copy(
        update={"text": sketch_article(article), "named": named}
    )
    return record.model_copy(update={"provenance": provenance})
