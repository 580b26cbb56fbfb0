"""Content that stands before its cue or around it: "…, they argue, …", "as she noted, …"."""

from briefgen.extraction.lexical.language.grammar_words import AUXILIARIES, SUBORDINATORS
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.voices.extents import Framed, trim
from briefgen.extraction.lexical.voices.interludes import ADJUNCT_OPENERS

_BEHIND_SPEAKER = ADJUNCT_OPENERS | frozenset(
    """
    to of about through via late early just when while as by from before outside inside near amid
    """.split()
)
_CLOSING_MARKS = frozenset((",", ".", ";", "”", '"', "''", "!", "?", "—", "–", ":"))
_MAX_ASIDE_TOKENS = 11
_MAX_LEAD_TOKENS = 3
"""No more than "Of course," stands before an aside that opens the sentence."""
_OPENING_CLAUSES = SUBORDINATORS | {"that", "and", "but"}
_MAX_TAIL_TOKENS = 8
_ENDING_ASIDES = AUXILIARIES | {"that"}


def before_cue(sentence: Sentence, first: int, after: int, *, inverted: bool) -> Framed | None:
    """Return content that stands before its cue: "…, they argue, …", "…,” said the minister."."""
    tokens = sentence.tokens
    tail = len(tokens) - after
    quoted = any(sentence.quoted[:first])
    closes = tail <= 0 or tokens[after].text in _CLOSING_MARKS
    closes = closes or (sentence.quoted[first - 1] and tokens[after].lower in _BEHIND_SPEAKER)
    if not closes and not inverted and (tail > _MAX_TAIL_TOKENS or not quoted):
        return None
    before = trim(sentence, 0, first - 1)
    if before is None:
        return None
    goes_on = tail > 2 and tokens[after].text == "," and not quoted
    spans = [before]
    if goes_on or any(sentence.quoted[after:]):
        behind = trim(sentence, after, len(tokens) - 1)
        if behind is not None:
            spans.append(behind)
    return Framed("quotation" if quoted else "parenthesis", tuple(spans))


def as_aside(sentence: Sentence, first: int, after: int) -> Framed | None:
    """Return what "as the mayor told the paper" is put into: the clause behind or before it.

    Args:
        sentence: the sentence.
        first: number of the subject's first token.
        after: number of the token behind the verb.
    """
    tokens = sentence.tokens
    start = first - 1
    if start < 0 or tokens[start].lower != "as" or sentence.quoted[start]:
        return None
    if start and tokens[start - 1].text not in {",", "(", "—", "–", "--"}:
        return None
    behind = range(after, min(len(tokens), after + _MAX_ASIDE_TOKENS))
    end = next((i for i in behind if tokens[i].text in {",", ".", ")", "—", "–"}), None)
    if end is None or any(tokens[i].lower in _ENDING_ASIDES for i in range(after, end)):
        return None
    opens = start <= _MAX_LEAD_TOKENS or tokens[start - 2].lower in _OPENING_CLAUSES
    if opens and tokens[end].text != ".":
        span = trim(sentence, end + 1, len(tokens) - 1)
    else:
        span = trim(sentence, 0, start - 1) if start else None
    return Framed("parenthesis", (span,)) if span is not None else None
