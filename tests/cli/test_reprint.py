"""A corpus with a syndicated article: the text counts once, and where it ran else is named."""

import io
import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from briefgen.ingest.corrections import load_corrections
from briefgen.schemas import schema_of

CORPUS = Path(__file__).parent / "reprint"


@pytest.fixture
def corpus(tmp_path) -> Path:
    return Path(shutil.copytree(CORPUS, tmp_path / "reprint"))


def build(run, corpus) -> dict:
    result = run("build", corpus, "--out", "out", "--format", "md")
    assert result.code == 0, result.err
    return json.loads(Path("out/brief.json").read_text())


def test_a_reprint_under_another_headline_counts_once(run, corpus):
    brief = build(run, corpus)

    assert {source["id"] for source in brief["sources"]} == {"lake-herald", "shore-gazette"}
    (same,) = brief["same_texts"]
    assert (same["source"]["id"], same["of"]) == ("valley-mirror", "lake-herald")
    assert {"title", "outlet", "published", "text"} <= set(same["differs"])
    assert 0.6 < same["share"] < 1
    (issue,) = [issue for issue in brief["issues"] if issue["id"] == "night-bus"]
    assert [len(p["sources"]) for p in issue["positions"] if p["stance"] == "support"] == [1]


def test_the_reprint_keeps_its_line_in_the_records(run, corpus):
    build(run, corpus)

    lines = Path("out/records.jsonl").read_text().splitlines()
    assert [json.loads(line)["source"]["id"] for line in lines] == [
        "lake-herald",
        "shore-gazette",
        "valley-mirror",
    ]
    for line in lines:
        jsonschema.validate(json.loads(line), schema_of("records"))


def test_without_the_reprint_the_brief_says_the_same_of_the_issues(run, corpus):
    with_reprint = build(run, corpus)
    (corpus / "articles" / "valley-mirror.txt").unlink()
    without = build(run, corpus)

    same_texts, evidence = with_reprint.pop("same_texts"), with_reprint.pop("evidence_sha256")
    assert (len(same_texts), without.pop("same_texts")) == (1, [])
    assert evidence != without.pop("evidence_sha256")
    del with_reprint["changes"], without["changes"]  # the second is compared with the first
    assert with_reprint == without


def test_the_brief_and_the_program_say_so(run, corpus):
    result = run("build", corpus, "--out", "out", "--format", "md")
    markdown = Path("out/executive.md").read_text()

    assert (
        "articles/valley-mirror.txt: the same text as articles/lake-herald.md, counted once"
        in result.err
    )
    head, _, rest = markdown.partition("## In brief")
    assert "What two sources say" in head
    assert "One more article has the same text" in head
    (line,) = [line for line in rest.splitlines() if "**Lake Herald.**" in line]
    assert "under the title “Nine kilometres home in the dark”" in line


def test_an_export_leaves_the_reprint_out_and_says_so(run, corpus):
    build(run, corpus)
    result = run("export", "out", "--to", "with", "--corpus", corpus)

    assert result.code == 0, result.err
    assert "articles/valley-mirror.txt: left out, the same text as lake-herald" in result.err
    written = sorted(Path("with").iterdir())
    assert len(written) == 8
    assert not [path.name for path in written if b"valley-mirror" in path.read_bytes()]
    (corpus / "articles" / "valley-mirror.txt").unlink()
    build(run, corpus)
    assert "left out" not in run("export", "out", "--to", "without").err
    for path in Path("without").glob("*.csv"):
        assert path.read_bytes() == (Path("with") / path.name).read_bytes()


def test_a_comment_on_the_article_is_a_text_of_its_own(run, corpus):
    """It quotes a paragraph and argues for itself."""
    (corpus / "articles" / "reply.txt").write_text(
        """What the late shift needs

Runa Felk writes: "The objection that nobody would ride is easily tested. Let the bus run from the
first snow to the thaw, count the passengers, and publish the count each week."

We tested it in the autumn with a hired van. On most evenings the van was full at the sawmill and
half full at the hospital, and on Saturdays people stood at the stop in vain. The county should run
a night bus, and it should run from the mill and not from the square, where nobody waits. The van
had a heater and a thermos of tea. The drivers, all of them pensioners, want to go on, but their
insurance ends in May, and none of them may carry more than eight passengers.
"""
    )
    brief = build(run, corpus)

    assert {source["id"] for source in brief["sources"]} == {
        "lake-herald",
        "reply",
        "shore-gazette",
    }


def test_a_review_asks_about_the_text_once(run, corpus, monkeypatch):
    def review(*options) -> tuple[str, set[str]]:
        path = corpus / "corrections.yaml"
        path.unlink(missing_ok=True)
        monkeypatch.setattr("sys.stdin", io.StringIO("c\n" * 9))
        result = run("review", corpus, "--who", "A. Holm", *options)
        assert result.code == 0, result.err
        return result.err, {entry.article for entry in load_corrections(path, None).stances}

    told, reviewed = review()

    assert "articles/valley-mirror.txt: the same text as articles/lake-herald.md" in told
    assert reviewed == {"lake-herald", "shore-gazette"}
    assert review("--source", "valley-mirror")[1] == {"valley-mirror"}


def test_agreement_counts_the_text_once(run, corpus):
    brief = build(run, corpus)
    cells = {i["id"]: {"stance": ["support"], "evidence": []} for i in brief["issues"]}
    names = ("lake-herald", "shore-gazette", "valley-mirror")
    gold = {"articles": [{"id": name, "stances": cells} for name in names]}
    Path("gold.json").write_text(json.dumps(gold))

    result = run("agreement", "gold.json", "out", "--json")

    assert result.code == 0, result.err
    compared = json.loads(result.out)
    assert (compared["articles"], compared["reprints"]) == (2, ["valley-mirror"])
    assert compared["only_first"] == []
    line = "left out: 1 article with the text of another (valley-mirror)"
    assert line in run("agreement", "gold.json", "out").out


def test_suggestions_count_the_text_once(run, corpus):
    def suggest() -> dict:
        result = run("codebook", "suggest", corpus, "--json")
        assert result.code == 0, result.err
        return json.loads(result.out)

    with_reprint = suggest()
    (corpus / "articles" / "valley-mirror.txt").unlink()

    assert with_reprint["articles"] == 2
    assert suggest() == with_reprint
