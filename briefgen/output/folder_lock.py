"""One build at a time for an output folder: a lock that ends with the process that holds it.

The kernel keeps the lock (``flock``), so that one whose holder was killed is free at once, whatever
process has its number now; the file says for people who holds it. It lies beside the folder, since
the folder itself is replaced; inside it where nothing can be made beside it, since such a folder is
not replaced.
"""

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import OutputError

WAIT_SECONDS = 600.0
"""How long a build waits for others of the same folder. Whoever waits finds its work done, so all
that wait together need little more time than one."""
_PAUSE_SECONDS = 0.05
LOCK_INSIDE = ".briefgen-lock"


@contextmanager
def hold_folder(
    folder: Path,
    *,
    wait: float = WAIT_SECONDS,
    tell: Callable[[str], None] = lambda message: None,
) -> Iterator[bool]:
    """Hold an output folder for one build; says whether it had to wait for another.

    A file system without locks, or a folder in which nothing can be made, is no reason not to
    build: then nobody is kept out.

    Args:
        folder: the output folder; it need not exist, its parent must.
        wait: how long to wait where another build holds it, in seconds.
        tell: called once where it has to wait.

    Raises:
        OutputError: another build has held it all the time.
    """
    deadline = time.monotonic() + wait
    waited = False
    while (opened := _open(folder)) is not None:
        handle, place = opened
        with _closed_after(handle):
            taken = _take(handle, place)
            if taken:
                _sign(handle)
                with _taken_away(place):
                    yield waited
                return
        if taken is None:
            # The holder before took its file away: the lock is on the new one.
            continue
        if time.monotonic() >= deadline:
            raise _held(folder, place)
        if not waited:
            tell(f"Waiting for {_holder(place)}")
            waited = True
        time.sleep(_PAUSE_SECONDS)
    yield waited


def lock_places(folder: Path) -> tuple[Path, ...]:
    """Return where the file of the folder's lock can lie, the usual place first."""
    whole = folder.resolve()
    inside = whole / LOCK_INSIDE
    # A root has no name, and nothing lies beside it.
    return (whole.with_name(f".{whole.name}{LOCK_INSIDE}"), inside) if whole.name else (inside,)


def _open(folder: Path) -> tuple[int, Path] | None:
    """Open the lock's file, made where there is none; None where that cannot be."""
    for place in lock_places(folder):
        for flags in (os.O_RDWR | os.O_CREAT, os.O_RDONLY):
            # One that another user made can be locked by whoever may read it.
            with suppress(OSError):
                return os.open(place, flags | getattr(os, "O_CLOEXEC", 0), 0o666), place
    return None


@contextmanager
def _closed_after(handle: int) -> Iterator[None]:
    try:
        yield
    finally:
        with suppress(OSError):
            os.close(handle)


@contextmanager
def _taken_away(place: Path) -> Iterator[None]:
    """Take the lock's file away at the end, while it is still locked."""
    try:
        yield
    finally:
        if sys.platform != "win32":
            with suppress(OSError):
                place.unlink()


def _take(handle: int, place: Path) -> bool | None:
    """Try to take the lock: whether it was taken; None where its file is not the one there."""
    if not _lock(handle):
        return False
    if sys.platform == "win32":
        return True
    try:
        there, mine = place.stat(), os.fstat(handle)
    except OSError:
        return None
    return True if (mine.st_ino, mine.st_dev) == (there.st_ino, there.st_dev) else None


def _lock(handle: int) -> bool:
    """Take the lock if nobody has it; a system without locks has nobody."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _sign(handle: int) -> None:
    """Write into the lock's file who holds it; a full disk is no reason not to build."""
    with suppress(OSError):
        if sys.platform != "win32":
            os.fchmod(handle, 0o644)  # whoever waits reads it and locks it, whatever the umask
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)


def _holder(place: Path) -> str:
    try:
        words = place.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        words = ""
    return f"another build ({words})" if words else "another build"


def _held(folder: Path, place: Path) -> OutputError:
    return OutputError(
        f"{_holder(place)} is writing this folder",
        where=str(folder),
        hint="wait for it to end, or name another folder with --out",
    )
