"""Which arguments say the same, on invented ones."""

import random

import pytest

from briefgen.likeness.arguments import TABLE_LIMIT, group_arguments
from briefgen.likeness.stems import collect_stems, list_stems

from .invented import ARGUMENTS, BY_POINT, PROPOSITION

TOPIC = collect_stems([PROPOSITION])


def points_of(groups, arguments=ARGUMENTS):
    return [{arguments[place][0] for place in group} for group in groups]


def test_no_two_points_fall_together():
    """And each point with several arguments is found."""
    groups = group_arguments([text for _, text in ARGUMENTS], TOPIC)

    assert all(len(points) == 1 for points in points_of(groups))
    assert set.union(*points_of(groups)) == {"air", "crowds", "rents"}


def test_most_of_a_point_is_found():
    groups = group_arguments([text for _, text in ARGUMENTS], TOPIC)
    largest = dict.fromkeys(BY_POINT, 0)
    for group in groups:
        point = ARGUMENTS[group[0]][0]
        largest[point] = max(largest[point], len(group))

    assert largest["air"] >= 4
    assert largest["crowds"] >= 3
    assert largest["rents"] >= 2


def test_two_that_share_no_word_are_alike_through_a_third():
    texts = [
        "Soot ruins the washing.",
        "Soot and smoke ruin the washing on every balcony.",
        "Smoke blackens each balcony.",
        "Oysters die below the anchors.",
        "Buses never stop at the northern pier.",
    ]

    assert not set(list_stems(texts[0])) & set(list_stems(texts[2]))
    assert group_arguments(texts, frozenset()) == [[0, 1, 2]]


def test_words_of_the_topic_make_nothing_alike():
    texts = ["The toll on yachts is theft.", "The toll on yachts empties the inns."]

    assert group_arguments(texts, frozenset()) == [[0, 1]]
    assert group_arguments(texts, collect_stems(["A toll on yachts"])) == []


def test_words_derived_from_the_topics_make_nothing_alike():
    texts = ["A subsidy is theft.", "Subsidies empty the inns."]

    assert group_arguments(texts, frozenset()) == [[0, 1]]
    assert group_arguments(texts, collect_stems(["Subsidised ferries"])) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mole crumbles each winter.", "THE MOLE CRUMBLED every winter!"),
        ("The pilot’s wage is a scandal.", "The pilot's wages are a scandal."),
    ],
)
def test_inflection_case_and_marks_do_not_count(one, other):
    assert group_arguments([one, other], frozenset()) == [[0, 1]]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["Tides."],
        ["", "of the and", "?!"],
        ["Gulls cry at night.", "Ropes fray in salt water."],
    ],
)
def test_nothing_alike_is_no_group(texts):
    assert group_arguments(texts, frozenset()) == []


def test_an_argument_given_twice_is_one_point():
    assert group_arguments(["Gulls cry at night."] * 3, frozenset()) == [[0, 1, 2]]


def planted(count: int) -> list[tuple[int, str]]:
    """Return arguments for eight points, each of its own vocabulary and with words of all."""
    chance = random.Random(7)
    common = [f"common{'abcdefghij'[n]}" for n in range(10)]
    arguments = []
    for number in range(count):
        point = number % 8
        own = chance.sample(
            [f"point{'abcdefgh'[point]}word{'abcdefghijkl'[n]}" for n in range(12)], 5
        )
        arguments.append((point, " ".join(own + chance.sample(common, 2))))
    return arguments


def test_a_group_too_large_to_compare_each_with_each():
    """What is not in the sample joins the point that it makes."""
    arguments = planted(5 * TABLE_LIMIT)
    groups = group_arguments([text for _, text in arguments], frozenset())

    assert len(groups) == 8
    assert all(len(points) == 1 for points in points_of(groups, arguments))
    assert sum(map(len, groups)) > 0.98 * len(arguments)


def test_what_a_sample_misses_is_found_in_the_next_round():
    """Six arguments among hundreds: too few for the sample, alike enough to be a point."""
    arguments = planted(4 * TABLE_LIMIT)
    rare = "The widow at the lighthouse sold her lamp oil at auction."
    texts = [text for _, text in arguments]
    places = [101, 102, 103, 205, 206, 207]
    for place in places:
        texts[place] = f"{rare} {texts[place].split()[-1]}"

    assert places in group_arguments(texts, frozenset())
