"""The four audiences: the same evidence for all, each within its limits, each past the audit."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from briefgen.auditing.audit import audit_page
from briefgen.auditing.evidence import Evidence
from briefgen.auditing.page import Page, read_page
from briefgen.auditing.printed import place_blocks
from briefgen.auditing.reading_ease import count_syllables, measure_reading_ease
from briefgen.errors import PdfError
from briefgen.models import Brief, PositionRecord
from briefgen.models.context import Context
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import fit_audience, quotations, render_markdown
from briefgen.rendering.pdf import PdfWorker
from briefgen.rendering.places import default_search_path
from briefgen.rendering.slugs import slug
from briefgen.synthesis.brief import synthesize

from .invented_corpora import invent_codebook, invent_records

AUDIENCES = ("executive", "committee", "public", "annex")
SHAPES = ((1, 1, 1), (2, 1, 8), (3, 4, 3), (5, 9, 8), (6, 12, 5))
"""Seed, sources, issues."""


def invent(seed: int, sources: int, issues: int) -> Evidence:
    records = invent_records(seed, sources, issues)
    brief = synthesize(records, invent_codebook(issues), generator="briefgen 0")
    return Evidence(brief, records, {})


def find_audience(name: str) -> Audience:
    return load_audience(name, default_search_path())


@pytest.fixture(scope="module", params=SHAPES, ids=lambda shape: "{}-{}-{}".format(*shape))
def evidence(request: pytest.FixtureRequest) -> Evidence:
    return invent(*request.param)


@pytest.fixture(scope="module")
def pages(evidence: Evidence) -> dict[str, str]:
    return {name: render_markdown(evidence.brief, find_audience(name)) for name in AUDIENCES}


def positions_on(page: Page, evidence: Evidence) -> set[tuple[str, str, str]]:
    """Return source, issue and stance of every source that a page names under a stance."""
    return {
        (evidence.by_number[citation.number].id, place.issue, place.side)
        for place in place_blocks(page, evidence)
        if place.issue is not None and place.side is not None and place.role == "side"
        for citation in place.block.citations
    }


def test_no_audience_gains_or_loses_a_position(evidence: Evidence, pages: dict[str, str]) -> None:
    """Every source, issue and stance of the brief stands on each page, and no other."""
    held = {
        (item.source, issue.id, position.stance)
        for issue in evidence.brief.issues
        for position in issue.positions
        for item in position.sources
    }
    for name, markdown in pages.items():
        assert positions_on(read_page(markdown, name), evidence) == held, name


@pytest.mark.parametrize("name", AUDIENCES)
def test_each_audience_passes_the_audit(
    name: str, evidence: Evidence, pages: dict[str, str]
) -> None:
    audit = audit_page(pages[name], f"{name}.md", evidence)
    again = render_markdown(evidence.brief, find_audience(name), audit)

    assert not audit.findings, [(each.check, each.message) for each in audit.findings[:5]]
    assert not audit_page(again, f"{name}.md", evidence).findings


def test_every_quotation_is_a_whole_statement(evidence: Evidence, pages: dict[str, str]) -> None:
    for name, markdown in pages.items():
        for quotation in quotations(markdown):
            statement = evidence.statements[quotation.statement]
            assert statement.quote in quotation.text, name


def test_the_annex_prints_every_statement_of_the_brief(
    evidence: Evidence, pages: dict[str, str]
) -> None:
    printed = {quotation.statement for quotation in quotations(pages["annex"])}

    assert printed == set(evidence.brief.statements)
    for id_, statement in evidence.brief.statements.items():
        assert f"characters {statement.start} to {statement.end};" in pages["annex"]
        assert f"record {id_}*" in pages["annex"]


def test_every_link_within_a_page_leads_somewhere(pages: dict[str, str]) -> None:
    """By GitHub's names of headings, or by an anchor."""
    for name, markdown in pages.items():
        headings = re.findall(r"^#+ (.+)$", markdown, re.MULTILINE)
        there = {slug(heading) for heading in headings}
        there |= set(re.findall(r'<a id="([^"]+)">', markdown))
        assert set(re.findall(r"\]\(#([^) ]+)", markdown)) <= there, name


def test_no_page_has_stray_spaces_or_lines(pages: dict[str, str]) -> None:
    for name, markdown in pages.items():
        assert not re.search(r"\S  +\S|\n\n\n|[ \t]\n|\.\.(?!\.)| [.,;:](?:\s|$)", markdown), name


def test_the_html_has_the_headings_that_links_name(evidence: Evidence) -> None:
    committee = find_audience("committee")
    html = render_html(render_markdown(evidence.brief, committee), evidence.brief, committee)
    names = set(re.findall(r'<h\d id="([^"]+)"', html))

    assert names >= {slug(issue.title) for issue in evidence.brief.issues} | {"sources"}


def test_the_public_page_reads_plainly_easier(evidence: Evidence, pages: dict[str, str]) -> None:
    plain, sheet = (
        measure_reading_ease(pages[name], name, evidence).score for name in ("public", "executive")
    )

    assert plain > 80
    assert plain > sheet + 10


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("side", 1), ("table", 2), ("passages", 3), ("opposes", 3), ("named", 1), ("evidence", 3)],
)
def test_syllables_are_groups_of_vowels_without_silent_ends(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_the_glossary_has_the_codebooks_words_on_the_public_page_alone() -> None:
    brief = invent(4, 6, 5).brief

    for name in AUDIENCES:
        page = render_markdown(brief, find_audience(name))
        has_it = "- **lock:** A chamber with gates in which boats are lifted or lowered." in page
        assert has_it == (name == "public")


def test_the_annex_shows_what_stands_around_a_statement() -> None:
    evidence = invent(4, 6, 5)
    id_ = next(iter(evidence.brief.statements))
    contexts = {id_: Context(before="The gate was *shut*.", after=None)}
    page = render_markdown(evidence.brief, find_audience("annex"), contexts=contexts)
    behind = page.partition(f"record {id_}*")[2]

    assert behind.lstrip().startswith("<!-- context -->")
    assert "*Before it:* The gate was \\*shut\\*." in behind[:120]
    assert not audit_page(page, "annex.md", evidence).findings


def test_the_annex_gives_no_side_to_what_is_on_no_issue() -> None:
    brief = invent(4, 6, 5).brief
    id_, first = next(iter(brief.statements.items()))
    moved = {**brief.statements, id_: first.model_copy(update={"issue": None})}

    pages = [
        render_markdown(each, find_audience("annex"))
        for each in (brief, brief.model_copy(update={"statements": moved}))
    ]

    with_side, without = ([x for x in page.splitlines() if f"record {id_}*" in x] for page in pages)
    assert all("side" in line for line in with_side)
    assert not any("side" in line for line in without)


def test_a_page_never_says_that_a_source_is_silent(pages: dict[str, str]) -> None:
    """The program tells what it found; an article may say more than that."""
    for name, markdown in pages.items():
        for claim in ("silent", "takes it up", "takes up", "addresses it", "not name it"):
            assert claim not in re.sub(r"“[^”]*”", "", markdown), name
        assert not re.search(r"No text [^.,]+\.", markdown), name


def test_a_roomy_sheet_is_not_cut() -> None:
    brief = invent(1, 1, 1).brief
    executive = find_audience("executive")
    fitted = fit_audience(brief, executive)

    assert fitted.settings == executive.settings
    assert fitted.cut == ()


def test_what_is_cut_is_named_and_counted() -> None:
    brief = invent(6, 12, 5).brief
    fitted = fit_audience(brief, find_audience("executive"))
    page = render_markdown(brief, fitted)

    assert fitted.cut
    assert f"{len(brief.statements)} statements stand behind this brief" in page
    assert f"no room for here ({fitted.cut[0]}" in page


def test_fitting_twice_changes_nothing() -> None:
    brief = invent(6, 12, 5).brief
    fitted = fit_audience(brief, find_audience("executive"))

    assert fit_audience(brief, fitted) is fitted
    assert render_markdown(brief, find_audience("executive")) == render_markdown(brief, fitted)


@pytest.fixture(scope="module")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as running:
        try:
            running.render("<html lang=en><title>x</title><p>x")
        except PdfError as error:
            pytest.skip(str(error))
        yield running


def count_pages(brief: Brief, records: list[PositionRecord], worker: PdfWorker, page: str) -> int:
    audience = find_audience("executive")
    settings = audience.settings.model_copy(update={"page": page})
    audience = fit_audience(brief, audience.model_copy(update={"settings": settings}))
    first = render_markdown(brief, audience)
    audit = audit_page(first, "executive.md", Evidence(brief, records, {}))
    html = render_html(render_markdown(brief, audience, audit), brief, audience)
    with pikepdf.open(io.BytesIO(worker.render(html).pdf)) as document:
        return len(document.pages)


@pytest.mark.slow
@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize("shape", [(1, 5, 8), (3, 9, 6), (4, 12, 5)])
def test_the_executive_brief_is_one_sheet(
    shape: tuple[int, int, int], page: str, worker: PdfWorker
) -> None:
    evidence = invent(*shape)

    assert count_pages(evidence.brief, list(evidence.records), worker, page) <= 2


def test_the_packaged_audiences_are_four() -> None:
    folders = {path.parent.name for path in Path("templates").glob("*/audience.toml")}

    assert folders >= set(AUDIENCES)


def test_a_page_that_cannot_be_short_enough_says_so() -> None:
    """Twelve sources on eight issues do not fit one side of a sheet; one source on one does."""
    executive = find_audience("executive")
    limits = executive.settings.limits.model_copy(update={"pages": 1})
    settings = executive.settings.model_copy(update={"limits": limits})
    one_page = executive.model_copy(update={"settings": settings})

    assert fit_audience(invent(7, 12, 8).brief, one_page).is_too_long
    assert not fit_audience(invent(7, 12, 8).brief, find_audience("committee")).is_too_long
    assert not fit_audience(invent(1, 1, 1).brief, executive).is_too_long
