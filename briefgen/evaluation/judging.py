"""The extractor's judgement of one sentence against one proposition."""

from collections import defaultdict
from collections.abc import Iterator

from briefgen.evaluation.sentences import SentenceJudgement, SentenceLine
from briefgen.evaluation.voices import make_article
from briefgen.extraction.lexical.aggregation import ENDORSED_WEIGHT, STATEMENT_THRESHOLD
from briefgen.extraction.lexical.language.text import split_sentences
from briefgen.extraction.lexical.sides.framing import find_frames
from briefgen.extraction.lexical.sides.issues import IssueIndex, build_index
from briefgen.extraction.lexical.sides.judgements import Cue, Judgement
from briefgen.extraction.lexical.sides.stance import judge
from briefgen.extraction.lexical.voices.attribution import Attribution, find_attributions
from briefgen.extraction.lexical.voices.passages import Passage, passages_of
from briefgen.models import Codebook, Issue, Stance

_ISSUE = "proposition"


class SentenceJudge:
    """Judges sentences; what it learns of a proposition it keeps for the next sentence on it."""

    def __init__(self) -> None:
        self._indexes: dict[tuple[str, str], IssueIndex] = {}

    def __call__(self, line: SentenceLine) -> SentenceJudgement:
        """Return what the extractor makes of a sentence."""
        index = self._index_of(line.topic, line.proposition)
        passages = list(_passages_of_text(line.sentence))
        weighed = [pair for passage in passages for pair in _judge_passage(passage, index)]
        score = sum(weight * judgement.score for weight, judgement in weighed)
        conditional = any(judgement.conditional for _, judgement in weighed)
        limited = any(judgement.limited for _, judgement in weighed)
        return SentenceJudgement(
            stance="conditional" if limited else _stance_of(score, conditional=conditional),
            voice="reported" if _is_reported(passages) else "author",
            score=round(score, 3),
            cues=tuple(
                _describe(cue, weight) for weight, judgement in weighed for cue in judgement.cues
            ),
        )

    def _index_of(self, topic: str, proposition: str) -> IssueIndex:
        key = topic, proposition
        if key not in self._indexes:
            issue = Issue(id=_ISSUE, title=topic, proposition=proposition, terms=(topic,))
            self._indexes[key] = build_index(Codebook(topic=topic, issues=(issue,)))
        return self._indexes[key]


def _passages_of_text(text: str) -> Iterator[Passage]:
    sentences = split_sentences(make_article(text))
    reports: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in find_attributions(text, sentences):
        reports[attribution.sentence].append(attribution)
    for sentence in sentences:
        yield from passages_of(sentence, reports[sentence.index])


def _judge_passage(passage: Passage, index: IssueIndex) -> Iterator[tuple[float, Judgement]]:
    """Yield the judgements that count for the author's stance, each with its weight."""
    report = passage.attribution
    weight = 1.0 if report is None else ENDORSED_WEIGHT * report.endorsement
    if not weight:
        return
    first = passage.content_first
    wish = 0 if report is None else report.wish
    frames = find_frames(passage.sentence) if report is None else ()
    for judgement in judge(
        passage.sentence, first, passage.last, index, inherited=(_ISSUE,), wish=wish, frames=frames
    ):
        yield weight, judgement


def _is_reported(passages: list[Passage]) -> bool:
    """Tell whether all that is said is somebody else's, and the author leaves it at that."""
    voices = [passage.attribution for passage in passages]
    return bool(voices) and all(each is not None and not each.endorsement for each in voices)


def _stance_of(score: float, *, conditional: bool) -> Stance:
    if abs(score) < STATEMENT_THRESHOLD:
        return "unclear"
    if conditional:
        return "conditional"
    return "support" if score > 0 else "oppose"


def _describe(cue: Cue, weight: float) -> str:
    return f"{cue.kind} {cue.what!r} {weight * cue.score:+.2f}"
