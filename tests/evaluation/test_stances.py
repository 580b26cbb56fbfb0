"""The figures of a corpus, computed by hand from planted right and wrong answers."""

import json
from dataclasses import asdict

import pytest

from briefgen.evaluation.gold import Gold
from briefgen.evaluation.overlap import overlaps, shares_name
from briefgen.evaluation.stances import compare, compute_figures, count_confusion
from briefgen.evaluation.worst import find_faults
from briefgen.models import Holder, IssueStance, PositionRecord, Provenance, Source, Statement

EBB = "The ebb leaves the mole dry at noon, and the boats lie in the mud until dusk."
KEEPER = "the lamp should burn through the night"
PLEA = "The council should paint the lighthouse white before the autumn storms come"


def make_statement(number, quote, *, issue="mole", stance="unclear", **rest):
    return Statement(
        id=f"a:s{number}",
        start=0,
        end=len(quote),
        quote=quote,
        kind=rest.pop("kind", "claim"),
        holder=rest.pop("holder", None),
        issue=issue,
        stance=stance,
        modality="plain",
        **rest,
    )


def make_record(stances=(), statements=()):
    """Return a record; *stances* maps issues to stance, confidence and statement numbers."""
    return PositionRecord(
        source=Source(id="a", path="a.txt"),
        provenance=Provenance(input_sha256="", codebook_sha256="", extractor="test/1"),
        thesis=None,
        stances={
            issue: IssueStance(
                stance=stance, confidence=sure, statements=tuple(f"a:s{n}" for n in shown)
            )
            for issue, (stance, sure, shown) in dict(stances).items()
        },
        statements=tuple(statements),
    )


def make_gold(stances, **rest):
    return Gold.model_validate({"articles": [{"id": "a", "stances": stances, **rest}]})


def cell(stance, evidence=()):
    return {"stance": stance, "evidence": list(evidence)}


def compare_one(gold, record):
    return compare(gold, {"a": record})


@pytest.fixture
def planted():
    """Eight cells: five right, one wrong side, one side missed, one side that nobody takes."""
    gold = make_gold(
        {
            "mole": cell("support", [EBB]),
            "lamp": cell("support", ["nobody has said this anywhere at all"]),
            "ferry": cell("oppose"),
            "toll": cell("oppose"),
            "crane": cell("absent"),
            "bell": cell("neutral"),
            "quay": cell(["oppose", "absent"]),
            "buoy": cell(["conditional", "oppose"]),
        }
    )
    record = make_record(
        {
            "mole": ("support", 0.9, [1]),  # right, evidence shown
            "lamp": ("support", 0.9, [1]),  # right, other evidence shown
            "ferry": ("support", 0.8, [1]),  # wrong side
            "toll": ("unclear", 0.5, [1]),  # side missed
            "bell": ("unclear", 0.5, [1]),  # right: neutral and unclear are one class
            "buoy": ("support", 0.7, [1]),  # no reader takes this side
        },  # crane and quay: absent, right
        [make_statement(1, EBB)],
    )
    return compare_one(gold, record), record


def test_figures(planted):
    results, _ = planted

    assert asdict(compute_figures(results)) == {
        "cells": 8,
        "accuracy": 5 / 8,
        # support: true 2, said 4, hit 2; oppose: true 2, said 0; other: true 2, said 2, hit 1;
        # absent: true 2, said 2, hit 2
        "macro_f1": pytest.approx((4 / 6 + 0 + 2 / 4 + 1) / 4),
        "side": 2 / 4,  # mole and lamp of mole, lamp, ferry and toll
        "wrong_side": 1 / 4,
        "addressed": 1.0,  # six cells addressed, six said to be
        "evidence": 1 / 2,  # mole, not lamp; bell has none
        "reported": None,
        "misbooked": None,
        "recommendations": None,
        "addressees": None,
    }


def test_the_confusion_table_counts_a_right_label_of_several_as_itself(planted):
    results, _ = planted

    table = count_confusion(results)

    assert table["support"] == {"support": 2, "oppose": 0, "other": 0, "absent": 0}
    assert table["oppose"] == {"support": 1, "oppose": 0, "other": 1, "absent": 0}
    assert table["other"] == {"support": 1, "oppose": 0, "other": 1, "absent": 0}
    assert table["absent"] == {"support": 0, "oppose": 0, "other": 0, "absent": 2}


def test_the_worst_errors_come_first_with_their_text(planted):
    results, record = planted

    faults = list(find_faults(results, {"a": record}))

    assert [(fault.kind, fault.issue) for fault in faults] == [
        ("wrong side", "ferry"),
        ("side that no reader takes", "buoy"),
        ("side missed", "toll"),
    ]
    assert faults[0].gold == "oppose"
    assert faults[0].predicted == "support"
    assert faults[0].confidence == 0.8
    assert [seen.quote for seen in faults[0].seen] == [EBB]


def test_of_two_wrong_sides_the_more_confident_comes_first():
    gold = make_gold({"mole": cell("support"), "lamp": cell("support")})
    record = make_record(
        {"mole": ("oppose", 0.6, [1]), "lamp": ("oppose", 0.9, [1])}, [make_statement(1, EBB)]
    )

    faults = list(find_faults(compare_one(gold, record), {"a": record}))

    assert [fault.issue for fault in faults] == ["lamp", "mole"]


REPORTED = [{"holder": "Mara Lund, keeper of the lamp", "issue": "lamp", "evidence": KEEPER}]


@pytest.mark.parametrize(
    ("statements", "reported", "misbooked", "kind"),
    [
        ([], 0, 0, "reported view missed"),
        ([make_statement(1, KEEPER)], 0, 1, "reported view booked to the author"),
        (
            [make_statement(1, KEEPER, holder=Holder(name="the mayor"))],
            0,
            0,
            "reported view of somebody else",
        ),
        ([make_statement(1, KEEPER, holder=Holder(name="Lund"))], 1, 0, None),
        (
            [make_statement(1, KEEPER), make_statement(2, KEEPER, holder=Holder(name="Mara"))],
            1,
            0,
            None,
        ),
    ],
    ids=["missed", "misbooked", "other holder", "right", "right beside the author's"],
)
def test_reported_views(statements, reported, misbooked, kind):
    record = make_record((), statements)
    results = compare_one(make_gold({}, reported=REPORTED), record)

    figures = compute_figures(results)

    assert (figures.reported, figures.misbooked) == (reported, misbooked)
    assert [f.kind for f in find_faults(results, {"a": record})] == [kind] * (kind is not None)


@pytest.mark.parametrize(
    ("statement", "found", "addressed"),
    [
        (make_statement(1, PLEA, kind="recommendation", addressee="The council"), 1, 1),
        (make_statement(1, PLEA, kind="recommendation"), 1, 0),
        (make_statement(1, PLEA, kind="recommendation", addressee="the mayor"), 1, 0),
        (make_statement(1, PLEA), 0, None),
        (make_statement(1, PLEA, kind="recommendation", holder=Holder(name="Lund")), 0, None),
    ],
    ids=["right", "nobody addressed", "other addressee", "a claim", "another's"],
)
def test_recommendations(statement, found, addressed):
    asked = [{"actor": "town / council", "action": "paint", "evidence": PLEA}]

    results = compare_one(make_gold({}, recommendations=asked), make_record((), [statement]))

    figures = compute_figures(results)
    assert (figures.recommendations, figures.addressees) == (found, addressed)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (EBB, "the boats  LIE in the\nmud until dusk.", True),
        (EBB, "The ebb leaves us all the time we want, day after day after day", False),
        ("leaves the mole dry", "the mole dry", True),
        ("the mole", EBB, True),
        ("mud dries at dusk", "the mud dries by noon", False),
        ("mud dusk", EBB, False),
    ],
)
def test_overlap(one, other, overlap):
    """Half of the shorter one's words as a run, at least three; fewer must stand there whole."""
    assert overlaps(one, other) is overlap
    assert overlaps(other, one) is overlap


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mara Lund", "Keeper Lund", True),
        ("the harbour's keeper", "Harbour office", True),
        ("the mayor", "the keeper", False),
        ("some of their boats", "some of their guests", False),
        ("the H.O.", "The Harbour Office", True),
        ("The Harbour Office", "HO", True),
        ("Lund", "L", False),
        ("the HQ", "The Harbour Office", False),
    ],
)
def test_names(one, other, same):
    assert shares_name(one, other) is same


def test_a_coded_corpus_through_the_command_line(run, corpus):
    """The article with a number before its id is found; the figures are the program's own."""
    result = run("evaluate", corpus, "--json")

    assert result.code == 0
    content = json.loads(result.out)
    assert content["corpus"] == "harbour"
    assert content["articles"] == 2
    assert content["figures"]["cells"] == 3
    assert content["figures"]["accuracy"] == 1.0
    assert content["figures"]["wrong_side"] == 0.0
    assert content["figures"]["recommendations"] == 1.0
    assert content["figures"]["reported"] == 1.0
    assert content["confusion"]["support"]["support"] == 1
    assert content["given"] == {"given": 1, "right": 1.0, "coverage": 1.0}
    assert content["faults"] == []


def test_what_is_wrong_is_shown_with_text_and_reason(run, corpus):
    gold = json.loads((corpus / "gold.json").read_text())
    gold["articles"][0]["stances"]["toll"]["stance"] = "oppose"
    del gold["articles"][1]
    (corpus / "gold.json").write_text(json.dumps(gold))

    result = run("evaluate", corpus)

    assert result.code == 0
    assert ["wrong_side", "1.000"] in [line.split() for line in result.out.splitlines()]
    assert "not coded, left out: 07_open-basin" in result.out
    assert "WRONG SIDE: fair-price, toll; readers: oppose; record: support" in result.out
    assert "“The town should charge yachts a toll”" in result.out
    assert "[the author: " in result.out


def test_an_article_cannot_command_the_terminal(run, corpus):
    path = corpus / "articles" / "fair-price.txt"
    path.write_text(path.read_text().replace("The town", "The\x9b31m town"))
    gold = (corpus / "gold.json").read_text()
    (corpus / "gold.json").write_text(gold.replace('"support"', '"oppose"'))

    for arguments in (("evaluate", corpus), ("evaluate", corpus, "--json")):
        result = run(*arguments)

        assert result.code == 0
        assert "31m town" in result.out
        assert "\x9b" not in result.out
