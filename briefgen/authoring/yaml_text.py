"""Texts of a codebook as YAML that its reader takes back as they are."""

import json
import re

_PLAIN = re.compile(r"[A-Za-z][\w’'./-]*(?: [\w’'./-]+)*")
_NOT_TEXT = frozenset("null true false yes no on off y n".split())


def scalar(text: str) -> str:
    """Return a text as a value: plain where YAML reads it as text, else in quotation marks."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT
    # A JSON string is a YAML string; what cannot be shown stands there by its number.
    return text if plain else "".join(map(_shown, json.dumps(text, ensure_ascii=False)))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def flow_list(texts: tuple[str, ...] | list[str]) -> str:
    """Return texts as a list on one line."""
    return f"[{', '.join(map(scalar, texts))}]"


def slug(text: str) -> str:
    """Return a text as an id: small letters and digits, single hyphens."""
    plain = "".join(character for character in text.lower() if character.isascii())
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
