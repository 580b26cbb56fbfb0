"""What a run of builds did: in Markdown for a pull request, in JSON for a dashboard."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from briefgen.pipeline.requests import GENERATOR, BuildReport, BuildRequest


@dataclass(frozen=True)
class Outcome:
    """One brief of a run."""

    request: BuildRequest
    report: BuildReport | None
    """None where nothing could be built."""
    error: str | None = None
    """Why nothing could be built."""

    @property
    def failed(self) -> tuple[str, ...]:
        """What failed, one line each."""
        return (self.error,) if self.error else self.report.problems if self.report else ()


def make_memo(outcomes: Iterable[Outcome]) -> str:
    """Return what changed, what failed, and how the audits went, brief by brief, in Markdown."""
    return "\n".join(block for outcome in outcomes for block in _blocks(outcome))


def _blocks(outcome: Outcome) -> Iterator[str]:
    from briefgen.rendering.escaping import escape_markdown
    from briefgen.terminal import on_one_line

    def safe(text: object) -> str:
        return escape_markdown(on_one_line(str(text)))

    report = outcome.report
    if report is not None and report.changes:
        yield report.changes
    else:
        yield f"# {safe(outcome.request.out)}\n"
        yield "Nothing could be built.\n" if report is None else "Nothing changed in the brief.\n"
    if outcome.failed:
        lines = "".join(f"- {safe(line)}\n" for line in outcome.failed)
        yield f"## What failed\n\n{lines}"
    if report is not None and report.warnings:
        lines = "".join(f"- {safe(line)}\n" for line in report.warnings)
        yield f"## What was not followed\n\n{lines}"
    if report is not None and report.audits:
        yield "## Audit\n"
        for name, audit in report.audits.items():
            past = f"past the threshold: {', '.join(audit.past)}" if audit.past else "passed"
            yield f"- {safe(name)}: {audit.checks} checks, {past}"
        yield ""


def report_as_json(
    outcomes: Iterable[Outcome], *, run: str, started: str, seconds: float, exit_code: int
) -> str:
    """Return the report of a run.

    Args:
        outcomes: brief by brief.
        run: the run's id.
        started: when, as ISO 8601.
        seconds: how long it took in all.
        exit_code: how it ended.
    """
    from briefgen.terminal import json_text

    briefs = [
        {
            "corpus": _as_text(outcome.request.corpus),
            "out": _as_text(outcome.request.out),
            **_figures(outcome.report or BuildReport()),
            "problems": list(outcome.failed),
        }
        for outcome in outcomes
    ]
    values = {
        "run": run,
        "program": GENERATOR,
        "started": started,
        "seconds": round(seconds, 3),
        "exit_code": exit_code,
        "briefs": briefs,
    }
    return json_text(values) + "\n"


def _figures(report: BuildReport) -> dict[str, object]:
    return {
        "unchanged": report.unchanged,
        "articles": {"kept": report.kept, "redone": report.redone},
        "counts": dict(report.counts),
        "seconds": dict(report.seconds),
        "model": dict(report.bill),
        "audits": {name: asdict(audit) for name, audit in report.audits.items()},
        "warnings": list(report.warnings),
        "notes": list(report.notes),
        "written": [path.name for path in report.written],
    }


def _as_text(path: Path) -> str:
    """Return a path as JSON can hold it; what is no text stands escaped."""
    return str(path).encode(errors="surrogateescape").decode(errors="backslashreplace")
