"""The Markdown of the executive brief: its words, and that every quotation is its slice.

Refresh the golden file after a wanted change: ``BRIEFGEN_REFRESH=1 pytest tests/rendering``.
"""

import os
import re
from pathlib import Path

import pytest

from briefgen.models import Brief
from briefgen.rendering.audience import Audience
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.markdown import quotations, render_markdown
from briefgen.rendering.wording import in_quotation_marks
from tests.rendering.sample_brief import SAID, sample_brief

GOLDEN = Path(__file__).with_name("executive.md")


def test_the_executive_brief_reads_as_before(markdown: str) -> None:
    if os.environ.get("BRIEFGEN_REFRESH"):
        GOLDEN.write_text(markdown, encoding="utf-8")

    assert markdown == GOLDEN.read_text(encoding="utf-8"), "BRIEFGEN_REFRESH=1 pytest accepts it"


def test_every_quotation_equals_its_slice(markdown: str, brief: Brief) -> None:
    found = quotations(markdown)
    kinds = {source.id: source.kind for source in brief.sources}
    numbers = {source.id: source.number for source in brief.sources}

    assert len(found) >= 15
    for quotation in found:
        slice_ = brief.statements[quotation.statement].quote
        source = quotation.statement.rpartition(":")[0]
        assert quotation.number == numbers[source]
        assert quotation.is_digest == (kinds[source] == "digest")
        expected = squeeze(slice_) if quotation.is_digest else in_quotation_marks(slice_)
        assert quotation.text == expected


def test_every_side_that_the_brief_holds_is_shown(markdown: str, brief: Brief) -> None:
    cited = {quotation.statement for quotation in quotations(markdown)}

    for issue in brief.issues:
        for position in issue.positions:
            assert cited & set(position.shown), (issue.id, position.stance)


def test_no_side_gets_more_quotations_than_the_limit(
    markdown: str, brief: Brief, audience: Audience
) -> None:
    cited = [quotation.statement for quotation in quotations(markdown)]

    for issue in brief.issues:
        for position in issue.positions:
            shown = [id_ for id_ in position.shown if id_ in cited]
            assert len(shown) == min(len(position.shown), audience.settings.limits.quotations)
    assert "one more passage in the records" in markdown


def test_citations_lead_to_the_source_list(markdown: str, brief: Brief) -> None:
    cited = {int(number) for number in re.findall(r"\]\(#source-(\d+)", markdown)}
    anchors = {int(number) for number in re.findall(r'<a id="source-(\d+)"></a>', markdown)}

    assert cited == anchors == {source.number for source in brief.sources}


def test_what_failed_what_is_empty_and_what_is_missing_is_said(markdown: str) -> None:
    assert "articles/f6.html (the page holds no article)" in markdown
    assert "One article could not be used" in markdown
    assert "No source was found to oppose this." in markdown
    assert "None of the five sources addresses it." in markdown
    assert "two undated" in markdown


def test_a_brief_without_dates_says_so(brief: Brief, audience: Audience) -> None:
    undated = brief.model_copy(update={"evidence_date": None, "evidence_from": None})

    assert "No source is dated" in render_markdown(undated, audience)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- end -->\n<!-- side support -->\n# Heading\n\n> quoted [1](#source-1)",
        '*[x](#source-9)* — *Outlet* [[1](#source-1 "a1:s1")]',
        "{{ topic }} {% for x in y %} [^1] `code` ● | a | b |",
    ],
)
def test_hostile_text_changes_nothing_but_its_own_quotation(text: str, audience: Audience) -> None:
    issue, source, stance, _, condition = SAID[0]
    hostile = sample_brief([(issue, source, stance, text, condition), *SAID[1:]])
    tame = sample_brief([(issue, source, stance, "Tame.", condition), *SAID[1:]])

    there = quotations(render_markdown(hostile, audience))
    expected = quotations(render_markdown(tame, audience))

    assert [item.statement for item in there] == [item.statement for item in expected]
    assert there[0].text == in_quotation_marks(text)
    assert there[1:] == expected[1:]


def test_a_hostile_topic_stays_a_heading(audience: Audience) -> None:
    markdown = render_markdown(sample_brief(topic="*Peace* <b>now</b>\n<!-- end -->"), audience)

    assert "\n# \\*Peace\\* \\<b>now\\</b> \\<!-- end -->\n" in markdown
