"""What the person types: single keys where standard input is a terminal, else a line each."""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

try:
    import termios
    import tty
except ImportError:  # Windows: lines, as from a script
    termios = None  # type: ignore[assignment]

ESCAPE = "\x1b"
ENTER = "\n"
_END_OF_INPUT = "\x04"
_CHUNK = 1024


class Keyboard(Protocol):
    """Asks the person."""

    def key(self) -> str:
        """Return the next key; ``ENTER`` for the return key. From lines: the line, stripped.

        Raises:
            EOFError: there is no more.
        """

    def line(self) -> str:
        """Return the next line, stripped.

        Raises:
            EOFError: there is no more.
        """


class Lines:
    """Keys and lines from what is no terminal: each is a line."""

    def key(self) -> str:
        """Return the next line; ``ENTER`` for an empty one."""
        return self.line() or ENTER

    def line(self) -> str:
        """Return the next line, stripped."""
        text = sys.stdin.readline()
        if not text:
            raise EOFError
        return text.strip()


class Terminal:
    """Keys as they are pressed, lines as the terminal edits them.

    Both are read past ``sys.stdin``, so that what is typed ahead is lost to neither.
    """

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._before = termios.tcgetattr(handle)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._waiting = ""

    def key(self) -> str:
        """Return the next key; arrows and the like count as the escape key."""
        while not self._waiting:
            # Each time anew: a shell that stopped and resumed the program changed it.
            tty.setcbreak(self._handle, termios.TCSADRAIN)
            self._waiting = self._read()
        if self._waiting.startswith(ESCAPE):
            self._waiting = ""
            return ESCAPE
        key, self._waiting = self._waiting[0], self._waiting[1:]
        if key == _END_OF_INPUT:
            raise EOFError
        return ENTER if key == "\r" else key

    def line(self) -> str:
        """Return the next line, stripped."""
        self.restore()
        while not (ended := "\n" in self._waiting.replace("\r", "\n")):
            read = self._read()
            if not read:
                break
            self._waiting += read
        if not ended and not self._waiting:
            raise EOFError
        text, _, self._waiting = self._waiting.replace("\r", "\n").partition("\n")
        return text.strip()

    def restore(self) -> None:
        """Leave the terminal as it was found."""
        termios.tcsetattr(self._handle, termios.TCSADRAIN, self._before)

    def _read(self) -> str:
        try:
            data = os.read(self._handle, _CHUNK)
        except OSError as error:  # the terminal is gone
            raise EOFError from error
        if not data:
            raise EOFError
        return self._decoder.decode(data)


@contextmanager
def open_keyboard() -> Iterator[Keyboard]:
    """Give the keyboard that there is."""
    if termios is None or not sys.stdin.isatty():
        yield Lines()
        return
    terminal = Terminal(sys.stdin.fileno())
    try:
        yield terminal
    finally:
        terminal.restore()
