"""Files moved to their places one by one, so that a crash between two of them can be ended.

For folders that cannot change places in one step. The journal says from where files are moved and
what each is to hold; by it the next build moves what is left. A journal whose files cannot all be
had, since the move was undone or is not ours, moves nothing.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from briefgen.output.exchange import sync_folder
from briefgen.output.writing_errors import output_error
from briefgen.undisturbed import undisturbed

JOURNAL = ".briefgen-journal"
"""In the folder while files are moved one by one: from where, and which."""
_EARLIER = ".earlier"


class Unended(Exception):  # noqa: N818 - no error of its own: it tells of another one
    """What was begun could be neither ended nor undone; the place of the new files is needed.

    Args:
        place: what could not be written.
        error: why.
    """

    def __init__(self, place: Path, error: OSError) -> None:
        super().__init__(place, error)
        self.place = place
        self.error = error


def move_files(
    folder: Path,
    hidden: Path,
    files: Mapping[str, str],
    remove: Sequence[str],
    *,
    journal: bool = False,
) -> None:
    """Move files from *hidden* to *folder*, and take others away; undo it where one cannot be.

    Args:
        folder: where they go.
        hidden: where they are.
        files: names of the files to move, to their SHA-256.
        remove: names of the files to take away.
        journal: whether the next build is to end this one where it is cut off.

    Raises:
        OutputError: a place cannot be written; the folder is as it was before.
        Unended: the same, and the folder could not be made as it was before.
    """
    with undisturbed():
        _move(folder, hidden, files, remove, journal=journal)


def _move(
    folder: Path, hidden: Path, files: Mapping[str, str], remove: Sequence[str], *, journal: bool
) -> None:
    earlier = hidden / _EARLIER
    changed: list[str] = []
    name = ""
    try:
        earlier.mkdir()
        for name in (*files, *remove):
            _keep(folder / name, earlier / name)
        if journal:
            name = ""
            _write_journal(folder, hidden, files, remove)
        for name in files:
            changed.append(name)
            (hidden / name).replace(folder / name)
        for name in remove:
            changed.append(name)
            (folder / name).unlink(missing_ok=True)
        name = ""
        sync_folder(folder)
    except BaseException as error:
        try:
            _undo(folder, changed, earlier)
        except OSError as second:
            raise Unended(folder / name, second) from error
        _drop_journal(folder)
        if isinstance(error, OSError):
            raise output_error(folder / name, error) from error
        raise
    _drop_journal(folder)


def end_what_was_begun(folder: Path, places: Mapping[str, Path]) -> bool:
    """Move what a crash left to be moved, by the journal that it left.

    Args:
        folder: the output folder.
        places: the folders from which files may come, by their names.

    Returns:
        Whether anything was moved.

    Raises:
        OSError: the folder cannot be written.
    """
    begun = _read_journal(folder, places)
    if begun is not None:
        hidden, files, remove = begun
        for name in files:
            if (hidden / name).is_file():
                (hidden / name).replace(folder / name)
        for name in remove:
            (folder / name).unlink(missing_ok=True)
        sync_folder(folder)
    (folder / JOURNAL).unlink(missing_ok=True)
    return begun is not None


def _read_journal(
    folder: Path, places: Mapping[str, Path]
) -> tuple[Path, list[str], list[str]] | None:
    """Return from where which files are to be moved, and which removed; None: nothing is."""
    try:
        journal = json.loads((folder / JOURNAL).read_bytes())
        hidden, files = places[journal["from"]], dict(journal["files"])
        remove = [str(name) for name in journal["remove"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if any(Path(name).name != name for name in (*files, *remove)):
        return None
    for name, digest in files.items():
        if digest not in (_hash(hidden / name), _hash(folder / name)):
            return None
    return hidden, list(files), remove


def _write_journal(
    folder: Path, hidden: Path, files: Mapping[str, str], remove: Sequence[str]
) -> None:
    """Write which files are about to be moved, whole or not at all."""
    content = json.dumps({"from": hidden.name, "files": dict(files), "remove": [*remove]})
    draft = hidden / JOURNAL
    with draft.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(hidden)
    draft.replace(folder / JOURNAL)
    sync_folder(folder)


def _drop_journal(folder: Path) -> None:
    """Take the journal away; where that cannot be, the next build finds nothing left to move."""
    with suppress(OSError):
        (folder / JOURNAL).unlink(missing_ok=True)


def _keep(file: Path, copy: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.copy2(file, copy, follow_symlinks=False)


def _undo(folder: Path, changed: Sequence[str], earlier: Path) -> None:
    for name in changed:
        if os.path.lexists(earlier / name):
            (earlier / name).replace(folder / name)
        else:
            (folder / name).unlink(missing_ok=True)


def _hash(file: Path) -> str | None:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None
