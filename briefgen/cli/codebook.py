"""The commands that help to write a codebook."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app, tell_error

group = typer.Typer(
    name="codebook",
    help="Help with writing a codebook: begin one, check it, see what to add.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(group)


@group.command(
    short_help="Find what is wrong or weak in a codebook.",
    epilog="Example: briefgen codebook check corpora/tariffs",
)
def check(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS",
            help="A corpus folder, or a codebook.yaml alone.",
            show_default=False,
            readable=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find what is wrong or weak in a codebook, with line, key and what to do.

    Propositions that are questions, hold two claims or none; terms that never occur, stand
    everywhere or in two issues; phrases that say nothing; sides without phrases; placeholders.
    Exit code 1 where something was found.
    """
    from briefgen.authoring.check import check_codebook, report_as_json, report_as_text

    report = check_codebook(corpus)
    for problem in report.problems:
        tell_error(problem)
    show = report_as_json if as_json else report_as_text
    typer.echo(show(report), nl=False)
    raise typer.Exit(report.exit_code)
