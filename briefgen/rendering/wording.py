"""Small words that templates need: counts, lists, dates, quotation marks.

Everything here is English; an audience in another language brings its own macros.
"""

import re
from collections.abc import Iterable, Sequence

from briefgen.rendering.escaping import Markdown, squeeze

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WORD = re.compile(r"\w+")
_DOUBLE_MARKS = re.compile(r'["“”„‟«»]')
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"))
_OUTER_MARKS = {"“": "”", '"': '"', "„": "“”", "«": "»"}


def number_word(count: int) -> str:
    """Return a count as a word up to ten (``no`` for none), as a numeral beyond."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, more: str) -> str:
    """Return a count with the word for one or for more: ``two sources``."""
    return f"{number_word(count)} {one if count == 1 else more}"


def start_sentence(text: str) -> str:
    """Return *text* with its first character as a capital, the rest as it is."""
    start = text[:1].upper() + text[1:]
    return Markdown(start) if hasattr(text, "__html__") else start


def listing(items: Iterable[str], last: str = "and") -> Markdown:
    """Return items as a list in a sentence: ``a, b and c``; each escaped unless Markdown."""
    parts = [Markdown.escape(item) for item in items]
    if len(parts) < 2:
        return parts[0] if parts else Markdown()
    return Markdown(", ").join(parts[:-1]) + Markdown(f" {last} ") + parts[-1]


def join(items: Iterable[object], separator: str = "") -> Markdown:
    """Return items one after another; each escaped unless Markdown. The separator is Markdown."""
    return Markdown(separator).join(Markdown.escape(item) for item in items)


def long_date(published: str) -> str:
    """Return an ISO date, month or year in words: ``17 October 2025``; other text as it is."""
    match = _DATE.fullmatch(published.strip()[:10])
    if match is None or (match[2] and not 1 <= int(match[2]) <= len(_MONTHS)):
        return published
    day = f"{int(match[3])} " if match[3] else ""
    return f"{day}{_MONTHS[int(match[2]) - 1]} {match[1]}" if match[2] else match[1]


def date_range(first: str | None, last: str | None) -> str | None:
    """Return ``3 May to 17 October 2025``; None where neither date is known."""
    if first is None or last is None or first == last:
        known = last or first
        return long_date(known) if known else None
    start, end = long_date(first), long_date(last)
    year = f" {last[:4]}"
    if first[:4] == last[:4] and start.endswith(year) and start != year.strip():
        start = start.removesuffix(year)
    return f"{start} to {end}"


def in_quotation_marks(quote: str) -> str:
    """Return a quotation on one line, in marks that do not change a character of it.

    “…”, whatever marks stand inside: turning those into ‘…’ would alter the article. None are
    added where the quotation stands in a pair of double marks already.
    """
    quote = squeeze(quote)
    closing = _OUTER_MARKS.get(quote[:1], "")
    if len(quote) > 1 and quote[-1] in closing and not _DOUBLE_MARKS.search(quote[1:-1]):
        return quote
    return f"“{quote}”"


def shorten(text: str, limit: int) -> str:
    """Return *text* on one line, cut at a word and marked with … where longer than *limit*."""
    text = squeeze(text)
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return _close(head).rstrip(" ,;:.–—-") + "…"


def _close(head: str) -> str:
    """Return *head* without what a mark or a bracket opens that the cut leaves open.

    Where little were left of it, it stays as it is: a name has to be known by its beginning.
    """
    for opening, closing in _PAIRS:
        place = head.rfind(opening)
        if place > len(head) // 3 and closing not in head[place + 1 :]:
            head = head[:place]
    return head


def with_full_stop(sentence: str) -> str:
    """Return a sentence that ends in a stop, a question or an exclamation mark."""
    sentence = squeeze(sentence)
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def count_words(text: str) -> int:
    r"""Return how many words a text has: runs of ``\w``, as the audit counts them."""
    return len(_WORD.findall(text))


def first_of_each(keys: Sequence[str]) -> tuple[str, ...]:
    """Return the keys without repetitions, in their order."""
    return tuple(dict.fromkeys(keys))
