"""What lessons.yaml teaches: a passage that is worded like taught passages of a side leans there.

A passage is compared, by the words that carry content, with each taught passage of its issue and
with the codebook's phrases. What counts for a side are its two most alike *voices*: two articles,
or an article and a phrase, so that one source's turns of phrase alone are hardly a lesson. What is
said for a side is weighed against the other side's; a passage most like one that takes no side
takes none, and what is asked or granted hardly counts. Likeness of words sees no irony and little
negation: it is one weak cue among others, a passage alone never carries a side by it, and what an
article does not address it does not touch.

Compared with naive Bayes and log-odds weights of words and pairs of words (more wrong sides at the
same gain), with the nearest passage alone (the same), and with what articles report of others as
taught passages (worse). docs/teaching.md has the figures.
"""

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.extraction.lexical.language.clauses import force_of, split_clauses
from briefgen.extraction.lexical.language.grammar_words import NEGATORS
from briefgen.extraction.lexical.language.text import Sentence, Token, tokenize
from briefgen.extraction.lexical.sides.concept_words import concept
from briefgen.extraction.lexical.sides.judgements import Cue, Judgement
from briefgen.extraction.lexical.sides.propositions import LIGHT_WORDS
from briefgen.models import Codebook, Issue, IssueLessons, Lessons

_LONE_LIKENESS = 0.25
"""By how much the voice most alike may be more alike than the next and still count: what no second
voice says is somebody's turn of phrase."""
_VOICE_WEIGHT = 0.8
"""What full likeness to one voice adds to a passage's score. Chosen on random splits of
tariffs-trade, with its phrases and without; from 1.1 on wrong sides come with the right ones."""
_MAX_SCORE = 0.6
"""What lessons add to one passage at most: less than a side needs."""
_NEGATION_SHARE = 0.5
"""How alike two passages are still if a negation stands in one of them only."""
_COMMONEST = 0.3
"""Weight of a word that stands in every taught passage; rarer ones weigh more, by logarithm."""
_SIDES = {"support": 1, "oppose": -1, "neither": 0}


@dataclass(frozen=True, slots=True)
class _Wording:
    """The content of a passage: its words, and whether it is negated."""

    ideas: frozenset[str]
    negated: bool

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "_Wording":
        words = [token for token in tokens if token.is_word]
        ideas = (
            concept(word.stem)
            for number, word in enumerate(words)
            # A capital inside a sentence makes a name: who is spoken of tells no side.
            if word.lower not in LIGHT_WORDS
            and len(word.lower) > 1
            and not (number and word.capital)
        )
        return cls(frozenset(ideas), sum(word.lower in NEGATORS for word in words) % 2 == 1)


@dataclass(frozen=True, slots=True)
class _Model:
    """A taught passage or a phrase of the codebook, ready to be compared with."""

    side: int
    voices: tuple[str, ...]
    quote: str
    weight: float
    wording: _Wording


class _TaughtIssue:
    """The taught passages of one issue."""

    def __init__(self, issue: Issue, lessons: IssueLessons) -> None:
        self._models = [*_taught_models(lessons), *_phrase_models(issue)]
        self._counts = Counter(idea for model in self._models for idea in model.wording.ideas)
        self._lengths = [self._length(model.wording) for model in self._models]

    def cue(self, tokens: Sequence[Token], first: int, last: int) -> Cue | None:
        """Return what likeness to the taught passages adds; None where that is nothing."""
        wording = _Wording.of(tokens[first : last + 1])
        heard: dict[int, dict[str, tuple[float, _Model]]] = {1: {}, -1: {}, 0: {}}
        for model, likeness in self._alike(wording):
            voices = heard[model.side]
            for voice in model.voices:
                if voice not in voices or likeness > voices[voice][0]:
                    voices[voice] = (likeness, model)
        total = {side: _loudest(voices) for side, voices in heard.items()}
        score = total[1] - total[-1]
        if not score or total[0] > max(total[1], total[-1]):
            return None
        score = max(-_MAX_SCORE, min(_MAX_SCORE, _VOICE_WEIGHT * score))
        _, nearest = max(
            heard[1 if score > 0 else -1].values(), key=lambda each: (each[0], each[1].quote)
        )
        shared = tuple(
            index
            for index in range(first, last + 1)
            if tokens[index].is_word and concept(tokens[index].stem) in nearest.wording.ideas
        )
        return Cue("lesson", score, nearest.quote, shared)

    def _alike(self, wording: _Wording) -> Iterator[tuple[_Model, float]]:
        """Yield the taught passages that share a word, each with its likeness, 0 to 1."""
        length = self._length(wording)
        for model, model_length in zip(self._models, self._lengths, strict=True):
            shared = wording.ideas & model.wording.ideas
            if shared:
                product = math.fsum(self._weigh(idea) ** 2 for idea in shared)
                same = wording.negated == model.wording.negated
                share = model.weight * (1.0 if same else _NEGATION_SHARE)
                yield model, share * product / (length * model_length)

    def _length(self, wording: _Wording) -> float:
        return math.sqrt(math.fsum(self._weigh(idea) ** 2 for idea in wording.ideas))

    def _weigh(self, idea: str) -> float:
        """Weigh a word by how few of the taught passages hold it."""
        return math.log((len(self._models) + 1) / max(1, self._counts[idea])) + _COMMONEST


class TaughtIndex:
    """The lessons of a corpus, to be asked passage by passage.

    Args:
        codebook: the topic and its issues.
        lessons: what lessons.yaml holds; None where there is no such file.
    """

    def __init__(self, codebook: Codebook, lessons: Lessons | None) -> None:
        taught = lessons.issues if lessons is not None else ()
        self.addressed: Mapping[str, float] = {
            each.issue: each.addressed for each in taught if each.addressed is not None
        }
        """Issue id to the sum of term weights from which an article addresses it."""
        # An issue of which no side was taught is read as without lessons: its phrases are cues
        # already, and they take more than likeness.
        self._issues = {
            each.issue: _TaughtIssue(codebook.issue(each.issue), each)
            for each in taught
            if each.support or each.oppose
        }

    def add_to(self, judgement: Judgement, sentence: Sentence, first: int, last: int) -> Judgement:
        """Return the judgement of the tokens from *first* to *last* with what lessons add to it."""
        issue = self._issues.get(judgement.issue)
        cue = issue.cue(sentence.tokens, first, last) if issue is not None else None
        if cue is None:
            return judgement
        middle = cue.tokens[len(cue.tokens) // 2]
        clauses = split_clauses(sentence, first, last)
        clause = next((c for c in clauses if c.first <= middle <= c.last), clauses[0])
        # What is asked or granted is not said, however alike.
        score = cue.score * force_of(sentence, clause)
        return judgement._replace(lesson=replace(cue, score=score)) if score else judgement


def _loudest(voices: Mapping[str, tuple[float, _Model]]) -> float:
    """Return how much a side's two voices most alike say, neither much more than the other."""
    first, second = heapq.nlargest(2, [*(likeness for likeness, _ in voices.values()), 0.0, 0.0])
    return min(first, second + _LONE_LIKENESS) + second


def _taught_models(lessons: IssueLessons) -> Iterator[_Model]:
    for name, side in _SIDES.items():
        for example in getattr(lessons, name):
            wording = _wording_of(example.quote)
            if wording.ideas:
                yield _Model(side, example.articles, example.quote, example.weight, wording)


def _phrase_models(issue: Issue) -> Iterator[_Model]:
    """Yield the codebook's phrases: each is a voice of its own, whatever articles are called."""
    for side, phrases in ((1, issue.support), (-1, issue.oppose)):
        for phrase in phrases:
            wording = _wording_of(phrase)
            if wording.ideas:
                yield _Model(side, (f"\n{side} {phrase}",), phrase, 1.0, wording)


def _wording_of(text: str) -> _Wording:
    return _Wording.of(tokenize(text))
