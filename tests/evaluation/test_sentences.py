"""Single sentences: figures by hand, and what the extractor makes of plain ones."""

import json
from dataclasses import asdict

import pytest

from briefgen.evaluation.sentences import SentenceJudgement, SentenceLine, compute_figures

TOPIC = {"topic": "trams", "proposition": "The town should build the tram line."}


def judged(gold, said, *, voice="author", heard="author"):
    line = SentenceLine.model_validate(
        {**TOPIC, "sentence": "Gulls cry.", "stance": gold, "voice": voice}
    )
    return line, SentenceJudgement(said, heard, 0.0)


def test_figures():
    figures = compute_figures(
        [
            judged("support", "support"),
            judged("support", "oppose"),  # wrong side
            judged("oppose", "oppose", heard="reported"),  # wrong voice
            judged("oppose", "unclear"),
            judged("oppose", "conditional"),  # no side taken
            judged("conditional", "conditional"),
            judged("conditional", "support"),  # a side where there is none
            judged("none", "unclear", voice="reported", heard="reported"),
        ]
    )

    assert asdict(figures) == {
        "sentences": 8,
        "sided": 5,
        "taken": 3,
        "right": 2 / 3,
        "coverage": 3 / 5,
        "side_without": 1 / 3,
        "right_of_all": 2 / 4,
        "conditional": 1 / 2,
        "voice": 7 / 8,
    }


def line(sentence, stance, voice="author", how="recommendation"):
    return {**TOPIC, "sentence": sentence, "stance": stance, "voice": voice, "how": how}


LINES = (
    line("The town must build the tram line.", "support"),
    line("The town must not build the tram line.", "oppose", how="negated form"),
    line("The keeper said that the tram is due in May.", "none", "reported", "background"),
    line("Gulls cry at night.", "none", how="background"),
)


def test_predictions_stand_line_by_line(run, write_lines, tmp_path):
    out = tmp_path / "out.jsonl"
    first = write_lines(*LINES[:2], name="first.jsonl")
    second = write_lines(*LINES[2:], name="second.jsonl")

    result = run("evaluate", "--sentences", first, "--sentences", second, "--predictions", out)

    assert result.code == 0
    told = [json.loads(line) for line in out.read_text().splitlines()]
    assert [each["voice"] for each in told] == ["author", "author", "reported", "author"]
    assert told[0]["stance"] == "support"
    assert told[1]["stance"] in {"oppose", "unclear"}
    assert told[3] == {"stance": "unclear", "voice": "author"}


def test_a_view_that_the_author_endorses_is_the_authors(run, write_lines, tmp_path):
    out = tmp_path / "out.jsonl"
    view = "that the town must build the tram line."
    path = write_lines(
        line(f"The keeper said {view}", "none", "reported"),
        line(f"The keeper rightly said {view}", "support", "author"),
    )

    run("evaluate", "--sentences", path, "--predictions", out)

    told = [json.loads(line) for line in out.read_text().splitlines()]
    assert [each["voice"] for each in told] == ["reported", "author"]
    assert told[0]["stance"] == "unclear"


def test_a_row_for_each_way_of_saying(run, write_lines):
    path = write_lines(*LINES)

    text = run("evaluate", "--sentences", path).out
    content = json.loads(run("evaluate", "--sentences", path, "--json").out)

    assert content["figures"]["sentences"] == 4
    assert content["figures"]["voice"] == 1.0
    assert list(content["by_how"]) == ["background", "negated form", "recommendation"]
    assert content["by_how"]["recommendation"]["right"] == 1.0
    rows = text.splitlines()
    (row,) = (row for row in rows if row.startswith("recommendation"))
    assert row.split() == ["recommendation", "1", "1", "1", "1.000", "1.000", "1.000"]


def test_a_wrong_side_is_shown_with_the_cues(run, write_lines):
    path = write_lines({**LINES[0], "stance": "oppose"})

    (fault,) = json.loads(run("evaluate", "--sentences", path, "--json").out)["faults"]

    assert (fault["kind"], fault["gold"], fault["predicted"]) == ("wrong side", "oppose", "support")
    assert fault["cues"]
    assert "WRONG SIDE: trams" in run("evaluate", "--sentences", path).out


@pytest.mark.parametrize("kept", [{}, {"how": "recommendation"}])
def test_what_nobody_coded_is_predicted_and_not_scored(run, write_lines, tmp_path, kept):
    out = tmp_path / "out.jsonl"
    path = write_lines({**TOPIC, "sentence": "The town must build the tram line.", **kept})

    result = run("evaluate", "--sentences", path, "--predictions", out)

    assert result.out == "1 sentences, none of them coded: nothing to score\n"
    assert json.loads(out.read_text()) == {"stance": "support", "voice": "author"}
