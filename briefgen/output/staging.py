"""New files of an output folder: written where nobody looks, then put in their places.

What goes wrong before that leaves the folder as it was; what goes wrong during it is undone. Other
files in the folder are never touched.

A folder that is *whole* shows one set of files at every moment, even to whoever looks after the
machine lost its power: the new set is made beside it, with the folder's other files linked into
it, and the two folders change places in one step. Where that cannot be (the folder holds folders,
is a mount point, or its file system cannot), the files are moved one by one under a journal, by
which the next build ends what a crash cut off.
"""

import filecmp
import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.output.exchange import exchange, sync_folder
from briefgen.output.folder_lock import WAIT_SECONDS, hold_folder

JOURNAL = ".briefgen-journal"
"""In the folder while files are moved one by one: from where, and which."""


class Staging:
    """New files of one output folder, not yet in their places."""

    def __init__(self, folder: Path, hidden: Path, *, whole: bool = False) -> None:
        self.folder = folder
        self._hidden = hidden
        self._whole = whole
        self._names: list[str] = []
        self.digests: dict[str, str] = {}
        """Names of the new files to their SHA-256, hexadecimal."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the new files, in the order in which they were written."""
        return tuple(self._names)

    def is_same(self, name: str) -> bool | None:
        """Tell whether the new file of that name is there already, byte for byte; None: no file."""
        try:
            return filecmp.cmp(self.folder / name, self._hidden / name, shallow=False)
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write one new file, whole and on the disk, where nobody looks yet.

        Raises:
            OutputError: the disk is full or does not take it.
        """
        try:
            with (self._hidden / name).open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _output_error(self.folder / name, error) from error
        self._names.append(name)
        self.digests[name] = hashlib.sha256(content).hexdigest()

    def publish(self, *, remove: Sequence[str] = ()) -> tuple[Path, ...]:
        """Put all new files in their places, take *remove* away, and return the new files' paths.

        Files that are there already, byte for byte, stay the files that they are.

        Raises:
            OutputError: a place cannot be written; the folder is then as it was before.
        """
        changed = [name for name in self._names if not self._is_there(name)]
        remove = [name for name in remove if os.path.lexists(self.folder / name)]
        if not self._whole or len(changed) + len(remove) <= 1:
            self._move(changed, remove)
        elif not self._change_places(remove):
            self._move(changed, remove, journal=True)
        return tuple(self.folder / name for name in self._names)

    def _is_there(self, name: str) -> bool:
        """Tell whether a plain file of that name is there with the new content."""
        return not (self.folder / name).is_symlink() and self.is_same(name) is True

    def _change_places(self, remove: Sequence[str]) -> bool:
        """Let the new set and the folder change places; False where that cannot be."""
        place = self.folder.resolve()
        if place.parent != self._hidden.parent:
            return False
        try:
            there = place.lstat()
            if not _make_alike(self._hidden, there):
                return False
            linked = _link_others(place, self._hidden, {*self._names, *remove})
            if linked is None:
                return False
            sync_folder(self._hidden)
            done = exchange(self._hidden, place)
        except OSError as error:
            inside = Path(error.filename or place)
            at = self.folder / inside.name if inside.parent == place else self.folder
            raise _output_error(at, error) from error
        if done:
            _fetch_latecomers(self._hidden, place, {*self._names, *remove, *linked})
        else:
            for name in linked:
                (self._hidden / name).unlink(missing_ok=True)
        return done

    def _move(self, names: Sequence[str], remove: Sequence[str], *, journal: bool = False) -> None:
        """Move the files one by one; undo it where one cannot be moved."""
        earlier = self._hidden / ".earlier"
        changed: list[str] = []
        name = ""
        try:
            earlier.mkdir()
            for name in (*names, *remove):
                self._keep(name, earlier)
            if journal:
                name = JOURNAL
                _write_journal(self.folder, self._hidden, names, remove)
            for name in names:
                changed.append(name)
                (self._hidden / name).replace(self.folder / name)
            for name in remove:
                changed.append(name)
                (self.folder / name).unlink(missing_ok=True)
            sync_folder(self.folder)
        except OSError as error:
            self._undo(changed, earlier)
            (self.folder / JOURNAL).unlink(missing_ok=True)
            raise _output_error(self.folder / name, error) from error
        if journal:
            (self.folder / JOURNAL).unlink(missing_ok=True)

    def _keep(self, name: str, earlier: Path) -> None:
        """Copy the file of that name, where there is one, to the folder *earlier*."""
        with suppress(FileNotFoundError):
            shutil.copy2(self.folder / name, earlier / name, follow_symlinks=False)

    def _undo(self, changed: list[str], earlier: Path) -> None:
        for name in changed:
            if os.path.lexists(earlier / name):
                (earlier / name).replace(self.folder / name)
            else:
                (self.folder / name).unlink(missing_ok=True)


@contextmanager
def stage_outputs(folder: Path) -> Iterator[Staging]:
    """Make *folder* where it does not exist, and give a place to write its new files.

    A folder that was made here and got no file is taken away again.

    Raises:
        OutputError: the folder cannot be made or written.
    """
    with _made_folder(folder):
        try:
            hidden = Path(tempfile.mkdtemp(prefix=".briefgen-", dir=folder))
        except OSError as error:
            raise _output_error(folder, error) from error
        with _taken_away(hidden):
            yield Staging(folder, hidden)


@contextmanager
def stage_whole_folder(
    folder: Path,
    *,
    wait: float = WAIT_SECONDS,
    tell: Callable[[str], None] = lambda message: None,
) -> Iterator[Staging]:
    """Do the same for a folder that is to show one set of files at every moment.

    One build at a time holds the folder; what one before left half done is ended first.

    Args:
        folder: the output folder.
        wait: how long to wait where another build holds it, in seconds.
        tell: called where it has to wait.

    Raises:
        OutputError: the folder cannot be made or written, or another build holds it.
    """
    with _made_folder(folder), hold_folder(folder, wait=wait, tell=tell):
        try:
            folder.mkdir(parents=True, exist_ok=True)  # who held it may have taken it away
            hidden = _make_hidden(folder)
        except OSError as error:
            raise _output_error(folder, error) from error
        with _taken_away(hidden):
            yield Staging(folder, hidden, whole=True)


@contextmanager
def _made_folder(folder: Path) -> Iterator[None]:
    """Make a folder and those above it; afterwards take away those that were made and are empty."""
    made: list[Path] = []
    try:
        try:
            made += [each for each in (folder, *folder.parents) if not each.exists()]
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _output_error(folder, error) from error
        yield
    finally:
        for each in made:
            with suppress(OSError):
                each.rmdir()


@contextmanager
def _taken_away(hidden: Path) -> Iterator[None]:
    """Take the place of the new files away at the end, whatever became of them."""
    try:
        yield
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def _make_hidden(folder: Path) -> Path:
    """Make the place for a whole folder's new files: beside it where that can be, else in it."""
    place = folder.resolve()
    inside = place / ".briefgen-new"
    beside = place.with_name(f".{place.name}.briefgen-new") if place.name else inside
    _end_what_was_begun(folder, {beside.name: beside, inside.name: inside})
    for leftover in (beside, inside):
        shutil.rmtree(leftover, ignore_errors=True)
    with suppress(OSError):
        beside.mkdir()
        return beside
    inside.mkdir()
    return inside


def _end_what_was_begun(folder: Path, places: dict[str, Path]) -> None:
    """Move what a crash left to be moved, by the journal that it left.

    Args:
        folder: the output folder.
        places: the folders from which files may come, by their names.
    """
    try:
        journal = json.loads((folder / JOURNAL).read_bytes())
        hidden, names, remove = places[journal["from"]], journal["names"], journal["remove"]
    except (OSError, ValueError, KeyError, TypeError):
        (folder / JOURNAL).unlink(missing_ok=True)
        return
    for name in map(str, names):
        if Path(name).name == name and (hidden / name).is_file():
            (hidden / name).replace(folder / name)
    for name in map(str, remove):
        if Path(name).name == name:
            (folder / name).unlink(missing_ok=True)
    sync_folder(folder)
    (folder / JOURNAL).unlink(missing_ok=True)


def _write_journal(folder: Path, hidden: Path, names: Sequence[str], remove: Sequence[str]) -> None:
    """Write which files are about to be moved, whole or not at all."""
    content = json.dumps({"from": hidden.name, "names": [*names], "remove": [*remove]})
    draft = hidden / JOURNAL
    with draft.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / JOURNAL)
    sync_folder(folder)


def _make_alike(hidden: Path, there: os.stat_result) -> bool:
    """Give the new folder owner and rights of the old one; tell whether that is allowed."""
    mine = hidden.stat()
    try:
        if (mine.st_uid, mine.st_gid) != (there.st_uid, there.st_gid):
            os.chown(hidden, there.st_uid, there.st_gid)
        hidden.chmod(stat.S_IMODE(there.st_mode))
    except PermissionError:
        return False
    return True


def _link_others(place: Path, hidden: Path, own: set[str]) -> list[str] | None:
    """Link the folder's other files into the new one; None where there is what cannot be linked."""
    linked: list[str] = []
    with os.scandir(place) as entries:
        others = sorted(entries, key=lambda entry: entry.name)
    for entry in others:
        if entry.name in own:
            if entry.is_dir(follow_symlinks=False):
                raise IsADirectoryError(21, os.strerror(21), entry.path)
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                raise NotADirectoryError(20, os.strerror(20), entry.path)
            os.link(entry.path, hidden / entry.name, follow_symlinks=False)
        except OSError:
            for name in linked:
                (hidden / name).unlink(missing_ok=True)
            return None
        linked.append(entry.name)
    return linked


def _fetch_latecomers(old: Path, new: Path, known: set[str]) -> None:
    """Bring over what somebody put into the folder just before it changed places."""
    with suppress(OSError), os.scandir(old) as entries:
        for entry in entries:
            if entry.name not in known and not os.path.lexists(new / entry.name):
                with suppress(OSError):
                    Path(entry.path).rename(new / entry.name)


def _output_error(place: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot be written: {error.strerror or error}",
        where=str(place),
        hint="choose another folder with --out",
    )
