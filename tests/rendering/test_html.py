"""The HTML: one complete document, its structure, its drawings, and nothing that acts."""

import itertools

import lxml.html
import pytest

from briefgen.models import Brief, BriefSource
from briefgen.rendering.audience import Audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
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
