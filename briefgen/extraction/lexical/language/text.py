"""Tokens and sentences of an article's body, with their offsets into its text.

Everything later works on tokens, never on the text itself, so that offsets survive and the time
stays linear in the length of the article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from briefgen.extraction.lexical.language.inflection import stem
from briefgen.models import Article, Block

# A word keeps its inner apostrophes and dots (don't, U.S.), loses its hyphens (air-defense is two
# words); everything else that is no space is a mark of its own.
_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘][^\W_]+)*(?:[.,]\d+)*)|(?P<mark>--+|''|``|\.\.\.|[^\w\s]|_)"
)
_APOSTROPHES = str.maketrans("’‘`", "'''")
_FOLDED = {"US": "u.s."}
"""Names that in lower case would be another word: "us"."""
OPENING_QUOTES = frozenset("“„«")
CLOSING_QUOTES = frozenset("”»")
STRAIGHT_QUOTES = frozenset(('"', "''", "``"))
# sentencex takes quadratic time on one paragraph of megabytes; no real sentence is this long.
_CHUNK_CHARACTERS = 20_000
_BEFORE_NAMES = re.compile(r"\b(?:Ms|Mx|Msgr|Messrs|Mmes|Drs|Sens|Reps|Govs|Profs)\.\s*$")
"""Titles whose full stop sentencex takes for the end of a sentence."""
_MAX_SENTENCE_TOKENS = 300
"""Longer than any sentence that a person wrote to be read."""


class Token(NamedTuple):
    """A word or a mark."""

    start: int
    end: int
    text: str
    lower: str
    """Lower case, apostrophes straight, a possessive ``'s`` removed."""
    stem: str
    is_word: bool
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(slots=True)
class Sentence:
    """A sentence of a body block."""

    index: int
    """Position in the article, from 0."""
    paragraph: int
    """Position of its block among the body blocks, from 0."""
    start: int
    end: int
    tokens: list[Token]
    quoted: list[bool]
    """For each token, whether it stands inside quotation marks (the marks themselves count)."""
    heading: bool = False
    words: int = field(default=0)
    names: frozenset[str] = frozenset()
    """Lower-case words that the article writes with a capital inside sentences: at the head of a
    sentence, a capital alone names nobody."""


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with offsets into *text*."""
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        raw = match.group()
        if match.lastgroup == "word":
            lower = _FOLDED.get(raw) or _lower(raw)
            possessive = lower.endswith(("'s", "s'"))
            plain = lower[:-2] if lower.endswith("'s") else lower.rstrip("'")
            tokens.append(
                Token(match.start(), match.end(), raw, plain, stem(plain), True, possessive)
            )
        else:
            mark = raw.translate(_APOSTROPHES)
            tokens.append(Token(match.start(), match.end(), raw, mark, mark, False, False))
    return tokens


def _lower(word: str) -> str:
    lower = word.lower()
    return lower if lower.isascii() else lower.translate(_APOSTROPHES)


def split_sentences(article: Article) -> list[Sentence]:
    """Return the sentences of the article's headings and body blocks, in the order of the text."""
    sentences: list[Sentence] = []
    paragraph = -1
    for block in article.blocks:
        if block.kind == "furniture":
            continue
        paragraph += 1
        open_quote = False
        for tokens in _pieces(article.text, block):
            start, end = tokens[0].start, tokens[-1].end
            words = sum(token.is_word for token in tokens)
            if not words:
                continue
            quoted, open_quote = _mark_quoted(tokens, open_quote)
            sentences.append(
                Sentence(
                    len(sentences),
                    paragraph,
                    start,
                    end,
                    tokens,
                    quoted,
                    block.kind == "heading",
                    words,
                )
            )
    names = _names(sentences)
    for sentence in sentences:
        sentence.names = names
    return sentences


def _names(sentences: list[Sentence]) -> frozenset[str]:
    found = set()
    for sentence in sentences:
        if sentence.heading:
            continue
        for before, token in pairwise(sentence.tokens):
            if token.capital and (before.is_word or before.text == ","):
                found.add(token.lower)
    return frozenset(found)


def _pieces(text: str, block: Block) -> Iterator[list[Token]]:
    """Yield the tokens of each sentence; an endless one in pieces, so that time stays linear."""
    for start, end in _boundaries(text, block):
        tokens = tokenize(text, start, end)
        for first in range(0, len(tokens), _MAX_SENTENCE_TOKENS):
            yield tokens[first : first + _MAX_SENTENCE_TOKENS]


def _boundaries(text: str, block: Block) -> Iterator[tuple[int, int]]:
    from sentencex import get_sentence_boundaries

    for chunk_start, chunk_end in _chunks(text, block.start, block.end):
        begun: int | None = None
        for boundary in get_sentence_boundaries("en", text[chunk_start:chunk_end]):
            start = chunk_start + boundary["start_index"] if begun is None else begun
            end = chunk_start + boundary["end_index"]
            if end < chunk_end and _goes_on(text, end):
                begun = start
                continue
            begun = None
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                yield start, end
        if begun is not None:
            yield begun, chunk_end


def _goes_on(text: str, end: int) -> bool:
    """Tell whether no sentence ends there: behind "Ms.", before a word in small letters."""
    following = text[end : end + 1]
    return following.islower() or bool(_BEFORE_NAMES.search(text, max(0, end - 8), end))


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _CHUNK_CHARACTERS:
        cut = text.rfind(". ", start, start + _CHUNK_CHARACTERS) + 1
        if cut <= start:
            cut = start + _CHUNK_CHARACTERS
        yield start, cut
        start = cut
    yield start, end


def _mark_quoted(tokens: list[Token], is_open: bool) -> tuple[list[bool], bool]:
    """Mark the tokens inside quotation marks; an unclosed double one stays open to the end.

    ‘Single’ marks count where a pair of them stands in the sentence: alone they are apostrophes.
    """
    quoted = []
    single = curly = False
    for index, token in enumerate(tokens):
        if token.text in OPENING_QUOTES:
            is_open = curly = True
            quoted.append(True)
        elif token.text in CLOSING_QUOTES:
            quoted.append(True)
            is_open = curly = False
        elif token.text in STRAIGHT_QUOTES and not curly:
            quoted.append(True)
            is_open = not is_open
        elif token.text == "‘" and not is_open and not single:
            single = any(later.text == "’" for later in tokens[index + 1 :])
            quoted.append(single)
        elif token.text == "’" and single:
            single = False
            quoted.append(True)
        else:
            quoted.append(is_open or single)
    return quoted, is_open
