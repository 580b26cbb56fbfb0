"""The words by which sentences are judged, of the language in which they are written."""

import re
from dataclasses import dataclass, fields
from functools import cache, cached_property
from types import ModuleType

from briefgen.extraction.quoting_words import NEGATIONS, NUMBER_WORDS
from briefgen.extraction.skeleton import read_skeleton
from briefgen.languages import main_tag
from briefgen.linking import (
    english_logic_words,
    english_words,
    german_logic_words,
    german_words,
)

_PAIRS = {"spared", "setting_back", "denying_pairs", "hedging_pairs", "condition_pairs"}
_STEMMERS = {"en": "english", "de": "german"}


PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "anti")
"""Turn a word round, in both languages."""


@dataclass(frozen=True)
class Logic:
    """Words by which a sentence is denied, doubted, weakened, bounded or joined.

    `english_logic_words` says what each is for.
    """

    denies_whole_clause: bool
    denying: frozenset[str]
    denying_pairs: frozenset[str]
    spared: frozenset[str]
    doubting: frozenset[str]
    heard_as_denial: frozenset[str]
    open: frozenset[str]
    hedging: frozenset[str]
    hedging_pairs: frozenset[str]
    heard_as_hedge: frozenset[str]
    advising: frozenset[str]
    requiring: frozenset[str]
    required: frozenset[str]
    bounding: frozenset[str]
    stressing: frozenset[str]
    agreeing: frozenset[str]
    consenting: frozenset[str]
    conditions: frozenset[str]
    condition_pairs: frozenset[str]
    no_condition: frozenset[str]
    heard_as_condition: frozenset[str]
    causes: frozenset[str]
    contrasts: frozenset[str]
    no_comparison: frozenset[str]
    setting_back: frozenset[str]
    more: frozenset[str]
    parting: frozenset[str]
    splitting: frozenset[str]
    telling: frozenset[str]
    taking_for_true: frozenset[str]
    too: frozenset[str]
    scant: frozenset[str]
    either: frozenset[str]
    or_: frozenset[str]
    that: frozenset[str]
    substantial: frozenset[str]

    @property
    def least_denied(self) -> int:
        """So many words that are denied must be affirmed, before a negation is held to be lost.

        Where the subject of a negation is in its reach, one may be no more than named.
        """
        return 2 if self.denies_whole_clause else 1


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
    logic: Logic

    @cached_property
    def without_content(self) -> frozenset[str]:
        """Words that say who says something, that it is said, or nothing."""
        passed = self.function | self.holding | self.logic.telling
        return passed - self.logic.substantial

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
        logic=_read_logic(german_logic_words if tag == "de" else english_logic_words),
    )


def _read_logic(module: ModuleType) -> Logic:
    """Return a module's lists by their names; pairs of words stay pairs."""
    lists = {
        name: frozenset(map(_pair, value)) if name in _PAIRS else _keys(value)
        for name in (field.name for field in fields(Logic))
        if isinstance(value := getattr(module, name.upper().rstrip("_")), frozenset)
    }
    return Logic(denies_whole_clause=bool(module.DENIES_WHOLE_CLAUSE), **lists)


def _pair(pair: str) -> str:
    return "-".join(token.key for token in read_skeleton(pair).tokens)


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
