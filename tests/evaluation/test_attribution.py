"""Who says it: figures by hand on invented articles, and predictions in the form that is read."""

import json
from dataclasses import asdict

import pytest

from briefgen.evaluation.attribution import (
    AnnotatedArticle,
    PredictedStatement,
    compute_figures,
    match_article,
)
from briefgen.evaluation.holder_match import names_holder

TEXT = "Keeper Lund said the lamp is weak. He thinks oil is dear. Gulls cry at night. It is cold."
LAMP, OIL, GULLS = "the lamp is weak", "oil is dear", "Gulls cry at night"


def spot(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


def attribution(content, source, **rest):
    return {"content": [spot(content)], "source": [spot(source)], **rest}


def make_article(*attributions):
    return AnnotatedArticle.model_validate(
        {"id": "lamp", "text": TEXT, "attributions": list(attributions)}
    )


def predict(words, holder, **rest):
    return PredictedStatement(*spot(words), holder, **rest)


ARTICLE = make_article(
    attribution(LAMP, "Keeper Lund"),
    attribution(OIL, "He", source_alt=["Keeper Lund"]),
)


def test_figures():
    """Of two attributions one is found, of three statements one is right."""
    match = match_article(
        ARTICLE,
        [
            predict("lamp is weak", "Lund"),  # three of four words
            predict("dear", "He", resolved="Lund"),  # one of three words
            predict(GULLS, "the crew"),  # nobody's
            predict("It is cold", None),  # the author's do not count
        ],
    )

    assert asdict(compute_figures([match])) == {
        "articles": 1,
        "attributions": 2,
        "predicted": 3,
        "token_precision": 4 / 8,
        "token_recall": 4 / 7,
        "token_f1": pytest.approx(8 / 15),
        "attribution_precision": 2 / 3,  # "dear" lies wholly in an annotated content
        "attribution_recall": 1 / 2,
        "attribution_f1": pytest.approx(4 / 7),
        "holder": 1.0,
        "holder_nominal": 1.0,
        "holder_lenient": 1.0,
        "pronouns_resolved": None,
    }
    assert [(fault.kind, fault.text, fault.predicted) for fault in match.faults()] == [
        ("missed", OIL, None),
        ("invented", GULLS, "the crew"),
    ]


@pytest.mark.parametrize(
    ("words", "right"), [("lamp is weak. He thinks", 1), ("is weak. He thinks oil", 0)]
)
def test_half_of_a_statement_must_be_one_annotated_content(words, right):
    """Three words of five are enough; two of one content and one of another are not."""
    figures = compute_figures([match_article(ARTICLE, [predict(words, "Lund")])])

    assert figures.attribution_precision == right


@pytest.mark.parametrize(
    ("statement", "literal", "lenient", "resolved"),
    [
        (predict(OIL, "He", resolved="Lund"), 1, 1, 1),
        (predict(OIL, "He", resolved="the mayor"), 1, 1, 0),
        (predict(OIL, "Lund"), 0, 1, 1),
        (predict(OIL, "the mayor"), 0, 0, 0),
    ],
    ids=["as it stands", "resolved to another", "resolved only", "another"],
)
def test_the_holder_behind_a_pronoun(statement, literal, lenient, resolved):
    figures = compute_figures([match_article(ARTICLE, [statement])])

    assert figures.holder == literal
    assert figures.holder_lenient == lenient
    assert figures.pronouns_resolved == resolved
    assert figures.holder_nominal is None


@pytest.mark.parametrize(
    ("holder", "source", "same"),
    [
        ("the keeper", "Keeper Lund", True),
        ("Keeper Mara Lund of the Ostby office", "Lund", True),
        ("Lund's", "Mr. Lund", True),
        ("Keeper Lund", "the keeper", False),
        ("the office", "the officer", False),
    ],
)
def test_the_head_word_decides(holder, source, same):
    assert names_holder(holder, [source]) is same


LINES = (
    {
        "id": "lamp",
        "split": "train",
        "text": "The lamp is old. “The lamp must be mended before the autumn,” said Mara Lund.\n\n"
        "It was cold at noon. He said that the council would pay.",
        "attributions": [],
    },
    {"id": "mole", "split": "dev", "text": "The mole is dry.", "attributions": []},
)


def test_predictions_hold_every_statement_at_its_offsets(run, write_lines, tmp_path):
    out = tmp_path / "out.jsonl"

    result = run("evaluate", "--attribution", write_lines(*LINES), "--predictions", out)

    assert result.code == 0
    first, second = map(json.loads, out.read_text().splitlines())
    said = {
        LINES[0]["text"][s["start"] : s["end"]].strip("“”,."): s["holder"]
        for s in first["statements"]
    }
    assert said["The lamp is old"] is None
    assert said["The lamp must be mended before the autumn"] == "Mara Lund"
    assert said["It was cold at noon"] is None
    assert any("council would pay" in words and who == "He" for words, who in said.items())
    text = LINES[1]["text"]
    assert second == {
        "id": "mole",
        "statements": [{"start": 0, "end": len(text), "holder": None}],
    }


def test_a_split_alone_is_taken(run, write_lines, tmp_path):
    out = tmp_path / "out.jsonl"

    run("evaluate", "--attribution", write_lines(*LINES), "--predictions", out, "--split", "dev")

    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["mole"]


def test_what_nobody_annotated_is_predicted_and_not_scored(run, write_lines, tmp_path):
    out = tmp_path / "out.jsonl"
    path = write_lines({"id": "lamp", "text": TEXT})

    result = run("evaluate", "--attribution", path, "--predictions", out)

    assert result.out == "1 articles, none of them annotated: nothing to score\n"
    assert out.exists()


def test_figures_and_errors_as_json(run, write_lines):
    path = write_lines({"id": "lamp", "text": TEXT, "attributions": [attribution(GULLS, "He")]})

    content = json.loads(run("evaluate", "--attribution", path, "--json").out)

    assert content["figures"]["attributions"] == 1
    assert content["figures"]["attribution_recall"] == 0.0
    assert {"kind": "missed", "article": "lamp", "text": GULLS, "gold": "He"}.items() <= next(
        fault for fault in content["faults"] if fault["kind"] == "missed"
    ).items()
