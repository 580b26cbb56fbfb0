"""Why a statement is as it is: the rules that fired for its span, holder, kind, issue, stance."""

from collections.abc import Iterator

from briefgen.explaining.coding import Coded
from briefgen.explaining.lacks import find_lack
from briefgen.explaining.model import NearIssue, Rule, StatementExplanation
from briefgen.explaining.sides import judged_from, stance_rules
from briefgen.extraction.lexical.aggregation import STATEMENT_THRESHOLD
from briefgen.extraction.lexical.extractor import MIN_RELEVANCE
from briefgen.extraction.lexical.findings import Finding
from briefgen.extraction.lexical.language.grammar_words import MODALS
from briefgen.extraction.lexical.sides.stance import judge
from briefgen.extraction.lexical.sides.terms import find_terms
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.models import Statement
from briefgen.models.record import Passage


def explain_statement(coded: Coded, finding: Finding, statement: Statement) -> StatementExplanation:
    """Return why *statement* is as it is.

    Args:
        coded: its article.
        finding: what lies behind the statement.
        statement: as the record has it.
    """
    sentence = finding.passage.sentence
    return StatementExplanation(
        source=coded.article.source,
        line=coded.line_of(statement.start),
        statement=statement,
        sentence=coded.passage(sentence.start, sentence.end),
        rules=(
            *_span_rules(coded, finding),
            *_holder_rules(coded, finding),
            *_kind_rules(coded, finding, statement),
            *_part_rules(coded, finding, statement),
            *_issue_rules(coded, finding),
            *stance_rules(coded, finding),
        ),
        score=round(finding.judgement.score, 3),
        score_needed=STATEMENT_THRESHOLD,
        relevance=round(finding.judgement.relevance, 3),
        relevance_needed=MIN_RELEVANCE,
        near=tuple(_near_issues(coded, finding)),
        lacking=find_lack(coded, finding),
    )


def _span_rules(coded: Coded, finding: Finding) -> Iterator[Rule]:
    passage = finding.passage
    words = (coded.passage(passage.start, passage.end),)
    whole = passage.first == 0 and passage.last == len(passage.sentence.tokens) - 1
    if passage.of_mind:
        name = "of_mind"
    elif passage.attribution is not None:
        name = "report"
    elif passage.sentence.heading:
        name = "heading"
    else:
        name = "sentence" if whole else "beside_report"
    yield Rule(aspect="span", name=name, words=words)


def _holder_rules(coded: Coded, finding: Finding) -> Iterator[Rule]:
    report = finding.passage.attribution
    if report is None:
        yield Rule(aspect="holder", name="author")
        return
    start, end = report.cue
    cue = (coded.passage(start, end),) if end > start else ()
    yield Rule(aspect="holder", name=report.frame, words=cue, about=report.lemma or None)
    yield from _speaker_rules(coded, finding, report)
    if report.negated:
        yield Rule(aspect="holder", name="negated")
    if report.endorsement:
        yield Rule(aspect="holder", name="endorsed" if report.endorsement > 0 else "rejected")


def _speaker_rules(coded: Coded, finding: Finding, report: Attribution) -> Iterator[Rule]:
    holder = report.holder
    if holder is None:
        return
    sentence = finding.passage.sentence
    inside = sentence.start <= holder.start and holder.end <= sentence.end
    there = coded.passage(holder.start, holder.end)
    if inside:
        # A resolved pronoun keeps its place and takes the name that it stands for.
        name = "speaker" if holder.name in " ".join(there.quote.split()) else "pronoun"
        yield Rule(aspect="holder", name=name, words=(there,), about=holder.name)
        return
    pronoun: tuple[Passage, ...] = ()
    if report.written is not None:
        at = coded.article.text.find(report.written, sentence.start, sentence.end)
        pronoun = (coded.passage(at, at + len(report.written)),) if at >= 0 else ()
    name = "pronoun" if pronoun else "speaker_elsewhere"
    yield Rule(aspect="holder", name=name, words=pronoun, about=holder.name)


def _kind_rules(coded: Coded, finding: Finding, statement: Statement) -> Iterator[Rule]:
    passage = finding.passage
    tokens = passage.sentence.tokens
    marks: list[int] = []
    if statement.kind == "question":
        marks = [i for i, token in enumerate(tokens) if token.text == "?"][-1:]
    yield Rule(
        aspect="kind", name=statement.kind, words=coded.words(finding.passage.sentence, marks)
    )
    if statement.modality != "plain":
        inside = range(passage.first, passage.last + 1)
        modals = [i for i in inside if MODALS.get(tokens[i].lower) == statement.modality]
        words = coded.words(finding.passage.sentence, modals)
        yield Rule(aspect="kind", name="modality", words=words, about=statement.modality)


def _part_rules(coded: Coded, finding: Finding, statement: Statement) -> Iterator[Rule]:
    """Yield who should act, what it depends on, and why."""
    if statement.addressee is not None:
        sentence = finding.passage.sentence
        at = coded.article.text.find(statement.addressee, sentence.start, sentence.end)
        found = (coded.passage(at, at + len(statement.addressee)),) if at >= 0 else ()
        yield Rule(aspect="kind", name="addressee", words=found, about=statement.addressee)
    for part in statement.conditions:
        yield Rule(aspect="kind", name="depends", words=(part,))
    for part in statement.reasons:
        yield Rule(aspect="kind", name="because", words=(part,))


def _issue_rules(coded: Coded, finding: Finding) -> Iterator[Rule]:
    passage, judgement = finding.passage, finding.judgement
    if not judgement.issue:
        return
    seen: dict[tuple[str, ...], Rule] = {}
    first = judged_from(finding)
    for term, start, end in find_terms(passage.sentence, first, passage.last, coded.index):
        if term.issue == judgement.issue and term.stems not in seen:
            words = coded.words(finding.passage.sentence, range(start, end + 1))
            name = "term" if term.listed else "proposition_word"
            about = " ".join(word.quote for word in words)
            weight = round(term.weight, 3)
            seen[term.stems] = Rule(
                aspect="issue", name=name, words=words, about=about, amount=weight
            )
    # Terms before the proposition's words, each in the order of the text.
    yield from sorted(seen.values(), key=lambda rule: rule.name != "term")
    for cue in judgement.cues:
        if cue.kind in {"phrase", "named"}:
            words = coded.words(finding.passage.sentence, cue.tokens)
            yield Rule(aspect="issue", name="phrase", words=words, about=cue.what)
    if not seen and not any(cue.kind in {"phrase", "named"} for cue in judgement.cues):
        deed = any(cue.kind == "deed" for cue in judgement.cues)
        name = "deed" if deed else "taken_up" if judgement.takes_up else "inherited"
        yield Rule(aspect="issue", name=name)


def _near_issues(coded: Coded, finding: Finding) -> Iterator[NearIssue]:
    passage = finding.passage
    first = judged_from(finding)
    others = [
        said
        for said in judge(passage.sentence, first, passage.last, coded.index)
        if said.issue != finding.judgement.issue and said.relevance > 0
    ]
    for said in sorted(others, key=lambda each: -each.relevance):
        yield NearIssue(issue=said.issue, relevance=round(said.relevance, 3))
