"""What goes on, on standard error, for a person who waits more than a second.

Where standard error is no terminal, or the work is done within a second, nothing is shown and rich
is not even imported.
"""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.status import Status

PATIENCE_SECONDS = 1.0


class Progress:
    """A line that says what goes on; a context manager.

    Args:
        shown: False for never.
    """

    def __init__(self, *, shown: bool) -> None:
        self._message = ""
        self._status: Status | None = None
        self._lock = threading.Lock()
        self._over = False
        self._timer: threading.Timer | None = None
        if shown and sys.stderr.isatty():
            self._timer = threading.Timer(PATIENCE_SECONDS, self._show)
            self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._timer:
            self._timer.cancel()
        with self._lock:
            self._over = True
            if self._status:
                self._status.stop()

    def tell(self, message: str) -> None:
        """Say what goes on now; shown from the second second on."""
        with self._lock:
            self._message = message
            if self._status:
                self._status.update(_plain(message))

    def _show(self) -> None:
        from rich.console import Console

        with self._lock:
            if not self._over:
                self._status = Console(stderr=True).status(_plain(self._message))
                self._status.start()


def _plain(message: str) -> str:
    """Return *message* so that rich prints brackets in file names as they are."""
    from rich.markup import escape

    return escape(message)
