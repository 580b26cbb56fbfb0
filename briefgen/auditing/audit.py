"""One page of a brief, audited: every check, its findings, and what could not be told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.auditing.changed import find_unknown_figures
from briefgen.auditing.conditions import measure_conditions
from briefgen.auditing.counting import measure_counts
from briefgen.auditing.coverage import issues_with_part, measure_coverage, read_matrix
from briefgen.auditing.evidence import Evidence
from briefgen.auditing.files import measure_files
from briefgen.auditing.measures import Measure, Spot
from briefgen.auditing.own_words import find_own_words
from briefgen.auditing.page import FURTHER_PART, Page, read_page
from briefgen.auditing.printed import (
    Placed,
    Printed,
    find_passages,
    is_uncited_quotation,
    place_blocks,
)
from briefgen.auditing.quoting import measure_quoting
from briefgen.auditing.space import add_up_sides, count_issues, measure_space, widest
from briefgen.auditing.thresholds import CHECKS, kind_of, read_thresholds
from briefgen.auditing.uncited import measure_uncited
from briefgen.auditing.wording import count_verbs, measure_wording
from briefgen.languages import speaking
from briefgen.languages.page_note import language_of_page
from briefgen.models.audit import Audit, Check, Finding

_HAS_OWN_FIGURES = frozenset(("quotations-gap", "unsaid-words-ratio"))
"""Checks whose places have a figure each: of them only those past the threshold are findings."""


def audit_page(
    markdown: str,
    name: str,
    evidence: Evidence,
    *,
    thresholds: Mapping[str, float] | None = None,
    others: Mapping[str, bytes] | None = None,
) -> Audit:
    """Audit one finished page.

    Args:
        markdown: the page as it is rendered.
        name: of its file.
        evidence: brief.json, the records and, where they are at hand, the articles' texts.
        thresholds: check to the largest figure that passes; `CHECKS` has the default.
        others: names of the HTML and PDF files beside it, to what they hold.
    """
    limits = {**read_thresholds(()), **(thresholds or {})}
    with speaking(language_of_page(markdown)):
        return _audit(markdown, name, evidence, limits, others or {})


def _audit(
    markdown: str,
    name: str,
    evidence: Evidence,
    limits: Mapping[str, float],
    others: Mapping[str, bytes],
) -> Audit:
    page = read_page(markdown, name)
    placed = place_blocks(page, evidence)
    passages = find_passages(placed, evidence)
    quotations = [passage for passage in passages if passage.is_quotation]
    own = find_own_words(placed, passages, evidence)
    issues = count_issues(placed, quotations, evidence)
    counts, counted = measure_counts(own, passages, evidence)
    stale, reviews, untold = measure_files(page, markdown, own, evidence, others)
    unknown = find_unknown_figures(own, evidence)
    measures = [
        *measure_space(placed, quotations, own, issues, evidence),
        *measure_wording(own, evidence),
        measure_uncited(own, evidence),
        *measure_coverage(page, placed, evidence),
        *measure_quoting(page, placed, passages, evidence),
        *measure_conditions(placed, passages, evidence),
        counts,
        reviews,
        stale,
    ]
    widest_issue, widest_ratio = widest(issues)
    return Audit(
        page=name,
        total=add_up_sides(issues),
        issues=issues,
        verbs=count_verbs(own, evidence),
        quotations=len(passages),
        widest_issue=widest_issue,
        widest_ratio=round(widest_ratio, 2),
        checks=tuple(_checks(measures, limits)),
        findings=tuple(_findings(measures, limits, name)),
        not_audited=(*_untold(page, placed, passages, counted, evidence), *unknown, *untold),
    )


def _checks(measures: Sequence[Measure], limits: Mapping[str, float]) -> Iterator[Check]:
    """Yield every check in the order of `CHECKS`."""
    figures = {measure.name: measure.figure for measure in measures}
    for kind in CHECKS:
        yield Check(
            name=kind.name,
            what=kind.what,
            figure=round(figures[kind.name], 2),
            threshold=limits[kind.name],
        )


def _findings(
    measures: Iterable[Measure], limits: Mapping[str, float], page: str
) -> Iterator[Finding]:
    for measure in measures:
        limit = limits[measure.name]
        if round(measure.figure, 2) <= limit:
            continue
        for spot in measure.spots:
            figure = measure.figure if spot.figure is None else spot.figure
            if measure.name in _HAS_OWN_FIGURES and round(figure, 2) <= limit:
                continue
            yield _finding(measure, spot, figure, limit, page)


def _finding(measure: Measure, spot: Spot, figure: float, limit: float, page: str) -> Finding:
    return Finding(
        check=measure.name,
        message=spot.message,
        issue=spot.issue,
        file=spot.file or page,
        line=spot.line if spot.file is None else None,
        figure=round(figure, 2),
        threshold=limit,
        advice=kind_of(measure.name).advice,
    )


def _untold(
    page: Page,
    placed: Sequence[Placed],
    passages: Sequence[Printed],
    counted: int,
    evidence: Evidence,
) -> Iterator[str]:
    """Yield what could not be told from the page; none of it counts as passed."""
    if evidence.brief.issues and not issues_with_part(placed):
        yield "space and stances by issue: no heading has an issue's title"
    if not any(passage.is_quotation for passage in passages):
        yield "quotations: the page has no block quotation with a citation"
    for place in placed:
        if is_uncited_quotation(place):
            yield f"the quotation on line {place.block.line}: it cites no source"
    for passage in passages:
        if passage.place.role == "reported" or passage.place.block.in_part(FURTHER_PART):
            continue
        if passage.is_quotation and passage.place.issue and passage.place.side is None:
            line = passage.place.block.line
            yield f"the side of the quotation on line {line}: nothing above it names one"
    if not any(block.anchor is not None for block in page.blocks):
        yield 'the source list: no entry has an anchor (<a id="source-1"></a>)'
    if not read_matrix(page, evidence):
        yield "marks of who stands where: the page has no table with the issues' titles"
    if not counted:
        yield "counts in sentences: none has a form that is known"
    missing = sorted(set(evidence.counted) - set(evidence.texts))
    if not evidence.texts:
        yield "what follows a passage in its article: no corpus was given (--corpus)"
    elif missing:
        named = ", ".join(missing)
        yield f"what follows a passage in its article: not there or changed since: {named}"
