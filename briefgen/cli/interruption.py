"""How the program ends when it is told to: tidily, and as its caller expects.

SIGTERM and SIGHUP end a program at once, without the tidying that an interruption by Ctrl-C allows.
Here they are one: what is open is closed, what was begun is taken away, and then the process dies
by the signal that came, by which a shell or a CI knows that it did not end by itself.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def dying_tidily() -> Iterator[None]:
    """Let signals interrupt what is done inside, and then end the process; does not return then.

    A signal that is ignored, as by ``nohup``, stays so.
    """
    came: list[int] = []

    def interrupt(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        raise KeyboardInterrupt

    before = {}
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) not in (None, signal.SIG_IGN):
            with suppress(OSError, ValueError):  # not in the main thread
                before[number] = signal.signal(number, interrupt)
    try:
        yield
    except (SystemExit, KeyboardInterrupt) as error:
        if came and (isinstance(error, KeyboardInterrupt) or _is_aborted(error)):
            _die(came[0])
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_aborted(ending: BaseException) -> bool:
    """Tell whether the command ended because it was interrupted, not in a way of its own."""
    return isinstance(getattr(ending.__context__, "__cause__", None), KeyboardInterrupt)


def _die(number: int) -> None:
    """End the process as the signal would have ended it."""
    from briefgen.cli.program import tell_error

    with suppress(OSError, ValueError):  # perhaps nobody reads it any more
        if number != signal.SIGINT:
            tell_error(f"ended by {signal.Signals(number).name}")
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    if sys.platform == "win32":
        sys.exit(128 + number)
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
