"""Output folders as they come: read-only, another user's, a mount point, on a disk that is full."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.conftest import Ended, Job, Runner
from tests.faults.striking import hidden, visible

NOBODY = 65534
OLD = {"brief.json": b"old" * 1000, "executive.md": b"old", "public.html": b"old"}
NEW = {"brief.json": b"new" * 1000, "executive.md": b"new"}

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to be two users"
)
Mount = Callable[..., None]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that every user may enter; pytest's own are root's alone."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def mount(folder) -> Iterator[Mount]:
    """Return a function that calls mount; what it mounted is gone at the end."""
    if shutil.which("mount") is None:
        pytest.skip("no mount program")
    with ExitStack() as stack:

        def do(place: Path, *arguments: str) -> None:
            done = subprocess.run(
                ["mount", *arguments, str(place)], capture_output=True, text=True, check=False
            )
            if done.returncode:
                pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
            if not any("remount" in argument for argument in arguments):
                stack.callback(subprocess.run, ["umount", "-l", str(place)], check=True)

        yield do


def fill(out: Path) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    for name, content in OLD.items():
        (out / name).write_bytes(content)
    return out


def write(runner: Runner, out: Path, new: dict[str, bytes] = NEW, **more: object) -> Ended:
    files = {name: content.decode() for name, content in new.items()}
    return runner.run(Job((str(out), "public.html"), out.parent, files=files, **more))


def assert_refused(ended: Ended, out: Path, *, why: str, hint: str) -> None:
    """Check that the old set is whole, and that one line says what, where and what to do."""
    assert ended.code == 2
    (line,) = ended.err.splitlines()
    assert line.startswith(f"briefgen: {out}")
    assert why in line
    assert hint in line
    assert visible(out) == OLD
    assert [name for name in hidden(out) if name.startswith(".")] == []


@needs_root
def test_a_folder_that_is_read_only(runner, folder):
    out = fill(folder / "briefs" / "toll")
    for path in (out.parent, out):
        os.chown(path, NOBODY, NOBODY)
    out.chmod(0o555)

    refused = write(runner, out, user=NOBODY)

    assert_refused(refused, out, why="Permission denied", hint="ask its owner")
    out.chmod(0o755)
    assert write(runner, out, user=NOBODY).code == 0
    assert visible(out) == NEW


@needs_root
def test_a_folder_of_another_user(runner, folder):
    out = fill(folder / "briefs" / "toll")

    assert_refused(
        write(runner, out, user=NOBODY), out, why="Permission denied", hint="choose another folder"
    )


@needs_root
def test_a_folder_of_another_user_that_all_may_write(runner, folder):
    """It stays the folder that it is, whosever it is, since nobody else can make one like it."""
    out = fill(folder / "briefs" / "toll")
    out.chmod(0o777)
    out.parent.chmod(0o777)
    number = out.stat().st_ino

    assert write(runner, out, user=NOBODY).code == 0

    assert visible(out) == NEW
    assert hidden(out) == []
    assert (out.stat().st_ino, out.stat().st_uid) == (number, 0)


@needs_root
def test_a_folder_of_ones_own_among_those_of_another(runner, folder):
    """Nothing can be made beside it: new files and the lock lie inside."""
    out = fill(folder / "briefs" / "toll")
    os.chown(out, NOBODY, NOBODY)

    ended = write(runner, out, user=NOBODY)

    assert ended.code == 0
    assert any(path.endswith("toll/.briefgen-lock") for _, _, path, _ in ended.calls)
    assert visible(out) == NEW
    assert hidden(out) == []


@needs_root
def test_the_lock_of_another_user_who_was_killed(runner, folder):
    """One that may only be read is taken over all the same."""
    out = fill(folder / "briefs" / "toll")
    os.chown(out, NOBODY, NOBODY)
    lock = out.with_name(".toll.briefgen-lock")
    lock.write_text("process 1 on elsewhere\n")
    lock.chmod(0o644)

    ended = write(runner, out, user=NOBODY)

    assert (ended.code, ended.err) == (0, "")
    assert visible(out) == NEW


def test_a_folder_that_is_a_mount_point(runner, folder, mount):
    out = folder / "briefs" / "toll"
    out.mkdir(parents=True)
    mount(out, "-t", "tmpfs", "none")
    fill(out)

    assert write(runner, out).code == 0

    assert visible(out) == NEW
    assert hidden(out) == []


def test_a_folder_mounted_from_the_same_disk(runner, folder, mount):
    """Nothing tells it from others but that no file can be moved into it."""
    fill(folder / "real")
    out = folder / "briefs" / "toll"
    out.mkdir(parents=True)
    mount(out, "--bind", str(folder / "real"))

    assert write(runner, out).code == 0

    assert visible(out) == NEW
    assert hidden(out) == []


def test_a_link_to_a_folder_on_another_disk(runner, folder, mount):
    (folder / "disk").mkdir()
    mount(folder / "disk", "-t", "tmpfs", "none")
    out = folder / "link"
    out.symlink_to(fill(folder / "disk" / "toll"))

    assert write(runner, out).code == 0

    assert out.is_symlink()
    assert visible(out) == NEW
    assert hidden(folder / "disk" / "toll") == []


def test_a_disk_that_can_only_be_read(runner, folder, mount):
    (folder / "disk").mkdir()
    mount(folder / "disk", "-t", "tmpfs", "none")
    out = fill(folder / "disk" / "toll")
    mount(folder / "disk", "-o", "remount,ro")

    assert_refused(
        write(runner, out), out, why="Read-only file system", hint="choose another folder"
    )


def test_a_disk_that_is_really_full(runner, folder, mount):
    """At each of some sizes, from one that has no room to one that has."""
    place = folder / "disk"
    place.mkdir()
    page = os.sysconf("SC_PAGE_SIZE")
    new = {**NEW, "executive.pdf": b"%" * 20 * page}
    mount(place, "-t", "tmpfs", "-o", f"size={256 * page}", "none")
    codes = []
    for pages in range(6, 60, 3):
        out = fill(place / "toll")
        mount(place, "-o", f"remount,size={pages * page}")
        ended = write(runner, out, new)
        codes.append(ended.code)
        if ended.code:
            assert_refused(ended, out, why="No space left on device", hint="free some space")
        else:
            assert visible(out) == new
        assert hidden(out) == []
        mount(place, "-o", f"remount,size={256 * page}")
        shutil.rmtree(out)

    assert codes == sorted(codes, reverse=True)
    assert set(codes) == {0, 2}


def test_a_first_build_that_fails_leaves_no_folder(runner, tmp_path):
    out = tmp_path / "new" / "briefs" / "toll"
    calls = runner.run(Job((str(out),), tmp_path, files={"a": "1", "b": "2"})).calls
    shutil.rmtree(tmp_path / "new")
    place = next(number for number, name, *_ in calls if name == "fsync")

    ended = runner.run(Job((str(out),), tmp_path, files={"a": "1", "b": "2"}, at=place, fault=28))

    assert ended.code == 2
    assert [*tmp_path.iterdir()] == []
