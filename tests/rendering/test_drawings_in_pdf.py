"""The drawings in a PDF: each has words that stand for it, and a tall one goes over pages."""

import io

import pikepdf
import pypdf
import pytest

from briefgen.models import Brief
from briefgen.rendering.audience import Audience
from briefgen.rendering.html import render_html
from briefgen.rendering.pdf import PdfWorker
from tests.rendering.drawn import many_issues, many_sources
from tests.rendering.test_changes_part import step
from tests.rendering.test_moves_chart import moved

pytestmark = pytest.mark.slow


def print_drawings(worker: PdfWorker, audience: Audience, brief: Brief, *names: str) -> pikepdf.Pdf:
    """Return the PDF of a page that has these drawings and nothing else."""
    parts = "".join(f"<!-- {name} -->\n\n<!-- end -->\n\n" for name in names)
    sources = "".join(
        f'{each.number}. <a id="source-{each.number}"></a>\n' for each in brief.sources
    )
    result = worker.render(render_html(f"# Drawings\n\n{parts}{sources}", brief, audience))
    assert not result.warnings
    return pikepdf.open(io.BytesIO(result.pdf))


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    """Return the structure elements of a kind, in reading order."""
    found = []
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            continue
        if kind == element.S:
            found.append(element)
        kids = element.get("/K", [])
        waiting.extend(reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]))
    return found


def words_of(figures: list[pikepdf.Dictionary]) -> list[str]:
    return [str(figure.get("/Alt", "")) for figure in figures]


def test_every_drawing_has_words_that_say_what_it_shows(
    worker: PdfWorker, audience: Audience, brief: Brief
) -> None:
    changed = moved(brief, step("qualified"))
    pdf = print_drawings(worker, audience, changed, "matrix", "actors", "network", "moves")

    words = words_of(elements(pdf, "/Figure"))
    assert all(words), "a figure without words is silence for a screen reader"
    for start, part in [
        ("The Island Letter. ", "Opposes: A fixed link."),
        ("The issues, from left to right: ", "Harbour jobs"),
        ("Who is reported to take which side", "Ada Brandt: A fixed link: supports [4]"),
        ("Who stands with whom", "same side: "),
        ("Tolls", "supports before, in part or under a condition now"),
        ("disc", "disc"),
    ]:
        assert any(told.startswith(start) and part in told for told in words), start


def test_a_source_is_the_head_of_its_row_and_leads_to_the_list(
    worker: PdfWorker, audience: Audience, brief: Brief
) -> None:
    pdf = print_drawings(worker, audience, brief, "matrix")

    (table,) = elements(pdf, "/Table")
    assert len(elements(pdf, "/TR")) == 1 + len(brief.sources)
    assert len(elements(pdf, "/TD")) == len(brief.sources)
    assert all(len(cell.A.Headers) >= 1 for cell in elements(pdf, "/TD"))
    assert len(elements(pdf, "/Link")) >= len(brief.sources)
    assert table.K


def test_two_hundred_sources_go_over_pages_with_their_head(
    worker: PdfWorker, audience: Audience, brief: Brief
) -> None:
    many = many_sources(many_issues(brief, 6, "Matter"), 200)
    pdf = print_drawings(worker, audience, many, "matrix")

    buffer = io.BytesIO()
    pdf.save(buffer)
    pages = [page.extract_text() for page in pypdf.PdfReader(buffer).pages]
    full = [text for text in pages if "[" in text]
    assert len(full) == 4
    assert all("Matter 0" in text and "Matter 5" in text for text in full)
    rows = sum(text.count("[") for text in pages)
    assert rows == 200
    assert min(text.count("[") for text in full[:-1]) > 45, "pages are filled"
