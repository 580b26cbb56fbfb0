"""The way of the data, from a corpus folder to the files of a brief.

The only module that knows every stage. It decides what happens where something fails: a failed
article is named and the others go on; a format that cannot be written does not stop the others;
nothing at all is written where no article can be used.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import __version__
from briefgen.built import BRIEF_NAME, RECORDS_NAME
from briefgen.errors import ArticleError, CorpusError, OutputError, PdfError, WordError
from briefgen.output.staging import Staging, stage_whole_folder

if TYPE_CHECKING:
    from concurrent.futures import Future

    from briefgen.ingest.corpus import Corpus
    from briefgen.models import (
        Article,
        Brief,
        Codebook,
        Corrections,
        Failure,
        FlaggedCorrection,
        PositionRecord,
        Statement,
    )
    from briefgen.models.audit import Audit
    from briefgen.models.context import Context
    from briefgen.rendering.audience import Audience
    from briefgen.rendering.pdf import PdfResult
    from briefgen.rendering.pdf_attachments import AttachedFile
    from briefgen.rendering.pdf_pool import PdfPool

    Coder = Callable[[Path], tuple[Article, PositionRecord, list[str]]]
    """From an article's path to the article, its verified record, and what was dropped."""

GENERATOR = f"briefgen {__version__}"
FORMATS = ("md", "html", "pdf", "docx")
FAILURES_NAMED = 3
"""How many articles the one line names where none can be used."""


@dataclass(frozen=True)
class BuildRequest:
    """What to build, from what, and where to."""

    corpus: Path
    out: Path
    audiences: tuple[str, ...] = ("executive",)
    formats: tuple[str, ...] = ("md", "pdf")
    """Of ``FORMATS``."""
    tell_changes: bool = True
    """Whether the brief says what is different from the one that is there."""


@dataclass(frozen=True)
class BuildReport:
    """What a build wrote, and what it could not."""

    written: tuple[Path, ...]
    problems: tuple[str, ...]
    """What failed: articles, formats. One line each."""
    warnings: tuple[str, ...]
    """What a person said and the brief does not follow, although nothing failed. One line each."""
    notes: tuple[str, ...]
    """What a person should know although nothing failed. One line each."""

    @property
    def exit_code(self) -> int:
        """0 where everything was done, 1 where something failed."""
        return 1 if self.problems else 0


@dataclass
class Evidence:
    """What the articles of a corpus gave."""

    records: list["PositionRecord"] = field(default_factory=list)
    articles: "dict[str, Article]" = field(default_factory=dict)
    """Source id to article; empty where no format needs the texts."""
    failures: list["Failure"] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class CorpusRead:
    """A corpus, with the brief that it gives."""

    corpus: "Corpus"
    evidence: Evidence
    brief: "Brief"


def choose_output_folder(corpus: Path) -> Path:
    """Return ``briefs/<name of the corpus folder>`` under the current folder.

    Raises:
        OutputError: the corpus folder has no name, as the root has none.
    """
    name = corpus.resolve().name
    if not name:
        message = "no output folder can be named after this corpus"
        raise OutputError(message, where=str(corpus), hint="name one with --out")
    return Path("briefs") / name


def build_brief(
    request: BuildRequest, *, tell: Callable[[str], None] = lambda message: None
) -> BuildReport:
    """Read the corpus and write records, brief and the brief's pages.

    Args:
        request: what to build.
        tell: called with what goes on.

    Raises:
        UsageError: corpus, codebook, sources, templates or output folder cannot be used, or not
            one article can.
    """
    _refuse_locked_corpus(request.corpus)
    _refuse_output_among_articles(request)
    with stage_whole_folder(request.out, tell=tell) as staging, _pdf_pool(request) as pool:
        from briefgen.comparing.earlier import compare_with_earlier

        audiences = _load_audiences(request.audiences)
        corpus_read = read_corpus(request.corpus, tell, keep_articles="html" in request.formats)
        corpus, evidence, brief = corpus_read.corpus, corpus_read.evidence, corpus_read.brief
        request = _leave_out_missing_formats(request, evidence)
        if request.tell_changes:
            compared = compare_with_earlier(brief, request.out / BRIEF_NAME)
            brief = compared.brief
            evidence.notes += compared.notes
        evidence.notes += _name_same_texts(brief)
        files = _write_data(evidence.records, brief, staging)
        contexts = find_page_contexts(brief, audiences, corpus)
        asked = {}
        for audience in audiences:
            tell(f"Writing {audience.name}")
            html = _write_pages(
                brief, audience, evidence, request.formats, contexts=contexts, staging=staging
            )
            if html is not None and pool is not None:
                asked[audience.name] = pool.submit(html, files)
        for name, promised in asked.items():
            tell(f"Writing {name}.pdf")
            _write_pdf(f"{name}.pdf", promised, evidence, staging)
        stale = _find_stale(audiences, staging)
        written = staging.publish(remove=stale)
    evidence.notes += [
        f"{request.out / name}: removed, it showed an earlier brief" for name in stale
    ]
    return BuildReport(
        written, tuple(evidence.problems), tuple(evidence.warnings), tuple(evidence.notes)
    )


def read_corpus(
    folder: Path,
    tell: Callable[[str], None] = lambda message: None,
    *,
    remember: "Callable[[Coder], Coder]" = lambda code: code,
    keep_articles: bool = False,
) -> CorpusRead:
    """Read, code, correct and sum up the articles of a corpus folder.

    Args:
        folder: the corpus.
        tell: called with what goes on.
        remember: makes another coder of the one that reads an article, for example one that keeps
            what it read before.
        keep_articles: whether the articles are kept beside the records.

    Raises:
        UsageError: corpus, codebook or sources cannot be used, or not one article can.
    """
    from briefgen.ingest.corpus import open_corpus
    from briefgen.synthesis.brief import synthesize

    corpus = open_corpus(folder)
    corrections = _load_corrections(corpus)
    evidence = _gather_evidence(corpus, tell, remember, keep_articles=keep_articles)
    flagged = _apply_corrections(corrections, corpus, evidence)
    brief = synthesize(
        evidence.records,
        corpus.codebook,
        failures=evidence.failures,
        flagged=flagged,
        generator=GENERATOR,
    )
    return CorpusRead(corpus, evidence, brief)


def _refuse_locked_corpus(corpus: Path) -> None:
    """Refuse a folder that may not be entered; whatever else it is, opening it tells.

    Raises:
        CorpusError: this user may not enter it.
    """
    try:
        (corpus / "codebook.yaml").stat()
    except PermissionError as error:
        message = "the folder may not be entered"
        hint = "ask its owner for the right to read it"
        raise CorpusError(message, where=str(corpus), hint=hint) from error
    except OSError:
        return


def _refuse_output_among_articles(request: BuildRequest) -> None:
    """Refuse an output folder whose brief would be read as an article the next time.

    Raises:
        OutputError: it is the corpus folder or its articles/.
    """
    if request.out.resolve() in {request.corpus.resolve(), (request.corpus / "articles").resolve()}:
        message = "the brief would be read as an article the next time"
        raise OutputError(message, where=str(request.out), hint="name another folder with --out")


@contextmanager
def _pdf_pool(request: BuildRequest) -> Iterator["PdfPool | None"]:
    """Start what writes the PDFs: that takes long, and goes on while the articles are read.

    Nothing is started for a folder that is no corpus.
    """
    if "pdf" not in request.formats or not (request.corpus / "codebook.yaml").is_file():
        yield None
        return
    from briefgen.rendering.pdf_pool import PdfPool

    with PdfPool(len(request.audiences)) as pool:
        yield pool


def _leave_out_missing_formats(request: BuildRequest, evidence: Evidence) -> BuildRequest:
    """Ask for no Word documents where python-docx is missing, and say so once."""
    if "docx" not in request.formats:
        return request
    from briefgen.rendering.word.availability import require_python_docx

    try:
        require_python_docx()
    except WordError as error:
        evidence.problems.append(str(error))
        return replace(request, formats=tuple(each for each in request.formats if each != "docx"))
    return request


def _load_audiences(names: tuple[str, ...]) -> list["Audience"]:
    from briefgen.rendering.audience import default_search_path, load_audience

    search_path = default_search_path([Path("templates")])
    return [load_audience(name, search_path) for name in names]


def _gather_evidence(
    corpus: "Corpus",
    tell: Callable[[str], None],
    remember: "Callable[[Coder], Coder]",
    *,
    keep_articles: bool,
) -> Evidence:
    """Read and code every article of the corpus, in the order of the sources' ids.

    Raises:
        CorpusError: not one article can be used.
    """
    from briefgen.ingest.codebook import codebook_sha256
    from briefgen.models import Failure

    code = remember(_make_coder(corpus, codebook_sha256(corpus.codebook)))
    evidence = Evidence(notes=[f"{path}: skipped, {reason}" for path, reason in corpus.skipped])
    if corpus.lessons is not None:
        count = len(corpus.lessons.articles)
        articles = f"{count} coded article{'s' if count > 1 else ''}"
        evidence.notes.append(f"lessons.yaml: what {articles} taught was applied")
    for number, path in enumerate(corpus.files, start=1):
        tell(f"Reading article {number} of {len(corpus.files)}: {path.name}")
        try:
            article, record, notes = code(path)
        except ArticleError as error:
            place = _name_in(corpus, path)
            evidence.failures.append(Failure(path=place, reason=error.message))
            evidence.problems.append(str(error))
        else:
            evidence.records.append(record)
            evidence.notes += notes
            if keep_articles:
                evidence.articles[record.source.id] = article
    if not evidence.records:
        raise _no_article(corpus.folder, evidence.problems)
    evidence.records.sort(key=lambda record: record.source.id)
    return evidence


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
            evidence.notes.append(f"{record.source.path}: {dropped.item} dropped, {dropped.reason}")
    return corrected.flagged


def _name_same_texts(brief: "Brief") -> Iterator[str]:
    """Say which articles do not count, since another has their text."""
    paths = {source.id: source.path for source in brief.sources}
    for same in brief.same_texts:
        yield f"{same.source.path}: the same text as {paths[same.of]}, counted once"


def _name_in(corpus: "Corpus", path: Path) -> str:
    """Return an article's path as it is written in the outputs; what is no text stands escaped."""
    name = path.relative_to(corpus.folder).as_posix()
    return name.encode(errors="backslashreplace").decode()


def _make_coder(corpus: "Corpus", codebook_sha256: str) -> "Coder":
    """Return the function from a path to article, verified record, and what was dropped."""
    from briefgen.extraction.lexical.extractor import LexicalExtractor
    from briefgen.extraction.verification import verify
    from briefgen.ingest.article import read_article
    from briefgen.ingest.metadata import find_slips

    extractor = LexicalExtractor(corpus.codebook, codebook_sha256, corpus.lessons)

    def code(path: Path) -> tuple["Article", "PositionRecord", list[str]]:
        name = _name_in(corpus, path)
        if not name.endswith(path.name):  # something in it had to be escaped
            raise ArticleError("the file's name is not UTF-8", where=name, hint="rename the file")
        article = read_article(path, corpus)
        found = extractor.extract(article)
        verified = verify(found, article, corpus.codebook)
        slips = list(find_slips(article.text, name)) if path.suffix.lower() == ".md" else []
        record = _with_article(verified.record, article, corpus.codebook)
        dropped = (
            f"{article.source.path}: {each.item} dropped, {each.reason}"
            for each in verified.dropped
        )
        return article, record, [*slips, *dropped]

    return code


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


def _no_article(folder: Path, problems: list[str]) -> CorpusError:
    named = "; ".join(problems[:FAILURES_NAMED])
    more = len(problems) - FAILURES_NAMED
    message = f"not one article can be used: {named}{f'; and {more} more' if more > 0 else ''}"
    return CorpusError(message, where=str(folder))


def find_page_contexts(
    brief: "Brief", audiences: list["Audience"], corpus: "Corpus"
) -> dict[str, "Context"]:
    """Read the articles again for what stands around their statements, where a page shows it."""
    if not any(audience.settings.shows.context for audience in audiences):
        return {}
    from briefgen.ingest.article import read_article
    from briefgen.surroundings import find_contexts

    by_source: dict[str, list[Statement]] = {}
    for id_, statement in brief.statements.items():
        by_source.setdefault(id_.rpartition(":")[0], []).append(statement)
    contexts: dict[str, Context] = {}
    for path in corpus.files:
        statements = by_source.get(corpus.source_id(path))
        if statements:
            contexts |= find_contexts(read_article(path, corpus), statements)
    return contexts


def _write_data(
    records: list["PositionRecord"], brief: "Brief", staging: Staging
) -> "list[AttachedFile]":
    """Write what scripts read, the records and the brief; return them as files for the PDFs."""
    from briefgen.rendering.attached import describe_files

    lines = "".join(f"{record.model_dump_json()}\n" for record in records)
    data = f"{brief.model_dump_json(indent=2)}\n"
    staging.write(RECORDS_NAME, lines.encode())
    staging.write(BRIEF_NAME, data.encode())
    return describe_files({RECORDS_NAME: lines, BRIEF_NAME: data}, brief)


def _write_pages(
    brief: "Brief",
    audience: "Audience",
    evidence: Evidence,
    formats: tuple[str, ...],
    *,
    contexts: "Mapping[str, Context]",
    staging: Staging,
) -> str | None:
    """Write the brief for one audience in each format but PDF, and note what is to say of it.

    Returns:
        The HTML from which the PDF is made; None where none is asked for.
    """
    from briefgen.rendering.markdown import fit_audience

    audience = fit_audience(brief, audience)
    if audience.is_too_long:
        limit = audience.settings.limits.pages
        evidence.notes.append(
            f"{audience.name}: may be longer than {limit} pages, though all was cut that can be; "
            "another audience has room, or raise limits.pages"
        )
    markdown, notes, _ = print_audited(brief, audience, evidence.records, contexts)
    evidence.notes += notes
    if "docx" in formats:
        from briefgen.rendering.word.document import render_word

        staging.write(f"{audience.name}.docx", render_word(markdown, brief, audience))
    if "md" in formats:
        staging.write(f"{audience.name}.md", markdown.encode())
    if "html" in formats:
        from briefgen.rendering.webpage.page import render_webpage

        page = render_webpage(markdown, brief, audience, evidence.records, evidence.articles)
        staging.write(f"{audience.name}.html", page.encode())
    if "pdf" not in formats:
        return None
    from briefgen.rendering.html import render_html

    return render_html(markdown, brief, audience)


def _write_pdf(
    name: str, promised: "Future[PdfResult]", evidence: Evidence, staging: Staging
) -> None:
    """Wait for one PDF and write it; where it cannot be had the other files are there."""
    try:
        result = promised.result()
    except PdfError as error:
        evidence.problems.append(f"{name}: {error}")
    else:
        staging.write(name, result.pdf)
        evidence.notes += [f"{name}: {warning}" for warning in result.warnings]


def print_audited(
    brief: "Brief",
    audience: "Audience",
    records: list["PositionRecord"],
    contexts: "Mapping[str, Context] | None" = None,
) -> "tuple[str, list[str], Audit]":
    """Return the brief in Markdown with the result of its audit, what to say of that, and it.

    The page is printed twice: what is audited is the page without the result, and the audit of the
    finished page leaves the result out.
    """
    from briefgen.auditing.audit import audit_page
    from briefgen.auditing.evidence import Evidence
    from briefgen.rendering.markdown import render_markdown

    name = f"{audience.name}.md"
    first = render_markdown(brief, audience, contexts=contexts)
    audit = audit_page(first, name, Evidence(brief, records, {}))
    past = [check for check in audit.checks if not check.passed]
    figures = ", ".join(f"{c.name} {c.figure:g} (at most {c.threshold:g})" for c in past)
    notes = [f"{name}: past the audit's thresholds: {figures}; see briefgen audit"] if past else []
    return render_markdown(brief, audience, audit, contexts), notes, audit


def _find_stale(audiences: list["Audience"], staging: Staging) -> list[str]:
    """Return the names of audiences' files that are there, but show an earlier brief.

    A format that was not written this time stays only where the brief is the one that is there,
    and so is every page of its audience that is written again; an audience that was not built this
    time stays where the brief is.
    """
    from briefgen.rendering.audience import default_search_path, list_audiences

    is_same_brief = bool(staging.is_same(BRIEF_NAME))
    built = {audience.name for audience in audiences}
    changed = {
        name.partition(".")[0] for name in staging.names if staging.is_same(name) is False
    } & built
    known = {*list_audiences(default_search_path([Path("templates")])), *built}
    kept = known - changed if is_same_brief else set()
    names = [f"{name}.{suffix}" for name in sorted(known - kept) for suffix in FORMATS]
    return [
        name for name in names if name not in staging.names and (staging.folder / name).is_file()
    ]
