"""The figures of agreement, against worked examples from the literature and by what must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.evaluation.reliability import (
    cohen_kappa,
    jackknife_interval,
    krippendorff_alpha,
    raw_agreement,
)

PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=30)


def pairs_of(table: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    """Return pairs of labels, each as often as the table says."""
    return [pair for pair, count in table.items() for _ in range(count)]


def test_kappa_of_two_by_two():
    """20 and 15 of 50 proposals agreed on: p_o .7, p_e .5 (a textbook's usual example)."""
    table = {("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}

    assert cohen_kappa(pairs_of(table)) == pytest.approx(0.4)


def test_kappa_of_three_diagnoses():
    """J. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), table 13.1."""
    table = {
        ("psychotic", "psychotic"): 75,
        ("psychotic", "neurotic"): 1,
        ("psychotic", "organic"): 4,
        ("neurotic", "psychotic"): 5,
        ("neurotic", "neurotic"): 4,
        ("neurotic", "organic"): 1,
        ("organic", "organic"): 10,
    }

    assert raw_agreement(pairs_of(table)) == pytest.approx(0.89)
    assert cohen_kappa(pairs_of(table)) == pytest.approx(0.676, abs=0.0005)


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        (["0100000010", "1110010000"], 0.095),
        (["aabbdcccedda", "babbbcccedd d".replace(" ", "")], 0.692),
        (["123321412...", "12332241 25.3".replace(" ", ""), ".33323422 51.".replace(" ", ""),
          "12332441 251.".replace(" ", "")], 0.743),
    ],
    ids=["two values", "five values", "four coders with gaps"],
)  # fmt: skip
def test_alpha_of_krippendorffs_examples(coders, alpha):
    """K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B and C."""
    units = [
        [coder[place] for coder in coders if coder[place] != "."] for place in range(len(coders[0]))
    ]

    assert krippendorff_alpha(units) == pytest.approx(alpha, abs=0.0005)


@given(PAIRS)
def test_the_order_of_the_coders_does_not_matter(pairs):
    turned = [(other, one) for one, other in pairs]

    for measure in (raw_agreement, cohen_kappa, krippendorff_alpha):
        assert measure(pairs) == pytest.approx(measure(turned))


@given(PAIRS, st.permutations("abcd"))
def test_the_names_of_the_labels_do_not_matter(pairs, names):
    other = dict(zip("abcd", names, strict=True))
    renamed = [(other[one], other[two]) for one, two in pairs]

    for measure in (raw_agreement, cohen_kappa, krippendorff_alpha):
        assert measure(pairs) == pytest.approx(measure(renamed))


@given(st.lists(st.sampled_from("abcd"), min_size=2).filter(lambda labels: len({*labels}) > 1))
def test_the_same_coder_twice_agrees_fully(labels):
    pairs = [(label, label) for label in labels]

    for measure in (raw_agreement, cohen_kappa, krippendorff_alpha):
        assert measure(pairs) == 1


@given(PAIRS)
def test_no_figure_is_above_one(pairs):
    for measure in (cohen_kappa, krippendorff_alpha):
        value = measure(pairs)
        assert value is None or -1 <= value <= 1


@pytest.mark.parametrize("pairs", [[], [("a", "a")], [("a", "a")] * 5])
def test_one_label_alone_says_nothing_beyond_chance(pairs):
    assert cohen_kappa(pairs) is None
    assert krippendorff_alpha(pairs) is None


def test_the_interval_of_a_share_is_that_of_a_mean():
    """With one pair a group, the jackknife's error of a mean is the usual one: s over root n."""
    groups = {str(n): [("a", "a" if n < 6 else "b")] for n in range(8)}

    low, high = jackknife_interval(groups, raw_agreement)

    error = (0.75 * 0.25 / 7) ** 0.5
    assert low == pytest.approx(0.75 - 2.365 * error)
    assert high == 1.0


def test_no_bound_lies_below_the_least_that_a_measure_can_be():
    groups = {str(n): [("a", "a" if n == 0 else "b")] for n in range(4)}

    assert jackknife_interval(groups, raw_agreement)[0] < 0
    assert jackknife_interval(groups, raw_agreement, lowest=0.0)[0] == 0


@pytest.mark.parametrize(
    "groups",
    [
        {"1": [("a", "b")], "2": [("a", "a")]},
        {str(n): [("a", "a")] for n in range(9)},
        {},
    ],
)
def test_no_interval_where_nothing_can_be_said(groups):
    assert jackknife_interval(groups, raw_agreement) is None
