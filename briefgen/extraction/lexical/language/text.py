"""Tokens and sentences of an article's body, with their offsets into its text.

Everything later works on tokens, never on the text itself, so that offsets survive and the time
stays linear in the length of the article.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from briefgen.extraction.lexical.language.inflection import stem
from briefgen.models import Article, Block

# A word keeps its inner apostrophes and dots (don't, U.S.), loses its hyphens (air-defense is two
# words); everything else that is no space is a mark of its own.
_TOKEN = re.compile(
    r"[A-Za-z]++(?= )"  # most words, found at once
    r"|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘][^\W_]+)*(?:[.,]\d+)*|--+|''|``|\.\.\.|[^\w\s]|_"
)
_APOSTROPHES = str.maketrans("’‘`", "'''")
_FOLDED = {"US": "u.s."}
"""Names that in lower case would be another word: "us"."""
OPENING_QUOTES = frozenset("“„«")
CLOSING_QUOTES = frozenset("”»")
STRAIGHT_QUOTES = frozenset(('"', "''", "``"))
_QUOTING = OPENING_QUOTES | CLOSING_QUOTES | STRAIGHT_QUOTES | {"'"}
"""The quotation marks as tokens have them in lower case: single ones are straight there."""
# sentencex takes quadratic time on one paragraph of megabytes; no real sentence is this long.
_CHUNK_CHARACTERS = 20_000
_BEFORE_NAMES = re.compile(r"\b(?:Ms|Mx|Msgr|Messrs|Mmes|Drs|Sens|Reps|Govs|Profs)\.\s*$")
"""Titles whose full stop sentencex takes for the end of a sentence."""
_MAX_SENTENCE_TOKENS = 300
"""Longer than any sentence that a person wrote to be read."""
_KNOWN_FORMS = 1 << 16
"""How many words are kept with what is known of them: more than one topic's articles hold."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, wherever it stands: made once for all its places."""

    text: str
    lower: str
    """Lower case, apostrophes straight, a possessive ``'s`` removed."""
    stem: str
    is_word: bool
    possessive: bool
    capital: bool
    """Whether it begins with a capital letter."""


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
    starts: list[int]
    """For each token, the offset of its first character in the article."""
    quoted: list[bool]
    """For each token, whether it stands inside quotation marks (the marks themselves count)."""
    heading: bool = False
    words: int = field(default=0)
    names: frozenset[str] = frozenset()
    """Lower-case words that the article writes with a capital inside sentences: at the head of a
    sentence, a capital alone names nobody."""
    ends: list[int] = field(init=False)
    """For each token, the offset behind its last character."""
    lowers: list[str] = field(init=False)
    """``lower`` of each token."""
    vocabulary: frozenset[str] = field(init=False)
    """The same as a set: a rule whose words are not among them need not read the sentence."""
    capitals: list[int] = field(init=False)
    """Numbers of the tokens that begin with a capital letter, in order."""

    def __post_init__(self) -> None:
        ends = zip(self.starts, self.tokens, strict=True)
        self.ends = [start + len(token.text) for start, token in ends]
        self.lowers = [token.lower for token in self.tokens]
        self.vocabulary = frozenset(self.lowers)
        self.capitals = [number for number, token in enumerate(self.tokens) if token.capital]

    def up_to(self, end: int) -> "Sentence":
        """Return the sentence without its tokens from number *end* on."""
        return replace(
            self, tokens=self.tokens[:end], starts=self.starts[:end], quoted=self.quoted[:end]
        )


_BEFORE_I = re.compile(r"[.!?](\s+)(?=I\s+[a-z])")


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a text."""
    return [_token(raw) for raw in _TOKEN.findall(text)]


def _tokens_with_starts(text: str, start: int, end: int) -> tuple[list[Token], list[int]]:
    """Return the tokens of ``text[start:end]`` and their offsets in *text*."""
    matches = list(_TOKEN.finditer(text, start, end))
    return [_token(match[0]) for match in matches], [match.start() for match in matches]


@lru_cache(_KNOWN_FORMS)
def _token(raw: str) -> Token:
    if not raw[0].isalnum():
        mark = raw.translate(_APOSTROPHES)
        return Token(raw, mark, mark, is_word=False, possessive=False, capital=False)
    lower = _FOLDED.get(raw) or _lower(raw)
    possessive = lower.endswith(("'s", "s'"))
    plain = lower[:-2] if lower.endswith("'s") else lower.rstrip("'")
    capital = raw[0].isupper()
    return Token(raw, plain, stem(plain), is_word=True, possessive=possessive, capital=capital)


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
        for tokens, starts in _pieces(article.text, block):
            words = sum([token.is_word for token in tokens])
            if not words:
                continue
            sentence = Sentence(
                len(sentences),
                paragraph,
                starts[0],
                starts[-1] + len(tokens[-1].text),
                tokens,
                starts,
                quoted=[],
                heading=block.kind == "heading",
                words=words,
            )
            sentence.quoted, open_quote = _mark_quoted(sentence, open_quote)
            sentences.append(sentence)
    names = _names(sentences)
    for sentence in sentences:
        sentence.names = names
    return sentences


def tokens_within(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return the numbers of the first and the last token between two offsets, if there are any."""
    first = bisect_left(sentence.starts, start)
    last = bisect_right(sentence.ends, end) - 1
    return (first, last) if first <= last else None


def _names(sentences: list[Sentence]) -> frozenset[str]:
    found = set()
    for sentence in sentences:
        if sentence.heading:
            continue
        for number in sentence.capitals:
            if number and _goes_before_name(sentence.tokens[number - 1]):
                found.add(sentence.lowers[number])
    return frozenset(found)


def _goes_before_name(token: Token) -> bool:
    return token.is_word or token.text == ","


def sentence_of(text: str) -> Sentence:
    """Return a text of the codebook as one sentence."""
    tokens, starts = _tokens_with_starts(text, 0, len(text))
    words = sum([token.is_word for token in tokens])
    return Sentence(0, 0, 0, len(text), tokens, starts, [False] * len(tokens), words=words)


def _pieces(text: str, block: Block) -> Iterator[tuple[list[Token], list[int]]]:
    """Yield the tokens of each sentence with their offsets; an endless sentence comes in pieces, so
    that time stays linear.
    """
    for start, end in _split_before_i(text, _boundaries(text, block)):
        tokens, starts = _tokens_with_starts(text, start, end)
        for first in range(0, len(tokens), _MAX_SENTENCE_TOKENS):
            last = first + _MAX_SENTENCE_TOKENS
            yield tokens[first:last], starts[first:last]


def _split_before_i(text: str, bounds: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the sentences, cut where "I" opens one: the splitter takes it for an initial."""
    for start, end in bounds:
        begun = start
        for match in _BEFORE_I.finditer(text, start, end) if " I " in text[start:end] else ():
            if text[max(begun, match.start() - 2) : match.start()].islower():
                yield begun, match.start(1)
                begun = match.end(1)
        yield begun, end


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


def _mark_quoted(sentence: Sentence, is_open: bool) -> tuple[list[bool], bool]:
    """Mark the tokens inside quotation marks; an unclosed double one stays open to the end.

    ‘Single’ marks count where a pair of them stands in the sentence: alone they are apostrophes.
    """
    tokens = sentence.tokens
    if _QUOTING.isdisjoint(sentence.vocabulary):
        return [is_open] * len(tokens), is_open
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
