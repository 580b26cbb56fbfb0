"""The command that builds again whenever something changes."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

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
    from briefgen.pipeline.planning import plan_builds
    from briefgen.project import find_project

    run = Run("watch", log_format, _Lines().show)
    wishes = make_wishes(out, audience, formats, tell_changes=tell_changes)
    followed = Followed(
        plan=lambda: plan_builds(corpus, wishes),
        build=run.build,
        fail=run.fail,
        settings=find_project(Path()) if corpus is None else None,
        tell=tell,
    )
    try:
        with _ended_by_signals():
            follow(followed)
    except KeyboardInterrupt:
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


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let a signal that asks the program to end do what Ctrl-C does: nothing half done is left."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = ("SIGTERM", "SIGHUP")
    before = {
        number: signal.signal(number, interrupt)
        for name in names
        if (number := getattr(signal, name, None)) is not None
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
