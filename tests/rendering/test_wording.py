"""Counts, lists, dates and quotation marks."""

import pytest

from briefgen.rendering.stances import ACCENT, GREY_TEXT, INK, STANCE_STYLES, contrast
from briefgen.rendering.wording import (
    counted,
    date_range,
    in_quotation_marks,
    listing,
    long_date,
    shorten,
    start_sentence,
)


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("Plain.", "“Plain.”"),
        ("It's\n plain.", "“It's plain.”"),
        ('He said "no" twice.', '“He said "no" twice.”'),
        ("“All of it.”", "“All of it.”"),
        ('"All of it."', '"All of it."'),
        ("“One” and “two”", "““One” and “two””"),
        ("„Alles.“", "„Alles.“"),
        ("”", "“””"),
    ],
)
def test_quotation_marks_change_no_character_of_the_quotation(quote: str, printed: str) -> None:
    assert in_quotation_marks(quote) == printed


def test_counts_are_words_up_to_ten() -> None:
    assert [counted(n, "source", "sources") for n in (0, 1, 2, 10, 11)] == [
        "no sources", "one source", "two sources", "ten sources", "11 sources",
    ]  # fmt: skip


def test_lists_and_sentences() -> None:
    assert [listing(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c*"])] == [
        "", "a", "a and b", "a, b and c\\*",
    ]  # fmt: skip
    assert start_sentence("two") == "Two"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-05-03", "2031-06-18", "3 May to 18 June 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 to 2 January 2031"),
        ("2031-05-03", "2031-05-03", "3 May 2031"),
        (None, "2031-05", "May 2031"),
        ("2030", "2031", "2030 to 2031"),
        ("2031", "2031-05", "2031 to May 2031"),
        (None, None, None),
    ],
)
def test_date_ranges(first: str | None, last: str | None, words: str | None) -> None:
    assert date_range(first, last) == words


def test_what_is_no_date_stays() -> None:
    assert long_date("spring 2031") == "spring 2031"
    assert long_date("2031-13-01") == "2031-13-01"


def test_shortening_cuts_at_a_word() -> None:
    assert shorten("Notes from the fish hall", 16) == "Notes from the…"
    assert shorten("Short", 16) == "Short"
    assert shorten("Unbreakableword", 8) == "Unbreak…"


def test_shortening_keeps_the_opening_words_that_tell_untitled_texts_apart() -> None:
    assert shorten("Untitled “Ferry captains…”", 24) == "Untitled “Ferry…”"
    assert shorten("Untitled “Harbour masters…”", 24) == "Untitled “Harbour…”"
    assert shorten("Untitled “Harbour masters…”", 40) == "Untitled “Harbour masters…”"
    assert shorten("Untitled “Harbour masters…”", 12) == "Untitled…"


def test_text_colours_can_be_read_on_white() -> None:
    """WCAG 2 AA: 4.5:1."""
    colours = [style.colour for style in STANCE_STYLES.values()] + [ACCENT, GREY_TEXT, INK]

    assert all(contrast(colour) >= 4.5 for colour in colours)
    assert contrast(ACCENT, "#EFF2F6") >= 4.5


def test_each_stance_has_its_own_mark() -> None:
    marks = [style.mark for style in STANCE_STYLES.values()]

    assert len(set(marks)) == len(marks)
