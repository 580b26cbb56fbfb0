"""Average link, against its definition."""

import itertools
import random

import pytest

from briefgen.likeness.linking import link_alike


def make_table(size: int, seed: int) -> list[list[float]]:
    """Return a symmetric table of chance entries: no two means are equal."""
    chance = random.Random(seed)
    table = [[1.0] * size for _ in range(size)]
    for one, other in itertools.combinations(range(size), 2):
        table[one][other] = table[other][one] = chance.random()
    return table


def link_slowly(table: list[list[float]], least: float) -> list[list[int]]:
    """Merge the two clusters with the greatest mean likeness until none is left."""
    clusters = [[place] for place in range(len(table))]

    def mean(pair: tuple[list[int], list[int]]) -> float:
        one, other = pair
        return sum(table[a][b] for a in one for b in other) / (len(one) * len(other))

    while len(clusters) > 1:
        one, other = max(itertools.combinations(clusters, 2), key=mean)
        if mean((one, other)) < least:
            break
        clusters = [each for each in clusters if each not in (one, other)]
        clusters.append(one + other)
    return sorted(sorted(each) for each in clusters)


@pytest.mark.parametrize("least", [0.123, 0.456, 0.512, 0.577, 0.789])
@pytest.mark.parametrize("size", range(13))
def test_it_is_average_link(size, least):
    table = make_table(size, seed=size)

    assert link_alike(table, least) == link_slowly(table, least)


def test_the_table_is_not_changed():
    table = [[1.0, 0.9, 0.1], [0.9, 1.0, 0.1], [0.1, 0.1, 1.0]]

    assert link_alike(table, 0.5) == [[0, 1], [2]]
    assert table == [[1.0, 0.9, 0.1], [0.9, 1.0, 0.1], [0.1, 0.1, 1.0]]
