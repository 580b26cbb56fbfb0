"""How sure the grouping of a few arguments is: as many as an issue's side has in a brief.

Usage: python benchmarks/grouping_few.py FILE.jsonl

FILE is what ``briefgen evaluate --grouping`` reads. From each of its groups three to twenty
arguments are drawn again and again (the same on every run) and grouped, as one side of one issue.
The corpus whose words tell which are rare is that of eight of the file's topics, as a pile of
articles has several issues. Beside the figures of the grouping as it is stand those of
`group_arguments`, which asks the group alone.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from briefgen.evaluation.grouping import ArgumentGroup, CodedArgument
from briefgen.json_files import read_json_lines
from briefgen.likeness.arguments import group_arguments
from briefgen.likeness.points import find_points
from briefgen.likeness.rarity import Rarity
from briefgen.likeness.stems import collect_stems

SIZES = (3, 4, 5, 6, 8, 12, 16, 20)
DRAWS = 40
"""From each group, for each size."""
ISSUES = 8

Grouping = Callable[[Sequence[str], frozenset[str], Rarity], list[list[int]]]


def measure(groups: Sequence[ArgumentGroup], size: int, grouping: Grouping) -> tuple[float, ...]:
    """Return precision and recall of all pairs put together, and how many these are."""
    chance = random.Random(size)  # noqa: S311 (no secret)
    right = joined = wanted = 0
    corpora = {topic: _gather(groups, topic) for topic in {group.topic for group in groups}}
    for group in groups:
        topic = collect_stems([group.topic])
        for _ in range(DRAWS if len(group.arguments) >= size else 0):
            drawn = chance.sample(group.arguments, size)
            found = grouping([each.text for each in drawn], topic, corpora[group.topic])
            pairs = [pair for places in found for pair in combinations(places, 2)]
            joined += len(pairs)
            right += sum(drawn[one].cluster == drawn[other].cluster for one, other in pairs)
            wanted += _count_pairs(drawn)
    return right / max(1, joined), right / max(1, wanted), joined


def _gather(groups: Sequence[ArgumentGroup], topic: str) -> Rarity:
    topics = list(dict.fromkeys(group.topic for group in groups))
    first = topics.index(topic)
    chosen = {topics[(first + number) % len(topics)] for number in range(ISSUES)}
    return Rarity(a.text for group in groups if group.topic in chosen for a in group.arguments)


def _count_pairs(drawn: Sequence[CodedArgument]) -> int:
    sizes = Counter(argument.cluster for argument in drawn).values()
    return sum(size * (size - 1) // 2 for size in sizes)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    groups = read_json_lines(parser.parse_args().file, ArgumentGroup)
    print("arguments   as it is: precision, recall, pairs   by the group alone")
    for size in SIZES:
        here = measure(groups, size, find_points)
        alone = measure(groups, size, lambda texts, topic, _: group_arguments(texts, topic))
        print(
            f"{size:9}   {here[0]:.3f}  {here[1]:.3f}  {here[2]:6}                 "
            f"{alone[0]:.3f}  {alone[1]:.3f}  {alone[2]:6}",
            flush=True,
        )


if __name__ == "__main__":
    main()
