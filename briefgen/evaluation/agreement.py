"""Two coders, or a coder and the program, cell by cell."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.evaluation.coders import (
    LABELS,
    Cell,
    Coder,
    read_coder,
    with_names_of,
    without_articles,
)
from briefgen.evaluation.reliability import (
    Pair,
    cohen_kappa,
    jackknife_interval,
    krippendorff_alpha,
    raw_agreement,
)

Interval = tuple[float, float]
_COARSE = {"conditional": "other", "neutral": "other", "unclear": "other"}


@dataclass(frozen=True)
class Figure:
    """A figure with its interval."""

    value: float | None
    """None where it is not defined, as where one label alone occurs."""
    interval: Interval | None
    """95 %, over articles; None where there are too few, or they do not differ."""


@dataclass(frozen=True)
class Difference:
    """Cells of one issue on which the two say the same two things."""

    first: str
    second: str
    articles: tuple[str, ...]


@dataclass(frozen=True)
class IssueAgreement:
    """How far two coders agree on one issue."""

    issue: str
    cells: int
    agreement: float | None
    kappa: float | None
    alpha: float | None
    confusion: dict[str, dict[str, int]]
    """Number of articles by the first coder's label, then by the second's; only what occurs."""
    differences: tuple[Difference, ...]
    """The most frequent first."""


@dataclass(frozen=True)
class Agreement:
    """How far two coders agree."""

    first: str
    second: str
    cells: int
    """Coded by both."""
    articles: int
    several: int
    """Of the cells, those for which a coder gives more than one label as right: they count as
    agreed where one of them is shared."""
    agreement: Figure
    kappa: Figure
    alpha: Figure
    issues: tuple[IssueAgreement, ...]
    only_first: tuple[Cell, ...]
    """Cells that the second did not code."""
    only_second: tuple[Cell, ...]
    reprints: tuple[str, ...]
    """Articles left out, since they have the text of another."""


def compare_files(first: Path, second: Path, *, coarse: bool = False) -> Agreement:
    """Compare what two files, or the folders that hold them, say.

    Raises:
        UsageError: one cannot be used, or no cell is coded in both.
    """
    one, other = read_coder(first), read_coder(second)
    compared = compare_coders(one, other, coarse=coarse)
    if not compared.cells:
        message = f"no article is coded on the same issue in {first} and {second}"
        raise UsageError(message, hint="both must be about the same corpus and codebook")
    return compared


def compare_coders(one: Coder, other: Coder, *, coarse: bool = False) -> Agreement:
    """Compare two coders.

    Args:
        one: the first.
        other: the second.
        coarse: whether conditional, neutral and unclear are one label.
    """
    one = with_names_of(one, other)
    other = with_names_of(other, one)
    reprints = (one.reprints | other.reprints) & (one.articles | other.articles)
    one, other = without_articles(one, reprints), without_articles(other, reprints)
    both, only_one, only_other = _sort_cells(one, other)
    pairs = {cell: _choose(*labels, coarse=coarse) for cell, labels in both.items()}
    by_article: dict[str, list[Pair]] = defaultdict(list)
    by_issue: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for (article, issue), pair in pairs.items():
        by_article[article].append(pair)
        by_issue[issue][article] = pair
    return Agreement(
        first=one.name,
        second=other.name,
        cells=len(pairs),
        articles=len(by_article),
        several=sum(any(len(each) > 1 for each in labels) for labels in both.values()),
        agreement=_figure(by_article, raw_agreement),
        kappa=_figure(by_article, cohen_kappa),
        alpha=_figure(by_article, krippendorff_alpha),
        issues=tuple(_on_issue(issue, by_issue[issue]) for issue in sorted(by_issue)),
        only_first=only_one,
        only_second=only_other,
        reprints=tuple(sorted(reprints)),
    )


def _sort_cells(
    one: Coder, other: Coder
) -> tuple[dict[Cell, tuple[tuple[str, ...], tuple[str, ...]]], tuple[Cell, ...], tuple[Cell, ...]]:
    """Return the cells that both coded, with the labels of each, and those that one alone coded."""
    both: dict[Cell, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    only: tuple[list[Cell], list[Cell]] = ([], [])
    for cell in _all_cells(one, other):
        said, told = one.labels_for(cell), other.labels_for(cell)
        if said is not None and told is not None:
            both[cell] = said, told
        elif said is not None:
            only[0].append(cell)
        elif told is not None:
            only[1].append(cell)
    return both, tuple(only[0]), tuple(only[1])


def _all_cells(one: Coder, other: Coder) -> list[Cell]:
    """Return the cells that one of them coded.

    Between two that look for every issue, silence counts too, on the issues that one of them found.
    """
    cells = {*one.cells, *other.cells}
    if one.is_complete and other.is_complete:
        issues = {issue for _, issue in cells}
        cells |= {(name, issue) for name in one.articles & other.articles for issue in issues}
    return sorted(cells)


def _choose(one: Sequence[str], other: Sequence[str], *, coarse: bool) -> tuple[str, str]:
    """Return one label each: the same one where they share one, else each's likeliest."""
    if coarse:
        one, other = ([_COARSE.get(each, each) for each in labels] for labels in (one, other))
    shared = {*one} & {*other}
    if shared:
        order = (*LABELS, "other")
        label = min(shared, key=order.index)
        return label, label
    return one[0], other[0]


def _figure(
    groups: Mapping[str, Sequence[Pair]], measure: Callable[[Sequence[Pair]], float | None]
) -> Figure:
    pairs = [pair for name in sorted(groups) for pair in groups[name]]
    lowest = 0.0 if measure is raw_agreement else -1.0  # a share is never below nothing
    return Figure(measure(pairs), jackknife_interval(groups, measure, lowest=lowest))


def _on_issue(issue: str, said: Mapping[str, tuple[str, str]]) -> IssueAgreement:
    pairs = [said[article] for article in sorted(said)]
    return IssueAgreement(
        issue=issue,
        cells=len(pairs),
        agreement=raw_agreement(pairs),
        kappa=cohen_kappa(pairs),
        alpha=krippendorff_alpha(pairs),
        confusion=_count_confusion(pairs),
        differences=_find_differences(said),
    )


def _count_confusion(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for (one, other), count in sorted(Counter(pairs).items(), key=lambda item: _order(item[0])):
        table.setdefault(one, {})[other] = count
    return table


def _find_differences(said: Mapping[str, tuple[str, str]]) -> tuple[Difference, ...]:
    articles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in sorted(said):
        if said[article][0] != said[article][1]:
            articles[said[article]].append(article)
    ordered = sorted(articles.items(), key=lambda item: (-len(item[1]), _order(item[0])))
    return tuple(Difference(one, other, tuple(names)) for (one, other), names in ordered)


def _order(pair: tuple[str, str]) -> tuple[int, ...]:
    order = (*LABELS, "other")
    return tuple(order.index(label) for label in pair)
