"""A small corpus, and two ways to run the program: in this process, and in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.cli import main

CODEBOOK = """\
topic: Trams in the old town
issues:
  - id: tram-line
    title: A tram through the old town
    proposition: The city should build a tram line through the old town.
    terms: [tram, tram line, rails]
    support: [build the tram]
    oppose: [no rails in the old town]
  - id: parking
    title: Parking in the old town
    proposition: The city should close the car parks of the old town.
    terms: [parking, car park]
"""

ARTICLES = {
    "harbour-post.txt": """Rails for the old town

The city should build the tram because the buses are full every morning. A tram line would carry
twice as many people through the narrow streets.

Mayor Ines Calder said that the car park under the market must close if the rails come. "Nobody
drives to a market that a tram reaches," she argued.
""",
    "market-gazette.md": """---
title: Keep the cobbles
outlet: Market Gazette
published: 2026-03-02
---

There must be no rails in the old town. The tram would cost more than the city can pay, and the
shops would lose two summers to the works.

Although the buses are full, the council should first mend the bridge.
""",
}


@dataclass(frozen=True)
class Result:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def error_lines(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus of two articles."""
    folder = tmp_path / "trams"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Result]:
    """Return a function that runs the command line in this process, in the folder tmp_path."""
    monkeypatch.chdir(tmp_path)

    def run_here(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["briefgen", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ending:
            main()
        out, err = capsys.readouterr()
        return Result(int(ending.value.code or 0), out, err)

    return run_here


@pytest.fixture
def run_process(tmp_path: Path) -> Callable[..., Result]:
    """Return a function that runs the command line in a process of its own, in tmp_path."""

    def run_there(*arguments: object, **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, **environment},
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run_there
