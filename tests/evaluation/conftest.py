"""A tiny coded corpus about an invented harbour, and the command line in this process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run

__all__ = ["run"]

CODEBOOK = """\
topic: The harbour of Ostby
issues:
  - id: toll
    title: A toll for yachts
    proposition: The town should charge yachts a toll.
    terms: [toll, yachts]
    support: [charge yachts a toll]
    oppose: [no toll for yachts]
  - id: crane
    title: The old crane
    proposition: The town should keep the old crane.
    terms: [old crane, crane]
"""
FOR_THE_TOLL = """A fair price

The town should charge yachts a toll, because the mole is crumbling. Yachts fill the basin all
summer. The council should charge yachts a toll before the next season.

The harbour master said that the crane must go.
"""
AGAINST_THE_TOLL = """Leave the basin open

There must be no toll for yachts. A toll would drive the guests to the next bay.
"""
GOLD: dict[str, Any] = {
    "articles": [
        {
            "id": "fair-price",
            "stances": {
                "toll": {
                    "stance": "support",
                    "evidence": ["The town should charge yachts a toll"],
                },
                "crane": {"stance": ["absent", "neutral"], "evidence": []},
            },
            "reported": [
                {
                    "holder": "the harbour master",
                    "issue": "crane",
                    "stance": "oppose",
                    "evidence": "that the crane must go",
                }
            ],
            "recommendations": [
                {
                    "actor": "the council",
                    "action": "charge a toll",
                    "evidence": "The council should charge yachts a toll",
                }
            ],
        },
        {"id": "open-basin", "stances": {"toll": {"stance": "oppose", "evidence": []}}},
    ]
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a coded corpus of two articles, one of them with a number before its id."""
    folder = tmp_path / "harbour"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "articles" / "fair-price.txt").write_text(FOR_THE_TOLL, encoding="utf-8")
    (folder / "articles" / "07_open-basin.txt").write_text(AGAINST_THE_TOLL, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


@pytest.fixture
def write_lines(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes JSON Lines to a file in tmp_path and returns its path."""

    def write(*values: object, name: str = "given.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(f"{json.dumps(value)}\n" for value in values), encoding="utf-8")
        return path

    return write
