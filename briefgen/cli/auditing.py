"""The command that measures a finished brief against the evidence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.program import app, tell, tell_error
from briefgen.errors import BriefgenError, UsageError

if TYPE_CHECKING:
    from briefgen.auditing.run import AuditRequest


@app.command(
    short_help="Measure a finished brief against its records; refuse what is unfair.",
    epilog="Example: briefgen audit briefs/tariffs --corpus corpora/tariffs --set loaded-words=1",
)
def audit(
    brief: Annotated[
        Path | None,
        typer.Argument(
            metavar="BRIEF",
            help="The folder that a build wrote, or its brief.json or a page (.md) in it; all "
            "briefs of briefgen.toml where not given.",
            show_default=False,
            readable=False,
        ),
    ] = None,
    *,
    audience: Annotated[
        list[str] | None,
        typer.Option(
            "--audience",
            "-a",
            metavar="NAME",
            help="Whose page; repeat for more. All pages in the folder where not given.",
        ),
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="The corpus folder: how a quotation goes on in its article is looked up, too.",
        ),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="The largest figure with which a check is passed; repeat for more. "
            "docs/fairness.md has the checks.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print only what is past a threshold.")
    ] = False,
) -> None:
    """Measure a finished brief against its records; without BRIEF, all briefs of briefgen.toml.

    Words and quotations a side, who speaks first, verbs of saying, loaded words, what is not shown,
    what is altered, cut or put in another's mouth, counts that do not fit. Exit code 3 where a
    figure is past its threshold; what could not be told is named, and does not count as passed.
    """
    from briefgen.auditing.run import AuditRequest, run_audit

    code = 0
    if brief is None:
        requests = _requests_of_project(audience, settings, as_json=as_json)
    else:
        requests = [
            AuditRequest(brief, tuple(audience or ()), corpus, tuple(settings or ()), as_json)
        ]
    for request in requests:
        try:
            report = run_audit(request)
        except BriefgenError as error:  # one that cannot be audited does not cost the others
            tell_error(str(error))
            code = max(code, error.exit_code)
            continue
        if not quiet or not report.passed:
            typer.echo(report.text, nl=False)
        code = max(code, report.exit_code)
    raise typer.Exit(code)


def _requests_of_project(
    audience: list[str] | None, settings: list[str] | None, *, as_json: bool
) -> "list[AuditRequest]":
    """Return what to audit of each brief of the project, by the project's thresholds.

    Raises:
        UsageError: there is no project that can be used, or one JSON value is asked for.
    """
    from briefgen.auditing.run import AuditRequest
    from briefgen.project import find_project, load_project

    if as_json:
        raise UsageError("--json is of one brief", hint="name its output folder")
    requests = []
    for kept in load_project(find_project(Path())):
        if "md" not in kept.formats:
            tell(f"{kept.out}: not audited, it has no page in Markdown (formats)")
            continue
        limits = (f"{name}={figure}" for name, figure in kept.audit.items())
        requests.append(
            AuditRequest(
                kept.out,
                tuple(audience or ()) or kept.audiences,
                kept.corpus,
                (*limits, *(settings or ())),
            )
        )
    return requests
