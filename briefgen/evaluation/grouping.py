"""Whether those of the arguments for one side of one topic are found that say the same.

Measured as in key point analysis (Friedman, R. et al., 2021, "Overview of the 2021 Key Point
Analysis Shared Task"): each group of arguments is grouped by the measure that makes a brief's key
points, and compared with the clusters that people made. An argument that matches no other is a
cluster of its own.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from briefgen.errors import UsageError
from briefgen.evaluation.sentences import Words
from briefgen.json_files import Entry, read_json_lines
from briefgen.likeness.points import find_points
from briefgen.likeness.rarity import Rarity
from briefgen.likeness.stems import collect_stems


class CodedArgument(Entry):
    """One argument of a group."""

    id: str
    text: str
    cluster: str | int
    """Arguments with the same one say the same."""


class ArgumentGroup(Entry):
    """One line of the file: arguments for one side of one topic."""

    topic: Words
    """The proposition; its words tell no argument from another."""
    stance: int | str
    arguments: Annotated[tuple[CodedArgument, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _ids_are_different(self) -> Self:
        counts = Counter(argument.id for argument in self.arguments)
        repeated = [id_ for id_, count in counts.items() if count > 1]
        if repeated:
            msg = f"two arguments with the id {repeated[0]!r}"
            raise ValueError(msg)
        return self


@dataclass(frozen=True)
class GroupingFigures:
    """Of one group, or their mean over groups; all but counts are shares."""

    ari: float
    """Rand index adjusted for chance (Hubert and Arabie, 1985): 0 for chance, 1 for all right."""
    pair_precision: float
    """Of the pairs put together: people did, too."""
    pair_recall: float
    """Of the pairs that people put together: found."""
    pair_f1: float
    homogeneity: float
    completeness: float
    v_measure: float
    """Of homogeneity and completeness; rewards small clusters, so read it beside the others."""
    clusters: float
    """Found, with those of one argument."""
    gold_clusters: float


@dataclass(frozen=True)
class GroupResult:
    """One group, and what was made of it."""

    topic: str
    stance: int | str
    arguments: int
    unmatched: int
    """Arguments in the bucket of those that match no other."""
    figures: GroupingFigures


@dataclass(frozen=True)
class GroupingEvaluation:
    """How well arguments that say the same are found."""

    figures: GroupingFigures
    """Plain mean over the groups."""
    groups: tuple[GroupResult, ...]
    """In the order of the file."""
    assignments: tuple[dict[str, str | None], ...]
    """For each group: argument id to label; None for an argument that matches no other."""


def evaluate_grouping(path: Path) -> GroupingEvaluation:
    """Group the arguments of each line of a file and compare with the coding.

    Raises:
        UsageError: the file or a line of it cannot be used, or a topic and stance comes twice.
    """
    groups = read_json_lines(path, ArgumentGroup)
    counts = Counter((group.topic, str(group.stance)) for group in groups)
    (topic, stance), most = counts.most_common(1)[0]
    if most > 1:
        message = f"two lines for the topic {topic!r} and the stance {stance}"
        raise UsageError(message, where=str(path), hint="put their arguments into one line")
    rarity = Rarity(argument.text for group in groups for argument in group.arguments)
    assignments = tuple(assign_labels(group, rarity) for group in groups)
    results = tuple(map(_measure_group, groups, assignments))
    return GroupingEvaluation(_mean([r.figures for r in results]), results, assignments)


def assign_labels(group: ArgumentGroup, rarity: Rarity) -> dict[str, str | None]:
    """Give the arguments that say the same the same label.

    Args:
        group: the arguments.
        rarity: of the words in all groups of the file.
    """
    texts = [argument.text for argument in group.arguments]
    found = find_points(texts, collect_stems([group.topic]), rarity)
    labels: dict[str, str | None] = {argument.id: None for argument in group.arguments}
    for number, places in enumerate(found, start=1):
        labels |= {group.arguments[place].id: f"point {number}" for place in places}
    return labels


def prediction_lines(
    evaluation: GroupingEvaluation,
) -> Iterator[dict[str, object]]:
    """Yield what is written for each group."""
    for result, assignments in zip(evaluation.groups, evaluation.assignments, strict=True):
        yield {"topic": result.topic, "stance": result.stance, "assignments": assignments}


def _measure_group(group: ArgumentGroup, labels: dict[str, str | None]) -> GroupResult:
    gold = [argument.cluster for argument in group.arguments]
    found = [labels[argument.id] or (argument.id,) for argument in group.arguments]
    return GroupResult(
        topic=group.topic,
        stance=group.stance,
        arguments=len(group.arguments),
        unmatched=sum(label is None for label in labels.values()),
        figures=compute_figures(gold, found),
    )


def compute_figures(gold: Sequence[Hashable], found: Sequence[Hashable]) -> GroupingFigures:
    """Compare two clusterings of the same items.

    Args:
        gold: the label of each item.
        found: the label of each item, in the same order.
    """
    size = len(gold)
    wanted, made = Counter(gold), Counter(found)
    both = Counter(zip(gold, found, strict=True))
    together = sum(map(_pairs, both.values()))
    in_gold, in_found = sum(map(_pairs, wanted.values())), sum(map(_pairs, made.values()))
    chance = in_gold * in_found / _pairs(size) if size > 1 else 0.0
    best = (in_gold + in_found) / 2 - chance
    precision = together / in_found if in_found else 0.0
    recall = together / in_gold if in_gold else 0.0
    shared = sum(
        count / size * math.log(count * size / (wanted[one] * made[other]))
        for (one, other), count in both.items()
    )
    homogeneity = shared / _entropy(wanted) if _entropy(wanted) else 1.0
    completeness = shared / _entropy(made) if _entropy(made) else 1.0
    return GroupingFigures(
        ari=(together - chance) / best if best else 1.0,
        pair_precision=precision,
        pair_recall=recall,
        pair_f1=_harmonic(precision, recall),
        homogeneity=homogeneity,
        completeness=completeness,
        v_measure=_harmonic(homogeneity, completeness),
        clusters=len(made),
        gold_clusters=len(wanted),
    )


def _pairs(count: int) -> float:
    return count * (count - 1) / 2


def _entropy(counts: Counter[Hashable]) -> float:
    size = counts.total()
    return -sum(count / size * math.log(count / size) for count in counts.values())


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _mean(figures: Sequence[GroupingFigures]) -> GroupingFigures:
    return GroupingFigures(
        *(
            sum(getattr(each, field.name) for each in figures) / len(figures)
            for field in fields(GroupingFigures)
        )
    )
