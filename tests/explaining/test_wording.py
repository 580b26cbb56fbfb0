"""Every rule that fires anywhere is put into words, and its words are the article's."""

import os
from pathlib import Path

import pytest

from briefgen.explaining.coding import code_article
from briefgen.explaining.model import Explained, StatementExplanation
from briefgen.explaining.stances import explain_stance
from briefgen.explaining.statements import explain_statement
from briefgen.explaining.wording import explained_as_text, has_words
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.ingest.article import read_article
from briefgen.ingest.corpus import open_corpus

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CORPORA = Path(os.environ.get("BRIEFGEN_CORPORA", SEEDS))
FOLDERS = {path.parent for root in (SEEDS, CORPORA) for path in root.glob("*/codebook.yaml")}


def explanations(folder: Path) -> list[StatementExplanation]:
    """Return the explanation of each statement of a corpus, without trials, which take long."""
    corpus = open_corpus(folder)
    found = []
    for path in corpus.files:
        coded = code_article(read_article(path, corpus), corpus.codebook)
        found += [explain_statement(coded, f, f.statement) for f in coded.findings]
    return found


@pytest.fixture(autouse=True)
def _without_trials(monkeypatch):
    monkeypatch.setattr("briefgen.explaining.lacks._MAX_TRIED", 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    "folder",
    [
        path.parent
        for path in sorted({*SEEDS.glob("*/codebook.yaml"), *CORPORA.glob("*/codebook.yaml")})
    ],
    ids=lambda path: path.name,
)
def test_every_rule_has_words(folder):
    every = explanations(folder)

    rules = [rule for each in every for rule in each.rules]
    assert len(rules) > 100
    assert {rule.name for rule in rules if not has_words(rule)} == set()
    for each in every:
        text = explained_as_text(Explained(notes=(), statement=each), 80)
        assert "{" not in text.replace(each.statement.quote, "")
        assert all(
            each.sentence.contains(word)
            for rule in each.rules
            for word in rule.words
            if rule.aspect != "holder"
        )


@pytest.mark.slow
def test_the_sums_lead_to_the_recorded_stance():
    """What is shown of an author's stance gives that stance by the rule that is shown with it."""
    corpus = open_corpus(SEEDS / "ukraine-peace")
    extractor = LexicalExtractor(corpus.codebook, "")
    for path in corpus.files:
        article = read_article(path, corpus)
        stances = extractor.extract(article).stances
        coded = code_article(article, corpus.codebook)
        for issue in corpus.codebook.issues:
            shown = explain_stance(coded, issue.id, stances.get(issue.id))
            stronger, weaker = sorted((shown.favour, shown.against), reverse=True)
            sided = stronger >= shown.side_needed and stronger >= shown.dominance_needed * weaker
            said = shown.stance.stance if shown.stance else None
            assert sided == (said in {"support", "oppose", "conditional"})
            if said in {"support", "oppose"}:
                assert (said == "support") == (shown.favour > shown.against)
            assert (shown.lacking is None) == sided
