"""The command that builds again whenever something changes."""

import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Self

import typer

from briefgen.cli.building import Audiences, Changes, Formats, MaybeCorpus, Out, make_wishes
from briefgen.cli.program import app, tell
from briefgen.cli.running import LogFormat, LogFormatName, Run
from briefgen.terminal import counted, on_one_line

if TYPE_CHECKING:
    from briefgen.pipeline.memo import Outcome
    from briefgen.pipeline.requests import BuildRequest


@app.command(
    short_help="Build, and build again whenever something changes.",
    epilog="Example: briefgen watch corpora/tariffs --format md --format html",
)
def watch(
    corpus: MaybeCorpus = None,
    out: Out = None,
    *,
    audience: Audiences = None,
    formats: Formats = None,
    tell_changes: Changes = None,
    log_format: LogFormat = LogFormatName.TEXT,
) -> None:
    """Build a brief, or all briefs of briefgen.toml, and again whenever something is saved.

    Articles, codebook, corrections, templates and briefgen.toml are watched. Each build is one
    line; what cannot be built is told, and the watch goes on. Ctrl-C ends it. Quicker to notice
    with the extra briefgen[preview].
    """
    from briefgen.pipeline.following import Followed, follow
    from briefgen.project import find_project

    ending = _Ending()
    with suppress(_EndedError), ending:
        run = Run("watch", log_format, _Lines().show, look=ending.look)
        wishes = make_wishes(out, audience, formats, tell_changes=tell_changes)

        def build(request: "BuildRequest") -> None:
            run.build(request)
            run.outcomes.clear()  # a watch may go on for days

        followed = Followed(
            plan=lambda: run.plan(corpus, wishes),
            build=build,
            fail=run.fail,
            settings=find_project(Path()) if corpus is None else None,
            tell=tell,
        )
        follow(followed, lambda: ending.came)
    run.code = 0
    tell("The watch has ended")
    run.end()


class _Lines:
    """One line for each build that did something, and for the first that finds all well again."""

    def __init__(self) -> None:
        self._well: set[Path] = set()
        """Output folders that the last build found or left as they should be."""

    def show(self, request: "BuildRequest", outcome: "Outcome") -> None:
        """Print the line of a build."""
        import time

        report = outcome.report
        if report is not None and report.unchanged and request.out in self._well:
            return
        if report is None:
            self._well.discard(request.out)
        else:
            self._well.add(request.out)
        line = f"{time.strftime('%H:%M:%S')} {request.out}: {_describe(outcome)}"
        typer.echo(on_one_line(line))
        sys.stdout.flush()


def _describe(outcome: "Outcome") -> str:
    report, took = outcome.report, f"{sum(outcome.seconds.values()):.1f} s"
    if report is None:
        return f"not built, {took}"
    if report.unchanged:
        return "unchanged"
    printed = [name for name, why in report.pages.items() if why is not None]
    failed = f", {len(report.problems)} failed" if report.problems else ""
    return (
        f"built in {took}{failed}; {counted(report.redone, 'article')} coded, "
        f"{report.kept} kept; printed {', '.join(printed) or 'nothing'}"
    )


class _EndedError(BaseException):
    """Somebody ends the watch."""


class _Ending:
    """Hears the signals that ask the program to end; a context manager.

    An error that is raised wherever the program happens to be can be swallowed there, or come
    between making a file and seeing to its removal. So a signal is only remembered, and `look`
    raises at places where a build can be left; a second one does not wait for that.
    """

    def __init__(self) -> None:
        self.came = False
        self._before: dict[int, Any] = {}

    def look(self) -> None:
        """Raise `_EndedError` where a signal has come."""
        if self.came:
            raise _EndedError

    def __enter__(self) -> Self:
        names = ("SIGINT", "SIGTERM", "SIGHUP")
        numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        self._before = {number: signal.signal(number, self._hear) for number in numbers}
        return self

    def __exit__(self, *_error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.look()
        self.came = True
