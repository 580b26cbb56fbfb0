"""A town that argues about its bakery hours: four articles, and reviews of them."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Result, run

__all__ = ["run"]

CODEBOOK = """\
topic: The ovens of Velm
issues:
  - id: night
    title: Baking at night
    proposition: The town should allow bakeries to bake at night.
    terms: [bake at night, night baking, ovens, bakeries]
    support: [fresh bread at dawn]
    oppose: [let the street sleep]
  - id: chimneys
    title: Filters for chimneys
    proposition: The town should require filters on bakery chimneys.
    terms: [filters, chimneys, chimney smoke]
    support: [clean air for the yards]
    oppose: [a filter nobody can pay]
"""
ARTICLES = {
    "crumb": """Let the stoves glow

The town should allow bakeries to bake at night. Night baking means fresh bread at dawn, and the
stoves are warm anyway.

Filters on the chimneys would be fine, but nobody has said who pays.
""",
    "pillow": """A street that wants to sleep

The town must not allow the bakeries to bake at night. Night baking is a nuisance for everyone who
lives above the ovens, so let the street sleep.

Guild master Oda Prell said that filters on chimneys are a matter for small bakeries. "Filters
would ruin us," she argued.
""",
    "soot": """Grey sills

The town should require filters on bakery chimneys. Chimney smoke settles on every sill, and clean
air for the yards costs little.

The stoves stand in the middle of the town.
""",
    "ledger": """What a loaf costs

The bakeries count their ovens and wait. Whether they bake at night is for the council to say.
Filters are discussed as well, and the chimneys are old.
""",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "velm"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def review(
    run: Callable[..., Result], corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Return a function that reviews the corpus with lines for keys."""

    def review_with(*lines: str, options: tuple[str, ...] = ("--who", "A. Holm")) -> Result:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return run("review", corpus.name, *options)

    return review_with


@pytest.fixture
def log(corpus: Path) -> Callable[[], dict[str, Any]]:
    """Return a function that reads corrections.yaml as YAML has it."""

    def read() -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.safe_load((corpus / "corrections.yaml").read_text("utf-8"))
        return loaded

    return read


class Built:
    """What a build of the corpus gave."""

    def __init__(self, result: Result, folder: Path) -> None:
        self.err = result.err
        lines = (folder / "records.jsonl").read_text("utf-8").splitlines()
        self.records = {r["source"]["id"]: r for r in map(json.loads, lines)}
        self.brief = json.loads((folder / "brief.json").read_text("utf-8"))
        self.page = (folder / "executive.md").read_text("utf-8")

    def stance(self, source: str, issue: str) -> tuple[str, str] | None:
        """Return stance and review of one cell; None where there is none."""
        cell = self.records[source]["stances"].get(issue)
        return (cell["stance"], cell["review"]) if cell else None

    def statement(self, source: str, words: str) -> dict[str, Any] | None:
        """Return the statement whose quotation begins with these words."""
        found = (s for s in self.records[source]["statements"] if s["quote"].startswith(words))
        return next(found, None)


@pytest.fixture
def build(run: Callable[..., Result], corpus: Path, tmp_path: Path) -> Callable[[], Built]:
    """Return a function that builds the corpus."""

    def build_brief() -> Built:
        result = run("build", corpus, "--out", tmp_path / "out", "--format", "md")
        assert result.code == 0, result.err
        return Built(result, tmp_path / "out")

    return build_brief
