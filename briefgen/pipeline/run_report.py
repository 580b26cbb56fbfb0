"""What a run of builds did, in JSON for a dashboard; the one file that has a clock.

`models.run_report` says what each field holds.
"""

import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from briefgen import __version__
from briefgen.ledger.snapshot import PACKAGES, WORD, find_versions
from briefgen.pipeline.memo import Outcome
from briefgen.pipeline.requests import GENERATOR, BuildReport
from briefgen.terminal import json_text


def report_as_json(
    outcomes: Iterable[Outcome],
    *,
    run: str,
    started: str,
    seconds: float,
    exit_code: int,
    error: str | None = None,
) -> str:
    """Return the report of a run.

    Args:
        outcomes: brief by brief.
        run: the run's id.
        started: when, as ISO 8601.
        seconds: how long it took in all.
        exit_code: how it ended.
        error: why it ended before all briefs were tried; None where it did not.
    """
    versions = {"briefgen": __version__, "python": ".".join(map(str, sys.version_info[:3]))}
    values = {
        "run": run,
        "program": GENERATOR,
        "versions": versions | find_versions((*PACKAGES, WORD)),
        "started": started,
        "seconds": round(seconds, 3),
        "exit_code": exit_code,
        "error": error,
        "briefs": [_describe(outcome) for outcome in outcomes],
    }
    return json_text(values) + "\n"


def _describe(outcome: Outcome) -> dict[str, object]:
    request, report = outcome.request, outcome.report or BuildReport()
    return {
        "corpus": as_text(request.corpus),
        "out": as_text(request.out),
        "extractor": request.extractor,
        "built": outcome.report is not None,
        "unchanged": report.unchanged,
        "differences": list(report.differences),
        "articles": {"kept": report.kept, "redone": report.redone},
        "pages": dict(report.pages),
        "counts": dict(report.counts),
        "model": dict(report.bill),
        "seconds": dict(outcome.seconds or report.seconds),
        "audits": {name: asdict(audit) for name, audit in report.audits.items()},
        "problems": [str(each) for each in outcome.failed],
        "warnings": list(report.warnings),
        "notes": list(report.notes),
        "written": [path.name for path in report.written],
    }


def as_text(path: Path) -> str:
    """Return a path as JSON can hold it; what is no text stands escaped."""
    return str(path).encode(errors="surrogateescape").decode(errors="backslashreplace")
