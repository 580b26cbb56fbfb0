"""What changes in folders, told to who makes the page."""

import queue
import threading
from collections.abc import Sequence
from pathlib import Path

from briefgen.errors import UsageError

_STILL_MS = 20
"""So long nothing may change before it is told: editors write in several steps."""
_AT_MOST_MS = 200


class Watcher:
    """Watches folders from a thread of its own; a context manager.

    Args:
        folders: to watch, with all that is in them.

    Raises:
        UsageError: the package for it is not installed.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        try:
            import watchfiles
        except ImportError as error:
            hint = 'install it: pip install "briefgen[preview]"'
            raise UsageError("a preview needs the package watchfiles", hint=hint) from error
        self._watch = watchfiles.watch
        self._folders = [folder.resolve() for folder in folders]
        self._found: queue.SimpleQueue[set[Path]] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Watcher":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        changes = self._watch(
            *self._folders,
            step=_STILL_MS,
            debounce=_AT_MOST_MS,
            rust_timeout=500,
            stop_event=self._stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        for change in changes:
            self._found.put({Path(path) for _, path in change})

    def wait(self, seconds: float) -> set[Path]:
        """Return the files that changed since the last call; empty where none did in that time."""
        found: set[Path] = set()
        try:
            found |= self._found.get(timeout=seconds)
            while True:
                found |= self._found.get_nowait()
        except queue.Empty:
            return found
