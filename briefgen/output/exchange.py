"""Two folders change places in one step, which no crash can halve.

Linux has ``renameat2`` with ``RENAME_EXCHANGE`` (since 3.15), macOS ``renamex_np`` with
``RENAME_SWAP``; Python offers neither, so the C library is called. Not every file system can do it.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux and ``RENAME_SWAP`` of macOS."""
_SYSCALLS = {"x86_64": 316, "aarch64": 276}
"""Numbers of renameat2, for C libraries that have no function of that name (musl)."""
_NOT_HERE = frozenset(
    (
        errno.ENOSYS,  # an old kernel
        errno.EINVAL,  # this file system cannot
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.EBUSY,  # one of them is a mount point
        errno.EXDEV,  # they lie on two file systems
        errno.EPERM,  # a sandbox forbids the call
    )
)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one parent change places, and see that it is on the disk.

    Returns:
        Whether it was done; False where this system cannot, and nothing has changed.

    Raises:
        OSError: it could, and failed; nothing has changed, unless the disk refused that as well.
    """
    call = _find_call()
    if call is None:
        return False
    code = call(os.fsencode(one), os.fsencode(other))
    if code in _NOT_HERE:
        return False
    if code:
        raise OSError(code, os.strerror(code), str(other))
    try:
        sync_folder(one.parent)
    except OSError:
        call(os.fsencode(one), os.fsencode(other))
        raise
    return True


def sync_folder(folder: Path) -> None:
    """See that the names in a folder are on the disk, where the system lets one ask for that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
    finally:
        with suppress(OSError):  # nothing was written through it
            os.close(handle)


def _find_call() -> Any:  # noqa: ANN401 - a function that ctypes makes, or None
    """Return the function from two paths to an error number; None where there is none."""
    import ctypes

    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    rename: Any
    before: tuple[int, ...]
    if sys.platform == "darwin":
        rename, before = getattr(library, "renamex_np", None), ()
    else:
        rename, before = getattr(library, "renameat2", None), (_AT_FDCWD,)
        if rename is None and os.uname().machine in _SYSCALLS:
            number = _SYSCALLS[os.uname().machine]
            rename, before = library.syscall, (number, _AT_FDCWD)
    if rename is None:
        return None

    def call(one: bytes, other: bytes) -> int:
        between = before[-1:]
        paths = (ctypes.c_char_p(one), *between, ctypes.c_char_p(other))
        failed = rename(*before, *paths, ctypes.c_uint(_EXCHANGE))
        return ctypes.get_errno() if failed else 0

    return call
