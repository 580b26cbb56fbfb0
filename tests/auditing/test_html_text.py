"""A page in HTML holds the words of the page in Markdown, whatever articles say in it."""

from briefgen.auditing.html_text import compare_with_html
from briefgen.auditing.page import read_page
from briefgen.rendering.audience import load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.places import default_search_path
from tests.rendering.sample_brief import sample_brief

COMMITTEE = load_audience("committee", default_search_path())


def test_hostile_text_is_the_same_in_both():
    brief = sample_brief()
    markdown = render_markdown(brief, COMMITTEE)

    html = render_html(markdown, brief, COMMITTEE)

    assert list(compare_with_html(read_page(markdown, "committee.md"), html)) == []
    assert "javascript:alert" in html  # as text: that it was compared


def test_a_word_more_or_less_is_found_with_its_line():
    brief = sample_brief()
    markdown = render_markdown(brief, COMMITTEE)
    html = render_html(markdown, brief, COMMITTEE).replace("Nobody in the fish hall", "Some there")

    ((message, line),) = compare_with_html(read_page(markdown, "committee.md"), html)

    assert "Nobody in the fish hall" in message
    assert "Nobody in the fish hall" in markdown.split("\n")[line - 1]
