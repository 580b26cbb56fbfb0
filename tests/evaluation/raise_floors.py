"""Measure every corpus at hand and raise what is pinned in floors.json.

Usage: python -m tests.evaluation.raise_floors [--lower REASON]

Without --lower nothing goes down: the exit code is 1 and nothing is written where a figure is worse
than pinned or a corpus is another. BRIEFGEN_CORPORA names the folder of the real corpora; those
that are not at hand keep their pins.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.evaluation.gate import (
    PINS_FILE,
    LoweredError,
    find_corpora,
    hash_corpus,
    load_pins,
    measure,
    raise_pins,
    save_pins,
)


def main(
    arguments: Sequence[str] | None = None,
    *,
    file: Path = PINS_FILE,
    corpora: Mapping[str, Path] | None = None,
) -> int:
    """Raise the floors; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lower", metavar="REASON", help="let floors go down, and say why")
    options = parser.parse_args(arguments)
    pins = load_pins(file)
    refused = False
    for name, folder in (find_corpora() if corpora is None else corpora).items():
        sha256, figures = hash_corpus(folder), measure(folder)
        try:
            pins[name] = raise_pins(pins.get(name), sha256, figures, reason=options.lower)
        except LoweredError as error:
            refused = True
            sys.stderr.write(f"{name}: {error}\n")
    if refused:
        sys.stderr.write('nothing written; to lower a floor say why: --lower "REASON"\n')
        return 1
    save_pins(pins, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
