"""``briefgen build``: what it writes, where, and what it says."""

import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen import cli


def names_in(folder) -> list[str]:
    """Return all names in a folder, the hidden ones too."""
    return sorted(path.name for path in Path(folder).iterdir())


def test_the_default_is_markdown_and_pdf_in_briefs(run, corpus):
    """The results, and nothing else, stand on standard output."""
    result = run("build", corpus)

    assert result.code == 0, result.err
    expected = ["brief.json", "executive.md", "executive.pdf", "manifest.json", "records.jsonl"]
    assert names_in("briefs/trams") == expected
    assert sorted(Path(line).name for line in result.out.splitlines()) == expected
    assert all(Path(line).is_file() for line in result.out.splitlines())
    assert result.err == ""
    assert Path("briefs/trams/executive.pdf").read_bytes().startswith(b"%PDF-")


def test_the_chosen_formats_are_written_and_no_other(run, corpus):
    run("build", corpus, "--out", "out", "--format", "md", "--format", "html", "--format", "md")

    assert names_in("out") == [
        "brief.json",
        "executive.html",
        "executive.md",
        "manifest.json",
        "records.jsonl",
    ]


def test_quiet_says_nothing(run, corpus):
    result = run("build", corpus, "--quiet", "--format", "md")

    assert (result.code, result.out, result.err) == (0, "", "")


def test_quiet_still_names_what_failed(run, corpus):
    (corpus / "articles" / "bad.txt").write_bytes(b"")

    result = run("build", corpus, "--quiet", "--format", "md")

    assert result.code == 1
    assert result.out == ""
    assert "bad.txt" in result.err


def test_quiet_still_names_a_correction_that_was_not_applied(run, corpus):
    (corpus / "corrections.yaml").write_text(
        "stances:\n  - {who: A. Holm, when: 2026-03-02, article: gone, issue: parking,"
        f" what: changed, stance: support, sha256: {'0' * 64}}}\n"
    )

    result = run("build", corpus, "--out", "out", "--format", "md", "--quiet")

    assert result.code == 0
    (line,) = result.error_lines
    assert line.startswith("corrections.yaml: stances[1] (A. Holm, 2026-03-02): not applied: ")


def test_a_key_of_front_matter_that_probably_means_another_is_named(run, corpus):
    article = corpus / "articles" / "market-gazette.md"
    article.write_text(article.read_text().replace("published:", "date:"))

    result = run("build", corpus, "--out", "out", "--format", "md")

    told = "articles/market-gazette.md:4: date: not read; did you mean 'published'?"
    assert (result.code, told in result.error_lines) == (0, True)


def test_an_article_that_is_there_twice_is_named_and_counts_once(run, corpus):
    articles = corpus / "articles"
    (articles / "twin.txt").write_bytes((articles / "harbour-post.txt").read_bytes())

    result = run("build", corpus, "--format", "md")

    assert result.code == 0
    assert (
        "articles/twin.txt: the same text as articles/harbour-post.txt, counted once" in result.err
    )
    assert len(Path("briefs/trams/records.jsonl").read_text().splitlines()) == 3
    brief = json.loads(Path("briefs/trams/brief.json").read_text())
    assert [source["id"] for source in brief["sources"]] == ["harbour-post", "market-gazette"]


def test_the_current_folder_as_corpus(run, corpus, monkeypatch):
    """The output folder is named after the folder, not after the dot."""
    monkeypatch.chdir(corpus)

    assert run("build", ".", "--format", "md").code == 0
    assert Path("briefs/trams/executive.md").exists()
    assert run("build", ".", "--format", "md").code == 0
    assert len(Path("briefs/trams/records.jsonl").read_text().splitlines()) == 2


def test_records_are_lines_sorted_by_id_with_letters_as_they_are(run, corpus):
    (corpus / "articles" / "äther.txt").write_text("The tram is too loud for the Ägidien church.")
    (corpus / "articles" / "a.txt").write_text("We must build the tram for the schools.")
    run("build", corpus, "--out", "out", "--format", "md")

    text = Path("out/records.jsonl").read_text(encoding="utf-8")
    records = [json.loads(line) for line in text.splitlines()]
    ids = [record["source"]["id"] for record in records]
    assert ids == sorted(ids)
    assert len(ids) == 4
    fields = ["source", "provenance", "thesis", "stances", "statements", "unaddressed"]
    assert list(records[0]) == fields
    assert "äther" in text
    assert text.endswith("}\n")


def test_a_path_in_the_outputs_is_relative_to_the_corpus(run, corpus, tmp_path):
    run("build", corpus, "--out", "out", "--format", "md", "--format", "html")

    for name in names_in("out"):
        assert str(tmp_path) not in Path("out", name).read_text(encoding="utf-8")
    record = json.loads(Path("out/records.jsonl").read_text().splitlines()[0])
    assert record["source"]["path"] == "articles/harbour-post.txt"


def test_other_files_of_the_output_folder_stay(run, corpus):
    Path("out").mkdir()
    Path("out/notes.md").write_text("mine")

    run("build", corpus, "--out", "out", "--format", "md")

    assert Path("out/notes.md").read_text() == "mine"
    assert names_in("out") == [
        "brief.json",
        "executive.md",
        "manifest.json",
        "notes.md",
        "records.jsonl",
    ]


def edit_an_article(corpus) -> None:
    file = corpus / "articles" / "harbour-post.txt"
    file.write_text(file.read_text("utf-8").replace("twice", "thrice"), "utf-8")


@pytest.mark.parametrize("asked", [(), ("--format", "md"), ("-a", "annex", "-f", "html")])
def test_all_pages_of_a_folder_show_the_same_brief_and_none_is_lost(run, corpus, asked):
    """Whatever is asked for, the pages that stand there are brought up to date with it."""
    run("build", corpus, "--out", "out", "--audience", "annex", "--format", "md")
    run("build", corpus, "--out", "out", "--audience", "executive", "--format", "html")
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    edit_an_article(corpus)

    result = run("build", corpus, "--out", "out", *asked)

    assert (result.code, result.err) == (0, "")
    after = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    assert {*before} <= {*after}
    assert all(after[page] != before[page] for page in ("annex.md", "executive.html"))
    added = {(): set(), ("--format", "md"): {"executive.md"}}.get(asked, {"annex.html"})
    assert {*after} - {*before} == added
    assert run("check", corpus, "--out", "out").code == 0
    assert run("build", corpus, "--out", "out").err == "out: unchanged\n"


def test_pages_that_are_named_alone_are_the_only_ones(run, corpus):
    """The others go, and that is said."""
    run("build", corpus, "--out", "out", "-a", "annex", "-a", "executive", "-f", "md")

    result = run("build", corpus, "--out", "out", "-a", "annex", "--only")

    assert "out/executive.md: removed" in result.err
    assert names_in("out") == ["annex.md", "brief.json", "manifest.json", "records.jsonl"]
    assert run("build", corpus, "--out", "out").err == "out: unchanged\n"
    assert run("build", corpus, "--out", "out", "--only").code == 2


def test_in_a_folder_without_a_brief_other_files_stay(run, corpus):
    """A file is no page of ours for its name alone."""
    Path("out").mkdir()
    Path("out/executive.pdf").write_bytes(b"%PDF- of somebody else")

    result = run("build", corpus, "--out", "out", "--format", "md")

    assert Path("out/executive.pdf").read_bytes() == b"%PDF- of somebody else"
    assert (result.code, result.err) == (0, "")


def test_a_page_of_the_same_brief_stays(run, corpus):
    """One format after the other gives both."""
    for page in ("html", "md", "html"):
        result = run("build", corpus, "--out", "out", "--format", page)
        assert result.code == 0

    assert names_in("out") == [
        "brief.json",
        "executive.html",
        "executive.md",
        "manifest.json",
        "records.jsonl",
    ]


def test_without_pango_the_rest_is_written(run, corpus, monkeypatch):
    """The one line says how to get the PDF, the exit code is 1, no earlier PDF stays."""
    from briefgen.errors import PdfError
    from briefgen.rendering.pdf import PdfWorker

    def fail(worker, html, files=()):
        raise PdfError("Pango is missing", hint="apt-get install libpango-1.0-0")

    monkeypatch.setattr(PdfWorker, "render", fail)
    Path("out").mkdir()
    Path("out/executive.pdf").write_bytes(b"%PDF- of an earlier brief")

    result = run("build", corpus, "--out", "out")

    assert result.code == 1
    assert names_in("out") == ["brief.json", "executive.md", "manifest.json", "records.jsonl"]
    assert "libpango" in result.err


def write_own_template(words: str) -> None:
    """Write a copy of the packaged audience into the current folder, with other words."""
    packaged = Path(cli.__file__).parents[2] / "templates" / "executive"
    own = shutil.copytree(packaged, Path("templates") / "executive")
    (own / "brief.md.j2").write_text(words)


def test_a_template_of_ones_own_goes_before(run, corpus):
    write_own_template("Our house's brief.\n")

    result = run("build", corpus, "--out", "out", "--format", "md")

    assert result.code == 0, result.err
    assert Path("out/executive.md").read_text() == "Our house's brief.\n"


def test_a_template_with_a_mistake_is_named(run, corpus):
    write_own_template("one\n{{ no_such_thing }}\n")

    result = run("build", corpus, "--out", "out", "--format", "md")

    assert result.code == 2
    assert "brief.md.j2" in result.err
    assert len(result.error_lines) == 1
    assert not Path("out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.slow
def test_an_interrupt_leaves_nothing_behind(corpus, tmp_path):
    """The exit code is 130; the output folder is not there; there is no traceback."""
    code = (
        "import os, signal, sys; import briefgen.pipeline.reading as p\n"
        "p._gather_evidence = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)\n"
        f"sys.argv = ['briefgen', 'build', {str(corpus)!r}, '--out', 'out']\n"
        "from briefgen.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_no_progress_where_nobody_watches(run, corpus):
    """Standard error is no terminal here: nothing is drawn, rich is not imported."""
    assert run("build", corpus, "--format", "md").err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_progress_on_a_terminal_after_a_second(tmp_path):
    """What goes on is drawn on standard error once it takes more than a second."""
    import pty

    watched, terminal = pty.openpty()
    code = (
        "import sys; from briefgen.progress import Progress\n"
        "with Progress(shown=True) as progress:\n"
        "    progress.tell('Reading [one].txt'); sys.stdin.read()\n"
    )
    drawn, end = b"", time.monotonic() + 60
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stderr=terminal,
        stdout=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ) as process:
        try:
            while b".txt" not in drawn and time.monotonic() < end:
                if select.select([watched], [], [], 1)[0]:
                    drawn += os.read(watched, 10_000)
            said, _ = process.communicate(timeout=60)
        finally:
            process.kill()
            os.close(terminal)
            os.close(watched)

    assert "Reading [one].txt" in re.sub(
        r"\x1b\[[0-9;?]*[a-zA-Z]", "", drawn.decode(errors="replace")
    )
    assert said == b""
