"""How far coders agree beyond chance: the usual figures of content analysis, for nominal labels.

A figure is None where it is not defined: nothing was coded twice, or one label alone occurs, so
that chance alone would give full agreement.
"""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence

Pair = tuple[Hashable, Hashable]
"""What two coders say of the same thing."""

_T_975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
"""Quantiles of Student's t at 97.5 %, by degrees of freedom from 1."""
_Z_975 = 1.96
MIN_GROUPS = 3
"""Fewer articles than these say nothing of how much the next one would change the figure."""


def raw_agreement(pairs: Sequence[Pair]) -> float | None:
    """Return the share of pairs whose labels are the same."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def cohen_kappa(pairs: Sequence[Pair]) -> float | None:
    """Return Cohen's kappa of two coders.

    ``(p_o - p_e) / (1 - p_e)``: p_o is the share of agreement, p_e the sum over the labels of the
    product of the two coders' shares. J. Cohen, A coefficient of agreement for nominal scales,
    Educational and Psychological Measurement 20 (1960), 37-46.
    """
    observed = raw_agreement(pairs)
    if observed is None:
        return None
    total = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    # Whole numbers as long as can be: 1 - 1 must be 0.
    chance = sum(first[label] * second[label] for label in first)
    if chance == total * total:
        return None
    expected = chance / (total * total)
    return (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Sequence[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha for nominal labels; any number of coders, with gaps.

    ``1 - D_o / D_e`` by the coincidences of labels within units; a unit with fewer than two labels
    counts for nothing. K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections
    A to C; Content Analysis, 4th ed. (2019), chapter 12.

    Args:
        units: the labels that each thing got, one a coder who coded it.
    """
    paired = [labels for labels in units if len(labels) > 1]
    counts = Counter(label for labels in paired for label in labels)
    total = sum(counts.values())
    expected = total * total - sum(count * count for count in counts.values())
    if not expected:
        return None
    observed = math.fsum(_disagreements(labels) for labels in paired)
    return 1 - (total - 1) * observed / expected


def _disagreements(labels: Sequence[Hashable]) -> float:
    """Return the ordered pairs of different labels in a unit, each unit weighing its labels."""
    same = sum(count * count for count in Counter(labels).values())
    return (len(labels) ** 2 - same) / (len(labels) - 1)


def jackknife_interval(
    groups: Mapping[str, Sequence[Pair]],
    measure: Callable[[Sequence[Pair]], float | None],
    *,
    lowest: float = -1.0,
) -> tuple[float, float] | None:
    """Return the 95 % interval of a measure by leaving out one group at a time.

    Groups are articles: what is coded within one is not independent. The standard error is that of
    the delete-one jackknife, the bounds are Student's with as many degrees of freedom as there are
    groups less one, cut to what the measure can be. B. Efron and C. Stein, The jackknife estimate
    of variance, The Annals of Statistics 9 (1981), 586-596. No chance is in it: the same pairs, the
    same interval.

    Args:
        groups: pairs by article.
        measure: at most 1.
        lowest: the least that it can be.

    Returns:
        Lower and upper bound; None where there are fewer than ``MIN_GROUPS`` groups, the measure is
        not defined without one of them, or they do not differ at all.
    """
    names = sorted(groups)
    whole = measure([pair for name in names for pair in groups[name]])
    if len(names) < MIN_GROUPS or whole is None:
        return None
    parts: list[float] = []
    for left_out in names:
        part = measure([pair for name in names if name != left_out for pair in groups[name]])
        if part is None:
            return None
        parts.append(part)
    count = len(parts)
    mean = math.fsum(parts) / count
    error = math.sqrt((count - 1) / count * math.fsum((part - mean) ** 2 for part in parts))
    if not error:
        return None
    freedom = count - 1
    reach = error * (_T_975[freedom - 1] if freedom <= len(_T_975) else _Z_975)
    return max(lowest, whole - reach), min(1.0, whole + reach)
