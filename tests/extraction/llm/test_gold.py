"""A model that answers what readers coded is right on every cell: nothing is lost on the way."""

import json
import os
from pathlib import Path

import pytest

from briefgen.evaluation.gold import read_gold
from briefgen.ingest.codebook import load_codebook
from tests.extraction.llm.golden import answer_from
from tests.extraction.llm.servers import serve

pytest.importorskip("pydantic_ai", reason="pip install 'briefgen[llm]' has what asks a model")

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
CORPORA = os.environ.get("BRIEFGEN_CORPORA")


def coded_corpora() -> list[Path]:
    """Return the coded corpora of the repository, and of the folder BRIEFGEN_CORPORA."""
    roots = [SEEDS, *([Path(CORPORA)] if CORPORA else [])]
    return [gold.parent for root in roots for gold in sorted(root.glob("*/gold.json"))]


@pytest.mark.parametrize("corpus", coded_corpora(), ids=lambda c: f"{c.parent.name}-{c.name}")
def test_nothing_right_is_lost_on_the_way(run, corpus):
    gold = read_gold(corpus / "gold.json", load_codebook(corpus / "codebook.yaml"))
    with serve("chat", answer_from(gold)) as server:
        arguments = ["--extractor", "llm", "--model", "openai-compatible:reader", "--timeout", 20]
        result = run("evaluate", corpus, *arguments, "--json", url=server.url)

    assert result.code == 0, result.err
    evaluation = json.loads(result.out)
    assert evaluation["figures"]["accuracy"] == 1.0, evaluation["faults"][:3]
    assert evaluation["figures"]["evidence"] == 1.0
    assert evaluation["figures"]["recommendations"] == 1.0
    assert evaluation["given"] is None
    assert len(server.asked) == evaluation["articles"]
