"""Audiences: a folder of templates and settings for one kind of reader.

An audience is ``brief.md.j2`` (the words), ``theme.css`` (the page) and ``audience.toml`` (who it
is for, how long it may be, what it shows). A user's own ``templates/`` goes before the packaged
one, folder by folder, so that one audience can be replaced and the others kept.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from briefgen.errors import TemplateError
from briefgen.models.base import Model
from briefgen.rendering.places import SETTINGS_NAME, list_audiences
from briefgen.rendering.settings_text import in_file, parse_settings

TEMPLATE_NAME = "brief.md.j2"
THEME_NAME = "theme.css"
PAGE_NAME = "shared/page.css"
"""The style that all audiences have, from the first root that has one."""


class Limits(Model):
    """How much of each thing a brief shows; the same for every side."""

    pages: int | None = Field(default=None, ge=1)
    """Sheets' sides that the brief may fill: the other limits are lowered until it does. None lets
    it have as many as it takes."""
    points: int = Field(default=5, ge=1)
    """Points of the summary."""
    quotations: int = Field(default=2, ge=1)
    """Quotations a side."""
    undetermined: int = Field(default=1, ge=0)
    """Quotations of the sources that take no side or whose side is not determined."""
    conditions: int = Field(default=2, ge=0)
    """Conditions a side, beside those that stand in a quotation."""
    reported: int = Field(default=3, ge=0)
    """Views of other actors an issue."""
    recommendations: int = Field(default=2, ge=1)
    """What the authors ask for: passages a source."""
    recommendations_in_all: int = Field(default=7, ge=1)
    """Beyond so many, one passage a source."""
    actors: int = Field(default=12, ge=1)
    """Actors in the figure of who is reported to take which side, and in the one of who stands
    with whom."""
    changes: int = Field(default=3, ge=1)
    """Stances that are others than in the last brief, and as many counts of sources."""
    moves: int = Field(default=12, ge=0)
    """Changed stances in the drawing of who moved since the last brief; 0 leaves it out."""
    passage_words: int = Field(default=60, ge=12)
    """Words of a passage; where its source has a shorter one of the same stance, that is shown."""
    label: int = Field(default=32, ge=12)
    """Characters of a source's name in the text; the source list has all of it."""
    title: int = Field(default=1000, ge=24)
    """Characters of a source's title in the source list."""


class Shows(Model):
    """Which parts a brief has."""

    matrix: bool = True
    """The table of who stands where."""
    bars: bool = True
    """The bar of its sides, with their counts, below an issue's title."""
    concessions: bool = True
    """What authors grant to the other side."""
    reported: bool = True
    """Views that sources report of others."""
    silent: bool = True
    """Which sources do not address an issue."""
    agreements: bool = True
    """What is shared and what divides."""
    companions: bool = True
    """Which sources always take the same side."""
    gaps: bool = True
    """What the sources leave unsaid."""
    recommendations: bool = True
    """What the sources ask for."""
    actors: bool = False
    """The figures of who is reported to take which side and who stands with whom, and their
    tables."""
    changes: bool = True
    """What is different from the last brief."""
    evidence: bool = False
    """Every statement behind the brief, as an annex prints them."""
    context: bool = False
    """With each of them, what stands around it in its article."""
    linking: bool = True
    """What a language model wrote between the quotations, where somebody asked for it."""
    method: bool = True
    """How it was made, and its limits."""


class Settings(Model):
    """What ``audience.toml`` holds."""

    title: str = Field(min_length=1)
    """Stands over the brief, as its kind: "Executive brief"."""
    reader: str = Field(min_length=1)
    """Who it is for, to stand after ``for``."""
    organisation: str | None = None
    """The line of the house that publishes the brief; None leaves it out."""
    language: str = Field(default="en", pattern=r"^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$")
    """Language of the page. Where it is left out, that of the codebook; English where that names
    none. Words that briefgen has no catalogue for stay as the template has them."""
    page: Literal["A4", "Letter"] = "A4"
    """Size of the paper."""
    limits: Limits = Limits()
    shows: Shows = Shows()


class Audience(Model):
    """A template set that was found and read."""

    name: str
    folder: Path
    search_path: tuple[Path, ...]
    """Where the template's imports are looked for, the audience's own root first."""
    settings: Settings
    cut: tuple[str, ...] = ()
    """What the page leaves out for want of room, in words."""
    is_too_long: bool = False
    """Whether the page is estimated to be longer than its limit although all was cut."""
    is_fitted: bool = False
    """Whether the settings are those under which a brief fits its pages."""
    theme: str
    """The style that all audiences have, and behind it the text of ``theme.css``."""


def load_audience(name: str, search_path: Sequence[Path]) -> Audience:
    """Find and read the audience of that name.

    Args:
        name: the folder's name.
        search_path: folders to look in, the first that has it wins.

    Raises:
        TemplateError: there is no such audience, or a file of it cannot be used.
    """
    for root in search_path:
        folder = root / name
        if _is_plain_name(name) and (folder / SETTINGS_NAME).is_file():
            _read_text(folder / TEMPLATE_NAME)
            return Audience(
                name=name,
                folder=folder,
                search_path=(root, *(other for other in search_path if other != root)),
                settings=_read_settings(folder / SETTINGS_NAME),
                theme=_read_page(search_path) + _read_text(folder / THEME_NAME),
            )
    names = list_audiences(search_path)
    message = f"there is no audience named {name!r}"
    hint = f"known: {', '.join(names)}" if names else "no folder with an audience.toml was found"
    raise TemplateError(message, where=", ".join(str(root) for root in search_path), hint=hint)


def _read_page(search_path: Sequence[Path]) -> str:
    """Return the style that all audiences have; none where no root has one."""
    file = next((root / PAGE_NAME for root in search_path if (root / PAGE_NAME).is_file()), None)
    return f"{_read_text(file).rstrip()}\n\n" if file else ""


def _is_plain_name(name: str) -> bool:
    """Tell whether *name* is one folder's name, not a path that leads elsewhere."""
    return bool(name) and name not in {".", ".."} and not set(name) & set("/\\:\0")


def _read_text(file: Path) -> str:
    """Read a file of an audience."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as exc:
        hint = f"an audience has {TEMPLATE_NAME}, {THEME_NAME} and {SETTINGS_NAME}"
        raise TemplateError("the file is missing", where=str(file), hint=hint) from exc
    except (OSError, UnicodeDecodeError) as exc:
        hint = "save it as UTF-8 and see that it may be read"
        raise TemplateError(f"cannot be read: {exc}", where=str(file), hint=hint) from exc


def _read_settings(file: Path) -> Settings:
    """Read and check ``audience.toml``.

    Raises:
        TemplateError: the first mistake in it.
    """
    text = _read_text(file)
    settings, mistakes = parse_settings(text, Settings, _known_keys())
    if settings is None:
        raise in_file(mistakes[0], file, text)
    return settings


def find_settings_mistakes(file: Path) -> list[TemplateError]:
    """Return all mistakes in ``audience.toml``, each with its line.

    Raises:
        TemplateError: it cannot be read at all.
    """
    text = _read_text(file)
    return [in_file(each, file, text) for each in parse_settings(text, Settings, _known_keys())[1]]


def _known_keys() -> list[str]:
    """Return every key that audience.toml may have."""
    groups: dict[str, type[Model]] = {"limits": Limits, "shows": Shows}
    keys = [key for key in Settings.model_fields if key not in groups]
    return keys + [
        f"{group}.{key}" for group, model in groups.items() for key in model.model_fields
    ]
