"""Where audiences are looked for, and which there are; imports nothing that takes time."""

from collections.abc import Sequence
from pathlib import Path

SETTINGS_NAME = "audience.toml"
"""The file that makes a folder an audience."""


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


def list_audiences(search_path: Sequence[Path]) -> list[str]:
    """Return the names of all audiences in these folders, sorted."""
    return sorted(
        {file.parent.name for root in search_path for file in root.glob(f"*/{SETTINGS_NAME}")}
    )
