"""How much a word sets some sentences apart from others, and how much two words keep together."""

import math

PRIOR_SENTENCES = 50.0
"""Weight of the prior, in sentences: about as much as one issue has in a dozen articles."""


def log_odds_z(inside: int, outside: int, *, inside_total: int, outside_total: int) -> float:
    """Return the z-score of the log-odds ratio with an informative Dirichlet prior.

    Monroe, Colaresi and Quinn, 2008, "Fightin' Words", Political Analysis 16(4), equations 15 to
    22, on sentences instead of words; the prior is the share of all sentences. A rare word needs
    more of a difference than a frequent one to come out on top, which is what raw ratios get
    wrong.

    Args:
        inside: sentences of the group with the word.
        outside: other sentences with the word.
        inside_total: sentences of the group.
        outside_total: other sentences.
    """
    total = inside_total + outside_total
    prior = PRIOR_SENTENCES * (inside + outside) / total
    if not prior:
        return 0.0
    here, there = inside + prior, outside + prior
    ratio = math.log(here / (inside_total + PRIOR_SENTENCES - here)) - math.log(
        there / (outside_total + PRIOR_SENTENCES - there)
    )
    return ratio / math.sqrt(1 / here + 1 / there)


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Return the log-likelihood ratio G² of two words; negative where they avoid each other.

    Dunning, 1993, "Accurate methods for the statistics of surprise and coincidence", Computational
    Linguistics 19(1): 3.84 is exceeded by chance in one case of twenty, 6.63 in one of a hundred.

    Args:
        both: sentences with both words.
        first: sentences with the one.
        second: sentences with the other.
        total: all sentences.
    """
    observed = (both, first - both, second - both, total - first - second + both)
    rows, columns = (first, total - first), (second, total - second)
    expected = [row * column / total for row in rows for column in columns]
    terms = zip(
        (observed[0], observed[1], observed[2], observed[3]),
        expected,
        strict=True,
    )
    value = 2 * sum(seen * math.log(seen / awaited) for seen, awaited in terms if seen > 0)
    return value if both >= expected[0] else -value
