"""Single files that are written whole or not at all; imports nothing that takes time."""

import os
import shutil
from contextlib import suppress
from glob import escape
from pathlib import Path

from briefgen.errors import OutputError

_HIDDEN = ".briefgen-"


def write_text_file(path: Path, content: str) -> None:
    """Write one file; one that is already there is replaced at once or not at all.

    Raises:
        OutputError: the file cannot be written.
    """
    if path.exists() and not path.is_file():
        raise OutputError("is not a file", where=str(path), hint="name another file")
    place = path.resolve()  # behind a link, the link stays
    hidden = place.with_name(f"{_HIDDEN}{os.getpid()}-{place.name}")
    _clear_leftovers(place)
    try:
        hidden.write_text(content, encoding="utf-8", newline="")
        if place.exists():
            shutil.copymode(place, hidden)
        hidden.replace(place)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise OutputError(message, where=str(path), hint="name another file") from error
    finally:  # also where a signal came
        with suppress(OSError):
            hidden.unlink()


def _clear_leftovers(place: Path) -> None:
    """Take away what processes left that were killed while they wrote this file."""
    if os.name != "posix":
        return  # nothing tells there whether a process lives without disturbing it
    with suppress(OSError):
        for left in place.parent.glob(f"{_HIDDEN}*-{escape(place.name)}"):
            number = left.name[len(_HIDDEN) :].partition("-")[0]
            if number.isdecimal() and left.name.endswith(f"{number}-{place.name}"):
                _remove_if_dead(int(number), left)


def _remove_if_dead(process: int, left: Path) -> None:
    try:
        os.kill(process, 0)  # sends nothing; asks whether there is such a process
    except ProcessLookupError:
        left.unlink()
    except (OSError, OverflowError):  # it is somebody else's, or cannot be asked for
        pass
