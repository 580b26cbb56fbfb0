"""Plain sentences whose side no reader misses: negation, concession, condition, comparison."""

import pytest

from tests.extraction.invented import TOLL, extract, stance_on


@pytest.mark.parametrize(
    "text",
    [
        "The toll may cost commuters money, but it clears the streets.",
        "Although the toll punishes the poor, the city should introduce it.",
        "Nobody can deny that the toll clears the streets.",
        "It is hard to deny that the toll clears the streets.",
        "There is no doubt that the toll clears the streets.",
        "Instead of building roads, the city should introduce a toll.",
        "Rather than scrap the toll, the city should fill the holes in the roads.",
        "Let us introduce the toll.",
        "The toll should have been introduced years ago.",
        "The council should not scrap the toll.",
        "The council should resist calls to scrap the toll.",
        "Far from punishing the poor, the toll helps them.",
        "The toll does not punish the poor.",
    ],
)
def test_read_as_for_it(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") == "support"


@pytest.mark.parametrize(
    "text",
    [
        "The toll might clear the streets, but it punishes the poor.",
        "Although the toll clears the streets, the city should not introduce it.",
        "There is little evidence that the toll clears the streets.",
        "It is far from clear that the toll clears the streets.",
        "The city should build bus lanes instead of a toll.",
        "Rather than introduce a toll, the city should build bus lanes.",
        "Let us scrap the toll.",
        "The toll should never have been introduced.",
        "The council should heed calls to scrap the toll.",
        "Do we really want a toll?",
        "The toll fails to clear the streets.",
        "The council must never introduce the toll.",
    ],
)
def test_read_as_against_it(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") == "oppose"


@pytest.mark.parametrize(
    "text",
    [
        "The city should introduce the toll only if trams run more often.",
        "I would support the toll if trams ran more often.",
        "Without better trams, the toll should not come.",
        "Introduce the toll, but not before the trams run.",
        "The city should introduce the toll, provided that the poor pay less.",
    ],
)
def test_read_as_conditional(text):
    record = extract(TOLL, text)

    assert "conditional" in {s.stance for s in record.statements}
    assert stance_on(record, "congestion-charge") not in {"support", "oppose"}
