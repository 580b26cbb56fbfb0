"""The command that measures a finished brief against the evidence."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app


@app.command(
    short_help="Measure a finished brief against its records; refuse what is unfair.",
    epilog="Example: briefgen audit briefs/tariffs --corpus corpora/tariffs --set loaded-words=1",
)
def audit(
    brief: Annotated[
        Path,
        typer.Argument(
            metavar="BRIEF",
            help="The folder that a build wrote, or its brief.json or a page (.md) in it.",
            show_default=False,
            readable=False,
        ),
    ],
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
) -> None:
    """Measure a finished brief against its records.

    Words and quotations a side, who speaks first, verbs of saying, loaded words, what is not shown,
    what is altered, cut or put in another's mouth, counts that do not fit. Exit code 3 where a
    figure is past its threshold; what could not be told is named, and does not count as passed.
    """
    from briefgen.auditing.run import AuditRequest, run_audit

    request = AuditRequest(
        brief=brief,
        audiences=tuple(audience or ()),
        corpus=corpus,
        settings=tuple(settings or ()),
        as_json=as_json,
    )
    report = run_audit(request)
    typer.echo(report.text, nl=False)
    raise typer.Exit(report.exit_code)
