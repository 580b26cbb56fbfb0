"""An article vanishes or changes at the very moment at which a build opens it, for any such moment.

What a build then writes is what it would write of the corpus as it is now, or it writes nothing.
"""

import functools
import shutil
from pathlib import Path

import pytest

from tests.faults.conftest import Job, Runner
from tests.faults.striking import hidden, visible

pytestmark = [pytest.mark.slow]

FORMATS = ("-f", "md", "-f", "html", "-a", "annex")
"""The annex shows the words around statements, the web page shows the articles: both read articles
a second time whose records are kept."""
ARTICLE = Path("articles", "harbour-post.txt")
CHANGED = """Rails, on second thoughts

The city should not build the tram, because the bridge will not carry it. A tram line needs another
bridge first.
"""
MOMENTS = 5
"""An article is opened less often than that."""


@pytest.fixture(scope="module")
def builder(watching, trams, tmp_path_factory):
    with Runner(trams.old, "--out", tmp_path_factory.mktemp("warm") / "out", *FORMATS) as started:
        yield started


@pytest.fixture
def corpus(trams, tmp_path) -> Path:
    return Path(shutil.copytree(trams.old, tmp_path / "trams"))


def build(builder, corpus, out, **more):
    arguments = ("build", str(corpus), "--out", str(out), "--no-changes", "--quiet", *FORMATS)
    return builder.run(Job(arguments, corpus.parent, **more))


@pytest.fixture(scope="module")
def wanted(builder, trams, tmp_path_factory):
    """Return what a build writes of a corpus in which the article has become another."""

    @functools.cache
    def build_anew(becomes: str | None, known: bool) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("wanted")
        corpus = Path(shutil.copytree(trams.old, folder / "trams"))
        edit(corpus, known)
        if becomes is None:
            (corpus / ARTICLE).unlink()
        else:
            (corpus / ARTICLE).write_text(becomes)
        assert build(builder, corpus, folder / "out" / "trams").code == 0
        return visible(folder / "out" / "trams")

    return build_anew


def edit(corpus: Path, known: bool) -> None:
    """Have every page made anew of records that are kept, where there are some."""
    if known:
        codebook = corpus / "codebook.yaml"
        text = codebook.read_text("utf-8").replace("topic: Trams", "topic: New trams")
        codebook.write_text(text, "utf-8")


@pytest.fixture(params=["first build", "its record is kept"])
def known(request) -> bool:
    """Return whether there was a build before."""
    return request.param != "first build"


@pytest.mark.parametrize("becomes", [None, CHANGED], ids=["vanishes", "changes"])
@pytest.mark.parametrize("moment", range(1, MOMENTS + 1))
def test_an_article_is_another_when_it_is_opened(builder, corpus, wanted, known, becomes, moment):  # noqa: PLR0917
    article = corpus / ARTICLE
    out = corpus.parent / "briefs" / "trams"
    if known:
        assert build(builder, corpus, out).code == 0
    edit(corpus, known)

    ended = build(builder, corpus, out, changes=((article, moment, becomes),))

    assert "Traceback" not in ended.err
    assert ended.code == 0, ended.err
    assert hidden(out) == []
    opened = [each for each in ended.calls if each[1] == "openat" and each[2] == str(article)]
    if len(opened) >= moment or not article.exists():
        assert visible(out) == wanted(becomes, known)
    else:
        assert moment > 3, "the article was hardly opened"


def test_an_article_that_changes_again_and_again_is_named(builder, corpus, tmp_path):
    article = corpus / ARTICLE
    out = tmp_path / "briefs" / "trams"
    assert build(builder, corpus, out).code == 0
    before = visible(out)
    article.write_text(CHANGED)
    changes = tuple((article, turn, f"{CHANGED}\nIt is turn {turn}.\n") for turn in range(1, 60))

    ended = build(builder, corpus, out, changes=changes)

    assert ended.code == 1
    (line,) = ended.err.splitlines()
    assert f"{article}: it changed while the brief was built, 3 times (build again" in line
    assert visible(out) == before
    assert hidden(out) == []


def test_the_last_article_vanishes(builder, corpus, tmp_path):
    """Then there is no brief to be made; the one that is there stays."""
    (corpus / "articles" / "market-gazette.md").unlink()
    article = corpus / ARTICLE
    out = tmp_path / "briefs" / "trams"
    assert build(builder, corpus, out).code == 0
    before = visible(out)
    article.write_text(CHANGED)

    ended = build(builder, corpus, out, changes=((article, 3, None),))

    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert visible(out) == before
    assert hidden(out) == []


def test_the_codebook_vanishes(builder, corpus, tmp_path):
    codebook = corpus / "codebook.yaml"
    out = tmp_path / "briefs" / "trams"
    assert build(builder, corpus, out).code == 0
    before = visible(out)
    (corpus / ARTICLE).write_text(CHANGED)

    ended = build(builder, corpus, out, changes=((codebook, 2, None),))

    assert ended.code == 2
    assert "codebook.yaml" in ended.err
    assert "Traceback" not in ended.err
    assert visible(out) == before
    assert hidden(out) == []
