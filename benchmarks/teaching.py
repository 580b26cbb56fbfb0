"""Where the gain of teaching comes from: the learning curve, and the same with parts left out.

Usage: python benchmarks/teaching.py CORPUS [--splits 10]

CORPUS needs a gold.json. Measured are, always on the same random splits: everything as
``briefgen teach`` does it; nothing but likeness to the codebook's phrases, which teaching switches
on for the issues that were taught (what the articles themselves taught is left out); nothing but
the bar from which an article addresses an issue; and everything, with a codebook that lists no
phrases, as on a topic on which nobody has collected any.
"""

import argparse
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from briefgen.models import Codebook, Example, IssueLessons, Lessons
from briefgen.teaching.codings import Coding
from briefgen.teaching.curve import SIZES, SPLITS, Learner, measure_curve
from briefgen.teaching.learning import Namings, learn_lessons

WORDLESS = Example(quote="the", articles=("nobody",))
"""A passage that no passage is like."""


def learn_phrases_alone(
    codings: Sequence[Coding], namings: Mapping[str, Namings], codebook: Codebook
) -> Lessons:
    """Return lessons without anything that the articles taught, for the same issues."""
    lessons = learn_lessons(codings, namings, codebook)
    emptied = (
        IssueLessons(issue=each.issue, support=(WORDLESS,))
        for each in lessons.issues
        if each.support or each.oppose
    )
    return lessons.model_copy(update={"issues": tuple(emptied)})


def learn_bars_alone(
    codings: Sequence[Coding], namings: Mapping[str, Namings], codebook: Codebook
) -> Lessons:
    """Return lessons without passages."""
    lessons = learn_lessons(codings, namings, codebook)
    bars = (IssueLessons(issue=each.issue, addressed=each.addressed) for each in lessons.issues)
    return lessons.model_copy(update={"issues": tuple(bars)})


def copy_without_phrases(corpus: Path, place: Path) -> Path:
    """Copy a corpus, without the phrases of its codebook, and return the copy's folder."""
    copy = place / corpus.name
    shutil.copytree(corpus, copy)
    codebook = yaml.safe_load((copy / "codebook.yaml").read_text(encoding="utf-8"))
    for issue in codebook["issues"]:
        issue.pop("support", None)
        issue.pop("oppose", None)
    text = yaml.safe_dump(codebook, allow_unicode=True, sort_keys=False)
    (copy / "codebook.yaml").write_text(text, encoding="utf-8")
    return copy


def print_curve(name: str, corpus: Path, splits: int, learner: Learner = learn_lessons) -> None:
    """Print a line for each number of taught articles: figures without and with lessons."""
    for point in measure_curve(corpus, SIZES[1:], splits, learner):
        before, after = point.without, point.with_lessons
        figures = "  ".join(
            f"{figure} {getattr(before, figure):.3f} → {getattr(after, figure):.3f}"
            for figure in ("accuracy", "side", "wrong_side")
        )
        print(f"{name:<26} taught {point.taught}  {figures}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--splits", type=int, default=SPLITS)
    options = parser.parse_args()
    print_curve("all that is taught", options.corpus, options.splits)
    print_curve("likeness to phrases alone", options.corpus, options.splits, learn_phrases_alone)
    print_curve("bars alone", options.corpus, options.splits, learn_bars_alone)
    with tempfile.TemporaryDirectory() as place:
        bare = copy_without_phrases(options.corpus.resolve(), Path(place))
        print_curve("a codebook without phrases", bare, options.splits)


if __name__ == "__main__":
    main()
