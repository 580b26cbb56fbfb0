"""What is said twice, in words: arguments that others make too, texts that ran twice."""

import pytest

from briefgen.models import Brief, KeyPoint, SameText, Source
from briefgen.rendering.audience import Audience
from briefgen.rendering.markdown import quotations, render_markdown

POINT = KeyPoint(statement="a1:s1", behind=("d4:s2",), sources=("a1", "d4"))


def with_point(brief: Brief, point: KeyPoint, shown: tuple[str, ...]) -> Brief:
    """Give the support of the first issue a key point, and say which statements are shown."""
    issue, *others = brief.issues
    first, *rest = issue.positions
    first = first.model_copy(update={"key_points": (point,), "shown": shown})
    issue = issue.model_copy(update={"positions": (first, *rest)})
    return brief.model_copy(update={"issues": (issue, *others)})


def test_the_other_sources_of_an_argument_stand_behind_its_quotation(
    brief: Brief, audience: Audience
) -> None:
    markdown = render_markdown(with_point(brief, POINT, ("a1:s1",)), audience)

    (line,) = [line for line in markdown.splitlines() if line.startswith("> “The strait needs")]
    assert line.endswith('[[1](#source-1 "a1:s1")]; also source [[4](#source-4 "d4:s2")]')


def test_a_quotation_is_told_from_the_sources_that_are_named_behind_it(
    brief: Brief, audience: Audience
) -> None:
    """Of a verbatim source, and of a digest, whose words have no marks."""
    verbatim = quotations(render_markdown(with_point(brief, POINT, ("a1:s1",)), audience))
    digest = quotations(render_markdown(with_point(brief, POINT, ("d4:s2",)), audience))

    assert (verbatim[0].statement, verbatim[0].number) == ("a1:s1", 1)
    assert (digest[0].statement, digest[0].number, digest[0].is_digest) == ("d4:s2", 4, True)
    assert digest[0].text == brief.statements["d4:s2"].quote


def test_several_sources_are_counted_in_the_plural(brief: Brief, audience: Audience) -> None:
    point = KeyPoint(
        statement="a1:s1", behind=("a1:s6", "d4:s2", "b2:s3"), sources=("a1", "d4", "b2")
    )
    markdown = render_markdown(with_point(brief, point, ("a1:s1",)), audience)

    assert "; also sources [[2](#source-2" in markdown


def test_a_source_that_is_quoted_itself_is_not_named_again(
    brief: Brief, audience: Audience
) -> None:
    markdown = render_markdown(with_point(brief, POINT, ("a1:s1", "d4:s2")), audience)

    assert "; also source" not in markdown


@pytest.fixture
def reprinted(brief: Brief) -> Brief:
    source = Source(
        id="z9",
        path="articles/z9.txt",
        outlet="The Wire",
        title="Dig *now*, says <b>Okafor</b>",
        published="2031-05-09",
        authors=("Ines Okafor",),
    )
    differs = ("title", "outlet", "published", "text")
    same = SameText(source=source, of="a1", differs=differs, share=0.72, own_share=0.1)
    return brief.model_copy(update={"same_texts": (same,)})


def test_a_reprint_is_named_beside_the_source_that_counts(
    reprinted: Brief, audience: Audience
) -> None:
    markdown = render_markdown(reprinted, audience)

    (line,) = [line for line in markdown.splitlines() if 'id="source-1"' in line]
    assert (
        "The same text, not counted again: The Wire, 9 May 2031, under the title “Dig \\*now\\*, "
        "says \\<b>Okafor\\</b>” (about seven tenths of it, with passages of its own)."
    ) in line
    assert "Okafor" not in line.partition("The Wire")[2].partition("under the title")[0]


def test_the_head_says_that_a_text_counts_once(reprinted: Brief, audience: Audience) -> None:
    head = render_markdown(reprinted, audience).partition("<!-- end -->")[0]
    twice = reprinted.model_copy(update={"same_texts": reprinted.same_texts * 2})
    plural = render_markdown(twice, audience).partition("<!-- end -->")[0]

    assert "What five sources say" in head
    assert "One more article has the same text as one of these and is not counted again" in head
    assert (
        "Two more articles have the same text as one of these and are not counted again" in plural
    )


@pytest.mark.parametrize(
    ("share", "own", "words"),
    [
        (1.0, 0.0, "(all of it)"),
        (0.99, 0.01, "(all of it)"),
        (0.97, 0.0, "(nearly all of it)"),
        (0.88, 0.0, "(nearly all of it)"),
        (0.5, 0.0, "(about five tenths of it)"),
        (1.0, 0.3, "(all of it, with passages of its own)"),
    ],
)
def test_how_much_of_the_text_there_is(
    reprinted: Brief, audience: Audience, share: float, own: float, words: str
) -> None:
    (same,) = reprinted.same_texts
    same = same.model_copy(update={"share": share, "own_share": own, "differs": ()})
    markdown = render_markdown(reprinted.model_copy(update={"same_texts": (same,)}), audience)

    assert f"The same text, not counted again: articles/z9.txt {words}." in markdown
