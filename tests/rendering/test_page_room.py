"""A sheet is measured before it is laid out: what the measure says holds on real pages."""

import functools
from collections.abc import Iterator
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from briefgen.auditing.audit import audit_page
from briefgen.auditing.evidence import Evidence
from briefgen.models import Brief
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.fitting import Fitted, fit_settings
from briefgen.rendering.html import render_html
from briefgen.rendering.letter_widths import LETTERS, face_width
from briefgen.rendering.markdown import fit_audience, render_markdown
from briefgen.rendering.matrix_chart import measure_matrix
from briefgen.rendering.page_room import estimate_pages
from briefgen.rendering.pdf_worker import PdfMaker, font_files
from briefgen.rendering.places import default_search_path
from briefgen.rendering.text_room import Setting, count_lines
from briefgen.synthesis.brief import synthesize

from .invented_corpora import invent_codebook, invent_records

FACES = {
    "serif": "SourceSerifPro-Regular",
    "serif-italic": "SourceSerifPro-It",
    "serif-bold": "SourceSerifPro-Semibold",
    "sans": "SourceSansPro-Regular",
    "sans-bold": "SourceSansPro-Semibold",
}


@functools.cache
def invent_dense(seed: int, *, wordy: bool) -> Evidence:
    """Return twelve sources that take up nearly each of eight issues."""
    records = invent_records(seed, 12, 8, silent=0.1, wordy=wordy)
    brief = synthesize(records, invent_codebook(8, wordy=wordy), generator="briefgen 0")
    return Evidence(brief, records, {})


@functools.cache
def invent_small(seed: int) -> Evidence:
    """Return four sources on five issues, which fit without a cut."""
    records = invent_records(seed, 4, 5)
    return Evidence(synthesize(records, invent_codebook(5), generator="briefgen 0"), records, {})


def executive_on(paper: str) -> Audience:
    audience = load_audience("executive", default_search_path())
    settings = audience.settings.model_copy(update={"page": paper})
    return audience.model_copy(update={"settings": settings})


def print_sheet(evidence: Evidence, paper: str) -> tuple[str, Audience]:
    """Return the finished Markdown, with the result of its audit."""
    audience = fit_audience(evidence.brief, executive_on(paper))
    first = render_markdown(evidence.brief, audience)
    audit = audit_page(first, "executive.md", evidence)
    return render_markdown(evidence.brief, audience, audit), audience


def lay_out(evidence: Evidence, paper: str, maker: PdfMaker) -> list[Any]:
    markdown, audience = print_sheet(evidence, paper)
    html = render_html(markdown, evidence.brief, audience)
    return list(maker.lay_out(html, []).pages)


def _lines(box: Any) -> Iterator[Any]:
    for each in getattr(box, "children", ()):
        child = getattr(each, "_box", each)
        if type(child).__name__ == "LineBox":
            yield child
        elif type(child).__name__ != "MarginBox":
            yield from _lines(child)


def filled(page: Any) -> float:
    """Return the part of a page down to its last line."""
    box = page._page_box
    bottom = max(line.position_y + line.height for line in _lines(box))
    return float((bottom - box.content_box_y()) / box.height)


@pytest.mark.slow
@pytest.mark.parametrize("wordy", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("seed", range(3))
def test_a_dense_brief_is_one_sheet_that_is_used(
    seed: int, paper: str, wordy: bool, maker: PdfMaker
) -> None:
    """Two pages, not three; and where much was cut, the sheet is full but for part of a page."""
    evidence = invent_dense(seed + 6 * wordy, wordy=wordy)

    pages = lay_out(evidence, paper, maker)

    assert len(pages) == 2
    assert sum(map(filled, pages)) > 1.5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_the_measure_is_near_the_real_page(seed: int, maker: PdfMaker) -> None:
    """It is rather too careful, by no more than an issue that it thinks goes to the next page."""
    evidence = invent_small(seed)
    markdown, _ = print_sheet(evidence, "A4")

    pages = lay_out(evidence, "A4", maker)

    measured = estimate_pages(markdown, "A4", measure_matrix(evidence.brief))
    assert -0.03 < measured - (len(pages) - 1 + filled(pages[-1])) < 0.25


@pytest.mark.parametrize("face", FACES)
def test_letters_are_as_wide_as_in_the_fonts(face: str) -> None:
    font = TTFont(font_files()[f"briefgen-font:{FACES[face]}"])
    names, widths = font.getBestCmap(), font["hmtx"]
    for width, letters in LETTERS[face].items():  # type: ignore[index]
        for letter in letters:
            if ord(letter) in names:
                assert abs(widths[names[ord(letter)]][0] / 10 - width) <= 0.5, letter
    assert face_width("é", "serif") == face_width("e", "serif")


def test_words_go_on_the_next_line_where_they_do_not_fit() -> None:
    text, setting = "aa aa aa aa", Setting(10, "sans")
    pair = face_width("aa", "sans") * 10 * 2 + face_width(" ", "sans") * 10

    assert count_lines(text, 500, setting) == 1
    assert count_lines(text, pair + 0.1, setting) == 2
    assert count_lines(text, pair - 0.1, setting) == 4
    assert count_lines('[[1](#source-1 "one:s1")]', 20, setting) == 1  # the title is not printed
    assert count_lines("*aa [[1](#source-1)]* aa", pair + 20, setting) == 1


def count_layouts(brief: Brief, limit: float) -> tuple[Fitted, int]:
    """Fit a page that loses a tenth of itself with each cut; return how often it was measured."""
    settings = executive_on("A4").settings
    tried: list[Fitted] = []

    def count_pages(fitted: Fitted) -> float:
        tried.append(fitted)
        values = [*fitted.settings.limits.model_dump().values()]
        values += fitted.settings.shows.model_dump().values()
        lowered = sum(
            own != mine
            for own, mine in zip(
                [*settings.limits.model_dump().values(), *settings.shows.model_dump().values()],
                values,
                strict=True,
            )
        )
        return limit - 0.1 * lowered

    return fit_settings(settings, brief, count_pages), len(tried)


@pytest.mark.parametrize("pages", [1.9, 2.05, 2.35, 2.75, 3.0])
def test_few_layouts_are_measured(pages: float) -> None:
    fitted, count = count_layouts(invent_dense(1, wordy=False).brief, pages)

    assert not fitted.is_too_long
    assert count <= 10


def test_a_page_that_nothing_makes_short_is_measured_few_times_too() -> None:
    fitted, count = count_layouts(invent_dense(1, wordy=False).brief, 9.0)

    assert fitted.is_too_long
    assert count <= 10
