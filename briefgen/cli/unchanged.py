"""The end of a check, or of a run in which nothing has changed, before typer reads any option.

Typer imports more for that than an unchanged project needs in all. Only what is as plain as can be
is read here; everything else, and all mistakes, are left to it.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.cli.program import close_log, held_back, speak_of
from briefgen.cli.running import (
    LOG_FORMAT_VARIABLE,
    LogFormatName,
    Run,
    check_all,
    printing_reports,
    reported,
)
from briefgen.errors import BriefgenError
from briefgen.project import FORMATS

if TYPE_CHECKING:
    from briefgen.pipeline.planning import Wishes

_VALUES = {
    **dict.fromkeys(("--out", "-o"), "out"),
    **dict.fromkeys(("--audience", "-a"), "audience"),
    **dict.fromkeys(("--format", "-f"), "format"),
    "--memo": "memo",
    "--report": "report",
    "--log-format": "log-format",
}
_LOGS = frozenset(each.value for each in LogFormatName)
_REPEATED = ("audience", "format")
_OF_COMMAND = {
    "build": frozenset(("out", "audience", "format", "memo", "report", "log-format")),
    "check": frozenset(("out", "audience", "format", "log-format")),
}


@dataclass
class _Asked:
    """What the arguments ask for."""

    command: str
    quiet: bool = False
    corpus: Path | None = None
    values: dict[str, list[str]] = field(default_factory=dict)

    @property
    def log_format(self) -> LogFormatName:
        """How it is told, where it is one of those that there are."""
        return LogFormatName(self.values["log-format"][0])

    def path(self, name: str) -> Path | None:
        return Path(self.values[name][0]) if name in self.values else None

    def names(self, name: str) -> tuple[str, ...]:
        return tuple(self.values.get(name, ()))


def end_if_unchanged(arguments: Sequence[str]) -> None:
    """End the program where it was asked to check, or to build and nothing has changed.

    Raises:
        SystemExit: all that was asked for is done; with the exit code.
        BriefgenError: the report cannot be written.
    """
    asked = _read(arguments)
    if asked is None:
        return
    from briefgen.pipeline.planning import Wishes

    wishes = Wishes(asked.path("out"), asked.names("audience"), asked.names("format"))
    if asked.command == "check":
        run = Run(asked.command, asked.log_format)
        check_all(run, asked.corpus, wishes)
        raise SystemExit(run.code)
    show = printing_reports(asked.log_format, explain=False, quiet=asked.quiet)
    with held_back() as lines:
        run = Run(asked.command, asked.log_format, show)
        if not _are_kept(run, asked.corpus, wishes):
            lines.clear()
            close_log()
            speak_of()
            return
    with reported(run, asked.path("report"), asked.path("memo")):
        pass
    raise SystemExit(run.code)


def _are_kept(run: Run, corpus: Path | None, wishes: "Wishes") -> bool:
    """Tell of all briefs; False where one has to be built, or something is wrong."""
    try:
        return all(run.keep(request) for request in run.plan(corpus, wishes))
    except BriefgenError:
        return False


def _parts_of(argument: str) -> tuple[str, ...]:
    """Return a name and its value, where both are one argument."""
    name, equals, value = argument.partition("=")
    return (name, value) if equals and name in _VALUES and name.startswith("--") else (argument,)


def _read(arguments: Sequence[str]) -> _Asked | None:
    """Return what plain arguments ask for; None for all others."""
    if not arguments or arguments[0] not in _OF_COMMAND:
        return None
    asked = _Asked(arguments[0])
    rest = iter([part for argument in arguments[1:] for part in _parts_of(argument)])
    for argument in rest:
        name = _VALUES.get(argument)
        if argument in {"--quiet", "-q"} and asked.command == "build":
            asked.quiet = True
        elif name in _OF_COMMAND[asked.command]:
            held = asked.values.setdefault(name, [])
            value = next(rest, "-")
            if value.startswith("-") or (held and name not in _REPEATED):
                return None
            held.append(value)
        elif not argument or argument.startswith("-") or asked.corpus is not None:
            return None
        else:
            asked.corpus = Path(argument)
    asked.values.setdefault("log-format", [os.environ.get(LOG_FORMAT_VARIABLE) or "text"])
    is_plain = {*asked.names("format")} <= {*FORMATS} and {*asked.names("log-format")} <= _LOGS
    return asked if is_plain else None
