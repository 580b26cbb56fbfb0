"""The places where new files wait and where a lock lies; and what a crash leaves in them."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.output.folder_lock import LOCK_INSIDE, hold_folder, lock_places
from briefgen.output.journal import JOURNAL, end_what_was_begun
from briefgen.undisturbed import remove_folder, undisturbed

_NEW = ".briefgen-new"


def make_hidden(folder: Path) -> tuple[Path, bool]:
    """Make the place for a whole folder's new files: beside it where that can be, else in it.

    What a crash left is ended and taken away first. The folder must be held.

    Returns:
        The place, and whether something that a crash cut off was ended.

    Raises:
        OSError: the folder cannot be written.
    """
    ended = _clear(folder)
    beside, inside = _new_places(folder)
    # What is beside a mount point lies on another disk; a folder that may not be written must not
    # be replaced either.
    if not os.path.ismount(folder) and os.access(folder, os.W_OK | os.X_OK):
        with suppress(OSError):
            beside.mkdir()
            return beside, ended
    inside.mkdir()
    return inside, ended


def make_hidden_inside(folder: Path) -> Path:
    """Make the place for new files that are to be moved one by one: in the folder itself.

    What a crash left is ended and taken away first. The folder must be held.

    Raises:
        OSError: the folder cannot be written.
    """
    _clear(folder)
    _, inside = _new_places(folder)
    inside.mkdir()
    return inside


def copy_inside(folder: Path, hidden: Path, names: Sequence[str]) -> Path:
    """Bring the new files onto the disk of the folder itself; return the place where they are.

    Raises:
        OSError: the folder cannot be written.
    """
    _, inside = _new_places(folder)
    inside.mkdir()
    for name in names:
        with (inside / name).open("xb") as file:
            file.write((hidden / name).read_bytes())
            file.flush()
            os.fsync(file.fileno())
    return inside


def clear_leftovers(folder: Path) -> None:
    """End and take away what a crash left, for whoever has nothing to write.

    Nothing is done where another build holds the folder or it cannot be written.
    """
    left = (*_new_places(folder), *lock_places(folder), folder / JOURNAL)
    if not any(map(os.path.lexists, left)):
        return
    with suppress(OutputError, OSError), hold_folder(folder, wait=0):
        _clear(folder)


def is_left_over(folder: Path) -> bool:
    """Tell whether a folder holds nothing but what a killed run left in it."""
    try:
        names = {path.name for path in folder.iterdir()}
    except OSError:
        return False
    return bool(names) and names <= {_NEW, JOURNAL, LOCK_INSIDE}


@contextmanager
def tidied_when_interrupted(folder: Path) -> Iterator[None]:
    """Take away what an interruption leaves that came just when something was made or removed."""
    try:
        yield
    except KeyboardInterrupt:
        with undisturbed():
            clear_leftovers(folder)
        raise


def _clear(folder: Path) -> bool:
    beside, inside = _new_places(folder)
    ended = end_what_was_begun(folder, {beside.name: beside, inside.name: inside})
    for leftover in (beside, inside):
        remove_folder(leftover)
    return ended


def _new_places(folder: Path) -> tuple[Path, Path]:
    """Return the places for new files beside the folder and inside it; a root has one alone."""
    place = folder.resolve()
    inside = place / _NEW
    return place.with_name(f".{place.name}{_NEW}") if place.name else inside, inside
