"""An article's sentences, numbered, and the pieces in which a long article is asked about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical.language.text import split_sentences
from briefgen.models import Article, Block, Span

OVERLAP_PARAGRAPHS = 2
"""What a piece repeats of the one before: "he" and "the plan" point back."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One sentence."""

    number: int
    """From 1, over the whole article."""
    span: Span
    paragraph: int
    """Position of its block among those that may be quoted, from 0."""


@dataclass(frozen=True)
class Piece:
    """Whole paragraphs that follow each other."""

    sentences: tuple[Numbered, ...]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs it has."""
        return len({sentence.paragraph for sentence in self.sentences})


def quotable_blocks(article: Article) -> tuple[Block, ...]:
    """Return the blocks in which the article itself speaks."""
    return tuple(block for block in article.blocks if block.kind != "furniture")


def number_sentences(article: Article) -> tuple[Numbered, ...]:
    """Return the sentences of an article's headings and body, in the order of the text."""
    return tuple(
        Numbered(number, Span(start=sentence.start, end=sentence.end), sentence.paragraph)
        for number, sentence in enumerate(split_sentences(article), start=1)
    )


def cut_pieces(sentences: Sequence[Numbered], characters: int) -> tuple[Piece, ...]:
    """Cut an article at paragraph ends, so that no piece is longer than need be.

    Args:
        sentences: all of the article.
        characters: what a piece may have; one paragraph may be longer than that.
    """
    paragraphs = list(_paragraphs(sentences))
    pieces: list[Piece] = []
    first = 0
    while first < len(paragraphs):
        last, length = first, _length(paragraphs[first])
        while last + 1 < len(paragraphs) and length + _length(paragraphs[last + 1]) <= characters:
            last += 1
            length += _length(paragraphs[last])
        pieces.append(Piece(tuple(s for p in paragraphs[first : last + 1] for s in p)))
        if last + 1 == len(paragraphs):
            break
        # A piece must get on, however short it is.
        first = max(first + 1, last + 1 - OVERLAP_PARAGRAPHS)
    return tuple(pieces)


def halve(piece: Piece) -> tuple[Piece, ...]:
    """Cut a piece that is too long for a model in two; one paragraph cannot be cut."""
    if piece.paragraphs < 2:
        return ()
    paragraphs = list(_paragraphs(piece.sentences))
    middle = len(paragraphs) // 2
    return tuple(
        Piece(tuple(s for p in part for s in p))
        for part in (paragraphs[:middle], paragraphs[middle:])
    )


def _paragraphs(sentences: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    group: list[Numbered] = []
    for sentence in sentences:
        if group and group[-1].paragraph != sentence.paragraph:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _length(paragraph: Sequence[Numbered]) -> int:
    return sum(s.span.end - s.span.start for s in paragraph)
