"""Carets stand below the words that they mark, whatever the text and the width."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.explaining.drawing import underline
from briefgen.models.record import Passage

TEXT = "Although the levy is small, it would hurt the shops that sell to the old town."


def passage(text: str, words: str, offset: int = 0) -> Passage:
    """Return the words as a slice of the text, which begins at *offset* of its article."""
    start = text.index(words) + offset
    return Passage(start=start, end=start + len(words), quote=words)


def whole(text: str, offset: int = 0) -> Passage:
    return Passage(start=offset, end=offset + len(text), quote=text)


def marked(lines: list[str]) -> str:
    """Return what stands above carets, line by line."""
    found = []
    for text, carets in pairwise(lines):
        if set(carets) <= {" ", "^"} and "^" in carets:
            cells = zip(text, carets.ljust(len(text)), strict=False)
            found.append("".join(character for character, mark in cells if mark == "^"))
    return " ".join(found)


def test_one_line():
    lines = underline(whole(TEXT, 100), [passage(TEXT, "hurt", 100)], 90)

    assert lines == [
        "Although the levy is small, it would hurt the shops that sell to the old town.",
        "                                     ^^^^",
    ]


def test_little_context_of_a_long_sentence():
    text = f"{'Far before it. ' * 9}The levy hurts. {'Far behind it. ' * 9}"
    lines = underline(whole(text), [passage(text, "levy hurts")], 120)

    assert lines[0].startswith("… ")
    assert lines[0].endswith(" …")
    assert marked(lines) == "levy hurts"


def test_words_on_several_lines():
    words = [passage(TEXT, "levy is small"), passage(TEXT, "old town")]
    lines = underline(whole(TEXT), words, 30)

    assert max(map(len, lines)) <= 30
    assert marked(lines) == "levy is small old town"


def test_wide_and_combining_characters():
    """A caret for each column, not for each character."""
    text = "in 東京 the cafe\u0301 closed"
    lines = underline(whole(text), [passage(text, "東京"), passage(text, "cafe\u0301")], 60)

    assert lines[1] == "   ^^^^     ^^^^"


def test_line_breaks_in_the_text():
    text = "The levy\n   hurts\tthe shops."
    lines = underline(whole(text), [passage(text, "levy\n   hurts")], 60)

    assert lines[0] == "The levy hurts the shops."
    assert marked(lines) == "levy hurts"


@given(
    st.lists(st.sampled_from(["the", "levy", "hurts", "shops,", "old"]), min_size=1, max_size=60),
    st.data(),
    st.integers(min_value=20, max_value=100),
)
def test_the_marked_words_are_the_words(words, data, width):
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words) - 1, first + 6)))
    start = len(" ".join(words[:first])) + bool(first)
    wanted = " ".join(words[first : last + 1])
    lines = underline(
        whole(text), [Passage(start=start, end=start + len(wanted), quote=wanted)], width
    )

    assert marked(lines).split() == wanted.split()
    assert all(len(line) <= width for line in lines)


@given(st.text(min_size=1, max_size=80), st.data())
def test_any_text_can_be_drawn(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    lines = underline(whole(text), [Passage(start=start, end=end, quote=text[start:end])], 40)

    shown = "".join(lines)
    assert not any(unicodedata.category(character) == "Cc" for character in shown)
