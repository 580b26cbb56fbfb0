"""The part on what changed: few words, the same for all sides, the rest counted."""

import re

import pytest

from briefgen.models import (
    Brief,
    Changes,
    CitedPassage,
    EarlierBrief,
    SourceChange,
    StanceChange,
    StanceChangeKind,
    SupportChange,
)
from briefgen.rendering.audience import Audience
from briefgen.rendering.markdown import render_markdown

STEPS: dict[StanceChangeKind, tuple[str | None, str | None]] = {
    "reversed": ("support", "oppose"),
    "qualified": ("support", "conditional"),
    "unqualified": ("conditional", "oppose"),
    "determined": ("unclear", "support"),
    "undetermined": ("oppose", "neutral"),
    "new": (None, "support"),
    "gone": ("oppose", None),
    "open": ("neutral", "unclear"),
}


def passage(text: str, source: str) -> CitedPassage:
    return CitedPassage(start=0, end=len(text), quote=text, source=source, statement=f"{source}:s1")


def step(kind: StanceChangeKind, source: str = "a1", **more: object) -> StanceChange:
    before, after = STEPS[kind]
    given = {
        "kind": kind,
        "issue": "tolls",
        "source": source,
        "before": before,
        "after": after,
        "then": passage("A toll is a border.", source) if before else None,
        "now": passage("A toll is fair.", source) if after else None,
        "same_article": False,
        **more,
    }
    return StanceChange.model_validate(given)


def changed(brief: Brief, audience: Audience, **changes: object) -> str:
    """Return the part, or nothing where the page has none."""
    since = EarlierBrief(
        evidence_sha256="0" * 64,
        evidence_date=str(changes.pop("date", "2031-04-01")),
        generator="briefgen 0.1.0",
        extractors=("lexical/1",),
        sources=5,
        dated=int(str(changes.pop("dated", 3))),
    )
    told = Changes.model_validate({"since": since, "is_recoded": False, **changes})
    page = render_markdown(brief.model_copy(update={"changes": told}), audience)
    return page.partition("<!-- changes -->")[2].partition("\n## Who stands where")[0]


def test_a_change_of_nothing_has_no_part(brief: Brief, audience: Audience):
    assert changed(brief, audience) == ""


@pytest.mark.parametrize("kind", STEPS)
def test_each_step_has_words_and_its_quotations(brief: Brief, audience: Audience, kind):
    part = changed(brief, audience, stances=(step(kind),))

    assert "**Tolls" in part
    assert "Straits Gazette [[1]" in part
    assert ("“A toll is a border.”" in part) == (STEPS[kind][0] is not None)
    assert ("“A toll is fair.”" in part) == (STEPS[kind][1] is not None)


def test_the_heading_names_the_date_only_where_it_is_another(brief: Brief, audience: Audience):
    stances = (step("reversed"),)

    assert "## What changed since 1 April 2031" in changed(brief, audience, stances=stances)
    for other in ({"date": brief.evidence_date}, {"dated": 2}):
        part = changed(brief, audience, stances=stances, **other)
        assert "## What changed since the last brief" in part


def test_changes_of_coding_alone_come_last(brief: Brief, audience: Audience):
    stances = (step("reversed", same_article=True), step("gone", "c3"))

    part = changed(brief, audience, stances=stances)

    assert part.index("Not taken up") < part.index("On the other side")
    assert part.count("the article is the same, coded otherwise") == 1


def test_the_rest_is_counted(brief: Brief, audience: Audience):
    part = changed(brief, audience, stances=[step("reversed", s) for s in ("a1", "b2", "c3", "e5")])

    assert len(re.findall(r"\*On the other side:\*", part)) == 3
    assert "One more change is in brief.json." in part


def test_a_long_passage_is_left_out_and_never_cut(brief: Brief, audience: Audience):
    long = passage("word " * 60 + "unless it rains.", "a1")

    part = changed(brief, audience, stances=(step("reversed", now=long),))

    assert "word" not in part
    assert "“A toll is a border.”" in part


def test_a_digest_is_paraphrased(brief: Brief, audience: Audience):
    digest = next(source.id for source in brief.sources if source.kind == "digest")

    part = changed(brief, audience, stances=(step("reversed", digest),))

    assert "A toll is fair. (digest)" in part
    assert "“" not in part


def test_sources_and_counts(brief: Brief, audience: Audience):
    came = SourceChange(kind="new", source="c3", label="x", published=None, positions=())
    went = [
        SourceChange(kind="gone", source=f"g{n}", label=f"Old *{n}*", published=None, positions=())
        for n in range(6)
    ]
    more = SupportChange(
        issue="tolls", stance="oppose", before=0, after=2, joined=(), left=(), then=(), now=()
    )

    part = changed(brief, audience, sources=(came, *went), support=(more,))

    assert "One is new [[3](#source-3)]; six are gone (Old \\*0\\*" in part
    assert "and two others)" in part
    assert "opposition 0\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}2." in part


def test_what_another_version_may_have_done_is_said(brief: Brief, audience: Audience):
    part = changed(brief, audience, stances=(step("reversed"),), is_recoded=True)

    assert "another version of the program" in part


def test_changes_that_name_what_the_brief_has_not_cost_nothing(brief: Brief, audience: Audience):
    """As a hand-made brief.json may."""
    part = changed(brief, audience, stances=(step("reversed", "zz"), step("gone")))

    assert "Not taken up" in part
    assert "On the other side" not in part
