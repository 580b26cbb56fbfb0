"""``briefgen.toml``: which briefs a project keeps, of what, for whom, in which formats.

What it holds is checked here by hand: the models that check other files take longer to import than
an unchanged project takes to be recognized.
"""

import difflib
import math
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.errors import UsageError
from briefgen.language_model import EXTRACTORS, PROVIDERS
from briefgen.languages import known_tags, main_tag

PROJECT_NAME = "briefgen.toml"
FORMATS = ("md", "html", "pdf", "docx")


@dataclass(frozen=True)
class KeptBrief:
    """One brief of a project, with its defaults in their places and its folders found."""

    corpus: Path
    out: Path
    audiences: tuple[str, ...]
    formats: tuple[str, ...]
    extractor: str
    """What codes the articles."""
    language: str | None
    """Of the brief's own words; None: the codebook's."""
    changes: bool
    """Whether the brief says what is different from the one before."""
    audit: dict[str, float]
    """Checks of the audit to their thresholds, where they are not the program's own."""
    model: str | None = None
    """``provider:name`` of the language model that the extractor asks."""
    llm: Mapping[str, Any] = field(default_factory=dict)
    """How it is asked: fields of `LanguageModel`."""


def find_project(folder: Path) -> Path:
    """Return the project file of *folder*, or of the nearest folder above it.

    Raises:
        UsageError: there is none.
    """
    whole = folder.resolve()
    for up, place in enumerate((whole, *whole.parents)):
        if (place / PROJECT_NAME).is_file():
            if folder.is_absolute():
                return place / PROJECT_NAME
            # Said from here: a place is read by a person, and may stand in a pull request.
            return folder.joinpath(*[os.pardir] * up, PROJECT_NAME)
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
        briefs = tuple(_briefs_of(values, file.parent))
    except _FaultError as fault:
        line = _line_of(fault.place, text)
        where = f"{file}:{line}" if line else str(file)
        raise UsageError(fault.message, where=where, hint=fault.hint) from None
    _refuse_one_folder_for_two(briefs, file)
    return briefs


class _FaultError(Exception):
    """Something wrong in the file, at a place that is a path of keys and numbers."""

    def __init__(self, place: tuple[int | str, ...], message: str, hint: str) -> None:
        super().__init__(message)
        self.place, self.message, self.hint = place, message, hint


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_model(value: object) -> bool:
    provider, _, name = value.partition(":") if isinstance(value, str) else ("", "", "")
    return provider in PROVIDERS and bool(name.strip())


def _is_above(value: object, least: float = 0) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value) and value > least  # type: ignore[arg-type,operator]


def _is_count(value: object) -> bool:
    return isinstance(value, int) and _is_above(value)


_ASKING: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "key_file": (_is_text, "a file, in quotation marks"),
    "max_cost": (_is_above, "dollars, such as 0.5"),
    "max_tokens": (_is_count, "a number of tokens"),
    "price": (
        lambda value: isinstance(value, list) and len(value) == 2 and all(map(_is_price, value)),
        "dollars for a million tokens, in and out, such as [0.15, 0.6]",
    ),
    "concurrency": (_is_count, "a number of calls"),
    "timeout": (_is_above, "seconds"),
    "attempts": (_is_count, "a number of calls"),
    "stream": (lambda value: isinstance(value, bool), "true or false"),
    "context": (_is_count, "a number of tokens"),
    "max_output": (_is_count, "a number of tokens"),
    "piece_characters": (_is_count, "a number of characters"),
    "linking_sentences": (lambda value: isinstance(value, bool), "true or false"),
}
"""What the table ``llm`` may hold."""


def _is_price(value: object) -> bool:
    return _is_above(value, least=-1e-9)


def _is_limits(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(figure, int | float) and not isinstance(figure, bool) and math.isfinite(figure)
        for figure in value.values()
    )


_SHARED: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "audiences": (_is_list, 'a list of names, such as ["executive"]'),
    "formats": (
        lambda value: _is_list(value) and set(value) <= set(FORMATS),
        f"a list of: {', '.join(FORMATS)}",
    ),
    "extractor": (lambda value: value in EXTRACTORS, f"one of: {', '.join(EXTRACTORS)}"),
    "language": (
        lambda value: _is_text(value) and main_tag(value) in known_tags(),
        f"one of: {', '.join(known_tags())}",
    ),
    "model": (_is_model, 'PROVIDER:NAME, such as "ollama:qwen3"'),
    "llm": (lambda value: isinstance(value, dict), "a table, such as { max_cost = 0.5 }"),
    "changes": (lambda value: isinstance(value, bool), "true or false"),
    "audit": (_is_limits, "a table of checks and figures, such as { loaded-words = 1 }"),
}
_OF_BRIEF = {
    "corpus": (_is_text, "a folder, in quotation marks"),
    "out": (_is_text, "a folder, in quotation marks"),
    **_SHARED,
}
_TOP: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "defaults": (lambda value: isinstance(value, dict), "a table: [defaults]"),
    "brief": (
        lambda value: isinstance(value, list) and all(isinstance(v, dict) for v in value),
        "tables: [[brief]]",
    ),
}
_DEFAULTS = {
    "audiences": ["executive"],
    "formats": ["md", "pdf"],
    "extractor": "lexical",
    "changes": True,
}


def _briefs_of(values: Mapping[str, Any], folder: Path) -> list[KeptBrief]:
    _check(values, _TOP, ())
    defaults = values.get("defaults", {})
    _check(defaults, _SHARED, ("defaults",))
    _check(defaults.get("llm", {}), _ASKING, ("defaults",))
    if not values.get("brief"):
        raise _FaultError((), "no brief is named", "write a [[brief]] with its corpus")
    briefs = []
    for number, brief in enumerate(values["brief"]):
        place = ("brief", number)
        _check(brief, _OF_BRIEF, place)
        if "corpus" not in brief:
            raise _FaultError((*place, "corpus"), "'corpus' is missing", "see docs/nightly.md")
        _check(brief.get("llm", {}), _ASKING, place)
        tables = {
            name: {**defaults.get(name, {}), **brief.get(name, {})} for name in ("audit", "llm")
        }
        briefs.append(_keep({**_DEFAULTS, **defaults, **brief, **tables}, folder))
    return briefs


def _check(
    table: Mapping[str, Any],
    keys: Mapping[str, tuple[Callable[[Any], bool], str]],
    place: tuple[int | str, ...],
) -> None:
    """Raise _FaultError for the first key that is not known or holds something else."""
    for name, value in table.items():
        if name not in keys:
            near = difflib.get_close_matches(name, keys, 1)
            hint = f"do you mean {near[0]!r}?" if near else f"known: {', '.join(keys)}"
            raise _FaultError((*place, name), f"{name!r} is not known", hint)
        fits, what = keys[name]
        if not fits(value):
            raise _FaultError((*place, name), f"{name} is {value!r}", f"it is {what}")


def _keep(brief: Mapping[str, Any], folder: Path) -> KeptBrief:
    corpus = folder / brief["corpus"]
    name = corpus.resolve().name
    return KeptBrief(
        corpus=corpus,
        out=folder / brief.get("out", f"briefs/{name}"),
        audiences=_once(brief["audiences"]),
        formats=_once(brief["formats"]),
        extractor=brief["extractor"],
        language=brief.get("language"),
        changes=brief["changes"],
        audit={check: float(figure) for check, figure in brief["audit"].items()},
        model=brief.get("model"),
        llm=_asking(brief["llm"], folder),
    )


def _asking(given: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Return how a model is asked, with paths from the project's folder."""
    found = dict(given)
    if "key_file" in found:
        found["key_file"] = folder / found["key_file"]
    if "price" in found:
        found["price"] = (float(found["price"][0]), float(found["price"][1]))
    return found


def _once(names: list[str]) -> tuple[str, ...]:
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
