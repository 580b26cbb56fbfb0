"""The brief's own words: a page without its sources' words and without names."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefgen.auditing.evidence import Evidence, squeeze
from briefgen.auditing.names import all_names, names_in_statement, names_of_codebook, printed_names
from briefgen.auditing.page import CONTEXT_PART, Block
from briefgen.auditing.printed import Placed, Printed

NAME = "\1"
"""Stands in own words for each character of a name."""
QUOTED = "\2"
"""Stands in own words for each character of a passage."""

_IN_MARKS = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<!\w)\"[^\"]*\"(?!\w)")


@dataclass(frozen=True)
class OwnWords:
    """The own words of one block; as long as its text."""

    place: Placed
    text: str


def find_own_words(
    placed: Sequence[Placed], passages: Sequence[Printed], evidence: Evidence
) -> list[OwnWords]:
    """Return the brief's own words, block by block.

    Names of sources and actors that a block does not cite may be left in (`hide_names` hides all).
    """
    by_block: dict[int, list[Printed]] = {}
    for passage in passages:
        by_block.setdefault(id(passage.place.block), []).append(passage)
    codebook = list(names_of_codebook(evidence))
    found = []
    for place in placed:
        if place.block.in_part(CONTEXT_PART):
            continue
        text = place.block.text
        for passage in by_block.get(id(place.block), ()):
            text = _hide(text, passage.start, passage.end, QUOTED)
        text = _hide_all(text, [*codebook, *_names_cited(place.block, evidence)])
        text = _IN_MARKS.sub(lambda match: QUOTED * len(match[0]), text)
        found.append(OwnWords(place, text))
    return found


def hide_names(words: OwnWords, evidence: Evidence) -> OwnWords:
    """Return own words without any name that the page could print."""
    return OwnWords(words.place, _hide_all(words.text, all_names(evidence)))


def search_own_words(
    words: OwnWords, search: Callable[[str], list[re.Match[str]]], evidence: Evidence
) -> list[re.Match[str]]:
    """Return what *search* finds in own words and no name accounts for."""
    return search(hide_names(words, evidence).text) if search(words.text) else []


def _names_cited(block: Block, evidence: Evidence) -> Iterable[str]:
    numbers = {citation.number for citation in block.citations} | {block.anchor or 0}
    for number in sorted(numbers & set(evidence.by_number)):
        yield from printed_names(evidence.by_number[number], block.text)
    for citation in block.citations:
        for id_ in citation.statements:
            if id_ in evidence.statements:
                yield from names_in_statement(evidence.statements[id_])


def _hide_all(text: str, names: Iterable[str]) -> str:
    """Hide every occurrence of every name, the longest first."""
    known = {squeeze(name) for name in names}
    there = sorted((name for name in known if name and name in text), key=len, reverse=True)
    for name in there:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            text = _hide(text, match.start(), match.end(), NAME)
    return text


def _hide(text: str, start: int, end: int, sign: str) -> str:
    return text[:start] + sign * (end - start) + text[end:]
