"""Positions, quotations, conditions, concessions."""

import pytest

from briefgen.errors import UsageError
from briefgen.models import STANCES, Holder, PositionRecord
from briefgen.synthesis.brief import synthesize

from .factories import ISSUES, brief_of, draft, issue_of, make_codebook, make_record, position_of


def test_the_leading_side_alternates_over_contested_issues_only():
    """A one-sided issue between two contested ones does not use up a turn."""
    brief = brief_of(
        make_record("a", {"toll": "support", "dredging": "oppose", "ferries": "support"}),
        make_record("b", {"toll": "oppose", "ferries": "oppose"}),
        make_record("c", {"cranes": "oppose", "toll": "neutral"}),
        make_record("d", {"cranes": "support", "toll": "conditional"}),
        make_record("e", {"toll": "unclear"}),
        issues=ISSUES[:4],
    )

    assert [p.stance for p in issue_of(brief, "toll").positions] == list(STANCES)
    assert [p.stance for p in issue_of(brief, "dredging").positions] == ["oppose"]
    assert [p.stance for p in issue_of(brief, "ferries").positions] == ["oppose", "support"]
    assert [p.stance for p in issue_of(brief, "cranes").positions] == ["support", "oppose"]


def test_silent_sources_are_named():
    brief = brief_of(make_record("b", {}), make_record("a", {"toll": "unclear"}))

    assert issue_of(brief, "toll").silent == ("b",)
    assert issue_of(brief, "ferries").silent == ("a", "b")


def test_one_source_is_quoted_as_often_as_the_many_on_the_other_side():
    brief = brief_of(
        make_record("lone", {"toll": ("oppose", 5)}),
        *(make_record(f"s{n}", {"toll": ("support", 4)}) for n in range(6)),
    )

    assert len(position_of(brief, "toll", "oppose").shown) == 3
    assert len(position_of(brief, "toll", "support").shown) == 3
    assert brief.balance.unequal == ()


def test_a_side_without_more_evidence_leaves_the_rest_and_the_report_says_so():
    brief = brief_of(
        make_record("lone", {"toll": "oppose"}),
        make_record("many", {"toll": ("support", 5)}),
    )

    assert len(position_of(brief, "toll", "support").shown) == 3
    assert brief.balance.unequal == ("toll",)
    rows = {row.stance: row for row in brief.balance.sides}
    assert (rows["oppose"].sources, rows["oppose"].statements, rows["oppose"].shown) == (1, 1, 1)
    assert (rows["support"].sources, rows["support"].statements, rows["support"].shown) == (1, 5, 3)
    assert rows["oppose"].shown_words == 11


def test_the_sides_stay_equal_when_all_five_stances_compete():
    brief = brief_of(*(make_record(s, {"toll": (s, 6)}) for s in STANCES))

    shown = {p.stance: len(p.shown) for p in issue_of(brief, "toll").positions}
    assert shown == {"support": 2, "oppose": 2, "conditional": 2, "neutral": 1, "unclear": 1}


def test_a_place_that_only_one_side_could_have_stays_empty():
    """With four stances seven places are dealt; the eighth would favour a side."""
    brief = brief_of(*(make_record(s, {"toll": (s, 6)}) for s in STANCES[:4]))

    shown = {p.stance: len(p.shown) for p in issue_of(brief, "toll").positions}
    assert shown == {"support": 2, "oppose": 2, "conditional": 2, "neutral": 1}


def test_unclear_gets_full_space_where_nothing_else_occurs():
    brief = brief_of(make_record("a", {"toll": ("unclear", 6)}))

    assert len(position_of(brief, "toll", "unclear").shown) == 3


def test_sources_of_a_side_take_turns():
    brief = brief_of(
        make_record("a", {"toll": ("support", 5)}), make_record("b", {"toll": ("support", 5)})
    )

    assert position_of(brief, "toll", "support").shown == ("a:s1", "b:s1", "a:s2")


def test_sources_quoted_less_on_earlier_issues_come_first_on_later_ones():
    brief = brief_of(
        make_record("a", {"toll": ("support", 1), "ferries": ("support", 1)}),
        make_record("b", {"ferries": ("support", 1)}),
    )

    assert position_of(brief, "ferries", "support").shown == ("b:s1", "a:s2")


@pytest.mark.parametrize(
    "quote",
    [
        "The quay " + "and the pier " * 20 + "need repair.",
        "Pilots asked for a longer quay. The council still waits.",
        "which the pilots of the outer harbour call far too high.",
        "Why the Harbour Toll Should Be Halved This Year",
    ],
)
def test_a_short_clear_sentence_is_shown_before_what_the_extractor_lists_first(quote):
    source = draft("a")
    listed_first = source.say("toll", quote=quote)
    clear = source.say(
        "toll", quote="“Gov. Marsh wants the harbour toll halved before next summer.”"
    )
    brief = brief_of(source.take("toll", "support", listed_first, clear).record())

    assert position_of(brief, "toll", "support").shown == (clear, listed_first)
    assert position_of(brief, "toll", "support").sources[0].statements == (listed_first, clear)


def test_what_shows_the_side_far_more_plainly_is_shown_although_it_reads_less_well():
    source = draft("a")
    plain = source.say("toll", quote="But the harbour council should halve the toll this year.")
    others = [source.say("toll") for _ in range(5)]
    brief = brief_of(source.take("toll", "support", plain, *others).record())

    assert plain in position_of(brief, "toll", "support").shown


@pytest.mark.parametrize(
    "quote",
    [
        "Halve it.",
        "which the pilots of the outer harbour call far too high.",
        "Why the Harbour Toll Should Be Halved This Year",
        "Pilots asked for a longer quay. The council still waits.",
        "The quay " + "and the pier " * 20 + "need repair.",
        "“That failure will cost the harbour more than any toll.”",
        "But the toll will cost the harbour more than any storm.",
        "However, the toll will cost the harbour more than any storm.",
        "Under these rules the toll will cost the harbour dearly.",
        "First, the council should halve the toll for small boats.",
        "Its toll will cost the harbour more than any storm has.",
        "In return, the council should halve the toll for small boats.",
    ],
)
def test_what_does_not_read_well_alone_comes_after_what_does(quote):
    source = draft("a")
    unclear, clear = source.say("toll", quote=quote), source.say("toll")
    brief = brief_of(source.take("toll", "support", unclear, clear).record())

    assert position_of(brief, "toll", "support").shown == (clear, unclear)


@pytest.mark.parametrize(
    "quote",
    [
        "First Harbour Bank wants the toll halved for small boats.",
        "Then Governor Ortiz would have to pay for the new quay.",
        "Italy pays a higher toll than the harbour ever asked for.",
        "Sons of pilots pay the same toll as all the others.",
    ],
)
def test_names_and_longer_words_do_not_hang_on_what_stands_before(quote):
    source = draft("a")
    first, second = source.say("toll", quote=quote), source.say("toll")
    brief = brief_of(source.take("toll", "support", first, second).record())

    assert position_of(brief, "toll", "support").shown == (first, second)


@pytest.mark.parametrize("kind", ["question", "prediction"])
def test_claims_and_recommendations_come_before_questions_and_predictions(kind):
    source = draft("a")
    weak = source.say("toll", kind=kind)
    claim, demand = source.say("toll"), source.say("toll", kind="recommendation")
    brief = brief_of(source.take("toll", "support", weak, claim, demand).record())

    assert position_of(brief, "toll", "support").shown == (claim, demand, weak)


def test_a_title_waits_until_every_body_sentence_of_the_side_has_had_its_turn():
    titled = draft("a", title="OPINION: The toll has to go now. Five lessons from the quay")
    headline = titled.say("toll", quote="OPINION: The toll has to go now.")
    body = titled.say("toll")
    other = make_record("b", {"toll": ("support", 2)})
    brief = brief_of(titled.take("toll", "support", headline, body).record(), other)

    assert position_of(brief, "toll", "support").shown == (body, "b:s1", "b:s2")


def test_a_title_is_shown_where_there_is_nothing_else():
    source = draft("a", title="The toll has to go")
    source.take("toll", "support", source.say("toll", quote="The toll has to go"))

    assert position_of(brief_of(source.record()), "toll", "support").shown == ("a:s1",)


def test_a_passage_coded_on_two_issues_is_shown_once_if_there_is_another():
    source = draft("a")
    words = "The council should sell the cranes and dredge the outer harbour."
    source.take("toll", "support", source.say("toll", quote=words))
    again = source.say("ferries", quote=words, at=1)
    spare = source.say("ferries")
    brief = brief_of(source.take("ferries", "support", again, spare).record())

    assert position_of(brief, "ferries", "support").shown == (spare, again)


def test_of_repeated_passages_the_one_that_stood_last_comes_first():
    """An audience may print fewer than the three that synthesis allots."""
    source = draft("a")
    said = [f"The harbour council should do the thing number {n} at once." for n in range(3)]
    source.take("toll", "support", *(source.say("toll", quote=words) for words in said))
    again = [source.say("ferries", quote=words) for words in said]
    brief = brief_of(source.take("ferries", "support", *again).record())

    assert position_of(brief, "ferries", "support").shown == tuple(reversed(again))


def test_a_clause_cut_out_of_a_sentence_waits_for_the_whole_sentences_of_its_round():
    first, second = draft("a"), draft("b")
    cut = first.say("toll", "unclear", quote="promised to look at the harbour toll again.")
    first.take("toll", "unclear", cut, confidence=0.9)
    second.take("toll", "unclear", second.say("toll", "unclear"), confidence=0.5)
    side = make_record("c", {"toll": "support"})
    brief = brief_of(first.record(), second.record(), side)

    assert position_of(brief, "toll", "unclear").shown == ("b:s1",)


def test_a_side_with_the_longer_say_is_reported():
    brief = brief_of(
        make_record("a", {"toll": "support"}),
        draft("b").record(),
        make_long("c"),
    )

    assert brief.balance.unequal == ("toll",)
    words = {row.stance: row.shown_words for row in brief.balance.sides}
    assert words["oppose"] > 2 * words["support"]


def make_long(name: str) -> PositionRecord:
    source = draft(name)
    quote = "The harbour keeps its toll because " + "the quay is old and " * 5 + "ships are heavy."
    return source.take("toll", "oppose", source.say("toll", "oppose", quote=quote)).record()


def test_reported_words_are_never_shown_for_a_stance():
    mixed, lone = draft("mixed"), draft("lone")
    other = mixed.say("toll", holder="Harbour Board")
    own = mixed.say("toll")
    mixed.take("toll", "support", other, own)
    lone.take("toll", "support", lone.say("toll", holder="Pilots"))
    lone.take("ferries", "oppose", lone.say("ferries", "oppose", holder="Pilots"))
    brief = brief_of(mixed.record(), lone.record())

    assert position_of(brief, "toll", "support").shown == (own,)
    assert position_of(brief, "ferries", "oppose").shown == ()
    assert issue_of(brief, "ferries").reported[0].statements == ("lone:s2",)


def test_another_statement_is_shown_where_an_earlier_issue_used_the_best():
    source = draft("a")
    both = source.say("toll")
    spare = source.say("ferries")
    source.take("toll", "support", both).take("ferries", "support", both, spare)
    brief = brief_of(source.record())

    assert position_of(brief, "ferries", "support").shown == (spare, both)


def test_no_source_is_shown_twice_before_every_source_is_shown_once():
    only, rich = draft("a"), make_record("b", {"ferries": ("support", 3)})
    words = "The council should sell the cranes and dredge the outer harbour."
    only.take("toll", "support", only.say("toll", quote=words))
    again = only.say("ferries", quote=words, at=1)
    brief = brief_of(only.take("ferries", "support", again).record(), rich)

    assert position_of(brief, "ferries", "support").shown == ("b:s1", again, "b:s2")


def test_what_takes_no_side_is_not_shown_for_one_where_its_source_says_it_plainly():
    source = draft("a")
    vague = source.say("toll", "unclear")
    plain = source.say("toll", "oppose", quote="but the toll on the town must go, and soon")
    brief = brief_of(source.take("toll", "oppose", vague, plain).record())

    assert position_of(brief, "toll", "oppose").shown == (plain,)


def test_what_goes_with_the_side_is_shown_where_its_source_has_nothing_plainer():
    source = draft("a")
    vague = source.say("toll", "unclear")
    told = source.say("toll", "oppose", holder="Pilots")
    brief = brief_of(source.take("toll", "oppose", vague, told).record())

    assert position_of(brief, "toll", "oppose").shown == (vague,)


def test_what_takes_the_side_itself_leads_whichever_source_says_it():
    vague, plain = draft("a"), draft("b")
    going_along = vague.say("toll", "unclear")
    vague.take("toll", "oppose", going_along, confidence=0.9)
    against = plain.say("toll", "oppose", quote="but the toll on the town must go, and soon")
    plain.take("toll", "oppose", against, confidence=0.5)
    brief = brief_of(vague.record(), plain.record())

    assert position_of(brief, "toll", "oppose").shown == (against, going_along)


def test_words_shown_before_are_shown_again_rather_than_what_takes_no_side():
    source = draft("a")
    words = "The council should sell the cranes and dredge the outer harbour."
    source.take("toll", "support", source.say("toll", quote=words))
    again, vague = source.say("ferries", quote=words, at=1), source.say("ferries", "unclear")
    brief = brief_of(source.take("ferries", "support", vague, again).record())

    assert position_of(brief, "ferries", "support").shown == (again,)


def test_a_sources_only_passage_is_among_the_first_two_although_it_stood_before():
    """Two is what the executive brief prints a side: both sources must be among them."""
    only, rich = draft("a"), make_record("b", {"ferries": ("oppose", 4)})
    words = "Nobody on the quay was asked, and nobody on the quay agrees to it."
    only.take("toll", "oppose", only.say("toll", "oppose", quote=words))
    only.take("ferries", "oppose", only.say("ferries", "oppose", quote=words, at=1))
    shown = position_of(brief_of(only.record(), rich), "ferries", "oppose").shown

    assert [name.partition(":")[0] for name in shown[:2]] == ["b", "a"]


def test_the_same_words_are_shown_once_on_an_issue():
    syndicated = "The harbour toll should be halved for every fishing boat."
    records = []
    for name in ("a", "b"):
        source = draft(name)
        records.append(
            source.take("toll", "support", source.say("toll", quote=syndicated)).record()
        )
    brief = brief_of(*records)

    assert position_of(brief, "toll", "support").shown == ("a:s1",)


def test_a_stance_without_statements_is_kept_and_shows_nothing():
    brief = brief_of(draft("a").take("toll", "oppose").record())

    position = position_of(brief, "toll", "oppose")
    assert [s.source for s in position.sources] == ["a"]
    assert position.shown == ()


def test_conditions_are_the_authors_own_of_that_issue_each_once():
    source = draft("a")
    first = source.say("toll", "conditional", conditions=["only if dredging is paid for"])
    again = source.say(
        "toll",
        "conditional",
        conditions=["Only if dredging is  paid for", "provided that it starts in May"],
    )
    other_issue = source.say("ferries", conditions=["only if it rains"])
    reported = source.say("toll", "conditional", holder="Pilots", conditions=["only if asked"])
    source.say("toll", conditions=["only if somebody shows a stance by it"])
    source.take("toll", "conditional", first, again, other_issue, reported)
    (one, two) = issue_of(brief_of(source.record()), "toll").conditions

    assert (one.source, one.stance, one.statement) == ("a", "conditional", first)
    assert one.condition.quote == "only if dredging is paid for"
    assert two.condition.quote == "provided that it starts in May"


def test_concessions_come_from_authors_who_take_a_side():
    sided, unsided = draft("a"), draft("b")
    for source, stance in ((sided, "oppose"), (unsided, "unclear")):
        source.take("toll", stance, source.say("toll", stance))
        source.say("toll", "support", kind="concession")
        source.say("toll", "support", kind="concession", holder="Pilots")
        source.say("ferries", "support", kind="concession")
        source.say(None, "unclear", kind="concession")
    brief = brief_of(sided.record(), unsided.record())

    (concession,) = issue_of(brief, "toll").concessions
    assert (concession.source, concession.stance) == ("a", "oppose")
    assert concession.statement == "a:s2"
    assert issue_of(brief, "ferries").concessions == ()


def reported_names(*names: str | Holder) -> list[tuple[str, int]]:
    source = draft("a")
    for name in names:
        source.say("toll", holder=name)
    reported = issue_of(brief_of(source.record()), "toll").reported
    return [(r.holder, len(r.statements)) for r in reported]


@pytest.mark.parametrize(
    "names",
    [
        ("the Harbour Board", "The Harbour Board", "Harbour Board", "Harbour Board's"),
        ("Ortiz", "President Ortiz", "Freedonian President Ortiz", "former President Ortiz"),
        ("Mr. Lind", "Lind"),
        ("Secretary Vale", "Vale"),
    ],
)
def test_trivial_variants_of_a_name_are_one_holder(names):
    assert reported_names(*names) == [(names[0], len(names))]


@pytest.mark.parametrize(
    "names",
    [
        ("Freedonia", "the Freedonian government", "Port Vale"),
        ("Ortiz", "President Ortiz", "Governor Ortiz"),
        ("Vice President Lind", "President Lind", "Deputy Minister Lind"),
        ("President of the Board", "Board"),
        ("Maria Ortiz", "Ortiz"),
        ("General Cranes", "Cranes"),
    ],
)
def test_different_names_are_never_merged(names):
    assert sorted(reported_names(*names)) == sorted((name, 1) for name in names)


def test_names_are_merged_within_one_source_only_and_keep_their_role():
    one, two = draft("a"), draft("b")
    one.say("ferries", holder=Holder(name="Ortiz"))
    one.say("toll", holder=Holder(name="President Ortiz", role="head of state"))
    two.say("toll", holder="President Ortiz")
    reported = issue_of(brief_of(one.record(), two.record()), "toll").reported

    assert [(r.source, r.holder, r.role) for r in reported] == [
        ("a", "Ortiz", "head of state"),
        ("b", "President Ortiz", None),
    ]


def test_reported_views_without_a_side_come_after_those_with_one():
    source = draft("a")
    for stance in reversed(STANCES):
        source.say("toll", stance, holder=f"The {stance} club")
    brief = brief_of(source.record())

    assert [r.stance for r in issue_of(brief, "toll").reported] == list(STANCES)


def test_mixed_up_records_are_refused_with_the_source_named():
    codebook = make_codebook("toll")
    twice = make_record("a", {"toll": "support"})
    astray = draft("b").take("toll", "support", "a:s1").record()
    foreign = make_record("c", {"ferries": "support"})

    for records, where in (([twice, twice], "a"), ([twice, astray], "b"), ([foreign], "c")):
        with pytest.raises(UsageError) as caught:
            synthesize(records, codebook, generator="briefgen 0")
        assert caught.value.where == where


def test_a_point_cites_a_source_whose_words_another_says():
    words = "The council should halve the harbour toll for small boats."
    first, second = draft("a"), draft("b")
    first.take("toll", "support", first.say("toll", quote=words), confidence=0.9)
    along = second.say("toll", "unclear")
    same = second.say("toll", quote=words)
    second.take("toll", "support", along, same, confidence=0.5)
    brief = brief_of(first.record(), second.record())

    assert along not in position_of(brief, "toll", "support").shown
    (point,) = [p for p in brief.in_brief if p.issue == "toll"]
    assert same in point.statements
    assert along not in point.statements


def test_the_undetermined_are_shown_in_what_is_plainly_about_the_issue():
    """The extractor's order and the source's turn count less."""
    first, second = draft("a"), draft("b")
    aside = first.say("toll", "unclear", quote="Everybody on the quay has waited for it for years.")
    first.take("toll", "unclear", aside, confidence=0.4)
    other = second.say("toll", "unclear", quote="The pilots have a view, and they keep it quiet.")
    plain = second.say("toll", "unclear", quote="Whether the harbour toll stays is for the town.")
    second.take("toll", "unclear", other, plain, confidence=0.3)
    brief = brief_of(first.record(), second.record())

    assert position_of(brief, "toll", "unclear").shown[0] == plain
