"""The web page as a file: whole, inert, the same each time, with the records' slices marked."""

import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import lxml.html
import pytest

from briefgen.auditing.run import AuditRequest, run_audit
from briefgen.errors import TemplateError
from briefgen.models import Statement
from briefgen.models.audit import PAGE_SIGN
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.places import default_search_path
from briefgen.rendering.webpage.claims import collect_claims, name_claim
from briefgen.rendering.webpage.escaping import escape_json, escape_text
from briefgen.rendering.webpage.page import render_webpage
from tests.rendering.webpage.conftest import Site, read_data
from tests.rendering.webpage.corpus import ATTACKS


@pytest.fixture
def document(site: Site) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(site.html())


def render(site: Site, audience: Audience | None = None) -> str:
    markdown = (site.folder / "executive.md").read_bytes().decode()
    audience = audience or load_audience("executive", default_search_path())
    return render_webpage(markdown, site.brief, audience, site.records, site.articles)


def read_text(element: lxml.html.HtmlElement) -> str:
    """Return an element's text without what the page adds to an article."""
    for added in element.xpath(".//a[contains(@class, 'claim')] | .//summary"):
        added.drop_tree()
    return element.text_content()


def test_the_same_evidence_gives_the_same_bytes(site: Site) -> None:
    assert render(site) == site.html()


def test_the_policy_allows_the_one_script_and_the_one_style_and_nothing_else(site: Site) -> None:
    html = site.html()
    policy = re.search(r'Security-Policy" content="([^"]*)"', html)[1]
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)

    def hash_of(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{hash_of(script)}';" in policy
    assert f"style-src 'sha256-{hash_of(style)}';" in policy
    assert "unsafe" not in policy
    assert len(re.findall("<script", html)) == 2  # the other one is data


def test_it_refers_to_nothing_outside_itself(document: lxml.html.HtmlElement, site: Site) -> None:
    assert document.xpath("//@src | //@style | //link/@href") == ["data:,"]
    assert document.xpath("//a[@href and not(starts-with(@href, '#'))]") == []
    assert "url(" not in site.html()
    assert "@import" not in site.html()


def test_every_link_within_the_page_leads_somewhere(document: lxml.html.HtmlElement) -> None:
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in document.xpath("//a/@href")} <= set(ids)
    described = document.xpath("//@aria-labelledby | //@aria-controls")
    assert set(described) <= set(ids)


def test_each_article_is_there_to_the_last_character(
    document: lxml.html.HtmlElement, site: Site
) -> None:
    """Labels and the words over furniture apart, the text of the page is the text of the file."""
    for source in site.brief.sources:
        (text,) = document.xpath(f"//article[@id='Article-{source.number}']/div")
        assert read_text(text) == site.articles[source.id].text


def test_what_is_marked_is_the_slice_of_the_record(
    document: lxml.html.HtmlElement, site: Site
) -> None:
    for claim in site.claims:
        pieces = document.xpath(f"//mark[contains(concat(' ', @data-c, ' '), ' {claim.number} ')]")
        words = "".join(piece.text_content() for piece in pieces)
        assert words == claim.statement.quote, claim.id
        (label,) = document.xpath(f"//a[@id='{claim.id}']")
        assert label.get("href") == f"#{claim.id}"


def test_furniture_is_folded_with_its_reason(document: lxml.html.HtmlElement, site: Site) -> None:
    number = next(source.number for source in site.brief.sources if source.id == "walks")
    folded = document.xpath(f"//article[@id='Article-{number}']//details")

    assert [each.xpath("string(p)") for each in folded] == [
        "Share this article",
        "Photo: A. Holm",
    ]
    assert all(re.match("Not part of the article: .", each.findtext("summary")) for each in folded)


def test_a_digest_is_shown_as_one(document: lxml.html.HtmlElement, site: Site) -> None:
    digests = {source.number for source in site.brief.sources if source.kind == "digest"}
    shown = document.xpath("//article[p[@class='digest']]/@data-source")

    assert digests
    assert {int(number) for number in shown} == digests


def test_an_article_adds_no_element_and_no_attribute(
    document: lxml.html.HtmlElement, site: Site
) -> None:
    """Every text that attacks is there, as text."""
    (mill,) = (source for source in site.brief.sources if source.id == "mill")
    (article,) = document.xpath(f"//article[@id='Article-{mill.number}']")
    tags = {element.tag for element in article.iter()}
    assert tags <= set("article h3 h4 p div a i b bdi mark details summary".split())
    names = {name for element in article.iter() for name in element.attrib}
    assert names <= set("class id href tabindex aria-labelledby data-source data-c".split())
    text = read_text(article)
    assert [attack for attack in ATTACKS if attack not in text] == []


def test_data_cannot_end_its_element() -> None:
    held = {"</script><!--": ["<script>", "\u2028\u2029&amp;"]}
    text = escape_json(held)

    assert json.loads(text) == held
    assert not set(text) & set("<>&\u2028\u2029")


def test_text_survives_a_parser_but_for_what_html_cannot_hold() -> None:
    text = "a\r\nb\rc & <d> \"e\" 'f' \u202e \ufeff"
    parsed = lxml.html.fragment_fromstring(
        f'<p title="{escape_text(text)}">{escape_text(text)}</p>'
    )

    assert parsed.text == text
    assert parsed.get("title") == text
    assert escape_text("\0 \ud800") == "\ufffd \ufffd"


def test_the_list_of_sources_leads_to_the_articles(document: lxml.html.HtmlElement) -> None:
    for item in document.xpath("//section[@class='sources']//li"):
        anchor = item.xpath(".//@id")[0]
        assert item.xpath(".//a[@class='whole']/@href") == [anchor.replace("source", "#Article")]


def test_it_says_which_markdown_it_shows_and_passes_the_audit(site: Site) -> None:
    markdown = (site.folder / "executive.md").read_bytes()
    assert PAGE_SIGN + hashlib.sha256(markdown).hexdigest() in site.html()

    report = run_audit(AuditRequest(brief=site.folder, settings=(), corpus=None, as_json=True))
    (page,) = json.loads(report.text)["pages"]
    (check,) = (each for each in page["checks"] if each["name"] == "stale-files")
    assert check["passed"]


def test_the_audit_does_not_take_an_article_for_the_page(site: Site, tmp_path: Path) -> None:
    """A quotation that is gone from the page is missed although its article holds it."""
    folder = tmp_path / "out"
    shutil.copytree(site.folder, folder)
    html = site.html()
    quotation = re.search(r"<blockquote>.*?</blockquote>\n?", html, re.DOTALL)[0]
    (folder / "executive.html").write_bytes(html.replace(quotation, "").encode())

    report = run_audit(AuditRequest(brief=folder, settings=(), corpus=None, as_json=True))
    (page,) = json.loads(report.text)["pages"]
    found = [each for each in page["findings"] if each["check"] == "stale-files"]
    assert "does not have the words of the page" in found[0]["message"]


def test_a_name_holds_whatever_else_changes(site: Site) -> None:
    """A new number, another place and other readings of the rest do not touch it."""
    claim = site.claims[3]
    moved = claim.statement.model_copy(update={"id": "mill:s99", "start": 7, "stance": "neutral"})
    source = next(s.id for s in site.brief.sources if claim in collect_claims(
        site.brief, site.records)[s.id])  # fmt: skip

    assert name_claim(source, moved) == claim.id
    assert re.fullmatch(r"c-[0-9a-f]{12}-[a-z-]+", claim.id)


def test_statements_with_the_same_words_have_names_of_their_own(site: Site) -> None:
    record = next(each for each in site.records if each.statements)
    twin: Statement = record.statements[0].model_copy(update={"id": f"{record.source.id}:s98"})
    doubled = record.model_copy(update={"statements": (*record.statements, twin)})
    found = collect_claims(site.brief, [doubled])[record.source.id]
    names = [claim.id for claim in found]

    assert len(names) == len(set(names)) == len(doubled.statements)
    assert sum(name.endswith(".2") for name in names) == 1


def test_the_script_is_given_every_statement(site: Site) -> None:
    data = read_data(site.html())
    names = [row[0] for row in data["claims"]]

    assert names == [claim.id for claim in site.claims]
    assert len(names) == sum(len(record.statements) for record in site.records)


def test_an_audience_may_add_to_the_style(site: Site, own_templates: Path) -> None:
    own = own_templates / "mine" / "web.css"
    own.write_text("h1 { letter-spacing: 0.01em; }\r\n", encoding="utf-8")
    audience = load_audience("mine", default_search_path([own_templates]))
    html = render(site, audience)

    assert "\nh1 { letter-spacing: 0.01em; }\n</style>" in html
    own.write_text("h1 { content: '</STYLE>' }", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"</style would end"):
        render(site, audience)
    own.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(TemplateError, match=r"web\.css: cannot be read"):
        render(site, audience)


def test_an_article_that_was_not_handed_over_is_said_to_be_missing(site: Site) -> None:
    markdown = (site.folder / "executive.md").read_bytes().decode()
    audience = load_audience("executive", default_search_path())
    html = render_webpage(markdown, site.brief, audience, site.records, {})

    assert html.count("The text of this source was not handed over.") == len(site.brief.sources)
    document = lxml.html.document_fromstring(html)
    assert {href[1:] for href in document.xpath("//a/@href")} <= set(document.xpath("//@id"))


def test_what_a_drawing_says_of_its_looks_moves_into_the_style(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The policy would refuse a style attribute; text that looks like one stays text."""
    drawing = '<figure class="chart"><b style="width: 3pt">a style=&quot;x&quot;</b></figure>'
    monkeypatch.setattr("briefgen.rendering.html.draw_part", lambda *_: drawing)
    html = render(site)

    assert '<b data-style="0">a style=&quot;x&quot;</b>' in html
    assert '[data-style="0"] { width: 3pt }' in html
