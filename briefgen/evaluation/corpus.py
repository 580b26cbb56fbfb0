"""A corpus with gold.json: code its articles as a build does, and compare."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import ArticleError, CorpusError
from briefgen.evaluation.given import GivenFigures, judge_given
from briefgen.evaluation.gold import Gold, load_gold, match_articles
from briefgen.evaluation.stances import (
    Class,
    StanceFigures,
    StanceResults,
    compare,
    compute_figures,
    count_confusion,
)
from briefgen.evaluation.worst import Fault, find_faults

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking
    from briefgen.ingest.corpus import Corpus
    from briefgen.models import Article, PositionRecord


@dataclass(frozen=True)
class CorpusEvaluation:
    """How right the extractor is on a corpus."""

    extractor: str
    articles: int
    """How many are coded in gold.json."""
    uncoded: tuple[str, ...]
    """Source ids of the articles that are not."""
    taught: tuple[str, ...]
    """Ids of the coded articles that lessons.yaml was learned from: left out, they are no test."""
    figures: StanceFigures
    given: GivenFigures | None
    """The same extractor on nothing but the passages that readers marked; None of one that asks a
    model, which is asked about whole articles."""
    confusion: dict[Class, dict[Class, int]]
    """Number of cells by gold class, then by predicted class."""
    faults: tuple[Fault, ...]
    """What is wrong, the worst first."""


def evaluate_corpus(folder: Path, asking: "Asking | None" = None) -> CorpusEvaluation:
    """Extract the records of a corpus and compare them with its gold.json.

    Args:
        folder: the corpus.
        asking: asks a language model; None for the lexical extractor.

    Raises:
        UsageError: corpus, codebook or gold.json cannot be used, or an article cannot be read.
        ModelError: the language model cannot be asked, or not any more.
    """
    from briefgen.ingest.corpus import open_corpus

    corpus = open_corpus(folder)
    gold = load_gold(folder, corpus.codebook)
    ids = {corpus.source_id(path): path for path in corpus.files}
    files = match_articles(gold, ids, folder)
    coded = set(files.values())
    uncoded = [name for name, path in ids.items() if path not in coded]
    taught = _find_taught(corpus, files)
    gold = _without(gold, taught, folder)
    records = dict(code_articles(corpus, {a.id: files[a.id] for a in gold.articles}, asking))
    given = _judge_given(gold, corpus) if asking is None else None
    return _summarize(compare(gold, records), given, records, uncoded, taught)


def _find_taught(corpus: "Corpus", files: dict[str, Path]) -> list[str]:
    """Return the ids in gold.json of the articles that lessons.yaml was learned from."""
    if corpus.lessons is None:
        return []
    taught = {article.id for article in corpus.lessons.articles}
    return [name for name, path in files.items() if corpus.source_id(path) in taught]


def _without(gold: Gold, taught: list[str], folder: Path) -> Gold:
    left = tuple(article for article in gold.articles if article.id not in taught)
    if not left:
        message = "lessons.yaml was learned from every coded article: nothing is left to test"
        hint = "teach with fewer: briefgen teach --articles; or see evaluate --learning-curve"
        raise CorpusError(message, where=str(folder), hint=hint)
    return gold.model_copy(update={"articles": left})


def _summarize(
    results: StanceResults,
    given: GivenFigures | None,
    records: dict[str, "PositionRecord"],
    uncoded: list[str],
    taught: list[str],
) -> CorpusEvaluation:
    return CorpusEvaluation(
        extractor=next(iter(records.values())).provenance.extractor,
        articles=len(records),
        uncoded=tuple(uncoded),
        taught=tuple(taught),
        figures=compute_figures(results),
        given=given,
        confusion=count_confusion(results),
        faults=tuple(find_faults(results, records)),
    )


def _judge_given(gold: Gold, corpus: "Corpus") -> GivenFigures:
    from briefgen.extraction.lexical.extractor import LexicalExtractor
    from briefgen.ingest.codebook import codebook_sha256

    digest = codebook_sha256(corpus.codebook)
    return judge_given(gold, LexicalExtractor(corpus.codebook, digest, corpus.lessons))


def code_articles(
    corpus: "Corpus", files: Mapping[str, Path], asking: "Asking | None"
) -> Iterator[tuple[str, "PositionRecord"]]:
    """Yield the verified record of each article, by the name that *files* gives it.

    Raises:
        CorpusError: an article cannot be read: figures without it would be another corpus's.
        ModelError: the language model cannot be asked, or not any more.
    """
    from briefgen.extraction.beside import begin_all
    from briefgen.extraction.choosing import make_extractor
    from briefgen.extraction.verification import verify
    from briefgen.ingest.article import read_article
    from briefgen.ingest.codebook import codebook_sha256

    digest = codebook_sha256(corpus.codebook)
    extractor = make_extractor(corpus.codebook, digest, corpus.lessons, asking)
    articles = []
    for name, path in files.items():
        try:
            articles.append((name, read_article(path, corpus)))
        except ArticleError as error:
            message = f"cannot be evaluated: {error.message}"
            raise CorpusError(message, where=error.where, hint=error.hint) from error

    def code(named: tuple[str, "Article"]) -> "PositionRecord":
        return verify(extractor.extract(named[1]), named[1], corpus.codebook).record

    for (name, _), result in begin_all(articles, code, asking):
        yield name, result()
