"""A real terminal for a program, from the standard library: a pair of pseudo-terminals.

What the program prints is read until it says what is expected; keys are typed one by one.
"""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_SECONDS = 60
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A program in a terminal of its own; a context manager that ends it."""

    def __init__(self, *arguments: object, cwd: Path) -> None:
        self._mine, theirs = pty.openpty()
        self.shown = ""
        """Everything that was printed, without what the terminal obeys."""
        self.raw = ""
        """The same, with it."""
        self._read_until = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefgen", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "40"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE_SECONDS)
        os.close(self._mine)

    def expect(self, text: str) -> None:
        """Wait until *text* is shown behind what was waited for before."""
        end = time.monotonic() + PATIENCE_SECONDS
        while (at := self.shown.find(text, self._read_until)) < 0:
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{text!r} is not shown, but:\n{self.shown[-2000:]}")
        self._read_until = at + len(text)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._mine, keys.encode())

    def hang_up(self) -> None:
        """Close the window."""
        os.killpg(self.process.pid, signal.SIGHUP)
        self.process.wait(PATIENCE_SECONDS)

    def end(self) -> int:
        """Wait for the end and return the exit code."""
        while self._read(PATIENCE_SECONDS):
            pass
        return self.process.wait(PATIENCE_SECONDS)

    def _read(self, seconds: float) -> bool:
        """Read what is there; False where nothing more comes."""
        ready, _, _ = select.select([self._mine], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._mine, 65536)
        except OSError:  # how Linux says that nobody writes any more
            return False
        self.raw += data.decode(errors="replace")
        self.shown = _CONTROL.sub("", self.raw).replace("\r", "")
        return bool(data)
