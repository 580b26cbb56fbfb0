"""Write docs/cli.md from the help that the program itself prints.

Usage: python scripts/write_cli_reference.py [--check]

With --check nothing is written; the exit code is 1 where docs/cli.md is not current.
"""

import sys
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from briefgen.cli import app

TARGET = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
HEAD = """# Command line

Made from `briefgen --help` by `make docs`; a test checks that it is current.

Results (the paths of the written files, tables, JSON) go to standard output; progress, notes and
errors to standard error. A path that begins with a dash stands after `--`:
`briefgen inspect -- -notes.txt`.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | done, but an article could not be read or a format not be written; each is named |
| 2 | the input or the output folder cannot be used; nothing was written |
| 130 | interrupted; nothing was written |
"""


def list_commands() -> list[str]:
    """Return the names of all commands, in the order of the help."""
    return list(getattr(get_command(app), "commands"))  # noqa: B009 (typer hides the type)


def make_reference() -> str:
    """Return the text of docs/cli.md."""
    parts = [HEAD, _help_of([])]
    parts += [f"\n## briefgen {name}\n\n{_help_of([name])}" for name in list_commands()]
    return "".join(parts)


def _help_of(command: list[str]) -> str:
    # The width of the help is that of the terminal: here it is always the same.
    result = CliRunner().invoke(
        app, [*command, "--help"], prog_name="briefgen", env={"COLUMNS": "80"}
    )
    lines = "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())
    return f"\n```text\n{lines}\n```\n" if not command else f"```text\n{lines}\n```\n"


def main() -> None:
    """Write the file, or check it."""
    text = make_reference()
    if "--check" not in sys.argv:
        TARGET.write_text(text, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != text:
        sys.exit("docs/cli.md is not current: run `make docs`")


if __name__ == "__main__":
    main()
