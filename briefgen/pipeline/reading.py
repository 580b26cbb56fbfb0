"""From a corpus folder to its records, corrected, and the brief that they give."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import ArticleError, CorpusError, Notice
from briefgen.pipeline.coding import Coded, Coder, make_coder, name_in
from briefgen.pipeline.requests import GENERATOR

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking
    from briefgen.ingest.corpus import Corpus
    from briefgen.models import (
        Article,
        Brief,
        Corrections,
        Failure,
        FlaggedCorrection,
        PositionRecord,
        Source,
    )

    Remember = Callable[[Coder, Corpus], Coder]
    """Makes another coder of the one that reads an article, for example one that keeps what was
    read before."""

FAILURES_NAMED = 3
"""How many articles the one line names where none can be used."""


@dataclass
class Evidence:
    """What the articles of a corpus gave."""

    records: list["PositionRecord"] = field(default_factory=list)
    articles: "dict[str, Article]" = field(default_factory=dict)
    """Source id to article; empty where no format needs the texts."""
    coded: dict[str, Coded] = field(default_factory=dict)
    """Source id to what came of its article, before any correction; without its text."""
    failures: list["Failure"] = field(default_factory=list)
    problems: list[Notice] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class CorpusRead:
    """A corpus, with the brief that it gives."""

    corpus: "Corpus"
    evidence: Evidence
    brief: "Brief"


def read_corpus(
    folder: Path,
    tell: Callable[[str], None] = lambda message: None,
    *,
    remember: "Remember" = lambda code, _: code,
    keep_articles: bool = False,
    dated: str | None = None,
    asking: "Asking | None" = None,
) -> CorpusRead:
    """Read, code, correct and sum up the articles of a corpus folder.

    Args:
        folder: the corpus.
        tell: called with what goes on.
        remember: makes another coder of the one that reads an article.
        keep_articles: whether the articles are kept beside the records.
        dated: the date of the brief's files, where it is not to be the newest source's.
        asking: asks a language model; None for the lexical extractor.

    Raises:
        UsageError: corpus, codebook or sources cannot be used, or not one article can.
        ModelError: the language model cannot be asked, or not any more.
    """
    from briefgen.ingest.corpus import open_corpus
    from briefgen.synthesis.brief import synthesize

    corpus = open_corpus(folder)
    corrections = _load_corrections(corpus)
    evidence = _gather_evidence(corpus, tell, remember, keep_articles=keep_articles, asking=asking)
    flagged = _apply_corrections(corrections, corpus, evidence)
    brief = synthesize(
        evidence.records,
        corpus.codebook,
        failures=evidence.failures,
        flagged=flagged,
        generator=GENERATOR,
        dated=dated,
    )
    return CorpusRead(corpus, evidence, brief)


def _gather_evidence(
    corpus: "Corpus",
    tell: Callable[[str], None],
    remember: "Remember",
    *,
    keep_articles: bool,
    asking: "Asking | None",
) -> Evidence:
    """Read and code every article of the corpus, in the order of the sources' ids.

    Raises:
        CorpusError: not one article can be used.
    """
    from briefgen.extraction.beside import begin_all
    from briefgen.models import Failure

    code = remember(make_coder(corpus, asking), corpus)
    evidence = Evidence(notes=[f"{path}: skipped, {reason}" for path, reason in corpus.skipped])
    evidence.problems += corpus.strays
    if corpus.lessons is not None:
        count = len(corpus.lessons.articles)
        articles = f"{count} coded article{'s' if count > 1 else ''}"
        evidence.notes.append(f"lessons.yaml: what {articles} taught was applied")
    for number, (path, coding) in enumerate(begin_all(corpus.files, code, asking), start=1):
        tell(f"Reading article {number} of {len(corpus.files)}: {path.name}")
        try:
            coded = coding()
            article = _article_of(coded, path, corpus) if keep_articles else None
        except ArticleError as error:
            place = name_in(corpus, path)
            evidence.failures.append(Failure(path=place, reason=error.message))
            evidence.problems.append(error.notice)
        else:
            name = coded.record.source.id
            evidence.records.append(coded.record)
            evidence.coded[name] = Coded(
                coded.record, coded.notes, refused=coded.refused, problem=coded.problem
            )
            evidence.notes += coded.notes
            evidence.problems += [Notice(coded.problem)] if coded.problem else []
            evidence.warnings += _tell_addressing(coded.record.source)
            if article is not None:
                evidence.articles[name] = article
    if not evidence.records:
        raise _no_article(corpus.folder, evidence.problems)
    evidence.records.sort(key=lambda record: record.source.id)
    return evidence


def _tell_addressing(source: "Source") -> Iterator[str]:
    """Say that an article addresses a program: a person should look at it."""
    if source.addressing:
        kinds = ", ".join(source.addressing)
        yield (
            f"{source.path}: holds text that addresses a program which reads it ({kinds}); it was "
            "not obeyed, and `briefgen inspect` shows it"
        )


def _article_of(coded: Coded, path: Path, corpus: "Corpus") -> "Article":
    """Return the article, read now where only its record was kept.

    Raises:
        ArticleError: it cannot be read any more.
    """
    if coded.article is not None:
        return coded.article
    from briefgen.ingest.article import read_article

    article = read_article(path, corpus)
    if article.input_sha256 != coded.record.provenance.input_sha256:
        where, hint = name_in(corpus, path), "build again"
        raise ArticleError("it changed while it was read", where=where, hint=hint)
    return article


def _load_corrections(corpus: "Corpus") -> "Corrections | None":
    """Return what corrections.yaml holds; None where there is no such file.

    Raises:
        CorrectionsError: it cannot be used.
    """
    from briefgen.ingest.corrections import CORRECTIONS_NAME, load_corrections

    path = corpus.folder / CORRECTIONS_NAME
    # An issue that the codebook has no more costs one entry, not the build.
    return load_corrections(path, None) if path.exists() else None


def _apply_corrections(
    corrections: "Corrections | None", corpus: "Corpus", evidence: Evidence
) -> "tuple[FlaggedCorrection, ...]":
    """Put an analyst's corrections into the records, verify them again, and say what was done."""
    if corrections is None:
        return ()
    from briefgen.correcting.records import correct_records
    from briefgen.correcting.wording import describe_corrections, describe_lost
    from briefgen.extraction.verification import find_fault, verify
    from briefgen.ingest.article import read_article

    paths = {corpus.source_id(path): path for path in corpus.files}
    corrected = correct_records(
        evidence.records,
        corrections,
        corpus.codebook,
        read=lambda name: read_article(paths[name], corpus),
        fault=lambda said, article: find_fault(said, article, corpus.codebook),
    )
    evidence.notes += describe_corrections(corrected)
    evidence.warnings += describe_lost(corrected)
    evidence.records = []
    for record in corrected.records:
        article = corrected.articles.get(record.source.id)
        verified = verify(record, article, corpus.codebook) if article else None
        evidence.records.append(verified.record if verified else record)
        for dropped in verified.dropped if verified else ():
            evidence.notes.append(f"{record.source.path}: {dropped.item} dropped, {dropped.detail}")
    return corrected.flagged


def _no_article(folder: Path, problems: list[Notice]) -> CorpusError:
    named = "; ".join(map(str, problems[:FAILURES_NAMED]))
    more = len(problems) - FAILURES_NAMED
    message = f"not one article can be used: {named}{f'; and {more} more' if more > 0 else ''}"
    return CorpusError(message, where=str(folder))
