"""The HTML: one complete document, its structure, its drawings, and nothing that acts."""

import itertools

import lxml.html
import pytest

from briefgen.models import Brief, BriefSource, Stance
from briefgen.rendering.audience import Audience
from briefgen.rendering.charts import draw_bar, draw_matrix, text_width
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.stances import STANCE_STYLES
from tests.rendering.sample_brief import SAID, sample_brief


@pytest.fixture(scope="module")
def document(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html)


def test_the_document_names_itself(document: lxml.html.HtmlElement) -> None:
    assert document.get("lang") == "en"
    assert document.findtext(".//title") == "The Kestrel Strait crossing"
    names = {meta.get("name"): meta.get("content") for meta in document.iter("meta")}
    assert names["generator"] == "briefgen 0.1.0"
    assert "3 May to 18 June 2031" in names["description"]


def test_headings_nest_and_each_issue_has_a_section(
    document: lxml.html.HtmlElement, brief: Brief
) -> None:
    levels = [int(element.tag[1]) for element in document.xpath("//h1|//h2|//h3")]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    titles = [heading.text for heading in document.xpath("//section[@class='issue']/h3")]
    assert titles == [issue.title for issue in brief.issues]


def test_the_sides_stand_in_the_order_of_the_brief(
    document: lxml.html.HtmlElement, brief: Brief
) -> None:
    for section, issue in zip(document.find_class("issue"), brief.issues, strict=True):
        classes = [side.get("class").split()[1] for side in section.find_class("side")]
        stances = [position.stance for position in issue.positions]
        sided = [stance for stance in stances if stance not in {"neutral", "unclear"}]
        assert classes == (sided or stances)


def test_every_citation_leads_to_an_anchor(document: lxml.html.HtmlElement) -> None:
    ids = set(document.xpath("//@id"))
    targets = {href.removeprefix("#") for href in document.xpath("//a[@class='cite']/@href")}

    assert targets == {id_ for id_ in ids if id_.startswith("source-")}
    inner = {href.removeprefix("#") for href in document.xpath("//a/@href") if href[0] == "#"}
    assert inner <= ids


def test_the_matrix_is_a_drawing_in_the_place_of_the_table(
    document: lxml.html.HtmlElement,
) -> None:
    assert not document.findall(".//table")
    drawing = document.find_class("chart")[0]
    assert "five sources on eight issues" in drawing.findtext(".//title")
    assert "The Island Letter: A fixed link: opposes" in drawing.findtext(".//desc")


def test_the_matrix_has_a_mark_for_every_source_and_issue(brief: Brief) -> None:
    drawing = lxml.html.fromstring(draw_matrix(brief))
    shown = {title.text for title in drawing.xpath("//g/title")}

    assert len(shown) == len(brief.sources) * len(brief.issues)
    assert (
        "Tomasz Wren and Lale Aydin, Harbour jobs: side not determined (checked by a person)"
        in shown
    )
    assert "Straits Gazette, Housing on the island: not taken up" in shown


def test_marks_differ_in_shape_not_only_in_colour(brief: Brief) -> None:
    issue = brief.issues[0]
    position = issue.positions[0]

    def shape(stance: Stance) -> str:
        changed = position.model_copy(update={"stance": stance})
        drawing = draw_bar(issue.model_copy(update={"positions": (changed,), "silent": ()}), 2)
        for style in STANCE_STYLES.values():
            drawing = drawing.replace(style.colour, "#000000")
        return drawing.split("</title>")[1].replace("#FFFFFF", "#000000")

    shapes = {shape(stance) for stance in STANCE_STYLES}
    assert len(shapes) == len(STANCE_STYLES)


def test_the_bar_stands_in_the_order_of_the_columns_and_clips_no_count(brief: Brief) -> None:
    """Also where one source stands against a hundred."""
    issue = brief.issues[0]
    oppose, support = issue.positions[1], issue.positions[0]
    many = tuple(support.sources[0].model_copy(update={"source": f"s{n}"}) for n in range(100))
    crowd = support.model_copy(update={"sources": many})
    lone = oppose.model_copy(update={"sources": oppose.sources[:1]})
    changed = issue.model_copy(update={"positions": (lone, crowd)})
    drawing = lxml.html.fromstring(draw_bar(changed, 110))

    boxes = [
        (float(box.get("x")), float(box.get("width")), box.get("fill"))
        for box in drawing.xpath("//rect[@height='10.2']")
    ]
    counts = [(float(text.get("x")), text.text) for text in drawing.xpath("//text")]
    assert [count for _, count in counts] == ["1", "100"]
    assert [fill for *_, fill in boxes] == [
        STANCE_STYLES["oppose"].colour,
        STANCE_STYLES["support"].colour,
    ]
    for (start, width, _), (x, count) in zip(boxes, counts, strict=True):
        assert x + text_width(count, 7.4) <= start + width


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


def test_many_sources_and_issues_are_drawn_within_the_page(brief: Brief) -> None:
    issues = tuple(
        brief.issues[0].model_copy(update={"id": f"i{n}", "title": f"Unpronounceabilities {n}"})
        for n in range(14)
    )
    drawing = lxml.html.fromstring(draw_matrix(brief.model_copy(update={"issues": issues})))

    assert len(drawing.xpath("//*[contains(@transform, 'rotate')]")) == 14
    width = float(drawing.xpath("//svg/@viewbox")[0].split()[2])
    assert all(0 <= float(x) <= width for x in drawing.xpath("//circle/@cx"))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
        "<!-- end -->\n<!-- side support -->\n<style>*{display:none}</style>",
        '" onmouseover="alert(1)',
        "</section></main></body>",
    ],
)
def test_hostile_text_adds_no_element(text: str, audience: Audience) -> None:
    def tags(said: str) -> list[str]:
        brief = sample_brief([(*SAID[0][:3], said, None), *SAID[1:]], topic=f"Topic {said}")
        page = render_html(render_markdown(brief, audience), brief, audience)
        document = lxml.html.document_fromstring(page)
        assert not document.xpath("//script|//img|//@onerror|//@onmouseover|//@src")
        return [element.tag for element in document.iter()]

    assert tags(text) == tags("Tame.")


def test_hostile_names_and_ids_stay_text(brief: Brief, audience: Audience) -> None:
    def hostile(source: BriefSource) -> BriefSource:
        name = f'{source.id}"><script>|*x*'
        return source.model_copy(update={"label": name, "title": name, "authors": (name,)})

    evil = brief.model_copy(update={"sources": tuple(hostile(item) for item in brief.sources)})
    page = render_html(render_markdown(evil, audience), evil, audience)

    document = lxml.html.document_fromstring(page)
    assert not document.xpath("//script")
    assert len(document.find_class("sources")[0].findall(".//li")) == len(brief.sources)


def test_it_refers_to_nothing_outside(html: str) -> None:
    assert "url(" not in html
    assert "src=" not in html
    outside = html.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "http://" not in outside


def test_the_same_brief_gives_the_same_bytes(html: str, audience: Audience) -> None:
    brief = sample_brief()

    assert render_html(render_markdown(brief, audience), brief, audience) == html
