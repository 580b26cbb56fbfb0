"""What a folder holds and is beside the files of a brief, brought over to its successor."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path


def make_alike(new: Path, old: Path) -> bool:
    """Give the new folder owner and rights of the old one; tell whether that is allowed.

    Raises:
        OSError: the disk does not take it.
    """
    mine, there = new.stat(), old.stat()
    try:
        if (mine.st_uid, mine.st_gid) != (there.st_uid, there.st_gid):
            os.chown(new, there.st_uid, there.st_gid)
        shutil.copystat(old, new)
    except PermissionError:
        return False
    return True


def link_others(old: Path, new: Path, own: set[str]) -> list[str] | None:
    """Link the old folder's other files into the new one; None where one cannot be linked.

    Args:
        old: the folder that is there.
        new: the folder that takes its place.
        own: names of the files that are replaced or removed.

    Raises:
        OSError: a folder lies in the place of one of these files, or the disk does not take it.
    """
    linked: list[str] = []
    with os.scandir(old) as entries:
        others = sorted(entries, key=lambda entry: entry.name)
    for entry in others:
        if entry.name in own:
            if entry.is_dir(follow_symlinks=False):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), entry.path)
            continue
        if entry.is_dir(follow_symlinks=False) or not _link(entry, new):
            for name in linked:
                (new / name).unlink(missing_ok=True)
            return None
        linked.append(entry.name)
    return linked


def fetch_latecomers(old: Path, new: Path, known: set[str]) -> None:
    """Bring over what somebody put into the folder just before it changed places."""
    with suppress(OSError), os.scandir(old) as entries:
        for entry in entries:
            if entry.name not in known and not os.path.lexists(new / entry.name):
                with suppress(OSError):
                    Path(entry.path).rename(new / entry.name)


def _link(entry: os.DirEntry[str], new: Path) -> bool:
    try:
        os.link(entry.path, new / entry.name, follow_symlinks=False)
    except OSError:
        return False
    return True
