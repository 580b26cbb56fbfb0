"""Verdicts and wishes that are said in several words, of which none need be good or bad."""

import pytest

from briefgen.models import Codebook, Issue
from tests.extraction.invented import extract, stance_on

LEVY = Codebook(
    topic="Tolls in Ostrava",
    issues=(
        Issue(
            id="lantern-levy",
            title="Lantern levy",
            proposition="Ostrava should introduce a lantern levy.",
            terms=("lantern levy", "levy on lanterns", "levy"),
            support=("light the lanes",),
            oppose=("shops will close",),
        ),
        Issue(
            id="night-bus",
            title="Night bus",
            proposition="The night bus should be abolished.",
            terms=("night bus", "buses"),
            support=("empty seats",),
            oppose=("safe way home",),
        ),
    ),
)


def side(text, issue="lantern-levy"):
    """Return 1 where an article of this sentence is for the levy, -1 against it, else 0."""
    return {"support": 1, "oppose": -1}.get(stance_on(extract(LEVY, text), issue) or "", 0)


@pytest.mark.parametrize(
    "text",
    [
        "The lantern levy makes no sense.",
        "The lantern levy does nothing for the lanes.",
        "The lantern levy would do very little for the lanes and a lot of harm to the shops.",
        "The lantern levy is a waste of money.",
        "The lantern levy is a threat to our freedom.",
        "The lantern levy will not stop a single thief.",
        "The lantern levy would drive the bakers out of the lanes.",
        "The lantern levy would cost us eleven hundred jobs.",
        "The lantern levy harms the very people it is meant to help.",
        "The lantern levy helps no one.",
        "The lantern levy would leave everyone worse off.",
        "The lantern levy would be an own goal.",
        "The lantern levy would be a step backwards.",
        "The lantern levy is not a step in the right direction.",
        "The lantern levy treats the symptom, not the disease.",
        "The lantern levy is no substitute for lamps.",
        "The lantern levy is unlikely to help.",
        "The lantern levy would be a gift to the rich.",
        "It makes no sense to introduce a lantern levy.",
        "It is hard to make a case for the lantern levy.",
        "We cannot afford a lantern levy.",
        "The lantern levy helps the few at the expense of the many.",
        "I am sceptical of the lantern levy.",
        "We should think twice before we introduce the lantern levy.",
        "I hope that the lantern levy dies in committee.",
        "We can only hope that the lantern levy will be dropped.",
        "Scrapping the lantern levy would be a step forward.",
        "The answer is not a lantern levy.",
        "The answer is not a lantern levy but more lamps.",
    ],
)
def test_a_set_phrase_against_it(text):
    assert side(text) == -1


@pytest.mark.parametrize(
    "text",
    [
        "The lantern levy makes perfect sense.",
        "The lantern levy does no harm to anybody.",
        "The lantern levy would leave families better off.",
        "The lantern levy would be a step in the right direction.",
        "The lantern levy has stood the test of time.",
        "The lantern levy is the least we can do.",
        "We have nothing to fear from the lantern levy.",
        "It is hard to argue against a lantern levy.",
        "Hands off the lantern levy.",
        "The lantern levy was the right decision.",
        "The lantern levy is right.",
        "Other towns have a lantern levy, and Ostrava should follow suit.",
        "I hope that the lantern levy survives.",
        "I hope that the lantern levy will not be dropped.",
        "Abolishing the lantern levy would be a step backwards.",
    ],
)
def test_a_set_phrase_for_it(text):
    assert side(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The lantern levy is a risk worth taking.",
        "The lantern levy is a step that few have studied.",
        "The man who wrote the lantern levy missed the boat.",
        "The report on the lantern levy rests on a false premise.",
        "Critics of the lantern levy miss the point of lamps.",
        "Better to mend the lamps than to introduce a lantern levy.",
        "The lantern levy was read out in the right wing of the hall.",
        "I hope that the bakers survive the lantern levy.",
        "The bakers hope that the lantern levy dies in committee.",
        "Those who cannot afford the lantern levy need lamps.",
    ],
)
def test_what_is_said_of_something_else_takes_no_side_against_or_for(text):
    assert side(text) == 0


def test_who_believes_in_a_thing_wants_it():
    assert side("I believe in the night bus.", "night-bus") == -1
    assert side("I do not believe in the night bus.", "night-bus") == 1


def test_a_demand_for_as_long_as_it_takes_is_under_no_condition():
    record = extract(LEVY, "The city should introduce the lantern levy for as long as it takes.")

    assert stance_on(record, "lantern-levy") == "support"


def stance_toward(proposition, terms, text, *, support=("a first phrase",), oppose=("a second",)):
    """Return the stance of an article of this one text on one proposition alone."""
    issue = Issue(
        id="it",
        title="The matter",
        proposition=proposition,
        terms=terms,
        support=support,
        oppose=oppose,
    )
    return stance_on(extract(Codebook(topic="The town of Marrow", issues=(issue,)), text), "it")


def test_to_refuse_a_thing_is_to_have_less_of_it():
    proposition = "Choirs should refuse money from breweries."
    text = "Keep brewery money away from our choirs."

    assert stance_toward(proposition, ("brewery money", "breweries"), text) == "support"


def test_what_a_thing_is_to_be_lowered_to_is_what_the_proposition_wants():
    proposition = "The age of riders should be lowered to twelve."
    text = "There is nothing wrong with riders at twelve."

    assert stance_toward(proposition, ("riders at twelve", "age of riders"), text) == "support"


def test_a_phrase_on_a_longer_term_teaches_nothing_of_the_shorter():
    stance = stance_toward(
        "Marrow should limit stall fees.",
        ("stall controls", "stall"),
        "It is a scandal that guilds can raise stall fees by a third.",
        support=("stall controls work",),
        oppose=("stall controls fail",),
    )

    assert stance != "oppose"
