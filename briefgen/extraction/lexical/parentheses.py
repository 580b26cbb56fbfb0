"""Content that stands before its cue or around it: "…, they argue, …", "as she noted, …"."""

from briefgen.extraction.lexical.extents import Framed, trim
from briefgen.extraction.lexical.interludes import ADJUNCT_OPENERS
from briefgen.extraction.lexical.text import Sentence

_BEHIND_SPEAKER = ADJUNCT_OPENERS | {"to", "of", "about", "through", "via"}
_CLOSING_MARKS = frozenset((",", ".", ";", "”", '"', "''", "!", "?", "—", "–", ":"))
_MAX_TAIL_TOKENS = 8


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
