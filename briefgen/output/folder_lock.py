"""One build at a time for an output folder: a lock that ends with the process that holds it.

The kernel keeps the lock (``flock``), so that one whose holder was killed is free at once; the
file says for people who holds it. It lies beside the folder, since the folder itself is replaced.
"""

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import OutputError

WAIT_SECONDS = 60.0
"""How long a build waits for another of the same folder."""
_PAUSE_SECONDS = 0.05


@contextmanager
def hold_folder(
    folder: Path,
    *,
    wait: float = WAIT_SECONDS,
    tell: Callable[[str], None] = lambda message: None,
) -> Iterator[None]:
    """Hold an output folder for one build.

    A file system without locks, or a parent in which nothing can be made, is no reason not to
    build: then nobody is kept out.

    Args:
        folder: the output folder; it need not exist, its parent must.
        wait: how long to wait where another build holds it, in seconds.
        tell: called once where it has to wait.

    Raises:
        OutputError: another build has held it all the time.
    """
    place = _place_of(folder)
    handle = _open(place) if place is not None else None
    if place is None or handle is None:
        yield
        return
    deadline = time.monotonic() + wait
    told = False
    while (taken := _take(handle, place)) is not True:
        if taken is None:
            # The holder before took its file away: the lock is on the new one.
            os.close(handle)
            handle = _open(place)
            if handle is None:
                yield
                return
            continue
        if time.monotonic() >= deadline:
            os.close(handle)
            raise _held(folder, place)
        if not told:
            tell(f"Waiting for {_holder(place)}")
            told = True
        time.sleep(_PAUSE_SECONDS)
    try:
        _sign(handle)
        yield
    finally:
        if sys.platform != "win32":
            with suppress(OSError):
                place.unlink()
        os.close(handle)


def _place_of(folder: Path) -> Path | None:
    """Return the place of the folder's lock; None for a root, which has no name."""
    whole = folder.resolve()
    return whole.with_name(f".{whole.name}.briefgen-lock") if whole.name else None


def _open(place: Path) -> int | None:
    """Open the lock's file, made where there is none; None where that cannot be."""
    try:
        return os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    except OSError:
        return None


def _take(handle: int, place: Path) -> bool | None:
    """Try to take the lock: whether it was taken; None where its file is not the one there."""
    if not _lock(handle):
        return False
    if sys.platform == "win32":
        return True
    try:
        there = place.stat()
    except OSError:
        return None
    mine = os.fstat(handle)
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
