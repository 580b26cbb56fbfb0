"""Every quote in every file is, character for character, in its article at its offsets."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.ingest.article import read_article
from briefgen.ingest.corpus import open_corpus
from briefgen.pipeline import BuildRequest, build_brief

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
