"""How the program ends when it is told to: tidily, and with the exit code that shells expect.

SIGTERM and SIGHUP end a program at once, without the tidying that an interruption by Ctrl-C allows.
Here they are one: what is open is closed, what was begun is taken away, and the exit code is 128
and the signal's number.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def ended_tidily() -> Iterator[None]:
    """Let signals interrupt what is done inside, and end the program after it was tidied up.

    A signal that is ignored, as by ``nohup``, stays so.

    Raises:
        SystemExit: a signal came, and what was done inside ended by it.
    """
    came: list[int] = []
    over = False

    def interrupt(number: int, _frame: FrameType | None) -> None:
        if not over:  # else there is nothing left to interrupt
            came.append(number)
            raise KeyboardInterrupt

    before = {}
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) not in (None, signal.SIG_IGN):
            with suppress(OSError, ValueError):  # not in the main thread
                before[number] = signal.signal(number, interrupt)
    try:
        try:
            yield
        finally:
            over = True
    except (SystemExit, KeyboardInterrupt) as error:
        if came and _is_interruption(error):
            _tell(came[0])
            _forget_interruption()
            sys.exit(128 + came[0])
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_interruption(ending: BaseException) -> bool:
    """Tell whether the command was interrupted, and did not end in a way of its own."""
    cause = getattr(ending.__context__, "__cause__", None)  # typer makes an exit code of it
    return isinstance(ending, KeyboardInterrupt) or isinstance(cause, KeyboardInterrupt)


def _forget_interruption() -> None:
    """Have the exit code count that the program chooses.

    Python notes for itself when an interruption leaves code that is run from a string, as each
    ``@dataclass`` does in a module just being imported; a program started with ``python -m`` is
    then ended by SIGINT, whatever handled the interruption. What is run from a string next, and is
    not interrupted, takes the note away (``unhandled_keyboard_interrupt`` in CPython's runtime).
    """
    exec("")  # noqa: S102 (nothing at all)


def _tell(number: int) -> None:
    """Say which signal it was, but to whoever pressed the keys."""
    from briefgen.cli.program import tell_error

    if number != signal.SIGINT:
        with suppress(OSError):  # perhaps nobody reads it any more
            tell_error(f"ended by {signal.Signals(number).name}")
