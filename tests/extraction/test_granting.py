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
