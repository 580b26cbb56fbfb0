"""What was read of articles before, so that a change of one costs the reading of one."""

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_DECIDING = ("codebook.yaml", "sources.yaml", "lessons.yaml")
"""Files beside the articles that decide how every article is read."""


class Memory:
    """Keeps what a coder made of each article as it was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[Path, tuple[str, object]] = {}
        self._around = ""
        self.coded = 0
        """Articles that were read anew since this was set to nought."""

    def remember(self, code: Callable[[Path], T]) -> Callable[[Path], T]:
        """Return the coder that reads an article only where something about it is new."""
        around = self._sign_around()
        if around != self._around:
            self._kept.clear()
            self._around = around

        def remembered(path: Path) -> T:
            sign = _sign(path)
            before = self._kept.get(path)
            if before is not None and before[0] == sign:
                return before[1]  # type: ignore[return-value]  # what this coder made
            made = code(path)
            self.coded += 1
            self._kept[path] = (sign, made)
            return made

        return remembered

    def _sign_around(self) -> str:
        """Return what changes where every article has to be read again."""
        signs = [_sign(self._folder / name) for name in _DECIDING]
        inside = self._folder / "articles"
        folder = inside if inside.is_dir() else self._folder
        # Two files of one stem take other ids than each alone.
        stems = Counter(path.stem for path in folder.iterdir()) if folder.is_dir() else Counter()
        return "\n".join([*signs, *sorted(stem for stem, count in stems.items() if count > 1)])


def _sign(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return f"{type(error).__name__}"
