"""Average-link clustering of a small table of likenesses.

The nearest-neighbour chain (Murtagh, F., 1983, "A survey of recent advances in hierarchical
clustering algorithms"): time quadratic in the number of items. Average linkage never brings a
cluster nearer to the others by a merger elsewhere, so what is too far from its nearest neighbour
once is finished.
"""

from collections.abc import Sequence


def link_alike(likeness: Sequence[Sequence[float]], least: float) -> list[list[int]]:
    """Merge what is most alike, as long as two clusters are alike by *least* on average.

    Args:
        likeness: a symmetric table.
        least: mean likeness of the pairs across two clusters from which they are merged.

    Returns:
        The places of the items, cluster by cluster; an item alike to none is a cluster of its own.
        Clusters are in the order of their first item, items in theirs.
    """
    table = [list(row) for row in likeness]
    members = {place: [place] for place in range(len(table))}
    finished: list[list[int]] = []
    chain: list[int] = []
    while members:
        if not chain:
            chain.append(min(members))
        last = chain[-1]
        before = chain[-2] if len(chain) > 1 else None
        nearest = _find_nearest(table[last], members, last, before)
        if nearest is None or table[last][nearest] < least:
            chain.clear()
            finished.append(sorted(members.pop(last)))
        elif nearest == before:
            del chain[-2:]
            _merge(table, members, last, nearest)
        else:
            chain.append(nearest)
    return sorted(finished)


def _find_nearest(
    row: Sequence[float], members: dict[int, list[int]], own: int, before: int | None
) -> int | None:
    """Return the cluster most alike; where several are, the one *before* in the chain."""
    best = before
    for other in members:
        if other != own and (best is None or row[other] > row[best]):
            best = other
    return best


def _merge(table: list[list[float]], members: dict[int, list[int]], one: int, other: int) -> None:
    """Put the cluster *other* into *one* and average the likenesses by size (Lance, Williams)."""
    here, there = len(members[one]), len(members[other])
    members[one] += members.pop(other)
    row = table[one]
    for third in members:
        if third != one:
            mean = (here * row[third] + there * table[other][third]) / (here + there)
            row[third] = table[third][one] = mean
