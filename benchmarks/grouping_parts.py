"""What each part of grouping arguments brings, and whether its settings carry over to other topics.

Usage: python benchmarks/grouping_parts.py FILE.jsonl

FILE is what ``briefgen evaluate --grouping`` reads. For each variant the adjusted Rand index is
shown with the settings as they are, and cross-validated: of a few bars the one that is best on
every other topic is tested on the rest, and the other way round.
"""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import fmean
from typing import Any
from unittest import mock

from briefgen.evaluation import grouping
from briefgen.json_files import read_json_lines
from briefgen.likeness import arguments, stems
from briefgen.likeness.rarity import Rarity

BARS = (0.0, 0.1, 0.2, 0.3, 0.4)
"""Standard deviations above a group's mean."""


def keep_table(rows: Sequence[Sequence[float]], _: object) -> Sequence[Sequence[float]]:
    """Stand in for the product of two tables: nothing is expanded."""
    return rows


VARIANTS: dict[str, Mapping[str, Any]] = {
    "as it is": {},
    "words derived from the topic's count": {"KIN_LETTERS": 99},
    "the topic's words count, too": {"collect_stems": lambda _: frozenset()},
    "function words count": {"FUNCTION_WORDS": frozenset()},
    "no expansion, the group's own bar": {"_multiply": keep_table, "PRIOR_ARGUMENTS": 0},
    "the group's own bar alone": {"PRIOR_ARGUMENTS": 0},
    "one bar for all groups, 0.35": {"PRIOR_ARGUMENTS": 10**9, "PRIOR_LIKENESS": 0.35},
    "one bar for all groups, 0.45": {"PRIOR_ARGUMENTS": 10**9},
}


def measure(groups: Sequence[grouping.ArgumentGroup], settings: Mapping[str, Any]) -> list[float]:
    """Return the adjusted Rand index of each group, with settings of the modules changed."""
    rarity = Rarity(argument.text for group in groups for argument in group.arguments)
    with ExitStack() as stack:
        for name, value in settings.items():
            place = next(each for each in (grouping, arguments, stems) if hasattr(each, name))
            stack.enter_context(mock.patch.object(place, name, value))
        found = [grouping.assign_labels(group, rarity) for group in groups]
    return [
        grouping.compute_figures(
            [argument.cluster for argument in group.arguments],
            [labels[argument.id] or (argument.id,) for argument in group.arguments],
        ).ari
        for group, labels in zip(groups, found, strict=True)
    ]


def cross_validate(halves: Sequence[int], by_bar: Mapping[float, Sequence[float]]) -> list[float]:
    """Return the index of each half of the groups under the bar that is best for the other half."""

    def mean(bar: float, half: int) -> float:
        return fmean(ari for ari, own in zip(by_bar[bar], halves, strict=True) if own == half)

    return [mean(max(by_bar, key=lambda bar: mean(bar, 1 - half)), half) for half in (0, 1)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    groups = read_json_lines(parser.parse_args().file, grouping.ArgumentGroup)
    topics = list(dict.fromkeys(group.topic for group in groups))
    halves = [topics.index(group.topic) % 2 for group in groups]
    print(f"{'':38}  as set  cross-validated (on either half of the topics)")
    for name, settings in VARIANTS.items():
        by_bar = {bar: measure(groups, {**settings, "DEVIATIONS": bar}) for bar in BARS}
        first, second = cross_validate(halves, by_bar)
        whole = fmean(by_bar[arguments.DEVIATIONS])
        both = (first + second) / 2
        print(f"{name:38}  {whole:6.3f}  {both:.3f} ({first:.3f}, {second:.3f})", flush=True)


if __name__ == "__main__":
    main()
