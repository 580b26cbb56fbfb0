"""A town that argues about fireworks: three coded articles, and one that nobody coded."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from tests.cli.conftest import Result, run

__all__ = ["run"]

CODEBOOK = """\
topic: The harbour festival of Ostby
issues:
  - id: ban
    title: A ban on fireworks
    proposition: The town should ban fireworks.
    terms: [fireworks, rockets, after the show]
    support: [frightened animals]
    oppose: [a tradition worth keeping]
  - id: drones
    title: Drones instead
    proposition: The town should pay for a drone show.
    terms: [drones, drone show]
"""
LITTER = """Morning on the sand

The fireworks leave the beach littered with plastic caps and charred paper. After the fireworks
volunteers spend the whole morning with rakes and buckets on the sand.
"""
RAKES = """What the tide brings back

Weeks after the fireworks the tide still carries charred paper and plastic caps on the sand. The
rockets are over in an hour; volunteers with rakes need days for the beach. Somebody mentioned
drones once.
"""
PIER = """One night a year

The fireworks bring grandparents and grandchildren to the same pier, under one sky. When the last
rockets fade, strangers sing together and nobody wants to walk home.
"""
NEW = """Who cleans up

Rockets rise, and the beach wakes up under plastic caps. Volunteers come with rakes and buckets
when the fireworks are over. Charred paper from the fireworks lies on the sand until June, and
the tide carries the caps of the rockets for weeks.
"""
ARTICLES = {"litter": LITTER, "rakes": RAKES, "pier": PIER, "new": NEW}


def code(article: str, ban: str, *evidence: str, drones: str = "absent") -> dict[str, Any]:
    """Return an article's entry in gold.json."""
    return {
        "id": article,
        "stances": {
            "ban": {"stance": ban, "evidence": list(evidence)},
            "drones": {"stance": drones, "evidence": []},
        },
    }


GOLD = {
    "articles": [
        code(
            "litter",
            "support",
            "The fireworks leave the beach littered with plastic caps and charred paper.",
            "After the fireworks volunteers spend the whole morning with rakes and buckets",
        ),
        code(
            "rakes",
            "support",
            "Weeks after the fireworks the tide still carries charred paper and plastic caps",
            "volunteers with rakes need days for the beach",
        ),
        code(
            "pier",
            "oppose",
            "The fireworks bring grandparents and grandchildren to the same pier, under one sky.",
        ),
    ]
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return the corpus, three of its four articles coded in gold.json."""
    folder = tmp_path / "ostby"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


@pytest.fixture
def build(run: Callable[..., Result], tmp_path: Path) -> Callable[[Path], dict[str, Any]]:
    """Return a function that builds a corpus and returns its records by source id."""

    def build_records(folder: Path) -> dict[str, Any]:
        result = run("build", folder, "--out", tmp_path / "out", "--format", "md")
        assert result.code == 0, result.err
        lines = (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines]
        return {record["source"]["id"]: record for record in records}

    return build_records


def stance_on_ban(record: dict[str, Any]) -> str | None:
    """Return the author's stance on the ban; None where the record has none."""
    stance = record["stances"].get("ban")
    return stance["stance"] if stance else None


def entry_for(
    folder: Path,
    article: str,
    quote: str,
    stance: str,
    *,
    changes: Mapping[str, str] = MappingProxyType({}),
    **other: str,
) -> str:
    """Return a statement's entry in corrections.yaml, with other values or keys."""
    data = (folder / "articles" / f"{article}.txt").read_bytes()
    start = data.decode().index(quote)
    values = {
        "who": "A. Holm",
        "when": "2026-03-02",
        "article": article,
        "sha256": hashlib.sha256(data).hexdigest(),
        "start": str(start),
        "end": str(start + len(quote)),
        "quote": json.dumps(quote),
        "what": "changed",
        "issue": "ban",
        "stance": stance,
        **other,
        **changes,
    }
    return "  - " + "\n    ".join(f"{key}: {value}" for key, value in values.items()) + "\n"
