"""Text from articles, made safe to stand in HTML, without losing a character that HTML can hold."""

import json
import re
from html import escape

_UNSAFE = re.compile("[\r\0\ud800-\udfff]")


def escape_text(text: str) -> str:
    """Return *text* for an element or an attribute in quotation marks.

    A carriage return is written as a reference, since a parser would make a line feed of it; what
    no HTML can hold (U+0000, half a surrogate pair) becomes U+FFFD.
    """
    return _UNSAFE.sub(_replace, escape(text))


def escape_json(value: object) -> str:
    """Return *value* as JSON for a ``<script>`` of data: no character of it can end the element."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _replace(match: re.Match[str]) -> str:
    return "&#13;" if match[0] == "\r" else "\ufffd"
