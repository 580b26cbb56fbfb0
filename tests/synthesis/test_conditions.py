"""On what a stance turns, what the other side disputes of it, and who travels together."""

import pytest

from briefgen.models import Brief, ConditionItem

from .factories import ISSUES, RecordDraft, brief_of, draft, issue_of, make_record

DEMAND = "The town should pay for the toll only if the county dredges the northern channel."
CONDITION = "only if the county dredges the northern channel"


def conditions_of(*drafts: RecordDraft) -> tuple[ConditionItem, ...]:
    return issue_of(brief_of(*(each.record() for each in drafts)), "toll").conditions


def conditional() -> RecordDraft:
    source = draft("a")
    shown = source.say("toll", "conditional", quote=DEMAND, conditions=[CONDITION])
    return source.take("toll", "conditional", shown)


def test_a_sentence_without_a_side_tells_of_a_case_and_sets_no_condition():
    source = draft("a")
    told = source.say(
        "toll", "unclear", quote="Unless the dyke holds, the toll house will flood by May.",
        conditions=["Unless the dyke holds"],
    )  # fmt: skip
    bare = source.say(
        "toll", "unclear", quote="The town should count the boats if the toll comes.",
        kind="recommendation", conditions=["if the toll comes"],
    )  # fmt: skip

    assert conditions_of(source.take("toll", "unclear", told, bare)) == ()


def told(quote: str, condition: str, stance="support", kind="recommendation") -> bool:
    """Tell whether the brief lists *condition* of a source that supports the toll."""
    source = draft("a")
    said = source.say("toll", stance, quote=quote, kind=kind, conditions=[condition])
    found = conditions_of(source.take("toll", "support", said))
    assert [item.condition.quote for item in found] in ([], [condition])
    return bool(found)


@pytest.mark.parametrize(
    ("quote", "condition", "stance", "kind"),
    [
        (DEMAND, CONDITION, "unclear", "recommendation"),
        ("If the pier is lit, raise the toll.", "If the pier is lit", "support", "recommendation"),
        ("I back it only if pilots agree.", "only if pilots agree", "conditional", "claim"),
        ("No toll is fair unless pilots agree.", "unless pilots agree", "conditional", "claim"),
        ("It is fine as long as pilots agree.", "as long as pilots agree", "support", "claim"),
        ("My answer depends on the pilots.", "depends on the pilots", "conditional", "claim"),
        ("Raise it in return for lamps.", "in return for lamps", "support", "recommendation"),
    ],
)
def test_what_a_demand_or_an_approval_hangs_on_is_told(quote, condition, stance, kind):
    assert told(quote, condition, stance, kind)


@pytest.mark.parametrize(
    ("quote", "condition", "stance", "kind"),
    [
        ("Pilots will not sign unless it is lit.", "unless it is lit", "support", "prediction"),
        ("Unless pilots pay, boats pay.", "Unless pilots pay", "support", "claim"),
        ("It's only when pilots ask that it is dear.", "only when pilots ask", "support", "claim"),
        ("Guard it, and if pilots sink, pay.", "if pilots sink", "support", "recommendation"),
        ("Be prepared to fight if pilots strike.", "if pilots strike", "support", "recommendation"),
        ("If the aim is calm, raise it.", "If the aim is calm", "support", "recommendation"),
        ("Keep it as long as boats sail.", "as long as boats sail", "support", "recommendation"),
        ("Our wage depends on the pilots.", "depends on the pilots", "conditional", "claim"),
        ("Count boats if pilots strike.", "if pilots strike", "unclear", "recommendation"),
        ("Pay only if the toll comes.", "only if the toll comes", "support", "recommendation"),
    ],
)
def test_a_case_a_forecast_and_what_others_hang_on_are_not(quote, condition, stance, kind):
    assert not told(quote, condition, stance, kind)


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The county cannot dredge the northern channel before the money is there.", "oppose"),
        ("It is doubtful that the county dredges the channel. The toll is wrong.", "oppose"),
        ("The county's dredging of the northern channel is unlikely to end in time.", "support"),
    ],
)
def test_the_other_side_disputes_what_a_condition_names(words, stance):
    other = draft("b")
    said = other.say("toll", stance, quote=words)
    (item,) = conditions_of(conditional(), other.take("toll", stance, said))

    assert [(d.source, d.stance, d.statement) for d in item.disputed_by] == [("b", stance, said)]


@pytest.mark.parametrize(
    "words",
    [
        "The county dredges the northern channel every spring, and the toll is wrong.",
        "If the county cannot dredge the northern channel, the toll is wrong.",
        "Can the county never dredge the northern channel?",
        "The county cannot pay a toll, and the harbour is cold in winter.",
        "No one doubts that the county dredges the northern channel each year.",
        "The northern channel is dredged by the county, and of the many boats in it each spring "
        "none pays.",
    ],
)
def test_what_denies_something_else_disputes_nothing(words):
    other = draft("b")
    other.take("toll", "oppose", other.say("toll", "oppose", quote=words))
    (item,) = conditions_of(conditional(), other)

    assert item.disputed_by == ()


def test_those_on_the_same_side_the_undetermined_and_the_reported_dispute_nothing():
    words = "The county cannot dredge the northern channel before the money is there."
    same, unclear, reporting = draft("b"), draft("c"), draft("d")
    same.take("toll", "conditional", same.say("toll", "conditional", quote=words))
    unclear.take("toll", "unclear", unclear.say("toll", "unclear", quote=words))
    reporting.say("toll", "oppose", quote=words, holder="Pilots")
    reporting.take("toll", "oppose", reporting.say("toll", "oppose"))

    (item,) = conditions_of(conditional(), same, unclear, reporting)
    assert item.disputed_by == ()


def test_the_statements_of_a_dispute_are_in_the_brief():
    other = draft("b")
    shown = other.say("toll", "oppose")
    words = "The county cannot dredge the northern channel before the money is there."
    disputing = other.say("toll", "unclear", quote=words)
    brief = brief_of(conditional().record(), other.take("toll", "oppose", shown).record())

    (dispute,) = issue_of(brief, "toll").conditions[0].disputed_by
    assert dispute.statement == disputing
    assert disputing in brief.statements


def companions(*specs: str) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    marks = {"+": "support", "-": "oppose", "?": "conditional"}
    records = [
        make_record(name, {i: marks[m] for i, m in zip(ISSUES, spec, strict=False) if m in marks})
        for name, spec in zip("abcdef", specs, strict=False)
    ]
    brief: Brief = brief_of(*reversed(records), issues=ISSUES)
    return [(item.sources, item.together, item.against) for item in brief.companions]


def test_sources_travel_together_on_three_issues_and_against_somebody():
    assert companions("+-+.", "+-+-", "-...") == [
        (("a", "b"), ("toll", "dredging", "ferries"), ("c",))
    ]


@pytest.mark.parametrize(
    "specs",
    [
        ("+-.", "+-.", "-+."),  # two issues may be chance
        ("+-++", "+-+-", "-..."),  # once on opposite sides
        ("+-+", "+-+", "..."),  # nobody is against them
        ("+-?", "+-?", "-+."),  # a condition is no side
    ],
)
def test_sources_that_do_not_always_travel_together_are_left_out(specs):
    assert companions(*specs) == []


def test_every_two_of_a_group_travel_together_and_a_source_is_in_one_group():
    assert companions("++++", "+++.", ".+++", "---.") == [
        (("a", "b"), ("toll", "dredging", "ferries"), ("d",))
    ]
    assert companions("++++", "++++", "----", "---.") == [
        (("a", "b"), ("toll", "dredging", "ferries", "cranes"), ("c", "d")),
        (("c", "d"), ("toll", "dredging", "ferries"), ("a", "b")),
    ]


def test_nobody_says_that_all_agree_where_an_undetermined_source_reports_the_other_side():
    one, two, three = draft("a"), draft("b"), draft("c")
    one.take("toll", "support", one.say("toll"))
    two.take("toll", "support", two.say("toll"))
    three.take("toll", "unclear", three.say("toll", "unclear"))
    assert [a.sources for a in brief_of(*(d.record() for d in (one, two, three))).agreements] == [
        ("a", "b")
    ]

    three.say("toll", "oppose", holder="Pilots")
    brief = brief_of(*(d.record() for d in (one, two, three)))
    assert brief.agreements == ()
    assert [gap.kind for gap in brief.gaps if gap.issue == "toll"] == ["few-sides"]


def test_a_side_that_only_others_are_reported_to_take_is_told_apart():
    one, two = draft("a"), draft("b")
    one.take("toll", "support", one.say("toll"))
    two.take("toll", "support", two.say("toll"))
    reported = two.say("toll", "oppose", holder="Pilots")

    (gap,) = [g for g in brief_of(one.record(), two.record()).gaps if g.issue == "toll"]
    assert (gap.kind, gap.side, gap.reported) == ("other-side-reported", "support", (reported,))


@pytest.mark.parametrize(
    ("outlets", "kind"),
    [
        (("Quay Post", "quay  post"), "single-outlet"),
        (("Quay Post", "Tide"), None),
        ((None, None), None),
    ],
)
def test_articles_of_one_outlet_are_one_voice(outlets, kind):
    records = [
        make_record(name, {"toll": stance}, outlet=outlet)
        for name, stance, outlet in zip("ab", ("support", "oppose"), outlets, strict=True)
    ]
    found = [gap.kind for gap in brief_of(*records).gaps if gap.issue == "toll"]

    assert found == ([kind] if kind else [])


def test_an_article_that_names_a_term_outside_every_statement_is_not_silent():
    """Where the record says what the whole article names, that counts and not its statements."""
    one, two = draft("a"), draft("b")
    one.take("toll", "support", one.say("toll", quote="The toll keeps the ferries afloat."))
    two.take("toll", "oppose", two.say("toll", quote="The toll is dear."))
    records = [
        each.record().model_copy(
            update={"provenance": each.record().provenance.model_copy(update={"named": named})}
        )
        for each, named in ((one, ("toll",)), (two, ("toll", "ferries")))
    ]
    issue = issue_of(brief_of(*records), "ferries")

    assert issue.in_passing == ("b",)
    assert issue.silent == ("a",)


def test_a_source_that_names_a_term_is_not_silent():
    """None of its statements is on the issue; one says "ferries" all the same."""
    one, two, three = draft("a"), draft("b"), draft("c")
    one.take("toll", "support", one.say("toll", quote="The toll keeps the small ferry afloat."))
    two.take("toll", "oppose", two.say("toll", quote="The toll is a ferryman's joke, and no more."))
    three.say("ferries")
    issue = issue_of(brief_of(one.record(), two.record(), three.record()), "ferries")

    assert issue.in_passing == ("a", "c")
    assert issue.silent == ("b",)
