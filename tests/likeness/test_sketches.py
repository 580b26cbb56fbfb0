"""Which texts are the same, on texts made of invented words."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.likeness.sketches import SKETCH_SIZE, compare_sketches, sketch_text
from briefgen.models import TextSketch

SYLLABLES = "ba de fi go lu mer nas pol ruk tin vo wex".split()


def make_words(seed: int, count: int) -> list[str]:
    """Return a text in the order of a language's: few words often, most seldom."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(400)]
    weights = [1 / (rank + 1) for rank in range(400)]
    return chance.choices(vocabulary, weights, k=count)


def compare(one: list[str], other: list[str]):
    return compare_sketches(sketch_text([" ".join(one)]), sketch_text([" ".join(other)]))


ARTICLE = make_words(1, 900)
BOILERPLATE = make_words(2, 45)


def replace_words(words: list[str], every: int) -> list[str]:
    return [f"{word}x" if place % every == 0 else word for place, word in enumerate(words)]


@pytest.mark.parametrize(
    "copy",
    [
        ARTICLE,
        ARTICLE[:600],
        ARTICLE[:420] + BOILERPLATE,
        ARTICLE[60:],
        make_words(3, 12) + ARTICLE + BOILERPLATE,
        replace_words(ARTICLE, 12),
    ],
    ids=["as it is", "cut", "cut by half with a note", "without its lead", "framed", "edited"],
)
def test_a_copy_is_the_same_text(copy):
    assert compare(ARTICLE, copy).is_same
    assert compare(copy, ARTICLE).is_same


@pytest.mark.parametrize(
    "other",
    [
        make_words(4, 900),
        make_words(5, 800) + ARTICLE[100:220],
        ARTICLE[:90] + make_words(6, 900),
        make_words(7, 700) + ARTICLE[:300],
    ],
    ids=["another", "with a long quotation", "with a quoted lead", "a third quoted"],
)
def test_another_article_is_another_text(other):
    assert not compare(ARTICLE, other).is_same


def test_an_article_that_quotes_a_short_one_in_full_is_a_text_of_its_own():
    overlap = compare(ARTICLE[:110], make_words(8, 700) + ARTICLE[:110])

    assert overlap.of_first > 0.9
    assert not overlap.is_same


def test_line_breaks_case_and_marks_do_not_count():
    one = sketch_text(
        ["The pilot’s boat, at last,", "came home: late and without oars on the tide."]
    )
    other = sketch_text(
        ["THE PILOT'S BOAT at last came home – late", "and without oars on the tide"]
    )

    assert one == other


def test_very_short_texts_are_the_same_only_if_all_is():
    short = ARTICLE[:20]

    assert compare(short, short).is_same
    assert not compare(short, ARTICLE[:19]).is_same
    assert not compare(ARTICLE[:3], ARTICLE[:3]).is_same  # not one run of four words


@given(st.integers(0, 10**6), st.integers(300, 1500), st.floats(0, 1))
@settings(max_examples=40)
def test_shares_are_estimated_within_a_few_hundredths(seed, count, part):
    """Against the exact shares; the standard error of a share of 256 is 0.03 at the most."""
    one = make_words(seed, count)
    cut = int(part * count)
    other = one[:cut] + make_words(seed + 1, count - cut)

    overlap = compare(one, other)

    runs, others = ({tuple(text[p : p + 4]) for p in range(len(text) - 3)} for text in (one, other))
    assert overlap.of_first == pytest.approx(len(runs & others) / len(runs), abs=0.15)
    assert overlap.of_second == pytest.approx(len(runs & others) / len(others), abs=0.15)


def test_a_sketch_stays_small():
    sketch = sketch_text([" ".join(make_words(9, 20_000))])

    assert sketch.runs > 10_000
    assert len(sketch.smallest) <= 4 * -(-4 * SKETCH_SIZE // 3)


@pytest.mark.parametrize("smallest", ["", "no base64!", "AAAA", "é"])
def test_a_sketch_that_cannot_be_read_is_like_nothing(smallest):
    broken = TextSketch(runs=900, smallest=smallest)

    assert not compare_sketches(broken, broken).is_same
    assert not compare_sketches(broken, sketch_text([" ".join(ARTICLE)])).is_same
