"""Actors apart from authors: under one name, on both sides, asked to act, or not heard."""

from collections.abc import Mapping, Sequence

import pytest

from briefgen.models import Actor, Brief, Holder, PositionRecord
from briefgen.synthesis.brief import synthesize

from .factories import ISSUES, draft, issue_of, make_codebook

Names = Mapping[str, Sequence[str]]


def build(
    *records: PositionRecord, actors: Names | None = None, stakeholders: Names | None = None
) -> Brief:
    listed = {
        "actors": {name: tuple(aliases) for name, aliases in (actors or {}).items()},
        "stakeholders": {n: tuple(aliases) for n, aliases in (stakeholders or {}).items()},
    }
    codebook = make_codebook(*ISSUES[:3]).model_copy(update=listed)
    return synthesize(records, codebook, generator="briefgen 0")


def reports(**names: Sequence[str]) -> list[PositionRecord]:
    """Make one record a source, in which each of its names supports the toll."""
    records = []
    for source_id, holders in names.items():
        source = draft(source_id)
        for holder in holders:
            source.say("toll", "support", holder=holder)
        records.append(source.record())
    return records


def named(brief: Brief) -> dict[str, tuple[str, ...]]:
    return {actor.name: actor.aliases for actor in brief.actors}


def actor_of(brief: Brief, name: str) -> Actor:
    return next(actor for actor in brief.actors if actor.name == name)


def test_an_actor_has_issue_stance_sources_and_statements():
    one, two = draft("a"), draft("b")
    first = one.say("toll", "support", holder="the Harbour Board")
    second = two.say("toll", "support", holder="Harbour Board")
    third = two.say("ferries", "oppose", holder="The Harbour Board")
    two.say("toll", "oppose")
    brief = build(one.record(), two.record())

    (actor,) = brief.actors
    assert (actor.name, actor.aliases) == ("the Harbour Board", ("Harbour Board",))
    found = [(p.issue, p.stance, [(r.source, r.statements) for r in p.reports])
             for p in actor.positions]  # fmt: skip
    assert found == [
        ("toll", "support", [("a", (first,)), ("b", (second,))]),
        ("ferries", "oppose", [("b", (third,))]),
    ]
    assert actor.contested == ()
    assert {first, second, third} <= brief.statements.keys()


@pytest.mark.parametrize(
    "names",
    [
        {"a": ["Governor Ines Ortiz"], "b": ["Ortiz"]},
        {"a": ["Ines Ortiz"], "b": ["Governor Ortiz", "Ms. Ortiz"]},
        {"a": ["Port Trade Commission President Ines Ortiz"], "b": ["Ines Ortiz's"]},
        {"a": ["the ferry users"], "b": ["ferry users"]},
        {"a": ["Ruhn"], "b": ["Ruhn’s"]},
    ],
)
def test_names_that_are_safely_one_are_merged_over_the_sources(names):
    assert len(build(*reports(**names)).actors) == 1


@pytest.mark.parametrize(
    "names",
    [
        {"a": ["Ines Ortiz", "Paul Ortiz"], "b": ["Ortiz"]},  # whose surname?
        {"a": ["Governor Ortiz"], "b": ["Senator Ortiz"]},
        {"a": ["Mr Ortiz"], "b": ["Mrs Ortiz"]},
        {"a": ["the minister"], "b": ["the minister"]},  # perhaps another one
        {"a": ["Northern Ruhn"], "b": ["Ruhn"]},
        {"a": ["the Harbour Board"], "b": ["the Board"]},
        {"a": ["the Ruhn government"], "b": ["Ruhn"]},
        {"a": ["Quay PSO"], "b": ["PSO"]},
    ],
)
def test_names_that_may_be_two_stay_apart(names):
    expected = sum(len(holders) for holders in names.values())
    assert len(build(*reports(**names)).actors) == expected


def test_initials_are_merged_with_the_name_that_one_source_writes_out():
    one, two = draft("a"), draft("b")
    one.say("toll", quote="The Port Safety Office (PSO) has looked into the toll for a year.")
    one.say("toll", holder="the Port Safety Office")
    two.say("toll", holder="PSO")
    brief = build(one.record(), two.record())

    assert named(brief) == {"the Port Safety Office": ("PSO",)}


def test_initials_with_two_names_are_merged_with_neither():
    one, two = draft("a"), draft("b")
    one.say("toll", quote="The Port Safety Office (PSO) has looked into the toll for a year.")
    two.say("toll", quote="The Pilots' and Sailors' Order (PSO) sings on Sundays by the toll.")
    one.say("toll", holder="the Port Safety Office")
    two.say("toll", holder="PSO")

    assert set(named(build(one.record(), two.record()))) == {"the Port Safety Office", "PSO"}


def test_the_codebook_merges_what_no_rule_would_and_its_name_is_shown():
    records = reports(a=["the Quay", "Ruhn"], b=["The capital"], c=["President Sel"])
    brief = build(*records, actors={"Ruhn": ["the Quay", "the capital"], "Ana Sel": ["Sel"]})

    assert named(brief) == {
        "Ruhn": ("the Quay", "the capital"),
        "Ana Sel": ("President Sel",),
    }


def test_two_listed_actors_are_never_merged():
    """By the rules alone the surname would be the full name's."""
    records = reports(a=["Ines Ortiz"], b=["Ortiz"])
    brief = build(*records, actors={"Ines Ortiz": [], "Ortiz": []})

    assert set(named(brief)) == {"Ines Ortiz", "Ortiz"}


def test_two_joined_by_and_are_both_reported_where_each_is_known_alone():
    brief = build(*reports(a=["Ruhn and the Board"], b=["Ruhn"], c=["the Board"]))
    assert {a.name: [r.source for r in a.positions[0].reports] for a in brief.actors} == {
        "Ruhn": ["a", "b"],
        "the Board": ["a", "c"],
    }

    assert set(named(build(*reports(a=["Trade and Industry"])))) == {"Trade and Industry"}


def test_pronouns_are_nobodys_name():
    brief = build(*reports(a=["he", "their pilots", "He and the Board"]))

    assert set(named(brief)) == {"the Board"}
    assert len(issue_of(brief, "toll").reported) == 3


def test_an_actor_on_both_sides_is_shown_with_who_reports_which():
    one, two = draft("a"), draft("b")
    one.say("toll", "support", holder="Pilots")
    two.say("toll", "oppose", holder="Pilots")
    two.say("ferries", "support", holder="Pilots")
    brief = build(one.record(), two.record())

    (actor,) = brief.actors
    assert actor.contested == ("toll",)
    sides = [(p.stance, [r.source for r in p.reports]) for p in actor.positions[:2]]
    assert sides == [("support", ["a"]), ("oppose", ["b"])]


def test_one_source_that_reports_a_change_of_mind_is_no_contest():
    source = draft("a")
    source.say("toll", "support", holder="Pilots")
    source.say("toll", "oppose", holder="Pilots")

    assert build(source.record()).actors[0].contested == ()


def test_an_author_who_is_an_actor_elsewhere_is_named_and_not_merged():
    own, other = draft("a", authors=("Ines Ortiz",)), draft("b")
    own.take("toll", "oppose", own.say("toll", "oppose"))
    other.say("toll", "support", holder="Ines Ortiz")
    brief = build(own.record(), other.record())

    (actor,) = brief.actors
    assert actor.author_of == ("a",)
    assert [(p.stance, p.reports[0].source) for p in actor.positions] == [("support", "b")]
    assert [p.stance for p in issue_of(brief, "toll").positions] == ["oppose"]


def test_recommendations_are_grouped_by_addressee_under_the_same_names():
    one, two, three = draft("a"), draft("b"), draft("c")
    asks = [
        one.say("toll", kind="recommendation", addressee="Governor Ines Ortiz"),
        two.say("ferries", kind="recommendation", addressee="Ortiz"),
        two.say(None, "unclear", kind="recommendation", addressee="the Board"),
    ]
    three.say("toll", kind="recommendation")
    three.say("toll", kind="recommendation", addressee="the Board", holder="Pilots")
    brief = build(one.record(), two.record(), three.record())

    ortiz, board = brief.addressees
    assert (ortiz.name, ortiz.aliases) == ("Governor Ines Ortiz", ("Ortiz",))
    assert ortiz.sources == ("a", "b")
    assert {(ask.source, ask.statement, ask.issue) for ask in ortiz.asks} == {
        ("a", asks[0], "toll"),
        ("b", asks[1], "ferries"),
    }
    assert (board.name, [ask.statement for ask in board.asks]) == ("the Board", [asks[2]])


def test_stakeholders_without_a_reported_view_are_told_by_whether_they_are_named():
    one, two = draft("a", authors=("Lea Mott",)), draft("b")
    one.say("toll", holder="the pilots")
    one.say("toll", quote="The toll pays for the rod men of the quay, and for nobody else.")
    two.say("toll", kind="recommendation", addressee="Harbour Board")
    brief = build(
        one.record(),
        two.record(),
        actors={"Pilots": ["the pilots"], "Harbour Board": []},
        stakeholders={
            "Pilots": [],
            "Anglers": ["rod men"],
            "Harbour Board": [],
            "Students": [],
            "Lea Mott": [],
        },
    )

    assert [(each.name, each.kind, each.sources) for each in brief.unheard] == [
        ("Anglers", "named", ("a",)),
        ("Harbour Board", "named", ("b",)),
        ("Students", "absent", ()),
    ]


def test_a_part_of_a_word_is_no_name():
    source = draft("a")
    source.say("toll", quote="Studentship has nothing to do with the toll on the quay here.")

    (student,) = build(source.record(), stakeholders={"Student": []}).unheard
    assert student.kind == "absent"


def test_the_order_of_the_records_does_not_matter():
    records = reports(
        a=["Ines Ortiz", "Ruhn and the Board"],
        b=["Ortiz", "the Board", "PSO"],
        c=["Senator Ortiz", "farmers", "Holder"],
    )
    records.append(reports(d=["the farmers", "Ruhn", "Governor Ortiz"])[0])
    assert build(*records).actors == build(*reversed(records)).actors


def test_a_holders_role_that_spells_its_initials_is_a_name():
    one, two = draft("a"), draft("b")
    one.say("toll", holder=Holder(name="Port Safety Office", role="PSO"))
    two.say("toll", holder="the PSO")

    assert len(build(one.record(), two.record()).actors) == 1


def speak(name: str, *said: tuple[str, str | Holder]) -> PositionRecord:
    """Make a source that says each text, a holder's view on the toll."""
    source = draft(name)
    for quote, holder in said:
        source.say("toll", "support", quote=quote, holder=holder)
    return source.record()


@pytest.mark.parametrize(
    "said",
    [
        [("President Halm is for the toll.", "Halm"), ("The president wants it.", "the president")],
        [("Halm is for it.", Holder(name="Halm", role="the President")), ("Yes.", "the president")],
        [("As Vice President Orr left, President Lea Halm came.", "Halm"), ("Yes.", "President")],
    ],
)
def test_an_office_is_its_bearer_where_the_source_names_one(said):
    assert len(build(speak("a", *said)).actors) == 1
    assert build(speak("a", *said)).actors[0].name == "Halm"


@pytest.mark.parametrize(
    "other",
    [
        "President Orr objects.",
        "The Ruhnish president objects.",
        "The president of Ruhn objects.",
        "A former president objects.",
        "President Ilse van Orr objects.",
    ],
)
def test_an_office_that_another_may_hold_is_nobodys(other):
    said = [("President Halm is for it.", "Halm"), (other, "Pilots"), ("Yes.", "the president")]

    assert len(build(speak("a", *said)).actors) == 3


def test_an_office_of_one_source_is_not_the_bearer_whom_another_names():
    one = speak("a", ("President Halm is for it.", "Halm"))
    other = speak("b", ("The president is for it.", "the president"))

    assert set(named(build(one, other))) == {"Halm", "the president"}


def test_a_body_goes_by_its_head_and_is_not_its_head():
    one = speak("a", ("x", "President Ines Ortiz's administration"), ("y", "Ortiz"))
    other = speak("b", ("The Ortiz administration.", "the Ortiz administration"))
    third = speak("c", ("The Ortiz administration asks.", "the administration"))

    assert named(build(one, other, third)) == {
        "President Ines Ortiz's administration": (
            "the Ortiz administration",
            "the administration",
        ),
        "Ortiz": (),
    }


def test_the_only_administration_of_all_sources_is_the_administration_of_one_that_names_none():
    one, other = (
        speak("a", ("x", "the Ortiz administration")),
        speak("b", ("y", "the administration")),
    )
    second = speak("c", ("The Halm administration asks.", "Pilots"))

    assert named(build(one, other))["the Ortiz administration"] == ("the administration",)
    assert "the administration" in named(build(one, other, second))


def test_the_us_is_a_country_and_us_is_nobody():
    one = speak("a", ("x", "the US"), ("y", "the United States"))
    other = speak("b", ("z", "the U.S."), ("w", "us"))

    (actor,) = build(one, other).actors
    assert {actor.name, *actor.aliases} >= {"the US", "the United States"}
    assert [report.source for report in actor.positions[0].reports] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Ortiz administration follows the Halm administration.", "the administration"),
        ("The Ruhnish government asks.", "the government"),
        ("The Ortiz administration asks.", "administration"),
    ],
)
def test_a_body_alone_that_may_be_anothers_stays_alone(text, body):
    record = speak(
        "a", (text, "the Ortiz administration"), ("x", "the Ruhnish government"), ("y", body)
    )

    assert len(build(record).actors) == 3


@pytest.mark.parametrize(
    "name", ["the Poles", "Polish officials", "The Polish government", "the Polish side"]
)
def test_a_state_is_its_people_and_who_acts_for_it(name):
    brief = build(*reports(a=["Poland"], b=[name]))

    (actor,) = brief.actors
    assert actor.name == "Poland", "the state before its people"
    assert len(actor.positions[0].reports) == 2


@pytest.mark.parametrize(
    "name",
    ["Poles", "a Polish official", "some Polish officials", "the Polish rail ministry", "Warsaw"],
)
def test_some_people_of_a_state_are_not_the_state(name):
    assert "Poland" in (brief := named(build(*reports(a=["Poland"], b=[name]))))
    assert len(brief) == 2


def test_the_codebook_keeps_a_state_apart_from_those_who_act_for_it():
    listed: Names = {"Poland": (), "Polish officials": ()}

    assert len(named(build(*reports(a=["Poland"], b=["Polish officials"]), actors=listed))) == 2


def test_states_by_initials_and_by_name_are_one():
    brief = build(*reports(a=["U.S. officials"], b=["the United States"], c=["the Americans"]))

    assert list(named(brief)) == ["the United States"]
