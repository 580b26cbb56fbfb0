"""The program: its options, how it ends, and how it speaks on standard error."""

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen import __version__
from briefgen.errors import BriefgenError, Notice, UsageError
from briefgen.terminal import on_one_line

if TYPE_CHECKING:
    from briefgen.run_log import RunLog

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
    close_log()
    speak_of()
    from briefgen.cli.interruption import ended_tidily
    from briefgen.cli.unchanged import end_if_unchanged

    try:
        with ended_tidily():
            end_if_unchanged(sys.argv[1:])
            app(prog_name="briefgen")
    except BriefgenError as error:
        tell_error(error, "run.failed")
        sys.exit(error.exit_code)
    except FileNotFoundError:
        if _is_somewhere():
            raise
        tell_error("the current folder is not there any more (enter it again: cd .)", "run.failed")
        sys.exit(UsageError.exit_code)


def _is_somewhere() -> bool:
    """Tell whether the folder in which the program was started is still there."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return False
    return True


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


_held: list[str] | None = None
"""Lines that are not told yet; None where they are told at once."""
_log: "RunLog | None" = None
"""Where everything goes that is not a result; None where a person reads it."""


def open_log() -> "RunLog":
    """Have everything on standard error be JSON from now on, one object a line."""
    global _log  # noqa: PLW0603 (a process has one standard error)
    from briefgen.run_log import RunLog

    _log = RunLog(_write)
    return _log


def close_log() -> None:
    """Have what is told be read by a person again."""
    global _log  # noqa: PLW0603 (see above)
    _log = None


@contextmanager
def held_back() -> Iterator[list[str]]:
    """Hold back what is told inside; at the end it is told as far as it is still in the list.

    Where what is done inside fails, it is not told at all.
    """
    global _held  # noqa: PLW0603 (see above)
    lines: list[str] = []
    _held = lines
    try:
        yield lines
    finally:
        _held = None
    for line in lines:
        _write(line)


def _write(line: str) -> None:
    """Write a line on standard error, or hold it back."""
    if _held is None:
        typer.echo(line, err=True)
    else:
        _held.append(line)


_about: tuple[str, ...] = ()
"""Output folder and corpus of the brief of which everything is told, where there are several."""


def speak_of(*brief: str) -> None:
    """Name a brief in all that is told from now on to a person; with no argument none.

    Args:
        brief: its output folder, and how else a line may begin that names it already.
    """
    global _about  # noqa: PLW0603 (see above)
    _about = brief


def name_brief(line: str) -> str:
    """Return a line with the brief of which it is told, where there are several."""
    return line if not _about or line.startswith(_about) else f"{_about[0]}: {line}"


def tell_error(told: BriefgenError | Notice | str, event: str = "problem") -> None:
    """Tell what failed, in one line on standard error."""
    if _log is None:
        _write(on_one_line(f"briefgen: {name_brief(str(told))}"))
        return
    _log.say_notice(event, told.notice if isinstance(told, BriefgenError) else told, level="error")


def tell(message: str, event: str = "note") -> None:
    """Tell what a person should know, in one line on standard error."""
    if _log is None:
        _write(on_one_line(name_brief(message)))
    else:
        _log.say_notice(event, message, level="warning" if event == "warning" else "info")
