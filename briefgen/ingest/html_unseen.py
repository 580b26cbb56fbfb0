"""What a page holds and does not show: no part of the article, and looked at only to tell of it.

An element is unseen by its kind, by an attribute, by its own style, or by a rule of the page's
style sheet for its class or id: not displayed, without size, out of the page, or in the colour of
what is behind it. A page may hide its article until a script runs: where nothing like an article
would be left, rules of the style sheet and transparency hide nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefgen.ingest.addressing import Unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSEEN_TAGS = frozenset(
    "script style template noscript head title meta link svg math iframe object embed canvas "
    "textarea datalist param source track area map input img".split()
)
_CODE = frozenset(("script", "style", "head", "title", "link"))
"""Unseen kinds whose text is no text for readers."""
_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder", "summary", "data-prompt", "value")
_MAX_PIECES = 2_000
_ARTICLE_WORDS = 60
"""A page that shows fewer words shows its article later."""
_NOTHING = r"0(?:\.0+)?(?:px|pt|em|rem|%|vw|vh)?(?![\d.])"
_FAR = r"-(?:\d{3,}(?:\.\d+)?(?:em|rem|vw|vh|%)|\d{4,}(?:\.\d+)?px|999px)"
_HIDING = re.compile(
    rf"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|font-size:{_NOTHING}"
    r"|color:transparent"
    rf"|(?:left|top|right|bottom|text-indent|margin-left|margin-top):{_FAR}"
    rf"|transform:[^;]*(?:scale\({_NOTHING}|translate[xy]?\({_FAR})"
    r"|clip:rect\((?:(?:0|1px|0px)[, ]*){4}\)|clip-path:(?:inset\((?:50|100)%|circle\(0))"
)
_TRANSPARENT = re.compile(rf"(?:^|;)opacity:{_NOTHING}")
_TINY = re.compile(rf"(?:^|;)(?:max-)?(?:height|width):(?:{_NOTHING}|1px)(?=;|$|!)")
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
_WHITE = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)", "#fefefe", "#fffffe"))
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_SIMPLE = re.compile(r"[\w-]*([.#][\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MAX_SHEET = 200_000


class Hiding:
    """What a page's styles hide.

    Args:
        tree: the page, as ``lxml.html`` reads it.
    """

    def __init__(self, tree: Any) -> None:  # noqa: ANN401 (lxml has no types)
        names = _hidden_names(tree)
        self._classes = frozenset(name[1:] for name in names if name.startswith("."))
        self._ids = frozenset(name[1:] for name in names if name.startswith("#"))
        self._waits = False
        self._waits = self._count_shown(tree) < _ARTICLE_WORDS

    def is_unseen(self, element: Any) -> bool:  # noqa: ANN401
        """Tell whether an element with all that is in it is not shown."""
        if element.tag in UNSEEN_TAGS or element.get("hidden") is not None:
            return True
        if (element.get("aria-hidden") or "").strip().lower() == "true":
            return True
        style = _style_of(element)
        if style and (_hides(style) or _is_of_one_colour(style, element)):
            return True
        return not self._waits and self._may_be_shown_later(element, style)

    def _may_be_shown_later(self, element: Any, style: str) -> bool:  # noqa: ANN401
        """Tell what is hidden in a way that scripts are known to undo."""
        if _TRANSPARENT.search(style) or element.get("id") in self._ids:
            return True
        return not self._classes.isdisjoint((element.get("class") or "").split())

    def _count_shown(self, tree: Any) -> int:  # noqa: ANN401
        """Return how many words the page shows."""
        words = 0
        stack = [tree]
        while stack:
            element = stack.pop()
            if isinstance(element.tag, str) and not self.is_unseen(element):
                words += len((element.text or "").split())
                stack.extend(element)
            words += len((element.tail or "").split())
        return words


def list_unseen(tree: Any, source: str, hiding: Hiding) -> list[Unseen]:  # noqa: ANN401
    """Return the pieces of text of a page that are not shown, comments among them.

    Args:
        tree: the page, as ``lxml.html`` reads it.
        source: the page as it was written.
        hiding: what its styles hide.
    """
    pieces = [Unseen("comment", text) for text in _comments(source)]
    for element in tree.iter():
        if len(pieces) >= _MAX_PIECES:
            break
        if not isinstance(element.tag, str):
            continue
        if element.tag == "meta":
            pieces.append(Unseen("attribute", element.get("content") or ""))
        elif element.tag == "title":
            pieces.append(Unseen("metadata", element.text or ""))
        elif element.tag not in _CODE and hiding.is_unseen(element):
            pieces.append(Unseen("hidden element", "".join(element.itertext()).strip()))
        pieces += [
            Unseen("attribute", element.get(name)) for name in _ATTRIBUTES if element.get(name)
        ]
    return [piece for piece in pieces if piece.text.strip()]


def _comments(source: str) -> Iterator[str]:
    start = source.find("<!--")
    while start >= 0:
        end = source.find("-->", start)
        yield source[start + 4 : end if end >= 0 else len(source)]
        start = source.find("<!--", end) if end >= 0 else -1


def _hidden_names(tree: Any) -> set[str]:  # noqa: ANN401
    """Return the classes and ids that a rule of their own hides; with their mark, "." or "#"."""
    names: set[str] = set()
    for sheet in tree.iter("style"):
        text = _COMMENT.sub("", (sheet.text or "")[:_MAX_SHEET])
        for selectors, body in _RULE.findall(text):
            rules = "".join(body.lower().split())
            if not (_hides(rules) or _TRANSPARENT.search(rules)):
                continue
            for selector in selectors.split(","):
                match = _SIMPLE.fullmatch(selector.strip())
                if match:
                    names.add(match[1])
    return names


def _style_of(element: Any) -> str:  # noqa: ANN401
    return "".join((element.get("style") or "").lower().split())


def _hides(style: str) -> bool:
    clipped = "overflow:hidden" in style and _TINY.search(style)
    return bool(_HIDING.search(style) or clipped)


def _is_of_one_colour(style: str, element: Any) -> bool:  # noqa: ANN401
    """Tell whether the letters have the colour of what is behind them, which is white by itself."""
    colour = _COLOUR.search(style)
    if colour is None:
        return False
    behind = _BACKGROUND.search(style)
    parent = element.getparent()
    while behind is None and parent is not None:
        behind = _BACKGROUND.search(_style_of(parent))
        if behind is None and (parent.get("class") or parent.get("bgcolor") or parent.get("id")):
            return False  # its background may be in a style sheet
        parent = parent.getparent()
    if behind is None:
        return colour[1] in _WHITE
    return behind[1] == colour[1] or {behind[1], colour[1]} <= _WHITE
