"""Blocks account for every character, whatever the text."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.ingest.furniture import mark_paragraphs
from briefgen.ingest.paragraphs import split_markdown, split_plain
from tests.ingest.conftest import PROSE
from tests.ingest.test_furniture import LAYOUTS

LINES = sorted({line for lines, _ in LAYOUTS.values() for line in lines})
ANY_TEXT = st.text(max_size=60)
SITE_TEXT = st.lists(st.sampled_from([*LINES, *PROSE, "", "> q", "- x", "# H", "```", "==="]))
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", " \n\t\n", "\x0b", "\x85", " "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.one_of(SITE_TEXT, st.lists(ANY_TEXT), st.lists(st.sampled_from(LINES))))
    return "".join(piece + draw(BREAKS) for piece in pieces)


@settings(max_examples=300)
@given(texts(), st.booleans())
def test_blocks_are_sorted_disjoint_and_leave_only_white_space(text: str, markdown: bool) -> None:
    split = split_markdown if markdown else split_plain

    blocks = mark_paragraphs(split(text), text).blocks

    position = 0
    for block in blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip()
        assert block.kind != "furniture" or block.reason
        position = block.end
    assert not text[position:].strip()


def test_importing_the_path_type_is_all_the_doors_need(tmp_path: Path) -> None:
    """A path that is relative, with a leading dash, is read like any other."""
    from briefgen.ingest import read_article_file

    path = tmp_path / "-x.txt"
    path.write_text("\n\n".join(PROSE), encoding="utf-8")

    assert read_article_file(path).source.id == "-x"


def test_an_article_without_a_title_keeps_its_first_words_for_naming_it(read):
    untitled = read("The pilots have waited for the new quay since the great flood of 2019.")
    titled = read("---\ntitle: The quay\n---\n\nThe pilots have waited for it.", name="b.md")

    assert untitled.source.opening == "The pilots have waited for the new quay"
    assert titled.source.opening is None
