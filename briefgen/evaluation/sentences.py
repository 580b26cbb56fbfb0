"""Single sentences, each judged against one proposition alone.

The extractor gets the proposition and the topic and no phrases of the sides; so this shows what it
knows of language, not what an analyst has told it. A sentence is taken to be about the
proposition, as a sentence amid a paragraph on the issue is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from briefgen.json_files import Entry, read_json_lines
from briefgen.models import Stance

Voice = Literal["author", "reported"]
SIDES = frozenset(("support", "oppose"))
_OPPOSITE = {"support": "oppose", "oppose": "support"}
Words = Annotated[str, Field(pattern=r"\w")]
"""Text with a word in it."""
UNTOLD_HOW = "-"
"""Stands for the way of saying where a line does not tell it."""


class SentenceLine(Entry):
    """One line of the file."""

    topic: Words
    proposition: Words
    sentence: str
    stance: (
        Literal["support", "oppose", "conditional", "neutral", "unclear", "none", "absent"] | None
    ) = None
    """None where nobody coded it: it can be predicted, not scored."""
    voice: Voice | None = None
    how: str = UNTOLD_HOW
    """In what way the stance is expressed."""


@dataclass(frozen=True)
class SentenceJudgement:
    """What the extractor makes of a sentence."""

    stance: Stance
    """The author's own."""
    voice: Voice
    score: float
    """Sum of the cues: the sign is the side, the size how much speaks for it."""
    cues: tuple[str, ...] = ()
    """Kind, words and score of each cue."""


@dataclass(frozen=True)
class SentenceFigures:
    """Shares from 0 to 1; None where there is nothing of the kind."""

    sentences: int
    sided: int
    """How many sentences take a side by the gold coding."""
    taken: int
    """On how many of those a side was taken."""
    right: float | None
    """Of those: the right one."""
    coverage: float | None
    """Share of the sided sentences on which a side was taken."""
    side_without: float | None
    """Of the sentences without a side (conditional, none): a side was taken."""
    right_of_all: float | None
    """Of all sentences on which a side was taken, sided or not: the gold coding has that side."""
    conditional: float | None
    """Of the conditional sentences: judged conditional."""
    voice: float | None
    """Of all sentences: author or reported is right."""


@dataclass(frozen=True)
class SentenceFault:
    """One error."""

    kind: str
    """``wrong side``, ``side taken where readers see none`` or ``wrong voice``."""
    topic: str
    proposition: str
    sentence: str
    how: str
    gold: str
    predicted: str
    score: float
    cues: tuple[str, ...]


@dataclass(frozen=True)
class SentenceEvaluation:
    """How right the extractor is on single sentences."""

    figures: SentenceFigures | None
    """None where no sentence is coded."""
    by_how: dict[str, SentenceFigures]
    """The same for each way of saying, the most frequent first."""
    faults: tuple[SentenceFault, ...]
    """The worst first."""
    predictions: tuple[SentenceJudgement, ...]
    """In the order of the files."""


_Judged = tuple[SentenceLine, SentenceJudgement]


def evaluate_sentences(paths: Sequence[Path]) -> SentenceEvaluation:
    """Judge each sentence of the files, and compare where it is coded.

    Raises:
        UsageError: a file cannot be used.
    """
    from briefgen.evaluation.judging import SentenceJudge

    lines = [line for path in paths for line in read_json_lines(path, SentenceLine)]
    judge = SentenceJudge()
    predictions = tuple(judge(line) for line in lines)
    coded = [
        (line, said)
        for line, said in zip(lines, predictions, strict=True)
        if line.stance is not None
    ]
    return SentenceEvaluation(
        figures=compute_figures(coded) if coded else None,
        by_how=_figures_by_how(coded),
        faults=tuple(sorted(_find_faults(coded), key=_by_weight)),
        predictions=predictions,
    )


def prediction_lines(evaluation: SentenceEvaluation) -> Iterator[dict[str, object]]:
    """Yield what is written for each sentence."""
    for judgement in evaluation.predictions:
        yield {"stance": judgement.stance, "voice": judgement.voice}


def compute_figures(judged: Sequence[_Judged]) -> SentenceFigures:
    """Return the figures of coded sentences."""
    sided = [each for each in judged if each[0].stance in SIDES]
    others = [said for line, said in judged if line.stance not in SIDES]
    taken = [(line, said) for line, said in sided if said.stance in SIDES]
    right = sum(line.stance == said.stance for line, said in taken)
    without = sum(said.stance in SIDES for said in others)
    conditional = [said for line, said in judged if line.stance == "conditional"]
    voiced = [(line, said) for line, said in judged if line.voice is not None]
    return SentenceFigures(
        sentences=len(judged),
        sided=len(sided),
        taken=len(taken),
        right=_ratio(right, len(taken)),
        coverage=_ratio(len(taken), len(sided)),
        side_without=_ratio(without, len(others)),
        right_of_all=_ratio(right, len(taken) + without),
        conditional=_ratio(
            sum(said.stance == "conditional" for said in conditional), len(conditional)
        ),
        voice=_ratio(sum(line.voice == said.voice for line, said in voiced), len(voiced)),
    )


def _figures_by_how(coded: Sequence[_Judged]) -> dict[str, SentenceFigures]:
    groups: dict[str, list[_Judged]] = {}
    for line, said in coded:
        groups.setdefault(line.how, []).append((line, said))
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return {how: compute_figures(group) for how, group in ordered}


_WRONG_SIDE, _SIDE_WITHOUT, _WRONG_VOICE = (
    "wrong side",
    "side taken where readers see none",
    "wrong voice",
)
_ORDER = (_WRONG_SIDE, _SIDE_WITHOUT, _WRONG_VOICE)


def _find_faults(coded: Sequence[_Judged]) -> Iterator[SentenceFault]:
    for line, said in coded:
        if line.stance in SIDES and said.stance == _OPPOSITE[str(line.stance)]:
            yield _fault(_WRONG_SIDE, line, said, str(line.stance), said.stance)
        elif line.stance not in SIDES and said.stance in SIDES:
            yield _fault(_SIDE_WITHOUT, line, said, str(line.stance), said.stance)
        if line.voice not in {None, said.voice}:
            yield _fault(_WRONG_VOICE, line, said, str(line.voice), said.voice)


def _fault(
    kind: str, line: SentenceLine, said: SentenceJudgement, gold: str, predicted: str
) -> SentenceFault:
    return SentenceFault(
        kind=kind,
        topic=line.topic,
        proposition=line.proposition,
        sentence=line.sentence,
        how=line.how,
        gold=gold,
        predicted=predicted,
        score=said.score,
        cues=said.cues,
    )


def _by_weight(fault: SentenceFault) -> tuple[int, float]:
    return _ORDER.index(fault.kind), -abs(fault.score)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
