"""The end of a run in which nothing has changed, before typer reads any option.

Typer imports more for that than an unchanged project needs in all. Only what is as plain as can be
is read here; everything else, and all mistakes, are left to it.
"""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.cli.program import tell
from briefgen.cli.running import LOG_FORMAT_VARIABLE, print_report, write_run_report
from briefgen.errors import BriefgenError
from briefgen.project import FORMATS

if TYPE_CHECKING:
    from briefgen.pipeline.memo import Outcome

_VALUES = {
    **dict.fromkeys(("--out", "-o"), "out"),
    **dict.fromkeys(("--audience", "-a"), "audience"),
    **dict.fromkeys(("--format", "-f"), "format"),
    "--memo": "memo",
    "--report": "report",
}
_REPEATED = ("audience", "format")
_OF_COMMAND = {
    "build": frozenset(("out", "audience", "format", "memo", "report")),
    "check": frozenset(("out", "audience", "format")),
}


@dataclass
class _Asked:
    """What the arguments ask for."""

    command: str
    quiet: bool = False
    corpus: Path | None = None
    values: dict[str, list[str]] = field(default_factory=dict)

    def path(self, name: str) -> Path | None:
        return Path(self.values[name][0]) if name in self.values else None

    def names(self, name: str) -> tuple[str, ...]:
        return tuple(self.values.get(name, ()))


def end_if_unchanged(arguments: Sequence[str]) -> None:
    """End the program where it was asked to build or check, and nothing has changed.

    Raises:
        SystemExit: with 0; all that was asked for is done.
    """
    started = time.time()
    asked = None if os.environ.get(LOG_FORMAT_VARIABLE) else _read(arguments)
    if asked is None:
        return
    try:
        outcomes = _look(asked)
    except BriefgenError:
        return
    if not outcomes:
        return
    for outcome in outcomes:
        assert outcome.report is not None  # noqa: S101 (each was looked at)
        if asked.command == "check":
            tell(f"{outcome.request.out}: up to date")
            continue
        for warning in outcome.report.warnings:
            tell(warning)
        print_report(outcome.report, explain=False, quiet=asked.quiet)
    memo, report = asked.path("memo"), asked.path("report")
    if memo is not None:
        from briefgen.pipeline.memo import make_memo
        from briefgen.text_files import write_text_file

        write_text_file(memo, make_memo(outcomes))
    if report is not None:
        write_run_report(report, outcomes, started=started, exit_code=0)
    raise SystemExit(0)


def _look(asked: _Asked) -> "list[Outcome]":
    """Return the outcome of each build that is asked for; none where one has anything to do.

    Raises:
        BriefgenError: it cannot be planned, or a corpus cannot be entered.
    """
    from briefgen.pipeline.build import look_at, report_unchanged
    from briefgen.pipeline.memo import Outcome
    from briefgen.pipeline.planning import Wishes, plan_builds
    from briefgen.pipeline.stopwatch import Stopwatch

    wishes = Wishes(asked.path("out"), asked.names("audience"), asked.names("format"))
    outcomes: list[Outcome] = []
    for request in plan_builds(asked.corpus, wishes):
        watch = Stopwatch()
        with watch.measure("looking"):
            report = report_unchanged(request, look_at(request))
        if report is None or not request.corpus.is_dir():
            return []
        outcomes.append(Outcome(request, report, None, watch.seconds))
    return outcomes


def _read(arguments: Sequence[str]) -> _Asked | None:
    """Return what plain arguments ask for; None for all others."""
    if not arguments or arguments[0] not in _OF_COMMAND:
        return None
    asked = _Asked(arguments[0])
    rest = iter(arguments[1:])
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
    return asked if {*asked.names("format")} <= {*FORMATS} else None
