"""Plain sentences whose side no reader misses: negation, concession, condition, comparison."""

import pytest

from briefgen.models import Codebook, Issue
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


PESTICIDES = Codebook(
    topic="Farming in Orland",
    issues=(
        Issue(
            id="ban",
            title="A pesticide ban",
            proposition="Orland should ban pesticides.",
            terms=("pesticides", "bees", "spraying"),
            support=("bees are dying",),
            oppose=("harvests would shrink",),
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ban pesticides now.", "support"),
        ("I support a ban on pesticides.", "support"),
        ("I am in favour of the ban on pesticides.", "support"),
        ("We need a ban on pesticides.", "support"),
        ("Orland should get rid of pesticides.", "support"),
        ("It is time to stop spraying.", "support"),
        ("There should be fewer pesticides.", "support"),
        ("I oppose a ban on pesticides.", "oppose"),
        ("I am against banning pesticides.", "oppose"),
        ("Do not ban pesticides.", "oppose"),
        ("The government must drop the ban on pesticides.", "oppose"),
        ("There is no alternative to pesticides.", "oppose"),
        ("Farmers cannot do without pesticides.", "oppose"),
    ],
)
def test_where_a_ban_is_asked_for_words_for_the_ban_and_for_the_thing_part(text, stance):
    assert stance_on(extract(PESTICIDES, text), "ban") == stance


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("It is a myth that the toll punishes the poor.", "support"),
        ("Only fools believe that the toll clears the streets.", "oppose"),
    ],
)
def test_what_only_fools_believe_is_not_the_authors_view(text, side):
    assert stance_on(extract(TOLL, text), "congestion-charge") == side


POLITICS = Codebook(
    topic="Politics in Orland",
    issues=(
        Issue(
            id="tuition",
            title="Tuition fees",
            proposition="University tuition should be free.",
            terms=("tuition", "fees"),
        ),
        Issue(
            id="cannabis",
            title="Cannabis",
            proposition="Cannabis should remain illegal.",
            terms=("cannabis", "legalization"),
        ),
        Issue(
            id="age",
            title="The retirement age",
            proposition="The retirement age should be raised.",
            terms=("retirement age", "retire"),
        ),
        Issue(
            id="voting",
            title="Compulsory voting",
            proposition="Voting should be compulsory.",
            terms=("compulsory voting", "voting"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("issue", "text", "stance"),
    [
        ("tuition", "Tuition should be free.", "support"),
        ("tuition", "Abolish tuition fees.", "support"),
        ("tuition", "No student should pay tuition.", "support"),
        ("tuition", "Tuition fees should stay.", "oppose"),
        ("tuition", "Students should pay tuition.", "oppose"),
        ("cannabis", "Keep cannabis illegal.", "support"),
        ("cannabis", "Do not legalize cannabis.", "support"),
        ("cannabis", "Legalize cannabis.", "oppose"),
        ("cannabis", "Cannabis should be legal.", "oppose"),
        ("age", "Raise the retirement age.", "support"),
        ("age", "The retirement age must rise.", "support"),
        ("age", "The retirement age should be lowered.", "oppose"),
        ("age", "The retirement age should stay where it is.", "oppose"),
        ("age", "The retirement age is already too high.", "oppose"),
        ("voting", "Orland should introduce compulsory voting.", "support"),
        ("voting", "Voting should be voluntary.", "oppose"),
        ("voting", "I oppose compulsory voting.", "oppose"),
    ],
)
def test_where_the_proposition_says_what_a_thing_should_be(issue, text, stance):
    assert stance_on(extract(POLITICS, text), issue) == stance


@pytest.mark.parametrize(
    "text",
    [
        "The city should introduce the toll, but only if the county pays half of it.",
        "We can introduce the congestion charge only if the county meets half of the cost.",
        "I would keep a congestion charge, provided that it stops at two crowns.",
    ],
)
def test_who_only_sets_a_condition_stands_under_it(text):
    assert stance_on(extract(TOLL, text), "congestion-charge") == "conditional"


LIBRARY = Codebook(
    topic="The library of Brackwell",
    issues=(
        Issue(
            id="sunday",
            title="Sunday opening",
            proposition="The library should be open on Sundays.",
            terms=("Sunday", "Sundays", "weekend"),
        ),
        Issue(
            id="volunteers",
            title="Volunteers",
            proposition="Volunteers should not replace paid librarians.",
            terms=("volunteers", "librarians", "paid staff"),
        ),
        Issue(
            id="fees",
            title="Late fees",
            proposition="The library should abolish late fees.",
            terms=("late fees", "fees", "fines"),
        ),
        Issue(
            id="kitchen",
            title="The kitchens",
            proposition="The kitchens are safe.",
            terms=("kitchens", "stoves"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("issue", "text", "stance"),
    [
        ("sunday", "Open the library on Sundays.", "support"),
        ("sunday", "The library should stay closed on Sundays.", "oppose"),
        ("sunday", "Let us keep the library closed on Sundays.", "oppose"),
        ("sunday", "Nobody needs the library on Sundays.", "oppose"),
        ("volunteers", "Volunteers must not replace librarians.", "support"),
        ("volunteers", "We need trained librarians, not volunteers.", "support"),
        ("volunteers", "I would not like to see the librarians replaced by volunteers.", "support"),
        ("volunteers", "We need more volunteers.", "oppose"),
        ("fees", "It is time to do away with late fees.", "support"),
        ("kitchen", "The kitchens used to be safe.", "oppose"),
    ],
)
def test_a_newcomers_library(issue, text, stance):
    assert stance_on(extract(LIBRARY, text), issue) == stance


@pytest.mark.parametrize(
    "text",
    [
        "The library should send a friendly reminder by text message.",
        "We must keep the library.",
        "The library is a wonderful place.",
    ],
)
def test_what_is_asked_of_the_library_is_not_sunday_opening(text):
    assert stance_on(extract(LIBRARY, text), "sunday") in {None, "unclear"}


def test_a_sentence_may_open_with_i():
    record = extract(LIBRARY, "The board meets on 14 May. I ask for late fees to go.")

    assert [s.quote for s in record.statements if "I ask" in s.quote] == [
        "I ask for late fees to go."
    ]
