"""What changes is noticed, with the system's notices or without, whatever becomes of a folder."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from briefgen.watching.watcher import Watcher

SECONDS = 60
WAYS = ("told", "looking")


@pytest.fixture(params=WAYS)
def watch(request, monkeypatch):
    """Return what makes a watcher: one that the system tells, and one that has to look."""
    said: list[str] = []
    if request.param == "told":
        pytest.importorskip("watchfiles", reason='install it: pip install "briefgen[preview]"')
    else:
        monkeypatch.setitem(sys.modules, "watchfiles", None)  # as where it is not installed

    def make(*folders: Path, files=()) -> Watcher:
        watcher = Watcher(folders, files, tell=said.append)
        watcher.said = said
        watcher.way = request.param
        return watcher

    return make


def await_change(watcher: Watcher, path: Path) -> set[Path]:
    """Wait until something at or in *path* is told to have changed."""
    found: set[Path] = set()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found |= watcher.wait(0.2)
        if any(each == path or path in each.parents for each in found):
            return found
    raise AssertionError(f"{path} is not among {found}")


def drain(watcher: Watcher) -> None:
    while watcher.wait(0.9):
        pass


def test_each_way_of_saving_is_noticed(watch, tmp_path):
    folder = tmp_path.resolve() / "corpus"
    (folder / "articles").mkdir(parents=True)
    article = folder / "articles" / "one.txt"
    article.write_text("one")
    with watch(folder) as watcher:
        drain(watcher)
        article.write_text("in place")
        await_change(watcher, article)
        draft = article.with_name("one.txt.tmp")
        draft.write_text("by rename")
        draft.replace(article)
        await_change(watcher, article)
        other = article.with_name("two.txt")
        other.write_text("new")
        await_change(watcher, other)
        other.unlink()
        await_change(watcher, other)
    assert bool(watcher.said) == (watcher.way == "looking")


def test_a_folder_that_goes_and_comes_back_is_followed(watch, tmp_path):
    folder = tmp_path.resolve() / "corpus"
    with watch(folder) as watcher:
        assert watcher.wait(1.0) == set(), "there is no such folder yet"
        folder.mkdir()
        (folder / "one.txt").write_text("one")
        await_change(watcher, folder)
        drain(watcher)
        folder.rename(tmp_path / "away")
        await_change(watcher, folder)
        drain(watcher)
        (tmp_path / "away").rename(folder)
        await_change(watcher, folder)
        drain(watcher)
        (folder / "one.txt").write_text("after it came back")
        await_change(watcher, folder / "one.txt")
        drain(watcher)
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / "two.txt").write_text("in another folder of that name")
        await_change(watcher, folder)
        drain(watcher)
        (folder / "two.txt").write_text("which is followed as well")
        await_change(watcher, folder / "two.txt")


def test_what_the_system_does_not_tell_is_found_by_looking(watch, tmp_path):
    """A file behind a link lies elsewhere, where nothing is watched."""
    folder, elsewhere = tmp_path.resolve() / "corpus", tmp_path.resolve() / "elsewhere.txt"
    folder.mkdir()
    elsewhere.write_text("one")
    (folder / "one.txt").symlink_to(elsewhere)
    with watch(folder) as watcher:
        drain(watcher)
        elsewhere.write_text("two, elsewhere")
        await_change(watcher, folder / "one.txt")


def test_a_single_file_is_watched_without_its_folder(watch, tmp_path):
    file = tmp_path.resolve() / "briefgen.toml"
    with watch(tmp_path.resolve() / "corpus", files=[file]) as watcher:
        file.write_text("one")
        await_change(watcher, file)
        drain(watcher)
        (tmp_path / "other.txt").write_text("nobody asked for")
        assert watcher.wait(1.0) <= {file}
        file.with_suffix(".tmp").write_text("two")
        file.with_suffix(".tmp").replace(file)
        await_change(watcher, file)


def test_many_changes_settle_into_one(watch, tmp_path):
    folder = tmp_path.resolve()
    with watch(folder) as watcher:
        drain(watcher)
        for number in range(50):
            (folder / f"{number}.txt").write_text("checked out")
        found = watcher.settle(SECONDS, still=2.0, at_most=SECONDS)
        assert (
            len({path.name for path in found} & {os.fspath(p.name) for p in folder.iterdir()}) == 50
        )


def test_where_the_systems_limits_are_reached_looking_goes_on(tmp_path, monkeypatch):
    """The watch raises in its thread: it is said once, and changes are found all the same."""
    watchfiles = pytest.importorskip("watchfiles")

    def refuse(*_paths, **_options):
        raise OSError("OS file watch limit reached.")

    monkeypatch.setattr(watchfiles, "watch", refuse)
    said: list[str] = []
    with Watcher([tmp_path], tell=said.append) as watcher:
        for turn in range(2):
            (tmp_path / f"{turn}.txt").write_text("noticed")
            await_change(watcher, tmp_path.resolve() / f"{turn}.txt")
    assert len(said) == 1
    assert "OS file watch limit reached" in said[0]
