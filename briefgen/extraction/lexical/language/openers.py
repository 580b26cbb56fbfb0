"""Phrases that open a clause or a report, looked up by their first word."""

from collections.abc import Iterable, Sequence

Opener = tuple[str, ...]


class Openers:
    """A set of phrases, each a tuple of lower-case words; earlier ones are tried first."""

    def __init__(self, phrases: Iterable[Opener]) -> None:
        self._by_first: dict[str, list[Opener]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase[0], []).append(phrase)
        self.firsts = frozenset(self._by_first)
        """The words with which they begin: what looks for them everywhere asks for these first."""

    def at(self, lowers: Sequence[str], index: int) -> Opener | None:
        """Return the phrase that stands at word number *index*; None where none does.

        Args:
            lowers: the words of a sentence in lower case.
            index: number of a word; behind the last one there is no phrase.
        """
        phrases = self._by_first.get(lowers[index]) if index < len(lowers) else None
        if phrases is None:
            return None
        for phrase in phrases:
            if len(phrase) == 1 or tuple(lowers[index : index + len(phrase)]) == phrase:
                return phrase
        return None
