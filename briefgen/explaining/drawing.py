"""Words underlined in their text: carets on the line below, wrapped to a width."""

import unicodedata
from collections.abc import Iterator, Sequence

from briefgen.models.record import Passage
from briefgen.terminal import is_obeyed

CONTEXT_CHARACTERS = 40
"""How much of the sentence is shown before the first and behind the last underlined word."""
_MIN_WIDTH = 20


def underline(sentence: Passage, words: Sequence[Passage], width: int) -> list[str]:
    """Return the sentence's part around *words*, each line followed by its line of carets.

    Args:
        sentence: what may be shown, with offsets into the article.
        words: slices of it; what lies outside is left out.
        width: columns of a line.
    """
    inside = [each for each in words if sentence.contains(each)]
    if not inside:
        return []
    first = min(each.start for each in inside) - sentence.start
    last = max(each.end for each in inside) - sentence.start
    start, end = _window(sentence.quote, first, last)
    marked = bytearray(len(sentence.quote))
    for each in inside:
        for at in range(each.start - sentence.start, each.end - sentence.start):
            marked[at] = 1
    lines = []
    cells = list(_cells(sentence.quote, marked, start, end))
    for line in _wrap(cells, max(width, _MIN_WIDTH)):
        lines.append("".join(character for character, _ in line).rstrip())
        carets = "".join(_columns(character) * ("^" if mark else " ") for character, mark in line)
        if carets.strip():
            lines.append(carets.rstrip())
    return lines


def _window(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the part to show: some context, cut between words."""
    start = max(0, first - CONTEXT_CHARACTERS)
    if start:
        start = text.find(" ", start, first) + 1 or first
    end = min(len(text), last + CONTEXT_CHARACTERS)
    if end < len(text):
        cut = text.rfind(" ", last, end)
        end = cut if cut > 0 else last
    return start, end


def _cells(text: str, marked: bytearray, start: int, end: int) -> Iterator[tuple[str, bool]]:
    """Yield characters as they are shown, each with whether it is underlined."""
    if start > 0:
        yield from (("…", False), (" ", False))
    for at in range(start, end):
        character = text[at]
        if character.isspace():
            if at > start and text[at - 1].isspace():
                continue
            character = " "
        elif is_obeyed(character):
            character = "\N{REPLACEMENT CHARACTER}"
        yield character, bool(marked[at])
    if end < len(text):
        yield from ((" ", False), ("…", False))


def _wrap(cells: Sequence[tuple[str, bool]], width: int) -> Iterator[Sequence[tuple[str, bool]]]:
    start = 0
    while start < len(cells):
        end, columns, space = start, 0, -1
        while end < len(cells) and columns + _columns(cells[end][0]) <= width:
            columns += _columns(cells[end][0])
            space = end if cells[end][0] == " " else space
            end += 1
        if end < len(cells) and cells[end][0] != " " and space > start:
            end = space
        yield cells[start:end]
        start = end
        while start < len(cells) and cells[start][0] == " ":
            start += 1


def _columns(character: str) -> int:
    """Return how many columns of a terminal the character takes."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"F", "W"} else 1
