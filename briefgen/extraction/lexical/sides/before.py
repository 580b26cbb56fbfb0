"""What a sentence leaves for the next one to take up."""

from collections.abc import Sequence
from typing import NamedTuple

from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.answers import Question, question_of
from briefgen.extraction.lexical.sides.deeds import Deed, Voiced, deed_of
from briefgen.extraction.lexical.sides.issues import IssueIndex
from briefgen.extraction.lexical.sides.same_subject import Subject, lasting_subject
from briefgen.extraction.lexical.sides.terms import Hit


class Before(NamedTuple):
    """What the sentence before says, as far as a pronoun or an answer may take it up."""

    deed: Deed | None = None
    """What it says is to be done."""
    question: Question | None = None
    """What it asks for yes or no."""

    subject: Subject | None = None
    """What it is about, where the author says it."""


NOTHING_BEFORE = Before()


def left_by(
    sentence: Sentence, said: Sequence[Voiced], hits: Sequence[Hit], index: IssueIndex
) -> Before:
    """Return what a sentence leaves to the next one.

    Args:
        sentence: the sentence.
        said: what those of its passages say that take a side, and who says it.
        hits: where it names things at issue.
        index: the codebook's issues.
    """
    asks = sentence.tokens[-1].text == "?"
    if sentence.heading or not (said or hits):
        return NOTHING_BEFORE
    subject = None
    if hits and not [each for each in said if each.reported]:
        subject = lasting_subject(sentence, hits)
    question = question_of(sentence, said, hits) if asks and hits else None
    deed = deed_of(sentence, said, hits, index)
    return Before(deed, question, subject)
