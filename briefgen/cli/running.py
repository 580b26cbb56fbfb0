"""A run of builds as the command line does it: one brief after the other, each told as it ends."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.program import open_log, tell, tell_error
from briefgen.errors import BriefgenError
from briefgen.terminal import on_one_line

if TYPE_CHECKING:
    from briefgen.pipeline.memo import Outcome
    from briefgen.pipeline.requests import BuildReport, BuildRequest

LOG_FORMAT_VARIABLE = "BRIEFGEN_LOG_FORMAT"
INTERRUPTED = 130
"""The exit code of a run that somebody ended, as shells have it."""


class LogFormatName(StrEnum):
    """How what happens is told on standard error."""

    TEXT = "text"
    JSON = "json"


LogFormat = Annotated[
    LogFormatName,
    typer.Option(
        "--log-format",
        metavar="[text|json]",
        envvar=LOG_FORMAT_VARIABLE,
        help="How to tell on standard error what happens: json has one object a line.",
    ),
]


class Run:
    """Builds briefs, tells of each, and knows how the run went.

    Args:
        command: what was started.
        log_format: how it is told.
        show: prints what came of a build for a person.
        progress: whether a person who waits is shown what goes on.
        look: called where a build can be left without a trace; it may raise.
    """

    def __init__(
        self,
        command: str,
        log_format: LogFormatName,
        show: "Callable[[BuildRequest, Outcome], None]" = lambda request, outcome: None,
        *,
        progress: bool = False,
        look: Callable[[], None] = lambda: None,
    ) -> None:
        self.outcomes: list[Outcome] = []
        self.code = 0
        self._log = open_log() if log_format is LogFormatName.JSON else None
        self._show = show
        self._progress = progress and self._log is None
        self._look = look
        self._started = time.time()
        self._name = self._log.run if self._log is not None else ""
        self._say("run.started", command=command, program=_program())

    def build(self, request: "BuildRequest") -> "Outcome":
        """Build one brief; what fails is told and costs no other."""
        from briefgen.pipeline import build_brief
        from briefgen.pipeline.memo import Outcome
        from briefgen.pipeline.stopwatch import Stopwatch
        from briefgen.progress import Progress

        watch = Stopwatch(self._end_stage)
        self._begin(request)
        try:
            with Progress(shown=self._progress) as progress:

                def tell_and_look(message: str) -> None:
                    self._look()
                    progress.tell(message)

                report = build_brief(request, tell=tell_and_look, warn=tell, watch=watch)
        except BriefgenError as error:
            tell_error(error, "brief.failed")
            outcome = Outcome(request, None, error.notice, watch.seconds)
            code = error.exit_code
        else:
            outcome = Outcome(request, report, None, watch.seconds)
            code = report.exit_code
            self._tell_report(report)
        self.outcomes.append(outcome)
        self.code = max(self.code, code)
        self._show(request, outcome)
        self._end(outcome, code)
        return outcome

    def fail(self, error: BriefgenError) -> None:
        """Tell that nothing can be planned; it counts as a failure of the run."""
        tell_error(error, "run.failed")
        self.code = max(self.code, error.exit_code)

    def check(self, request: "BuildRequest") -> tuple[str, ...]:
        """Find out what of a brief is not as a build would write it now, and tell."""
        from briefgen.pipeline.checking import find_stale_parts

        self._begin(request)
        stale: tuple[str, ...] = ()
        try:
            stale = find_stale_parts(request)
        except BriefgenError as error:
            tell_error(error, "brief.failed")
            self.code = max(self.code, error.exit_code)
        else:
            self.code = max(self.code, int(bool(stale)))
            if self._log is not None:
                for line in stale:
                    self._log.say_notice("brief.stale", line, level="warning")
            if not stale:
                tell(f"{request.out}: up to date")
        self._leave()
        return stale

    def end(self) -> None:
        """Say how the run went."""
        self._say("run.ended", seconds=self._seconds, exit_code=self.code)

    def write_report(self, file: Path, error: str | None = None) -> None:
        """Write the report of the run, also of one that ended too early.

        Raises:
            OutputError: the file cannot be written.
        """
        write_run_report(
            file,
            self.outcomes,
            run=self._name,
            started=self._started,
            exit_code=self.code,
            error=error,
        )

    @property
    def _seconds(self) -> float:
        return round(time.time() - self._started, 3)

    def _begin(self, request: "BuildRequest") -> None:
        if self._log is not None:
            self._log.brief = os.fspath(request.out)
        self._say("brief.started", corpus=request.corpus, extractor=request.extractor)

    def _tell_report(self, report: "BuildReport") -> None:
        """Tell what failed, what is not followed, and what was made anew."""
        for problem in report.problems:
            tell_error(problem)
        for warning in report.warnings:
            tell(warning, "warning")
        if self._log is None:
            return
        for line in report.differences:
            tell(line, "difference")
        for article, reason in report.coded.items():
            self._say("article.coded", article=article, why=reason)
        for page, why in report.pages.items():
            if why is not None:
                self._say("page.printed", page=page, why=why)
        for note in report.notes:
            tell(note)

    def _end(self, outcome: "Outcome", code: int) -> None:
        report = outcome.report
        if report is not None and self._log is not None:
            self._say("brief.ended", exit_code=code, **_figures(outcome, report))
        self._leave()

    def _end_stage(self, stage: str, seconds: float) -> None:
        self._say("stage.ended", stage=stage, seconds=seconds)
        if stage != "publishing":  # what is published is done
            self._look()

    def _leave(self) -> None:
        if self._log is not None:
            self._log.brief = None

    def _say(self, event: str, **fields: object) -> None:
        if self._log is not None:
            self._log.say(event, fields)


def write_run_report(
    file: Path,
    outcomes: "Sequence[Outcome]",
    *,
    started: float,
    exit_code: int,
    run: str = "",
    error: str | None = None,
) -> None:
    """Write the report of a run that ends now.

    Args:
        file: where to.
        outcomes: brief by brief.
        started: when, in seconds since the epoch.
        exit_code: how it ends.
        run: its id; a new one where there is none.
        error: why it ends before all briefs were tried.

    Raises:
        OutputError: the file cannot be written.
    """
    from briefgen.pipeline.run_report import report_as_json
    from briefgen.text_files import write_text_file

    text = report_as_json(
        outcomes,
        run=run or os.urandom(16).hex(),
        started=datetime.fromtimestamp(started, UTC).isoformat(timespec="seconds"),
        seconds=time.time() - started,
        exit_code=exit_code,
        error=error,
    )
    write_text_file(file, text)


def print_report(report: "BuildReport", *, explain: bool, quiet: bool, notes: bool = True) -> None:
    """Print what a build did for a person: why, what is to be known, which files."""
    for line in report.explained if explain else ():
        typer.echo(on_one_line(line))
    if quiet:
        return
    for note in report.notes if notes else ():
        tell(note)
    for path in report.written:
        typer.echo(on_one_line(str(path)))


def _figures(outcome: "Outcome", report: "BuildReport") -> Mapping[str, object]:
    from dataclasses import asdict

    printed = sum(why is not None for why in report.pages.values())
    return {
        "unchanged": report.unchanged,
        "seconds": round(sum(outcome.seconds.values()), 3),
        "stages": dict(outcome.seconds),
        "articles": {"kept": report.kept, "redone": report.redone},
        "pages": {"kept": len(report.pages) - printed, "printed": printed},
        "counts": dict(report.counts),
        "audits": {name: asdict(audit) for name, audit in report.audits.items()},
    }


def _program() -> str:
    from briefgen import __version__

    return f"briefgen {__version__}"
