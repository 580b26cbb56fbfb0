"""The gate: figures pinned beside the hash of the corpus that they were measured on.

A floor (for errors a ceiling) stands a little below what was measured. It goes up by itself with
``raise_floors`` and down only with a reason, which stays in the file.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefgen.evaluation.corpus import evaluate_corpus
from briefgen.ingest import open_corpus

ROOT = Path(__file__).resolve().parents[2]
PINS_FILE = Path(__file__).with_name("floors.json")
ERROR_SHARES = frozenset(("wrong_side", "misbooked"))
"""Figures of which less is better."""
MARGIN = 0.02
"""How far below the measured figure a floor stands: a cell of forty more or less is no loss."""

WALL = {"wrong_side": 0.06}
"""Worse than this no ceiling is pinned, whatever was measured: it is what the project promises."""

Pins = dict[str, Any]
Figures = Mapping[str, float | None]


class LoweredError(Exception):
    """A floor would go down, or the corpus is another, and nobody said why."""


def find_corpora(real: str | None = os.environ.get("BRIEFGEN_CORPORA")) -> dict[str, Path]:
    """Return the folders to measure, by the names under which they are pinned."""
    found = {"seeds/ukraine-peace": ROOT / "seeds" / "ukraine-peace"}
    golds = sorted(Path(real).glob("*/gold.json")) if real else []
    return found | {gold.parent.name: gold.parent for gold in golds}


def hash_corpus(folder: Path) -> str:
    """Return the SHA-256 over names and bytes of the articles, the codebook and the coding."""
    files = [*open_corpus(folder).files, folder / "codebook.yaml", folder / "gold.json"]
    total = hashlib.sha256()
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in files):
        total.update(f"{name}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def measure(folder: Path) -> dict[str, float | None]:
    """Return the figures of a corpus that can be pinned: all but the counts."""
    figures = asdict(evaluate_corpus(folder).figures)
    return {name: value for name, value in figures.items() if not isinstance(value, int)}


def load_pins(file: Path = PINS_FILE) -> dict[str, Pins]:
    """Return what is pinned, by the corpus's name."""
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def save_pins(pins: Mapping[str, Pins], file: Path = PINS_FILE) -> None:
    """Write what is pinned."""
    file.write_text(json.dumps(pins, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def find_breaches(pins: Pins, sha256: str, figures: Figures) -> list[str]:
    """Return what is worse than pinned, a line each; nothing where the gate is open."""
    if pins["sha256"] != sha256:
        return [
            f"the corpus is another: pinned {pins['sha256'][:12]}, found {sha256[:12]}; "
            'measure again with python -m tests.evaluation.raise_floors --lower "REASON"'
        ]
    return [
        f"{name} is {'nothing' if value is None else f'{value:.3f}'}, pinned at "
        f"{'most' if name in ERROR_SHARES else 'least'} {pin:.3f}"
        for name, pin in pins["pinned"].items()
        if _is_worse(name, value := figures.get(name), pin)
    ]


def raise_pins(
    old: Pins | None, sha256: str, figures: Figures, *, reason: str | None = None
) -> Pins:
    """Return the pins for newly measured figures; what is pinned higher stays where it is.

    Raises:
        LoweredError: a figure is worse than pinned, or the corpus is another, without a *reason*.
    """
    fresh = {name: _pin(name, value) for name, value in figures.items() if value is not None}
    if old is None:
        return {"sha256": sha256, "pinned": fresh}
    breaches = find_breaches(old, sha256, figures)
    if breaches and not reason:
        raise LoweredError("; ".join(breaches))
    kept = {
        name: pin
        for name, pin in old["pinned"].items()
        if not breaches or not _is_worse(name, figures.get(name), pin)
    }
    best = {
        name: kept[name] if name in kept and _is_worse(name, pin, kept[name]) else pin
        for name, pin in fresh.items()
    }
    lowered = [*old.get("lowered", [])]
    if breaches:
        lowered.append({"reason": reason, "what": breaches})
    return {"sha256": sha256, "pinned": best} | ({"lowered": lowered} if lowered else {})


def _pin(name: str, value: float) -> float:
    pin = value + MARGIN if name in ERROR_SHARES else value - MARGIN
    return round(min(WALL.get(name, 1.0), max(0.0, pin)), 3)


def _is_worse(name: str, value: float | None, pin: float) -> bool:
    if value is None:
        return True
    return value > pin if name in ERROR_SHARES else value < pin
