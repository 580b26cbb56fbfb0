"""Several audiences in one build."""

import json
from pathlib import Path

import pytest

from briefgen.auditing.run import AuditRequest, run_audit
from briefgen.pipeline import BuildRequest, build_brief

RESERVOIR = Path(__file__).resolve().parents[1] / "auditing" / "reservoir"
FOUR = ("executive", "committee", "public", "annex")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus that may be changed."""
    folder = tmp_path / "reservoir"
    for path in RESERVOIR.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(RESERVOIR)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder


def build(corpus: Path, out: Path, *audiences: str) -> set[str]:
    """Build in Markdown and HTML; return the names of the files that are there."""
    build_brief(BuildRequest(corpus, out, audiences, ("md", "html")))
    return {path.name for path in out.iterdir()}


def test_one_build_writes_four_pages_that_pass_with_the_articles(corpus, tmp_path) -> None:
    names = build(corpus, tmp_path / "out", *FOUR)
    report = run_audit(AuditRequest(brief=tmp_path / "out", corpus=corpus, as_json=True))

    assert names == {"records.jsonl", "brief.json", "manifest.json"} | {
        f"{audience}.{suffix}" for audience in FOUR for suffix in ("md", "html")
    }
    assert report.exit_code == 0
    assert {page["page"] for page in json.loads(report.text)["pages"]} == {
        f"{audience}.md" for audience in FOUR
    }
    assert "*Before it:*" in (tmp_path / "out" / "annex.md").read_text("utf-8")


def test_an_audience_that_is_not_built_again_goes_where_the_brief_is_another(
    corpus, tmp_path
) -> None:
    out = tmp_path / "out"
    build(corpus, out, *FOUR)

    assert build(corpus, out, "public") >= {"annex.md", "executive.html"}

    (corpus / "articles" / "later.txt").write_text(
        "A late word\n\nThe water board should build the reservoir.\n", "utf-8"
    )
    names = build(corpus, out, "public")
    assert names == {"records.jsonl", "brief.json", "manifest.json", "public.md", "public.html"}


def test_the_glossary_of_the_codebook_reaches_the_page(corpus, tmp_path) -> None:
    codebook = corpus / "codebook.yaml"
    before = build(corpus, tmp_path / "before", "public")
    text = codebook.read_text("utf-8")
    codebook.write_text(f"{text}\nglossary:\n  hamlet: A few houses\n", "utf-8")

    assert build(corpus, tmp_path / "out", "public") == before
    assert "- **hamlet:** A few houses.\n" in (tmp_path / "out" / "public.md").read_text("utf-8")
    records = [(tmp_path / each / "records.jsonl").read_bytes() for each in ("before", "out")]
    assert records[0] == records[1]
