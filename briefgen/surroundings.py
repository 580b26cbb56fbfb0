"""The sentences around statements, cut out of their articles: what an annex prints for checking.

Records hold spans, not texts. So this asks for the articles again; nothing of it is kept in the
files that others read.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefgen.models import Article, Statement
from briefgen.models.context import Context

LONGEST_WORDS = 80
"""Of a sentence; a longer one is no help to a reader, and is left out rather than cut."""

_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*(?=\s+["'“‘„«(\[]?[A-ZÀ-Þ0-9])""")


def find_contexts(article: Article, statements: Iterable[Statement]) -> dict[str, Context]:
    """Return, by the statement's id, what stands before and behind each statement.

    Before it stands the beginning of its own sentence, where the statement is cut out of one, else
    the sentence before it; behind it likewise. Furniture is no context.

    Args:
        article: as it was read.
        statements: of this article.
    """
    spans = [(b.start, b.end) for b in article.blocks if b.kind != "furniture"]
    return {
        statement.id: Context(
            before=_nearest(_texts_before(article.text, spans, statement.start), -1),
            after=_nearest(_texts_behind(article.text, spans, statement.end), 0),
        )
        for statement in statements
    }


def _texts_before(text: str, spans: Sequence[tuple[int, int]], place: int) -> Iterable[str]:
    """Yield what stands before *place*, block by block, the nearest first."""
    for start, end in reversed(spans):
        if start < place:
            yield text[start : min(end, place)]


def _texts_behind(text: str, spans: Sequence[tuple[int, int]], place: int) -> Iterable[str]:
    for start, end in spans:
        if end > place:
            yield text[max(start, place) : end]


def _split(text: str) -> list[str]:
    """Return the sentences of *text*, each on one line, without those that are a mark alone."""
    places = [0, *(end.end() for end in _SENTENCE_END.finditer(text)), len(text)]
    cut = (" ".join(text[a:b].split()).lstrip(" ,;:") for a, b in pairwise(places))
    return [sentence for sentence in cut if any(letter.isalnum() for letter in sentence)]


def _nearest(texts: Iterable[str], place: int) -> str | None:
    """Return the first (0) or last (-1) sentence of the first text that has one."""
    found = next((sentences for sentences in map(_split, texts) if sentences), None)
    if found is None or len(found[place].split()) > LONGEST_WORDS:
        return None
    return found[place]
