"""The program: its options, how it ends, and how it speaks on standard error."""

import atexit
import gc
import sys
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.errors import BriefgenError
from briefgen.terminal import on_one_line

app = typer.Typer(
    name="briefgen",
    help="Turn a folder of articles into a short, fair policy brief, each line traced to a source.",
    epilog="Exit codes: 0 done; 1 done, but something failed and was named; 2 unusable input; "
    "3 refused by the audit.",
    no_args_is_help=True,
    # The help in colours and boxes takes as long as the rest of the start again (benchmarks/).
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


COLLECT_AFTER = 50_000
"""Objects between two collections of garbage. Python's 700 cost a build a fifteenth of its time,
most of it while modules are imported, of which nothing is garbage."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(COLLECT_AFTER)
    # At its end Python looks through all that was ever loaded for garbage: a tenth of a build's
    # time, for memory that goes with the process. What is frozen it leaves alone.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # A file name may hold what the terminal's encoding does not: show it rather than fail.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    from briefgen.cli.building import end_if_unchanged

    end_if_unchanged(sys.argv[1:])
    try:
        app(prog_name="briefgen")
    except BriefgenError as error:
        tell_error(str(error))
        sys.exit(error.exit_code)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefgen {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


def tell_error(message: str) -> None:
    """Print what failed, in one line on standard error."""
    tell(f"briefgen: {message}")


def tell(message: str) -> None:
    """Print what a person should know, in one line on standard error."""
    typer.echo(on_one_line(message), err=True)
