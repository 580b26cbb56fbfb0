"""JSON files and lines of JSON that others wrote, checked against a model.

What is wrong in a file is told in one line that names the file and, where it has one, the line.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from briefgen.errors import UsageError
from briefgen.text_files import write_text_file


class Entry(BaseModel):
    """A frozen value read from a file that others write: fields that nobody asked for are fine."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


Read = TypeVar("Read", bound=BaseModel)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not take between quotation marks, or takes for the end of a line."""


def read_json_file(path: Path, model: type[Read]) -> Read:
    """Return the one value that a JSON file holds.

    Raises:
        UsageError: the file cannot be read, is no JSON, or holds something else.
    """
    return _checked(_parsed(_read_text(path), path, first_line=1), model, str(path))


def read_json_lines(path: Path, model: type[Read]) -> list[Read]:
    """Return the values of a file that holds one JSON value a line; empty lines count for nothing.

    Raises:
        UsageError: the file cannot be read, a line is no JSON or holds something else, or there is
            no line.
    """
    # Only a line feed ends a line: JSON strings may hold the other separators as they are.
    lines = enumerate(_read_text(path).split("\n"), start=1)
    values = [
        _checked(_parsed(line, path, first_line=number), model, f"{path}:{number}")
        for number, line in lines
        if line.strip()
    ]
    if not values:
        raise UsageError(
            "the file is empty", where=str(path), hint="it holds one JSON value a line"
        )
    return values


def write_json_lines(path: Path, values: Iterable[Mapping[str, object]]) -> None:
    """Write one JSON value a line; a file that is already there is replaced at once or not at all.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text_file(path, "".join(f"{json.dumps(value)}\n" for value in values))


def quoted(text: str) -> str:
    """Return text between quotation marks, as both JSON and YAML read it."""
    marked = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", marked)


def _read_text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        raise UsageError("is not UTF-8", where=f"{path}:{line}", hint=hint) from error


def _parsed(text: str, path: Path, *, first_line: int) -> Any:  # noqa: ANN401 (what JSON holds)
    try:
        value = json.loads(text)
        if "\\u" in text:
            # Half of a pair of escapes is text that nothing can encode.
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        message = "holds an escape that is half a character"
        raise UsageError(message, where=f"{path}:{first_line}") from error
    except json.JSONDecodeError as error:
        where = f"{path}:{first_line + error.lineno - 1}"
        message = f"is not JSON: {error.msg} at character {error.colno}"
        raise UsageError(message, where=where) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; a tower of [
        message = "is not JSON that can be read: too deep or a number too long"
        raise UsageError(message, where=f"{path}:{first_line}") from error
    return value


def _checked(value: object, model: type[Read], where: str) -> Read:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        first = faults[0]
        place = ".".join(str(part) for part in first["loc"])
        message = " ".join(first["msg"].removeprefix("Value error, ").split())
        more = f"; and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise UsageError(f"{place + ': ' if place else ''}{message}{more}", where=where) from error
