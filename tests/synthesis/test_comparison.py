"""Agreements, divergences, gaps, the summary and the coverage matrix."""

import itertools

import pytest

from briefgen.models import STANCES

from .factories import ISSUES, brief_of, draft, issue_of, make_record


def sides(spec: str) -> dict[str, str]:
    """Read "+-?0." as support, oppose, conditional, neutral, not addressed, issue by issue."""
    marks = {"+": "support", "-": "oppose", "?": "conditional", "0": "neutral", "u": "unclear"}
    return {i: marks[m] for i, m in zip(ISSUES, spec, strict=False) if m != "."}


def corpus(*specs: str):
    """Make a brief of sources a, b, c … over as many issues as the longest spec has marks."""
    records = [
        make_record(name, sides(spec)) for name, spec in zip("abcdefghij", specs, strict=False)
    ]
    return brief_of(*records, issues=ISSUES[: max(map(len, specs))])


def test_all_agree_needs_two_sided_sources_and_counts_no_conditional_one():
    brief = corpus("+-", "+?", "?.", "0.")

    (agreement,) = brief.agreements
    assert (agreement.issue, agreement.kind, agreement.stance) == ("toll", "all", "support")
    assert agreement.sources == ("a", "b")
    assert agreement.statements == ("a:s1", "b:s1")


def holding(name: str, spec: str, *weak: str):
    """Make a source with one passage for each side; of low confidence on the issues *weak*."""
    source = draft(name)
    for issue, stance in sides(spec).items():
        confidence = 0.7 if issue in weak else 0.9
        source.take(issue, stance, source.say(issue, stance), confidence=confidence)
    return source.record()


@pytest.mark.parametrize(("weak", "kinds"), [((), ["all"]), (("b",), []), (("a", "b"), [])])
def test_an_agreement_needs_two_sources_on_more_than_weak_grounds(weak, kinds):
    records = [holding(name, "+", *(["toll"] if name in weak else [])) for name in "ab"]

    assert [agreement.kind for agreement in brief_of(*records).agreements] == kinds


def test_an_agreement_names_those_on_weak_grounds():
    records = [holding("a", "+"), holding("b", "+"), holding("c", "+", "toll")]
    (agreement,) = brief_of(*records).agreements

    assert set(agreement.sources) == {"a", "b", "c"}
    assert agreement.weak == ("c",)


def test_two_passages_or_a_high_confidence_are_no_weak_ground():
    twice = draft("a")
    ids = [twice.say("toll", "support", quote=f"The toll pays for pier {n}.") for n in "12"]
    twice.take("toll", "support", *ids, confidence=0.6)
    reported = draft("b")
    own, other = reported.say("toll", "oppose"), reported.say("toll", "oppose", holder="Pilots")
    reported.take("toll", "oppose", own, other, confidence=0.6)
    (divergence,) = brief_of(twice.record(), reported.record()).divergences

    assert divergence.weak == ("b",)


def test_nobody_travels_together_on_weak_grounds():
    def companions(*weak):
        records = [holding("a", "+++"), holding("b", "+++", *weak), holding("c", "---")]
        return [each.sources for each in brief_of(*records, issues=ISSUES[:3]).companions]

    assert companions() == [("a", "b")]
    assert companions("dredging") == []


def test_camps_that_differ_on_half_of_the_other_issues_are_found_to_agree():
    brief = corpus("+++-", "+--.", "-++.")

    (agreement,) = [a for a in brief.agreements if a.kind == "across-camps" and a.issue == "toll"]
    assert (agreement.stance, agreement.sources) == ("support", ("a", "b"))
    assert agreement.differ_on == ("dredging", "ferries")


def test_the_issue_agreed_on_is_not_among_the_others():
    """One opposed of two other issues is half; of all three shared ones it would be less."""
    brief = corpus("++-", "+++")

    found = [a.issue for a in brief.agreements if a.kind == "across-camps"]
    assert found == ["toll", "dredging"]


def test_sources_of_one_camp_do_not_count_as_agreeing_across_camps():
    """They differ on one of three other shared issues: less than half."""
    brief = corpus("++++", "-+++")

    assert {a.kind for a in brief.agreements} == {"all"}


def test_agreement_across_camps_also_works_with_one_other_shared_issue():
    brief = corpus("++", "+-", "-+")

    found = [(a.issue, a.sources) for a in brief.agreements if a.kind == "across-camps"]
    assert found == [("toll", ("a", "b")), ("dredging", ("a", "c"))]


def test_divergences_come_widest_and_most_even_first():
    brief = corpus("+++", "+++", "+-.", "+--", "-.-", "..+")

    assert [d.issue for d in brief.divergences] == ["ferries", "dredging", "toll"]
    assert brief.divergences[0].support == ("a", "b", "f")
    assert brief.divergences[0].oppose == ("d", "e")
    assert {s.split(":")[0] for s in brief.divergences[0].statements} == set("abdef")


def test_each_gap_has_its_kind():
    brief = corpus("+u+.+", "-0+.?", "....?")

    gaps = {gap.issue: (gap.kind, gap.side, gap.sources) for gap in brief.gaps}
    assert gaps == {
        "cranes": ("nobody", None, ()),
        "dredging": ("undetermined", None, ("a", "b")),
        "ferries": ("one-side", "support", ("a", "b")),
        "museum": ("one-side", "support", ("a",)),  # the other sets a condition
    }


@pytest.mark.parametrize(
    ("marks", "kind"),
    [("--u", "one-side"), ("--uu", "one-side"), ("--uuu", "few-sides"), ("-u0", "lone-side")],
)
def test_a_one_sided_gap_needs_a_quorum_and_names_the_side_and_no_undetermined_source(marks, kind):
    (gap,) = corpus(*marks).gaps

    assert (gap.kind, gap.side) == (kind, "oppose")
    assert gap.sources == tuple("abc"[: marks.count("-")])


def test_a_source_that_names_an_issue_without_a_stance_is_not_silent():
    """Whoever holds the view: a reported one also shows that the source speaks of it."""
    own, reported = draft("own"), draft("reported")
    own.say("toll")
    reported.say("toll", holder="Pilots")
    brief = brief_of(own.record(), reported.record(), make_record("a", {}), issues=("toll",))

    issue, (gap,), (point,) = brief.issues[0], brief.gaps, brief.in_brief
    for item in (issue, gap, point):
        assert item.in_passing == ("own", "reported")
    assert issue.silent == point.silent == ("a",)
    assert issue.reported_only == ("reported",)
    assert (gap.kind, point.kind) == ("nobody", "missing")


@pytest.mark.parametrize(("stance", "only"), [("oppose", ("told",)), ("unclear", ())])
def test_no_source_is_silent_of_which_a_passage_can_be_shown(stance, only):
    """Even where none of the issue's terms stands in its article."""
    own, told = draft("own"), draft("told")
    own.say("toll")
    told.say("toll", stance, holder="Pilots")
    records = [
        record.model_copy(update={"provenance": record.provenance.model_copy(update={"named": ()})})
        for record in (own.record(), told.record(), make_record("a", {}))
    ]

    (issue,) = brief_of(*records, issues=("toll",)).issues

    assert issue.silent == ("a",)
    assert issue.in_passing == ("own", "told")
    assert issue.reported_only == only


@pytest.mark.parametrize(
    ("marks", "kind", "few_sides"),
    [
        ("++uu", "shared", False),
        ("++uuu", "few", True),
        ("++0uu", "few", True),
        ("++...", "shared", False),
        ("+-", "divide", False),
        ("+-uuu", "divide", True),
        ("+++-", "lean", False),
        ("+++-uuuuu", "lean", True),
        ("+", "single", True),
        ("+uu", "single", True),
        ("?", "single", True),
        ("?uu", "single", True),
        ("+?", "conditional", True),
        ("+?uuu", "few", True),
        ("++?", "shared", False),
        ("uu", "undetermined", True),
    ],
)
def test_a_point_speaks_of_the_sources_only_with_a_quorum(marks, kind, few_sides):
    """At least two take a side, and at least half of those that address the issue."""
    (point,) = corpus(*marks).in_brief

    assert (point.kind, point.few_sides) == (kind, few_sides)


def test_nothing_is_shared_below_the_quorum():
    assert [a.kind for a in corpus("+", "+", "u", "u").agreements] == ["all"]
    assert corpus("+", "+", "u", "u", "u").agreements == ()
    below = corpus("+++", "+--", "u..", "u..", "u..")
    assert not [a for a in below.agreements if a.issue == "toll"]


def test_a_single_source_is_a_gap_of_its_own_and_conditional_ones_are_none():
    brief = corpus("+?", ".?")

    assert [(gap.issue, gap.kind) for gap in brief.gaps] == [("toll", "single-source")]


def test_the_summary_runs_from_what_divides_to_what_is_missing():
    brief = corpus("+++?.u", "-++?.u", "--+..0", "..+...")

    assert [(p.kind, p.issue) for p in brief.in_brief] == [
        ("divide", "toll"),
        ("divide", "dredging"),
        ("shared", "ferries"),
        ("conditional", "cranes"),
        ("missing", "museum"),
    ]


def test_a_lopsided_split_is_a_lean_with_both_sides_cited():
    (point,) = corpus("+", "+", "+", "-", "?", "0", ".").in_brief

    assert point.kind == "lean"
    assert point.support == ("a", "b", "c")
    assert (point.oppose, point.conditional, point.other) == (("d",), ("e",), ("f",))
    assert point.silent == ("g",)
    assert sorted(point.statements) == [f"{name}:s1" for name in "abcdef"]


def test_a_point_cites_the_statement_that_its_issue_shows():
    """The second issue shows what the first did not, and the summary leads to just that."""
    source = draft("a")
    both, spare = source.say("toll"), source.say("ferries")
    source.take("toll", "support", both).take("ferries", "support", both, spare)
    points = brief_of(source.record()).in_brief

    assert {p.issue: p.statements for p in points if p.statements} == {
        "toll": (both,),
        "ferries": (spare,),
    }


def test_many_divisions_leave_a_place_for_what_is_shared():
    brief = corpus("++++++", "-----+")

    kinds = [point.kind for point in brief.in_brief]
    assert kinds == ["divide"] * 4 + ["shared"]
    assert len({point.issue for point in brief.in_brief}) == 5


def test_sources_that_agree_stand_together_in_the_matrix():
    brief = corpus("+++", "---", "++.", "--.", "...", "++-")
    order = [row.source for row in brief.coverage]

    assert order == ["b", "d", "c", "a", "f", "e"]
    assert list(brief.coverage[0].stances) == list(ISSUES[:3])
    row = next(row for row in brief.coverage if row.source == "c")
    assert row.stances == {"toll": "support", "dredging": "support", "ferries": None}


def test_hundreds_of_different_patterns_are_sorted_by_the_most_divisive_issue():
    """Beyond the chain's limit the matrix falls back to sorting; nobody is lost."""
    patterns = itertools.islice(itertools.product((*STANCES, None), repeat=4), 1, 400)
    records = [
        make_record(f"s{n:03}", {i: s for i, s in zip(ISSUES, p, strict=False) if s})
        for n, p in enumerate(patterns)
    ]
    brief = brief_of(*records, issues=ISSUES[:4])

    assert sorted(row.source for row in brief.coverage) == [r.source.id for r in records]
    first = brief.divergences[0].issue
    runs = [stance for stance, _ in itertools.groupby(r.stances[first] for r in brief.coverage)]
    assert len(runs) == len(set(runs))


def test_no_records_make_a_brief_of_gaps():
    brief = brief_of()

    assert {gap.kind for gap in brief.gaps} == {"nobody"}
    assert [point.kind for point in brief.in_brief] == ["missing"] * 3
    assert (brief.sources, brief.coverage, brief.evidence_date) == ((), (), None)
    assert issue_of(brief, "toll").positions == ()
