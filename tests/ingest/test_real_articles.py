"""The articles at hand: their furniture is marked, their evidence is not."""

import json
import os
from pathlib import Path

import pytest

from briefgen.ingest import describe_blocks, open_corpus, read_article
from briefgen.models import Article

CORPORA = os.environ.get("BRIEFGEN_CORPORA")
pytestmark = pytest.mark.skipif(not CORPORA, reason="BRIEFGEN_CORPORA is not set")


def cases() -> list[tuple[str, str]]:
    if not CORPORA:
        return []
    golds = sorted(Path(CORPORA).glob("*/gold.json"))
    return [
        (gold.parent.name, entry["id"])
        for gold in golds
        for entry in json.loads(gold.read_text())["articles"]
    ]


def load(corpus_name: str, article_id: str) -> tuple[Article, dict]:
    folder = Path(CORPORA or "") / corpus_name
    entries = json.loads((folder / "gold.json").read_text())["articles"]
    corpus = open_corpus(folder)
    path = next(path for path in corpus.files if article_id in path.stem)
    return read_article(path, corpus), next(e for e in entries if e["id"] == article_id)


@pytest.mark.parametrize(("corpus", "article_id"), cases())
def test_title_furniture_and_evidence(corpus, article_id):
    article, gold = load(corpus, article_id)
    kept = [article.text[b.start : b.end] for b in article.blocks if b.kind != "furniture"]

    assert article.source.title == gold["title"]
    foreign = gold.get("not_part_of_the_article") or ()
    assert [text for text in foreign if any(text in block for block in kept)] == []
    evidence = [text for stance in gold["stances"].values() for text in stance["evidence"]]
    evidence += [item["evidence"] for key in ("reported", "recommendations") for item in gold[key]]
    lost = [t for t in evidence if t in article.text and not any(t in block for block in kept)]
    assert lost == []


@pytest.mark.parametrize(("corpus", "article_id"), cases())
def test_every_character_is_accounted_for(corpus, article_id):
    article, _ = load(corpus, article_id)

    inspection = describe_blocks(article)

    assert sum(inspection.characters.values()) + inspection.whitespace == len(article.text)
