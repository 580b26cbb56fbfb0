"""How wide letters are in the fonts of the PDF, for what measures pages without laying them out."""

from functools import lru_cache
from typing import Literal

from briefgen.rendering.lettering import text_width

Face = Literal["serif", "serif-italic", "serif-bold", "sans", "sans-bold"]

# Letters by their advance in hundredths of the size, from the packaged font files; a letter with
# an accent is as wide as without. A test compares them with the files.
LETTERS: dict[Face, dict[int, str]] = {
    "serif": {
        18: "'", 21: "‘’‚", 23: " ", 25: "|", 28: "j", 29: "!", 30: ",.:;il·ł", 31: "-", 32: "[]t",
        33: "/\\", 34: "(){}", 35: "f", 36: '"', 37: "IJ", 40: "`", 42: "?r“”„", 43: "s", 44: "*",
        46: "z", 49: "c«»§", 50: "$0123456789v€£", 51: "S_aey–", 52: "g", 53: "#+<=>^x~×÷",
        55: "Zkoðøþ", 56: "q", 57: "d", 58: "Fbpu", 59: "Pß", 60: "ELThŁ", 61: "nÞ", 63: "BCY",
        65: "RX", 66: "A↑", 67: "KV", 68: "G", 71: "DOQÐØ", 72: "&", 73: "U", 74: "N", 76: "w",
        78: "æ", 79: "H", 81: "—", 84: "@", 86: "%", 87: "œ", 90: "Mm…", 92: "Æ", 94: "Œ", 96: "W",
    },
    "serif-italic": {
        23: " ", 25: "|", 26: "'j", 28: "l‘’ł", 29: "!f", 30: ",.:;i‚·", 31: "-\\", 32: "[]",
        33: "/t", 36: "Is", 38: "(){}", 40: "J`r", 41: "ce", 42: '"', 44: "?", 46: "z§", 47: "k",
        48: "*vy“”", 49: "Sbgoqðø", 50: "ßþ„", 51: "$0123456789_p–€£", 52: "adx", 53: "+<=>^~×÷",
        54: "Zh", 55: "FY«»", 56: "#PnÞ", 57: "LTuŁ", 59: "CE", 60: "V", 62: "B", 65: "R",
        66: "GKOQXØ", 67: "æ", 68: "A", 69: "&", 70: "DÐ", 71: "U", 73: "Nw", 74: "œ", 76: "H",
        81: "—", 82: "m", 87: "%@W", 88: "Æ", 89: "Œ", 90: "…", 93: "M",
    },
    "serif-bold": {
        21: "'‘’‚", 22: " ", 26: "|", 29: "j", 30: ",.:;·", 31: "ilł", 32: "!-", 33: "[]",
        34: "t{}", 36: "()/\\f", 38: "IJ", 40: '"`', 42: "“”„", 43: "?", 44: "*rs", 46: "z",
        50: "c", 51: "§", 52: "$0123456789_aevy–€«»£", 53: "Sg", 54: "+<=>^x~×÷", 55: "#ð",
        56: "Zoø", 57: "kq", 58: "Fdþ", 59: "LbŁ", 60: "EPpu", 61: "hn", 62: "TÞß", 63: "CY",
        64: "B", 65: "X", 66: "↑", 67: "ARV", 68: "GK", 70: "OQØ", 71: "DÐ", 72: "&", 73: "NU",
        78: "Hw", 79: "æ", 82: "—", 86: "@œ", 87: "%", 90: "Mm…", 91: "Æ", 93: "Œ", 97: "W",
    },
    "sans": {
        20: " ", 24: "|", 25: "',.:;ij‘’‚·", 26: "Ilł", 29: "!f", 30: "()[]{}", 31: "-", 34: "t",
        35: "/\\r", 42: "*?sz", 43: '"“”„«»', 45: "x", 46: "c", 47: "vy", 48: "JY–", 49: "FLŁ",
        50: "#$+0123456789<=>^_aegk~×÷€£§", 51: "X", 52: "V", 53: "ES", 54: "ATZ`houø", 55: "bnð",
        56: "dpqþ", 57: "CPR", 58: "KÞß", 59: "B", 61: "&", 62: "DG↑", 64: "UÐ", 65: "HN",
        66: "OQØ", 72: "w", 73: "M", 78: "æ", 79: "W", 80: "—", 82: "%Æ", 83: "m", 84: "œ",
        85: "@Œ", 95: "…",
    },
    "sans-bold": {
        20: " ", 26: "ij|", 27: "l", 28: "',.:;I‘’‚·ł", 32: "!()-[]f{}", 34: "/\\", 36: "t",
        37: "r", 43: "s", 44: "*?z", 46: "c«»", 48: '"x“”„–', 49: "J", 50: "LY_vy",
        51: "#$+0123456789<=>F^e~×÷€Ł£§", 52: "agk", 54: "EVXZ", 55: "ST`oðø", 56: "Abdhnpquþ",
        58: "CP", 59: "R", 60: "BKÞß", 62: "D↑", 63: "G", 64: "&", 65: "Ð", 66: "HNU", 67: "OQØ",
        74: "M", 75: "w", 78: "æ", 80: "W—", 83: "Æœ", 84: "%m", 86: "Œ", 88: "@", 96: "…",
    },
}  # fmt: skip
_ADVANCE: dict[Face, dict[str, float]] = {
    face: {letter: width / 100 for width, letters in table.items() for letter in letters}
    for face, table in LETTERS.items()
}
_KEPT = 20_000
"""Words whose width is kept: a page is measured several times."""


@lru_cache(_KEPT)
def face_width(word: str, face: Face) -> float:
    """Return how wide a word is at size 1; letters that the tables lack count as in a drawing."""
    advance = _ADVANCE[face]
    return sum(advance[letter] if letter in advance else _other(letter, advance) for letter in word)


def _other(letter: str, advance: dict[str, float]) -> float:
    from unicodedata import normalize

    return advance.get(normalize("NFD", letter)[0]) or text_width(letter, 1)
