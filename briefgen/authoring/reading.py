"""All articles of a folder, read and split into sentences; what cannot be read is named."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import ArticleError, CorpusError
from briefgen.likeness.reprints import find_reprints, sketch_article
from briefgen.models import Article

if TYPE_CHECKING:
    from briefgen.extraction.lexical.language.text import Sentence
    from briefgen.ingest.corpus import Corpus


@dataclass(frozen=True)
class Text:
    """An article and its sentences."""

    article: Article
    sentences: "tuple[Sentence, ...]"

    @property
    def id(self) -> str:
        """The article's source id."""
        return self.article.source.id


@dataclass(frozen=True)
class Reading:
    """The articles of a folder."""

    texts: tuple[Text, ...]
    """Sorted by source id."""
    problems: tuple[str, ...]
    """What could not be read, one line each."""


def read_corpus(corpus: "Corpus") -> Reading:
    """Read the articles of a corpus.

    Raises:
        CorpusError: not one can be read.
    """
    from briefgen.ingest.article import read_article

    return _read(corpus.files, lambda path: read_article(path, corpus), corpus.folder)


def read_folder(folder: Path) -> Reading:
    """Read the articles of a folder that needs no codebook.

    Raises:
        CorpusError: there is no such folder, it has no articles, or not one can be read.
    """
    from briefgen.ingest.article import read_article_file
    from briefgen.ingest.corpus import list_articles

    files, _ = list_articles(folder)
    return _read(files, read_article_file, folder)


def _read(files: Iterable[Path], read: Callable[[Path], Article], folder: Path) -> Reading:
    from briefgen.extraction.lexical.language.text import split_sentences

    texts, problems = [], []
    for path in files:
        try:
            article = read(path)
        except ArticleError as error:
            problems.append(str(error))
        else:
            texts.append(Text(article, tuple(split_sentences(article))))
    if not texts:
        raise CorpusError(f"not one article can be read: {problems[0]}", where=str(folder))
    return Reading(tuple(sorted(texts, key=lambda text: text.id)), tuple(problems))


def without_reprints(reading: Reading) -> Reading:
    """Return a reading in which a text counts once: what it shares with its reprint is no habit."""
    texts = reading.texts
    reprints = find_reprints((text.article.source, sketch_article(text.article)) for text in texts)
    return Reading(tuple(t for t in texts if t.id not in reprints), reading.problems)
