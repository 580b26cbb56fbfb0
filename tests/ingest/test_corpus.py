"""The corpus folder, and files that are no article."""

import os
import subprocess
import sys

import pytest

from briefgen.errors import ArticleError, CorpusError
from briefgen.ingest import open_corpus, read_article, read_article_file
from tests.ingest.conftest import CODEBOOK, PROSE

TEXT = "\n\n".join(PROSE)


def test_files_are_sorted_by_source_id_and_others_left_aside_with_a_reason(corpus_folder):
    articles = corpus_folder / "articles"
    (articles / "a.md").write_text(TEXT)
    (articles / "c.pdf").write_bytes(b"%PDF-1.7")
    (articles / ".hidden.txt").write_text(TEXT)
    (corpus_folder / "gold.json").write_text("{}")

    corpus = open_corpus(corpus_folder)

    assert [path.name for path in corpus.files] == ["a.md", "b.txt"]
    assert [(path.name, ".pdf cannot be read" in why) for path, why in corpus.skipped] == [
        ("c.pdf", True)
    ]


def test_articles_may_lie_beside_the_codebook(tmp_path):
    (tmp_path / "codebook.yaml").write_text(CODEBOOK)
    for name in ("x.txt", "README.md", "gold.json", "brief.docx", "notes.csv"):
        (tmp_path / name).write_text(TEXT)

    corpus = open_corpus(tmp_path)

    assert [path.name for path in corpus.files] == ["x.txt"]
    assert [path.name for path, _ in corpus.skipped] == ["brief.docx"]


def test_files_that_share_a_stem_take_their_whole_name_as_id(corpus_folder):
    articles = corpus_folder / "articles"
    for name in ("b.md", "b.txt.md", "z.txt"):
        (articles / name).write_text(TEXT)

    corpus = open_corpus(corpus_folder)

    assert [corpus.source_id(p) for p in corpus.files] == ["b.md", "b.txt", "b.txt.md", "z"]
    assert read_article(corpus.files[0], corpus).source.id == "b.md"
    assert read_article_file(articles / "b.md").source.id == "b.md"


def test_a_link_out_of_the_corpus_is_refused(corpus_folder, tmp_path):
    (tmp_path / "secret.txt").write_text(TEXT)
    link = corpus_folder / "articles" / "link.txt"
    link.symlink_to(tmp_path / "secret.txt")
    (corpus_folder / "articles" / "loose.txt").symlink_to("nowhere.txt")

    corpus = open_corpus(corpus_folder)

    assert [path.name for path in corpus.files] == ["b.txt"]
    assert [why for _, why in corpus.skipped] == [
        "a link that leads out of the corpus",
        "a link that leads nowhere",
    ]
    with pytest.raises(ArticleError, match="out of the corpus"):
        read_article(link, corpus)


@pytest.mark.parametrize("case", ["missing", "file", "no codebook", "no articles", "yml"])
def test_an_unusable_folder_is_named_with_what_to_do(tmp_path, case):
    folder = tmp_path / "corpus"
    if case == "file":
        folder.write_text("x")
    elif case != "missing":
        folder.mkdir()
    if case == "no articles":
        (folder / "codebook.yaml").write_text(CODEBOOK)
    if case == "yml":
        (folder / "codebook.yml").write_text(CODEBOOK)

    with pytest.raises(CorpusError) as caught:
        open_corpus(folder)
    assert str(folder) in str(caught.value)
    if case == "yml":
        assert "rename" in str(caught.value)


@pytest.mark.parametrize(
    "name", ["mit Leerzeichen.txt", "Löwen-Überschrift.txt", "-dash.txt", "a'b\"c.txt", "x.TXT"]
)
def test_odd_file_names_work(corpus_folder, name):
    (corpus_folder / "articles" / name).write_text(TEXT)

    corpus = open_corpus(corpus_folder)
    article = next(read_article(p, corpus) for p in corpus.files if p.name == name)

    assert article.source.path == f"articles/{name}"
    assert article.source.id == name[:-4]


def test_what_is_no_text_file_is_an_article_error(corpus_folder):
    articles = corpus_folder / "articles"
    (articles / "folder.txt").mkdir()
    os.mkfifo(articles / "pipe.txt")
    (articles / "gone.txt").write_text(TEXT)
    corpus = open_corpus(corpus_folder)
    (articles / "gone.txt").unlink()

    for name in ("folder.txt", "pipe.txt", "gone.txt"):
        with pytest.raises(ArticleError, match=f"articles/{name}"):
            read_article(articles / name, corpus)


def test_a_huge_file_is_refused_by_its_size_without_being_read(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(ArticleError, match="50 MB; an article has at most 10 MB"):
        read_article_file(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_article_error(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)

    with pytest.raises(ArticleError, match="Permission denied"):
        read_article_file(path)


def test_importing_ingest_loads_no_heavy_package():
    code = (
        "import sys, briefgen.ingest; "
        "heavy = {'trafilatura', 'charset_normalizer', 'lxml', 'yaml', 'pydantic'}; "
        "assert not heavy & set(sys.modules); "
        "import briefgen.ingest.article; "
        "assert not (heavy - {'pydantic'}) & set(sys.modules), heavy & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True)
