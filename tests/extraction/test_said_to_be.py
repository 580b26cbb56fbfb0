"""What a thing is said to be, propositions for a change or about a name, and what justifies one."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import TOLL, extract, holders_of, stance_on

LINDOW = Codebook(
    topic="What the town of Lindow should change, keep and close",
    issues=(
        Issue(
            id="ferry",
            title="The ferry",
            proposition="The town should pay for a ferry.",
            terms=("ferry", "ferries"),
        ),
        Issue(
            id="charter",
            title="The harbour charter",
            proposition="The harbour charter should be reformed.",
            terms=("harbour charter", "charter rules"),
        ),
        Issue(
            id="hall",
            title="The Hall of Masters",
            proposition="The Hall of Masters should be abolished.",
            terms=("Hall of Masters", "guild rights"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("issue", "text", "stance"),
    [
        ("ferry", "The ferry is a joke.", "oppose"),
        ("ferry", "The ferry has become a drag on the town.", "oppose"),
        ("ferry", "The ferry is a costly luxury that nobody asked for.", "oppose"),
        ("ferry", "The ferry is not a luxury.", "support"),
        ("ferry", "The ferry is a lifeline for the islands.", "support"),
        ("ferry", "The ferry is no necessity.", "oppose"),
        ("ferry", "The ferry is unacceptable.", "oppose"),
        ("ferry", "A ferry is desirable.", "support"),
        ("ferry", "The ferry is ill-conceived.", "oppose"),
        ("ferry", "There should be no ferry.", "oppose"),
        ("ferry", "The figures do not justify a ferry.", "oppose"),
        ("ferry", "The traffic alone justifies a ferry.", "support"),
        ("ferry", "Every crown that is spent on the ferry comes back three times over.", "support"),
        ("ferry", "The ferry is worth every penny.", "support"),
        ("ferry", "We should pull the plug on the ferry.", "oppose"),
        ("ferry", "Prices fall, and the ferry must give way.", "oppose"),
        ("ferry", "Without the ferry there would be no jobs on the islands.", "support"),
        ("ferry", "The door must stay open for a ferry.", "support"),
        ("hall", "The sooner the last Hall of Masters is closed, the better.", "support"),
        ("charter", "The harbour charter works.", "oppose"),
        ("charter", "The harbour charter is no longer fit for purpose.", "support"),
        ("charter", "The harbour charter is too rigid and unfair.", "support"),
        ("charter", "Hands off the harbour charter.", "oppose"),
        ("charter", "We should reform the harbour charter.", "support"),
        ("charter", "Reforming the harbour charter would help the fishermen.", "support"),
        ("charter", "A reform of the harbour charter would be a mistake.", "oppose"),
        ("hall", "The Hall of Masters must go.", "support"),
        ("hall", "The Hall of Masters is a relic.", "support"),
        ("hall", "The Hall of Masters is a safeguard.", "oppose"),
        ("hall", "To abolish the Hall of Masters would be to betray the charter.", "oppose"),
    ],
)
def test_read_as(issue, text, stance):
    assert stance_on(extract(LINDOW, text), issue) == stance


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is a luxury hotel now.",
        "The captain of the ferry told a joke.",
        "On the ferry there was a duty officer.",
        "The reform of the school in the harbour was a miracle of patience.",
    ],
)
def test_no_side_is_read(text):
    record = extract(LINDOW, text)

    assert not {s.stance for s in record.stances.values()} & {"support", "oppose"}


def test_who_protects_against_a_thing_takes_no_stand_on_it():
    record = extract(
        TOLL, "The city met. Twelve citizens are the best protection against the toll."
    )

    assert not [s for s in record.statements if s.holder is not None]


def test_who_is_driven_back_backs_nothing():
    record = extract(LINDOW, "A toll on the ferry would drive traders back to the old road.")

    assert holders_of(record, "old road") <= {None}
