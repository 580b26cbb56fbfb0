"""How a page is laid out: on its grid, in its measure, and broken where it may be."""

import io
import re
import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from briefgen.models import Brief
from briefgen.rendering.audience import load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.pdf_worker import PdfMaker
from briefgen.rendering.places import default_search_path
from tests.rendering.conftest import AUDIENCES
from tests.rendering.pdf_ua import TaggedPdf, find_faults, has_contents

pytestmark = pytest.mark.slow
POINT = 0.75
OFF = 0.6
"""Points that a font may sit above or below another's baseline in a line of the same height."""


@pytest.fixture(scope="module", params=AUDIENCES)
def pages(built: Path, maker: PdfMaker, request: pytest.FixtureRequest) -> list[Any]:
    html = (built / f"{request.param}.pdf.html").read_text("utf-8")
    return list(maker.lay_out(html, []).pages)


def _descend(box: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Give the boxes of a page with the tags above them, running heads left out."""
    for each in getattr(box, "children", ()):
        child = getattr(each, "_box", each)
        if type(child).__name__ != "MarginBox":
            yield child, above
            yield from _descend(child, (*above, child.element_tag or ""))


def _lines(page: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for box, above in _descend(page._page_box):
        if type(box).__name__ == "LineBox" and _text(box).strip():
            yield box, above


def _shown(page: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Give the lines and the drawings of a page."""
    yield from _lines(page)
    for box, above in _descend(page._page_box):
        if box.element_tag == "{http://www.w3.org/2000/svg}svg":
            yield box, above


def _text(line: Any) -> str:
    """Return a line's text without the label in the margin, which is a block in the line."""
    blocks = [box for box, _ in _descend(line) if type(box).__name__ == "InlineBlockBox"]
    labels = [inner for block in blocks for inner, _ in _descend(block)]
    return "".join(
        box.text
        for box, _ in _descend(line)
        if type(box).__name__ == "TextBox" and not any(box is each for each in labels)
    )


def test_most_lines_stand_on_the_grid(pages: list[Any]) -> None:
    """Whole lines, or half ones in a pair of sides; titles are larger and sit a little lower.

    A drawing has lines of its own, and behind it the page may stand off by a part of a line.
    """
    step = _usual(line.height * POINT for page in pages for line, _ in _lines(page)) / 2
    off = []
    for page in pages:
        top = page._page_box.content_box_y() * POINT
        places = [
            (line.position_y + line.baseline) * POINT - top
            for line, above in _lines(page)
            if not {"h1", "h3", "figure"} & set(above)
        ]
        if places:
            base = _usual(place % step for place in places)
            off += [abs((place - base + step / 2) % step - step / 2) for place in places]

    assert step >= 5  # a one-sheet page sets its lines closer
    assert len(off) > 50
    assert sum(distance > OFF for distance in off) <= len(off) / 8


def _usual(values: Iterable[float]) -> float:
    return statistics.mode(round(value, 1) for value in values)


def test_the_measure_is_one_that_reads_well(pages: list[Any]) -> None:
    """Sixty to seventy-five characters where the text has its full width."""
    lengths = []
    for page in pages:
        for box, above in _descend(page._page_box):
            lines = [kid for kid in box.children if type(kid).__name__ == "LineBox"]
            if not {"p", "li"} & {box.element_tag, *above[-1:]} or len(lines) < 2:
                continue
            if 100 <= box.width * POINT / 72 * 25.4 <= 120:
                lengths += [len(_text(line).strip()) for line in lines[:-1]]

    if lengths:
        assert 60 <= statistics.mean(lengths) <= 78
        assert statistics.quantiles(lengths, n=10)[-1] <= 92


def test_no_heading_stands_alone_at_the_end_of_a_page(pages: list[Any]) -> None:
    for page in pages:
        last, above = max(_shown(page), key=lambda item: item[0].position_y)
        assert not {"h1", "h2", "h3", "h4"} & set(above), _text(last)


def test_no_page_is_half_white_but_the_last(pages: list[Any]) -> None:
    for page in pages[:-1]:
        box = page._page_box
        bottom = max(item.position_y + item.height for item, _ in _shown(page))
        assert bottom - box.content_box_y() > box.height / 2


def test_nothing_reaches_into_the_margins(pages: list[Any]) -> None:
    for page in pages:
        box = page._page_box
        for line, _ in _lines(page):
            right = max(kid.position_x + kid.width for kid in line.children)
            assert right <= box.content_box_x() + box.width + 1, _text(line)
            assert line.position_y + line.height <= box.content_box_y() + box.height + 1


@pytest.mark.parametrize(("size", "paper"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_both_papers(
    size: str, paper: tuple[int, int], own_templates: Path, brief: Brief, maker: PdfMaker
) -> None:
    """The text is as wide on both, so that a drawing fills it."""
    settings = own_templates / "mine" / "audience.toml"
    text = settings.read_text("utf-8")
    settings.write_text(re.sub('page = "A4"', f'page = "{size}"', text), "utf-8")
    audience = load_audience("mine", [own_templates, *default_search_path()])
    html = render_html(render_markdown(brief, audience), brief, audience)

    pages = maker.lay_out(html, []).pages

    box = pages[0]._page_box
    assert (round(box.margin_width() * POINT), round(box.margin_height() * POINT)) == paper
    assert box.width * POINT / 72 * 25.4 == pytest.approx(172, abs=0.1)


def _document(body: str, theme: str) -> str:
    return (
        "<html lang=en><title>Tolls</title>"
        f"<style>@page {{ size: A4; margin: 20mm }} {theme}</style><body><main>{body}</main>"
    )


def _parts(count: int, words: str) -> str:
    """Return a page's parts behind their contents list."""
    links = "".join(f'<li><a href="#part-{n}">Part {n}</a></li>' for n in range(count))
    parts = "".join(f'<h2 id="part-{n}">Part {n}</h2><p>{words}</p>' for n in range(count))
    return (
        f"<h1>Tolls</h1><section class='contents'><h2>Contents</h2><ul>{links}</ul></section>"
        f"{parts}"
    ).replace("'", '"')


@pytest.mark.parametrize(
    ("parts", "words", "theme"),
    [
        (7, "A toll on the bridge. " * 300, ""),  # long, and taken for it
        (7, "A toll.", "h2 { break-before: page }"),  # few words on many pages
    ],
)
def test_a_long_document_lists_its_parts_with_their_pages(
    maker: PdfMaker, parts: int, words: str, theme: str
) -> None:
    theme += ".contents a::after { content: ' ' target-counter(attr(href), page) }"

    pdf, warnings = maker.write(_document(_parts(parts, words), theme), [])

    reader = pypdf.PdfReader(io.BytesIO(pdf))
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert warnings == []
    assert len(texts) > 4
    assert has_contents(pdf)
    listed = re.findall(r"Part (\d) (\d+)", " ".join(texts[:2]))[:parts]
    assert len(listed) == parts
    for part, number in listed:
        found = [n for n, text in enumerate(texts, 1) if f"Part {part} A toll" in text]
        assert found[0] == int(number)


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("A toll on the bridge.", ""),
        ("A toll on the bridge. " * 300, "p { font-size: 2pt; line-height: 2.2pt }"),
    ],
)
def test_four_pages_need_no_list(maker: PdfMaker, words: str, theme: str) -> None:
    pdf, _ = maker.write(_document(_parts(7, words), theme), [])

    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) <= 4
    assert not has_contents(pdf)
    assert "Contents" not in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_a_table_repeats_its_heads_and_is_read_as_one(maker: PdfMaker) -> None:
    rows = "".join(f"<tr><td>Harbour {n}</td><td>{n} ships</td></tr>" for n in range(150))
    table = (
        "<table><thead><tr><th>Harbour</th><th>Ships a day</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )

    pdf, _ = maker.write(_document(f"<h1>Harbours</h1>{table}", ""), [])

    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) >= 3
    assert all("Ships a day" in page.extract_text() for page in reader.pages)
    kinds = [element.kind for element in TaggedPdf(pdf).elements()]
    assert (kinds.count("/Table"), kinds.count("/THead"), kinds.count("/TBody")) == (1, 1, 1)
    assert kinds.count("/TR") == 151
    assert find_faults(pdf) == []


def test_a_paragraph_and_a_list_that_break_are_read_as_one(maker: PdfMaker) -> None:
    words = "<p>" + "The ferry sails at nine. " * 400 + "</p>"
    items = "<ol>" + "<li><p>One boat.</p><p>Another boat.</p></li>" * 60 + "</ol>"

    pdf, _ = maker.write(_document(f"<h1>Ferries</h1>{words}{items}", ""), [])

    kinds = [element.kind for element in TaggedPdf(pdf).elements()]
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) >= 3
    assert (kinds.count("/L"), kinds.count("/LI"), kinds.count("/P")) == (1, 60, 121)
    assert find_faults(pdf) == []
