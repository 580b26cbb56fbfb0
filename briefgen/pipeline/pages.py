"""From a brief to its pages: audiences, formats, audits, PDFs, and what became out of date."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from briefgen.output.staging import Staging
from briefgen.pipeline.reading import Evidence
from briefgen.pipeline.requests import FORMATS, BuildRequest, PageResult
from briefgen.rendering.places import default_search_path, list_audiences

if TYPE_CHECKING:
    from briefgen.ingest.corpus import Corpus
    from briefgen.models import Article, Brief, PositionRecord, Statement
    from briefgen.models.audit import Audit
    from briefgen.models.context import Context
    from briefgen.rendering.audience import Audience
    from briefgen.rendering.markdown import Printer


def load_audiences(request: BuildRequest) -> list["Audience"]:
    """Return the audiences that are asked for.

    Raises:
        TemplateError: there is no such audience, or a file of it cannot be used.
    """
    from briefgen.rendering.audience import load_audience

    search_path = default_search_path([request.templates])
    return [load_audience(name, search_path) for name in request.pages]


def read_limits(request: BuildRequest) -> dict[str, float]:
    """Return the thresholds by which the pages are audited.

    Raises:
        UsageError: one that is asked for is of no check, or is none.
    """
    from briefgen.auditing.thresholds import read_thresholds

    settings = tuple(f"{name}={figure}" for name, figure in request.audit.items())
    return read_thresholds(settings, origin="audit")


def find_page_contexts(
    brief: "Brief",
    audiences: list["Audience"],
    corpus: "Corpus",
    articles: "Mapping[str, Article] | None" = None,
) -> dict[str, "Context"]:
    """Find what stands around the statements in their articles, where a page shows it.

    Args:
        brief: whose statements.
        audiences: for whom it is printed.
        corpus: where the articles are.
        articles: source id to article; those that are not there are read again.
    """
    if not any(audience.settings.shows.context for audience in audiences):
        return {}
    from briefgen.ingest.article import read_article
    from briefgen.surroundings import find_contexts

    by_source: dict[str, list[Statement]] = {}
    for id_, statement in brief.statements.items():
        by_source.setdefault(id_.rpartition(":")[0], []).append(statement)
    contexts: dict[str, Context] = {}
    for path in corpus.files:
        name = corpus.source_id(path)
        statements = by_source.get(name)
        if statements:
            article = (articles or {}).get(name) or read_article(path, corpus)
            contexts |= find_contexts(article, statements)
    return contexts


def write_pages(
    brief: "Brief",
    audience: "Audience",
    evidence: Evidence,
    formats: Collection[str],
    *,
    contexts: "Mapping[str, Context]",
    limits: Mapping[str, float],
    staging: Staging,
) -> tuple[str | None, PageResult]:
    """Write the brief for one audience in each format but PDF, and note what is to say of it.

    Returns:
        The HTML from which the PDF is made, None where none is asked for; and how its audit went.
    """
    from briefgen.rendering.markdown import Printer

    printer = Printer(brief, audience)
    audience = printer.audience
    if audience.is_too_long:
        limit = audience.settings.limits.pages
        evidence.notes.append(
            f"{audience.name}: may be longer than {limit} pages, though all was cut that can be; "
            "another audience has room, or raise limits.pages"
        )
    markdown, notes, audit = print_audited(printer, evidence.records, contexts, limits=limits)
    result = PageResult(len(audit.checks), tuple(c.name for c in audit.checks if not c.passed))
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
        return None, result
    from briefgen.rendering.html import render_html

    return render_html(markdown, brief, audience), result


def print_audited(
    printer: "Printer",
    records: list["PositionRecord"],
    contexts: "Mapping[str, Context] | None" = None,
    *,
    limits: Mapping[str, float] | None = None,
) -> "tuple[str, list[str], Audit]":
    """Return the brief in Markdown with the result of its audit, what to say of that, and it.

    The page is printed twice: what is audited is the page without the result, and the audit of the
    finished page leaves the result out.
    """
    from briefgen.auditing.audit import audit_page
    from briefgen.auditing.evidence import Evidence as AuditEvidence

    name = f"{printer.audience.name}.md"
    first = printer.print(contexts=contexts)
    audit = audit_page(first, name, AuditEvidence(printer.brief, records, {}), thresholds=limits)
    past = [check for check in audit.checks if not check.passed]
    figures = ", ".join(f"{c.name} {c.figure:g} (at most {c.threshold:g})" for c in past)
    notes = [f"{name}: past the audit's thresholds: {figures}; see briefgen audit"] if past else []
    return printer.print(audit, contexts), notes, audit


def find_stale(request: BuildRequest, audiences: list["Audience"], staging: Staging) -> list[str]:
    """Return the names of audiences' files that are there and go: they show an earlier brief.

    A format that was not written this time stays only where the brief is the one that is there,
    and so is every page of its audience that is written again; an audience that was not built this
    time stays where the brief is. A page that was to be written and could not be goes, and so do
    all others where there are to be none.
    """
    from briefgen.built import BRIEF_NAME

    is_same_brief = staging.is_same(BRIEF_NAME)
    built = {audience.name for audience in audiences}
    changed = {
        name.partition(".")[0] for name in staging.names if staging.is_same(name) is False
    } & built
    known = {*list_audiences(default_search_path([request.templates])), *built}
    kept = known - changed if is_same_brief and not request.only else set()
    names = [f"{name}.{suffix}" for name in sorted(known - kept) for suffix in FORMATS]
    if is_same_brief is None:  # no brief was here: what is called like another page is none
        names = [f"{name}.{suffix}" for name, them in request.pages.items() for suffix in them]
    return [
        name for name in names if name not in staging.names and (staging.folder / name).is_file()
    ]
