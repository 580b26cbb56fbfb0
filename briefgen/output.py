"""The output folder: new files appear all at once or not at all.

Files are first written, whole, to a hidden folder beside their places, then moved there. What goes
wrong before leaves the folder as it was; what goes wrong during the moves is undone. Other files in
the folder are never touched.
"""

import filecmp
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import OutputError


class Staging:
    """New files of one output folder, not yet in their places."""

    def __init__(self, folder: Path, hidden: Path) -> None:
        self.folder = folder
        self._hidden = hidden
        self._names: list[str] = []

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

    def publish(self, *, remove: Sequence[str] = ()) -> tuple[Path, ...]:
        """Put all new files in their places, take *remove* away, and return the new files' paths.

        Raises:
            OutputError: a place cannot be written; the folder is then as it was before.
        """
        earlier = self._hidden / "earlier"
        changed: list[str] = []
        name = ""
        try:
            earlier.mkdir()
            for name in (*self._names, *remove):
                self._keep(name, earlier)
            for name in self._names:
                changed.append(name)
                (self._hidden / name).replace(self.folder / name)
            for name in remove:
                changed.append(name)
                (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            self._undo(changed, earlier)
            raise _output_error(self.folder / name, error) from error
        return tuple(self.folder / name for name in self._names)

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
    made: list[Path] = []
    try:
        made += [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        hidden = Path(tempfile.mkdtemp(prefix=".briefgen-", dir=folder))
    except OSError as error:
        _take_away(made)
        raise _output_error(folder, error) from error
    try:
        yield Staging(folder, hidden)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)
        _take_away(made)


def _take_away(made: list[Path]) -> None:
    """Remove the folders of *made*, innermost first, as far as they are empty."""
    for folder in made:
        with suppress(OSError):
            folder.rmdir()


def _output_error(place: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot be written: {error.strerror or error}",
        where=str(place),
        hint="choose another folder with --out",
    )
