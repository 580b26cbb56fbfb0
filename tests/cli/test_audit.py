"""The audit on the command line: its exit codes, its thresholds, and input that it cannot use."""

import json
from pathlib import Path

import pytest

from .test_bad_input import assert_one_line


@pytest.fixture
def brief(run, corpus) -> Path:
    """Return the folder of a finished brief."""
    run("build", corpus, "--out", "out", "--format", "md")
    return Path("out")


def spoil(brief: Path, old: str, new: str, file: str = "executive.md") -> None:
    text = (brief / file).read_text(encoding="utf-8")
    assert old in text
    (brief / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_brief_as_built_is_let_through(run, brief, corpus):
    result = run("audit", brief, "--corpus", corpus)

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("executive.md: passed; ")
    assert "A tram through the old town: support 1 quotation" in result.out
    assert "not audited" not in result.out


def test_an_unfair_brief_is_refused_with_place_figure_threshold_and_advice(run, brief):
    spoil(brief, "one opposes it", "one opposes it, as every sensible person does,")

    result = run("audit", brief)

    assert (result.code, result.err) == (3, "")
    assert result.out.startswith("executive.md: REFUSED; ")
    assert "PAST loaded-words 1 (at most 0)" in result.out
    (line,) = [line for line in result.out.splitlines() if "“sensible”" in line]
    number = line.partition("executive.md:")[2].partition(":")[0]
    page = (brief / "executive.md").read_text(encoding="utf-8").split("\n")
    assert "sensible" in page[int(number) - 1]
    assert "loaded-words (1, at most 0)" in line
    assert "leave the word out" in line


def test_a_threshold_can_be_set(run, brief):
    spoil(brief, "one opposes it", "one opposes it, as every sensible person does,")

    assert run("audit", brief, "--set", "loaded-words=1").code == 0
    assert run("audit", brief, "--set", "loaded-words=0.5").code == 3


def test_json_has_every_figure_and_finding(run, brief):
    spoil(brief, "one opposes it", "one opposes it, as every sensible person does,")

    result = run("audit", brief, "--json", "--set", "loaded-words=0")

    content = json.loads(result.out)
    assert result.code == 3
    assert content["passed"] is False
    (page,) = content["pages"]
    assert [finding["check"] for finding in page["findings"]] == ["loaded-words"]
    assert {check["name"]: check["passed"] for check in page["checks"]}["wrong-counts"] is True


@pytest.mark.parametrize("name", ["out/brief.json", "out/executive.md"])
def test_a_file_of_the_brief_names_it_as_well(run, brief, name):
    assert run("audit", name).out == run("audit", brief).out


def test_every_page_in_the_folder_is_audited_or_those_asked_for(run, brief):
    page = (brief / "executive.md").read_text(encoding="utf-8")
    (brief / "public.md").write_text(page, encoding="utf-8")
    (brief / "README.md").write_text("Not a brief.\n", encoding="utf-8")
    spoil(brief, "one opposes it", "one opposes it, as every sensible person does,", "public.md")

    both = json.loads(run("audit", brief, "--json").out)

    assert [page["page"] for page in both["pages"]] == ["executive.md", "public.md"]
    assert run("audit", brief).code == 3
    assert run("audit", brief, "--audience", "executive").code == 0
    assert run("audit", "out/public.md").code == 3


def test_what_cannot_be_told_without_the_articles_is_named(run, brief):
    assert "not audited: what follows a passage in its article" in run("audit", brief).out


def test_a_changed_article_is_named_and_not_compared(run, brief, corpus):
    article = corpus / "articles" / "harbour-post.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")

    result = run("audit", brief, "--corpus", corpus)

    assert result.code == 0
    assert "not audited: what follows a passage in its article: not there or changed" in result.out
    assert "harbour-post" in result.out


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("loaded-words", "name=value"),
        ("loaded=1", "no check is named"),
        ("loaded-words=many", "no threshold"),
        ("loaded-words=-1", "no threshold"),
        ("loaded-words=nan", "no threshold"),
    ],
)
def test_an_unusable_threshold(run, brief, setting, words):
    result = run("audit", brief, "--set", setting)

    assert_one_line(result, 2, setting, words)
    assert result.out == ""


def test_a_folder_that_is_not_there(run):
    assert_one_line(run("audit", "nowhere"), 2, "nowhere", "is not there")


def test_a_folder_without_a_brief(run, tmp_path):
    assert_one_line(run("audit", tmp_path), 2, "brief.json", "cannot be read")


def test_a_file_that_is_no_brief(run, brief):
    (brief / "notes.txt").write_text("Nothing.", encoding="utf-8")

    assert_one_line(run("audit", brief / "notes.txt"), 2, "is no brief")


def test_a_brief_without_its_page_in_markdown(run, brief):
    (brief / "executive.md").unlink()

    assert_one_line(run("audit", brief), 2, "no page", "--format md")
    assert_one_line(run("audit", brief, "--audience", "public"), 2, "public.md", "cannot be read")


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("brief.json", b"{", "is not JSON"),
        ("brief.json", b"{}", "Field required"),
        ("records.jsonl", b"", "is empty"),
        ("records.jsonl", b"[]\n", "records.jsonl:1"),
        ("executive.md", b"\xff\xfe](#source-1)", "is not UTF-8"),
    ],
)
def test_a_file_of_the_brief_that_cannot_be_used(run, brief, file, content, words):
    (brief / file).write_bytes(content)

    assert_one_line(run("audit", brief), 2, file, words)


def test_two_records_of_one_source(run, brief):
    records = brief / "records.jsonl"
    records.write_bytes(records.read_bytes() * 2)

    assert_one_line(run("audit", brief), 2, "two records of harbour-post")


def test_a_corpus_of_other_articles(run, brief, corpus):
    for path in (corpus / "articles").iterdir():
        path.write_bytes(path.read_bytes() + b"\nMore.\n")

    assert_one_line(run("audit", brief, "--corpus", corpus), 2, "none of the brief's articles")


def test_a_corpus_that_is_none(run, brief, tmp_path):
    result = run("audit", brief, "--corpus", tmp_path)

    assert result.code == 2
    assert len(result.error_lines) == 1


def test_what_an_article_says_does_not_act_on_the_terminal(run, brief):
    spoil(brief, "one opposes it", "one opposes it \x1b[31m, as every sensible person does,")

    result = run("audit", brief)

    assert result.code == 3
    assert "\x1b" not in result.out
