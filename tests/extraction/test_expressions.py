"""Set expressions: plain words for and against a thing, none of them good, bad or a demand."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import TOLL, extract, stance_on

SUBSIDY = Codebook(
    topic="Coal in the state of Orland",
    issues=(
        Issue(
            id="subsidy",
            title="The coal subsidy",
            proposition="The state should end the coal subsidy.",
            terms=("coal subsidy", "subsidies"),
            support=("money down a mine",),
            oppose=("keeps the pits open",),
        ),
    ),
)
BIRDS = Codebook(
    topic="Windmills",
    issues=(
        Issue(
            id="birds",
            title="Windmills and birds",
            proposition="Windmills kill many birds.",
            terms=("windmill", "bird"),
            support=("birds die",),
            oppose=("cats kill more",),
        ),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "Marrow needs a congestion charge.",
        "What Marrow needs is a congestion charge.",
        "There is an urgent need for a congestion charge.",
        "It is time for a congestion charge.",
        "Voters should say yes to the toll.",
        "Yes to the congestion charge.",
        "There is no alternative to a congestion charge.",
        "The congestion charge is the only way to clear the air.",
        "We cannot do without a congestion charge.",
        "Without a congestion charge, the streets will choke.",
        "The council was right to propose a congestion charge.",
        "Let the congestion charge begin.",
        "The sooner the congestion charge comes, the better.",
        "A congestion charge pays for itself.",
        "I would vote for the toll.",
        "Nothing beats a congestion charge.",
        "The benefits of a congestion charge outweigh its costs.",
        "The critics of the congestion charge are wrong.",
        "Fears of a congestion charge are overblown.",
        "Marrow cannot breathe without a congestion charge.",
        "It is high time that Marrow introduced a congestion charge.",
        "Why not introduce a congestion charge?",
    ],
)
def test_plain_words_for_the_thing(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") == "support"


@pytest.mark.parametrize(
    "text",
    [
        "Marrow does not need a congestion charge.",
        "The last thing Marrow needs is a congestion charge.",
        "Nobody needs a congestion charge.",
        "There is no need for a congestion charge.",
        "This is no time for a congestion charge.",
        "Say no to the congestion charge.",
        "No to the congestion charge.",
        "No more congestion charges.",
        "There are better ways than a congestion charge.",
        "We can do without a congestion charge.",
        "Marrow would be better off without a congestion charge.",
        "A congestion charge solves nothing.",
        "A congestion charge would only push the traffic elsewhere.",
        "The congestion charge has no place in Marrow.",
        "The city was wrong to propose a congestion charge.",
        "It would be foolish to introduce a congestion charge.",
        "Keep the centre free of congestion charges.",
        "Drivers should not have to pay a congestion charge.",
        "The costs of a congestion charge outweigh its benefits.",
        "The promise of a congestion charge was a mirage.",
        "Every crown spent on a congestion charge is a crown not spent on trams.",
        "Marrow should forget about a congestion charge.",
        "Trams are cheaper than a congestion charge.",
        "Commuters fare better without a congestion charge.",
        "Who needs a congestion charge?",
    ],
)
def test_plain_words_against_the_thing(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") == "oppose"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nobody needs the coal subsidy.", "support"),
        ("No more coal subsidies.", "support"),
        ("The coal subsidy has to go.", "support"),
        ("The state would be better off without the coal subsidy.", "support"),
        ("We need the coal subsidy.", "oppose"),
        ("We cannot do without the coal subsidy.", "oppose"),
        ("It would be foolish to end the coal subsidy.", "oppose"),
        ("The state was wrong to end the coal subsidy.", "oppose"),
        ("Second, leave the coal subsidy alone.", "oppose"),
        ("Ending the coal subsidy solves nothing.", "oppose"),
    ],
)
def test_where_the_thing_is_to_end_words_for_it_oppose(text, stance):
    assert stance_on(extract(SUBSIDY, text), "subsidy") == stance


@pytest.mark.parametrize(
    "text",
    [
        "The mayor needs votes for the congestion charge.",
        "Some need the congestion charge explained to them.",
        "Do we need a congestion charge?",
        "The council has yet to say yes or no to the toll.",
        "Without the congestion charge the budget has to be written anew.",
    ],
)
def test_the_same_words_in_other_uses_take_no_side(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") in {None, "unclear"}


def test_little_harm_is_not_little_use():
    text = "A congestion charge does little harm to shops. It does little harm to cafés."

    assert stance_on(extract(TOLL, text), "congestion-charge") != "oppose"


def test_to_need_a_thing_says_nothing_of_a_fact_about_it():
    assert stance_on(extract(BIRDS, "We need windmills, and windmills need wind."), "birds") in {
        None,
        "unclear",
    }


def test_what_is_asked_for_in_one_breath_is_not_asked_of_the_next_thing():
    record = extract(TOLL, "Finish the bridge, and leave the congestion charge in the drawer.")

    assert stance_on(record, "congestion-charge") != "support"


def test_who_asks_why_is_not_read_as_asking_for_it():
    text = "Why should we introduce a congestion charge? What would a congestion charge be for?"

    assert stance_on(extract(TOLL, text), "congestion-charge") != "support"
