"""One brief, built: from what is asked for to the files in their places."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import BriefgenError, ChangedInputError, CorpusError, OutputError
from briefgen.ledger.past import Past, read_past
from briefgen.ledger.reasons import AS_ASKED, Reason, compare_files, find_reasons, is_evidence_same
from briefgen.ledger.snapshot import Snapshot, hash_corpus, hash_named_templates, take_snapshot
from briefgen.output.hidden_places import clear_leftovers, tidied_when_interrupted
from briefgen.output.staging import Staging, stage_whole_folder
from briefgen.pipeline.asking import asking_for, describe_bill, share_answers
from briefgen.pipeline.explaining import describe_reasons, explain_build
from briefgen.pipeline.pages import find_stale, load_audiences, read_limits
from briefgen.pipeline.requests import GENERATOR, BuildReport, BuildRequest, PageResult
from briefgen.pipeline.stopwatch import Stopwatch
from briefgen.rendering.places import default_search_path

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking
    from briefgen.models import Brief
    from briefgen.pipeline.printing import PdfPrinter, Printing
    from briefgen.rendering.audience import Audience


ATTEMPTS = 3
"""How often a brief is built anew because an article changed meanwhile."""


def build_brief(
    request: BuildRequest,
    *,
    tell: Callable[[str], None] = lambda message: None,
    warn: Callable[[str], None] = lambda message: None,
    watch: Stopwatch | None = None,
) -> BuildReport:
    """Read the corpus and write records, brief and the brief's pages.

    Where everything is as a build would write it, nothing is read and nothing is written.

    Args:
        request: what to build.
        tell: called with what goes on.
        warn: called with what a person should know at once: that the build waits for another.
        watch: measures the stages.

    Raises:
        UsageError: corpus, codebook, sources, templates or output folder cannot be used, or not
            one article can.
    """
    _refuse_locked_corpus(request.corpus)
    _refuse_output_among_articles(request)
    share_answers(request)
    watch = watch or Stopwatch()
    with watch.measure("looking"):
        look = look_at(request)
    unchanged = report_unchanged(request, look)
    if unchanged is not None:
        return replace(unchanged, seconds=watch.seconds)
    changed: str | None = None
    for _ in range(ATTEMPTS):
        try:
            with (
                tidied_when_interrupted(request.out),
                stage_whole_folder(request.out, tell=warn) as staging,
            ):
                if staging.others_wrote:  # perhaps just this brief
                    look = look_at(request)
                return report_unchanged(request, look) or _build(
                    request, look, staging=staging, tell=tell, watch=watch
                )
        except BriefgenError:
            changed = _find_changed_input(request, look)
            if changed is None:
                raise
            look = look_at(request)
    raise ChangedInputError(
        f"it changed while the brief was built, {ATTEMPTS} times",
        where=str(request.corpus / (changed or "")),
        hint="build again when it stays as it is",
    )


def _find_changed_input(request: BuildRequest, look: "Look") -> str | None:
    """Return the first file of the corpus that is not as it was looked at; None: all are."""
    now = hash_corpus(request.corpus)
    return next((reason.about for reason in compare_files(look.now.inputs, now)), None)


@dataclass(frozen=True)
class Look:
    """A brief, looked at before anything is read."""

    now: Snapshot
    past: Past | None
    """The build before; None where nothing of it counts."""
    reasons: tuple[Reason, ...]
    """Why the outputs are not what a build would write; none where they are."""
    is_evidence_same: bool = False
    """Whether the articles and all else that the brief rests on are as they were."""


def look_at(request: BuildRequest) -> Look:
    """Compare what a build depends on with what the build before left."""
    search_path = default_search_path([request.templates])
    with_word = any("docx" in formats for formats in request.pages.values())
    now = take_snapshot(
        GENERATOR, request.corpus, tuple(request.pages), search_path, word=with_word
    )
    past = None if request.fresh else read_past(request.out)
    if past is None:
        what = f"made anew, {AS_ASKED}" if request.fresh else "no build of it is known"
        return Look(now, None, (Reason(str(request.out), what),))
    used = past.templates.keys() - now.templates.keys()
    templates = {**now.templates, **hash_named_templates(used, search_path)}
    options = request.options()
    reasons = find_reasons(past, now, options, request.out, templates=templates)
    return Look(now, past, reasons, is_evidence_same(past, now, options, request.out))


def report_unchanged(request: BuildRequest, look: Look) -> BuildReport | None:
    """Return the report of a build that has nothing to do; None where it has."""
    if look.past is None or look.reasons:
        return None
    clear_leftovers(request.out)
    audits = {
        name: PageResult(audit["checks"], tuple(audit["past"]))
        for name, audit in look.past.audits.items()
    }
    return BuildReport(
        warnings=look.past.warnings,
        notes=(f"{request.out}: unchanged",),
        unchanged=True,
        explained=(f"{request.out}: everything kept, nothing has changed",),
        language=look.past.language,
        kept=len(look.past.records),
        pages=dict.fromkeys(look.past.pages),
        counts=look.past.counts,
        audits=audits,
    )


def _build(
    request: BuildRequest,
    look: Look,
    *,
    staging: Staging,
    tell: Callable[[str], None],
    watch: Stopwatch,
) -> BuildReport:
    from briefgen.pipeline.printing import PdfPrinter
    from briefgen.pipeline.remembering import write_manifest

    with PdfPrinter() as pdfs:
        audiences, limits = load_audiences(request), read_limits(request)
        with watch.measure("reading"), asking_for(request) as asking:
            printing = _get_ready(request, look, audiences, pdfs, tell=tell, asking=asking)
        material = printing.material
        material.read.evidence.notes.extend(describe_bill(asking))
        for name, text in material.texts.items():
            staging.write(name, text.encode())
        with watch.measure("pages"):
            printing.print(staging, pdfs, limits=limits, tell=tell)
        with watch.measure("pdf"):
            printing.wait_for_pdfs(staging, tell)
        stale = find_stale(request, audiences, staging)
        write_manifest(request, look.now, printing, staging)
        changed = _find_changed_input(request, look)
        if changed is not None:
            raise ChangedInputError("it changed", where=str(request.corpus / changed))
        with watch.measure("publishing"):
            written = staging.publish(remove=stale)
    evidence, reasons = material.read.evidence, material.reasons
    evidence.notes += [
        f"{request.out / name}: removed, it showed an earlier brief" for name in stale
    ]
    coded = {name: reason for name, reason in reasons.items() if reason is not None}
    codebook = material.read.corpus.codebook
    differences = tuple(describe_reasons(look.reasons, look.past, codebook))
    return BuildReport(
        written,
        tuple(evidence.problems),
        tuple(evidence.warnings),
        tuple(evidence.notes),
        explained=explain_build(differences, reasons, printing.reasons),
        differences=differences,
        changes=material.changes,
        kept=len(reasons) - len(coded),
        coded=coded,
        pages=printing.reasons,
        counts=material.counts,
        audits=printing.audits,
        language=printing.language,
        bill=asking.budget.bill.as_json() if asking is not None else {},
        seconds=watch.seconds,
    )


def _get_ready(
    request: BuildRequest,
    look: Look,
    audiences: "Sequence[Audience]",
    pdfs: "PdfPrinter",
    *,
    tell: Callable[[str], None],
    asking: "Asking | None",
) -> "Printing":
    """Get what the pages are printed from, and find out which are; what is the same is kept.

    The processes that write PDFs get ready meanwhile, where there will be one.
    """
    from briefgen.pipeline.material import fetch_articles, keep_material, read_material
    from briefgen.pipeline.printing import Printing
    from briefgen.pipeline.remembering import Memory

    if look.past is not None and look.is_evidence_same:
        material = keep_material(request, look.past)
        if material is not None:
            printing = Printing(request, look.now, look.past, material, audiences)
            if not printing.needs_articles or fetch_articles(material.read):
                pdfs.start(printing.pdfs)
                return printing
    if (request.corpus / "codebook.yaml").is_file():  # for what is no corpus nothing is started
        pdfs.start(sum("pdf" in formats for formats in request.pages.values()))
    material = read_material(request, Memory(request, look.now, look.past), tell, asking)
    material.read.evidence.notes.extend(_name_same_texts(material.brief))
    return Printing(request, look.now, look.past, material, audiences)


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


def _name_same_texts(brief: "Brief") -> Iterator[str]:
    """Say which articles do not count, since another has their text."""
    paths = {source.id: source.path for source in brief.sources}
    for same in brief.same_texts:
        yield f"{same.source.path}: the same text as {paths[same.of]}, counted once"
