"""The phrases of a side, made ready to be found: which of their words tell anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, dropwhile, islice

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_GENERIC,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Token, sentence_of, tokenize
from briefgen.extraction.lexical.sides.concept_words import concept
from briefgen.extraction.lexical.sides.directions import direction_of_verb
from briefgen.extraction.lexical.sides.propositions import (
    GRAMMAR_WORDS,
    LIGHT_VERBS,
    LIGHT_WORDS,
    SAYING_NOT,
    content_stems,
)
from briefgen.models import Issue

_PHRASE_GRAMMAR = GRAMMAR_WORDS - {"out", "against", "without", "off", "down", "alone", "only"}
"""In a phrase these turn the meaning: "forces out of the country"."""
_VALUING = frozenset(polarity.VERB_VALUES) - polarity.MORE_FORMS - polarity.LESS_FORMS
_PARTICLES = frozenset("out off up away".split())
_LIGHT = 0.4
"""How much of a word's weight "take" and "make" have in a phrase."""
_FEW_WORDS = 3
_COMMON = frozenset(
    "see know say tell let look think want way thing things people time year years day days".split()
)
"""Words that say little by themselves, beside the light ones."""
_TELLING_LITTLE = LIGHT_VERBS | frozenset("thing things time times year years day days".split())
_LOOSE = frozenset(
    "a an the it them they we us you i he she his her their our your its will would".split()
)
"""Words of a literal phrase that may be others."""
_QUANTITIES = frozenset("more less fewer no most".split())
"""Beside a single word these are what the phrase says: "more customers"."""
_FEWER = frozenset("less fewer".split())
MIN_PHRASE_COVERAGE = 0.72
"""Share of a phrase's weight that must stand in a passage: two words of three, not one of two."""
_ROUNDING = 1e-9
PROPOSITION_COVERAGE = 0.9
"""The proposition itself counts as a phrase only where nearly all of it is said."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase heard on one side of an issue."""

    issue: str
    side: int
    """1 heard from those for the proposition, -1 from those against it."""
    text: str
    words: tuple[str, ...]
    """Its content words, lower case."""
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    negated: bool
    concepts: tuple[str, ...]
    """For each content word, the stem that stands for all words that argue alike."""
    share: float
    """Share of its weight that must stand in a passage."""
    total: float
    """Sum of the weights of its content words."""
    needed: int
    """How many of its concepts must at least stand in a passage."""
    literal: tuple[str, ...] = ()
    """Stems that must all stand in a passage in this order, where too little of the phrase is
    telling by itself: "see them in court". Empty where its content words tell enough."""
    act: int = 0
    """1 where it begins with a verb for more of what follows, -1 with one for less; else 0."""
    urges: bool = False
    """Whether it is a verb with its object, "cap the rents": a passage that only names what is to
    be done takes no side by that."""
    amount: int = 0
    """1 where it speaks of more of something, -1 where of less, 0 of neither or both."""
    is_name: bool = False
    """Whether it is a proper name, which everybody says."""
    asks: bool = False
    """Whether it says what must be done: its words show a side only where something is asked, for
    "passengers pay" is not "passengers should pay"."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What an issue is about."""

    concepts: tuple[frozenset[str], ...]
    """Of the words of its title, of its proposition and of each term."""
    act: str
    """Stem of what the proposition would have done; empty where it states a fact."""

    @classmethod
    def of(cls, issue: Issue) -> "Topic":
        """Return what an issue is about."""
        texts = (issue.title, issue.proposition, *issue.terms)
        tokens = [t for t in sentence_of(issue.proposition).tokens if t.is_word]
        behind = dropwhile(lambda t: MODALS.get(t.lower) not in {"should", "must"}, tokens)
        acts = (t.stem for t in islice(behind, 1, None) if t.lower not in LIGHT_WORDS)
        return cls(
            tuple(frozenset(map(concept, content_stems(text))) for text in texts),
            next(acts, ""),
        )


def phrases_of(
    issue: Issue,
    side: int,
    texts: Iterable[str],
    rarity: dict[str, float],
    topic: Topic,
    *,
    share: float = MIN_PHRASE_COVERAGE,
) -> Iterable[Phrase]:
    """Yield the phrases of a side, ready to be found; those that only name the topic are left out.

    Args:
        issue: whose phrases they are.
        side: 1 for the proposition, -1 against it.
        texts: as the codebook has them.
        rarity: stem to how well it tells this issue from the others, 0 to 1.
        topic: what the issue is about.
        share: of a phrase's weight that must stand in a passage.
    """
    for text in texts:
        tokens = [token for token in tokenize(text) if token.is_word]
        content = [token for token in tokens if token.lower not in _PHRASE_GRAMMAR] or tokens
        if text != issue.proposition and _names_topic(tokens, content, topic):
            continue
        if len(content) == 1:
            content = [t for t in tokens if t in content or t.lower in _QUANTITIES]
        negated = sum(t.lower in NEGATORS - SAYING_NOT for t in tokens) % 2 == 1
        concepts = tuple(concept(token.stem) for token in content)
        weights = tuple(
            # A word that the phrase repeats says what it says once.
            rarity.get(token.stem, 1.0) * (_LIGHT if token.lower in _TELLING_LITTLE else 1.0)
            if concepts.index(idea) == number
            else 0.0
            for number, (token, idea) in enumerate(zip(content, concepts, strict=True))
        )
        literal = _literal_stems(tokens)
        yield Phrase(
            issue.id,
            side,
            text,
            tuple(token.lower for token in content),
            tuple(token.stem for token in content),
            weights,
            negated,
            concepts,
            share,
            total=sum(weights),
            needed=_needed(concepts, weights, 0.0 if literal else share),
            literal=literal,
            act=direction_of_verb(tokens, 0, len(tokens) - 1) if len(content) > 2 else 0,
            urges=_is_urging(tokens, content, topic),
            amount=amount_in(token.lower for token in tokens),
            is_name=len(content) > 1 and all(token.capital for token in content),
            asks=any(MODALS.get(t.lower) in {"should", "must"} for t in tokens),
        )


def amount_in(lowers: Iterable[str]) -> int:
    """Return 1 where the words speak of more of something, -1 where of less, else 0."""
    said = set(lowers)
    return ("more" in said) - bool(said & _FEWER)


def _is_urging(tokens: Sequence[Token], content: Sequence[Token], topic: Topic) -> bool:
    """Tell whether a phrase is a verb in its base form with a thing at issue as its object.

    "Drain their revenue" is no measure but what one does, where revenue is not at issue.
    """
    first = tokens[0].lower
    if len(content) < 2 or tokens[1].lower in PREPOSITIONS - _PARTICLES:
        return False
    if topic.act and first.endswith("ing") and tokens[1].lower in _PARTICLES:
        first = first.removesuffix("ing")  # "handing out passes"
    elif topic.act and first.endswith("ing"):
        first = VERB_FORMS.get(first, first)
    if first in _VALUING:
        return False  # "alienate the allies" finds fault, "protect tenants" praises
    if VERB_FORMS.get(first, first) != first or first.endswith(("ing", "s")):
        return False  # "carries a ticket" says what somebody does
    known = first in VERB_FORMS or tokens[0].stem == topic.act
    if not known and tokens[1].lower not in DETERMINERS | _PARTICLES:
        return False
    behind = {token.lower for token in tokens[1:]}
    says = behind & (AUXILIARIES | NEGATORS | frozenset(MODALS)) or any(
        VERB_FORMS.get(lower, lower) != lower and not lower.endswith(("ing", "s"))
        for lower in behind
    )
    at_issue = frozenset().union(*topic.concepts)
    named = any(concept(token.stem) in at_issue for token in content if token is not tokens[0])
    return named and not says


def _needed(concepts: Sequence[str], weights: Sequence[float], share: float) -> int:
    """Return how many concepts carry the share of the weight, if they are the weightiest ones.

    One word of a phrase of several says nothing: of those it takes two or more.
    """
    if len(set(concepts)) < 2:
        return 1
    weightiest = accumulate(sorted(weights, reverse=True))
    enough = share * sum(weights) - _ROUNDING
    return max(2, next(n for n, carried in enumerate(weightiest, 1) if carried >= enough))


def _literal_stems(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the stems of a phrase that must all be there, for at most one of its words tells
    anything by itself.
    """
    telling = [t for t in tokens if t.lower not in LIGHT_WORDS | _QUANTITIES | _COMMON]
    # "Case by case" tells no more than its one word does.
    words = len({t.stem for t in telling})
    whose = any(t.lower in PRONOUNS_GENERIC for t in tokens)  # "everyone's river"
    if words > 1 or (len(tokens) < _FEW_WORDS and words == len(telling) and not whose):
        return ()
    return tuple(t.stem for t in tokens if t.lower not in _LOOSE or t in telling)


def _names_topic(tokens: Sequence[Token], content: Sequence[Token], topic: Topic) -> bool:
    """Tell whether a phrase only names what the issue is about, as both sides do: "the levy on
    beef", where the levy is what the proposition asks for.

    Words that no single text of the issue has together say something of their own.
    """
    ideas = {concept(token.stem) for token in content}
    if len(content) < 2 or not any(ideas <= text for text in topic.concepts):
        return False
    # "Charge yachts a toll" asks for it; "charge on yachts" names it.
    asks = tokens[0].stem == topic.act and tokens[1].lower not in PREPOSITIONS
    return not asks and not any(t.lower in AUXILIARIES | NEGATORS for t in tokens)
