"""A brief says how much of it a person has checked."""

import re

from briefgen.models import Brief, ReviewReport
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.matrix_chart import draw_matrix

TICK = re.compile(r'<path d="M[\d.]+ [\d.]+l1\.4 1\.7l2\.6 -4"')


def test_the_method_counts_what_was_checked(markdown):
    assert "5 of 16 stances were confirmed or corrected by a person; one stance follows from" in (
        markdown
    )


def test_the_source_list_tells_the_reviewed_from_the_unreviewed(markdown):
    assert "1204 words; reviewed.\n" in markdown
    assert "388 words; reviewed in part (1 of 5 stances).\n" in markdown
    assert markdown.count("words; not reviewed.\n") == 3


def test_the_matrix_ticks_what_was_checked(brief, markdown):
    assert markdown.count(" ✓ |") == 5
    assert "; ✓ checked by a person" in markdown
    drawn = draw_matrix(brief)
    assert len(TICK.findall(drawn)) == 5 + 1  # and the key
    assert drawn.count(": supports (checked by a person)</title>") == 2
    assert "Tolls: supports (checked by a person)" in drawn


def test_corrections_that_do_not_fit_are_named_and_cannot_act(markdown, html):
    assert "not there any more:* a1 (statements\\[4\\], M. \\*Sand\\*)." in markdown
    assert "the article changed:* e5 (stances\\[2\\], M. \\*Sand\\*)." in markdown
    assert "a1 (statements[4], M. *Sand*)." in html


def test_without_a_review_nothing_is_ticked(brief: Brief, audience):
    bare = brief.model_copy(update={"review": ReviewReport(stances=16)})

    markdown = render_markdown(bare, audience)

    assert "No person has reviewed its coding." in markdown
    assert "✓" not in markdown
    assert "Corrections" not in markdown
    assert not TICK.search(render_html(markdown, bare, audience))
