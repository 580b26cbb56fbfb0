"""The commands for the people who edit templates."""

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.program import app, tell
from briefgen.terminal import counted, is_obeyed, on_one_line

OWN = Path("templates")
templates = typer.Typer(
    name="templates",
    help="List, show, make and check audiences: the templates by which a brief is printed.",
    short_help="List, show, make and check the templates of audiences.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
app.add_typer(templates)

AudienceName = Annotated[
    str, typer.Argument(metavar="NAME", help="The audience's.", show_default=False)
]


@templates.command(name="list", epilog="Example: briefgen templates list")
def list_() -> None:
    """List the audiences: for whom, where, own or packaged.

    Folders in templates/ of the current folder stand before packaged ones of the same name.
    """
    from briefgen.editing.listing import list_audiences, listing_as_text
    from briefgen.rendering.places import default_search_path

    _print_lines(listing_as_text(list_audiences(default_search_path([OWN]))))


@templates.command(epilog="Example: briefgen templates show executive")
def show(name: AudienceName) -> None:
    """Show what an audience is made of: files, settings with defaults, names and macros used."""
    from briefgen.editing.showing import show_audience
    from briefgen.rendering.places import default_search_path

    _print_lines(show_audience(name, default_search_path([OWN])))


@templates.command(epilog="Example: briefgen templates new newsroom --from executive")
def new(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="The new audience's: small letters, digits and dashes.",
            show_default=False,
        ),
    ],
    source: Annotated[
        str, typer.Option("--from", metavar="NAME", help="The audience to begin with.")
    ] = "executive",
) -> None:
    """Make templates/NAME/ in the current folder, to be changed by you.

    Nothing that is there already is replaced.
    """
    from briefgen.editing.making import make_audience
    from briefgen.rendering.places import default_search_path

    for path in make_audience(name, source, default_search_path([OWN]), OWN):
        typer.echo(on_one_line(str(path)))
    tell(f"Now change them, and run: briefgen templates check {name}")


@templates.command(epilog="Example: briefgen templates check newsroom")
def check(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="The audience's; all where not given.", show_default=False
        ),
    ] = None,
) -> None:
    """Say everything that is wrong with an audience's settings, templates and style.

    Two invented briefs are printed, one with everything and one with next to nothing, and the pages
    are audited. Each mistake comes with file, line and the names that would fit. Exit code 1 where
    there is one.
    """
    from briefgen.editing.check import check_audience
    from briefgen.editing.listing import list_audiences
    from briefgen.rendering.places import default_search_path

    search_path = default_search_path([OWN])
    names = [name] if name else sorted({each.name for each in list_audiences(search_path)})
    count = 0
    for each in names:
        mistakes = check_audience(each, search_path)
        count += len(mistakes)
        for mistake in mistakes:
            hint = f" ({mistake.hint})" if mistake.hint else ""
            typer.echo(on_one_line(f"{mistake.where or each}: {mistake.message}{hint}"))
            if mistake.line:
                typer.echo(f"    {on_one_line(mistake.line)}")
        found = counted(len(mistakes), "mistake")
        tell(f"{each}: {found if mistakes else 'nothing is wrong'}")
    raise typer.Exit(1 if count else 0)


def _print_lines(text: str) -> None:
    """Print lines, with what a terminal would obey taken out."""
    typer.echo("".join(c for c in text if c == "\n" or not is_obeyed(c)), nl=False)
