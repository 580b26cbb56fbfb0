"""Text that a terminal may be shown: nothing that stands in an article acts on it."""

import json
import re
import unicodedata

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what stands behind them."""


def is_obeyed(character: str) -> bool:
    """Tell a character that a terminal obeys instead of showing it."""
    return character in _TURNING or unicodedata.category(character) == "Cc"


def on_one_line(text: str) -> str:
    """Return *text* without line breaks and control characters, which articles and names hold."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if is_obeyed(character) else character
        for character in " ".join(text.split())
    )


def json_text(content: object) -> str:
    """Return JSON for scripts: indented, not escaped but for what a terminal obeys."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    # JSON leaves the second set of control characters as they are; a terminal obeys them.
    return re.sub("[\x7f-\x9f]", lambda match: f"\\u{ord(match[0]):04x}", text)


def excerpt(text: str, limit: int = 60) -> str:
    """Return the beginning of *text* on one line, at most *limit* characters and an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()}…"


def counted(number: int, what: str) -> str:
    """Return "1 article", "2 articles"."""
    return f"{number} {what}" + ("" if number == 1 else "s")
