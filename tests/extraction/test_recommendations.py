"""What asks for something to be done, what only looks like it, and who should act."""

import pytest

from tests.extraction.invented import TOLL, extract, statement_with

ASKING = [
    "Scrap the toll before winter comes.",
    "Unbolt the barriers and send the wardens home.",
    "Let the trams run on Sundays too.",
    "Shift the night calls and the day calls to one desk.",
    "The tunnel is full; build a second one.",
    "It’s time the mayor opened the tunnel.",
    "The time has come to close the car parks.",
    "This is no time for the mayor to close the tunnel.",
    "It would be wiser to open the tunnel first.",
    "The mayor would do well to ride a tram.",
    "The mayor would be wise to ride a tram.",
    "The city cannot afford to wait for another winter.",
    "The city has no choice but to widen the bridge.",
    "The city has a duty to keep the bridge open.",
    "It is up to the council to widen the bridge.",
    "The first step is to widen the bridge.",
    "The council will have to widen the bridge.",
    "A better approach would be to widen the bridge.",
    "The answer is to widen the bridge.",
    "The best option is to widen the bridge.",
    "More trams are the way to quieter streets.",
    "That will require widening the bridge.",
    "I urge the council to widen the bridge.",
    "What drivers need is for the council to widen the bridge.",
    "What the council should do is widen the bridge.",
    "A wider bridge is long overdue.",
    "Why not widen the bridge?",
    "Isn’t it time to widen the bridge?",
    "The council has the plans before it and should widen the bridge.",
    "The bridge, which should be wider, is closed on Sundays.",
    "Clerks who want the toll should say so.",
]
NOT_ASKING = [
    "Most towns dropped the toll; Lower Marrow held out longest.",
    "Close those that leak and you can be sure that others will.",
    "Some shops will have to close.",
    "Put a toll on the bridge and drivers will do the rest: fix a price and pay it.",
    "Scrap the toll, and drivers will be back by Monday.",
    "Close the bridge and the trams will stand still.",
    "Consider the bridge, where nothing moves.",
    "Let me begin with the bridge.",
    "Let’s face it: nobody likes the toll.",
    "Tolls the size of this one empty the car parks.",
    "Sunday the bridge was closed.",
    "The mayor knew by the time the tunnel closed.",
    "There is no time to lose on the bridge.",
    "It should be noted that the bridge is old.",
    "This should come as no surprise, and it should be obvious.",
    "They quarrel over where the bridge should stand.",
    "Under the charter, drivers must pay at the bridge.",
    "The council should clearly have widened the bridge.",
    "The council ought to have widened the bridge.",
    "A second bridge would need to be paid for.",
    "The city does not need to widen the bridge.",
    "The only way to please them would be to close the bridge.",
    "The council felt that it had no choice but to close the bridge.",
    "That would require widening the bridge.",
    "If we had listened, we should now be riding trams.",
    "I should add that the bridge is old.",
    "It must be a coincidence that the bridge was closed.",
    "The bridge is essential to keeping the town alive.",
    "A gate that must look solid is often hollow.",
]


def kinds(text: str) -> set[str]:
    return {statement.kind for statement in extract(TOLL, text).statements}


@pytest.mark.parametrize("text", ASKING)
def test_what_asks_for_something_is_a_recommendation(text):
    assert kinds(f"The toll opened last year. {text}") >= {"recommendation"}


@pytest.mark.parametrize("text", NOT_ASKING)
def test_what_only_sounds_like_asking_is_none(text):
    assert "recommendation" not in kinds(f"The toll opened last year. {text}")


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("It is time for the council to widen the bridge.", "the council"),
        ("It’s time the mayor opened the tunnel.", "the mayor"),
        ("It is up to the council to widen the bridge.", "the council"),
        ("I urge the council to widen the bridge.", "the council"),
        ("The toll should be lifted by the council.", "the council"),
        ("It should be the council, not the guild, that pays.", "the council"),
        ("The city cannot afford to wait.", "The city"),
        ("The lenders must open their books.", "The lenders"),
        ("Mara Holt and her partners must open their books.", "Mara Holt and her partners"),
        ("Lenders that ask their clients for more should say so.", "Lenders"),
        ("The mayor must be prepared for a long winter.", "The mayor"),
    ],
)
def test_who_should_act_is_named(text, addressee):
    record = extract(TOLL, f"The toll opened last year. {text}")

    (asked,) = [s for s in record.statements if s.kind == "recommendation"]
    assert asked.addressee == addressee


@pytest.mark.parametrize(
    "text",
    [
        "The drivers must be called to account.",
        "The mayor should be able to ride for nothing.",
        "Let the drivers ride for nothing.",
        "The trams should be paid for by widening the toll.",
        "The numbers must come down.",
        "We must open the books.",
    ],
)
def test_whoever_gains_or_suffers_is_not_who_should_act(text):
    record = extract(TOLL, f"The toll opened last year. {text}")

    (asked,) = [s for s in record.statements if s.kind == "recommendation"]
    assert asked.addressee is None


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Mayor Mara Holt opened the tunnel. She should close it again.", "Mara Holt"),
        ("If Mara Holt needs the tunnel, she should pay for it.", "Mara Holt"),
        ("When it rains, she should pay for it.", None),
        (
            "The ministry is slow. Instead of heeding Linden’s demands, it should pay.",
            "The ministry",
        ),
        ("The US does little, but it should pay.", "The US"),
    ],
)
def test_a_pronoun_gives_the_name_that_it_points_back_to(text, addressee):
    assert statement_with(extract(TOLL, text), "should").addressee == addressee


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The city cannot afford to wait.", "must"),
        ("That will require widening the bridge.", "must"),
        ("It is time to widen the bridge.", "should"),
        ("The mayor would do well to ride a tram.", "should"),
        ("Widen the bridge before winter comes.", "plain"),
    ],
)
def test_how_strongly_it_is_asked_is_the_modality(text, modality):
    record = extract(TOLL, f"The toll opened last year. {text}")

    (asked,) = [s for s in record.statements if s.kind == "recommendation"]
    assert asked.modality == modality


@pytest.mark.parametrize(
    ("text", "condition", "stance"),
    [
        ("But only if the trams run.", "only if the trams run", "conditional"),
        ("Provided the trams run.", "Provided the trams run", "conditional"),
        ("That requires a second tunnel.", "That requires a second tunnel", "support"),
    ],
)
def test_a_demand_goes_on_to_the_condition_in_the_next_sentence(text, condition, stance):
    asked = statement_with(
        extract(TOLL, f"The council should introduce the toll. {text}"), "introduce the toll"
    )

    assert [part.quote for part in asked.conditions] == [condition]
    assert asked.quote == f"The council should introduce the toll. {text}"
    assert asked.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Provided the trams run, it will clear the streets.",
        "Only if the trams run will it clear the streets.",
        "That pleases nobody.",
        "“Only if the trams run,” the mayor said.",
    ],
)
def test_a_condition_of_something_else_is_not_taken_over(text):
    asked = statement_with(
        extract(TOLL, f"The council should introduce the toll. {text}"), "introduce the toll"
    )

    assert asked.conditions == ()
    assert asked.stance == "support"


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("The council should pay for as long as it takes.", []),
        ("The council should keep the toll as long as ten years.", []),
        ("The council should pay as long as the trams run.", ["as long as the trams run"]),
    ],
)
def test_as_long_as_sets_a_condition_or_tells_how_long(text, conditions):
    asked = statement_with(extract(TOLL, f"The toll opened last year. {text}"), "The council")

    assert [part.quote for part in asked.conditions] == conditions


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The council can and should introduce the toll.", "The council"),
        ("The council has to stop the toll.", "The council"),
        ("It is essential that the council introduce the toll.", "the council"),
        ("Mayor Holt, introduce the toll.", "Holt"),
    ],
)
def test_who_is_asked_in_other_words(text, addressee):
    asked = [s for s in extract(TOLL, text).statements if s.kind == "recommendation"]

    assert [addressee in str(s.addressee) for s in asked] == [True]
