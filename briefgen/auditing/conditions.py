"""Whether a passage stops before what takes a part of it back: a condition, a concession, a not.

Looked for in the statement of which a part is printed and, where the articles are at hand, in the
rest of the sentence out of which the statement was cut.
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.auditing.condition_words import CONCESSIONS, CONDITIONS, NEGATIONS
from briefgen.auditing.evidence import Evidence, fold, squeeze
from briefgen.auditing.measures import Measure, Spot, count_spots, excerpt, spot_of
from briefgen.auditing.page import CONTEXT_PART
from briefgen.auditing.printed import Placed, Printed
from briefgen.models import SIDES, Stance, Statement

_SENTENCE_ENDS = ".!?…"
_CLOSING = "\"'”’»)]"
_SENTENCE_END = re.compile(
    rf"[{_SENTENCE_ENDS}][{re.escape(_CLOSING)}]*(?=\s+[\"'“‘«(]*[A-ZÀ-Þ\d]|\s*\Z)|\n\s*\n"
)
_WITH_CONDITIONS: tuple[Stance, ...] = (*SIDES, "conditional")
_COMPARED = 60
"""Characters by which the rest of a sentence is found among what the page prints of it."""
_LONGEST_REST = 600
"""Characters behind a passage in which its sentence is taken to end."""


def _pattern(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


_TAKES_BACK = re.compile(
    rf"(?i)\b(?:{_pattern((*CONDITIONS, *CONCESSIONS, *NEGATIONS))})\b|n['’]t\b"
)
_IS_CONDITION = re.compile(rf"(?i)\b(?:{_pattern(CONDITIONS)})\b")
_BEGINS_TURNING = re.compile(
    rf"(?i)[\s,;:—–()-]*(?:and\s+)?(?:{_pattern((*CONDITIONS, *CONCESSIONS, *NEGATIONS))})\b"
)


def measure_conditions(
    placed: Sequence[Placed], passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Measure]:
    """Look for conditions that are cut off or left out, and for passages that are not whole."""
    yield count_spots("cut-conditions", list(_find_cut(placed, passages, evidence)))
    yield count_spots("shortened-quotations", list(_find_shortened(passages)))
    yield count_spots("missing-conditions", list(_find_missing(placed, passages, evidence)))


def _find_cut(
    placed: Sequence[Placed], passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Spot]:
    around = [squeeze(p.block.text) for p in placed if p.block.in_part(CONTEXT_PART)]
    for passage in passages:
        statement = passage.statement
        if statement is None:
            continue
        wording, begin = _find_in(statement, passage)
        if begin < 0 or _is_condition(statement, passage):
            continue
        quote = squeeze(statement.quote)
        head, tail = quote[:begin], quote[begin + len(wording) :]
        for rest in (head, tail):
            if _TAKES_BACK.search(rest):
                message = f"{statement.id} is cut; what is left out: {excerpt(rest)}"
                yield spot_of(passage, message)
                break
        else:
            text = evidence.texts.get(evidence.source_of[statement.id])
            if text is not None and not tail.strip():
                yield from _look_behind(passage, statement, text, around)


def _is_condition(statement: Statement, passage: Printed) -> bool:
    """Tell a condition that is printed as one, within a line; it is whole without its statement."""
    conditions = {squeeze(condition.quote) for condition in statement.conditions}
    return not passage.is_quotation and not conditions.isdisjoint(passage.wordings)


def _find_shortened(passages: Sequence[Printed]) -> Iterator[Spot]:
    """Find quotations that print a part of their statement, whatever the rest says."""
    for passage in passages:
        statement = passage.statement
        if statement is None or not passage.is_quotation:
            continue
        wording, begin = _find_in(statement, passage)
        quote = squeeze(statement.quote)
        if begin >= 0 and len(wording) < len(quote):
            left_out = f"{quote[:begin]} {quote[begin + len(wording) :]}"
            yield spot_of(passage, f"of {statement.id} is left out: {excerpt(left_out)}")


def _find_in(statement: Statement, passage: Printed) -> tuple[str, int]:
    """Return the wording that is in the statement and where it begins there; -1 where none is."""
    quote = squeeze(statement.quote)
    for wording in passage.wordings:
        if wording in quote:
            return wording, quote.index(wording)
    return "", -1


def _look_behind(
    passage: Printed, statement: Statement, text: str, around: Sequence[str]
) -> Iterator[Spot]:
    """Look at the rest of the sentence in the article, where the statement is cut out of one.

    What the page prints as standing around its passages is not cut off. Of a reported view only a
    condition counts: what its author says against it is not its holder's.
    """
    if statement.quote.rstrip().rstrip(_CLOSING).endswith(tuple(_SENTENCE_ENDS)):
        return
    rest = text[statement.end : statement.end + _LONGEST_REST]
    end = _SENTENCE_END.search(rest)
    rest = rest[: end.end()] if end else rest
    turns = statement.holder is None and _BEGINS_TURNING.match(rest)
    words = squeeze(rest).lstrip(_CLOSING + _SENTENCE_ENDS + " ,;:—–-")
    if any(words[:_COMPARED] in text for text in around):
        return
    if turns or _IS_CONDITION.search(rest):
        message = f"in its article {statement.id} goes on: {excerpt(rest)}"
        yield spot_of(passage, message)


def _find_missing(
    placed: Sequence[Placed], passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Spot]:
    """Find stances whose conditions the page leaves out, or prints less of than the other side's.

    A condition counts as printed where its words stand in the issue's part of the page. An
    audience may print only some, but then as many of one side as of the other.
    """
    for issue in evidence.brief.issues:
        there = " ".join(fold(p.block.text) for p in placed if p.issue == issue.id)
        if not any(p.place.issue == issue.id for p in passages):
            continue
        printed: dict[Stance, int] = {}
        left: dict[Stance, int] = {}
        for stance in _WITH_CONDITIONS:
            words = {fold(c.condition.quote) for c in issue.conditions if c.stance == stance}
            printed[stance] = sum(text in there for text in words)
            left[stance] = len(words) - printed[stance]
        for stance in _WITH_CONDITIONS:
            other = max((printed[s] for s in SIDES if s != stance), default=0)
            if left[stance] and not printed[stance]:
                message = f"of {stance} no condition is printed; brief.json has {left[stance]}"
                yield Spot(message, issue.id)
            elif stance in SIDES and left[stance] and printed[stance] < other:
                message = (
                    f"of {stance} {printed[stance]} conditions are printed and {left[stance]} left "
                    f"out, of the other side {other} are printed"
                )
                yield Spot(message, issue.id)
