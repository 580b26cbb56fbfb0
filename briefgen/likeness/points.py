"""Which arguments make one point: of many by their group, of few by the corpus around them.

Among many arguments the group itself tells how alike two are as a rule (`arguments`). Among a few
it does not: there two are one only where it is plain by themselves. One shared word ("both name
tariffs") is no argument. Words of the topic, words derived from them and what a tenth of the
corpus's passages has do not count as shared; of the others, weighted by their rarity in the corpus
(`rarity`), two arguments need

- ``TWO``, and a cosine of ``PLAIN_COSINE``; or
- ``THREE``, and ``PLAIN_SHARE`` of the weight of the one with fewer: a long sentence can say what a
  short one says, and more.

Both bars are measured in docs/key-points.md. A group is one where most of its pairs are.
"""

import math
from collections.abc import Collection, Sequence

from briefgen.likeness.arguments import KIN_LETTERS, group_arguments
from briefgen.likeness.linking import link_alike
from briefgen.likeness.rarity import Rarity
from briefgen.likeness.stems import list_stems

FEW = 20
"""Arguments up to which their group says too little of them."""
TWO, PLAIN_COSINE = 2, 0.3
"""Shared words, and how much of both arguments they are."""
THREE, PLAIN_SHARE = 3, 0.3
"""Shared words, and how much of the shorter argument they are."""
MOST = 0.6
"""Share of the pairs across two groups that are alike, from which the two are one."""


def find_points(texts: Sequence[str], topic: Collection[str], rarity: Rarity) -> list[list[int]]:
    """Find the arguments that say the same, among few and among many.

    Args:
        texts: the arguments; the same texts in the same order give the same groups.
        topic: stems of the words that all of them share (`collect_stems`).
        rarity: of the words in the corpus that the arguments are from.

    Returns:
        As `group_arguments`: places in *texts*, groups of two and more.
    """
    if len(texts) > FEW:
        return group_arguments(texts, topic)
    kin = {stem[:KIN_LETTERS] for stem in topic if len(stem) >= KIN_LETTERS}
    words = [
        frozenset(s for s in list_stems(text) if s not in topic and s[:KIN_LETTERS] not in kin)
        for text in texts
    ]
    alike = [[float(_is_plain(one, other, rarity)) for other in words] for one in words]
    return [group for group in link_alike(alike, MOST) if len(group) > 1]


def _is_plain(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> bool:
    """Tell whether two arguments say the same, by themselves."""
    if one == other:
        return bool(one)
    shared = {stem for stem in one & other if not rarity.is_common(stem)}
    both = _sum(shared, rarity, 2)
    if len(shared) < TWO or not both:
        return False
    if both >= PLAIN_COSINE * math.sqrt(_sum(one, rarity, 2) * _sum(other, rarity, 2)):
        return True
    fewer = min(_sum(one, rarity, 1), _sum(other, rarity, 1))
    return len(shared) >= THREE and _sum(shared, rarity, 1) >= PLAIN_SHARE * fewer


def _sum(stems: Collection[str], rarity: Rarity, power: int) -> float:
    # Exactly, for a sum of fractions depends on their order.
    return math.fsum(rarity.weigh(stem) ** power for stem in stems)
