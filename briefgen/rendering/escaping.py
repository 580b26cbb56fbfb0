"""Text from articles, made safe to stand in Markdown.

An article is data. Whatever it contains (asterisks, tags, links, comments, table bars) must come
out as those characters, so every character that Markdown or GitHub would interpret at its place is
escaped, and no other: the raw Markdown should show a quotation as it is in the article.
"""

import re
from functools import lru_cache
from typing import Self

from markupsafe import Markup

STANCE_MARKS = "●■◐○"
"""Characters that the layout turns into drawn marks; from an article they stay characters."""

_ALWAYS = re.compile(r"[\\`*\[\]<|~]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_EMOJI = re.compile(r":(?=[\w+-]+:)")
_BARE_LINK = re.compile(
    r"(?i)(?<=\bhttp):(?=//)|(?<=\bhttps):(?=//)|(?<=\bftp):(?=//)|(?<=\bwww)\."
)
_FORMULA = re.compile(r"\$(?=\S)[^$]*(?<=\S)\$(?!\d)")
_AT_START = re.compile(r"^( ?)(?:#(?!$)|[>+=-]|\d{1,9}(?=[.)](?:\s|$)))")
_KEPT = 4096
"""Texts that are kept as escaped: a page is printed several times."""
_SPACE = re.compile(r"\s+")
_AT_END = re.compile(r"(?<!\S)#(?=#*$)")
_MARKS = re.compile(f"[{STANCE_MARKS}]")


class Markdown(Markup):
    """Text that already is Markdown and is printed as it stands.

    Joining it with other text escapes the other text for Markdown (not for HTML, as the class
    that it comes from would).
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """Return *s* escaped for Markdown; unchanged where it already is Markdown."""
        return cls(s) if hasattr(s, "__html__") else cls(escape_markdown(str(s)))


def squeeze(text: str) -> str:
    """Return *text* with every run of white space, line ends included, as one space."""
    return " ".join(text.split())


@lru_cache(_KEPT)
def escape_markdown(text: str) -> str:
    """Return *text* on one line, with what Markdown or GitHub would interpret escaped."""
    text = _SPACE.sub(" ", text)
    has_formula = _FORMULA.search(text) is not None
    text = _ALWAYS.sub(r"\\\g<0>", text)
    for pattern in (_UNDERSCORE, _ENTITY, _EMOJI, _BARE_LINK, _AT_END):
        text = pattern.sub(r"\\\g<0>", text)
    if has_formula:
        text = text.replace("$", r"\$")
    text = _AT_START.sub(_escape_start, text)
    return _MARKS.sub(lambda match: f"&#{ord(match[0])};", text)


def _escape_start(match: re.Match[str]) -> str:
    """Escape what would open a heading, a quotation, a list or an underline at a line's start."""
    # A backslash before a digit is no escape; the digits are written as they are, the first one
    # as its number.
    space = match[1]
    start = match[0].removeprefix(space)
    escaped = f"&#{ord(start[0])};{start[1:]}" if start[0].isdigit() else f"\\{start}"
    return space + escaped
