"""What is reviewed: the records as the extractor makes them, beside what people made of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from briefgen.correcting.records import Corrected, correct_records
from briefgen.errors import ArticleError, CorpusError
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.verification import find_fault, verify
from briefgen.ingest.article import read_article
from briefgen.ingest.codebook import codebook_sha256
from briefgen.ingest.corpus import Corpus
from briefgen.likeness.reprints import Reprint, find_reprints, sketch_article
from briefgen.models import Article, Codebook, Corrections, PositionRecord, Statement


@dataclass
class Material:
    """The articles of a corpus, coded."""

    codebook: Codebook
    articles: dict[str, Article] = field(default_factory=dict)
    """By source id, in the order of the ids."""
    machine: dict[str, PositionRecord] = field(default_factory=dict)
    """By source id, as the extractor made them."""
    failed: list[str] = field(default_factory=list)
    """Articles that cannot be read, one line each."""

    def correct(self, corrections: Corrections) -> Corrected:
        """Return the records as a build with these corrections has them."""
        return correct_records(
            list(self.machine.values()),
            corrections,
            self.codebook,
            read=self.articles.__getitem__,
            fault=self.find_fault,
        )

    def find_reprints(self) -> dict[str, Reprint]:
        """Return, by source id, the articles whose text another has that counts in a brief."""
        return find_reprints((a.source, sketch_article(a)) for a in self.articles.values())

    def find_fault(self, statement: Statement, article: Article) -> str | None:
        """Say why an article does not bear a statement out; None where it does."""
        return find_fault(statement, article, self.codebook)


def code_corpus(corpus: Corpus, sources: frozenset[str], tell: Callable[[str], None]) -> Material:
    """Read and code the articles of a corpus, as a build does.

    Args:
        corpus: the corpus.
        sources: ids of the articles that are wanted; all where it is empty.
        tell: called with what goes on.

    Raises:
        CorpusError: not one of the articles can be used.
    """
    material = Material(corpus.codebook)
    digest = codebook_sha256(corpus.codebook)
    extractor = LexicalExtractor(corpus.codebook, digest, corpus.lessons)
    wanted = [p for p in corpus.files if not sources or corpus.source_id(p) in sources]
    for number, path in enumerate(wanted, 1):
        tell(f"Reading article {number} of {len(wanted)}: {path.name}")
        try:
            article = read_article(path, corpus)
        except ArticleError as error:
            material.failed.append(str(error))
            continue
        name = article.source.id
        material.articles[name] = article
        material.machine[name] = verify(extractor.extract(article), article, corpus.codebook).record
    if not material.articles:
        message = f"not one article can be used: {'; '.join(material.failed)}"
        raise CorpusError(message, where=str(corpus.folder))
    return material


def correct_one(material: Material, source: str, corrections: Corrections) -> PositionRecord:
    """Return one source's record as a build with these corrections has it."""
    about = partial(_is_about, material.articles[source])
    few = Corrections(
        statements=tuple(each for each in corrections.statements if about(each)),
        stances=tuple(each for each in corrections.stances if about(each)),
    )
    alone = Material(
        material.codebook,
        {source: material.articles[source]},
        {source: material.machine[source]},
    )
    return alone.correct(few).records[0]


def _is_about(article: Article, entry: object) -> bool:
    name, sha256 = getattr(entry, "article", None), getattr(entry, "sha256", None)
    return name == article.source.id or sha256 == article.input_sha256
