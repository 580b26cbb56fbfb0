"""The command that tells what changed from one brief to another."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app


@app.command(
    short_help="Say what changed from one brief to another.",
    epilog="Example: briefgen diff briefs/tariffs-may briefs/tariffs-june",
)
def diff(
    old: Annotated[
        Path,
        typer.Argument(
            metavar="OLD",
            help="A brief.json, or the folder of one.",
            show_default=False,
            readable=False,
        ),
    ],
    new: Annotated[
        Path,
        typer.Argument(
            metavar="NEW",
            help="The later one.",
            show_default=False,
            readable=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="End with 1 where something changed, as git diff does."),
    ] = False,
) -> None:
    """Say what changed from one brief to another: sources, positions, support.

    Prints Markdown: new and gone sources, positions that are new, reversed, conditional or
    undetermined now, each with the old and the new quotation, and sides that more or fewer sources
    take. Exit code 0, whether or not something changed; 2 where the two cannot be compared.
    """
    from briefgen.comparing.run import compare_briefs

    difference = compare_briefs(old, new, as_json=as_json)
    typer.echo(difference.text, nl=False)
    raise typer.Exit(1 if exit_code and not difference.is_empty else 0)
