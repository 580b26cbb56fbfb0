"""Single files that are written whole or not at all; imports nothing that takes time."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from briefgen.errors import OutputError


def write_text_file(path: Path, content: str) -> None:
    """Write one file; one that is already there is replaced at once or not at all.

    Raises:
        OutputError: the file cannot be written.
    """
    if path.exists() and not path.is_file():
        raise OutputError("is not a file", where=str(path), hint="name another file")
    place = path.resolve()  # behind a link, the link stays
    hidden = place.with_name(f".briefgen-{os.getpid()}-{place.name}")
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
