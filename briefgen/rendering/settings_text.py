"""Settings as a person wrote them: TOML checked against a model, each mistake with its line."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from briefgen.errors import TemplateError
from briefgen.models.base import Model

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class SettingsMistake:
    """Something in the file that cannot be used."""

    line: int
    message: str
    hint: str


def parse_settings(
    text: str, model: type[M], known: Sequence[str]
) -> tuple[M | None, list[SettingsMistake]]:
    """Return the settings, or None and everything that is wrong with them.

    Args:
        text: of the file.
        model: of the settings.
        known: every key that the file may have, with its table: ``limits.quotations``.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        place = re.search(r"\(at line (\d+), column \d+\)", str(exc))
        line = int(place[1]) if place else text.count("\n") + 1
        message = re.sub(r" \(at .*?\)$", "", str(exc))
        hint = "each line is a key = value, text in quotation marks"
        return None, [SettingsMistake(line, f"not TOML: {message}", hint)]
    try:
        return model.model_validate(values), []
    except ValidationError as exc:
        return None, [
            _explain([str(part) for part in error["loc"]], error["msg"], text, known)
            for error in exc.errors()
        ]


def in_file(mistake: SettingsMistake, file: Path, text: str) -> TemplateError:
    """Return the mistake as an error, with file, line and the line's text."""
    lines = text.split("\n")
    line = lines[mistake.line - 1].strip() if mistake.line <= len(lines) else ""
    where = f"{file}:{mistake.line}"
    return TemplateError(mistake.message, where=where, hint=mistake.hint, line=line)


def _explain(keys: list[str], message: str, text: str, known: Sequence[str]) -> SettingsMistake:
    key = ".".join(keys)
    words = _in_plain_words(message)
    if words == "is not known":
        like = get_close_matches(key, known, n=1, cutoff=0.5)
        words += f"; did you mean {like[0]!r}?" if like else ""
    return SettingsMistake(
        _find_line(keys, text), f"key {key!r}: {words}", f"known keys: {', '.join(known)}"
    )


def _find_line(keys: Sequence[str], text: str) -> int:
    """Return the line of a key; that of its table, or the first, where the key is missing."""
    table: list[str] = []
    found = 1
    for number, line in enumerate(text.split("\n"), start=1):
        if header := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            table = header[1].split(".")
            if table == list(keys):
                return number
            if table == list(keys[:-1]):
                found = number
        elif assigned := re.match(r"\s*[\"']?([\w.-]+)[\"']?\s*=", line):
            path = [*table, *assigned[1].split(".")]
            if path == list(keys) or (path and path == list(keys[: len(path)])):
                return number
    return found


def _in_plain_words(message: str) -> str:
    """Return pydantic's message in words that do not speak of inputs."""
    if "Extra inputs" in message:
        return "is not known"
    if message == "Field required":
        return "is missing"
    return message[:1].lower() + message[1:]
