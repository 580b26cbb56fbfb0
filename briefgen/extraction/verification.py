"""The proof that every extractor's output must pass before anything is made of it.

A statement that fails is dropped and reported, never repaired by guessing; a stance that loses all
its statements is dropped with them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.extraction.holding import find_holder_fault
from briefgen.models import (
    Article,
    Block,
    Codebook,
    IssueStance,
    Passage,
    PositionRecord,
    Span,
    Statement,
)
from briefgen.models.refusal import PROPOSED_CHARS, Refusal, RefusalReason

HOLDER_REACH = 1500
"""How many characters before or behind a statement its holder may be named: a pronoun points back
over a few sentences, not over pages."""
_WORD = re.compile(r"\w+")


class Fault(NamedTuple):
    """Why something that an extractor said is not borne out."""

    reason: RefusalReason
    detail: str
    """In words."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A record of which every statement has been checked against its article."""

    record: PositionRecord
    dropped: tuple[Refusal, ...]
    """Statements, stances (``stance <issue id>``) and the ``thesis``, in this order."""


def verify(record: PositionRecord, article: Article, codebook: Codebook) -> Verified:
    """Return the part of *record* that the article bears out, and what was dropped and why."""
    issues = {issue.id for issue in codebook.issues}
    blocks = _Blocks(article)
    dropped: list[Refusal] = []
    kept: list[Statement] = []
    seen: set[str] = set()
    for statement in record.statements:
        fault = _fault(statement, article, blocks, issues, record.source.id)
        if fault is None and statement.review == "machine":
            fault = _attribution_fault(statement, article)
        if fault is None and statement.id in seen:
            fault = Fault("record", "another statement has the same id")
        if fault is None:
            seen.add(statement.id)
            kept.append(statement)
        else:
            dropped.append(_refuse_statement(statement, fault, record.source.id))
    stances = {}
    for issue, stance in record.stances.items():
        checked = _checked_stance(issue, stance, kept, issues)
        if isinstance(checked, Fault):
            dropped.append(_refuse(record.source.id, f"stance {issue}", checked))
        else:
            stances[issue] = checked
    thesis = record.thesis
    if thesis is not None and thesis not in seen:
        fault = Fault("record", f"statement {thesis} does not stand")
        dropped.append(_refuse(record.source.id, "thesis", fault))
        thesis = None
    verified = record.model_copy(
        update={"statements": tuple(kept), "stances": stances, "thesis": thesis}
    )
    return Verified(verified, tuple(dropped))


def find_fault(statement: Statement, article: Article, codebook: Codebook) -> str | None:
    """Say why the article does not bear a statement out; None where it does."""
    issues = {issue.id for issue in codebook.issues}
    fault = _fault(statement, article, _Blocks(article), issues, article.source.id)
    return fault.detail if fault else None


def _refuse(source: str, item: str, fault: Fault) -> Refusal:
    return Refusal(source=source, item=item, reason=fault.reason, detail=fault.detail, proposed="")


def _refuse_statement(statement: Statement, fault: Fault, source: str) -> Refusal:
    holder = statement.holder.name if statement.holder else None
    said = {"proposed": statement.quote[:PROPOSED_CHARS], "holder": holder}
    return _refuse(source, statement.id, fault).model_copy(update=said)


class _Blocks:
    """An article's blocks, looked up by place: a transcript has thousands."""

    def __init__(self, article: Article) -> None:
        self._blocks = article.blocks
        self._starts = [block.start for block in article.blocks]

    def touching(self, span: Span) -> Sequence[Block]:
        """Return the blocks that *span* lies in or overlaps; they are sorted and disjoint."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        return self._blocks[first : bisect_left(self._starts, span.end)]


def _fault(
    statement: Statement, article: Article, blocks: _Blocks, issues: set[str], source: str
) -> Fault | None:
    if not statement.id.startswith(f"{source}:"):
        return Fault("record", "its id does not name its source")
    if not _is_slice(statement, article.text):
        return Fault("record", "its quotation is not in the article at its offsets")
    if not statement.quote.strip():
        return Fault("empty", "its quotation is empty")
    if statement.issue is not None and statement.issue not in issues:
        return Fault("issue", f"the codebook has no issue {statement.issue!r}")
    touching = blocks.touching(statement)
    furniture = next(
        (b for b in touching if b.kind == "furniture" and _overlap(b, statement)), None
    )
    if furniture is not None:
        return Fault("furniture", f"it stands in furniture ({furniture.reason})")
    if not any(block.kind != "furniture" and block.contains(statement) for block in touching):
        return Fault("spliced", "it does not lie within one block of the article")
    for part in (*statement.conditions, *statement.reasons):
        if not _is_slice(part, article.text) or not statement.contains(part):
            return Fault("record", "a condition or reason is not within it, word for word")
    return _holder_fault(statement, article)


def is_named_near(name: str, start: int, end: int, text: str) -> bool:
    """Tell whether a holder's name stands in *text* within ``HOLDER_REACH`` of two offsets."""
    at = max(0, start - HOLDER_REACH)
    limit = end + HOLDER_REACH
    while (at := text.find(name, at, limit)) >= 0:
        if not (_is_in_word(text, at - 1) or _is_in_word(text, at + len(name))):
            return True
        at += 1
    return False


def _is_in_word(text: str, index: int) -> bool:
    return 0 <= index < len(text) and _WORD.match(text, index) is not None


def _holder_fault(statement: Statement, article: Article) -> Fault | None:
    if statement.holder is None:
        return None
    name = statement.holder.name
    if not _WORD.search(name):
        return Fault("holder", "its holder has no name")
    if not is_named_near(name, statement.start, statement.end, article.text):
        return Fault("holder", f"its holder {name!r} is not named near it")
    return None


def _attribution_fault(statement: Statement, article: Article) -> Fault | None:
    """Find a holder to whom the article does not give it; a person's word on it is not judged."""
    detail = find_holder_fault(statement, article)
    return Fault("holder", detail) if detail is not None else None


def _checked_stance(
    issue: str,
    stance: IssueStance,
    kept: Sequence[Statement],
    issues: set[str],
) -> IssueStance | Fault:
    if issue not in issues:
        return Fault("issue", "the codebook has no such issue")
    standing = {statement.id for statement in kept if statement.issue == issue}
    statements = tuple(dict.fromkeys(i for i in stance.statements if i in standing))
    if not statements:
        return Fault("record", "none of its statements stands")
    return stance.model_copy(update={"statements": statements})


def _is_slice(passage: Passage, text: str) -> bool:
    return passage.end <= len(text) and text[passage.start : passage.end] == passage.quote


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
