"""Words and short phrases of a pile of articles that could be terms of an issue.

A candidate is a run of one to three words that carry content, as nouns and what stands before them
do. There is no parser: whether a word is a noun is told by what stands beside it in all the
articles. Words that essays on anything use are left out (``general_words``), and so is a run that
hardly stands outside a longer one (the thought behind C-value: Frantzi, Ananiadou and Mima, 2000,
"Automatic recognition of multi-word terms").
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from briefgen.authoring.general_words import is_adjective, is_general, is_opening, is_verb
from briefgen.authoring.reading import Text
from briefgen.extraction.lexical.attribution import find_attributions
from briefgen.extraction.lexical.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.inflection import stem
from briefgen.extraction.lexical.issues import LIGHT_WORDS
from briefgen.extraction.lexical.reporting_words import CUE_FORMS
from briefgen.extraction.lexical.text import Sentence, Token

MAX_WORDS = 3
NESTED_SHARE = 0.6
"""A run of which a larger share stands within one longer run is that run's."""
_BEFORE_VERBS = frozenset("to i we you they he she it not who".split()) | frozenset(MODALS)
_ADJECTIVE_ENDINGS = tuple("al ive ous ic ful less able ible ish ese ent ant ary".split())
_BEHIND_VERBS = (DETERMINERS - {"this", "that"}) | frozenset("it them him us me that".split())
_BESIDE_THE_POINT = LIGHT_WORDS | ADVERBS | PREPOSITIONS | AUXILIARIES | DETERMINERS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands."""

    article: int
    """Number of the text, from 0."""
    sentence: int
    """Number of the sentence in the pool, from 0."""
    first: int
    """Number of its first token."""
    last: int


@dataclass(frozen=True)
class Candidate:
    """A run of words that could be a term."""

    stems: tuple[str, ...]
    words: str
    """As it mostly stands in the articles."""
    places: tuple[Place, ...]

    @cached_property
    def sentences(self) -> frozenset[int]:
        """Numbers of the sentences with it."""
        return frozenset(place.sentence for place in self.places)

    @cached_property
    def articles(self) -> frozenset[int]:
        """Numbers of the articles with it."""
        return frozenset(place.article for place in self.places)

    def without(self, taken: Callable[[Place], bool]) -> "Candidate":
        """Return the same without the places that are *taken*."""
        return Candidate(self.stems, self.words, tuple(p for p in self.places if not taken(p)))


@dataclass(frozen=True)
class Pool:
    """The sentences of all articles, headings left out."""

    texts: tuple[Text, ...]
    sentences: tuple[tuple[int, Sentence], ...]
    """Each with the number of its article."""

    @classmethod
    def of(cls, texts: Sequence[Text]) -> "Pool":
        """Return the pool of these articles."""
        every = ((n, s) for n, text in enumerate(texts) for s in text.sentences)
        return cls(tuple(texts), tuple((n, s) for n, s in every if not s.heading))

    def near(self, number: int) -> Iterator[int]:
        """Yield the numbers of a sentence and its neighbours within the same paragraph."""
        article, sentence = self.sentences[number]
        for other in (number - 1, number, number + 1):
            if 0 <= other < len(self.sentences):
                there, neighbour = self.sentences[other]
                if there == article and neighbour.paragraph == sentence.paragraph:
                    yield other


def find_candidates(
    pool: Pool, *, min_articles: int = 2, min_sentences: int = 2
) -> list[Candidate]:
    """Return the candidates that stand in so many articles and sentences, by their stems."""
    speakers = _speakers(pool)
    habits = _Habits.of(pool)
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    surfaces: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for number, (article, sentence) in enumerate(pool.sentences):
        for first, last in _runs(sentence):
            tokens = sentence.tokens[first : last + 1]
            stems = tuple(token.stem for token in tokens)
            if not habits.fits(tokens) or _names_speaker(tokens, speakers):
                continue
            places[stems].append(Place(article, number, first, last))
            surfaces[stems][_surface(sentence, first, last)] += 1
    found = [
        Candidate(stems, _most_common(surfaces[stems]), tuple(where))
        for stems, where in sorted(places.items())
    ]
    enough = [
        each
        for each in found
        if len(each.articles) >= min_articles and len(each.sentences) >= min_sentences
    ]
    return _without_nested(enough)


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


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each run of up to ``MAX_WORDS`` content words."""
    tokens = sentence.tokens
    for first, opening in enumerate(tokens):
        if not is_content(opening):
            continue
        for last in range(first, min(first + MAX_WORDS, len(tokens))):
            if not is_content(tokens[last]):
                break
            yield first, last
            if tokens[last].possessive:
                break


@dataclass(frozen=True)
class _Habits:
    """How the words of a pool are used: as what stands in a noun phrase, and at its end."""

    total: Counter[str]
    noun: Counter[str]
    determined: Counter[str]
    verb: Counter[str]
    head: Counter[str]
    """At the end of a noun phrase, or before what may be its verb."""
    end: Counter[str]
    """At the end of a noun phrase without a doubt."""

    @classmethod
    def of(cls, pool: Pool) -> "_Habits":
        habits = cls(*(Counter() for _ in fields(cls)))
        for _, sentence in pool.sentences:
            for index, token in enumerate(sentence.tokens):
                if is_content(token):
                    habits._count(sentence.tokens, index)
        return habits

    def _count(self, tokens: Sequence[Token], index: int) -> None:
        root = tokens[index].stem
        before = tokens[index - 1] if index else None
        behind = tokens[index + 1] if index + 1 < len(tokens) else None
        self.total[root] += 1
        noun = before is not None and _opens_noun(before)
        inflected = _is_inflected_verb(tokens[index].lower)
        acts = behind is not None and behind.lower in _BEHIND_VERBS
        determined = before is not None and (before.possessive or before.lower in DETERMINERS)
        self.determined[root] += determined
        self.noun[root] += determined or (noun and not inflected and not acts)
        self.verb[root] += not determined and (
            inflected or acts or (before is not None and before.lower in _BEFORE_VERBS)
        )
        ends = behind is None or not is_content(behind)
        self.end[root] += ends
        self.head[root] += ends or (behind is not None and _is_verbal(behind.lower))

    def fits(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the run can name a thing."""
        first, last = tokens[0].stem, tokens[-1].stem
        if self.noun[last] <= self.verb[last] or 2 * self.head[last] < self.total[last]:
            return False
        if 4 * self.end[last] < self.total[last]:
            return False  # an adjective: it stands before something
        if len(tokens) == 1:
            lower = tokens[0].lower
            verbal = lower in VERB_FORMS and not lower.endswith("s")
            seen = self.determined[last] if verbal else self.noun[last]
            adjectival = lower.endswith(_ADJECTIVE_ENDINGS) and not self._stands_as_noun(last)
            return not is_general(lower) and 2 * seen >= self.total[last] and not adjectival
        named = [token for token in tokens if not is_general(token.lower)]
        opens = not is_opening(tokens[0].lower) or len(named) > 1
        ends = not is_adjective(tokens[-1].lower)
        return bool(named) and opens and ends and self.verb[first] <= self.noun[first]

    def _stands_as_noun(self, stem: str) -> bool:
        return 2 * self.end[stem] >= self.total[stem] and self.determined[stem] > 0


def _is_verbal(lower: str) -> bool:
    """Tell a word that may be the verb behind a noun."""
    return lower in VERB_FORMS or lower in CUE_FORMS or is_verb(lower)


def _is_inflected_verb(lower: str) -> bool:
    """Tell "stalled" and "alienating": forms of a verb that may also stand as adjectives."""
    ending = next((each for each in ("ed", "ing") if lower.endswith(each)), None)
    return ending is not None and len(lower) > 5 and stem(lower) != lower


def _opens_noun(token: Token) -> bool:
    """Tell whether a noun, or an adjective before one, is likely behind the token."""
    if token.possessive or token.lower in DETERMINERS | (PREPOSITIONS - {"to"}):
        return True
    return is_content(token) and not _is_verbal(token.lower)


def _surface(sentence: Sentence, first: int, last: int) -> str:
    """Return the run as it would stand within a sentence, without a possessive's ending."""
    words = []
    for index in range(first, last + 1):
        token = sentence.tokens[index]
        named = token.capital and (index > 0 or token.lower in sentence.names)
        text = token.text if named else token.lower
        words.append(text[: len(token.lower)] if token.possessive else text)
    return " ".join(words)


def _most_common(surfaces: Counter[str]) -> str:
    return min(surfaces, key=lambda each: (-surfaces[each], each))


def _speakers(pool: Pool) -> frozenset[str]:
    """Return the last words of the names of those who are said to say something, lower case.

    People are no terms: who speaks is the holder, not the issue.
    """
    found = set()
    for text in pool.texts:
        for report in find_attributions(text.article.text, list(text.sentences)):
            holder = report.holder
            if holder is not None and holder.kind == "name":
                found.add(holder.name.split()[-1].lower().removesuffix("'s").removesuffix("’s"))
    return frozenset(found)


def _names_speaker(tokens: Sequence[Token], speakers: frozenset[str]) -> bool:
    return any(token.capital and token.lower in speakers for token in tokens)


def _without_nested(candidates: list[Candidate]) -> list[Candidate]:
    """Drop the runs that hardly stand outside a longer one."""
    longest: dict[tuple[str, ...], int] = defaultdict(int)
    for each in candidates:
        for length in range(1, len(each.stems)):
            for first in range(len(each.stems) - length + 1):
                part = each.stems[first : first + length]
                longest[part] = max(longest[part], len(each.places))
    return [each for each in candidates if longest[each.stems] < NESTED_SHARE * len(each.places)]
