"""Links both ways between citations and sources, and the contents list."""

import re

import lxml.html
import pytest

from briefgen.models import Brief
from briefgen.rendering.audience import load_audience
from briefgen.rendering.layout import make_parser
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.page_links import link_page
from briefgen.rendering.places import default_search_path

PAGE = """\
<!-- masthead -->

# Tolls

<!-- end -->
<!-- in-brief -->

## In brief

1. Two sources agree [[1](#source-1 "a:s1"), [2](#source-2)], one more than once [[1](#source-1)].

<!-- end -->

## The issues

### The bridge

It pays [[2](#source-2)].

## Sources

1. <a id="source-1"></a>**The Harbour Post.**
2. <a id="source-2"></a>**Quay News.**
3. <a id="source-3"></a>**Nobody cites it.**
"""


def _html(markdown: str = PAGE) -> str:
    parser = make_parser()
    return str(parser.renderer.render(link_page(parser.parse(markdown)), parser.options, {}))


def test_each_citation_has_a_name_and_says_where_it_leads() -> None:
    html = _html()

    assert re.findall(r'id="(cite-\d+-\d+)"', html) == [
        "cite-1-1", "cite-2-1", "cite-1-2", "cite-2-2",
    ]  # fmt: skip
    assert 'title="a:s1" class="cite"' in html or 'class="cite"' in html
    assert html.count('aria-label="Source 1"') == 2


def test_a_source_leads_back_once_for_each_part_that_cites_it() -> None:
    items = re.findall(r"<li id=.*?</li>", _html(), re.DOTALL)

    assert [re.search(r'id="([\w-]+)"', item)[1] for item in items] == [  # type: ignore[index]
        "source-1", "source-2", "source-3",
    ]  # fmt: skip
    assert re.findall(r'href="(#cite[\w-]+)" aria-label="([^"]+)">(\w+)<', items[0]) == [
        ("#cite-1-1", "Back to In brief", "a"),
    ]
    assert re.findall(r'href="(#cite[\w-]+)" aria-label="([^"]+)">(\w+)<', items[1]) == [
        ("#cite-2-1", "Back to In brief", "a"),
        ("#cite-2-2", "Back to The bridge", "b"),
    ]
    assert "cite-" not in items[2]


def test_every_link_within_the_page_leads_somewhere() -> None:
    html = _html()
    targets = set(re.findall(r'id="([^"]+)"', html))

    assert set(re.findall(r'href="#([^"]+)"', html)) <= targets
    assert len(re.findall(r'id="([^"]+)"', html)) == len(targets)


def test_the_contents_list_stands_behind_the_summary_and_nests() -> None:
    html = _html()
    listed = html[html.index('<section class="contents added">') : html.index("The issues</h2>")]

    assert html.index("In brief</h2>") < html.index("Contents</h2>") < html.index("The issues</h2>")
    assert re.findall(r">([\w ]+)</a>", listed) == [
        "In brief", "The issues", "The bridge", "Sources",
    ]  # fmt: skip
    assert re.search(
        r"The issues</a><ul>\s*<li><a[^>]*>The bridge</a></li></ul></li>", _tight(listed)
    )
    assert listed.count("<ul>") == listed.count("</ul>") == 2
    assert listed.count("<li>") == listed.count("</li>") == 4


def test_a_contents_list_of_the_template_is_the_only_one() -> None:
    own = PAGE.replace(
        "## The issues", "<!-- contents -->\n\n## Contents\n\n<!-- end -->\n\n## The issues"
    )

    assert _html(own).count("Contents</h2>") == 1


def test_a_short_page_has_no_contents_list() -> None:
    assert "contents" not in _html("# Tolls\n\n## One\n\nText.\n")


def test_a_page_without_summary_or_masthead_stays_as_it_is() -> None:
    assert "contents" not in _html("## One\n\n## Two\n\n## Three\n")


def _tight(html: str) -> str:
    return re.sub(r">\s+<", "><", html)


def test_a_source_from_which_the_template_leads_back_gets_no_letters() -> None:
    page = (
        "## Tolls\n\nSaid so [[1](#source-1)] and so [[2](#source-2)].\n\n## Sources\n\n"
        '1. <a id="source-1"></a>The Lamp. Stands under [Tolls](#tolls).\n'
        '2. <a id="source-2"></a>The Post.\n'
    )
    parser = make_parser()
    html = parser.renderer.render(link_page(parser.parse(page)), parser.options, {})
    lamp, post = lxml.html.document_fromstring(html).xpath("//li")

    assert not lamp.find_class("back")
    assert len(post.find_class("back")) == 1


@pytest.mark.parametrize("name", ["committee", "annex"])
def test_every_part_behind_a_template_s_contents_list_stands_in_it(name: str, brief: Brief) -> None:
    page = render_markdown(brief, load_audience(name, default_search_path()))
    listed, parts = page.split("## Contents", 1)[1].split("<!-- end -->", 1)

    headings = [line[3:] for line in parts.splitlines() if line.startswith("## ")]
    assert len(headings) >= 4
    assert [each[1] for each in re.finditer(r"^- \[(.+?)\]", listed, re.MULTILINE)] == headings
