"""A passage that the program did not mark, found in the article by the words a person types."""

import re

from briefgen.models import Article, Passage
from briefgen.terminal import excerpt

GAP = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*")
"""Between the first and the last words of a long passage."""
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
_LONGEST = 1500
"""Characters that a passage may have: one that is given by its ends must not be half an article."""


def find_words(typed: str, article: Article) -> Passage | str:
    """Return the passage that a person means, or why it cannot be told.

    White space, the shape of quotation marks and dashes, and capitals do not count: they are lost
    on the way from a page to a keyboard. The passage is the article's own text.

    Args:
        typed: the words as they stand in the article; an ellipsis stands for what lies between the
            first words and the last.
        article: to look in.
    """
    ends = [end for end in GAP.split(typed.strip()) if end]
    if not ends or sum(len(_WORD.findall(end)) for end in ends) < _FEWEST_WORDS:
        return f"type at least {_FEWEST_WORDS} words of the passage"
    if len(ends) > 2:
        return "only one ellipsis can stand between the first words and the last"
    between = rf".{{0,{_LONGEST}}}?"
    whole = re.compile(between.join(map(_as_pattern, ends)), re.IGNORECASE | re.DOTALL)
    spans = [
        (block.start + found.start(), block.start + found.end())
        for block in article.blocks
        for found in whole.finditer(article.text[block.start : block.end])
    ]
    if not spans:
        return f"“{excerpt(typed)}” does not stand in one paragraph of the article"
    if len(spans) > 1:
        return f"“{excerpt(typed)}” stands there more than once; type more of it"
    start, end = spans[0]
    return Passage(start=start, end=end, quote=article.text[start:end])


def _as_pattern(words: str) -> str:
    r"""Return what matches the words however they are set: ``don't`` as ``don’t``, too."""
    pattern = ""
    for part in re.findall(r"\w+|\s+|[^\w\s]", words):
        if part[0].isspace():
            pattern += r"\s+"
        elif part in _QUOTES:
            pattern += f"[{_QUOTES}]"
        elif part in _DASHES:
            pattern += f"[{re.escape(_DASHES)}]"
        else:
            pattern += re.escape(part)
    return rf"(?<!\w){pattern}" + (r"(?!\w)" if words[-1].isalnum() else "")


_QUOTES = "\"'`´‘’‚“”„«»‹›"
_DASHES = "-‐‑‒–—−"
