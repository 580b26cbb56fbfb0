"""A run of builds as the command line does it: one brief after the other, each told as it ends."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.program import name_brief, open_log, speak_of, tell, tell_error
from briefgen.errors import BriefgenError, OutputError
from briefgen.terminal import on_one_line

if TYPE_CHECKING:
    from briefgen.pipeline.memo import Outcome
    from briefgen.pipeline.planning import Wishes
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
        self.several = False
        """Whether what is told has to say of which brief."""
        self._log = open_log() if log_format is LogFormatName.JSON else None
        self._show = show
        self._progress = progress and self._log is None
        self._look = look
        self._started = time.time()
        self._name = self._log.run if self._log is not None else os.urandom(16).hex()
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
        self._take(outcome, code)
        return outcome

    def plan(self, corpus: Path | None, wishes: "Wishes") -> "Sequence[BuildRequest]":
        """Return what is asked for.

        Raises:
            UsageError: it cannot be planned.
        """
        from briefgen.pipeline.planning import plan_builds

        requests = plan_builds(corpus, wishes)
        self.several = len(requests) > 1
        return requests

    def keep(self, request: "BuildRequest") -> bool:
        """Tell of a brief that is as a build would write it; False where a build has work to do.

        Raises:
            BriefgenError: the corpus cannot be entered.
        """
        from briefgen.pipeline.build import look_at, report_unchanged
        from briefgen.pipeline.memo import Outcome
        from briefgen.pipeline.stopwatch import Stopwatch

        watch = Stopwatch(self._end_stage)
        self._begin(request)
        with watch.measure("looking"):
            report = report_unchanged(request, look_at(request))
        if report is None or not request.corpus.is_dir():
            return False
        self._tell_report(report)
        self._take(Outcome(request, report, None, watch.seconds), 0)
        return True

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
        from briefgen.pipeline.run_report import report_as_json
        from briefgen.text_files import write_text_file

        text = report_as_json(
            self.outcomes,
            run=self._name,
            started=datetime.fromtimestamp(self._started, UTC).isoformat(timespec="seconds"),
            seconds=time.time() - self._started,
            exit_code=self.code,
            error=error,
        )
        write_text_file(file, text)

    @property
    def _seconds(self) -> float:
        return round(time.time() - self._started, 3)

    def _begin(self, request: "BuildRequest") -> None:
        if self._log is not None:
            self._log.brief = os.fspath(request.out)
        elif self.several:
            speak_of(str(request.out), str(request.corpus))
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

    def _take(self, outcome: "Outcome", code: int) -> None:
        """Remember what came of a brief, show it, and end it."""
        self.outcomes.append(outcome)
        self.code = max(self.code, code)
        self._show(outcome.request, outcome)
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
        speak_of()

    def _say(self, event: str, **fields: object) -> None:
        if self._log is not None:
            self._log.say(event, fields)


@contextmanager
def reported(run: Run, report: Path | None, memo: Path | None = None) -> Iterator[None]:
    """Write memo and report of a run, and end it; the report also where it ends before its time.

    Raises:
        SystemExit: nothing could be planned, or the memo cannot be written; that is told.
        OutputError: the report cannot be written.
    """
    try:
        yield
        if memo is not None:
            from briefgen.pipeline.memo import make_memo
            from briefgen.text_files import write_text_file

            write_text_file(memo, make_memo(run.outcomes))
    except BriefgenError as error:
        run.fail(error)
        _write_last_report(run, report, str(error))
        raise SystemExit(run.code) from None
    except BaseException as error:
        run.code = INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1
        _write_last_report(run, report, type(error).__name__)
        raise
    if report is not None:
        run.write_report(report)
    run.end()


def _write_last_report(run: Run, file: Path | None, why: str) -> None:
    """End a run before its time; what ended it is what is told, whatever comes of the report."""
    if file is not None:
        with suppress(OutputError):
            run.write_report(file, why)
    run.end()


def check_all(run: Run, corpus: Path | None, wishes: "Wishes") -> None:
    """Check all that is asked for, and print what is stale.

    Raises:
        SystemExit: it cannot be planned what to check; that is told.
    """
    with reported(run, None):
        for request in run.plan(corpus, wishes):
            for line in run.check(request):
                typer.echo(on_one_line(f"{request.out}: stale, {line}"))


def printing_reports(
    log_format: LogFormatName, *, explain: bool, quiet: bool
) -> "Callable[[BuildRequest, Outcome], None]":
    """Return what prints, for a person, what came of a build: why, what to know, which files."""

    def show(_request: "BuildRequest", outcome: "Outcome") -> None:
        report = outcome.report
        for line in report.explained if report is not None and explain else ():
            typer.echo(on_one_line(name_brief(line)))
        if report is None or quiet:
            return
        if log_format is not LogFormatName.JSON:  # which has them already
            for note in report.notes:
                tell(note)
        for path in report.written:
            typer.echo(on_one_line(str(path)))

    return show


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
