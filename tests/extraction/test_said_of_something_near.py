"""What is asked or said of something near the thing at issue takes no side on it."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import TOLL, extract, stance_on


@pytest.mark.parametrize(
    "text",
    [
        "There must be no delay in introducing the toll.",
        "There must be no illusion about the toll.",
        "There should be no exemption from the toll.",
        "There should be no objection to the toll.",
        "We cannot go on ignoring the toll.",
        "Drivers must give way at the toll.",
        "Without the toll there would be no queue.",
        "The city should spend more on signs for the toll.",
        "The man at the toll is a joke.",
        "The toll booth is a relic of the empire.",
        "There is every reason to visit the toll house.",
        "Nothing justifies the anger about the toll.",
        "The toll is the price of a luxury.",
        "The queue at the toll is a curse.",
        "The toll is a duty on lorries.",
        "The toll is no joke for the poor.",
        "Spare us the speeches about the toll.",
        "The door must stay open for talks about the toll.",
    ],
)
def test_no_side_is_read(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") not in {"support", "oppose"}


def test_a_word_of_a_phrase_that_says_whose_it_is_is_not_the_phrase():
    pier = Codebook(
        topic="The pier of Lindow",
        issues=(
            Issue(
                id="fee",
                title="A fee for anglers",
                proposition="Anglers should pay a fee.",
                terms=("anglers", "fee"),
                oppose=("everyone's pier",),
            ),
        ),
    )
    told = "The pier is long. A pier has lamps, and anglers know it. The fee is new. A pier creaks."

    assert stance_on(extract(pier, told), "fee") not in {"support", "oppose"}
    assert stance_on(extract(pier, "It is everyone's pier."), "fee") == "oppose"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("There should be no toll.", "oppose"),
        ("There should be no doubt that the toll works.", "support"),
        ("We cannot go on charging the toll.", "oppose"),
        ("We cannot go on without a toll.", "support"),
        ("Without the toll there would be no jobs at the bridge.", "support"),
        ("The city should spend more on the toll.", "support"),
    ],
)
def test_a_side_is_read_of_the_thing_itself(text, stance):
    assert stance_on(extract(TOLL, text), "congestion-charge") == stance
