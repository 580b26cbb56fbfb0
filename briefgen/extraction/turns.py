"""One at a time, but for waiting: what other rooms do needs to know nothing of threads."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Lets one thread work while the others wait for a server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._mine = threading.local()

    @contextmanager
    def take(self) -> Iterator[None]:
        """Work, as the only one."""
        with self._lock:
            self._mine.turn = True
            try:
                yield
            finally:
                self._mine.turn = False

    @contextmanager
    def give(self) -> Iterator[None]:
        """Let another work while this thread waits; nothing happens where it has no turn."""
        if not getattr(self._mine, "turn", False):
            yield
            return
        self._lock.release()
        try:
            yield
        finally:
            self._lock.acquire()
