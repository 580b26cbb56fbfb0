"""``briefgen.toml``: which briefs a project keeps, of what, for whom, in which formats."""

import difflib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from briefgen.errors import UsageError
from briefgen.models.project import Defaults, PlannedBrief, Project

PROJECT_NAME = "briefgen.toml"


@dataclass(frozen=True)
class KeptBrief:
    """One brief of a project, with its defaults in their places and its folders found."""

    corpus: Path
    out: Path
    audiences: tuple[str, ...]
    formats: tuple[str, ...]
    extractor: str
    changes: bool
    audit: dict[str, float]


def find_project(folder: Path) -> Path:
    """Return the project file of *folder*, or of the nearest folder above it.

    Raises:
        UsageError: there is none.
    """
    whole = folder.resolve()
    for place in (whole, *whole.parents):
        if (place / PROJECT_NAME).is_file():
            # Said from here where it can be: an error's place is read by a person.
            return folder / PROJECT_NAME if place == whole else place / PROJECT_NAME
    message = f"there is no {PROJECT_NAME} here or above"
    hint = "name a corpus folder, or write the file with: briefgen init"
    raise UsageError(message, where=str(folder), hint=hint)


def load_project(file: Path) -> tuple[KeptBrief, ...]:
    """Read a project file.

    Raises:
        UsageError: it cannot be read or used, or two briefs have one output folder.
    """
    text = _read(file)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _line_of_toml_error(str(error))
        hint = "each line is key = value, text in quotation marks; a brief begins with [[brief]]"
        where = f"{file}:{line}" if line else str(file)
        raise UsageError(f"is not TOML: {error}", where=where, hint=hint) from error
    try:
        project = Project.model_validate(values)
    except ValidationError as error:
        raise _fault(error, text, file) from error
    briefs = tuple(_keep(brief, project.defaults, file.parent) for brief in project.brief)
    _refuse_one_folder_for_two(briefs, file)
    return briefs


def _keep(brief: PlannedBrief, defaults: Defaults, folder: Path) -> KeptBrief:
    corpus = folder / brief.corpus
    name = corpus.resolve().name
    return KeptBrief(
        corpus=corpus,
        out=folder / (brief.out if brief.out is not None else f"briefs/{name}"),
        audiences=_once(brief.audiences or defaults.audiences),
        formats=_once(brief.formats or defaults.formats),
        extractor=brief.extractor or defaults.extractor,
        changes=defaults.changes if brief.changes is None else brief.changes,
        audit=defaults.audit | (brief.audit or {}),
    )


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _refuse_one_folder_for_two(briefs: tuple[KeptBrief, ...], file: Path) -> None:
    seen: dict[Path, KeptBrief] = {}
    for brief in briefs:
        other = seen.setdefault(brief.out.resolve(), brief)
        if other is not brief:
            message = f"{other.corpus} and {brief.corpus} would both be written to {brief.out}"
            raise UsageError(message, where=str(file), hint='give each a folder with out = "…"')


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8", where=str(file), hint="save it as UTF-8") from error


def _line_of_toml_error(message: str) -> int | None:
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else None


def _fault(error: ValidationError, text: str, file: Path) -> UsageError:
    """Return the first thing that is wrong, with its line and the keys that there are."""
    first = error.errors(include_url=False)[0]
    place = [part for part in first["loc"] if part != "brief" or first["loc"] == ("brief",)]
    key = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in place)
    known = _known_keys(first["loc"])
    if first["type"] == "extra_forbidden":
        name = str(first["loc"][-1])
        near = difflib.get_close_matches(name, known, 1)
        message = f"{name!r} is not known"
        hint = f"do you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    elif first["type"] == "missing":
        message, hint = f"{str(first['loc'][-1])!r} is missing", "see docs/nightly.md"
        if first["loc"] == ("brief",):
            message, hint = "no brief is named", "write a [[brief]] with its corpus"
    else:
        message, hint = (
            f"{key}: {first['msg'][:1].lower()}{first['msg'][1:]}",
            "see docs/nightly.md",
        )
    line = _line_of(first["loc"], text)
    return UsageError(message, where=f"{file}:{line}" if line else str(file), hint=hint)


def _known_keys(place: tuple[int | str, ...]) -> list[str]:
    """Return the keys that may stand where something is wrong."""
    model: type[BaseModel] = Project
    if place[:1] == ("brief",) and len(place) > 1:
        model = PlannedBrief
    elif place[:1] == ("defaults",) and len(place) > 1:
        model = Defaults
    return list(model.model_fields)


def _line_of(place: tuple[int | str, ...], text: str) -> int | None:
    """Return the line on which the key stands, as far as tables and keys tell; None: nowhere."""
    names = [part for part in place if isinstance(part, str)]
    table = names[0] if names else ""
    wanted = next((part for part in place if isinstance(part, int)), 0)
    count = -1
    inside = len(names) <= 1
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*\[+\s*([\w-]+)", line)
        if head is not None:
            count += head[1] == table
            inside = head[1] == table and (table != "brief" or count == wanted)
            if inside and len(names) == 1 and head[1] not in {"brief", "defaults"}:
                return number
        elif inside and re.match(rf"\s*[\"']?{re.escape(names[-1])}[\"']?\s*[.=]", line):
            return number
    return None
