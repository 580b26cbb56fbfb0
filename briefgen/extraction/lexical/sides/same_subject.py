"""A subject that goes on as "it" or "they", as in "The toll came in 2019. It has been a disaster".

The subject of a sentence is what the next one most often speaks of (centering theory: Grosz, Joshi
and Weinstein, 1995). It counts only right behind, where its number fits, and where "it" begins no
set phrase ("it is time to …").
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides import deed_words as words
from briefgen.extraction.lexical.sides.issues import Term
from briefgen.extraction.lexical.sides.terms import Hit, target

_SUBJECT_REACH = 3
_ADJECTIVES = 2
AGAIN_WEIGHT = 0.7
"""How much "it" names the subject of the sentence before."""
_SINGULAR, _PLURAL = frozenset(("it",)), frozenset(("they",))
_PRONOUNS = _SINGULAR | _PLURAL
_EXTRAPOSING = words.EXTRAPOSING | {"how", "what", "than"}

_OPENING = DETERMINERS | words.GOING_ON
_UNDONE = polarity.LESS_FORMS | NEGATORS | words.UNDOING | words.OPEN


class Subject(NamedTuple):
    """What a sentence is about, by its grammar."""

    term: Term
    plural: bool


def subject_of(sentence: Sentence, clause: Clause, hits: Sequence[Hit]) -> Subject | None:
    """Return the thing at issue that is the subject of a clause; None where it has another."""
    thing = target([h for h in hits if clause.first <= h.start <= clause.first + _SUBJECT_REACH])
    if thing is None or not thing.term.listed or thing.end >= clause.last:
        return None
    before = sentence.lowers[clause.first : thing.start]
    others = [w for w in before if w not in _OPENING]
    following = sentence.lowers[thing.end + 1]
    verb = following in AUXILIARIES or following in VERB_FORMS
    if len(others) > _ADJECTIVES or not all(map(str.isalpha, others)) or not verb:
        return None
    if any(word in VERB_FORMS and not word.endswith("ed") for word in others):
        return None
    last = sentence.lowers[thing.end]
    return Subject(thing.term, plural=last.endswith("s") and not last.endswith("ss"))


def lasting_subject(sentence: Sentence, hits: Sequence[Hit]) -> Subject | None:
    """Return the subject that the next sentence may go on with: not where something is done away
    with, for then "it was a mistake" may be said of that.
    """
    if hits[0].start > _SUBJECT_REACH or sentence.tokens[-1].text == "?":
        return None
    if not _UNDONE.isdisjoint(sentence.vocabulary):
        return None
    return subject_of(sentence, Clause(0, len(sentence.tokens) - 1), hits)


def goes_on(sentence: Sentence, clause: Clause, subject: Subject) -> int | None:
    """Return the number of the pronoun with which a clause goes on with the subject."""
    at = clause.first
    lowers = sentence.lowers
    while at < clause.last and (lowers[at] in words.GOING_ON or not lowers[at].isalnum()):
        at += 1
    if lowers[at] not in (_PLURAL if subject.plural else _SINGULAR) or at >= clause.last:
        return None
    if not subject.plural and not _EXTRAPOSING.isdisjoint(lowers[at + 2 : clause.last + 1]):
        return None
    return at


def again(sentence: Sentence, clauses: Sequence[Clause], subject: Subject) -> list[Hit]:
    """Return a hit for the pronoun that stands for the subject of the sentence before."""
    at = goes_on(sentence, clauses[0], subject)
    if at is None:
        return []
    word = sentence.lowers[at]
    term = replace(
        subject.term, stems=(word,), weight=AGAIN_WEIGHT, word=word, listed=False, stands_in=True
    )
    return [Hit(term, at, at)]


def again_behind(sentence: Sentence, clauses: Sequence[Clause], hits: Sequence[Hit]) -> list[Hit]:
    """Return hits for the pronouns that stand for the subject of the first clause in the others:
    "the toll is not perfect, but it works".
    """
    if _PRONOUNS.isdisjoint(sentence.vocabulary):
        return []
    subject = subject_of(sentence, clauses[0], hits)
    if subject is None:
        return []
    places = (goes_on(sentence, clause, subject) for clause in clauses[1:])
    return [Hit(subject.term, at, at) for at in places if at is not None]
