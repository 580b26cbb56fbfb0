"""Who moved: every changed stance once, from the one column to the other."""

import re

import lxml.html
import pytest

from briefgen.models import Brief, Changes, EarlierBrief, StanceChange
from briefgen.rendering.audience import Audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.moves_chart import draw_moves
from briefgen.rendering.stances import STANCE_STYLES
from tests.rendering.test_changes_part import STEPS, step


def moved(brief: Brief, *stances: StanceChange) -> Brief:
    since = EarlierBrief(
        evidence_sha256="0" * 64, evidence_date=None, generator="briefgen 0.1.0",
        extractors=("lexical/1",), sources=5, dated=0,
    )  # fmt: skip
    changes = Changes(since=since, is_recoded=False, stances=stances)
    return brief.model_copy(update={"changes": changes})


@pytest.mark.parametrize("kind", STEPS)
def test_an_arrow_leads_from_the_stance_before_to_that_of_now(brief: Brief, kind) -> None:
    drawing = lxml.html.fromstring(draw_moves(moved(brief, step(kind)), 12))
    before, after = STEPS[kind]

    (row,) = drawing.xpath("//tbody/tr/td/svg")
    words = row.findtext("./title")
    for stance, when in ((before, "before"), (after, "now")):
        meaning = STANCE_STYLES[stance].meaning if stance else "none found"
        assert f"{meaning} {when}" in words
    line = re.search(r'd="M([\d.]+) 6.25H([\d.]+)" stroke="#1A1A1A"', draw_moves(
        moved(brief, step(kind)), 12))  # fmt: skip
    assert line
    columns = ("oppose", "conditional", "support", "neutral", "unclear", None)
    is_right = columns.index(after) > columns.index(before)
    assert (float(line[2]) > float(line[1])) == is_right


def test_rows_stand_with_their_issue_and_the_rest_is_counted(brief: Brief) -> None:
    stances = [step("reversed", "a1", issue="tolls"), step("new", "b2", issue="fixed-link"),
               step("gone", "c3", issue="tolls"), step("open", "d4", issue="tolls")]  # fmt: skip
    drawing = lxml.html.fromstring(draw_moves(moved(brief, *stances), 3))

    heads = [text.strip() for text in drawing.xpath("//th[@class='group']/text()")]
    titles = {issue.id: issue.title for issue in brief.issues}
    assert heads == [titles["fixed-link"], titles["tolls"]]
    assert len(drawing.xpath("//tbody//td")) == 3
    assert "One more stance changed." in drawing.xpath("string(//figcaption)")


def test_a_change_of_coding_alone_is_dashed_and_said(brief: Brief) -> None:
    drawn = draw_moves(moved(brief, step("reversed", same_article=True)), 12)

    assert drawn.count("stroke-dasharray") == 2, "the row's and the key's"
    assert "the article is the same, coded otherwise." in drawn
    assert "stroke-dasharray" not in draw_moves(moved(brief, step("reversed")), 12)


def test_nothing_is_drawn_without_changes_or_with_a_limit_of_none(brief: Brief) -> None:
    assert draw_moves(brief, 12) == ""
    assert draw_moves(moved(brief, step("reversed")), 0) == ""


def test_the_page_has_the_table_and_html_the_drawing(brief: Brief, audience: Audience) -> None:
    changed = moved(brief, step("qualified"))
    markdown = render_markdown(changed, audience)

    assert re.search(
        r"\| Tolls[^|]* \| Straits Gazette \[\[1\][^|]*\| ● supports \| ◐ in part or under a cond",
        markdown,
    )
    page = lxml.html.document_fromstring(render_html(markdown, changed, audience))
    assert len(page.find_class("moves")) == 2, "the part and its figure"
    assert "supports before" in page.xpath("//figure//td/svg/title")[0].text
