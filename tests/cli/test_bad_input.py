"""Bad input gets one clear line and the right exit code; good articles are never lost."""

import os
import sys
from pathlib import Path

import pytest

PARSED_AS_MARKUP = "<html><head><title>Log in</title></head><body><nav>Home</nav></body></html>"


def assert_one_line(result, code, *words):
    """Check that the run ended with *code* and one line that has all of *words*."""
    assert result.code == code
    assert len(result.error_lines) == 1, result.err
    assert result.err.startswith("briefgen: ")
    for word in words:
        assert word in result.err


def assert_unusable(result, *words):
    """Check that nothing was done, and why."""
    assert_one_line(result, 2, *words)
    assert result.out == ""
    assert not Path("out").exists()


def build(run, corpus, *more):
    """Build the Markdown of *corpus* into ``out``."""
    return run("build", corpus, "--out", "out", "--format", "md", *more)


def test_no_folder(run):
    assert_unusable(build(run, "nowhere"), "nowhere")


def test_a_file_instead_of_a_folder(run, corpus):
    assert_unusable(build(run, corpus / "codebook.yaml"), "codebook.yaml", "folder")


def test_an_empty_folder(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert_unusable(build(run, "empty"), "codebook.yaml")


def test_no_articles(run, corpus):
    for article in (corpus / "articles").iterdir():
        article.unlink()
    assert_unusable(build(run, corpus), "no articles")


def test_no_codebook(run, corpus):
    (corpus / "codebook.yaml").unlink()
    assert_unusable(build(run, corpus), "codebook.yaml")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    terms: [parking", "    colour: red\n    terms: [parking", ["colour", ":12"]),
        ("id: parking", "id: tram-line", ["tram-line"]),
        ("    title: Parking", "\ttitle: Parking", [":10"]),
        ("    proposition: The city should close", "    close: The city should close", [":"]),
        ("topic: Trams", "topic: [Trams", [":"]),
        ("id: parking", "id: Parking Lot", ["Parking Lot"]),
    ],
    ids=["unknown key", "duplicate id", "tab", "missing key", "no YAML", "bad id"],
)
def test_an_unusable_codebook(run, corpus, old, new, words):
    """The line names the file and, where there is one, the line and the key."""
    codebook = corpus / "codebook.yaml"
    text = codebook.read_text()
    assert old in text
    codebook.write_text(text.replace(old, new))
    assert_unusable(build(run, corpus), "codebook.yaml", *words)


def test_an_empty_codebook(run, corpus):
    (corpus / "codebook.yaml").write_text("")
    assert_unusable(build(run, corpus), "codebook.yaml")


def test_a_binary_codebook(run, corpus):
    (corpus / "codebook.yaml").write_bytes(bytes(range(256)))
    assert_unusable(build(run, corpus), "codebook.yaml")


@pytest.mark.parametrize("place", [".", "articles", "codebook.yaml"])
def test_a_corpus_that_may_not_be_read(run, corpus, place):
    (corpus / place).chmod(0)
    if os.access(corpus / place, os.R_OK):
        pytest.skip("this user may read everything")

    result = build(run, corpus)
    (corpus / place).chmod(0o700)

    assert_unusable(result, "trams" if place != "codebook.yaml" else place)


def write_empty(path: Path) -> None:
    """Write an article with nothing in it."""
    path.write_bytes(b"")


def write_blank(path: Path) -> None:
    """Write an article of white space."""
    path.write_text(" \n\n\t\n")


def write_binary(path: Path) -> None:
    """Write what an image is."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def write_huge(path: Path) -> None:
    """Write 50 MB that take no place on the disk."""
    with path.open("wb") as file:
        file.truncate(50_000_000)


def write_folder(path: Path) -> None:
    """Make a folder that is named like an article."""
    path.mkdir()


def write_locked(path: Path) -> None:
    """Write an article that may not be read."""
    path.write_text("The tram is late.")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


BAD_ARTICLES = [write_empty, write_blank, write_binary, write_huge, write_folder, write_locked]


@pytest.mark.parametrize("write", BAD_ARTICLES)
def test_a_bad_article_is_named_and_the_good_ones_are_built(run, corpus, write):
    """The exit code is 1, the brief names the article, and both good ones are in it."""
    write(corpus / "articles" / "bad.txt")

    result = build(run, corpus)

    assert_one_line(result, 1, "bad.txt")
    assert len(Path("out/records.jsonl").read_text().splitlines()) == 2
    assert "articles/bad.txt" in Path("out/brief.json").read_text()
    assert "bad.txt" in Path("out/executive.md").read_text()


@pytest.mark.parametrize("write", BAD_ARTICLES)
def test_nothing_but_bad_articles_is_unusable(run, corpus, write):
    for article in (corpus / "articles").iterdir():
        article.unlink()
    write(corpus / "articles" / "bad.txt")

    assert_unusable(build(run, corpus), "bad.txt")


def test_a_page_without_an_article(run, corpus):
    (corpus / "articles" / "login.html").write_text(PARSED_AS_MARKUP)

    assert_one_line(build(run, corpus), 1, "login.html")
    assert Path("out/executive.md").exists()


def test_a_link_that_leads_nowhere_is_told(run, corpus):
    (corpus / "articles" / "gone.txt").symlink_to("nowhere.txt")

    result = build(run, corpus)

    assert "gone.txt" in result.err
    assert len(Path("out/records.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    "name", ["two words.txt", "Straßenbahn für Köln.txt", "-dash.txt", "[x].txt"]
)
def test_file_names_of_every_kind(run, corpus, name):
    """Spaces, umlauts, a leading dash, brackets: the article is a source like any other."""
    (corpus / "articles" / "harbour-post.txt").rename(corpus / "articles" / name)

    assert build(run, corpus).code == 0
    assert f"articles/{name}" in Path("out/records.jsonl").read_text()


def test_a_file_name_that_is_no_text(run, corpus):
    """A name that is not UTF-8 fails alone."""
    try:
        (corpus / "articles" / os.fsdecode(b"caf\xe9.txt")).write_text("The tram is late.")
    except OSError:
        pytest.skip("this file system has only names that are text")

    assert_one_line(build(run, corpus), 1, r"caf\udce9.txt")
    assert len(Path("out/records.jsonl").read_text().splitlines()) == 2


def test_a_file_name_that_acts_on_the_terminal(run, corpus):
    """Control characters of a name do not reach the terminal."""
    (corpus / "articles" / "a\x1b[2Jb\nc.txt").write_bytes(b"")

    result = build(run, corpus)

    assert_one_line(result, 1)
    assert "\x1b" not in result.err


def test_a_corpus_whose_name_begins_with_a_dash(run, corpus):
    corpus.rename("-trams")

    assert run("build", "--format", "md", "--", "-trams").code == 0
    assert Path("briefs/-trams/executive.md").exists()


def test_a_file_in_the_way_of_the_output_folder(run, corpus):
    Path("out").write_text("mine")

    assert_one_line(build(run, corpus), 2, "out")
    assert Path("out").read_text() == "mine"


def test_a_folder_in_the_way_of_an_output_file(run, corpus):
    """Nothing is written where one file cannot be, and what was there stays."""
    Path("out/executive.md/mine").mkdir(parents=True)

    assert_one_line(build(run, corpus), 2, "executive.md")
    assert [path.name for path in Path("out").iterdir()] == ["executive.md"]


def test_an_output_folder_that_may_not_be_written(run, corpus, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    if os.access(tmp_path / "locked", os.W_OK):
        pytest.skip("this user may write everywhere")

    assert_one_line(run("build", corpus, "--out", "locked/out"), 2, "locked")
    (tmp_path / "locked").chmod(0)
    assert_one_line(run("build", corpus, "--out", "locked/in/out"), 2, "locked")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system of the kernel's")
def test_an_output_folder_where_nobody_may_write(run, corpus):
    """Also for root."""
    assert_one_line(run("build", corpus, "--out", "/proc/self/out"), 2, "/proc/self")


@pytest.mark.parametrize("place", [".", "articles"])
def test_an_output_folder_among_the_articles(run, corpus, place):
    """The brief would be read as an article the next time."""
    result = run("build", corpus, "--out", corpus / place, "--format", "md")

    assert_one_line(result, 2, "--out")
    assert not (corpus / place / "executive.md").exists()


def test_an_unknown_audience(run, corpus):
    assert_unusable(build(run, corpus, "--audience", "martians"), "martians", "executive")


def test_an_unknown_format(run, corpus):
    result = run("build", corpus, "--format", "papyrus")

    assert result.code == 2
    assert "papyrus" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("write", BAD_ARTICLES)
def test_inspect_of_a_bad_article(run, tmp_path, write):
    write(tmp_path / "bad.txt")

    assert_one_line(run("inspect", "bad.txt"), 2, "bad.txt")


def test_inspect_of_nothing(run):
    assert_one_line(run("inspect", "nowhere.txt"), 2, "nowhere.txt")


def test_inspect_of_a_folder(run, corpus):
    result = run("inspect", corpus / "articles")
    assert_one_line(result, 2, "articles")
    assert "folder" in result.err


def test_in_a_process_of_its_own(run_process, corpus):
    """The exit code and the one line are the process's too; there is no traceback."""
    write_binary(corpus / "articles" / "bad.txt")

    result = run_process("build", corpus, "--out", "out", "--format", "md")

    assert_one_line(result, 1, "bad.txt")
    assert_one_line(run_process("build", "nowhere"), 2, "nowhere")


@pytest.mark.skipif(sys.platform == "win32", reason="such a folder cannot be removed")
def test_a_current_folder_that_is_gone_is_one_line(run, corpus, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    for command in (("build", str(corpus)), ("check",), ("export", "x", "--to", "y")):
        result = run(*command)
        assert result.code == 2
        assert len(result.error_lines) == 1
        assert "Traceback" not in result.err


def test_an_entry_of_sources_whose_article_was_taken_away_is_told_and_the_brief_is_built(
    run, corpus
):
    (corpus / "sources.yaml").write_text("gone.md:\n  outlet: The Ferryman\n")

    first, again = build(run, corpus), build(run, corpus)

    for result in (first, again):
        assert_one_line(result, 1, "sources.yaml:1: gone.md", "no article", "take the entry out")
    assert Path("out/executive.md").is_file()
