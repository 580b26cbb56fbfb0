"""Small words that templates need: counts, lists, dates, quotation marks.

In the language of the page (:mod:`briefgen.languages`); English where nobody said which it is.
"""

import re
from collections.abc import Iterable, Sequence

from briefgen.languages import current, fill
from briefgen.rendering.escaping import Markdown, squeeze

_WORD = re.compile(r"\w+")
_DOUBLE_MARKS = re.compile(r'["“”„‟«»]')
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"))
_QUOTED_END = re.compile(r"(?P<before>[^“”]+ “)(?P<quoted>[^“”]+?)…?(?P<end>”)")
_OUTER_MARKS = {"“": "”", '"': '"', "„": "“”", "«": "»"}


def number_word(count: int) -> str:
    """Return a count as a word up to ten (``no`` for none), as a numeral beyond."""
    return current().number_word(count)


def figure(count: int) -> str:
    """Return a whole number in figures, as the language of the page groups them."""
    return current().figure(count)


def decimal(value: float, places: int) -> str:
    """Return a number with so many places behind the point, or the comma."""
    return current().decimal(value, places)


def counted(count: int, one: str, more: str) -> str:
    """Return a count with the word for one or for more: ``two sources``.

    In another language by the message ``%(count)s source``, so that the word for one may come with
    its article.
    """
    language = current()
    form = language.plural(f"%(count)s {one}", f"%(count)s {more}", count)
    return fill(form, {"count": language.number_word(count)})


def start_sentence(text: str) -> str:
    """Return *text* with its first character as a capital, the rest as it is."""
    start = text[:1].upper() + text[1:]
    return Markdown(start) if hasattr(text, "__html__") else start


def listing(items: Iterable[str], last: str = "and") -> Markdown:
    """Return items as a list in a sentence: ``a, b and c``; each escaped unless Markdown."""
    parts = [Markdown.escape(item) for item in items]
    if len(parts) < 2:
        return parts[0] if parts else Markdown()
    two, start, middle, end = current().list_pattern(last)
    if len(parts) == 2:
        return _put_together(two, *parts)
    text = _put_together(end, parts[-2], parts[-1])
    for part in reversed(parts[1:-2]):
        text = _put_together(middle, part, text)
    return _put_together(start, parts[0], text)


def _put_together(pattern: str, first: Markdown, second: Markdown) -> Markdown:
    before, _, rest = pattern.partition("{0}")
    between, _, behind = rest.partition("{1}")
    return Markdown(before) + first + Markdown(between) + second + Markdown(behind)


def join(items: Iterable[object], separator: str = "") -> Markdown:
    """Return items one after another; each escaped unless Markdown. The separator is Markdown."""
    return Markdown(separator).join(Markdown.escape(item) for item in items)


def long_date(published: str) -> str:
    """Return an ISO date, month or year in words: ``17 October 2025``; other text as it is."""
    return current().date(published)


def date_range(first: str | None, last: str | None) -> str | None:
    """Return ``3 May to 17 October 2025``; None where neither date is known."""
    if first is None or last is None or first == last:
        known = last or first
        return long_date(known) if known else None
    return current().date_range(first, last)


def in_quotation_marks(quote: str) -> str:
    """Return a quotation on one line, in marks that do not change a character of it.

    “…” in English, whatever marks stand inside: turning those into ‘…’ would alter the article.
    None are added where the quotation stands in a pair of double marks already.
    """
    quote = squeeze(quote)
    closing = _OUTER_MARKS.get(quote[:1], "")
    if len(quote) > 1 and quote[-1] in closing and not _DOUBLE_MARKS.search(quote[1:-1]):
        return quote
    before, behind = current().quotation_marks()
    return f"{before}{quote}{behind}"


def shorten(text: str, limit: int) -> str:
    """Return *text* on one line, cut at a word and marked with … where longer than *limit*."""
    text = squeeze(text)
    if len(text) <= limit:
        return text
    if inside := _QUOTED_END.fullmatch(text):  # a name that is an opening: cut that, not the name
        room = limit - len(inside["before"]) - 1
        cut = shorten(inside["quoted"], room) if room > len(inside["before"]) // 2 else ""
        if cut.rstrip("…"):
            return f"{inside['before']}{cut.rstrip('…')}…{inside['end']}"
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
