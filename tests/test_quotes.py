"""Every quote in every file is, character for character, in its article at its offsets.

On the seeds, and on all corpora in the folder that BRIEFGEN_CORPORA names.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.ingest.article import read_article
from briefgen.ingest.corpus import open_corpus
from briefgen.ingest.inspection import describe_blocks
from briefgen.pipeline import BuildRequest, build_brief
from briefgen.rendering.markdown import quotations

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def list_corpora() -> list[Path]:
    """Return the corpora of the repository, and those that BRIEFGEN_CORPORA names."""
    roots = [SEEDS, Path(os.environ.get("BRIEFGEN_CORPORA") or SEEDS)]
    found = {file.parent for root in roots for file in root.glob("*/codebook.yaml")}
    return sorted(found)


@pytest.fixture(
    scope="module", params=list_corpora(), ids=lambda folder: "-".join(folder.parts[-2:])
)
def built(request, tmp_path_factory) -> tuple[Path, Path]:
    """Return a corpus folder and the folder of its outputs."""
    out = tmp_path_factory.mktemp("out") / "brief"
    build_brief(BuildRequest(request.param, out, formats=("md", "html")))
    return request.param, out


def find_passages(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that has a quote and offsets, however deep it stands in *value*."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from find_passages(each)


def read_texts(corpus_folder: Path) -> dict[str, str]:
    """Return the decoded text of each article by its source id."""
    corpus = open_corpus(corpus_folder)
    articles = [read_article(path, corpus) for path in corpus.files]
    return {article.source.id: article.text for article in articles}


def test_quotes_in_records(built):
    corpus, out = built
    texts = read_texts(corpus)
    records = [json.loads(line) for line in (out / "records.jsonl").read_text("utf-8").splitlines()]

    assert {record["source"]["id"] for record in records} == set(texts)
    for record in records:
        passages = list(find_passages(record["statements"]))
        assert passages
        for passage in passages:
            text = texts[record["source"]["id"]]
            assert text[passage["start"] : passage["end"]] == passage["quote"]


def test_quotes_in_the_brief(built):
    corpus, out = built
    texts = read_texts(corpus)
    brief = json.loads((out / "brief.json").read_text("utf-8"))

    assert brief["statements"]
    for name, statement in brief["statements"].items():
        text = texts[name.rsplit(":", 1)[0]]
        for passage in find_passages(statement):
            assert text[passage["start"] : passage["end"]] == passage["quote"]
    for issue in brief["issues"]:
        for item in issue["conditions"]:
            passage = item["condition"]
            assert texts[item["source"]][passage["start"] : passage["end"]] == passage["quote"]


def test_what_is_shown_has_a_statement_behind_it(built):
    """Each id that the brief names is one of its statements."""
    _, out = built
    brief = json.loads((out / "brief.json").read_text("utf-8"))

    shown = [
        name
        for issue in brief["issues"]
        for position in issue["positions"]
        for name in position["shown"]
    ]
    assert shown
    assert set(shown) <= set(brief["statements"])


def test_quotations_in_the_markdown(built):
    """What stands in quotation marks is its statement's slice, on one line, all or a part of it."""
    corpus, out = built
    texts = read_texts(corpus)
    brief = json.loads((out / "brief.json").read_text("utf-8"))
    numbers = {source["number"]: source["id"] for source in brief["sources"]}

    shown = quotations((out / "executive.md").read_text("utf-8"))
    assert shown
    for quotation in shown:
        statement = brief["statements"][quotation.statement]
        source = numbers[quotation.number]
        assert quotation.statement.startswith(f"{source}:")
        quote = " ".join(texts[source][statement["start"] : statement["end"]].split())
        assert quotation.text.strip("“”‘’") in quote


def test_no_furniture_in_the_records(built):
    """What readers marked as not an article's (gold.json, where there is one) is not in its record.

    What is in no record is in no brief: its quotations are slices of the records' statements.
    """
    corpus, out = built
    gold = corpus / "gold.json"
    articles = json.loads(gold.read_text("utf-8"))["articles"] if gold.exists() else []
    marked = {
        article["id"]: article["not_part_of_the_article"]
        for article in articles
        if article.get("not_part_of_the_article")
    }
    if not marked:
        pytest.skip("nobody marked this corpus")

    for line in (out / "records.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        quotes = [passage["quote"] for passage in find_passages(record)]
        for text in marked.pop(record["source"]["id"], []):
            assert not [quote for quote in quotes if text in quote]
    assert not marked


def test_blocks_account_for_every_character(built):
    """Of every file, in an inspection's totals too."""
    corpus = open_corpus(built[0])
    for path in corpus.files:
        article = read_article(path, corpus)
        inspection = describe_blocks(article)

        counted = sum(inspection.characters.values()) + inspection.whitespace
        assert counted == inspection.total == len(article.text)
