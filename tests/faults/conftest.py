"""What the tests of faults share: a process that runs builds and decides on their system calls."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest

from tests.cli.conftest import ARTICLES, CODEBOOK
from tests.faults.syscalls import why_not_here

ROOT = Path(__file__).resolve().parents[2]
EDITS = {"old town": "harbour", "the buses are full": "the ferries are late", "Calder": "Varga"}
PATIENCE_SECONDS = 240
"""For one answer; the runner ends what hangs before that."""


@dataclass(frozen=True)
class Job:
    """What is run, and what becomes of its system calls."""

    arguments: tuple[str, ...]
    """Of the command line; with *files*, the output folder and names of files to remove."""
    folder: Path
    """Calls about paths in it are decided on."""
    files: dict[str, str] | None = None
    """Files to stage and publish, instead of running the command line."""
    at: int | None = None
    """Which call the fault strikes, from 0 on; None: no fault."""
    fault: int | str = 0
    """An error's number, ``kill``, ``short`` or the name of a signal."""
    lasting: bool = False
    """Whether every call after it that writes fails in the same way."""
    always: dict[str, int] = field(default_factory=dict)
    """Names of calls that fail whenever they come, to the errors' numbers."""
    changes: tuple[tuple[Path, int, str | None], ...] = ()
    """Files, at which opening of them, from 1 on, they are written anew, and with what; None: they
    are removed."""
    cwd: Path = Path("/")
    user: int | None = None
    """Whose rights it has."""
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ended:
    """How a job ended."""

    code: int
    """Negative: the signal that killed it."""
    out: str
    err: str
    calls: list[tuple[int, str, str, bool]]
    """Number, name, path, and whether it could change anything."""


class Runner:
    """The process that runs jobs; a context manager."""

    def __init__(self, *warm_up: object) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.runner", *map(str, warm_up)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        assert self._answer() == b"ready\n"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait(timeout=PATIENCE_SECONDS)

    def run(self, job: Job) -> Ended:
        """Run one job."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(job.__dict__, default=str)}\n".encode())
        self._process.stdin.flush()
        said = json.loads(self._answer())
        return Ended(**{**said, "calls": [tuple(call) for call in said["calls"]]})

    def _answer(self) -> bytes:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE_SECONDS)
        assert ready, "the process that runs builds does not answer"
        return self._process.stdout.readline()


@pytest.fixture(scope="session")
def watching() -> None:
    """Skip where system calls cannot be watched."""
    reason = why_not_here()
    if reason is not None:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def runner(watching) -> Iterator[Runner]:
    """Return a process that runs jobs."""
    with Runner() as started:
        yield started


@dataclass(frozen=True)
class Corpora:
    """One corpus as it was and as it is, in which everything has changed."""

    old: Path
    new: Path
    formats: tuple[str, ...] = ("-f", "md", "-f", "html", "-f", "docx")


@pytest.fixture(scope="session")
def trams(tmp_path_factory) -> Corpora:
    """Return two states of one corpus: each article and the codebook are different."""
    corpora = Corpora(
        tmp_path_factory.mktemp("old") / "trams", tmp_path_factory.mktemp("new") / "trams"
    )
    for folder, edit in ((corpora.old, {}), (corpora.new, EDITS)):
        (folder / "articles").mkdir(parents=True)
        (folder / "codebook.yaml").write_text(edited(CODEBOOK, edit), encoding="utf-8")
        for name, text in ARTICLES.items():
            (folder / "articles" / name).write_text(edited(text, edit), encoding="utf-8")
    return corpora


def edited(text: str, edits: dict[str, str]) -> str:
    for before, after in edits.items():
        text = text.replace(before, after)
    return text
