"""The command line says what it can do, quickly, and docs/cli.md says the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import __version__

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("script", ["write_references.py", "write_concept_stems.py"])
def test_what_scripts_make_is_current(script: str):
    """Each command stands in docs/cli.md, each name that templates have in docs/templates.md.

    The kept stems are those that the stemmer gives.
    """
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / script, "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


COMMANDS = [
    "build",
    "inspect",
    "doctor",
    "schema",
    "evaluate",
    "explain",
    "review",
    "agreement",
    "codebook check",
    "codebook suggest",
    "codebook new",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(run, command):
    result = run(*command.split(), "--help")

    assert result.code == 0
    assert f"Example: briefgen {command}" in result.out


def test_the_version(run):
    assert run("--version").out == f"briefgen {__version__}\n"


def test_no_command_shows_the_help(run):
    result = run()

    assert "Commands:" in result.out + result.err
    assert result.code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(run_process, shell):
    """The shell's own variable asks for the script."""
    result = run_process(_BRIEFGEN_COMPLETE=f"source_{shell}")

    assert result.code == 0
    assert "_BRIEFGEN_COMPLETE" in result.out


HEAVY = "weasyprint trafilatura jinja2 markdown_it lxml yaml rich.markdown sentencex regex".split()


@pytest.mark.parametrize(
    "arguments", ["--help", "build --help", "codebook suggest --help", "--version"]
)
def test_help_waits_for_nothing_heavy(arguments):
    code = (
        "import sys; from briefgen.cli import app\n"
        f"app({arguments.split()!r}, standalone_mode=False)\n"
        f"print('heavy:', *(name for name in {HEAVY!r} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "heavy:"
