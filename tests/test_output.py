"""New files appear all at once or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import OutputError
from briefgen.output.staging import stage_outputs, stage_whole_folder


def names_in(folder):
    """Return all names in a folder, the hidden ones too."""
    return sorted(path.name for path in Path(folder).iterdir())


def test_nothing_shows_before_it_is_published(tmp_path):
    with stage_outputs(tmp_path) as staging:
        staging.write("a.md", b"new")

        assert not (tmp_path / "a.md").exists()
        assert staging.publish() == (tmp_path / "a.md",)
        assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a.md"]


def test_a_failure_before_leaves_the_folder_as_it_was(tmp_path):
    (tmp_path / "a.md").write_text("old")

    with pytest.raises(ZeroDivisionError), stage_outputs(tmp_path) as staging:
        staging.write("a.md", b"new")
        _ = 1 / 0

    assert names_in(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_text() == "old"


def test_a_folder_in_the_place_of_one_file_stops_all(tmp_path):
    """No other file is replaced, made or removed."""
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "c.md").mkdir()

    with pytest.raises(OutputError, match=r"c\.md"), stage_outputs(tmp_path) as staging:
        for name in ("a.md", "b.md", "c.md"):
            staging.write(name, b"new")
        staging.publish()

    assert names_in(tmp_path) == ["a.md", "c.md"]
    assert (tmp_path / "a.md").read_text() == "old"


def test_a_failed_removal_is_undone(tmp_path, monkeypatch):
    """A file that cannot be taken away brings the replaced and the removed ones back."""
    for name in ("a.md", "b.pdf", "c.pdf"):
        (tmp_path / name).write_text("old")
    unlink = type(tmp_path).unlink

    def refuse_c(path, missing_ok=False):
        if path == tmp_path / "c.pdf":
            raise PermissionError(1, "Operation not permitted")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(type(tmp_path), "unlink", refuse_c)
    with pytest.raises(OutputError, match=r"c\.pdf"), stage_outputs(tmp_path) as staging:
        staging.write("a.md", b"new")
        staging.publish(remove=["b.pdf", "c.pdf"])

    assert {(tmp_path / name).read_text() for name in ("a.md", "b.pdf", "c.pdf")} == {"old"}


def test_other_files_are_not_touched(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    before = (tmp_path / "mine.txt").stat()

    with stage_outputs(tmp_path) as staging:
        staging.write("a.md", b"new")
        staging.publish()

    assert (tmp_path / "mine.txt").stat() == before


def test_a_link_in_the_place_is_replaced_not_followed(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.md").symlink_to(tmp_path / "mine.txt")

    with stage_outputs(tmp_path / "out") as staging:
        staging.write("a.md", b"new")
        staging.publish()

    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "out" / "a.md").read_bytes() == b"new"


def test_folders_are_made_and_taken_away_where_nothing_was_published(tmp_path):
    with stage_outputs(tmp_path / "x" / "y"):
        assert (tmp_path / "x" / "y").is_dir()
    assert names_in(tmp_path) == []


def test_is_same_compares_bytes(tmp_path):
    (tmp_path / "a.md").write_bytes(b"same")
    (tmp_path / "b.md").write_bytes(b"olds")
    with stage_outputs(tmp_path) as staging:
        staging.write("a.md", b"same")
        staging.write("b.md", b"news")
        staging.write("c.md", b"new")

        assert staging.is_same("a.md") is True
        assert staging.is_same("b.md") is False
        assert staging.is_same("c.md") is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_a_killed_run_left_is_taken_away_by_the_next(tmp_path):
    code = """\
import os, pathlib, signal, sys
from briefgen.output.staging import stage_outputs, stage_whole_folder
with stage_outputs(pathlib.Path(sys.argv[1])) as staging:
    staging.write("a.md", b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    out = tmp_path / "out"
    subprocess.run([sys.executable, "-c", code, str(out)], check=False, timeout=60)
    assert names_in(out) != [], "it was not killed in the middle"

    with stage_outputs(out) as staging:
        staging.write("a.md", b"whole")
        staging.publish()

    assert names_in(out) == ["a.md"]
    assert names_in(tmp_path) == ["out"]
    assert (out / "a.md").read_bytes() == b"whole"


def test_the_current_folder_stays_the_one_that_it_is(tmp_path, monkeypatch):
    """A shell that stands in it would be left in a folder that is removed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("mine")
    before = tmp_path.stat().st_ino

    with stage_whole_folder(Path()) as staging:
        staging.write("a.md", b"new")
        staging.write("b.md", b"new")
        staging.publish()

    assert names_in(Path()) == ["a.md", "b.md", "mine.txt"]
    assert tmp_path.stat().st_ino == before
