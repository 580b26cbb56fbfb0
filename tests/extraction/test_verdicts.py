"""What a sentence finds good or bad about a thing that it names, in many constructions."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import TOLL, extract

BRIDGES = Codebook(
    topic="Bridges of Marrow",
    issues=(
        Issue(
            id="swing-bridge",
            title="The swing bridge",
            proposition="The town should build the swing bridge.",
            terms=("swing bridge", "bridge keeper"),
            support=(),
            oppose=(),
        ),
    ),
)
AGAIN = " The swing bridge is what the council debates."
"""A second naming, so that the article addresses the issue."""


def side_of(text):
    """Return the sign of what the sentence says of the swing bridge, from the stance of an article
    that says it three times over.
    """
    record = extract(BRIDGES, *[text] * 3, AGAIN.strip())
    stance = record.stances["swing-bridge"].stance
    return {"support": 1, "oppose": -1}.get(stance, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Everyone gains from the swing bridge.",
        "The report lists the benefits of the swing bridge.",
        "Thanks to the swing bridge the harbor is safe.",
        "The swing bridge, mocked by the boatmen, is turning out to be a success.",
        "There is nothing wrong with the swing bridge.",
        "The best answer is a swing bridge.",
        "There is a good case for the swing bridge.",
        "The swing bridge would solve the problem.",
        "The swing bridge has paid off.",
        "The swing bridge does more good than harm.",
        "Nobody is harmed by the swing bridge.",
        "Scrapping the swing bridge would be a mistake.",
        "The swing bridge is anything but dangerous.",
        "The folly of scrapping the swing bridge is plain.",
    ],
)
def test_a_good_word(text):
    assert side_of(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "No one gains from the swing bridge.",
        "The auditors described the dangers of the swing bridge.",
        "Because of the swing bridge, boats are failing to land.",
        "The swing bridge, praised by the smiths, is turning out to be a failure.",
        "The trouble with the swing bridge is its keeper.",
        "The problem is the swing bridge.",
        "There is no case for the swing bridge.",
        "The case for the swing bridge is weak.",
        "The swing bridge will not solve the problem.",
        "The swing bridge does more harm than good.",
        "The swing bridge could not have come at a worse time.",
        "I see little merit in the swing bridge.",
        "Scrapping the swing bridge would be wise.",
        "The swing bridge is anything but safe.",
        "It was the swing bridge that ruined the harbor.",
        "It is not true that the swing bridge helps.",
        "The swing bridge is not worth the trouble.",
    ],
)
def test_a_bad_word(text):
    assert side_of(text) == -1


@pytest.mark.parametrize(
    "text",
    [
        "Doubt in the swing bridge makes good theatre.",  # said of the doubt
        "The problem with all this swing bridge talk is its length.",  # of the talk
        "The engineers would remedy the flaws of the swing bridge.",  # mends, does not judge
        "The swing bridge should suffer the same delays as the rest.",  # a wish
        "The council spoke of swing bridge costs in spring.",  # names a sum
        "Working swing bridge designs were shown.",  # "working" praises nothing
        "The swing bridge harms to the piers were listed.",  # the harms, not what it does
    ],
)
def test_words_that_are_said_of_something_else(text):
    assert side_of(text) == 0


def test_who_names_the_harmed_says_more():
    plain = extract(BRIDGES, "The swing bridge hurts.", AGAIN.strip()).stances["swing-bridge"]
    whom = extract(BRIDGES, "The swing bridge hurts commuters.", AGAIN.strip())
    named = whom.stances["swing-bridge"]

    assert plain.stance == named.stance == "oppose"
    assert plain.confidence < named.confidence


def test_what_only_stands_before_a_thing_takes_no_side_alone():
    beside = extract(BRIDGES, "The harmful swing bridge opens in May.", AGAIN.strip())

    assert beside.stances["swing-bridge"].stance == "unclear"


DOER = "Holm's swing bridge was drawn up in a week. "


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Holm's stubborn strategy has been vindicated. Holm was right.", 1),
        ("Holm's stubborn strategy is failing. Holm was wrong.", -1),
        ("Holm was not right. Holm's gamble is a disaster.", -1),
        ("Vane's stubborn strategy has been vindicated. Vane was right.", 0),  # not the doer
        ("Holm's brother has been vindicated. Holm was ill.", 0),  # not about the deed
    ],
)
def test_who_praises_or_blames_the_doer_takes_a_side(text, side):
    record = extract(BRIDGES, DOER + AGAIN.strip(), text, text)
    stance = record.stances["swing-bridge"].stance

    assert {"support": 1, "oppose": -1}.get(stance, 0) == side


def test_who_imposes_a_thing_is_its_doer_and_who_is_quoted_on_it_is_not():
    imposed = extract(
        BRIDGES, "Last spring Holm imposed the swing bridge." + AGAIN, "Holm was right. " * 3
    )
    quoted = extract(
        BRIDGES,
        "Last spring Holm did not build the swing bridge." + AGAIN,
        "Holm was right. " * 3,
    )

    assert imposed.stances["swing-bridge"].stance == "support"
    assert quoted.stances["swing-bridge"].stance == "unclear"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The toll scheme is a disgrace. The toll plan is a costly mistake.", "oppose"),
        ("The toll that was passed in May is a disgrace. It is a tax on commuters.", "oppose"),
        ("The “toll” status quo that was never voted on is dangerous and unfair.", "oppose"),
        ("The toll on lorries is here to stay, and that is how it should be.", None),
    ],
)
def test_what_is_said_behind_a_noun_or_a_clause_that_hangs_on_the_thing(text, side):
    record = extract(TOLL, text)
    found = [s.stance for s in record.statements if s.stance in {"support", "oppose"}]
    own = record.stances.get("congestion-charge")

    assert (own.stance if own is not None and own.stance != "unclear" else None) == side, found
