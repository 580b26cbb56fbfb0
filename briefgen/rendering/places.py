"""Where audiences are looked for."""

from collections.abc import Sequence
from pathlib import Path


def default_search_path(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the folders that hold audiences, a user's own before the packaged one.

    Args:
        extra: folders to look in first, for example ``templates/`` of the current folder.
    """
    package = Path(__file__).resolve().parents[1]
    # An editable install has no packaged copy: there the templates are at the repository's root.
    packaged = package / "templates"
    own = packaged if packaged.is_dir() else package.parent / "templates"
    return (*(folder for folder in extra if folder.is_dir()), own)
