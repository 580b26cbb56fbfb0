"""The learning curve: taught articles are never tested, and the splits are always the same."""

import json

import pytest

from briefgen.models import Lessons, TaughtArticle
from briefgen.teaching.curve import measure_curve
from tests.teaching.conftest import GOLD, NEW, code


@pytest.fixture
def coded(corpus):
    """Return the corpus with its fourth article coded too."""
    (corpus / "articles" / "new.txt").write_text(NEW, encoding="utf-8")
    gold = {"articles": [*GOLD["articles"], code("new", "support")]}
    (corpus / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return corpus


def test_teaching_helps_the_others(coded):
    nothing, two = measure_curve(coded)

    assert (nothing.taught, nothing.tested) == (0, 4)
    assert nothing.without == nothing.with_lessons
    assert (two.taught, two.tested) == (2, 2)
    assert two.with_lessons.side > two.without.side
    assert two.with_lessons.wrong_side == 0


def test_no_taught_article_is_tested(coded):
    """A learner that looks at what it is given sees so many articles, and others each time."""
    seen = []

    def look(codings, namings, codebook):
        seen.append(tuple(sorted(coding.article.source.id for coding in codings)))
        taught = (TaughtArticle(id=c.article.source.id, sha256="0" * 64) for c in codings)
        return Lessons(articles=tuple(taught))

    (point,) = measure_curve(coded, (3,), learner=look)

    assert all(len(set(each)) == 3 for each in seen)
    assert len(set(seen)) > 1
    assert point.tested == 1


def test_it_is_printed_and_always_the_same(run, coded):
    first, again = (run("evaluate", coded, "--learning-curve") for _ in range(2))
    as_json = json.loads(run("evaluate", coded, "--learning-curve", "--json").out)

    assert first.code == 0, first.err
    assert first.out == again.out
    assert "taught  tested" in first.out
    assert [point["taught"] for point in as_json["points"]] == [0, 2]
    assert as_json["points"][1]["splits"] == 10


def test_it_leaves_the_file_alone_and_does_not_read_it(run, coded):
    untaught = run("evaluate", coded, "--learning-curve").out
    (coded / "lessons.yaml").write_text("articles: [", encoding="utf-8")

    assert run("evaluate", coded, "--learning-curve").out == untaught
    assert (coded / "lessons.yaml").read_text(encoding="utf-8") == "articles: ["


def test_it_needs_a_corpus_with_enough_articles(run, coded, tmp_path):
    few = {"articles": GOLD["articles"][:2]}
    (coded / "gold.json").write_text(json.dumps(few), encoding="utf-8")

    too_few = run("evaluate", coded, "--learning-curve")
    no_corpus = run("evaluate", "--sentences", tmp_path / "x.jsonl", "--learning-curve")

    assert too_few.code == no_corpus.code == 2
    assert "a curve needs 3" in too_few.err
    assert "--learning-curve goes with a corpus folder" in no_corpus.err


def test_an_evaluation_leaves_out_what_was_learned_from(run, coded):
    run("teach", coded, "--articles", "litter,rakes")

    result = run("evaluate", coded, "--json")

    figures = json.loads(result.out)
    assert figures["taught"] == ["litter", "rakes"]
    assert figures["articles"] == 2
    assert "learned from, left out: litter, rakes" in run("evaluate", coded).out


def test_an_evaluation_with_nothing_left_says_so(run, coded):
    run("teach", coded)

    result = run("evaluate", coded)

    assert result.code == 2
    assert "lessons.yaml was learned from every coded article" in result.err
