"""What an author grants the other side, and conditions that are lists."""

import pytest

from tests.extraction.invented import TOLL, TRAINS, extract, stance_on, statement_with

FOR_TOLL = "The city should introduce a congestion charge. A congestion charge clears the streets."
AGAINST = "The city must not introduce a congestion charge. It is a tax on commuters."


@pytest.mark.parametrize(
    ("side", "granted", "words"),
    [
        (
            FOR_TOLL,
            "Although it would bring risks for the small shops, a congestion charge would pay for "
            "the trams.",
            "risks for the small shops",
        ),
        (
            FOR_TOLL,
            "To be sure, the congestion charge would be a burden in the first year. But the "
            "trams would come.",
            "a burden in the first year",
        ),
        (
            AGAINST,
            "While it may be good for the air, a congestion charge would empty the market.",
            "good for the air",
        ),
    ],
)
def test_a_good_or_bad_word_against_the_authors_side_is_granted(side, granted, words):
    record = extract(TOLL, side, granted)

    assert stance_on(record, "congestion-charge") in {"support", "oppose"}
    assert statement_with(record, words).kind == "concession"


@pytest.mark.parametrize(
    "words",
    [
        "Although it would help the small shops, a congestion charge would also pay for the trams.",
        "While it would not be called a gift by anyone, a congestion charge would be close to one.",
        "A congestion charge brings risks for the small shops, and nobody says so.",
        "Although the winters bring risks for the poor, a congestion charge would pay for trams.",
    ],
)
def test_what_speaks_for_the_authors_side_or_of_something_else_grants_nothing(words):
    record = extract(TOLL, FOR_TOLL, words)

    assert stance_on(record, "congestion-charge") == "support"
    assert statement_with(record, words[:30]).kind != "concession"


def test_without_a_side_nothing_is_granted():
    words = "Although it would bring risks for the small shops, a congestion charge is discussed."
    record = extract(TOLL, words)

    assert statement_with(record, "risks for the small shops").kind != "concession"


def test_a_condition_goes_on_to_the_end_of_its_list():
    record = extract(
        TRAINS,
        "The state railway should run more night trains only if the ministry pays for warm beds, "
        "better food for all guards, and new kitchens in the dining cars.",
    )
    ((condition,),) = {statement.conditions for statement in record.statements}

    assert condition.quote == (
        "only if the ministry pays for warm beds, better food for all guards, and new kitchens in "
        "the dining cars"
    )


def test_a_condition_ends_where_the_main_clause_begins():
    record = extract(
        TRAINS,
        "Unless the ministry pays for the beds, the state railway should not run night trains, "
        "and the guards should stay at home.",
    )
    (condition,) = statement_with(record, "Unless").conditions

    assert condition.quote == "Unless the ministry pays for the beds"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council is ready for a congestion charge.", "support"),
        ("The minister was ready to address the congestion charge.", "unclear"),
        ("Marrow was ready to discuss the congestion charge.", "unclear"),
    ],
)
def test_who_is_ready_to_discuss_a_thing_does_not_want_it(text, stance):
    record = extract(TOLL, text)

    assert [s.stance for s in record.statements if s.issue == "congestion-charge"] == [stance]


@pytest.mark.parametrize(
    "aside",
    [
        "as it has done before, and as nobody regrets",
        "as the mayor promised to do in spring",
        "Mara Holt called it a gift",
    ],
)
def test_a_demand_goes_on_to_the_condition_behind_an_aside(aside):
    """What stands behind the second dash is the author's again."""
    demand = "The city should introduce a congestion charge"
    condition = "provided that the buses come first"
    record = extract(TOLL, f"{demand} — {aside} — {condition}.")
    issue = "congestion-charge"
    own = [s for s in record.statements if s.holder is None and s.issue == issue]

    assert [(s.quote, s.stance, [c.quote for c in s.conditions]) for s in own] == [
        (f"{demand} — {aside} — {condition}.", "conditional", [condition])
    ]
    assert all(condition not in s.quote for s in record.statements if s.holder is not None)


def test_a_report_that_runs_on_behind_a_dash_of_its_own_keeps_its_end():
    record = extract(TOLL, "Mara Holt said that the toll — dear as it is — clears the streets.")

    assert {s.holder.name for s in record.statements if "clears" in s.quote and s.holder} == {
        "Mara Holt"
    }
