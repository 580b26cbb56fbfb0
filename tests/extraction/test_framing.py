"""How a sentence argues shows its side, whatever its words name; and where that must not count."""

import pytest

from tests.extraction.invented import TOLL, TRAINS, WOLVES, extract, statement_with

NAMED = "The congestion charge, a toll on the bridges, has been talked about for years in Marrow. "
"""Makes the paragraph one on the congestion charge."""


def stance_of_second(text, *, opening=NAMED, codebook=TOLL, issue="congestion-charge"):
    record = extract(codebook, opening + text)
    said = [s for s in record.statements if s.issue == issue and s.start >= len(opening) - 1]
    return said[0].stance if said else None


@pytest.mark.parametrize(
    "text",
    [
        "Critics warn that the shops will empty, but the shops of Fenwick are full.",
        "Vote yes on it.",
        "It is awkward for some, but better a fee at the bridge than a stroke at sixty.",
        "It deserves another try in spring.",
        "The council could begin in spring, and it should.",
        "The council should do the same as Fenwick and begin in spring.",
        "By shelving it again, the mayor has left the lungs of Marrow to themselves.",
        "Leave things as they are and the queue will reach the sea.",
        "The rush that the traders feared never came in Fenwick.",
        "The cameras are ugly and the forms are slow, but a street that nobody can cross is worse.",
    ],
)
def test_a_sentence_that_argues_for_the_change(text):
    assert stance_of_second(text) == "support"


@pytest.mark.parametrize(
    "text",
    [
        "Supporters promise quiet streets, yet the streets of Fenwick are as loud as ever.",
        "Make people pay at the bridge, and the bakers will move to the next town.",
        "The council should vote down the plan.",
        "I will be voting no, and so should my neighbours.",
        "The bill deserves to fail.",
        "The council should fix the trams instead of charging nurses for going to work.",
        "However noble its purpose, it takes from those who start before dawn.",
        "A camera on a bridge is no substitute for a tram.",
        "There is nothing fair about a bridge that only the rich can cross.",
        "A second tram line would do more for the old town than any camera.",
    ],
)
def test_a_sentence_that_argues_against_the_change(text):
    assert stance_of_second(text) == "oppose"


@pytest.mark.parametrize(
    "text",
    [
        "It is worth trying, but only if the trams run until midnight.",
        "In the old town it makes sense; in the suburbs, where no tram goes, it does not.",
        "I could live with it, provided that nurses go free.",
        "It must go hand in hand with trams that run at night.",
        "It alone will not be enough to clear the air of Marrow.",
    ],
)
def test_agreement_in_part_or_under_a_condition(text):
    assert stance_of_second(text) == "conditional"


@pytest.mark.parametrize(
    "text",
    [
        "Critics warn of empty shops, while supporters hope for quiet streets.",
        "Critics warn of empty shops.",
        "Supporters promise quiet streets, and the mayor has called them to the hall.",
        "Will the council vote it down, or will it wait until spring?",
        "Keep to the left on the bridge.",
        "The cameras will stand there for as long as the council likes.",
    ],
)
def test_a_dispute_that_is_only_told_takes_no_side(text):
    assert stance_of_second(text) not in {"support", "oppose", "conditional"}


def test_who_is_quoted_frames_nothing_for_the_author():
    record = extract(
        TOLL, NAMED + '"Make people pay and the bakers will move away," said the baker Ida Holm.'
    )

    assert record.stances["congestion-charge"].stance == "unclear"


def test_a_frame_counts_where_one_proposal_is_spoken_of_and_not_two():
    both = "The congestion charge and more bus lanes for the buses were in one paper. "

    assert stance_of_second("The council should vote down the plan.", opening=both) != "oppose"


def test_a_frame_says_nothing_where_the_proposition_states_a_fact():
    grazing = "Hill farming and sheep have wolves for neighbours in the Arden hills. "

    assert stance_of_second(
        "The council should vote down the plan.",
        opening=grazing,
        codebook=WOLVES,
        issue="livestock-harm",
    ) not in {"support", "oppose"}


def test_the_side_is_the_changes_also_where_the_change_takes_something_away():
    fees = "The track access fee is a track fee that is older than most wagons. "
    record = extract(TRAINS, fees + "The ministry should vote down the plan.")

    assert statement_with(record, "vote down").stance == "oppose"
