"""What is asked of something beside the thing at issue takes no side on it."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import extract, stance_on

HARBOUR_TOWN = Codebook(
    topic="What a harbour town should allow, build and pay for",
    issues=(
        Issue(
            id="night-baking",
            title="Baking at night",
            proposition="Bakeries should be allowed to bake at night.",
            terms=("bakery", "bakeries", "night baking", "ovens"),
        ),
        Issue(
            id="theatre-grants",
            title="Grants for theatres",
            proposition="The town should end its grants for theatres.",
            terms=("grants", "theatres", "stage"),
        ),
        Issue(
            id="mill-filters",
            title="Filters for mills",
            proposition="The town should require mills to filter their waste water.",
            terms=("filters", "waste water"),
        ),
        Issue(
            id="bridge",
            title="A second bridge",
            proposition="The country should build a new road bridge over the river.",
            terms=("road bridge", "crossing"),
        ),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "The town should require bakeries to paint their doors.",
        "Bakeries should be required to paint their doors.",
        "The town should end its grants for stadiums.",
        "The town should require mills to plant hedges.",
        "The town should pay for new gates at its mills.",
        "The country should build new hospitals.",
        "The country should build a new library.",
        "The river should be mapped.",
        "The river wardens should be paid by the town.",
        "The town should stop mowing the banks of the river.",
        "Grants for stadiums are a disaster.",
    ],
)
def test_beside_the_thing_takes_no_side(text):
    record = extract(HARBOUR_TOWN, text)

    assert {stance_on(record, issue.id) for issue in HARBOUR_TOWN.issues} <= {None, "unclear"}


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ("The town should allow bakeries to bake at night.", "night-baking", "support"),
        ("The town should end its grants for theatres.", "theatre-grants", "support"),
        ("The town should end its grants for the stage.", "theatre-grants", "support"),
        ("The town should keep up its grants.", "theatre-grants", "oppose"),
        ("The town should require mills to filter their waste water.", "mill-filters", "support"),
        ("The country should build a new road bridge.", "bridge", "support"),
        ("The town should scrap the bridge.", "bridge", "oppose"),
        ("Grants should be cut to save money.", "theatre-grants", "support"),
        ("The country should build a crossing to spare the ferry.", "bridge", "support"),
        ("Grants for theatres are a disaster.", "theatre-grants", "support"),
    ],
)
def test_the_thing_itself_takes_one(text, issue, stance):
    assert stance_on(extract(HARBOUR_TOWN, text), issue) == stance
