"""What a codebook lacks for a statement to take a side, tried out before it is said.

Runs of the statement's own words are put into the codebook, one at a time, and the passage is
judged again: only what would decide it is proposed. Under which side it belongs only the analyst
can say.
"""

from collections.abc import Iterator, Sequence

from briefgen.explaining.coding import Coded
from briefgen.explaining.model import Lacking, Trial
from briefgen.explaining.sides import judged_from
from briefgen.extraction.lexical import polarity_words as polarity
from briefgen.extraction.lexical.aggregation import STATEMENT_THRESHOLD
from briefgen.extraction.lexical.extractor import Finding
from briefgen.extraction.lexical.grammar_words import (
    ADVERBS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.issues import LIGHT_WORDS, IssueIndex, build_index
from briefgen.extraction.lexical.stance import find_terms, judge
from briefgen.extraction.lexical.text import Token
from briefgen.models import Codebook

MAX_TRIALS = 3
_MAX_TRIED = 16
_MAX_CONTENT = 3
_MAX_TOKENS = 6
_TELLING = (
    polarity.GOOD_FORMS
    | polarity.BAD_FORMS
    | polarity.MORE_FORMS
    | polarity.LESS_FORMS
    | polarity.ILLS_FORMS
    | frozenset(polarity.VERB_VALUES)
)


def find_lack(coded: Coded, finding: Finding) -> Lacking | None:
    """Return what the codebook lacks for a finding; None where it takes a side."""
    if not finding.judgement.issue:
        return Lacking(lack="term")
    if finding.statement.stance != "unclear":
        return None
    passage = finding.passage
    terms = find_terms(passage.sentence, judged_from(finding), passage.last, coded.index)
    mine = [(start, end) for t, start, end in terms if t.issue == finding.judgement.issue]
    tokens = passage.sentence.tokens
    named = dict.fromkeys(_slice(coded, tokens, start, end) for start, end in mine)
    trials = tuple(_deciding_phrases(coded, finding, mine))
    return Lacking(lack="phrase", terms_found=tuple(named), trials=trials)


def _deciding_phrases(
    coded: Coded, finding: Finding, terms: Sequence[tuple[int, int]]
) -> Iterator[Trial]:
    tokens = finding.passage.sentence.tokens
    taken: set[int] = set()
    for first, last in _candidates(finding, terms)[:_MAX_TRIED]:
        if len(taken) >= MAX_TRIALS or any(at in taken for at in range(first, last + 1)):
            continue
        phrase = _slice(coded, tokens, first, last)
        score = _score_with(coded, finding, phrase)
        if score is not None:
            taken.update(range(first, last + 1))
            yield Trial(statement=finding.statement.id, phrase=phrase, score=round(score, 3))


def _candidates(finding: Finding, terms: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return runs of words that a side might be heard by, the most telling first."""
    passage = finding.passage
    tokens = passage.sentence.tokens
    named = {at for start, end in terms for at in range(start, end + 1)}
    found = []
    for first in range(judged_from(finding), passage.last + 1):
        for last in range(first + 1, min(passage.last, first + _MAX_TOKENS - 1) + 1):
            run = tokens[first : last + 1]
            content = [at for at in range(first, last + 1) if _is_content(tokens[at])]
            if len(content) > _MAX_CONTENT or any(_ends_run(token) for token in run):
                break
            ends = {first, last} <= set(content)
            if ends and len(content) > 1 and set(content) - named:
                found.append((_rank(tokens, content, named), first, last))
    return [(first, last) for _, first, last in sorted(found)]


def _rank(tokens: Sequence[Token], content: Sequence[int], named: set[int]) -> tuple[float, int]:
    telling = sum(tokens[at].lower in _TELLING for at in content if at not in named)
    about = any(at in named for at in content)
    names = sum(tokens[at].capital and at not in named for at in content)
    cut = _cuts_compound(tokens, content[-1], named) or {content[0] - 1, content[0]} <= named
    return -(2.0 * bool(telling) + about - names - 1.5 * cut), content[-1] - content[0]


def _cuts_compound(tokens: Sequence[Token], last: int, named: set[int]) -> bool:
    """Tell whether a noun that belongs to the run stands right behind it: "needless trade war"."""
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is None or not _is_content(behind):
        return False
    return {last, last + 1} <= named or behind.lower not in {*VERB_FORMS, *ADVERBS}


def _ends_run(token: Token) -> bool:
    return not token.is_word or token.lower in SUBORDINATORS | RELATIVES


def _is_content(token: Token) -> bool:
    light = token.lower in LIGHT_WORDS | PREPOSITIONS | ADVERBS or token.lower.endswith("ly")
    return token.is_word and not light


def _score_with(coded: Coded, finding: Finding, phrase: str) -> float | None:
    """Return the score that the phrase would give, listed under either side; None: no side."""
    scores = [_judge_with(coded, finding, phrase, side) for side in ("support", "oppose")]
    decides = min(scores[0], -scores[1]) >= STATEMENT_THRESHOLD
    return min(scores[0], -scores[1]) if decides else None


def _judge_with(coded: Coded, finding: Finding, phrase: str, side: str) -> float:
    passage, report = finding.passage, finding.passage.attribution
    issue = finding.judgement.issue
    index = _index_with(coded.codebook, issue, phrase, side)
    judged = judge(
        passage.sentence,
        judged_from(finding),
        passage.last,
        index,
        inherited=(issue,),
        wish=report.wish if report is not None else 0,
    )
    total = sum(cue.score for cue in finding.judgement.cues)
    factor = finding.judgement.score / total if total else 1.0
    return factor * next(said.score for said in judged if said.issue == issue)


def _index_with(codebook: Codebook, issue_id: str, phrase: str, side: str) -> IssueIndex:
    issues = []
    for issue in codebook.issues:
        listed = (*getattr(issue, side), phrase)
        changed = issue.model_copy(update={side: listed}) if issue.id == issue_id else issue
        issues.append(changed)
    return build_index(codebook.model_copy(update={"issues": tuple(issues)}))


def _slice(coded: Coded, tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(coded.article.text[tokens[first].start : tokens[last].end].split())
