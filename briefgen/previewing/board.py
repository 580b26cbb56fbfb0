"""What the browser is to show: set by who makes the page, read and awaited by who serves it."""

import json
import threading
from dataclasses import asdict

from briefgen.previewing.pages import Made, Problem


class Board:
    """The last good page, the problems of the last try, and what goes on; safe between threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._html = ""
        self._pages = 0
        self._problems: tuple[Problem, ...] = ()
        self._busy = ""
        self._is_last = False
        self._state = 0
        self.is_closed = False

    def tell(self, message: str) -> None:
        """Show what goes on, until the next page."""
        with self._changed:
            self._busy = message
            self._is_last = False
            self._announce()

    def put(self, made: Made) -> None:
        """Show a page; where none could be made, the problems beside the last good one."""
        with self._changed:
            if made.html is not None and made.html != self._html:
                self._html = made.html
                self._pages += 1
            self._problems = made.problems
            self._busy = ""
            self._is_last = made.is_last
            self._announce()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self.is_closed = True
            self._announce()

    @property
    def html(self) -> str:
        """The last good page; empty where there was none yet."""
        with self._changed:
            return self._html

    def wait(self, seen: int, seconds: float) -> tuple[int, str | None]:
        """Wait for news.

        Args:
            seen: the number of the last news that was seen; 0 for none.
            seconds: how long to wait.

        Returns:
            The number of the news and the news as JSON; None where there are none.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._state != seen or self.is_closed, seconds)
            if self._state == seen or self.is_closed:
                return seen, None
            return self._state, self._as_json()

    def _announce(self) -> None:
        self._state += 1
        self._changed.notify_all()

    def _as_json(self) -> str:
        problems = [asdict(problem) for problem in self._problems]
        state = {"page": self._pages, "problems": problems, "busy": self._busy}
        return json.dumps({**state, "is_last": self._is_last})
