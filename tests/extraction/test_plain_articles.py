"""What plain articles say in ordinary English, which rules made for op-eds once misread."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import extract, stance_on

QUAY = Codebook(
    topic="Cars on Lantern Quay",
    issues=(
        Issue(
            id="closing-the-quay",
            title="Closing the quay to cars",
            proposition="The town should close Lantern Quay to private cars.",
            terms=("Lantern Quay", "car-free", "close the quay", "through traffic"),
            support=("close it to cars", "room to stroll"),
            oppose=("keep it open to cars", "cut off the stalls"),
        ),
        Issue(
            id="trade-of-the-stalls",
            title="Trade of the stalls",
            proposition="Stalls on Lantern Quay lose trade when cars stay away.",
            terms=("stalls", "stallholders", "customers", "takings"),
            support=("customers stay away", "takings fall"),
            oppose=("takings rose", "more customers on foot"),
        ),
    ),
)
CLOSING, TRADE = "closing-the-quay", "trade-of-the-stalls"


@pytest.mark.parametrize(
    ("issue", "paragraphs", "stance"),
    [
        (TRADE, ["Takings fell by a fifth in six weeks."], "support"),
        (TRADE, ["Customers stayed away all winter."], "support"),
        (
            CLOSING,
            [
                "Whoever wants to close Lantern Quay to private cars has never sold a sofa.",
                "The town should keep it open to cars.",
            ],
            "oppose",
        ),
        (
            CLOSING,
            [
                "I would support closing the quay to cars provided that the lanes are protected.",
                "Otherwise the through traffic will simply move there.",
            ],
            "conditional",
        ),
        (CLOSING, ["The town should keep Lantern Quay open to cars."], "oppose"),
    ],
)
def test_a_plain_side_is_read(issue, paragraphs, stance):
    assert stance_on(extract(QUAY, *paragraphs), issue) == stance


@pytest.mark.parametrize(
    ("issue", "text"),
    [
        (TRADE, "Whether the stalls lose trade is a question that one summer can answer."),
        (TRADE, "If takings fall, open the quay again in October."),
        (CLOSING, "Those who would close Lantern Quay to cars have never sold a sofa."),
        (CLOSING, "The through traffic will simply move to the lanes."),
    ],
)
def test_what_is_asked_supposed_or_wanted_by_others_is_no_side(issue, text):
    assert stance_on(extract(QUAY, text), issue) not in {"support", "oppose"}


def test_a_place_that_is_open_to_cars_holds_no_view():
    record = extract(QUAY, "Lantern Quay Street is open to cars, and the stalls like it.")

    assert "Lantern Quay Street" not in {s.holder.name for s in record.statements if s.holder}


def test_a_phrase_of_words_from_two_texts_of_an_issue_says_something_of_its_own():
    """The customers are a term, and the proposition has staying away, of cars."""
    record = extract(QUAY, "The customers stay away.")

    assert stance_on(record, TRADE) == "support"
