"""What cannot be evaluated is told in one line, with exit code 2 and nothing written."""

import json
import os

import pytest

ARTICLE = {"id": "lamp", "text": "The lamp is weak.", "attributions": []}
SENTENCE = {"topic": "lamps", "proposition": "Lamps should burn.", "sentence": "They burn."}
ARGUMENT = {"id": "a1", "text": "They warn the ships.", "cluster": "safety"}
GROUP = {"topic": "Lamps should burn.", "stance": 1, "arguments": [ARGUMENT]}


def complain(result):
    """Return the one line that a refused run prints."""
    assert result.code == 2
    assert result.out == ""
    (line,) = result.error_lines
    return line


def change(corpus, edit):
    path = corpus / "gold.json"
    gold = json.loads(path.read_text())
    edit(gold["articles"])
    path.write_text(json.dumps(gold))


def test_no_coding(run, corpus):
    (corpus / "gold.json").unlink()

    assert "harbour: no gold.json in this folder (" in complain(run("evaluate", corpus))


def test_no_corpus(run, tmp_path):
    assert "no such folder" in complain(run("evaluate", tmp_path / "nowhere"))


def test_broken_json_is_told_with_its_line(run, corpus):
    (corpus / "gold.json").write_text('{"articles": [\n  {"id": "fair-price",\n')

    assert "gold.json:3: is not JSON: " in complain(run("evaluate", corpus))


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            lambda articles: articles[0]["stances"].update(tol={"stance": "support"}),
            "gold.json: fair-price: the codebook has no issue 'tol' (it has crane, toll)",
        ),
        (
            lambda articles: articles[0]["reported"][0].update(issue="cranes"),
            "gold.json: fair-price: the codebook has no issue 'cranes'",
        ),
        (
            lambda articles: articles[1].update(id="closed-basin"),
            "gold.json: codes closed-basin, which the corpus does not hold",
        ),
        (
            lambda articles: articles[1].update(id="fair-price"),
            "gold.json: fair-price: coded more than once",
        ),
        (
            lambda articles: articles[0]["stances"]["toll"].update(evidence=[[12, 40]]),
            "articles.0.stances.toll.evidence: evidence is given as offsets; give the",
        ),
        (
            lambda articles: articles[0]["recommendations"][0].update(evidence=[12, 40]),
            "articles.0.recommendations.0.evidence: evidence is given as offsets",
        ),
        (
            lambda articles: articles[0]["stances"]["toll"].update(stance="favour"),
            "articles.0.stances.toll.stance.0: Input should be 'support', 'oppose', 'cond",
        ),
        (
            lambda articles: articles[0]["stances"]["toll"].update(stance=[]),
            "articles.0.stances.toll.stance: ",
        ),
        (lambda articles: articles[0].pop("stances"), "articles.0.stances: Field required"),
        (list.clear, "gold.json: articles: "),
    ],
)
def test_a_coding_that_does_not_fit(run, corpus, edit, told):
    change(corpus, edit)

    assert told in complain(run("evaluate", corpus))


def test_a_coded_article_that_cannot_be_read(run, corpus):
    """Figures without it would be another corpus's."""
    (corpus / "articles" / "fair-price.txt").write_bytes(b"")

    assert "cannot be evaluated: " in complain(run("evaluate", corpus))


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("harbour", "--attribution", "given.jsonl"),
        ("--attribution", "given.jsonl", "--sentences", "given.jsonl"),
        ("harbour", "--predictions", "out.jsonl"),
        ("--sentences", "given.jsonl", "--split", "dev"),
        ("--grouping", "given.jsonl", "--sentences", "given.jsonl"),
        ("harbour", "--grouping", "given.jsonl"),
        ("--grouping", "given.jsonl", "--split", "dev"),
    ],
)
def test_options_that_do_not_go_together(run, corpus, arguments):
    complain(run("evaluate", *arguments))


@pytest.mark.parametrize(
    ("option", "content", "told"),
    [
        ("--attribution", "", "given.jsonl: the file is empty"),
        ("--attribution", json.dumps(ARTICLE) + "\n\n{oops\n", "given.jsonl:3: is not JSON"),
        ("--attribution", '{"id": "lamp"}', "given.jsonl:1: text: Field required"),
        ("--attribution", "[" * 100_000, "given.jsonl:1: is not JSON that can be read"),
        (
            "--attribution",
            json.dumps(ARTICLE | {"attributions": [{"content": [[9, 90]]}]}),
            "given.jsonl:1: lamp: offsets 9-90 lie outside the text",
        ),
        (
            "--attribution",
            json.dumps(ARTICLE | {"text": "\ud800"}),
            "given.jsonl:1: holds an escape",
        ),
        ("--sentences", "7", "given.jsonl:1: "),
        ("--sentences", json.dumps(SENTENCE | {"stance": "pro"}), "given.jsonl:1: stance"),
        ("--sentences", json.dumps(SENTENCE | {"topic": ""}), "given.jsonl:1: topic: "),
        (
            "--sentences",
            json.dumps(SENTENCE | {"sentence": "\ud800"}),
            "given.jsonl:1: holds an escape",
        ),
        ("--grouping", json.dumps(GROUP) + "\n{oops\n", "given.jsonl:2: is not JSON"),
        ("--grouping", json.dumps(GROUP | {"topic": "…"}), "given.jsonl:1: topic: "),
        ("--grouping", json.dumps(GROUP | {"arguments": []}), "given.jsonl:1: arguments: "),
        (
            "--grouping",
            json.dumps(GROUP) + "\n" + json.dumps(GROUP | {"arguments": [ARGUMENT | {"text": 3}]}),
            "given.jsonl:2: arguments.0.text: ",
        ),
        (
            "--grouping",
            json.dumps(GROUP | {"arguments": [{"id": "a1", "text": "They burn."}]}),
            "given.jsonl:1: arguments.0.cluster",
        ),
        (
            "--grouping",
            json.dumps(GROUP | {"arguments": [ARGUMENT, ARGUMENT]}),
            "given.jsonl:1: two arguments with the id 'a1'",
        ),
        (
            "--grouping",
            f"{json.dumps(GROUP)}\n" * 2,
            "given.jsonl: two lines for the topic 'Lamps should burn.' and the stance 1",
        ),
    ],
)
def test_lines_that_cannot_be_used(run, tmp_path, option, content, told):
    path = tmp_path / "given.jsonl"
    path.write_text(content)
    out = tmp_path / "out.jsonl"
    out.write_text("before")

    assert told in complain(run("evaluate", option, path, "--predictions", out))
    assert out.read_text() == "before"


def test_another_encoding(run, tmp_path):
    path = tmp_path / "given.jsonl"
    path.write_bytes(json.dumps(SENTENCE).encode() + b"\n\xe4\n")

    told = complain(run("evaluate", "--sentences", path))

    assert "given.jsonl:2: is not UTF-8" in told


@pytest.mark.parametrize("place", ["nowhere/out.jsonl", "harbour"])
def test_predictions_that_cannot_be_written(run, corpus, write_lines, place):
    path = write_lines(SENTENCE)

    complain(run("evaluate", "--sentences", path, "--predictions", corpus.parent / place))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_only_a_file_is_replaced_by_predictions(run, write_lines, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    complain(run("evaluate", "--sentences", write_lines(SENTENCE), "--predictions", pipe))

    assert pipe.is_fifo()


def test_predictions_behind_a_link_leave_the_link(run, write_lines, tmp_path):
    out, link = tmp_path / "out.jsonl", tmp_path / "link.jsonl"
    out.write_text("before")
    link.symlink_to(out)

    assert run("evaluate", "--sentences", write_lines(SENTENCE), "--predictions", link).code == 0

    assert link.is_symlink()
    assert json.loads(out.read_text())["voice"] == "author"


def test_only_a_line_feed_ends_a_line(run, tmp_path):
    """JSON strings may hold what some programs take for the end of a line."""
    path = tmp_path / "given.jsonl"
    text = json.dumps(SENTENCE | {"sentence": "They\u2028burn."}, ensure_ascii=False)
    path.write_text(text + "\r\n", encoding="utf-8", newline="")

    assert run("evaluate", "--sentences", path).code == 0


def test_strange_sentences_and_texts_are_judged(run, write_lines):
    """Empty, without words, very long: none of them ends in a traceback."""
    texts = ["", "?", "\n\n", "\u202e\u0000 x", "a " * 5000, "“" * 300, "says " * 300]
    sentences = write_lines(*(SENTENCE | {"sentence": text} for text in texts))
    articles = write_lines(*(ARTICLE | {"text": text} for text in texts), name="articles.jsonl")

    assert run("evaluate", "--sentences", sentences).code == 0
    assert run("evaluate", "--attribution", articles).code == 0


def test_the_command_has_an_example(run):
    assert "Example: briefgen evaluate" in run("evaluate", "--help").out
