"""The Markdown of a brief: its words, and that every quotation is its slice.

Refresh the golden files after a wanted change: ``BRIEFGEN_REFRESH=1 pytest tests/rendering``.
"""

import os
import re
from pathlib import Path

import pytest

from briefgen.models import Brief
from briefgen.rendering.audience import Audience, load_audience
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.markdown import quotations, render_markdown
from briefgen.rendering.places import default_search_path
from briefgen.rendering.wording import in_quotation_marks
from tests.rendering.sample_brief import SAID, sample_brief

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["executive", "committee", "public", "annex"])
def test_each_audience_reads_as_before(name: str, brief: Brief) -> None:
    markdown = render_markdown(brief, load_audience(name, default_search_path()))
    golden = GOLDEN / f"{name}.md"
    if os.environ.get("BRIEFGEN_REFRESH"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(markdown, encoding="utf-8")

    assert markdown == golden.read_text(encoding="utf-8")


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
    assert "No passage on it was found in the five sources." in markdown
    assert "two undated" in markdown


def test_a_brief_without_dates_says_so(brief: Brief, audience: Audience) -> None:
    undated = brief.model_copy(update={"evidence_date": None, "evidence_from": None})

    assert "No source is dated" in render_markdown(undated, audience)


def test_few_dated_sources_do_not_date_the_evidence(brief: Brief, audience: Audience) -> None:
    """Three of five sources date it; one does not, however exact its date."""
    one = tuple(
        source if source.number == 1 else source.model_copy(update={"published": None})
        for source in brief.sources
    )
    markdown = render_markdown(brief.model_copy(update={"sources": one}), audience)

    assert "evidence as of" in render_markdown(brief, audience)
    assert "One of five sources is dated" in markdown
    assert "evidence as of" not in markdown


def test_more_passages_counts_all_that_are_not_printed(brief: Brief, audience: Audience) -> None:
    """Also those that synthesis allotted no place."""
    issue = brief.issues[0]
    short = issue.positions[0].model_copy(update={"shown": issue.positions[0].shown[:1]})
    changed = issue.model_copy(update={"positions": (short, *issue.positions[1:])})
    markdown = render_markdown(
        brief.model_copy(update={"issues": (changed, *brief.issues[1:])}), audience
    )

    part = markdown.partition(f"### {issue.title}")[2].partition("\n### ")[0]
    assert "one more passage in the records" in part


@pytest.mark.parametrize(
    ("issue", "row", "said"),
    [
        ("fixed-link", True, "*No passage in the author's own words.*"),
        ("tolls", False, ":* One passage in the records.\n"),
    ],
)
def test_a_stance_without_the_authors_words_says_so(
    brief: Brief, audience: Audience, issue: str, row: bool, said: str
) -> None:
    """A side in its column; of sources without a side, the passages are counted."""
    issues = tuple(
        each.model_copy(
            update={
                "positions": tuple(
                    p.model_copy(update={"shown": ()})
                    if p.stance == ("oppose" if row else "unclear")
                    else p
                    for p in each.positions
                )
            }
        )
        if each.id == issue
        else each
        for each in brief.issues
    )
    markdown = render_markdown(brief.model_copy(update={"issues": issues}), audience)

    assert markdown.count(said) == 1


def test_sources_that_name_an_issue_in_passing_are_not_called_silent(markdown: str) -> None:
    part = markdown.partition("### Tolls")[2].partition("\n### ")[0]

    assert "*Named, no view found:* [[5](#source-5)]; no passage found in [[4](#source-4)]" in part
    assert "one in passing · one without" in part
    assert "one names it in passing [[1](#source-1)] and two show no passage on it" in markdown


def test_views_without_a_side_are_cited_and_their_holders_not_named(markdown: str) -> None:
    """Where the side is not plain, who holds what often is not either."""
    line = next(line for line in markdown.splitlines() if "side not determined:*" in line)

    assert line.startswith("*Reported, side not determined:* [[5](#source-5 ")
    assert "mayor" not in line


def test_an_untaken_side_is_not_called_unopposed_where_sides_are_undetermined(
    brief: Brief, audience: Audience
) -> None:
    tolls = brief.issues[3]
    kept = tuple(p for p in tolls.positions if p.stance != "support")
    issues = (*brief.issues[:3], tolls.model_copy(update={"positions": kept}), *brief.issues[4:])
    markdown = render_markdown(brief.model_copy(update={"issues": issues}), audience)

    assert (
        "*Support:* No source was found to support this; the side of one is not determined."
        in markdown
    )


def test_one_side_alone_is_named_with_its_sources_only(markdown: str) -> None:
    assert (
        "only support could be made out on **Ferry service in the meantime**"
        " [[3](#source-3), [4](#source-4), [5](#source-5)]"
    ) in markdown


@pytest.mark.parametrize(
    ("kind", "few_sides", "words"),
    [
        ("shared", False, "the sources whose side is clear agree"),
        ("few", True, "few sides determined."),
        ("single", True, "one source takes a side"),
        ("divide", True, "few sides determined, and those divide"),
        ("lean", False, "the sources lean to one side"),
        ("lean", True, "few sides determined."),
    ],
)
def test_the_words_of_a_point_follow_its_kind(
    brief: Brief, audience: Audience, kind: str, few_sides: bool, words: str
) -> None:
    point = brief.in_brief[2].model_copy(update={"kind": kind, "few_sides": few_sides})
    markdown = render_markdown(brief.model_copy(update={"in_brief": (point,)}), audience)

    assert f"in the meantime: {words}" in markdown


def test_recommendations_stand_by_addressee_then_the_rest(markdown: str, brief: Brief) -> None:
    part = markdown.partition("## What the sources ask for")[2].partition("<!-- end -->")[0]
    labels = re.findall(r"^\*(.+?):\*", part, re.MULTILINE)

    assert labels == ["Of the ministry", "Of no one named"]
    for item in brief.recommendations:
        slice_ = squeeze(brief.statements[item.statement].quote)
        assert slice_ in part
        assert f'"{item.statement}"' in part


def test_a_source_has_no_more_recommendations_than_the_limit(
    brief: Brief, audience: Audience
) -> None:
    limits = audience.settings.limits.model_copy(update={"recommendations": 1})
    settings = audience.settings.model_copy(update={"limits": limits})
    part = render_markdown(brief, audience.model_copy(update={"settings": settings}))

    asked = part.partition("## What the sources ask for")[2].partition("<!-- end -->")[0]
    assert "a1:s81" in asked
    assert "a1:s20" not in asked


def test_the_method_names_the_issues_with_unequal_words(brief: Brief, audience: Audience) -> None:
    issue, source, stance, text, condition = SAID[13]
    longer = f"{text[:-1]}, " + "and the harbour would pay for it " * 5 + "as well."
    said = [*SAID[:13], (issue, source, stance, longer, condition), *SAID[14:]]
    markdown = render_markdown(sample_brief(said), audience)

    assert "more than twice as long as the other's on Tolls." in markdown
    assert "more than twice as long" not in render_markdown(brief, audience)


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
