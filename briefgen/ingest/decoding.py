"""From a file's bytes to its text, without editing: line ends and odd characters stay.

Order of trust: a byte order mark, strict UTF-8, UTF-16 without a mark, Windows-1252 where the
result reads like a western text, then the detector's best guess. What is not text is refused.
"""

import codecs
import re

from briefgen.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_SAMPLE_BYTES = 65_536
_FOREIGN_LETTERS_SHARE = 0.25
"""Western prose has under a tenth of its letters outside ASCII; Cyrillic or Greek bytes read as
Windows-1252 have nearly all."""
_CONTROLS_SHARE = 0.01


def decode_bytes(data: bytes, where: str) -> str:
    """Return the text of *data*; a byte order mark is not part of it.

    Raises:
        ArticleError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], encoding, where)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(
                f"this is {what}, not text", where=where, hint="save it as .txt, .md or .html"
            )
    if b"\0" in data:
        return _decode_strictly(data, _guess_utf16(data, where), where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_legacy(data, where)
    return _refuse_controls(text, where)


def _decode_strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise ArticleError(
            f"not valid {encoding.upper()} at byte {exc.start}",
            where=where,
            hint="save the file as UTF-8",
        ) from exc
    return _refuse_controls(text, where)


def _guess_utf16(data: bytes, where: str) -> str:
    """Tell the byte order from the side on which the zero bytes stand."""
    sample = data[:_SAMPLE_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 20
    if len(data) % 2 == 0 and odd > enough and even <= odd // 20:
        return "utf-16-le"
    if len(data) % 2 == 0 and even > enough and odd <= even // 20:
        return "utf-16-be"
    raise _binary(where)


def _binary(where: str) -> ArticleError:
    return ArticleError(
        "this is a binary file, not text", where=where, hint="save it as .txt, .md or .html"
    )


def _decode_legacy(data: bytes, where: str) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _reads_western(text[:_SAMPLE_BYTES]):
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE_BYTES]).best()
    if best is None:
        raise _binary(where)
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError) as exc:
        raise _binary(where) from exc


def _reads_western(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character.isalpha() and not character.isascii() for character in text)
    return foreign <= letters * _FOREIGN_LETTERS_SHARE


def _refuse_controls(text: str, where: str) -> str:
    sample = text[:_SAMPLE_BYTES]
    controls = len(re.findall("[\x00-\x08\x0e-\x1b\x7f]", sample))
    if "\0" in text or controls > len(sample) * _CONTROLS_SHARE:
        raise _binary(where)
    return text
