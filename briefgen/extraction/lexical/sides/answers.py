"""What an author answers to a question of the sentence before: "Should the town close it? No" is a
demand.

The answer names nothing; its side is that of what is asked for, or judged, in the question. It
counts only right behind, in full, and unhedged.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import NEGATORS
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides import answer_words as words
from briefgen.extraction.lexical.sides.deeds import Voiced
from briefgen.extraction.lexical.sides.directions import direction_of_verb
from briefgen.extraction.lexical.sides.judgements import Cue, Judgement
from briefgen.extraction.lexical.sides.terms import Hit, target
from briefgen.extraction.lexical.sides.valuation import overall_verdict

ANSWER_WEIGHT = 1.4
"""As for a demand: who says yes to "should they?" asks for it."""


ANSWERED_WEIGHT = 0.7
"""How much an answer names the issue of its question: enough to be a statement on it."""


class Question(NamedTuple):
    """What a sentence asks on an issue, for yes or no."""

    issue: str
    side: int
    """Of the proposition that a yes takes: 1 for it, -1 against it."""


def question_of(sentence: Sentence, said: Iterable[Voiced], hits: Sequence[Hit]) -> Question | None:
    """Return what the author asks; None where that is nothing, or several things.

    Args:
        sentence: one that ends with a question mark.
        said: what its passages say.
        hits: where it names things at issue.
    """
    if not _asks_whether(sentence):
        return None
    found = {
        Question(judgement.issue, 1 if cue.score > 0 else -1)
        for each in said
        for judgement in each.judgements
        for cue in judgement.cues
    }
    reported = any(each.reported for each in said)
    found = found or set(_inverted(sentence, hits))
    return found.pop() if len(found) == 1 and not reported else None


def _inverted(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Question]:
    """Yield what "Should the town close it?", "Should it be closed?" and "Is it fair?" ask."""
    tokens, last = sentence.tokens, len(sentence.tokens) - 1
    for issue in {hit.term.issue for hit in hits}:
        thing = target([hit for hit in hits if hit.term.issue == issue])
        if thing is None:
            continue
        verbs = (i for i in range(2, last) if direction_of_verb(tokens, i, last))
        course: float = 0
        if sentence.lowers[0] in words.ASKING_FOR:
            verb = next((i for i in verbs if i < thing.start or tokens[i - 1].lower == "be"), None)
            course = direction_of_verb(tokens, verb, last) if verb is not None else 0
        else:
            course = overall_verdict(tokens, Clause(thing.end + 1, last))
        if course:
            yield Question(issue, 1 if course * thing.term.sign > 0 else -1)


def _asks_whether(sentence: Sentence) -> bool:
    first = next((word for word in sentence.lowers if word not in {"so", "but", "and"}), "")
    return first in words.ASKING_WHETHER and NEGATORS.isdisjoint(sentence.vocabulary)


def add_answer(judgements: dict[str, Judgement], sentence: Sentence, question: Question) -> None:
    """Add what the sentence answers to the one before, where it says nothing else on the issue."""
    cue = answer_to(sentence, question)
    known = judgements.get(question.issue)
    if cue is None or (known is not None and known.cues):
        return
    known = known or Judgement(question.issue, 0.0, 0.0, 0.0, (), conditional=False)
    judgements[question.issue] = known._replace(
        relevance=max(known.relevance, ANSWERED_WEIGHT), score=cue.score, cues=(cue,), takes_up=True
    )


def answer_to(sentence: Sentence, question: Question) -> Cue | None:
    """Return what the sentence answers; None where it answers nothing, or not outright."""
    if sentence.heading or sentence.tokens[-1].text == "?":
        return None
    if not words.ONLY.isdisjoint(sentence.vocabulary):
        return None
    side = _yes_or_no(sentence.lowers)
    score = ANSWER_WEIGHT * side * question.side
    return Cue("answer", score, sentence.lowers[0], (0,)) if side else None


def _yes_or_no(said: Sequence[str]) -> int:
    """Return 1 where the words begin with a yes, -1 where with a no; 0 where with neither, or
    where they go on without a mark ("no doubt").
    """
    for side, each in ((1, words.YES), (-1, words.NO)):
        for wanted in each:
            count = len(wanted)
            if len(said) < count:
                continue
            ends = len(said) == count or not said[count][0].isalnum()
            if tuple(said[:count]) == wanted and ends:
                return side
    return 0
