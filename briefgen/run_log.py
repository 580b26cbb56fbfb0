"""The log of a run for machines: one JSON object a line, as `models.log_line` describes it.

Nothing of an article but its name is in it: what a message quotes is left out.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from briefgen.errors import Notice
from briefgen.terminal import on_one_line

_QUOTED = re.compile("“.*”", re.DOTALL)
_PLACE = re.compile(r"(?P<where>\S+): (?P<message>.+)", re.DOTALL)


class RunLog:
    """Writes the events of one run.

    Args:
        write: called with each line, without an end.
    """

    def __init__(self, write: Callable[[str], None]) -> None:
        self.run = os.urandom(16).hex()
        """The run's id, in every line."""
        self.brief: str | None = None
        """The output folder of the brief that is built, in every line meanwhile."""
        self._write = write

    def say(self, event: str, fields: Mapping[str, object], *, level: str = "info") -> None:
        """Write one event.

        Args:
            event: of `models.log_line.Event`.
            fields: of `models.log_line.LogLine`; what is None is left out.
            level: ``info``, ``warning`` or ``error``.
        """
        time = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        line: dict[str, object] = {"time": time, "level": level, "event": event, "run": self.run}
        told = {"brief": self.brief, **fields}
        line |= {name: _plain(value) for name, value in told.items() if value is not None}
        self._write(json.dumps(line))

    def say_notice(self, event: str, told: Notice | str, *, level: str) -> None:
        """Write what a person is told, with its place and what to do next where they are known."""
        notice = told if isinstance(told, Notice) else _take_apart(told)
        message = _QUOTED.sub("“…”", notice.message)
        fields = {"message": message, "where": notice.where, "hint": notice.hint}
        self.say(event, fields, level=level)


def _take_apart(line: str) -> Notice:
    """Return a line's place, the name before its first colon, and the rest."""
    found = _PLACE.fullmatch(line)
    return Notice(found["message"], found["where"]) if found else Notice(line)


def _plain(value: object) -> object:
    """Return what JSON can hold; text on one line."""
    if isinstance(value, Path):
        value = str(value).encode(errors="surrogateescape").decode(errors="backslashreplace")
    return on_one_line(value) if isinstance(value, str) else value
