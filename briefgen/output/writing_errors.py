"""What the system says of a file that cannot be written, with what to do about it."""

import errno
from pathlib import Path

from briefgen.errors import OutputError

_OTHER_PLACE = "choose another folder"
_NO_RIGHT = f"ask its owner for the right to write, or {_OTHER_PLACE}"
_HINTS = {
    errno.ENOSPC: "free some space, then try again",
    errno.EDQUOT: "your share of the disk is used up: free some space, then try again",
    errno.EIO: "the disk or the way to it fails: check it, then try again",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: f"what lies there can only be read: {_OTHER_PLACE}",
}


def output_error(place: Path, error: OSError) -> OutputError:
    """Return the error to raise for a file or a folder that cannot be written."""
    return OutputError(
        f"cannot be written: {error.strerror or error}",
        where=str(place),
        hint=_HINTS.get(error.errno or 0, _OTHER_PLACE),
    )
