"""The command line: parses, calls, prints, sets the exit code.

Results go to standard output, everything else to standard error. Exit codes: 0 done; 1 done, but
an article failed or a format could not be written; 2 unusable input; 3 refused by the audit. Errors
that briefgen raises on purpose end here in one line; a bug keeps its traceback.

Only typer is imported at the top: ``briefgen --help`` must not wait for what builds a brief.
"""

from briefgen.cli import (
    auditing,
    building,
    codebook,
    commands,
    comparing,
    explaining,
    exporting,
    previewing,
    reviewing,
    side_by_side,
    starting,
    templates,
    watching,
)
from briefgen.cli.program import app, main

__all__ = [
    "app",
    "auditing",
    "building",
    "codebook",
    "commands",
    "comparing",
    "explaining",
    "exporting",
    "main",
    "previewing",
    "reviewing",
    "side_by_side",
    "starting",
    "templates",
    "watching",
]
