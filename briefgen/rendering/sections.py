"""Section markers of a page (``<!-- name -->``): the line of the template that each stands on.

A marker that a template writes gets a trace, file and line, when the template is read, and loses it
when the page is printed. An article cannot write one: its ``<`` is escaped.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.errors import TemplateError

MARKER = re.compile(r"<!-- ([a-z][a-z0-9-]*(?: [a-z0-9][a-z0-9_-]*)*) -->")
"""A line that opens a part of the page, or with ``end`` closes it."""
_OPENING = re.compile(r"<!-*")
_TRACE = re.compile(r"<!-*(?P<trace>@(?P<file>\d+):(?P<line>\d+)@)")


@dataclass(frozen=True)
class Place:
    """A line of a template."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Marker:
    """A section marker on a page."""

    text: str
    """The line of the page that it stands on, or should stand on alone."""
    line: int
    """Of the page, counted from 1."""
    place: Place
    """In the template."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its words; none where the line is not read as a marker."""
        match = MARKER.fullmatch(self.text.strip())
        return tuple(match[1].split()) if match else ()


_files: list[str] = []
"""Those that have traces; a trace holds a file's place here: compiled code outlives a page."""


def trace_markers(source: str, file: str) -> str:
    """Return a template's text with file and line in each marker."""
    if file not in _files:
        _files.append(file)
    number_of_file = _files.index(file)
    lines = source.split("\n")
    for number, line in enumerate(lines, start=1):
        if "<!" in line:
            lines[number - 1] = _OPENING.sub(rf"\g<0>@{number_of_file}:{number}@", line)
    return "\n".join(lines)


def take_traces(lines: Sequence[str]) -> tuple[list[str], list[Marker]]:
    """Return the lines of a page without traces, and the markers that had them."""
    clean, markers = [], []
    for number, line in enumerate(lines, start=1):
        traces = [*_TRACE.finditer(line)] if "<!" in line else []
        text = _remove_traces(line) if traces else line
        clean.append(text)
        for trace in traces:
            place = Place(_files[int(trace["file"])], int(trace["line"]))
            markers.append(Marker(text, number, place))
    return clean, markers


def _remove_traces(line: str) -> str:
    return _TRACE.sub(lambda match: match[0].removesuffix(match["trace"]), line)


def find_unpaired(markers: Sequence[Marker]) -> Mapping[Marker, str]:
    """Return the markers that do not pair, each with what is wrong."""
    wrong: dict[Marker, str] = {}
    open_: list[Marker] = []
    for marker in markers:
        if marker.names == ("end",):
            if open_:
                open_.pop()
            else:
                wrong[marker] = "<!-- end --> closes nothing: remove it"
        elif marker.names:
            open_.append(marker)
    for marker in open_:
        wrong[marker] = f"<!-- {' '.join(marker.names)} --> is not closed: add <!-- end -->"
    return wrong


def refuse_unpaired(markers: Sequence[Marker]) -> None:
    """Refuse a page whose sections do not close.

    Raises:
        TemplateError: with the place of the first marker.
    """
    for marker, message in find_unpaired(markers).items():
        raise TemplateError(message, where=str(marker.place), line=marker.text.strip())
