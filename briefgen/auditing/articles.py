"""The articles behind a brief, where their corpus is at hand and they have not changed since."""

from collections.abc import Sequence
from pathlib import Path

from briefgen.errors import ArticleError, CorpusError
from briefgen.models import PositionRecord


def read_texts(corpus: Path, records: Sequence[PositionRecord]) -> dict[str, str]:
    """Return the decoded texts of the articles that are as they were when they were coded.

    Args:
        corpus: the corpus folder.
        records: whose articles are wanted.

    Returns:
        Source id to text; an article that is gone, cannot be read or has changed is left out.

    Raises:
        UsageError: the corpus cannot be used, or has not one of the articles as it was.
    """
    from briefgen.ingest.article import read_article
    from briefgen.ingest.corpus import open_corpus

    opened = open_corpus(corpus)
    files = {path.relative_to(opened.folder).as_posix(): path for path in opened.files}
    texts = {}
    for record in records:
        path = files.get(record.source.path)
        if path is None:
            continue
        try:
            article = read_article(path, opened)
        except ArticleError:
            continue
        if article.input_sha256 == record.provenance.input_sha256:
            texts[record.source.id] = article.text
    if not texts:
        message = "has none of the brief's articles as they were coded"
        hint = "name the corpus from which the brief was built, or build again"
        raise CorpusError(message, where=str(corpus), hint=hint)
    return texts
