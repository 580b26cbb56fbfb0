"""The exit code of a program that was told to end, wherever it was just then."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")

PROGRAM = """
from briefgen.cli.interruption import ended_tidily

with ended_tidily():
    {line}
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
@pytest.mark.parametrize("line", ["raise_signal({number})", "exec('raise_signal({number})')"])
def test_the_exit_code_tells_the_signal(name: str, line: str, tmp_path: Path) -> None:
    """Also from code that is run from a string, as a dataclass does while it is imported."""
    number = int(getattr(signal, name))
    program = PROGRAM.format(line=line.format(number=number))
    (tmp_path / "told.py").write_text("from signal import raise_signal\n" + program)

    done = subprocess.run(
        [sys.executable, "-m", "told"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 128 + number
    assert b"Traceback" not in done.stderr
