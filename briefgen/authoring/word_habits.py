"""How the words of a pile of articles are used: as nouns, as verbs, as what stands before nouns.

There is no parser: what stands beside a word, over all its places, is the evidence.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefgen.authoring.general_words import is_adjective, is_general, is_opening, is_verb
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.inflection import stem
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides.propositions import LIGHT_WORDS

_BEFORE_VERBS = frozenset("to i we you they he she it not who".split()) | frozenset(MODALS)
_BEHIND_VERBS = (DETERMINERS - {"this", "that"}) | frozenset("it them him us me that".split())
_BESIDE_THE_POINT = LIGHT_WORDS | ADVERBS | PREPOSITIONS | AUXILIARIES | DETERMINERS
_ADJECTIVE_ENDINGS = tuple("al ive ous ic ful less able ible ish ese ent ant ary".split())


def is_content(token: Token) -> bool:
    """Tell a word that can stand in a term."""
    lower = token.lower
    return (
        token.is_word
        and lower not in _BESIDE_THE_POINT
        and not (lower.endswith("ly") and not token.capital)
        and lower.replace(".", "").isalpha()
        and (len(lower) > 2 or token.text.isupper())
    )


@dataclass
class _Uses:
    """How often a word stands where."""

    total: int = 0
    noun: int = 0
    """Where a noun is likely: behind a determiner, a preposition, an adjective."""
    determined: int = 0
    """Right behind a determiner or a possessive."""
    verb: int = 0
    """Where a verb is likely."""
    head: int = 0
    """At the end of a noun phrase, or before what may be its verb."""
    end: int = 0
    """At the end of a noun phrase without a doubt."""


@dataclass
class Habits:
    """How words are used, by their stem and by their form."""

    by_stem: dict[str, _Uses] = field(default_factory=lambda: defaultdict(_Uses))
    by_form: dict[str, _Uses] = field(default_factory=lambda: defaultdict(_Uses))

    @classmethod
    def of(cls, sentences: Iterable[Sequence[Token]]) -> "Habits":
        """Count the uses of all words in the tokens of these sentences."""
        habits = cls()
        for tokens in sentences:
            for index, token in enumerate(tokens):
                if is_content(token):
                    for uses in (habits.by_stem[token.stem], habits.by_form[token.lower]):
                        _count(uses, tokens, index)
        return habits

    def can_name(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the run of words can name a thing that not every essay speaks of."""
        last = self.by_stem[tokens[-1].stem]
        if last.noun <= last.verb or 2 * last.head < last.total or 4 * last.end < last.total:
            return False
        if len(tokens) == 1:
            return self._is_noun(tokens[0])
        named = [token for token in tokens if not is_general(token.lower)]
        if (
            is_general(tokens[-1].lower)
            and not tokens[-1].capital
            and all(t.capital for t in named)
        ):
            return False  # whose government, whose products: the name is all that it says
        opens = not is_opening(tokens[0].lower) or len(named) > 1
        first = self.by_stem[tokens[0].stem]
        ends = not is_adjective(tokens[-1].lower)
        return bool(named) and opens and ends and first.verb <= first.noun

    def _is_noun(self, token: Token) -> bool:
        lower, uses = token.lower, self.by_stem[token.stem]
        if is_general(lower):
            return False
        form = self.by_form[lower]
        adjectival = lower.endswith(_ADJECTIVE_ENDINGS) and not lower.endswith("ment")
        if adjectival and (2 * form.end < form.total or not form.determined):
            return False  # "coastal" stands before a noun; "the capital" is one
        verbal = lower in VERB_FORMS and not lower.endswith("s")
        return 2 * (uses.determined if verbal else uses.noun) >= uses.total


def _count(uses: _Uses, tokens: Sequence[Token], index: int) -> None:
    before = tokens[index - 1] if index else None
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    inflected = _is_inflected_verb(tokens[index].lower)
    acts = behind is not None and behind.lower in _BEHIND_VERBS
    determined = before is not None and (before.possessive or before.lower in DETERMINERS)
    likely = before is not None and _opens_noun(before) and not inflected and not acts
    led = before is not None and before.lower in _BEFORE_VERBS
    ends = behind is None or not is_content(behind)
    uses.total += 1
    uses.determined += determined
    uses.noun += determined or likely
    uses.verb += not determined and (inflected or acts or led)
    uses.end += ends
    uses.head += ends or (behind is not None and _is_verbal(behind.lower))


def _is_verbal(lower: str) -> bool:
    """Tell a word that may be the verb behind a noun."""
    return lower in VERB_FORMS or lower in CUE_FORMS or is_verb(lower)


def _is_inflected_verb(lower: str) -> bool:
    """Tell "parked" and "leaking": forms of a verb that may also stand as adjectives."""
    ending = next((each for each in ("ed", "ing") if lower.endswith(each)), None)
    return ending is not None and len(lower) > 5 and stem(lower) != lower


def _opens_noun(token: Token) -> bool:
    """Tell whether a noun, or an adjective before one, is likely behind the token."""
    if token.possessive or token.lower in DETERMINERS | (PREPOSITIONS - {"to"}):
        return True
    return is_content(token) and not _is_verbal(token.lower)
