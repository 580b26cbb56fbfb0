"""Takes out of an article what is said to a machine, and leaves what is said about such sayings.

A sentence that tells a program what to do is no part of what an author tells readers: it is marked
as furniture, with its reason, and ``inspect`` shows it like all furniture. A paragraph that begins
so is addressed to the program as a whole, and so is a heading. Where the words stand in quotation
marks, or somebody is told to say or type them, the author speaks of them: nothing is marked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefgen.models import Block, Span
from briefgen.models.addressing import Addressing

_MARKED = frozenset(("instruction", "role", "answer", "end mark"))
_SENTENCE_END = re.compile(r"(?:[.!?][\"'”’»)\]]*(?=\s)|[。！？])\s*")
_OPENING = "“„«‘\"'‹「『"
_TOLD = re.compile(
    r"\b(?:types|typed|typing|says|said|saying|tells|told|telling|asks|asked|asking|writes|wrote"
    r"|written|reads|whispers|whispered|shouts|enters|entered|pasted|pastes|hid|hides|hidden|planted"
    r"|phrases?|words|sentences?|like|such as|called)\b",
    re.IGNORECASE,
)
_TOLD_BEHIND = re.compile(
    r"[,\"”’»—–-]+\s*(?:the|a|an|he|she|they|it|i|we|some|many)\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:type|types|typed|say|says|said|write|writes|wrote|read|reads|go|goes|went)\b",
    re.IGNORECASE,
)
_DECORATION = " \t\r\n#>*-=_[(<"


def mark_addressed(
    text: str, blocks: Sequence[Block], addressing: Iterable[Addressing]
) -> tuple[Block, ...]:
    """Return the blocks with what is said to a machine as furniture.

    Nothing is marked where no word of the article's body would be left.

    Args:
        text: the decoded text.
        blocks: the article's, sorted and disjoint.
        addressing: what addresses a program; places that are none of the text do not count.
    """
    taken: dict[int, list[tuple[int, int, str]]] = {}
    for each in addressing:
        for number, span in _find(each, text, blocks):
            taken.setdefault(number, []).append((span.start, span.end, each.kind))
    if not taken:
        return tuple(blocks)
    marked = tuple(
        part
        for number, block in enumerate(blocks)
        for part in _divide(block, taken.get(number, ()), text)
    )
    return marked if any(block.kind == "body" for block in marked) else tuple(blocks)


def _find(each: Addressing, text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Span]]:
    """Yield the block that a place stands in, by its number, and how much of it is taken out."""
    if each.kind not in _MARKED or each.start is None or each.end is None:
        return
    for number, block in enumerate(blocks):
        if block.start <= each.start < block.end and block.kind != "furniture":
            sentence = _sentence_around(text, block, each.start, each.end)
            if _is_mentioned(each, text, sentence):
                return
            opens = not text[block.start : each.start].strip(_DECORATION)
            whole = opens or block.kind == "heading"
            yield number, Span(start=block.start, end=block.end) if whole else sentence


def _sentence_around(text: str, block: Span, start: int, end: int) -> Span:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, block.start, block.end)]
    first = max((at for at in ends if at <= start), default=block.start)
    last = min((at for at in ends if at >= end), default=block.end)
    while last > first and text[last - 1].isspace():
        last -= 1
    return Span(start=first, end=last)


def _is_mentioned(each: Addressing, text: str, sentence: Span) -> bool:
    """Tell whether the words are somebody's of whom the author tells, not the text's own."""
    before, behind = text[sentence.start : each.start], text[each.end : sentence.end]
    if any(mark in before for mark in _OPENING) or _TOLD.search(before):
        return True
    return each.kind == "instruction" and bool(_TOLD_BEHIND.match(behind))


def _divide(block: Block, taken: Sequence[tuple[int, int, str]], text: str) -> Iterator[Block]:
    """Yield a block in parts: what was taken out of it is furniture."""
    position = block.start
    for start, end, kind in sorted(taken):
        if end <= position:
            continue
        yield from _part(block, position, max(start, position), text)
        reason = f"addresses a program ({kind})"
        yield Block(start=max(start, position), end=end, kind="furniture", reason=reason)
        position = end
    yield from _part(block, position, block.end, text)


def _part(block: Block, start: int, end: int, text: str) -> Iterator[Block]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield block.model_copy(update={"start": start, "end": end})
