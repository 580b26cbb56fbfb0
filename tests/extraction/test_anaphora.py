"""'The plan' stands for the one proposal that is spoken of, and for nothing else."""

import pytest

from tests.extraction.invented import TOLL, extract

NAMED = "The congestion charge, a toll on the bridges, has been talked about for years."


def sides(*paragraphs):
    said = extract(TOLL, *paragraphs).statements
    return {s.issue: s.stance for s in said if s.stance in {"support", "oppose"}}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council should withdraw the plan.", "oppose"),
        ("The council should keep its bold plan.", "support"),
        ("The mayor's proposal ought to be dropped.", "oppose"),
    ],
)
def test_the_plan_is_the_proposal_named_before(text, stance):
    assert sides(NAMED + " " + text) == {"congestion-charge": stance}
    assert sides(NAMED, text) == {"congestion-charge": stance}


def test_of_two_proposals_it_is_the_one_named_last():
    buses = " More bus lanes for buses are talked about too."

    assert sides(NAMED + buses, "The council should drop the plan.") == {"bus-lanes": "oppose"}


def test_a_verdict_on_the_policy_counts_too():
    record = extract(TOLL, NAMED, "The policy is a mistake. The policy is a failure. " * 2)

    assert record.stances["congestion-charge"].stance == "oppose"


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The council should withdraw the plan.",),  # of which nothing is known
        (NAMED + " The council should withdraw a plan.",),  # some plan
        (NAMED, "It rained in Marrow.", "It snowed.", "The council should withdraw the plan."),
        (NAMED + ' "The council should withdraw the plan," she sang,',),  # somebody else's
    ],
)
def test_where_the_plan_may_be_another_no_side_is_seen(paragraphs):
    assert sides(*paragraphs) in ({}, {"congestion-charge": None})
