"""The learning curve: how much better the other articles of a corpus are coded after teaching.

For each number of taught articles the coded ones are split at random, ten times, always alike:
those that are taught, and those that are tested, never the same. The tested ones are coded
without and with what was taught, so that both figures are of the same articles.
"""

import json
import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from briefgen.errors import CorpusError
from briefgen.evaluation.gold import GOLD_NAME, Gold, load_gold, match_articles
from briefgen.evaluation.run import EvaluationRequest, check_request
from briefgen.evaluation.stances import StanceFigures, compare, compute_figures
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.verification import verify
from briefgen.ingest.codebook import codebook_sha256
from briefgen.ingest.corpus import open_corpus
from briefgen.models import Codebook, Lessons, PositionRecord
from briefgen.teaching.codings import Coding, codings_of_gold
from briefgen.teaching.learning import Namings, count_namings, learn_lessons

SIZES = (0, 2, 4, 8)
"""How many articles are taught."""
SPLITS = 10
_LEAST_CODED = 3

Learner = Callable[[Sequence[Coding], Mapping[str, Namings], Codebook], Lessons]


@dataclass(frozen=True)
class Means:
    """Means over the splits; None where no split has the figure."""

    accuracy: float | None
    macro_f1: float | None
    side: float | None
    wrong_side: float | None
    evidence: float | None


@dataclass(frozen=True)
class CurvePoint:
    """What teaching so many articles does for the others."""

    taught: int
    tested: int
    splits: int
    without: Means
    """Of the tested articles, coded without lessons."""
    with_lessons: Means
    """Of the same articles, coded with what the taught ones taught."""
    worst_wrong_side: float
    """The largest share of wrong sides in one split, with lessons."""


def run_learning_curve(request: EvaluationRequest) -> str:
    """Measure a corpus's learning curve and return the text to print.

    Raises:
        UsageError: the request, the corpus or its gold.json cannot be used.
    """
    check_request(request)
    corpus = request.corpus or Path()
    points = measure_curve(corpus)
    name = corpus.resolve().name
    if request.as_json:
        content = {"corpus": name, "points": [asdict(point) for point in points]}
        return json.dumps(content, indent=2) + "\n"
    return _as_text(name, points)


def measure_curve(
    folder: Path,
    sizes: Sequence[int] = SIZES,
    splits: int = SPLITS,
    learner: Learner = learn_lessons,
) -> list[CurvePoint]:
    """Return a point for each size that leaves articles to test.

    Args:
        folder: a corpus with gold.json.
        sizes: how many articles to teach.
        splits: how many random splits to take the mean of.
        learner: makes the lessons; another one than the usual to compare with.

    Raises:
        UsageError: the corpus or its gold.json cannot be used, or codes too few articles.
    """
    classroom = _Classroom(folder, learner)
    count = len(classroom.names)
    if count < _LEAST_CODED:
        message = f"codes {count} articles that can be learned from; a curve needs {_LEAST_CODED}"
        raise CorpusError(message, where=str(folder / GOLD_NAME))
    return [classroom.measure(size, splits if size else 1) for size in sizes if size < count]


class _Classroom:
    """The coded articles of a corpus, read once, to be split again and again."""

    def __init__(self, folder: Path, learner: Learner) -> None:
        self._learner = learner
        self._corpus = open_corpus(folder, with_lessons=False)
        gold = load_gold(folder, self._corpus.codebook)
        files = match_articles(
            gold, {self._corpus.source_id(path): path for path in self._corpus.files}, folder
        )
        coded = {c.article.source.id: c for c in codings_of_gold(gold, self._corpus).articles}
        ids = {name: self._corpus.source_id(path) for name, path in files.items()}
        self._gold = {article.id: article for article in gold.articles if ids[article.id] in coded}
        self._codings = {name: coded[ids[name]] for name in self._gold}
        self.names = sorted(self._gold)
        untaught = self._extractor(None)
        self._namings = {
            each.article.source.id: count_namings(each.article, untaught)
            for each in self._codings.values()
        }
        self._untaught = {name: self._code(name, untaught) for name in self.names}

    def measure(self, size: int, splits: int) -> CurvePoint:
        """Return the point of the curve for *size* taught articles."""
        without, with_lessons = [], []
        for split in range(splits):
            shuffled = random.Random(split).sample(self.names, len(self.names))  # noqa: S311 (no secret)
            taught, tested = shuffled[:size], shuffled[size:]
            without.append(self._score({name: self._untaught[name] for name in tested}))
            extractor = self._teach(taught)
            with_lessons.append(self._score({name: self._code(name, extractor) for name in tested}))
        return CurvePoint(
            taught=size,
            tested=len(self.names) - size,
            splits=splits,
            without=_mean(without),
            with_lessons=_mean(with_lessons),
            worst_wrong_side=max((each.wrong_side or 0.0 for each in with_lessons), default=0.0),
        )

    def _teach(self, names: Sequence[str]) -> LexicalExtractor:
        if not names:
            return self._extractor(None)
        codings = [self._codings[name] for name in names]
        return self._extractor(self._learner(codings, self._namings, self._corpus.codebook))

    def _extractor(self, lessons: Lessons | None) -> LexicalExtractor:
        codebook = self._corpus.codebook
        return LexicalExtractor(codebook, codebook_sha256(codebook), lessons)

    def _code(self, name: str, extractor: LexicalExtractor) -> PositionRecord:
        article = self._codings[name].article
        return verify(extractor.extract(article), article, self._corpus.codebook).record

    def _score(self, records: Mapping[str, PositionRecord]) -> StanceFigures:
        gold = Gold(articles=tuple(self._gold[name] for name in records))
        return compute_figures(compare(gold, records))


def _mean(figures: Sequence[StanceFigures]) -> Means:
    means = {}
    for field in fields(Means):
        values = [value for each in figures if (value := getattr(each, field.name)) is not None]
        means[field.name] = math.fsum(values) / len(values) if values else None
    return Means(**means)


def _as_text(name: str, points: Sequence[CurvePoint]) -> str:
    names = [field.name for field in fields(Means)]
    lines = [
        f"{name}: means over {SPLITS} random splits; each figure of the tested articles, without → "
        "with what the others taught",
        "",
        "  ".join([f"{'taught':>6}", f"{'tested':>6}", *(f"{each:^13}" for each in names)]),
    ]
    for point in points:
        pairs = (
            (getattr(point.without, each), getattr(point.with_lessons, each)) for each in names
        )
        cells = [f"{_number(before)} → {_number(after)}" for before, after in pairs]
        lines.append("  ".join([f"{point.taught:>6}", f"{point.tested:>6}", *cells]))
    worst = max(points, key=lambda point: point.worst_wrong_side)
    lines += ["", f"worst single split: wrong_side {_number(worst.worst_wrong_side)}"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _number(value: float | None) -> str:
    return f"{'–':>5}" if value is None else f"{value:.3f}"
