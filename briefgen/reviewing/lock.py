"""One review of a corpus at a time: who comes second is told who is there."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import OutputError, UsageError

try:
    import fcntl
except ImportError:  # Windows: the log reads the file again before it adds to it; that must do
    fcntl = None  # type: ignore[assignment]

LOCK_NAME = ".corrections.lock"


@contextmanager
def hold_lock(folder: Path, who: str, when: str) -> Iterator[None]:
    """Hold the corpus for one session; a session that died holds nothing.

    Raises:
        UsageError: somebody else holds it; the message says who.
        OutputError: nothing can be written in this folder.
    """
    path = folder / LOCK_NAME
    handle = _take(path)
    try:
        os.truncate(handle, 0)
        place = f"process {os.getpid()} on {socket.gethostname()}"
        os.write(handle, f"{who}, since {when}, {place}\n".encode())
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _take(path: Path) -> int:
    """Return the handle of the lock file, locked."""
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            message = f"nothing can be written in this folder: {error.strerror}"
            hint = "what a review decides is saved beside the codebook"
            raise OutputError(message, where=str(path.parent), hint=hint) from error
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                holder = os.read(handle, 1000).decode(errors="replace").strip()
                os.close(handle)
                message = f"is being reviewed by {holder or 'somebody else'}"
                hint = "one at a time; wait until that review has ended"
                raise UsageError(message, where=str(path.parent), hint=hint) from error
        with suppress(OSError):
            if os.fstat(handle).st_ino == path.stat().st_ino:
                return handle
        os.close(handle)  # its last holder took the file away in between
