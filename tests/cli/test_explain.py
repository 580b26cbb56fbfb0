"""``briefgen explain`` says which words made a record, and what the codebook lacks."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result

RECORDS = Path("briefs/trams/records.jsonl")


@pytest.fixture
def built(run, corpus) -> Path:
    """Return the records of the small corpus, built into the folder of its name."""
    assert run("build", corpus, "--format", "md", "--quiet").code == 0
    return RECORDS


@pytest.fixture
def explained(run, built) -> Callable[..., dict]:
    """Return a function that explains and gives the JSON."""

    def explain(name: str) -> dict:
        result = run("explain", built, name, "--json")
        assert result.code == 0, result.err
        return json.loads(result.out)

    return explain


def statements(words: str) -> list[dict]:
    """Return the recorded statements whose quotation holds the words."""
    lines = RECORDS.read_text(encoding="utf-8").splitlines()
    every = [said for line in lines for said in json.loads(line)["statements"]]
    return [said for said in every if words in said["quote"]]


def rename_extractor(name: str) -> None:
    """Make the records those of another extractor."""
    text = RECORDS.read_text(encoding="utf-8")
    renamed, count = re.subn(r'"extractor":"[^"]*"', f'"extractor":"{name}"', text)
    assert count
    RECORDS.write_text(renamed, encoding="utf-8")


def rules(explanation: dict, aspect: str, name: str) -> list[dict]:
    """Return the rules of that name."""
    found = explanation["statement"]["rules"]
    return [rule for rule in found if (rule["aspect"], rule["name"]) == (aspect, name)]


def test_words_are_underlined(run, built):
    """The carets stand below the very words of the codebook's phrase."""
    (said,) = statements("There must be no rails")
    result = run("explain", built, said["id"])
    lines = result.out.splitlines()
    at = next(i for i, line in enumerate(lines) if "phrase 'no rails in the old town'" in line)
    text, carets = lines[at + 1 : at + 3]

    assert result.code == 0, result.err
    marked = "".join(
        c for c, mark in zip(text, carets.ljust(len(text)), strict=True) if mark == "^"
    )
    assert marked == "railsold town"


def test_every_rule_points_at_its_words(explained):
    """Offsets are the article's: they slice the text to the words that are shown."""
    (said,) = statements("The city should build the tram")
    explanation = explained(said["id"])
    article = Path("trams/articles/harbour-post.txt").read_text(encoding="utf-8")

    words = [each for rule in explanation["statement"]["rules"] for each in rule["words"]]
    assert words
    assert all(article[each["start"] : each["end"]] == each["quote"] for each in words)
    assert [rule["about"] for rule in rules(explanation, "issue", "term")] == ["tram"]


def test_a_reported_view_names_cue_and_speaker(explained):
    said = next(s for s in statements("must close if the rails come") if s["holder"])
    explanation = explained(said["id"])

    (cue,) = rules(explanation, "holder", "clause")
    (speaker,) = rules(explanation, "holder", "speaker")
    assert [word["quote"] for word in cue["words"]] == ["said"]
    assert "Ines Calder" in speaker["about"]


def test_the_authors_words_have_no_cue(explained):
    (said,) = statements("There must be no rails")

    assert rules(explained(said["id"]), "holder", "author")


def test_who_should_act_and_why(explained):
    (said,) = statements("The city should build the tram")
    explanation = explained(said["id"])

    (actor,) = rules(explanation, "kind", "addressee")
    (reason,) = rules(explanation, "kind", "because")
    assert actor["words"][0]["quote"] == said["addressee"] == "The city"
    assert reason["words"][0]["quote"] == said["reasons"][0]["quote"]


def test_what_is_said_adds_up(explained):
    """The scores of the cues give the score that is compared with the threshold."""
    for said in statements("tram"):
        explanation = explained(said["id"])["statement"]
        cues = [r for r in explanation["rules"] if r["aspect"] == "stance" and r["words"]]
        total = sum(r["amount"] for r in cues if r["name"] in {"phrase", "demand", "verdict"})
        side = abs(explanation["score"]) >= explanation["score_needed"]
        assert explanation["score"] == pytest.approx(total, abs=0.01)
        assert side == (said["stance"] != "unclear")


def test_what_the_codebook_lacks_would_decide(run, explained, corpus):
    """The phrase that is proposed decides the statement once it is in the codebook."""
    (said,) = statements("A tram line would carry")
    assert said["stance"] == "unclear"
    explanation = explained(said["id"])["statement"]
    phrase = explanation["lacking"]["trials"][0]["phrase"]
    assert phrase in said["quote"].replace("\n", " ")

    codebook = corpus / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    codebook.write_text(text.replace("[build the tram]", f"[build the tram, {phrase}]"))
    again = run("explain", RECORDS, said["id"], "--json")

    assert json.loads(again.out)["statement"]["statement"]["stance"] == "support"
    assert "codebook.yaml changed" in json.loads(again.out)["notes"][0]


def test_a_passage_that_leans_the_way_its_article_goes(run, built, corpus):
    """Below the threshold of a side by itself, and on that side all the same: that is said."""
    text = "We must build the tram. Build the tram now!\n\nThe better rails lie in the yard.\n"
    (corpus / "articles" / "lantern.txt").write_text(text)
    run("build", corpus, "--format", "md", "--quiet")
    leaning = [said for said in statements("The better rails") if said["stance"] == "support"]
    assert leaning

    found = json.loads(run("explain", built, leaning[0]["id"], "--json").out)
    assert found["notes"] == []
    assert rules(found, "stance", "leaning")
    assert 0 < found["statement"]["score"] < found["statement"]["score_needed"]


def test_records_of_another_version(run, built):
    """Are explained as they would be made today, and that is said first."""
    rename_extractor("lexical/0")

    result = run("explain", built, "market-gazette:tram-line")

    assert result.code == 0
    assert result.out.startswith("Note: the records were made by lexical/0")


def test_a_decided_statement_lacks_nothing(explained):
    (said,) = statements("There must be no rails")

    assert explained(said["id"])["statement"]["lacking"] is None


def test_an_authors_stance_is_the_sum_of_shares(explained):
    stance = explained("market-gazette:tram-line")["stance"]

    shares = [share["share"] for share in stance["shares"]]
    assert stance["stance"]["stance"] == "oppose"
    assert -sum(share for share in shares if share < 0) == pytest.approx(
        stance["against"], abs=0.01
    )
    assert stance["against"] >= stance["side_needed"]
    assert all(
        share["share"] == pytest.approx(share["score"] * share["factor"], abs=0.01)
        for share in stance["shares"]
    )


def test_an_issue_that_is_not_addressed(run, built):
    """The sum of the terms is set against what an issue needs."""
    result = run("explain", built, "market-gazette:parking")

    assert result.code == 0
    assert "does not address the issue" in result.out
    assert "No statement is on this issue" in " ".join(result.out.split())


def test_the_end_of_an_id_will_do(run, built):
    """Where only one statement has it."""
    (said,) = statements("the council should first mend the bridge")

    result = run("explain", built, said["id"].removeprefix("market-"))
    assert result.code == 2
    lines = built.read_text(encoding="utf-8").splitlines()
    built.write_text(lines[1] + "\n", encoding="utf-8")

    assert run("explain", built, said["id"].rpartition(":")[2]).code == 0


@pytest.mark.parametrize("width", [40, 63, 90])
def test_lines_keep_to_the_terminals_width(run, built, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    (said,) = statements("There must be no rails")

    out = run("explain", built, said["id"]).out

    assert max(len(line) for line in out.splitlines()) <= width


def test_the_corpus_is_found_by_its_name(run, built, corpus, tmp_path):
    """One folder deeper too; far away it must be named."""
    (tmp_path / "corpora").mkdir()
    corpus.rename(tmp_path / "corpora" / "trams")
    assert run("explain", built, "market-gazette:tram-line").code == 0

    (tmp_path / "deep" / "down").mkdir(parents=True)
    (tmp_path / "corpora" / "trams").rename(tmp_path / "deep" / "down" / "other-name")
    lost = run("explain", built, "market-gazette:tram-line")
    named = run("explain", built, "market-gazette:tram-line", "--corpus", "deep/down/other-name")

    assert (lost.code, named.code) == (2, 0)
    assert "--corpus" in lost.err


def one_line(result: Result) -> str:
    """Return the one line with which a run ended."""
    assert result.code == 2
    assert result.out == ""
    (line,) = result.error_lines
    return line


def test_an_unknown_statement_names_near_ones(run, built):
    assert "market-gazette:s1" in one_line(run("explain", built, "market-gazete:s1"))


def test_an_ambiguous_end_names_them(run, built):
    line = one_line(run("explain", built, "s1"))

    assert "harbour-post:s1" in line
    assert "market-gazette:s1" in line


def test_the_corpus_is_found_by_its_articles_where_the_output_has_another_name(run, corpus):
    assert run("build", corpus, "-o", "there/out", "--format", "md", "--quiet").code == 0

    result = run("explain", "there/out/records.jsonl", "harbour-post:s1")

    assert result.code == 0, result.err


def test_of_two_corpora_with_the_article_the_one_with_its_codebook_is_taken(run, corpus):
    """Such as the folder that ``codebook new`` began beside it."""
    out = Path("there/out")
    assert run("build", corpus, "--out", out, "--format", "md", "--quiet").code == 0
    other = corpus.with_name("aaa")
    shutil.copytree(corpus, other)
    book = other / "codebook.yaml"
    text = re.sub(r"(?m)^( *- id: )(\S+)", r"\1other-\2", book.read_text(encoding="utf-8"))
    book.write_text(text, encoding="utf-8")
    records = out / "records.jsonl"
    first = json.loads(records.read_text(encoding="utf-8").splitlines()[0])["source"]["id"]

    result = run("explain", records, f"{first}:tram-line")

    assert result.code == 0, result.err


def test_a_corpus_that_is_not_found_is_asked_for(run, corpus, tmp_path):
    assert run("build", corpus, "-o", "out", "--format", "md", "--quiet").code == 0
    corpus.rename(tmp_path.parent / f"{tmp_path.name}-elsewhere")

    result = run("explain", "out/records.jsonl", "harbour-post:s1")

    assert result.code == 2
    assert "--corpus DIR" in result.err


def test_the_brief_is_not_its_records(run, built):
    result = run("explain", built.with_name("brief.json"), "harbour-post:s1")

    assert result.code == 2
    assert f"brief.json: holds no records (name the records beside it: {built})" in result.err


def test_a_changed_article_is_refused(run, built, corpus):
    with (corpus / "articles" / "market-gazette.md").open("a") as file:
        file.write("\nOne more line.\n")

    line = one_line(run("explain", built, "market-gazette:s1"))

    assert "changed since" in line
    assert "build again" in line


def test_a_missing_article_is_named(run, built, corpus):
    (corpus / "articles" / "market-gazette.md").unlink()

    assert "market-gazette.md" in one_line(run("explain", built, "market-gazette:s1"))


def test_another_extractors_records(run, built):
    rename_extractor("llm/2")

    assert "llm/2" in one_line(run("explain", built, "market-gazette:tram-line"))


def test_an_issue_that_is_gone(run, built, corpus):
    codebook = corpus / "codebook.yaml"
    codebook.write_text(codebook.read_text().replace("id: tram-line", "id: trams"))

    assert "tram-line" in one_line(run("explain", built, "market-gazette:tram-line"))


@pytest.mark.parametrize(
    "content", ["", "{}", "not json", '{"a": 1}\n', "[]", "\xff\xfe", '{"source": null}']
)
def test_a_file_that_holds_no_records(run, corpus, tmp_path, content):
    (tmp_path / "records.jsonl").write_text(content, encoding="latin-1")

    assert "records.jsonl" in one_line(run("explain", "records.jsonl", "s1"))


def test_a_folder_is_no_file_of_records(run, built):
    assert "records.jsonl" in one_line(run("explain", built.parent, "s1"))


def test_no_such_file(run):
    assert "none.jsonl" in one_line(run("explain", "none.jsonl", "s1"))


def test_an_article_cannot_act_on_the_terminal(run, corpus):
    """Nor move the carets: what would is shown as a replacement."""
    path = corpus / "articles" / "bad.txt"
    text = "The tram \x1b[2J is late, and we \u202emust stop the tram now. "
    path.write_text(text + "The rails are good.\n" * 20, encoding="utf-8")
    run("build", corpus, "--format", "md", "--quiet")

    result = run("explain", RECORDS, "bad:s1")

    assert result.code == 0, result.err
    assert not {"\x1b", "\x9b", "\u202e"} & set(result.out)
