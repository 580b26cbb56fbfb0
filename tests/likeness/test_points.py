"""When two of a few arguments say the same, by themselves."""

import pytest

from briefgen.likeness.points import FEW, find_points
from briefgen.likeness.rarity import COMMON_SHARE, NEVER_COMMON, Rarity
from briefgen.likeness.stems import collect_stems, list_stems

from .invented import ARGUMENTS, PROPOSITION

TOPIC = collect_stems([PROPOSITION])
ELSEWHERE = tuple(
    f"Clause {number} of the charter names the {number} wardens." for number in range(60)
)
"""The rest of a corpus."""


def points(*texts, elsewhere=ELSEWHERE, topic=TOPIC):
    return find_points(texts, topic, Rarity((*texts, *elsewhere)))


def test_two_shared_words_make_a_point():
    texts = ("Dredging smothers the oyster beds.", "Oyster beds die of it.", "Inns stand empty.")

    assert points(*texts) == [[0, 1]]


def test_one_shared_word_does_not():
    assert points("Pilots fear for their wages.", "Pilots cannot see the quay at night.") == []


def test_a_long_argument_says_what_a_short_one_says():
    """With three words in common; two are a tenth of it."""
    short = "Dredging smothers the oyster beds."
    more = (
        "Whoever walks along the northern shore after a summer of dredging will meet fishermen who "
        "remember {} before the mayor signed the contract with the yard."
    )

    assert points(short, more.format("rich oyster beds")) == [[0, 1]]
    assert points(short, more.format("rich oyster stew")) == []


def test_what_all_the_corpus_speaks_of_is_not_shared():
    texts = ("Mayor Lund closed the inn.", "Mayor Lund opened a school.")
    elsewhere = tuple(f"Mayor Lund saw warden {number}." for number in range(60))

    assert points(*texts) == [[0, 1]]
    assert points(*texts, elsewhere=elsewhere) == []


def test_the_topics_words_are_not_shared():
    texts = ("The toll on yachts is theft.", "The toll on yachts empties the inns.")

    assert points(*texts, topic=frozenset()) == [[0, 1]]
    assert points(*texts, topic=collect_stems(["A toll on yachts"])) == []


def test_the_same_words_are_the_same_argument_however_few():
    assert points("Otters breed.", "The otter breeds!", "Otters.") == [[0, 1]]
    assert points("", "of the and") == []


def test_a_third_joins_where_it_is_like_most():
    """A chain of likenesses is no argument that all of them make."""
    one, two, three = (
        "Soot ruins washing.",
        "Soot ruins balconies gravely.",
        "Balconies gravely sag.",
    )

    assert points(one, two) == [[0, 1]]
    assert points(two, three) == [[0, 1]]
    assert len(points(one, two, three)[0]) == 2


def test_many_are_grouped_by_what_they_are_like_among_themselves():
    """Of the same arguments more are found, since others are like both."""
    texts = [text for _, text in ARGUMENTS]
    many = [*texts, *(f"Ask anybody: {text}" for text in texts)]

    def joined(groups):
        return sum(len({place % len(texts) for place in group}) - 1 for group in groups)

    assert len(texts) <= FEW < len(many)
    assert joined(points(*many)) > joined(points(*texts)) > 0


@pytest.mark.parametrize("count", [20, 400])
def test_a_word_is_common_by_its_share_save_in_a_small_corpus(count):
    most = max(NEVER_COMMON, int(COMMON_SHARE * count))
    others = count - 2 * most - 1
    rarity = Rarity(["Tide."] * (most + 1) + ["Ebb."] * most + ["Gull."] * others)
    tide, ebb = list_stems("tide ebb")

    assert rarity.is_common(tide)
    assert not rarity.is_common(ebb)
    assert rarity.weigh(tide) < rarity.weigh(ebb) < rarity.weigh("unknown")
