"""The statistics behind the suggestions, against values worked out by hand."""

import math

import pytest

from briefgen.authoring.keyness import PRIOR_SENTENCES, log_likelihood, log_odds_z


def test_log_odds_by_hand():
    prior = PRIOR_SENTENCES * 10 / 400
    here, there = 8 + prior, 2 + prior
    ratio = math.log(here / (100 + PRIOR_SENTENCES - here))
    ratio -= math.log(there / (300 + PRIOR_SENTENCES - there))

    z = log_odds_z(8, 2, inside_total=100, outside_total=300)

    assert z == pytest.approx(ratio / math.sqrt(1 / here + 1 / there))
    assert z > 2


def test_a_word_that_is_spread_evenly_sets_nothing_apart():
    assert abs(log_odds_z(25, 75, inside_total=100, outside_total=300)) < 0.01


def test_a_frequent_word_needs_less_of_a_difference():
    rare = log_odds_z(2, 2, inside_total=100, outside_total=300)
    frequent = log_odds_z(40, 40, inside_total=100, outside_total=300)

    assert frequent > rare > 0


def test_a_word_of_other_passages_counts_against():
    assert log_odds_z(1, 30, inside_total=100, outside_total=300) < 0


def test_a_word_that_never_occurs():
    assert log_odds_z(0, 0, inside_total=10, outside_total=10) == 0


def test_log_likelihood_by_hand():
    """Of 100 sentences 20 have the one, 10 the other, 8 both; 2 were to be expected."""
    observed, expected = (8, 12, 2, 78), (2, 18, 8, 72)
    wanted = 2 * sum(o * math.log(o / e) for o, e in zip(observed, expected, strict=True))

    assert log_likelihood(8, 20, 10, 100) == pytest.approx(wanted)


def test_words_that_avoid_each_other():
    assert log_likelihood(0, 20, 30, 100) < 0


def test_words_by_chance():
    assert log_likelihood(6, 20, 30, 100) == pytest.approx(0)
