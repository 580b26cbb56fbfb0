"""Which of the arguments for one side of one issue say the same.

All of them share their topic, so what tells arguments apart is the rest of their words, and two
that say the same often share none of those: "it would bankrupt the ferries" and "no shipping line
could pay for that". Three measures against this, each measured in docs/evaluation.md:

1.  The words of the topic (the proposition) and words derived from them count
    for nothing; the others by their rarity within the group (inverse document frequency).
2.  Each argument is compared with all others, and then the *expanded* arguments are: each together
    with the others, in so far as they are like it (second-order likeness: Schütze, H., 1998,
    "Automatic word sense discrimination"). So two that share no word are alike where the same
    others are like both.
3.  Arguments are one where they are more alike than two of this group are as a rule: from the mean
    and a part of a standard deviation upward. So a group that speaks of one thing throughout needs
    more likeness than one that speaks of many. Of a few arguments the mean says little: it counts
    as though ``PRIOR_ARGUMENTS`` with a bar of ``PRIOR_LIKENESS`` stood beside them.

The clusters are those of average link. In a group of more than ``TABLE_LIMIT`` arguments some that
are spread evenly over it are compared so, all others join the cluster that they are like, and what
is left goes through the same again, a few times (Cutting, D. et al., 1992, "Scatter/Gather": the
buckshot method): time grows with the number of arguments, not with its square.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import mul

from briefgen.likeness.linking import link_alike
from briefgen.likeness.stems import list_stems

TABLE_LIMIT = 128
"""Arguments that are compared each with each: 0.1 s."""
ROUNDS = 4
"""Times that what is left of a large group is gone through."""
DEVIATIONS = 0.2
"""Standard deviations above a group's mean from which two arguments are one."""
KIN_LETTERS = 5
"""First letters that two stems share, from which on they are taken for derived from one another."""
PRIOR_LIKENESS = 0.45
"""Likeness from which two arguments are one, as long as nothing is known of their group."""
PRIOR_ARGUMENTS = 20
"""Arguments as which that counts beside the group's own."""

Vector = dict[str, float]
"""Stem to weight, of length 1."""


def group_arguments(texts: Sequence[str], topic: Collection[str]) -> list[list[int]]:
    """Find the arguments that say the same.

    Args:
        texts: the arguments; the same texts in the same order give the same groups.
        topic: stems of the words that all of them share (`collect_stems`).

    Returns:
        Places in *texts*, group by group, each of two or more and in the order of its first;
        an argument that matches nothing stands in no group.
    """
    vectors = _weigh([list_stems(text) for text in texts], topic)
    left = [place for place, vector in enumerate(vectors) if vector]
    groups: list[list[int]] = []
    for _ in range(ROUNDS):
        sample = _spread(left, TABLE_LIMIT)
        compared = _Comparison([vectors[place] for place in sample])
        found = [[sample[place] for place in group] for group in compared.groups]
        for place in _without(left, sample):
            group = compared.match(vectors[place])
            if group is not None:
                found[group].append(place)
        groups += found
        if not found or len(sample) == len(left):
            break
        left = _without(left, (place for group in found for place in group))
    return sorted(sorted(group) for group in groups)


def _weigh(documents: Sequence[Sequence[str]], topic: Collection[str]) -> list[Vector]:
    """Weigh stems by their frequency in a document and their rarity over all."""
    kin = {stem[:KIN_LETTERS] for stem in topic if len(stem) >= KIN_LETTERS}
    counts = [
        Counter(stem for stem in stems if stem not in topic and stem[:KIN_LETTERS] not in kin)
        for stems in documents
    ]
    spread = Counter(stem for count in counts for stem in count)
    rarity = {s: 1 + math.log((len(counts) + 1) / (n + 1)) for s, n in spread.items()}
    vectors = []
    for count in counts:
        vector = {stem: (1 + math.log(n)) * rarity[stem] for stem, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        vectors.append({stem: weight / length for stem, weight in vector.items()})
    return vectors


def _spread(places: Sequence[int], most: int) -> list[int]:
    """Return at most *most* of the places, evenly over all."""
    if len(places) <= most:
        return list(places)
    return [places[number * len(places) // most] for number in range(most)]


def _without(places: Iterable[int], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [place for place in places if place not in gone]


class _Comparison:
    """Some arguments, compared each with each, in the groups that say the same."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._index: dict[str, list[tuple[int, float]]] = {}
        for place, vector in enumerate(vectors):
            for stem, weight in vector.items():
                self._index.setdefault(stem, []).append((place, weight))
        self._size = len(vectors)
        self._plain = [self._compare(vector) for vector in vectors]
        # Expanded, an argument is the sum of all, each as often as it is like it; of such sums the
        # products are the third power of the table, their lengths the roots of its diagonal.
        cube = _multiply(_multiply(self._plain, self._plain), self._plain)
        self._lengths = [math.sqrt(row[place]) for place, row in enumerate(cube)]
        likeness = [
            [product / (length * other) for product, other in zip(row, self._lengths, strict=True)]
            for row, length in zip(cube, self._lengths, strict=True)
        ]
        self._least = _find_least(likeness)
        linked = link_alike(likeness, self._least)
        self.groups = [group for group in linked if len(group) > 1]
        """Places in *vectors*."""
        self._products = [self._project(group) for group in self.groups]

    def match(self, vector: Vector) -> int | None:
        """Return the number of the group that another argument is most like, by average link."""
        near = self._compare(vector)
        doubled = sum(
            weight * sum(map(mul, row, near))
            for weight, row in zip(near, self._plain, strict=True)
            if weight
        )
        length = math.sqrt(1 + 2 * sum(map(mul, near, near)) + doubled)
        likeness = [sum(map(mul, near, product)) / length for product in self._products]
        best = max(range(len(likeness)), key=likeness.__getitem__, default=None)
        return best if best is not None and likeness[best] >= self._least else None

    def _compare(self, vector: Vector) -> list[float]:
        """Return the cosine with each of the arguments."""
        row = [0.0] * self._size
        for stem, weight in vector.items():
            for place, other in self._index.get(stem, ()):
                row[place] += weight * other
        return row

    def _project(self, group: Sequence[int]) -> list[float]:
        """Return, for each argument, the product of itself and its expansion with the group's mean.

        Another argument is expanded by these in the measure of its cosines; so the sum of them in
        that measure is the product of that one, expanded, with the mean of the group's expanded.
        """
        mean = [
            sum(self._plain[member][place] / self._lengths[member] for member in group) / len(group)
            for place in range(self._size)
        ]
        return [own + sum(map(mul, row, mean)) for own, row in zip(mean, self._plain, strict=True)]


def _multiply(
    rows: Sequence[Sequence[float]], symmetric: Sequence[Sequence[float]]
) -> list[list[float]]:
    """Multiply two tables; the columns of a symmetric one are its rows."""
    return [[sum(map(mul, row, column)) for column in symmetric] for row in rows]


def _find_least(likeness: Sequence[Sequence[float]]) -> float:
    """Return the likeness from which two of these arguments are one."""
    pairs = [row[other] for place, row in enumerate(likeness) for other in range(place)]
    if not pairs:
        return PRIOR_LIKENESS
    mean = sum(pairs) / len(pairs)
    deviation = math.sqrt(sum((pair - mean) ** 2 for pair in pairs) / len(pairs))
    size = len(likeness)
    prior = PRIOR_ARGUMENTS * PRIOR_LIKENESS
    return (prior + size * (mean + DEVIATIONS * deviation)) / (PRIOR_ARGUMENTS + size)
