"""How wide text is in a drawing, and how it is broken or cut to fit: SVG text does not flow.

A drawing must hold its labels in the PDF, which has Source Sans Pro, and in a browser, which sets
Helvetica, Arial or a font with their widths where Source Sans Pro is not installed. So a letter
counts with the larger of the two widths.
"""

import unicodedata

from briefgen.rendering.escaping import squeeze
from briefgen.rendering.wording import shorten

# Letters by their advance in hundredths of the size: the larger of Source Sans Pro 2.045 (regular)
# and Liberation Sans 2.1, which has Arial's widths; both are measured on the font files.
_LETTERS: dict[int, str] = {
    25: "ij‘’", 26: "l|", 27: "ł", 28: " ,.:;I·ı", 29: "!", 30: "f", 31: "[]", 34: "()-t{}",
    35: "/\\r", 36: "•", 42: "*", 43: "\"“”", 50: "J^cksvxyz", 55: "'`", 56: "#$0123456789?L_abde"
    "ghnopqu–Łđþ€£«»", 59: "+<=>~", 62: "FTZßø", 67: "&ABEKPSVXYÞ", 73: "CDHNRUwĐ", 78: "GOQØ",
    84: "Mm", 89: "%æ", 95: "Wœ", 100: "—…ÆŒ", 102: "@",
}  # fmt: skip
_ADVANCE = {letter: width / 100 for width, letters in _LETTERS.items() for letter in letters}
_WIDE, _OTHER_CAPITAL, _OTHER = 1.0, 1.02, 0.84
"""Of letters that the table lacks: Chinese, Japanese, Korean and pictures; capitals and others as
the widest of Greek and Cyrillic."""
_CUT_MARK = "…"


def text_width(text: str, size: float) -> float:
    """Return how wide *text* is at *size*, at most, in points."""
    return size * sum(_advance(letter) for letter in text)


def _advance(letter: str) -> float:
    """Return a letter's advance as a part of the size."""
    if letter in _ADVANCE:
        return _ADVANCE[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _ADVANCE:
        return _ADVANCE[base]
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _OTHER_CAPITAL if letter.isupper() else _OTHER


def wrap(text: str, width: float, size: float) -> list[str]:
    """Break *text* into lines of at most *width* points where its words allow it."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def fit_text(text: str, width: float, size: float) -> str:
    """Return *text* on one line, cut at a word and marked with … where it is wider than *width*.

    A first word that is too wide is cut within; nothing is left where not even … has room.
    """
    text = squeeze(text)
    if text_width(text, size) <= width:
        return text
    room, kept = width - text_width(_CUT_MARK, size), 0
    for letter in text:
        room -= text_width(letter, size)
        if room < 0:
            break
        kept += 1
    return shorten(text, kept + 1) if kept else ""
