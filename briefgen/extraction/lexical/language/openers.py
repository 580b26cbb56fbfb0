"""Phrases that open a clause or a report, looked up by their first word."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefgen.extraction.lexical.language.text import Token

Opener = tuple[str, ...]


class Openers:
    """A set of phrases, each a tuple of lower-case words; earlier ones are tried first."""

    def __init__(self, phrases: Iterable[Opener]) -> None:
        self._by_first: dict[str, list[Opener]] = defaultdict(list)
        for phrase in phrases:
            self._by_first[phrase[0]].append(phrase)
        self.firsts = frozenset(self._by_first)
        """The words with which they begin: what looks for them everywhere asks for these first."""

    def at(self, tokens: Sequence[Token], index: int) -> Opener | None:
        """Return the phrase that stands at token number *index*; None where none does."""
        if index >= len(tokens):
            return None
        phrases = self._by_first.get(tokens[index].lower)
        if phrases is None:
            return None
        return next((phrase for phrase in phrases if matches_at(tokens, index, phrase)), None)


def matches_at(tokens: Sequence[Token], index: int, phrase: Sequence[str]) -> bool:
    """Tell whether the words of *phrase* stand at token number *index*."""
    if index < 0 or index + len(phrase) > len(tokens):
        return False
    return all(tokens[index + offset].lower == word for offset, word in enumerate(phrase))
