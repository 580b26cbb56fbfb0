"""Which audiences there are: where, for whom, and which own one stands before a packaged one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import TemplateError
from briefgen.rendering.audience import Settings, load_audience
from briefgen.rendering.places import SETTINGS_NAME


@dataclass(frozen=True)
class Listed:
    """An audience that was found."""

    name: str
    folder: Path
    is_packaged: bool
    replaced_by: Path | None
    """The folder that a build takes instead of this one."""
    replaces: bool
    """Whether it stands before a packaged one of its name."""
    settings: Settings | None
    problem: str | None
    """Why it cannot be used."""


def list_audiences(search_path: Sequence[Path]) -> list[Listed]:
    """Return the audiences of all templates folders, by name; those that a build takes first.

    Args:
        search_path: the folders, the packaged one last.
    """
    packaged = search_path[-1]
    folders = [file.parent for root in search_path for file in root.glob(f"*/{SETTINGS_NAME}")]
    taken: dict[str, Path] = {}
    for folder in folders:
        taken.setdefault(folder.name, folder)
    found = [_describe(folder, packaged, taken[folder.name]) for folder in folders]
    return sorted(found, key=lambda each: (each.name, each.is_packaged))


def _describe(folder: Path, packaged: Path, taken: Path) -> Listed:
    settings, problem = None, None
    try:
        settings = load_audience(folder.name, (folder.parent, packaged)).settings
    except TemplateError as error:
        problem = str(error)
    is_packaged = folder.parent == packaged
    return Listed(
        name=folder.name,
        folder=folder,
        is_packaged=is_packaged,
        replaced_by=None if taken == folder else taken,
        replaces=not is_packaged and (packaged / folder.name / SETTINGS_NAME).is_file(),
        settings=settings,
        problem=problem,
    )


def listing_as_text(audiences: Sequence[Listed]) -> str:
    """Return the list as people read it: two lines an audience."""
    lines = []
    for each in audiences:
        title = f"{each.settings.title}, for {each.settings.reader}" if each.settings else ""
        lines.append(f"{each.name}: {title or each.problem}")
        kind = "packaged" if each.is_packaged else "own"
        if each.replaces:
            kind += ", stands before the packaged one"
        if each.replaced_by is not None:
            kind += f", replaced by {each.replaced_by}"
        lines.append(f"    {each.folder} ({kind})")
    return "\n".join(lines) + "\n"
