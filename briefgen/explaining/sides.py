"""Why a passage takes a side, or none: its cues, and what made them count for less or turned."""

from collections.abc import Iterator

from briefgen.explaining.coding import Coded
from briefgen.explaining.model import Rule
from briefgen.extraction.lexical.aggregation import stance_of
from briefgen.extraction.lexical.contexts import LEANING_SCORE
from briefgen.extraction.lexical.extractor import SUPPOSED
from briefgen.extraction.lexical.findings import Finding
from briefgen.extraction.lexical.language.clauses import Clause, force_of, split_clauses
from briefgen.extraction.lexical.language.grammar_words import MODALS
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.judgements import Cue

_NAMED = frozenset(("phrase", "named", "deed", "frame"))
"""Kinds of cue whose ``what`` is readable as it is."""


def stance_rules(coded: Coded, finding: Finding) -> Iterator[Rule]:
    """Yield the cues of a finding, then what weakened or turned them."""
    judgement = finding.judgement
    for cue in judgement.cues:
        words = coded.words(finding.passage.sentence, cue.tokens)
        # A demand and a verdict name their term by its stems: the words say it better.
        about = cue.what if cue.kind in _NAMED else None
        score = round(cue.score, 3)
        yield Rule(aspect="stance", name=cue.kind, words=words, about=about, amount=score)
    if judgement.lesson is not None:
        yield _lesson_rule(coded, finding, judgement.lesson)
    if not judgement.issue:
        return
    yield from _clause_rules(coded, finding)
    yield from _turning_rules(finding)


def _lesson_rule(coded: Coded, finding: Finding, lesson: Cue) -> Rule:
    words = coded.words(finding.passage.sentence, lesson.tokens)
    score = round(lesson.score, 3)
    return Rule(aspect="stance", name="lesson", words=words, about=lesson.what, amount=score)


def judged_from(finding: Finding) -> int:
    """Return the number of the first token that was judged."""
    return 0 if finding.passage.of_mind else finding.passage.content_first


def _clause_rules(coded: Coded, finding: Finding) -> Iterator[Rule]:
    sentence, cues = finding.passage.sentence, finding.judgement.cues
    for clause in split_clauses(sentence, judged_from(finding), finding.passage.last):
        force = force_of(sentence, clause)
        if force < 1 and any(clause.first <= at <= clause.last for c in cues for at in c.tokens):
            name, numbers = _weakness(sentence, clause)
            words = coded.words(sentence, numbers)
            yield Rule(aspect="stance", name=name, words=words, amount=force)


def _weakness(sentence: Sentence, clause: Clause) -> tuple[str, list[int]]:
    """Return why the clause counts for less, and the numbers of the words that show it."""
    tokens = sentence.tokens
    inside = range(clause.first, clause.last + 1)
    if clause.condition:
        return "condition", [clause.first]
    if clause.concession:
        behind = clause.last + 1
        contrast = behind < len(tokens) and tokens[behind].lower in {"but", "however", "yet"}
        return "concession", [behind if contrast else clause.first]
    if clause.question:
        return "question", [i for i, token in enumerate(tokens) if token.text == "?"][-1:]
    modals = [i for i in inside if MODALS.get(tokens[i].lower) == "may"]
    return ("possibility", modals) if modals else ("option", [])


def _turning_rules(finding: Finding) -> Iterator[Rule]:
    judgement, report = finding.judgement, finding.passage.attribution
    total = sum(cue.score for cue in judgement.cues)
    if total and not judgement.score:
        yield Rule(aspect="stance", name="only_wanted", amount=0.0)
    elif total and abs(judgement.score - SUPPOSED * total) < abs(total) / 100:
        yield Rule(aspect="stance", name="supposed", amount=SUPPOSED)
    if report is not None and report.wish:
        yield Rule(aspect="stance", name="wanted" if report.wish > 0 else "unwanted")
    elif report is not None and report.negated:
        yield Rule(aspect="stance", name="denied", amount=-1.0)
    if judgement.conditional:
        yield Rule(aspect="stance", name="conditional")
    if judgement.limited:
        yield Rule(aspect="stance", name="limited")
    if stance_of(judgement, report) == "unclear" and finding.statement.stance != "unclear":
        yield Rule(aspect="stance", name="leaning", amount=LEANING_SCORE)
