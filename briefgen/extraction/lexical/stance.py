"""Which side a passage takes on an issue, from cues that are added up and shown.

Four kinds of cue speak for a side: a phrase that the codebook lists for it, a demand for more or
less of the thing at issue, a verdict on that thing, and words of the proposition itself said or
denied. No cue is trusted alone unless it is a close match of a phrase; that is what keeps a wrong
side rare, at the price of many passages whose side stays unclear.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.extraction.lexical.clauses import (
    Clause,
    Reading,
    direction_of,
    is_negated,
    read_clause,
    split_clauses,
)
from briefgen.extraction.lexical.grammar_words import NEGATORS
from briefgen.extraction.lexical.issues import IssueIndex, Phrase, Term
from briefgen.extraction.lexical.text import Sentence

PHRASE_WEIGHT = 2.0
DEMAND_WEIGHT = 1.4
VERDICT_WEIGHT = 0.7
DISTANT_WEIGHT = 0.25
"""For a verdict in a clause that does not name the thing at issue, in a sentence that does."""
MIN_PHRASE_COVERAGE = 0.72
"""Share of a phrase's weight that must stand in a passage: two words of three, not one of two."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason to see a side."""

    kind: str
    """``phrase``, ``demand`` or ``verdict``."""
    score: float
    """Positive for the proposition, negative against it."""
    what: str
    """The phrase or the term, as the codebook has it (terms by their stems)."""
    tokens: tuple[int, ...]
    """Indexes of the words in the sentence that it rests on."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a passage says on one issue."""

    issue: str
    relevance: float
    """Sum of the weights of the issue's terms in it; 0 where none stands in it."""
    score: float
    """Sum of the cues' scores: the sign is the side, the size how much speaks for it."""
    cues: tuple[Cue, ...]
    conditional: bool
    """Whether a cue stands under a condition."""


@dataclass(frozen=True, slots=True)
class _Hit:
    term: Term
    start: int
    end: int


def judge(
    sentence: Sentence, first: int, last: int, index: IssueIndex, inherited: Iterable[str] = ()
) -> list[Judgement]:
    """Judge the tokens from *first* to *last* on every issue that they touch.

    Args:
        inherited: ids of issues that the passage is about though it names none of their terms (its
            paragraph does).
    """
    hits = _term_hits(sentence, first, last, index)
    phrase_cues = _phrase_cues(sentence, first, last, index)
    by_issue: dict[str, list[_Hit]] = {}
    for hit in hits:
        by_issue.setdefault(hit.term.issue, []).append(hit)
    issues = [
        issue
        for issue in index.order
        if issue in by_issue or issue in phrase_cues or issue in set(inherited)
    ]
    if not issues:
        return []
    clauses = split_clauses(sentence, first, last)
    named = {
        i for hit in hits if not hit.term.from_proposition for i in range(hit.start, hit.end + 1)
    }
    readings = [read_clause(sentence, clause, named.__contains__) for clause in clauses]
    return [
        _judge_issue(
            sentence, issue, by_issue.get(issue, []), phrase_cues.get(issue, []), clauses, readings
        )
        for issue in issues
    ]


def _judge_issue(
    sentence: Sentence,
    issue: str,
    hits: list[_Hit],
    phrases: list[tuple[Phrase, Cue]],
    clauses: list[Clause],
    readings: list[Reading],
) -> Judgement:
    cues = [_in_clause(cue, clauses, readings) for _, cue in phrases]
    for clause, reading in zip(clauses, readings, strict=True):
        inside = [hit for hit in hits if clause.first <= hit.start and hit.end <= clause.last]
        cues.extend(_demand_cues(sentence, clause, reading, inside))
        cues.extend(_verdict_cues(sentence, clause, reading, inside))
    listed = {hit.term.stems: hit.term.weight for hit in hits if not hit.term.from_proposition}
    asides = sum(
        {hit.term.stems: hit.term.weight for hit in hits if hit.term.from_proposition}.values()
    )
    relevance = sum(listed.values()) + 0.5 * asides + sum(abs(cue.score) for _, cue in phrases)
    conditional = any(clause.condition for clause in clauses) and any(cue.score for cue in cues)
    return Judgement(issue, relevance, sum(cue.score for cue in cues), tuple(cues), conditional)


def _term_hits(sentence: Sentence, first: int, last: int, index: IssueIndex) -> list[_Hit]:
    words = [i for i in range(first, last + 1) if sentence.tokens[i].is_word]
    stems = [sentence.tokens[i].stem for i in words]
    hits = []
    for position, stem in enumerate(stems):
        for term in index.terms_by_stem.get(stem, ()):
            size = len(term.stems)
            if size == 1 or tuple(stems[position : position + size]) == term.stems:
                hits.append(_Hit(term, words[position], words[position + size - 1]))
    return hits


def _phrase_cues(
    sentence: Sentence, first: int, last: int, index: IssueIndex
) -> dict[str, list[tuple[Phrase, Cue]]]:
    """Return for each issue the phrases that stand in the passage, at most one of each wording."""
    places: dict[str, list[int]] = {}
    candidates: dict[int, Phrase] = {}
    for position in range(first, last + 1):
        token = sentence.tokens[position]
        if token.is_word:
            places.setdefault(token.stem, []).append(position)
            for phrase in index.phrases_by_stem.get(token.stem, ()):
                candidates[id(phrase)] = phrase
    found: dict[str, list[tuple[Phrase, Cue]]] = {}
    for phrase in candidates.values():
        cue = _match_phrase(sentence, first, phrase, places)
        if cue is not None:
            found.setdefault(phrase.issue, []).append((phrase, cue))
    return {issue: _strongest_by_place(cues) for issue, cues in found.items()}


def _match_phrase(
    sentence: Sentence, first: int, phrase: Phrase, places: dict[str, list[int]]
) -> Cue | None:
    present = [
        (stem, weight)
        for stem, weight in zip(phrase.stems, phrase.weights, strict=True)
        if stem in places
    ]
    coverage = sum(weight for _, weight in present) / phrase.total
    if coverage < MIN_PHRASE_COVERAGE or (len(present) < 2 and len(phrase.stems) > 1):
        return None
    tokens = _closest(places, [stem for stem, _ in present])
    if tokens[-1] - tokens[0] > 3 * len(phrase.stems) + 4:
        return None
    negators = {
        i
        for i in range(max(first, tokens[0] - 4), tokens[-1] + 1)
        if sentence.tokens[i].lower in NEGATORS and i not in tokens
    }
    flipped = (len(negators) % 2 == 1) != phrase.negated and is_negated(
        sentence.tokens, first, tokens[-1]
    ) != phrase.negated
    strength = PHRASE_WEIGHT * coverage * coverage * min(1.0, 0.5 + phrase.total / 3)
    score = phrase.side * strength * (-0.6 if flipped else 1.0)
    return Cue("phrase", score, phrase.text, tuple(tokens))


def _closest(places: dict[str, list[int]], stems: list[str]) -> list[int]:
    """Return one place for each stem, as near to each other as a greedy choice finds them."""
    best: list[int] = []
    for anchor in places[min(stems, key=lambda stem: len(places[stem]))][:8]:
        chosen = sorted({_nearest(places[stem], anchor) for stem in stems})
        if not best or chosen[-1] - chosen[0] < best[-1] - best[0]:
            best = chosen
    return best


def _nearest(positions: list[int], anchor: int) -> int:
    return min(positions, key=lambda position: abs(position - anchor))


def _strongest_by_place(cues: list[tuple[Phrase, Cue]]) -> list[tuple[Phrase, Cue]]:
    """Keep the strongest of the cues that share a word: one passage is one piece of evidence."""
    kept: list[tuple[Phrase, Cue]] = []
    for phrase, cue in sorted(cues, key=lambda item: (-abs(item[1].score), item[0].text)):
        if not any(set(cue.tokens) & set(other.tokens) for _, other in kept):
            kept.append((phrase, cue))
    return kept


def _in_clause(cue: Cue, clauses: list[Clause], readings: list[Reading]) -> Cue:
    middle = cue.tokens[len(cue.tokens) // 2]
    for clause, reading in zip(clauses, readings, strict=True):
        if clause.first <= middle <= clause.last:
            return Cue(cue.kind, cue.score * reading.force, cue.what, cue.tokens)
    return cue


def _demand_cues(
    sentence: Sentence, clause: Clause, reading: Reading, hits: list[_Hit]
) -> Iterable[Cue]:
    if not reading.demand:
        return
    for hit in _one_per_term(hits):
        if hit.term.sign == 0 or hit.term.weight < 0.3:
            continue
        direction = direction_of(sentence.tokens, clause.first, hit.start, hit.end, clause.last)
        score = (
            DEMAND_WEIGHT * direction * hit.term.sign * min(1.0, hit.term.weight) * reading.force
        )
        yield Cue(
            "demand",
            score,
            " ".join(hit.term.stems),
            (*reading.words, *range(hit.start, hit.end + 1)),
        )
        return


def _verdict_cues(
    sentence: Sentence, clause: Clause, reading: Reading, hits: list[_Hit]
) -> Iterable[Cue]:
    if not reading.verdict or reading.demand:
        return
    for hit in _one_per_term(hits):
        if hit.term.weight < 0.3:
            continue
        direction = direction_of(sentence.tokens, clause.first, hit.start, hit.end, clause.last)
        size = math.copysign(min(1.5, abs(reading.verdict)), reading.verdict)
        score = (
            VERDICT_WEIGHT
            * size
            * direction
            * hit.term.sign
            * min(1.0, hit.term.weight)
            * reading.force
        )
        yield Cue(
            "verdict",
            score,
            " ".join(hit.term.stems),
            (*reading.words, *range(hit.start, hit.end + 1)),
        )
        return


def _one_per_term(hits: list[_Hit]) -> list[_Hit]:
    return sorted(hits, key=lambda hit: (-hit.term.weight * abs(hit.term.sign), hit.start))
