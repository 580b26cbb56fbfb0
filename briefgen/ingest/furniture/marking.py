"""The order in which the rules speak, and the blocks that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.ingest.furniture.ending import mark_bios, mark_ending
from briefgen.ingest.furniture.front import (
    Wording,
    ends_sentence,
    is_headline,
    is_prose,
    mark_crossheads,
    mark_front,
)
from briefgen.ingest.furniture.inline import find_inline
from briefgen.ingest.furniture.lines import (
    appeal_score,
    is_capitals,
    is_capitals_link,
    label_line,
)
from briefgen.ingest.furniture.repetition import mark_repetitions
from briefgen.ingest.paragraphs import make_paragraph
from briefgen.models import Block

if TYPE_CHECKING:
    from briefgen.ingest.paragraphs import Paragraph

_MAX_SHOUTED_SHARE = 0.5
_MAX_LISTED_WORDS = 30
_LISTS = {"related": "link in a list of other stories", "author": "line on the author"}
_MAX_SANDWICHED_WORDS = 40


@dataclass(frozen=True)
class Layout:
    """What the rules found in one text."""

    blocks: tuple[Block, ...]
    title: Paragraph | None
    """The heading that is evidently the title."""
    labelled: tuple[Paragraph, ...]
    """The paragraphs with their labels, for metadata that stands in them."""


def mark_paragraphs(paragraphs: list[Paragraph], text: str) -> Layout:
    """Mark every paragraph of *text* and return its blocks.

    Paragraphs that come in marked stay so; none of the rules sees them as body.
    """
    paragraphs = _split_inline(paragraphs, text)
    for paragraph in paragraphs:
        if paragraph.open and (label := label_line(paragraph)):
            paragraph.mark("furniture", *label)
    _mark_capitals(paragraphs, text)
    _mark_lists_of_links(paragraphs)
    _mark_sandwiched(paragraphs)
    mark_bios(paragraphs, at_front=False)
    mark_bios(paragraphs, at_front=True)
    title = mark_front(paragraphs, Wording(text))
    mark_ending(paragraphs)
    mark_bios(paragraphs, at_front=False)
    open_ones = [paragraph for paragraph in paragraphs if paragraph.open]
    mark_repetitions(open_ones, title.text if title else None)
    mark_crossheads(paragraphs)
    return Layout(tuple(map(_block, paragraphs)), title, tuple(paragraphs))


def _split_inline(paragraphs: list[Paragraph], text: str) -> list[Paragraph]:
    """Cut furniture inside a paragraph out of it, so that the rules judge what is left."""
    result: list[Paragraph] = []
    for paragraph in paragraphs:
        spans = find_inline(paragraph) if paragraph.open else []
        position = paragraph.start
        for start, end, reason in spans:
            piece = _piece(paragraph, text, position, start)
            if piece and not ends_sentence(piece.text):
                piece.mark("body", "piece", "goes on after furniture inside the paragraph")
            link = make_paragraph(text, start, end)
            link.mark("furniture", "inline", reason)
            result += [*([piece] if piece else []), link]
            position = end
        rest = _piece(paragraph, text, position, paragraph.end) if spans else paragraph
        if rest:
            result.append(rest)
    return result


def _piece(paragraph: Paragraph, text: str, start: int, end: int) -> Paragraph | None:
    content = text[start:end]
    start += len(content) - len(content.lstrip())
    end -= len(content) - len(content.rstrip())
    return make_paragraph(text, start, end, paragraph.markup) if start < end else None


def _mark_capitals(paragraphs: list[Paragraph], text: str) -> None:
    """Mark cross-links in capitals, where the article itself is not set in capitals."""
    if is_capitals(text[:5000], _MAX_SHOUTED_SHARE):
        return
    seen_prose = False
    for paragraph in paragraphs:
        seen_prose = seen_prose or (paragraph.open and is_prose(paragraph))
        if seen_prose and paragraph.open and is_capitals_link(paragraph):
            paragraph.mark("furniture", "cross-link", "link to another story, all in capitals")


def _mark_lists_of_links(paragraphs: list[Paragraph]) -> None:
    """Mark the lines below a heading of links or of authors, up to the next prose."""
    listing, reason = False, ""
    for number, paragraph in enumerate(paragraphs):
        if paragraph.category in _LISTS or paragraph.category == "comments":
            listing = paragraph.category in _LISTS
            reason = _LISTS.get(paragraph.category, "")
        elif paragraph.open and listing:
            item = paragraph.text.startswith(("- ", "• ", "* ", "– ")) or is_headline(paragraph)
            listing = item and paragraph.words <= _MAX_LISTED_WORDS
            if listing and not _opens_section(paragraphs, number):
                paragraph.mark("furniture", "listed", reason)
            else:
                listing = False


def _opens_section(paragraphs: list[Paragraph], number: int) -> bool:
    """Tell a heading of the article itself below links: marked as one, with prose right after."""
    if paragraphs[number].markup != "heading":
        return False
    following = next((p for p in paragraphs[number + 1 :] if p.open), None)
    return following is not None and is_prose(following)


def _mark_sandwiched(paragraphs: list[Paragraph]) -> None:
    """Mark a short appeal with only a weak sign of one, between two plain ones."""
    for before, paragraph, after in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        if (
            paragraph.open
            and before.category == after.category == "newsletter"
            and paragraph.words <= _MAX_SANDWICHED_WORDS
            and appeal_score(paragraph) > 0
        ):
            paragraph.mark("furniture", "newsletter", "appeal between two others")


def _block(paragraph: Paragraph) -> Block:
    return Block(
        start=paragraph.start,
        end=paragraph.end,
        kind=paragraph.kind or "body",
        reason=paragraph.reason,
    )
