"""Text that a terminal may be shown: nothing that stands in an article acts on it."""

import json
import re
import unicodedata


def on_one_line(text: str) -> str:
    """Return *text* without line breaks and control characters, which articles and names hold."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) == "Cc" else character
        for character in " ".join(text.split())
    )


def json_text(content: object) -> str:
    """Return JSON for scripts: indented, not escaped but for what a terminal obeys."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    # JSON leaves the second set of control characters as they are; a terminal obeys them.
    return re.sub("[\x7f-\x9f]", lambda match: f"\\u{ord(match[0]):04x}", text)
