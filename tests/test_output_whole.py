"""A whole output folder: one set of files at every moment, one build at a time.

Other processes are real ones here, and they are really killed.
"""

import contextlib
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from briefgen.errors import OutputError
from briefgen.output import exchange as exchanging
from briefgen.output import journal as journal_module
from briefgen.output import staging as staging_module
from briefgen.output.exchange import exchange
from briefgen.output.folder_lock import hold_folder
from briefgen.output.hidden_places import clear_leftovers
from briefgen.output.journal import JOURNAL
from briefgen.output.staging import stage_whole_folder

NAMES = ("brief.json", "executive.md", "executive.pdf")

WRITER = f"""
import sys
from pathlib import Path
from briefgen.output.staging import stage_whole_folder
folder, sign = Path(sys.argv[1]), sys.argv[2].encode()
with stage_whole_folder(folder) as staging:
    for name in {NAMES!r}:
        staging.write(name, sign * 40_000)
    print("written", flush=True)
    staging.publish(remove=["old.html"])
"""


HOLDER = """
import sys, time
from pathlib import Path
from briefgen.output.folder_lock import hold_folder
with hold_folder(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def write_set(folder, sign, **options):
    with stage_whole_folder(folder) as staging:
        for name in NAMES:
            staging.write(name, sign)
        staging.publish(**options)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def hidden_beside(folder):
    return [path.name for path in folder.parent.iterdir() if path.name != folder.name]


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "briefs" / "toll"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(params=["in one step", "one by one"])
def way(request, monkeypatch):
    """Both ways of putting the files in their places."""
    if request.param == "one by one":
        monkeypatch.setattr(staging_module, "exchange", lambda one, other: False)
    return request.param


def test_a_new_set_takes_the_place_of_the_old_one(out, way):
    write_set(out, b"old")
    (out / "old.html").write_bytes(b"old")

    write_set(out, b"new", remove=["old.html"])

    assert contents(out) == dict.fromkeys(NAMES, b"new")
    assert hidden_beside(out) == []


def test_other_files_stay_the_files_that_they_are(out, way):
    (out / "mine.txt").write_text("mine")
    (out / "link").symlink_to("mine.txt")
    number = (out / "mine.txt").stat().st_ino

    write_set(out, b"new")

    assert (out / "mine.txt").stat().st_ino == number
    assert (out / "link").is_symlink()


def test_a_folder_inside_stays(out):
    (out / "notes").mkdir()
    (out / "notes" / "mine.txt").write_text("mine")

    write_set(out, b"new")

    assert (out / "notes" / "mine.txt").read_text() == "mine"
    assert contents(out) == dict.fromkeys(NAMES, b"new")


def test_the_folder_keeps_its_rights(out, way):
    write_set(out, b"old")
    out.chmod(0o750)

    write_set(out, b"new")

    assert out.stat().st_mode & 0o777 == 0o750


def test_what_is_there_already_is_not_touched(out):
    write_set(out, b"same")

    def marks():  # not the time of reading: comparing reads
        found = {name: (out / name).stat() for name in NAMES}
        return {name: (each.st_ino, each.st_mtime_ns) for name, each in found.items()}

    before = marks()
    number = out.stat().st_ino

    write_set(out, b"same")

    assert marks() == before
    assert out.stat().st_ino == number


def test_a_link_to_the_output_folder_is_followed(out, tmp_path):
    (tmp_path / "link").symlink_to(out)

    write_set(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert contents(out) == dict.fromkeys(NAMES, b"new")


def test_a_folder_in_the_place_of_one_file_stops_all(out, way):
    write_set(out, b"old")
    (out / "executive.md").unlink()
    (out / "executive.md").mkdir()

    with pytest.raises(OutputError, match=r"executive\.md|directory"):
        write_set(out, b"new")

    assert contents(out) == {"brief.json": b"old", "executive.pdf": b"old"}
    assert hidden_beside(out) == []


def test_a_crash_between_the_moves_is_ended_by_the_next_build(out, monkeypatch):
    """Where the folders cannot change places, the journal says what is still to be moved."""
    monkeypatch.setattr(staging_module, "exchange", lambda one, other: False)
    write_set(out, b"old")
    (out / "old.html").write_bytes(b"old")
    hidden = out.with_name(f".{out.name}.briefgen-new")
    hidden.mkdir()
    (out / "brief.json").write_bytes(b"new")
    (hidden / "executive.md").write_bytes(b"new")
    (hidden / "executive.pdf").write_bytes(b"new")
    files = dict.fromkeys(NAMES, hashlib.sha256(b"new").hexdigest())
    journal = {"from": hidden.name, "files": files, "remove": ["old.html"]}
    (out / JOURNAL).write_text(json.dumps(journal))

    with stage_whole_folder(out):
        pass

    assert contents(out) == dict.fromkeys(NAMES, b"new")
    assert hidden_beside(out) == []


@pytest.mark.parametrize(
    "journal",
    [
        "{torn",
        '{"from": "/etc", "files": {"passwd": "0"}, "remove": []}',
        '{"from": ".toll.briefgen-new", "files": {}, "remove": ["../mine.txt"]}',
        '{"from": ".toll.briefgen-new", "files": {"brief.json": "0"}, "remove": ["executive.md"]}',
        '{"from": ".toll.briefgen-new", "files": ["brief.json"], "remove": []}',
        '{"from": ".toll.briefgen-new", "files": {}, "remove": 7}',
        "[]",
    ],
)
def test_a_journal_that_is_not_ours_moves_nothing(out, journal):
    write_set(out, b"old")
    (out.parent / "mine.txt").write_text("mine")
    (out / JOURNAL).write_text(journal)

    with stage_whole_folder(out):
        pass

    assert contents(out) == dict.fromkeys(NAMES, b"old")
    assert (out.parent / "mine.txt").read_text() == "mine"


def test_a_system_that_cannot_exchange_says_so_and_changes_nothing(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    monkeypatch.setattr(exchanging, "_find_call", lambda: lambda one, other: 22)

    assert exchange(tmp_path / "a", tmp_path / "b") is False
    assert (tmp_path / "a" / "a").exists()


def test_a_disk_error_while_exchanging_leaves_the_old_set(out, monkeypatch):
    write_set(out, b"old")
    monkeypatch.setattr(exchanging, "_find_call", lambda: lambda one, other: 5)

    with pytest.raises(OutputError, match="Input/output error"):
        write_set(out, b"new")

    assert contents(out) == dict.fromkeys(NAMES, b"old")
    assert hidden_beside(out) == []


@contextlib.contextmanager
def started(code, *arguments):
    """Run a program, which is killed at the end."""
    with subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_killed_writer_leaves_the_old_set_or_the_new_one(out):
    write_set(out, b"a" * 40_000)
    sets = [dict.fromkeys(NAMES, sign * 40_000) for sign in (b"a", b"b")]
    for try_ in range(20):
        with started(WRITER, out, "b") as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(try_ * 0.001)
        found = contents(out)
        assert found in sets
        write_set(out, b"a" * 40_000)
        assert contents(out) == sets[0]
        assert hidden_beside(out) in ([], [f".{out.name}.briefgen-lock"])


def test_folders_above_are_made_and_taken_away_where_nothing_was_published(tmp_path):
    with stage_whole_folder(tmp_path / "x" / "y"):
        pass
    assert [*tmp_path.iterdir()] == []

    write_set(tmp_path / "x" / "y", b"new")
    assert contents(tmp_path / "x" / "y") == dict.fromkeys(NAMES, b"new")


def test_eight_writers_at_once_leave_one_whole_set(out):
    with contextlib.ExitStack() as stack:
        writers = [stack.enter_context(started(WRITER, out, sign)) for sign in "abcdefgh"]
        assert [writer.wait(timeout=120) for writer in writers] == [0] * 8

    found = contents(out)
    assert set(found) == set(NAMES)
    assert len(set(found.values())) == 1
    assert hidden_beside(out) == []


def test_who_holds_the_folder_is_named(out):
    with (
        hold_folder(out),
        pytest.raises(OutputError, match=f"process {os.getpid()}"),
        hold_folder(out, wait=0),
    ):
        pass


def test_whoever_waits_gets_the_folder_when_the_holder_is_killed(out):
    with started(HOLDER, out) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        said = []
        with pytest.raises(OutputError), hold_folder(out, wait=0.1, tell=said.append):
            pass

    with hold_folder(out, wait=5):
        pass
    assert len(said) == 1
    assert str(holder.pid) in said[0]


def test_where_nothing_can_be_made_beside_the_folder_it_is_made_inside(out):
    out.with_name(f".{out.name}.briefgen-lock").mkdir()
    out.with_name(f".{out.name}.briefgen-new").write_text("somebody else's")

    write_set(out, b"new")

    assert contents(out) == dict.fromkeys(NAMES, b"new")
    assert [path.name for path in out.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize(
    "words", ["process {pid} on {host}", "process 1 on another-host", "", "\0"]
)
def test_a_lock_file_that_nobody_holds_keeps_nobody_out(out, words):
    """Its holder is dead, whoever has its number now, here or on another machine."""
    signed = words.format(pid=os.getpid(), host=socket.gethostname())
    out.with_name(f".{out.name}.briefgen-lock").write_text(signed)
    said = []

    with stage_whole_folder(out, wait=0, tell=said.append) as staging:
        staging.write("brief.json", b"new")
        staging.publish()

    assert said == []
    assert contents(out) == {"brief.json": b"new"}
    assert hidden_beside(out) == []


def test_whoever_has_nothing_to_write_takes_leftovers_away(out):
    write_set(out, b"old")
    out.with_name(f".{out.name}.briefgen-new").mkdir()
    out.with_name(f".{out.name}.briefgen-lock").touch()

    clear_leftovers(out)

    assert hidden_beside(out) == []
    assert contents(out) == dict.fromkeys(NAMES, b"old")


def test_leftovers_of_a_build_that_is_at_work_are_left_alone(out):
    with stage_whole_folder(out) as staging:
        staging.write("brief.json", b"new")

        clear_leftovers(out)

        staging.publish()
    assert contents(out) == {"brief.json": b"new"}


def test_a_signal_during_the_moves_comes_after_them(out, monkeypatch):
    """Even Ctrl-C finds them done: nobody is left to undo what it would cut off."""
    monkeypatch.setattr(staging_module, "exchange", lambda one, other: False)
    write_set(out, b"old")
    sync = journal_module.sync_folder

    def interrupt(folder):
        os.kill(os.getpid(), signal.SIGINT)
        sync(folder)

    monkeypatch.setattr(journal_module, "sync_folder", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_set(out, b"new")

    assert contents(out) == dict.fromkeys(NAMES, b"new")
    assert hidden_beside(out) == []
