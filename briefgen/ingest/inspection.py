"""What ``briefgen inspect`` shows: every block of an article, and counts that leave nothing out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.models import Article, BlockKind

EXCERPT_CHARS = 80


@dataclass(frozen=True)
class BlockView:
    """One block as a reader sees it."""

    start: int
    end: int
    line: int
    """Line of the text at which the block begins, from 1."""
    kind: BlockKind
    reason: str | None
    excerpt: str
    """The block's beginning in one line; shortened text ends in an ellipsis."""


@dataclass(frozen=True)
class Inspection:
    """All blocks, and how many characters each kind has.

    ``sum(characters.values()) + whitespace == total``: every character of the text is accounted
    for.
    """

    blocks: tuple[BlockView, ...]
    characters: dict[BlockKind, int]
    whitespace: int
    """White space between blocks."""
    total: int


def describe_blocks(article: Article) -> Inspection:
    """Return an article's blocks for a reader.

    Raises:
        ValueError: the blocks are not sorted and disjoint, or leave out more than white space;
            this is a bug of ingest.
    """
    text = article.text
    views = []
    characters: dict[BlockKind, int] = {"heading": 0, "body": 0, "furniture": 0}
    position, line = 0, 1
    for block in article.blocks:
        _check_gap(text, position, block.start)
        line += text.count("\n", position, block.start)
        views.append(
            BlockView(
                block.start,
                block.end,
                line,
                block.kind,
                block.reason,
                _excerpt(text, block.start, block.end),
            )
        )
        characters[block.kind] += block.end - block.start
        line += text.count("\n", block.start, block.end)
        position = block.end
    _check_gap(text, position, len(text))
    whitespace = len(text) - sum(characters.values())
    return Inspection(tuple(views), characters, whitespace, len(text))


def _check_gap(text: str, start: int, end: int) -> None:
    if start > end or text[start:end].strip():
        msg = f"characters {start} to {end} belong to no block"
        raise ValueError(msg)


def _excerpt(text: str, start: int, end: int) -> str:
    shown = " ".join(text[start : min(end, start + 4 * EXCERPT_CHARS)].split())
    if len(shown) > EXCERPT_CHARS or end - start > 4 * EXCERPT_CHARS:
        return shown[: EXCERPT_CHARS - 1].rstrip() + "…"
    return shown
