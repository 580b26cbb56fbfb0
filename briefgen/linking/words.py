"""The words by which sentences are judged, of the language in which they are written."""

import re
from dataclasses import dataclass
from functools import cache

from briefgen.extraction.quoting_words import NEGATIONS, NUMBER_WORDS
from briefgen.extraction.skeleton import read_skeleton
from briefgen.languages import main_tag
from briefgen.linking import english_words, german_words

_STEMMERS = {"en": "english", "de": "german"}


@dataclass(frozen=True)
class Words:
    """General words of one language; in small letters and without accents, as `skeleton` has them.

    The modules whose names end in ``_words`` say what each is for.
    """

    tag: str
    supporting: frozenset[str]
    opposing: frozenset[str]
    both: re.Pattern[str]
    """For the sentence as it is typed."""
    holding: frozenset[str]
    addressing: frozenset[str]
    dates: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    number_forms: re.Pattern[str]
    quantities: frozenset[str]
    negations: frozenset[str]
    function: frozenset[str]
    general: frozenset[str]
    """Stems."""
    nouns_are_capital: bool

    def stem(self, key: str) -> str:
        """Return the stem of a word (the Snowball algorithm of the language)."""
        return _stem(self.tag, key)


def words_of(tag: str) -> Words:
    """Return the words of a language; English ones where there are no others."""
    return _read("de" if main_tag(tag) == "de" else "en")


@cache
def _read(tag: str) -> Words:
    own = german_words if tag == "de" else english_words
    return Words(
        tag=tag,
        supporting=_keys(own.SUPPORTING),
        opposing=_keys(own.OPPOSING),
        both=re.compile(own.BOTH, re.IGNORECASE),
        holding=_keys(own.HOLDING),
        addressing=_keys(own.ADDRESSING),
        dates=_keys(own.DATES),
        times=_keys(own.TIMES),
        numbers=NUMBER_WORDS - _keys(own.NO_NUMBERS),
        number_forms=re.compile(own.NUMBERS, re.IGNORECASE),
        quantities=_keys(own.QUANTITIES),
        negations=NEGATIONS - own.NO_NEGATION,
        function=_keys(own.FUNCTION_WORDS),
        general=frozenset(_stem(tag, key) for key in _keys(own.GENERAL)),
        nouns_are_capital=own.NOUNS_ARE_CAPITAL,
    )


def _keys(words: frozenset[str]) -> frozenset[str]:
    """Return words as `skeleton` reads them; of one with a hyphen its parts."""
    return frozenset(token.key for word in words for token in read_skeleton(word).tokens)


@cache
def _stemmer(tag: str) -> object:
    from snowballstemmer import stemmer

    return stemmer(_STEMMERS[tag])


@cache
def _stem(tag: str, key: str) -> str:
    return str(_stemmer(tag).stemWord(key))  # type: ignore[attr-defined]
