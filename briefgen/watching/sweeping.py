"""What changed in folders, found by looking: slower than being told by the system, and never wrong.

A system's own notices do not come from network drives, not through links, and not at all once its
limits are reached.
"""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

DEPTH = 3
"""How many folders below a watched one are looked into: corpora and templates are not deep."""

Sign = tuple[int, int, int, int]
"""Device, number, size and time of change (ns) of a file: another one is another content."""
Sweep = Mapping[Path, Sign]


def sweep(folders: Sequence[Path], files: Sequence[Path] = ()) -> Sweep:
    """Return the signs of all files in *folders* and of *files*; what is not there has none.

    Hidden files and folders are nobody's input.
    """
    found = {file: sign for file in files if (sign := _sign(file)) is not None}
    for folder in folders:
        found |= dict(_look_into(folder, DEPTH))
    return found


def compare(before: Sweep, now: Sweep) -> set[Path]:
    """Return the files that were changed, added or taken away."""
    return {file for file in {*before, *now} if before.get(file) != now.get(file)}


def identify(path: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another one in its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _look_into(folder: Path, depth: int) -> Iterator[tuple[Path, Sign]]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if not entry.name.startswith(".")]
    except OSError:  # gone, or not ours to read
        return
    for name in names:
        path = folder / name
        try:
            found = path.stat()
        except OSError:
            continue
        if stat.S_ISDIR(found.st_mode):
            if depth:
                yield from _look_into(path, depth - 1)
        else:
            yield path, _sign_of(found)


def _sign(file: Path) -> Sign | None:
    try:
        return _sign_of(file.stat())
    except OSError:
        return None


def _sign_of(found: os.stat_result) -> Sign:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
