"""Statements and proposals taken apart into clauses, for asking what is denied in which."""

import re
from collections.abc import Iterable, Iterator

from briefgen.extraction.skeleton import Token
from briefgen.linking.sentence import plain_form
from briefgen.linking.words import Words

_CLAUSE_END = re.compile(r"[,;:.!?…()\[\]—–]")
_PART_END = re.compile(r"[;:—–]")
_COMMA = re.compile(r"[,;:—–]")

Keys = tuple[str, ...]
"""Words one after the other, without case and accents."""


def split_statement(text: str, tokens: Iterable[Token], words: Words) -> Iterator[Keys]:
    """Yield the clauses of a statement: they end at a mark, or where another one begins."""
    yield from _split(text, tokens, _CLAUSE_END, words, by_side=False)


def split_sentence(text: str, tokens: Iterable[Token], words: Words) -> Iterator[Keys]:
    """Yield the parts of a proposal that each say something of their own.

    A comma alone ends none: a proposal is short, and what is denied in it may stand behind one.
    """
    yield from _split(text, tokens, _PART_END, words, by_side=True)


def _split(
    text: str,
    tokens: Iterable[Token],
    end: re.Pattern[str],
    words: Words,
    *,
    by_side: bool,
) -> Iterator[Keys]:
    """Yield the runs of words between marks and openers; *by_side* where another side comes in."""
    openers = words.logic.parting if by_side else words.logic.splitting
    sides = words.supporting | words.opposing if by_side else frozenset[str]()
    found: list[str] = []
    behind = 0
    for token in tokens:
        key, between = plain_form(token), text[behind : token.start]
        is_side = key in sides and (_COMMA.search(between) is not None or found[-1:] == ["and"])
        is_end = end.search(between) is not None and not (
            ":" in between and key in words.logic.that
        )
        if found and (is_end or key in openers or is_side):
            yield tuple(found)
            found = []
        found.append(key)
        behind = token.end
    if found:
        yield tuple(found)
