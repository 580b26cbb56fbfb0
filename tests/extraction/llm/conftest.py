"""A small corpus, and the command line with a model that a test scripts."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.cli import main
from briefgen.json_files import read_json_lines
from briefgen.models import PositionRecord
from tests.extraction.llm.scripted import codes

KEY = "sk-never-shown-4711"
CODEBOOK = """\
topic: Ferries of the Sund
issues:
  - id: night-ferry
    title: A ferry at night
    proposition: The county should run a ferry at night.
    terms: [night ferry, ferry at night]
    support: [run it at night]
    oppose: [nobody crosses at three]
  - id: bridge
    title: A bridge instead
    proposition: The county should build a bridge over the Sund.
    terms: [bridge]
"""
ARTICLES = {
    "pier.txt": """Lights on the water

The county must run the night ferry again. Nurses who end their shift at two cannot swim home.

Harbour master Tove Lind said that a bridge would ruin the Sund. "Nobody asked the seals," she
argued.
""",
    "ledger.txt": """Count the passengers

There were nine of them on the night ferry last March.

A ferry at night is money thrown into the sea, unless the state pays for the fuel.

The county should think about a bridge, and it should think slowly.
""",
}
PIER = codes(
    [
        {
            "sentences": [2],
            "quotation": "The county must run the night ferry again.",
            "holder": None,
            "kind": "recommendation",
            "issue": "night-ferry",
            "stance": "support",
            "addressee": "The county",
            "rationale": "It asks for the ferry.",
        },
        {
            "sentences": [4],
            "quotation": "a bridge would ruin the Sund",
            "holder": "Tove Lind",
            "role": "Harbour master",
            "issue": "bridge",
            "stance": "oppose",
        },
    ],
    **{"night-ferry": "support"},
)
LEDGER = codes(
    [
        {
            "sentences": [3],
            "quotation": "A ferry at night is money thrown into the sea",
            "issue": "night-ferry",
            "stance": "conditional",
            "conditions": ["unless the state pays for the fuel"],
        },
        {
            "sentences": [4],
            "quotation": "The county should think about a bridge",
            "kind": "recommendation",
            "issue": "bridge",
            "stance": "neutral",
        },
    ],
    **{"night-ferry": "conditional", "bridge": "neutral"},
)
ANSWERS = {"Nurses who end": PIER, "nine of them": LEDGER}


@dataclass(frozen=True)
class Result:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch):
    """Take away what this machine's environment says of models and proxies."""
    for name in (
        "OPENAI_API_KEY OPENAI_BASE_URL ANTHROPIC_API_KEY ANTHROPIC_BASE_URL OLLAMA_HOST "
        "OLLAMA_API_KEY BRIEFGEN_API_KEY BRIEFGEN_BASE_URL"
    ).split():
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus of two articles."""
    folder = tmp_path / "ferries"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def run(monkeypatch, capsys, tmp_path) -> Callable[..., Result]:
    """Return a function that runs the command line in this process, in the folder tmp_path."""
    monkeypatch.chdir(tmp_path)

    def run_here(*arguments: object, url: str | None = None, key: str = KEY) -> Result:
        if url is not None:
            monkeypatch.setenv("BRIEFGEN_BASE_URL", url)
            monkeypatch.setenv("BRIEFGEN_API_KEY", key)
        monkeypatch.setattr(sys, "argv", ["briefgen", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ending:
            main()
        out, err = capsys.readouterr()
        return Result(int(ending.value.code or 0), out, err)

    return run_here


@pytest.fixture
def build(run, corpus, tmp_path):
    """Return a function that builds the corpus with a model, as Markdown alone."""

    def build_here(model: str, *more: object, url: str | None = None) -> Result:
        arguments = ["build", corpus, "-o", tmp_path / "out", "-f", "md", "--extractor", "llm"]
        return run(*arguments, "--model", model, "--timeout", 20, *more, url=url)

    return build_here


def records_in(folder: Path) -> dict[str, PositionRecord]:
    """Return the records of an output folder by their sources."""
    return {
        record.source.id: record
        for record in read_json_lines(folder / "records.jsonl", PositionRecord)
    }


def run_process(*arguments: object, cwd: Path, **environment: str) -> subprocess.Popen[str]:
    """Start the program in a process of its own."""
    import os

    return subprocess.Popen(
        [sys.executable, "-m", "briefgen", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )
