"""The command that says why a record says what it says."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app

_MAX_WIDTH = 100
"""Longer lines read badly."""


@app.command(
    short_help="Say why a record says what it says.",
    epilog="Example: briefgen explain briefs/tariffs/records.jsonl 003:s12",
)
def explain(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS", help="A records.jsonl.", show_default=False, readable=False
        ),
    ],
    statement: Annotated[
        str,
        typer.Argument(
            metavar="STATEMENT",
            help="Id of a statement (003:s12), or article and issue (003:parking); the part behind "
            "the colon will do where only one has it.",
            show_default=False,
        ),
    ],
    corpus: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="The corpus folder; looked for near the records and here where not given.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say why a record says what it says.

    For a statement: why this span, holder, kind, issue and stance, each rule that fired with its
    words underlined. For an article and an issue: how its author's stance came about. Where no
    side was taken: what the codebook lacks.
    """
    from briefgen.explaining.run import ExplainRequest, run_explain

    request = ExplainRequest(
        records=records,
        target=statement,
        corpus=corpus,
        as_json=as_json,
        width=min(shutil.get_terminal_size().columns, _MAX_WIDTH),
    )
    typer.echo(run_explain(request), nl=False)
