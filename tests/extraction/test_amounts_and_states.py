"""How much is spent on a thing, what it is made, whether it costs nothing, and who is harmed."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import extract, stance_on

LINDOW = Codebook(
    topic="What the town of Lindow should pay for, allow and forbid",
    issues=(
        Issue(
            id="orchestra",
            title="The orchestra",
            proposition="The town should spend more on its orchestra.",
            terms=("orchestra", "concerts"),
        ),
        Issue(
            id="helmets",
            title="Helmets",
            proposition="Helmets for cyclists should be made compulsory.",
            terms=("helmets", "cycling"),
        ),
        Issue(
            id="library",
            title="The library",
            proposition="The library should be free for its readers.",
            terms=("library", "reading fees"),
        ),
        Issue(
            id="fireworks",
            title="Fireworks",
            proposition="Private fireworks should be banned.",
            terms=("fireworks", "rockets", "children"),
            support=("quiet for the animals",),
            oppose=("fun for the children",),
        ),
        Issue(
            id="lessons",
            title="Lessons on Saturdays",
            proposition="Schools should abolish lessons on Saturdays.",
            terms=("lessons", "Saturday", "pupils"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("issue", "text", "stance"),
    [
        ("orchestra", "The town should spend less on its orchestra.", "oppose"),
        ("orchestra", "The town must put more money into the orchestra.", "support"),
        ("orchestra", "Lindow spends too little on its orchestra.", "support"),
        ("orchestra", "Lindow spends far too much on its orchestra.", "oppose"),
        ("orchestra", "The orchestra is a joy.", None),
        ("helmets", "The council must make helmets compulsory.", "support"),
        ("helmets", "The council should make helmets voluntary again.", "oppose"),
        ("library", "The town should make the library free.", "support"),
        ("library", "The library must not be free.", "oppose"),
        ("library", "The library should charge reading fees.", "oppose"),
        ("fireworks", "The council should make fireworks illegal.", "support"),
        ("fireworks", "It would be a mistake not to ban fireworks.", "support"),
        ("fireworks", "There is no reason to ban fireworks.", "oppose"),
        ("fireworks", "There is every reason to ban fireworks.", "support"),
        ("fireworks", "Police should switch off the fireworks.", "support"),
        ("fireworks", "Nothing speaks against fireworks.", "oppose"),
        ("fireworks", "I have yet to hear a good argument for fireworks.", "support"),
        ("fireworks", "The case for fireworks rests on a mistake.", "support"),
        ("fireworks", "I for one want the fireworks.", "oppose"),
        ("fireworks", "I hope that the council throws out the fireworks.", "support"),
        ("fireworks", "The fireworks at the harbour are a mistake.", "support"),
        ("fireworks", "Banning the rockets hurts the shops.", "oppose"),
        ("fireworks", "Fireworks are the surest way to frighten and harm a dog.", "support"),
        ("lessons", "Abolishing the lessons would be a disservice to the pupils.", "oppose"),
    ],
)
def test_read_as(issue, text, stance):
    found = stance_on(extract(LINDOW, text), issue)

    assert (found if found in {"support", "oppose"} else None) == stance


@pytest.mark.parametrize(
    "text",
    [
        "Lindow is a disaster.",
        "The town is proud of its parks.",
        "The noise is much too small to account for the bats.",
        "We should make the case that the law is open.",
        "I hope that the weather holds.",
    ],
)
def test_no_side_is_read(text):
    record = extract(LINDOW, text)

    assert not {s.stance for s in record.stances.values()} & {"support", "oppose"}
