"""What another side disputes of a condition: few finds, and sure ones.

A condition is disputed by another source if all of this holds:

- that source takes another side of the issue: the opposite one, or a side where the condition's
  source is conditional, or the other way round;
- a sentence of its author on the issue shares with the condition at least ``SHARED_STEMS`` stems of
  content, and half of the condition's, not counting those of the issue's own proposition and title;
- the sentence denies or doubts exactly once, within ``DENIAL_REACH`` words of such a stem, imagines
  no case and asks nothing; and the condition itself denies nothing.

What fits less well is left out: nothing is said rather than something false.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from briefgen.models import TELLING, ConditionItem, Dispute, Stance, Statement
from briefgen.synthesis.dispute_words import DENYING, SUPPOSING
from briefgen.synthesis.evidence import IssueEvidence
from briefgen.synthesis.stems import read_stems, read_words

SHARED_STEMS = 2
"""One shared word is chance within one topic."""
DENIAL_REACH = 5
"""Words between a denial and what it denies: as far as a verb phrase goes."""
DENIALS_COMPARED = 500
"""How many denying sentences of an issue are compared with its conditions, by source id and place:
so many that a brief of hundreds of sources misses none, and thousands take no longer than needed.
"""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_NOT = re.compile(r"n['’]t$")


class _Denial(NamedTuple):
    """A sentence that denies or doubts once."""

    source: str
    stance: Stance
    statement: str
    stems: frozenset[str]
    """Of the whole sentence."""
    denied: frozenset[str]
    """Of the words that the denial reaches."""


class Disputes:
    """Finds who disputes the conditions on one issue.

    Args:
        issue_evidence: the issue.
    """

    def __init__(self, issue_evidence: IssueEvidence) -> None:
        issue = issue_evidence.issue
        self._evidence = issue_evidence
        self._of_issue = read_stems(read_words(f"{issue.title} {issue.proposition}"))

    @cached_property
    def _denials(self) -> list[_Denial]:
        return list(islice(_find_denials(self._evidence), DENIALS_COMPARED))

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        by_stem: dict[str, list[int]] = {}
        for number, denial in enumerate(self._denials):
            for stem in denial.stems:
                by_stem.setdefault(stem, []).append(number)
        return by_stem

    def add_to(self, item: ConditionItem) -> ConditionItem:
        """Return the condition with the statements that dispute it."""
        words = read_words(item.condition.quote)[1:]
        stems = read_stems(words) - self._of_issue
        if len(stems) < SHARED_STEMS or any(map(denies, words)):
            return item
        shared = Counter(number for stem in stems for number in self._by_stem.get(stem, ()))
        found: dict[str, Dispute] = {}
        for number, count in sorted(shared.items()):
            denial = self._denials[number]
            is_same_thing = count >= SHARED_STEMS and 2 * count >= len(stems)
            is_other_side = denial.stance != item.stance and item.stance in TELLING
            if is_same_thing and is_other_side and denial.denied & stems:
                dispute = Dispute(
                    source=denial.source, stance=denial.stance, statement=denial.statement
                )
                found.setdefault(denial.statement, dispute)
        return item.model_copy(update={"disputed_by": tuple(found.values())}) if found else item


def denies(word: str) -> bool:
    """Tell whether a word, in small letters, denies or doubts."""
    return word in DENYING or _NOT.search(word) is not None


def _find_denials(issue_evidence: IssueEvidence) -> Iterator[_Denial]:
    """Yield the denying sentences of the authors with a side, by source id and place."""
    for source_id, held in issue_evidence.statements.items():
        taken = issue_evidence.stances.get(source_id)
        if taken is None or taken.stance not in TELLING:
            continue
        for statement in held:
            if statement.holder is not None or statement.kind == "question":
                continue
            for stems, denied in _read_denials(statement):
                yield _Denial(source_id, taken.stance, statement.id, stems, denied)


def _read_denials(statement: Statement) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for sentence in _SENTENCE_END.split(statement.quote):
        words = read_words(sentence)
        places = [place for place, word in enumerate(words) if denies(word)]
        is_told = not sentence.rstrip().endswith("?") and SUPPOSING.isdisjoint(words)
        if len(places) == 1 and is_told:
            yield read_stems(words), read_stems(_reach(words, places[0]))


def _reach(words: Sequence[str], place: int) -> Sequence[str]:
    return words[max(0, place - DENIAL_REACH) : place + DENIAL_REACH + 1]
