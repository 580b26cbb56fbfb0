"""One brief, built: from what is asked for to the files in their places."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import CorpusError, OutputError, WordError
from briefgen.ledger.past import Past, read_past
from briefgen.ledger.reasons import Reason, find_reasons
from briefgen.ledger.snapshot import Snapshot, take_snapshot
from briefgen.output.staging import Staging, stage_whole_folder
from briefgen.pipeline.asking import asking_for, describe_bill, share_answers
from briefgen.pipeline.explaining import explain_build
from briefgen.pipeline.pages import (
    find_page_contexts,
    find_stale,
    load_audiences,
    read_limits,
    write_pages,
    write_pdf,
)
from briefgen.pipeline.reading import Evidence, read_corpus
from briefgen.pipeline.requests import GENERATOR, BuildReport, BuildRequest
from briefgen.pipeline.stopwatch import Stopwatch
from briefgen.rendering.places import default_search_path

if TYPE_CHECKING:
    from briefgen.models import Brief, PositionRecord
    from briefgen.rendering.pdf_attachments import AttachedFile
    from briefgen.rendering.pdf_pool import PdfPool


def build_brief(
    request: BuildRequest, *, tell: Callable[[str], None] = lambda message: None
) -> BuildReport:
    """Read the corpus and write records, brief and the brief's pages.

    Where everything is as a build would write it, nothing is read and nothing is written.

    Args:
        request: what to build.
        tell: called with what goes on.

    Raises:
        UsageError: corpus, codebook, sources, templates or output folder cannot be used, or not
            one article can.
    """
    _refuse_locked_corpus(request.corpus)
    _refuse_output_among_articles(request)
    share_answers(request)
    watch = Stopwatch()
    with watch.measure("looking"):
        look = look_at(request)
    return report_unchanged(request, look) or _build(request, look, tell=tell, watch=watch)


@dataclass(frozen=True)
class Look:
    """A brief, looked at before anything is read."""

    now: Snapshot
    past: Past | None
    """The build before; None where nothing of it counts."""
    reasons: tuple[Reason, ...]
    """Why the outputs are not what a build would write; none where they are."""


def look_at(request: BuildRequest) -> Look:
    """Compare what a build depends on with what the build before left."""
    now = take_snapshot(
        GENERATOR,
        request.corpus,
        request.audiences,
        default_search_path([request.templates]),
        word="docx" in request.formats,
    )
    past = None if request.fresh else read_past(request.out)
    if past is None:
        what = "made anew, as asked for" if request.fresh else "no build of it is known"
        return Look(now, None, (Reason(str(request.out), what),))
    return Look(now, past, find_reasons(past, now, request.options(), request.out))


def report_unchanged(request: BuildRequest, look: Look) -> BuildReport | None:
    """Return the report of a build that has nothing to do; None where it has."""
    if look.past is None or look.reasons:
        return None
    return BuildReport(
        warnings=look.past.warnings,
        notes=(f"{request.out}: unchanged",),
        unchanged=True,
        explained=(f"{request.out}: everything kept, nothing has changed",),
        kept=len(look.past.records),
    )


def _build(
    request: BuildRequest,
    look: Look,
    *,
    tell: Callable[[str], None],
    watch: Stopwatch,
) -> BuildReport:
    with stage_whole_folder(request.out, tell=tell) as staging, _pdf_pool(request) as pool:
        from briefgen.built import BRIEF_NAME
        from briefgen.comparing.earlier import compare_with_earlier, tell_changes
        from briefgen.pipeline.remembering import Memory, count, write_manifest

        asked_for = request
        audiences, limits = load_audiences(request), read_limits(request)
        memory = Memory(request, look.now, look.past)
        with watch.measure("reading"), asking_for(request) as asking:
            read = read_corpus(
                request.corpus,
                tell,
                remember=memory.remember,
                keep_articles="html" in request.formats,
                asking=asking,
            )
        evidence, brief = read.evidence, read.brief
        evidence.notes += describe_bill(asking)
        request = _leave_out_missing_formats(request, evidence)
        changes = tell_changes(brief, request.out / BRIEF_NAME) if request.memo else ""
        if request.tell_changes:
            compared = compare_with_earlier(brief, request.out / BRIEF_NAME)
            brief = compared.brief
            evidence.notes += compared.notes
        evidence.notes += _name_same_texts(brief)
        files = _write_data(evidence.records, brief, staging)
        asked, audits = {}, {}
        with watch.measure("pages"):
            contexts = find_page_contexts(brief, audiences, read.corpus)
            for audience in audiences:
                tell(f"Writing {audience.name}")
                html, audits[audience.name] = write_pages(
                    brief,
                    audience,
                    evidence,
                    request.formats,
                    contexts=contexts,
                    limits=limits,
                    staging=staging,
                )
                if html is not None and pool is not None:
                    asked[audience.name] = pool.submit(html, files)
        with watch.measure("pdf"):
            for name, promised in asked.items():
                tell(f"Writing {name}.pdf")
                write_pdf(f"{name}.pdf", promised, evidence, staging)
        stale = find_stale(request, audiences, staging)
        write_manifest(asked_for, look.now, read, staging, coding=memory.coding, audits=audits)
        with watch.measure("publishing"):
            written = staging.publish(remove=stale)
    evidence.notes += [
        f"{request.out / name}: removed, it showed an earlier brief" for name in stale
    ]
    redone = sum(reason is not None for reason in memory.reasons.values())
    return BuildReport(
        written,
        tuple(evidence.problems),
        tuple(evidence.warnings),
        tuple(evidence.notes),
        explained=explain_build(look.reasons, memory.reasons, look.past, read.corpus.codebook),
        changes=changes,
        kept=len(memory.reasons) - redone,
        redone=redone,
        counts=count(read),
        audits=audits,
        bill=asking.budget.bill.as_json() if asking is not None else {},
        seconds=watch.seconds,
    )


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


def _name_same_texts(brief: "Brief") -> Iterator[str]:
    """Say which articles do not count, since another has their text."""
    paths = {source.id: source.path for source in brief.sources}
    for same in brief.same_texts:
        yield f"{same.source.path}: the same text as {paths[same.of]}, counted once"


def _write_data(
    records: list["PositionRecord"], brief: "Brief", staging: Staging
) -> "list[AttachedFile]":
    """Write what scripts read, the records and the brief; return them as files for the PDFs."""
    from briefgen.built import BRIEF_NAME, RECORDS_NAME
    from briefgen.rendering.attached import describe_files

    lines = "".join(f"{record.model_dump_json()}\n" for record in records)
    data = f"{brief.model_dump_json(indent=2)}\n"
    staging.write(RECORDS_NAME, lines.encode())
    staging.write(BRIEF_NAME, data.encode())
    return describe_files({RECORDS_NAME: lines, BRIEF_NAME: data}, brief)
