"""A few lines that no signal interrupts: what comes meanwhile is delivered after them."""

import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off the signals by which people and systems end a program.

    Handlers are put aside rather than the signals blocked: a blocked signal goes to another
    thread, and Python runs its handler in this one all the same. Outside of the main thread nothing
    is to be put off, since no handler runs there.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    before = {}
    for name in _NAMES:
        number = getattr(signal, name, None)
        # None: a handler that Python did not set and could not set again.
        if number is not None and signal.getsignal(number) not in (None, signal.SIG_IGN):
            with suppress(OSError, ValueError):
                before[number] = signal.signal(number, note)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in came[:1]:
            signal.raise_signal(number)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that can be.

    No signal interrupts that: one that came when a folder had just been closed would have
    `shutil.rmtree` close it again, and end with an error of its own.
    """
    with undisturbed():
        shutil.rmtree(folder, ignore_errors=True)
