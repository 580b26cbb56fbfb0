"""What a reader of the paper stumbled over once, and is not to again."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.rendering.bar_chart import BAR_HEIGHT
from briefgen.rendering.pdf_worker import PdfMaker
from tests.rendering.conftest import AUDIENCES

pytestmark = pytest.mark.slow
POINT = 0.75
SVG = "{http://www.w3.org/2000/svg}svg"


@pytest.fixture(scope="module", params=AUDIENCES)
def pages(built: Path, maker: PdfMaker, request: pytest.FixtureRequest) -> list[Any]:
    return lay_out(maker, (built / f"{request.param}.pdf.html").read_text("utf-8"))


def lay_out(maker: PdfMaker, html: str) -> list[Any]:
    return [page._page_box for page in maker.lay_out(html, []).pages]


def boxes(box: Any) -> Iterator[Any]:
    """Give what stands in a box, in order; running heads are left out."""
    for each in getattr(box, "children", ()):
        child = getattr(each, "_box", each)
        if type(child).__name__ != "MarginBox":
            yield child
            yield from boxes(child)


def words(box: Any) -> str:
    return "".join(each.text for each in boxes(box) if type(each).__name__ == "TextBox")


def has_class(box: Any, name: str) -> bool:
    """Tell whether a box is one of that class, not an anonymous one within it."""
    return (
        box.element is not None
        and name in str(box.element.get("class")).split()
        and box.element_tag == box.element.tag
    )


def test_the_rule_of_a_quotation_is_straight_and_apart_from_the_next(pages: list[Any]) -> None:
    """A border above it, in white, cuts its end aslant."""
    seen = 0
    for page in pages:
        rules = [box for box in boxes(page) if box.element_tag == "blockquote"]
        rules = [box for box in rules if box.border_left_width]
        seen += len(rules)
        assert not any(box.border_top_width or box.border_bottom_width for box in rules)
        for box in rules:
            below = [
                other.border_box_y() - box.border_box_y() - box.border_height()
                for other in rules
                if other is not box
                and abs(other.position_x - box.position_x) < 1
                and other.position_y > box.position_y
            ]
            assert all(gap * POINT > 2 for gap in below)
    assert seen > 3


def test_no_line_begins_with_the_number_of_a_source(pages: list[Any]) -> None:
    begun = []
    for page in pages:
        for box in boxes(page):
            lines = [kid for kid in getattr(box, "children", ()) if type(kid).__name__ == "LineBox"]
            begun += [words(line) for line in lines[1:]]

    assert len(begun) > 30
    assert not [line for line in begun if re.match(r"\[\d+(, \d+)*\]", line)]


def test_the_digits_of_a_bar_are_printed_in_their_size(pages: list[Any]) -> None:
    for page in pages:
        for box in boxes(page):
            if box.element_tag == SVG:
                _, _, width, height = map(float, box.element.get("viewBox").split())
                if height == BAR_HEIGHT:
                    assert box.width * POINT > 0.95 * width


def test_a_statement_of_the_annex_stands_beside_what_is_around_it(
    built: Path, maker: PdfMaker
) -> None:
    """On the same height, and never under a line that says whose it is on the page before."""
    beside = 0
    for page in lay_out(maker, (built / "annex.pdf.html").read_text("utf-8")):
        shown = [
            box
            for box in boxes(page)
            if box.element_tag == "blockquote" or has_class(box, "context")
        ]
        for box, before in zip(shown[1:], shown, strict=False):
            if has_class(box, "context"):
                assert box.position_y == pytest.approx(before.position_y)
                assert box.position_x > before.position_x + before.width
                beside += 1
        lines = [box for box in boxes(page) if type(box).__name__ == "LineBox"]
        last = max(lines, key=lambda line: line.position_y + line.height)
        assert not words(last).startswith("From ")
    assert beside > 20


@pytest.mark.parametrize("white", range(0, 700, 100))
def test_the_note_on_method_stays_whole(built: Path, maker: PdfMaker, white: int) -> None:
    html = (built / "committee.pdf.html").read_text("utf-8")
    method = html[html.index('<section class="method">') :]
    style = html[: html.index("<body")]

    pages = lay_out(maker, f'{style}<body><p style="height: {white}pt">A toll.</p>{method}')

    holding = [
        page for page in pages if any(box.element_tag == "p" for box in boxes_of(page, "method"))
    ]
    assert len(holding) == 1


@pytest.mark.parametrize("white", range(540, 670, 13))
def test_the_table_of_who_stands_where_leaves_no_row_alone(
    built: Path, maker: PdfMaker, white: int
) -> None:
    html = (built / "committee.pdf.html").read_text("utf-8")
    style = html[: html.index("<body")]
    (table,) = re.findall(r'<section class="matrix">.*?</section>', html, re.DOTALL)
    row = re.findall(r"<tr><th scope.*?</tr>", table, re.DOTALL)[0]
    table = table.replace("</tbody>", f"{row * 7}</tbody>")

    pages = lay_out(maker, f'{style}<body><p style="height: {white}pt">A toll.</p>{table}')

    rows = [
        sum(
            type(box).__name__ == "TableCellBox" and box.element.get("scope") == "row"
            for box in boxes(page)
        )
        for page in pages
    ]
    assert sum(rows) == 12
    assert all(count == 0 or count >= 3 for count in rows)


def boxes_of(page: Any, name: str) -> Iterator[Any]:
    for box in boxes(page):
        if has_class(box, name):
            yield from boxes(box)
