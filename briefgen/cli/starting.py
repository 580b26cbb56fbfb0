"""The command that begins a project."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app, tell
from briefgen.terminal import on_one_line


@app.command(
    short_help="Begin a project: its file, a corpus, templates and the workflow for CI.",
    epilog="Example: briefgen init briefings",
)
def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="The project's folder; the current one where not given.",
            show_default=False,
        ),
    ] = Path(),
) -> None:
    """Begin a project: briefgen.toml, templates of its own, the workflow that builds every night.

    The file lists the corpora that are there; where there is none, a small one is written to look
    at. Nothing that is there already is replaced.
    """
    from briefgen.starting.making import start_project

    started = start_project(folder)
    for path in started.kept:
        tell(f"{path}: is there already, left as it is")
    for path in started.written:
        typer.echo(on_one_line(str(path)))
    for note in started.notes:
        tell(note)
    go = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    tell(f"Next: {go}briefgen build")
