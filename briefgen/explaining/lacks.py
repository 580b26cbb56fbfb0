"""What a codebook lacks for a statement to take a side, tried out before it is said.

Runs of the statement's own words are put into the codebook, one at a time, and its part of the
article is coded again: only what would decide it is proposed. Under which side it belongs only the
analyst can say.
"""

from collections.abc import Iterator, Sequence

from briefgen.explaining.coding import Coded, find_score
from briefgen.explaining.model import Lacking, Trial
from briefgen.explaining.sides import judged_from
from briefgen.extraction.lexical.aggregation import STATEMENT_THRESHOLD
from briefgen.extraction.lexical.findings import Finding
from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.propositions import LIGHT_WORDS
from briefgen.extraction.lexical.sides.terms import find_terms
from briefgen.models import Article, Codebook

MAX_TRIALS = 3
_MAX_TRIED = 8
_BLOCKS_BEFORE, _BLOCKS_BEHIND = 3, 1
"""How many blocks around the statement are coded again: what decides it stands near it."""
_MAX_CHARACTERS = 60_000
"""An article of ten thousand words is coded in about half a second; trials take sixteen times."""
_SAME_SCORE = 0.01
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
    named = dict.fromkeys(_slice(coded, passage.sentence, start, end) for start, end in mine)
    candidates = _candidates(finding, mine)[:_MAX_TRIED]
    article = _part_around(coded, finding) if candidates else None
    trials = tuple(_deciding_phrases(coded, article, finding, candidates)) if article else ()
    tried = article is not None
    return Lacking(lack="phrase", terms_found=tuple(named), tried=tried, trials=trials)


def _deciding_phrases(
    coded: Coded, article: Article, finding: Finding, candidates: Sequence[tuple[int, int]]
) -> Iterator[Trial]:
    taken: set[int] = set()
    found = 0
    for first, last in candidates:
        if found == MAX_TRIALS:
            return
        if any(at in taken for at in range(first, last + 1)):
            continue
        phrase = _slice(coded, finding.passage.sentence, first, last)
        score = _score_with(coded, article, finding, phrase)
        if score is not None:
            taken.update(range(first, last + 1))
            found += 1
            yield Trial(statement=finding.statement.id, phrase=phrase, score=round(score, 3))


def _part_around(coded: Coded, finding: Finding) -> Article | None:
    """Return the article cut down to the blocks around a finding, if it is judged the same there.

    The text stays whole, and so do the offsets. None where there is too much text to code it again
    and again.
    """
    blocks = [block for block in coded.article.blocks if block.kind != "furniture"]
    at = next(n for n, block in enumerate(blocks) if block.contains(finding.statement))
    near = tuple(blocks[max(0, at - _BLOCKS_BEFORE) : at + _BLOCKS_BEHIND + 1])
    part = coded.article.model_copy(update={"blocks": near})
    if sum(block.end - block.start for block in near) > _MAX_CHARACTERS:
        return None
    score = find_score(part, coded.codebook, coded.lessons, finding)
    same = score is not None and abs(score - finding.judgement.total) < _SAME_SCORE
    if same:
        return part
    return coded.article if len(coded.article.text) <= _MAX_CHARACTERS else None


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
            if ends and len(content) > 1 and _argues(tokens, set(content) - named):
                found.append((_rank(tokens, content, named), first, last))
    return [(first, last) for _, first, last in sorted(found)]


def _argues(tokens: Sequence[Token], content: set[int]) -> bool:
    """Tell whether one of the words judges or says what is done: a mere name takes no side."""
    return any(
        tokens[at].lower in _TELLING or (tokens[at].lower in VERB_FORMS and not tokens[at].capital)
        for at in content
    )


def _rank(tokens: Sequence[Token], content: Sequence[int], named: set[int]) -> tuple[float, int]:
    telling = sum(tokens[at].lower in _TELLING for at in content if at not in named)
    about = any(at in named for at in content)
    names = sum(tokens[at].capital and at not in named for at in content)
    cut = _cuts_compound(tokens, content[-1], named) or {content[0] - 1, content[0]} <= named
    lone = tokens[content[-1]].lower in VERB_FORMS and content[-1] + 1 < len(tokens)
    rank = 2.0 * bool(telling) + about - names - 1.5 * cut - 0.5 * lone
    return -rank, content[-1] - content[0]


def _cuts_compound(tokens: Sequence[Token], last: int, named: set[int]) -> bool:
    """Tell whether a noun that belongs to the run stands right behind it: "a needless toll
    road".
    """
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is None or not _is_content(behind):
        return False
    return {last, last + 1} <= named or behind.lower not in {*VERB_FORMS, *ADVERBS}


def _ends_run(token: Token) -> bool:
    return not token.is_word or token.lower in SUBORDINATORS | RELATIVES


def _is_content(token: Token) -> bool:
    light = token.lower in LIGHT_WORDS | PREPOSITIONS | ADVERBS or token.lower.endswith("ly")
    return token.is_word and not light


def _score_with(coded: Coded, article: Article, finding: Finding, phrase: str) -> float | None:
    """Return the score that the phrase would give, listed under either side; None: no side."""
    least = float("inf")
    for side, sign in (("support", 1), ("oppose", -1)):
        codebook = _codebook_with(coded.codebook, finding.judgement.issue, phrase, side)
        score = find_score(article, codebook, coded.lessons, finding)
        if score is None or sign * score < STATEMENT_THRESHOLD:
            return None
        least = min(least, sign * score)
    return least


def _codebook_with(codebook: Codebook, issue_id: str, phrase: str, side: str) -> Codebook:
    issues = []
    for issue in codebook.issues:
        listed = (*getattr(issue, side), phrase)
        changed = issue.model_copy(update={side: listed}) if issue.id == issue_id else issue
        issues.append(changed)
    return codebook.model_copy(update={"issues": tuple(issues)})


def _slice(coded: Coded, sentence: Sentence, first: int, last: int) -> str:
    return " ".join(coded.article.text[sentence.starts[first] : sentence.ends[last]].split())
