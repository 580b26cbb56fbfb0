"""What machines read of a run: its log on standard error, its report, also where it failed."""

import json
from pathlib import Path

import jsonschema
import pytest

from briefgen.schemas import schema_of


def read_log(text: str) -> list[dict]:
    """Return the lines of a log; each fits the published schema."""
    fits = jsonschema.Draft202012Validator(schema_of("log"))
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        fits.validate(line)
    return lines


def of(lines, event) -> list[dict]:
    return [line for line in lines if line["event"] == event]


def test_the_log_of_a_build_tells_stages_counts_and_what_was_made_anew(run, corpus):
    result = run("build", corpus, "--format", "md", "--log-format", "json", "--report", "run.json")

    lines = read_log(result.err)
    assert lines[0]["event"] == "run.started"
    assert lines[-1]["event"] == "run.ended"
    report = json.loads(Path("run.json").read_bytes())
    assert {line["run"] for line in lines} == {report["run"]}
    stages = [line["stage"] for line in of(lines, "stage.ended")]
    assert stages == ["looking", "reading", "pages", "pdf", "publishing"]
    (ended,) = of(lines, "brief.ended")
    assert {*ended["stages"]} == {*stages}
    assert ended["articles"] == {"kept": 0, "redone": 2}
    assert ended["pages"] == {"kept": 0, "printed": 1}
    assert ended["counts"]["sources"] == 2
    assert ended["audits"]["executive"]["checks"] > 20
    assert {line["article"] for line in of(lines, "article.coded")} == {
        "articles/harbour-post.txt",
        "articles/market-gazette.md",
    }
    assert [line["page"] for line in of(lines, "page.printed")] == ["executive.md"]
    assert "briefs/trams/executive.md" in result.out, "results go where they always go"

    again = run("build", corpus, "--format", "md", "--log-format", "json")
    (ended,) = of(read_log(again.err), "brief.ended")
    assert ended["unchanged"]
    assert ended["articles"] == {"kept": 2, "redone": 0}
    assert ended["counts"]["sources"] == 2


def test_a_codebook_edit_of_one_issue_says_so_to_machines_as_well(run, corpus):
    run("build", corpus, "--format", "md")
    codebook = corpus / "codebook.yaml"
    codebook.write_text(codebook.read_text("utf-8").replace("[parking, car park]", "[parking]"))

    result = run("build", corpus, "--log-format", "json", "--report", "run.json")

    (difference,) = of(read_log(result.err), "difference")
    assert (difference["where"], difference["message"]) == (
        "codebook.yaml",
        "changed: issue parking",
    )
    (brief,) = json.loads(Path("run.json").read_bytes())["briefs"]
    assert brief["differences"] == ["codebook.yaml: changed: issue parking"]


def test_problems_and_warnings_have_a_place_and_what_to_do(run, corpus):
    (corpus / "articles" / "empty.txt").write_bytes(b"")
    (corpus / "articles" / "large.html").write_text("<html><body></body></html>")
    quoted = "The tram would cost more"
    (corpus / "corrections.yaml").write_text(
        "statements:\n- {who: A, when: '2026-03-02', article: market-gazette, what: dropped, "
        f"start: 0, end: {len(quoted)}, sha256: '{'0' * 64}', quote: '{quoted}'}}\n",
        "utf-8",
    )

    result = run("build", corpus, "--format", "md", "--log-format", "json")

    lines = read_log(result.err)
    assert result.code == 1
    problems = {line["where"]: line for line in of(lines, "problem")}
    assert problems["articles/empty.txt"]["message"] == "the file is empty"
    assert "save the article's text" in problems["articles/large.html"]["hint"]
    (warning,) = of(lines, "warning")
    assert (warning["level"], warning["where"]) == ("warning", "corrections.yaml")
    assert "“…”" in warning["message"]
    assert quoted not in result.err
    assert of(lines, "run.ended")[0]["exit_code"] == 1


def test_no_word_of_an_article_is_in_the_log(run, corpus):
    """Not even what a correction quotes."""
    marked = "Zebrafinkel"
    for file in (corpus / "articles").iterdir():
        text = file.read_text("utf-8").replace("tram", f"tram {marked}")
        file.write_text(text.replace("published: 2026-03-02", f"publishes: {marked}"), "utf-8")

    result = run("build", corpus, "--format", "md", "--log-format", "json")

    assert result.code == 0
    assert marked in Path("briefs/trams/executive.md").read_text("utf-8")
    assert marked not in result.err
    assert of(read_log(result.err), "note"), "the slip in the front matter is told"


def test_a_check_is_logged(run, corpus, monkeypatch):
    run("build", corpus, "--format", "md")
    monkeypatch.setenv("BRIEFGEN_LOG_FORMAT", "json")
    assert read_log(run("check", corpus).err)[-1]["exit_code"] == 0
    (corpus / "articles" / "new.txt").write_text("No rails in the old town, ever.\n")

    result = run("check", corpus)

    lines = read_log(result.err)
    (stale,) = of(lines, "brief.stale")
    assert (stale["where"], stale["message"]) == ("articles/new.txt", "new")
    assert lines[-1]["exit_code"] == result.code == 1


@pytest.mark.parametrize(
    ("project", "words"),
    [
        (None, "there is no briefgen.toml"),
        ("[[brief]]\ncorpus = 1\n", "a folder, in quotation marks"),
    ],
)
def test_a_run_that_cannot_begin_writes_its_report_and_its_log(run, tmp_path, project, words):
    if project:
        (tmp_path / "briefgen.toml").write_text(project)

    result = run("build", "--report", "run.json", "--log-format", "json")

    report = json.loads(Path("run.json").read_bytes())
    jsonschema.Draft202012Validator(schema_of("run")).validate(report)
    assert result.code == report["exit_code"] == 2
    assert words in report["error"]
    lines = read_log(result.err)
    assert [line["event"] for line in lines] == ["run.started", "run.failed", "run.ended"]
    assert words in lines[1]["message"] + lines[1]["hint"]


def test_the_report_tells_a_brief_that_failed_beside_one_that_did_not(run, corpus, tmp_path):
    (tmp_path / "gone").mkdir()
    (tmp_path / "briefgen.toml").write_text(
        '[defaults]\nformats = ["md"]\n[[brief]]\ncorpus = "gone"\n[[brief]]\ncorpus = "trams"\n'
    )

    result = run("build", "--report", "run.json")

    report = json.loads(Path("run.json").read_bytes())
    jsonschema.Draft202012Validator(schema_of("run")).validate(report)
    assert result.code == 2
    gone, trams = report["briefs"]
    assert (gone["built"], trams["built"]) == (False, True)
    assert "gone" in gone["problems"][0]
    assert {"looking", "reading"} <= {*gone["seconds"]}, "as far as it came"
    assert trams["extractor"] == "lexical"
    assert trams["pages"] == {"executive.md": "no build before is known"}
    assert trams["audits"]["executive"]["past"] == []
    assert {"briefgen", "python", "jinja2", "weasyprint"} <= {*report["versions"]}


def test_a_run_that_a_bug_ends_writes_its_report(run, corpus, monkeypatch):
    def fail(*_arguments, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr("briefgen.synthesis.brief.synthesize", fail)

    with pytest.raises(ZeroDivisionError):
        run("build", corpus, "--format", "md", "--report", "run.json")

    report = json.loads(Path("run.json").read_bytes())
    assert (report["exit_code"], report["error"]) == (1, "ZeroDivisionError")


def test_a_report_that_cannot_be_written_is_told(run, corpus):
    Path("run.json").mkdir()

    result = run("build", corpus, "--format", "md", "--report", "run.json")

    assert result.code == 2
    assert "run.json: is not a file" in result.err
    assert Path("briefs/trams/executive.md").is_file()
