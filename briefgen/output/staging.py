"""New files of an output folder: written where nobody looks, then put in their places.

What goes wrong before that leaves the folder as it was; what goes wrong during it is undone. Other
files in the folder are never touched.

A folder that is *whole* shows one set of files at every moment, even to whoever looks after the
machine lost its power: the new set is made beside it, with the folder's other files linked into
it, and the two folders change places in one step. Where that cannot be (the folder holds folders,
is a mount point or the current folder, or its file system cannot), the files are moved one by one
under a journal, by which the next build ends what a crash cut off.
"""

import errno
import filecmp
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.output.exchange import exchange, sync_folder
from briefgen.output.folder_lock import WAIT_SECONDS, hold_folder
from briefgen.output.hidden_places import (
    copy_inside,
    make_hidden,
    make_hidden_inside,
    tidied_when_interrupted,
)
from briefgen.output.journal import Unended, move_files
from briefgen.output.others import fetch_latecomers, link_others, make_alike
from briefgen.output.writing_errors import output_error
from briefgen.undisturbed import remove_folder, undisturbed


class Staging:
    """New files of one output folder, not yet in their places."""

    def __init__(
        self, folder: Path, hidden: Path, *, whole: bool = False, others_wrote: bool = False
    ) -> None:
        self.folder = folder
        self.others_wrote = others_wrote
        """Whether the folder may be another since somebody looked at it: another build held it, or
        one that was cut off was ended."""
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
            raise output_error(self.folder / name, error) from error
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
        else:
            with undisturbed():
                done = self._change_places(remove)
            if not done:
                self._move(changed, remove, journal=True)
        return tuple(self.folder / name for name in self._names)

    def _is_there(self, name: str) -> bool:
        """Tell whether a plain file of that name is there with the new content."""
        return not (self.folder / name).is_symlink() and self.is_same(name) is True

    def _change_places(self, remove: Sequence[str]) -> bool:
        """Let the new set and the folder change places; False where that cannot be."""
        place = self.folder.resolve()
        if place.parent != self._hidden.parent or _is_current(place):
            return False
        try:
            if not make_alike(self._hidden, place):
                return False
            linked = link_others(place, self._hidden, {*self._names, *remove})
            if linked is None:
                return False
            sync_folder(self._hidden)
            done = exchange(self._hidden, place)
            for name in () if done else linked:
                (self._hidden / name).unlink(missing_ok=True)
        except OSError as error:
            inside = Path(error.filename or place)
            at = self.folder / inside.name if inside.parent == place else self.folder
            raise output_error(at, error) from error
        if done:
            fetch_latecomers(self._hidden, place, {*self._names, *remove, *linked})
        return done

    def _move(self, names: Sequence[str], remove: Sequence[str], *, journal: bool = False) -> None:
        files = {name: self.digests[name] for name in names}
        try:
            move_files(self.folder, self._hidden, files, remove, journal=journal)
        except OutputError as error:
            if not (self._whole and _is_other_disk(error.__cause__)):
                raise
            # A mount of the same file system, or a quota: known only by trying.
            with self._copied_inside(names) as inside:
                move_files(self.folder, inside, files, remove, journal=journal)

    @contextmanager
    def _copied_inside(self, names: Sequence[str]) -> Iterator[Path]:
        try:
            inside = copy_inside(self.folder, self._hidden, names)
        except OSError as error:
            raise output_error(self.folder, error) from error
        with _taken_away(inside):
            yield inside


def _is_current(folder: Path) -> bool:
    """Tell whether the program was started in a folder: its shell would stand in a removed one."""
    try:
        return folder.samefile(Path.cwd())
    except OSError:
        return False


def _is_other_disk(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno == errno.EXDEV


@contextmanager
def stage_outputs(folder: Path) -> Iterator[Staging]:
    """Make *folder* where it does not exist, and give a place to write its new files.

    The folder stays the one that it is, and its files are replaced one by one. One that was made
    here and got no file is taken away again; so is what a run left there that was killed.

    Raises:
        OutputError: the folder cannot be made or written, or somebody else writes into it.
    """
    with tidied_when_interrupted(folder), _made_folder(folder), hold_folder(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)  # who held it may have taken it away
            hidden = make_hidden_inside(folder)
        except OSError as error:
            raise output_error(folder, error) from error
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
    with _made_folder(folder), hold_folder(folder, wait=wait, tell=tell) as waited:
        try:
            folder.mkdir(parents=True, exist_ok=True)  # who held it may have taken it away
            hidden, ended = make_hidden(folder)
        except OSError as error:
            raise output_error(folder, error) from error
        with _taken_away(hidden):
            yield Staging(folder, hidden, whole=True, others_wrote=waited or ended)


@contextmanager
def _made_folder(folder: Path) -> Iterator[None]:
    """Make a folder and those above it; afterwards take away those that were made and are empty."""
    made: list[Path] = []
    try:
        try:
            made += [each for each in (folder, *folder.parents) if not each.exists()]
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise output_error(folder, error) from error
        yield
    finally:
        for each in made:
            with suppress(OSError):
                each.rmdir()


@contextmanager
def _taken_away(hidden: Path) -> Iterator[None]:
    """Take the place of the new files away at the end, unless they are still needed there.

    Raises:
        OutputError: what was begun could be neither ended nor undone.
    """
    try:
        yield
    except Unended as unended:
        raise output_error(unended.place, unended.error) from unended.error
    except BaseException:
        remove_folder(hidden)
        raise
    remove_folder(hidden)
