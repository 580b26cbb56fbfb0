"""The extractor is as right as it was, and the gate that says so holds."""

import json

import pytest

from tests.evaluation.gate import (
    LoweredError,
    find_breaches,
    find_corpora,
    hash_corpus,
    load_pins,
    measure,
    raise_pins,
)
from tests.evaluation.raise_floors import main as raise_floors

PINS = {"sha256": "a" * 64, "pinned": {"accuracy": 0.8, "side": 0.5, "wrong_side": 0.05}}
AS_PINNED = {"accuracy": 0.8, "side": 0.5, "wrong_side": 0.05}


@pytest.mark.parametrize("name", find_corpora())
def test_no_figure_is_worse_than_pinned(name):
    folder = find_corpora()[name]
    pins = load_pins().get(name)
    if pins is None:
        pytest.skip(f"{name} is not pinned; python -m tests.evaluation.raise_floors does it")

    assert find_breaches(pins, hash_corpus(folder), measure(folder)) == []


def test_the_seeds_are_pinned():
    pinned = load_pins()["seeds/ukraine-peace"]["pinned"]

    assert {"accuracy", "macro_f1", "side", "wrong_side", "evidence", "misbooked"} <= set(pinned)


def test_figures_as_pinned_pass():
    assert find_breaches(PINS, PINS["sha256"], AS_PINNED) == []


@pytest.mark.parametrize(
    ("figure", "value", "line"),
    [
        ("side", 0.49, "side is 0.490, pinned at least 0.500"),
        ("wrong_side", 0.06, "wrong_side is 0.060, pinned at most 0.050"),
        ("accuracy", None, "accuracy is nothing, pinned at least 0.800"),
    ],
)
def test_a_worse_figure_is_named(figure, value, line):
    """Of wrong sides, more is worse; a figure that is gone is worse than any."""
    assert find_breaches(PINS, PINS["sha256"], AS_PINNED | {figure: value}) == [line]


def test_another_corpus_is_not_compared():
    (line,) = find_breaches(PINS, "b" * 64, AS_PINNED)

    assert line.startswith("the corpus is another: pinned aaaaaaaaaaaa, found bbbbbbbbbbbb;")


def test_floors_go_up_with_the_figures_and_ceilings_down():
    raised = raise_pins(PINS, PINS["sha256"], {"accuracy": 0.9, "side": 0.51, "wrong_side": 0.0})

    assert raised["pinned"] == {"accuracy": 0.88, "side": 0.5, "wrong_side": 0.02}


@pytest.mark.parametrize(
    ("sha256", "figures"),
    [("a" * 64, AS_PINNED | {"side": 0.4}), ("b" * 64, AS_PINNED)],
    ids=["worse", "another corpus"],
)
def test_nothing_goes_down_without_a_reason(sha256, figures):
    with pytest.raises(LoweredError):
        raise_pins(PINS, sha256, figures)


def test_a_reason_lowers_only_what_is_worse_and_is_kept():
    lowered = raise_pins(
        PINS, PINS["sha256"], AS_PINNED | {"side": 0.4}, reason="sarcasm left alone"
    )

    assert lowered["pinned"] == {"accuracy": 0.8, "side": 0.38, "wrong_side": 0.05}
    assert [entry["reason"] for entry in lowered["lowered"]] == ["sarcasm left alone"]
    again = raise_pins(lowered, PINS["sha256"], AS_PINNED)
    assert again["lowered"] == lowered["lowered"]


def test_no_measurement_lifts_the_ceiling_of_wrong_sides_over_the_promise():
    pins = raise_pins(None, "a" * 64, {"wrong_side": 0.055, "misbooked": 0.3})

    assert pins["pinned"] == {"wrong_side": 0.06, "misbooked": 0.32}


@pytest.mark.parametrize("name", ["articles/fair-price.txt", "codebook.yaml", "gold.json"])
def test_the_hash_covers_articles_codebook_and_coding(corpus, name):
    before = hash_corpus(corpus)
    with (corpus / name).open("a") as file:
        file.write("\n")

    assert hash_corpus(corpus) != before


def test_the_script_pins_raises_and_refuses(corpus, tmp_path, capsys):
    file = tmp_path / "pins.json"

    def run(*arguments: str) -> int:
        return raise_floors(arguments, file=file, corpora={"harbour": corpus})

    assert run() == 0
    pins = json.loads(file.read_text())
    pins["harbour"]["pinned"]["accuracy"] = 1.1
    file.write_text(json.dumps(pins))

    assert run() == 1
    assert "harbour: accuracy is 1.000, pinned at least 1.100" in capsys.readouterr().err
    assert json.loads(file.read_text()) == pins

    assert run("--lower", "it was a slip") == 0
    mended = json.loads(file.read_text())["harbour"]
    assert mended["pinned"]["accuracy"] == 0.98
    assert mended["lowered"][0]["reason"] == "it was a slip"
