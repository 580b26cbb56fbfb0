"""Who stands where: every source and issue once, read with and without eyes, on any number."""

import lxml.html
import pytest

from briefgen.models import Brief
from briefgen.rendering.drawings import drawing_style
from briefgen.rendering.drawn_rows import NAME_WIDTHS
from briefgen.rendering.matrix_chart import MOST_COLUMNS, draw_matrix, measure_matrix
from tests.rendering.drawn import columns_of, many_issues, many_sources


def test_it_stands_in_the_place_of_the_table(html: str) -> None:
    document = lxml.html.document_fromstring(html)

    (figure,) = document.find_class("who-stands")
    assert not figure.getparent().xpath("./table")
    assert "five sources on eight issues" in figure.xpath("./div/@aria-label")[0]


def test_a_row_says_in_words_where_its_source_stands(brief: Brief) -> None:
    rows = lxml.html.fromstring(draw_matrix(brief)).xpath("//tbody/tr")

    words = [row.findtext(".//td/svg/title") for row in rows]
    (told,) = (text for text in words if text.startswith("The Island Letter. "))
    assert "Supports: Ferry service in the meantime (checked by a person). Opposes" in told
    assert " Opposes: A fixed link. " in told
    assert " None found: " in told


def test_it_has_a_mark_for_every_source_and_issue(brief: Brief) -> None:
    drawing = lxml.html.fromstring(draw_matrix(brief))
    shown = {title.text for title in drawing.xpath("//g/title")}

    assert len(shown) == len(brief.sources) * len(brief.issues)
    assert (
        "Tomasz Wren and Lale Aydin, Harbour jobs: side not determined (checked by a person)"
        in shown
    )
    assert "Straits Gazette, Housing on the island: none found" in shown


def test_a_side_coded_with_little_confidence_has_a_smaller_mark(brief: Brief) -> None:
    issue = brief.issues[0]
    weak = tuple(
        p.model_copy(update={"sources": tuple(s.model_copy(update={"confidence": 0.6})
                                              for s in p.sources)})
        for p in issue.positions
    )  # fmt: skip
    changed = (issue.model_copy(update={"positions": weak}), *brief.issues[1:])
    drawing = draw_matrix(brief.model_copy(update={"issues": changed}))

    assert "A fixed link: opposes (less certain)" in drawing
    assert "small mark: less certain" in drawing
    assert "less certain" not in draw_matrix(brief)


@pytest.mark.parametrize("sources", [1, 3, 30, 200])
@pytest.mark.parametrize("issues", [1, 8, 20, 45])
def test_any_number_of_sources_and_issues_has_its_place(
    brief: Brief, sources: int, issues: int
) -> None:
    drawing = lxml.html.fromstring(draw_matrix(many_sources(many_issues(brief, issues), sources)))

    tables = drawing.xpath("//table")
    assert [len(table.xpath("./tbody/tr")) for table in tables] == [sources] * len(tables)
    shown = [len(columns_of(table)) for table in tables]
    assert sum(shown) == issues
    assert max(shown) <= MOST_COLUMNS
    assert max(shown) - min(shown) <= len(shown), "parts of nearly one size"


def test_words_wider_than_a_column_are_set_slanted(brief: Brief) -> None:
    few = lxml.html.fromstring(draw_matrix(many_issues(brief, 3)))
    many = lxml.html.fromstring(draw_matrix(many_issues(brief, 14)))

    assert not few.xpath("//*[contains(@transform, 'rotate')]")
    assert len(many.xpath("//*[contains(@transform, 'rotate')]")) == 14


def test_a_long_name_is_cut_and_its_number_leads_to_the_source(brief: Brief) -> None:
    label = ("A name that goes on and on " * 12).strip()
    sources = tuple(each.model_copy(update={"label": label}) for each in brief.sources)
    drawing = lxml.html.fromstring(draw_matrix(brief.model_copy(update={"sources": sources})))

    for name in drawing.xpath("//tbody/tr/th/span"):
        assert name.text.endswith("…")
        assert name.get("title") == label
    assert drawing.xpath("//tbody/tr/th/a/@href")[0] == "#source-1"
    assert label in drawing.xpath("//tbody//td/svg/title")[0].text, "the words have all of it"


def test_every_width_of_the_names_has_its_style() -> None:
    style = drawing_style()

    for width in NAME_WIDTHS:
        assert f".names-{width:g} col:first-child {{ width: {100 * width / 487:.3f}%; }}" in style


def test_the_height_is_known_before_it_is_printed(brief: Brief) -> None:
    few, many = measure_matrix(many_sources(brief, 11)), measure_matrix(many_sources(brief, 31))

    assert many - few == 20 * 13, "a line of 13 points for each source"
    assert measure_matrix(brief) % 13 == 0
