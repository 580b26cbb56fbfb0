"""What changed from one brief to the next, on small records."""

import pytest

from briefgen.models import Brief, Changes, Failure, PositionRecord, Stance
from briefgen.synthesis.changes import find_changes, tell_why_incomparable
from tests.synthesis.factories import brief_of, make_record


def coded(record: PositionRecord, sha256: str) -> PositionRecord:
    """Return the record of an article with that hash."""
    provenance = record.provenance.model_copy(update={"input_sha256": sha256})
    return record.model_copy(update={"provenance": provenance})


def changes_of(old: Brief, new: Brief) -> Changes:
    assert tell_why_incomparable(old, new) is None
    return find_changes(old, new)


def source_with(stance: Stance | None) -> Brief:
    """Return a brief of one source with that stance on the toll; another one keeps the issue."""
    stances = {} if stance is None else {"toll": stance}
    return brief_of(make_record("a", stances), make_record("b", {"ferries": "support"}))


def test_the_same_brief_has_not_changed():
    brief = brief_of(make_record("a", {"toll": "support"}), make_record("b", {"toll": "oppose"}))

    changes = changes_of(brief, brief)

    assert changes.is_empty
    assert changes.since.evidence_sha256 == brief.evidence_sha256
    assert not changes.is_recoded


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("support", "oppose", "reversed"),
        ("oppose", "support", "reversed"),
        ("support", "conditional", "qualified"),
        ("conditional", "oppose", "unqualified"),
        ("unclear", "oppose", "determined"),
        ("neutral", "conditional", "determined"),
        ("support", "unclear", "undetermined"),
        ("conditional", "neutral", "undetermined"),
        ("neutral", "unclear", "open"),
        (None, "unclear", "new"),
        ("oppose", None, "gone"),
    ],
)
def test_each_step_has_its_name_and_both_passages(before, after, kind):
    old, new = source_with(before), source_with(after)

    (change,) = changes_of(old, new).stances

    assert (change.kind, change.before, change.after) == (kind, before, after)
    assert (change.source, change.issue) == ("a", "toll")
    assert (change.then is None) == (before is None)
    assert (change.now is None) == (after is None)
    for passage, brief in ((change.then, old), (change.now, new)):
        if passage is not None:
            statement = brief.statements[passage.statement]
            assert (passage.quote, passage.source) == (statement.quote, "a")
            assert (passage.start, passage.end) == (statement.start, statement.end)


def test_sources_come_and_go_with_their_positions():
    kept = make_record("kept", {"toll": "support"})
    old = brief_of(kept, make_record("old", {"toll": "oppose"}, outlet="Old Post"))
    new = brief_of(
        kept, coded(make_record("new", {"toll": "unclear", "ferries": "support"}), "f" * 64)
    )

    came, went = changes_of(old, new).sources

    assert (came.kind, came.source, went.kind, went.source) == ("new", "new", "gone", "old")
    assert went.label == "Old Post"
    assert {p.issue: p.stance for p in came.positions} == {"toll": "unclear", "ferries": "support"}
    assert went.positions[0].passage is not None
    assert went.positions[0].passage.quote == old.statements["old:s1"].quote
    assert changes_of(old, new).stances == ()


def test_the_most_telling_steps_come_first():
    issues = ("toll", "dredging", "ferries")
    before = {"toll": "unclear", "dredging": "support", "ferries": "support"}
    after = {"toll": "support", "dredging": "conditional", "ferries": "oppose"}
    old = brief_of(make_record("a", before), issues=issues)

    changes = changes_of(old, brief_of(make_record("a", after), issues=issues))

    assert [change.kind for change in changes.stances] == ["reversed", "qualified", "determined"]


def test_a_side_with_more_or_fewer_sources_is_counted():
    a, b = make_record("a", {"toll": "support"}), make_record("b", {"toll": "support"})
    old = brief_of(a, b, make_record("c", {"toll": "oppose"}))
    new = brief_of(a, make_record("b", {"toll": "oppose"}), make_record("c", {"toll": "oppose"}))

    support, oppose = changes_of(old, new).support

    assert (support.stance, support.before, support.after) == ("support", 2, 1)
    assert (support.joined, support.left) == ((), ("b",))
    assert [passage.source for passage in support.then] == ["b"]
    assert (oppose.stance, oppose.before, oppose.after) == ("oppose", 1, 2)
    assert [passage.statement for passage in oppose.now] == ["b:s1"]


def test_one_source_for_another_is_no_change_of_support():
    kept = make_record("kept", {"toll": "support"})
    old = brief_of(kept, make_record("a", {"toll": "support"}))

    new = brief_of(kept, coded(make_record("b", {"toll": "support"}), "f" * 64))

    changes = changes_of(old, new)

    assert len(changes.sources) == 2
    assert changes.support == ()


@pytest.mark.parametrize(("sha256", "same"), [("0" * 64, True), ("f" * 64, False)])
def test_an_article_that_is_the_same_is_told_from_one_that_changed(sha256, same):
    old = brief_of(make_record("a", {"toll": "support"}))
    new = brief_of(coded(make_record("a", {"toll": "oppose"}), sha256))

    assert changes_of(old, new).stances[0].same_article is same


def test_a_brief_that_kept_no_hashes_does_not_tell():
    old = brief_of(make_record("a", {"toll": "support"}))
    bare = tuple(source.model_copy(update={"input_sha256": None}) for source in old.sources)
    new = brief_of(make_record("a", {"toll": "oppose"}))

    changes = changes_of(old.model_copy(update={"sources": bare}), new)

    assert changes.stances[0].same_article is None


def test_stances_on_a_reworded_proposition_are_not_compared():
    old = brief_of(make_record("a", {"toll": "support", "ferries": "support"}))
    new = brief_of(make_record("a", {"toll": "oppose", "ferries": "oppose"}))
    toll = old.issues[0].model_copy(update={"proposition": "The toll should be twice as high."})

    changes = changes_of(old.model_copy(update={"issues": (toll, *old.issues[1:])}), new)

    assert [(change.kind, change.issue) for change in changes.issues] == [("reworded", "toll")]
    assert changes.issues[0].before == "The toll should be twice as high."
    assert {change.issue for change in changes.stances} == {"ferries"}
    assert {change.issue for change in changes.support} == {"ferries"}


def test_issues_come_and_go():
    record = make_record("a", {"ferries": "support"})
    old = brief_of(record, issues=("toll", "ferries"))
    new = brief_of(record, issues=("ferries", "cranes"))

    changes = changes_of(old, new)

    assert [(c.kind, c.issue) for c in changes.issues] == [("new", "cranes"), ("gone", "toll")]


def test_other_topics_and_other_issues_are_not_compared():
    record = make_record("a", {"toll": "support"})
    brief = brief_of(record)

    other = brief.model_copy(update={"topic": "The airport"})
    assert "The airport" in str(tell_why_incomparable(other, brief))
    assert "no issue in common" in str(
        tell_why_incomparable(brief_of(issues=("museum",)), brief_of(issues=("cranes",)))
    )


def test_another_version_is_said():
    brief = brief_of(make_record("a", {"toll": "support"}))

    assert changes_of(brief.model_copy(update={"generator": "briefgen 9"}), brief).is_recoded
    assert changes_of(brief.model_copy(update={"extractors": ("other/2",)}), brief).is_recoded


def test_an_earlier_brief_whose_ids_lead_nowhere_costs_the_passages_alone():
    """It fits the schema and is torn all the same."""
    old = brief_of(make_record("a", {"toll": "support"})).model_copy(update={"statements": {}})

    (change,) = changes_of(old, brief_of(make_record("a", {"toll": "oppose"}))).stances

    assert change.kind == "reversed"
    assert change.then is None
    assert change.now is not None


def test_the_way_back_is_the_opposite():
    old = brief_of(make_record("a", {"toll": "support"}), make_record("b", {"toll": "oppose"}))
    c = coded(make_record("c", {"toll": "oppose"}), "f" * 64)
    new = brief_of(make_record("a", {"toll": "conditional"}), c)

    there, back = changes_of(old, new), changes_of(new, old)

    assert [(s.source, s.kind) for s in there.sources] == [("c", "new"), ("b", "gone")]
    assert [(s.source, s.kind) for s in back.sources] == [("b", "new"), ("c", "gone")]
    assert [(c.before, c.after, c.then, c.now) for c in there.stances] == [
        (c.after, c.before, c.now, c.then) for c in back.stances
    ]
    assert [(c.before, c.after, c.joined) for c in there.support] == [
        (c.after, c.before, c.left) for c in back.support
    ]


def test_a_file_with_another_name_is_the_same_source():
    """Numbered articles move up where one is put before them."""
    first = coded(make_record("001", {"toll": "support"}), "a" * 64)
    old = brief_of(first, make_record("kept", {"toll": "oppose"}))
    moved = coded(make_record("002", {"toll": "conditional"}), "a" * 64)
    new = brief_of(moved, make_record("kept", {"toll": "oppose"}))

    changes = changes_of(old, new)

    (renamed,) = changes.sources
    assert (renamed.kind, renamed.before, renamed.source) == ("renamed", "001", "002")
    (change,) = changes.stances
    assert (change.source, change.kind, change.same_article) == ("002", "qualified", True)
    assert change.then is not None
    assert (change.then.source, change.then.statement) == ("002", "001:s1")


def test_an_article_that_is_there_twice_is_not_followed():
    twins = [coded(make_record(name, {"toll": "support"}), "a" * 64) for name in ("b", "c")]
    old = brief_of(coded(make_record("a", {"toll": "support"}), "a" * 64))

    assert [s.kind for s in changes_of(old, brief_of(*twins)).sources] == ["new", "new", "gone"]


def test_a_source_that_could_not_be_used_is_told_from_one_that_is_gone():
    kept, lost = make_record("kept", {"toll": "support"}), make_record("lost", {"toll": "oppose"})
    both = brief_of(kept, lost)
    failure = Failure(path="lost.txt", reason="the file is empty")
    one = brief_of(kept).model_copy(update={"failures": (failure,)})

    assert [(s.kind, s.failed) for s in changes_of(both, one).sources] == [("gone", True)]
    assert [(s.kind, s.failed) for s in changes_of(one, both).sources] == [("new", True)]
    assert not changes_of(both, brief_of(kept)).sources[0].failed
