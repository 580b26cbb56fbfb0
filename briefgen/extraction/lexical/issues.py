"""What the codebook says about each issue, made ready for looking up in sentences."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, islice

from briefgen.extraction.lexical import polarity_words as polarity
from briefgen.extraction.lexical.clauses import direction_of, split_clauses
from briefgen.extraction.lexical.concept_words import concept
from briefgen.extraction.lexical.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_GENERIC,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.patient_words import PATIENTS
from briefgen.extraction.lexical.text import Sentence, Token, tokenize
from briefgen.extraction.lexical.valuation import overall_verdict
from briefgen.extraction.lexical.verdicts import verdict_on
from briefgen.models import Codebook, Issue

_SAYING_NOT = frozenset(
    "lacks lack lacking fails fail failed failing unable refuse refuses refused".split()
)
"""Negate, and carry a content of their own: "has failed" is more than "not"."""
GRAMMAR_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | AUXILIARIES
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | (NEGATORS - _SAYING_NOT)
    | PRONOUNS_GENERIC
    | frozenset(MODALS)
    | frozenset(
        """
            it he she we they i them us me him its not there here also only very more most
            other
            """.split()
    )
)
_PHRASE_GRAMMAR = GRAMMAR_WORDS - {"out", "against", "without", "off", "down", "alone", "only"}
"""In a phrase these turn the meaning: "forces out of the country"."""
_LIGHT = 0.4
"""How much of a word's weight "take" and "make" have in a phrase."""
_FEW_WORDS = 3
_COMMON = frozenset(
    "see know say tell let look think want way thing things people time year years day days".split()
)
"""Words that say little by themselves, beside the light ones."""
_LOOSE = frozenset(
    "a an the it them they we us you i he she his her their our your its will would".split()
)
"""Words of a literal phrase that may be others."""
_QUANTITIES = frozenset("more less fewer no most".split())
"""Beside a single word these are what the phrase says: "more customers"."""
_LIGHT_VERBS = frozenset("come make get go take put have use do give keep".split())
LIGHT_WORDS = GRAMMAR_WORDS | _LIGHT_VERBS
MIN_PHRASE_COVERAGE = 0.72
"""Share of a phrase's weight that must stand in a passage: two words of three, not one of two."""
PROPOSITION_COVERAGE = 0.9
"""The proposition itself counts as a phrase only where nearly all of it is said."""
_MIN_ROOT = 4
"""Letters that a verb shares at least with its noun: "clos-e", "clos-ure"."""
MIN_SHARED_LETTERS = 0.6
MIN_SHARED_LETTERS_UNLISTED = 0.7
"""Share of a word's letters that another form of it must share from the start."""
_LASTING = frozenset("keep remain retain preserve maintain continue stay uphold".split())
"""A proposition with these asks that nothing change, or may."""
_CONCESSIVE = frozenset(("even", "despite", "regardless", "whatever"))


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that shows that a passage is about an issue."""

    issue: str
    stems: tuple[str, ...]
    weight: float
    """How much it tells this issue from the others, 0 to about 2."""
    sign: float
    """How approval of the thing bears on the proposition: 1 for it, -1 against it; between:
    unsure."""
    role: str
    """``object``: what the proposition would have more or less of. ``affected``: those whom it
    touches. ``name``: a proper name, which nobody approves of for the proposition's sake."""
    word: str
    """Its first word, lower case."""
    listed: bool = True
    """Whether the codebook lists it; otherwise it is a word of the proposition or of terms."""


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
    is_many_ideas: bool
    """Whether it has several content words, each for another concept."""
    literal: tuple[str, ...] = ()
    """Stems that must all stand in a passage in this order, where too little of the phrase is
    telling by itself: "see them in court". Empty where its content words tell enough."""
    asks: bool = False
    """Whether it says what must be done in words that only name what the issue is about: they show
    its side only where something is asked."""


@dataclass(slots=True)
class IssueIndex:
    """All issues of a codebook, to be looked up by stem."""

    terms_by_stem: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))
    """First stem of a term to the terms that begin with it, longest first."""
    phrases_by_concept: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    phrases: list[Phrase] = field(default_factory=list)
    numbers_by_concept: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Concept to the places in ``phrases`` of those with a word for it: numbers count fast."""
    order: tuple[str, ...] = ()
    policies: frozenset[str] = frozenset()
    """Ids of the issues whose proposition asks that something be done; the others state a fact."""
    signs: dict[str, float] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    """Id of each issue whose proposition asks for a change, to 1; to -1 where it refuses one."""


@dataclass(frozen=True, slots=True)
class _Topic:
    """What an issue is about."""

    concepts: frozenset[str]
    """Of the words of its title, proposition and terms."""
    act: str
    """Stem of what the proposition would have done; empty where it states a fact."""

    @classmethod
    def of(cls, issue: Issue) -> "_Topic":
        texts = (issue.title, issue.proposition, *issue.terms)
        tokens = [t for t in sentence_of(issue.proposition).tokens if t.is_word]
        behind = dropwhile(lambda t: MODALS.get(t.lower) not in {"should", "must"}, tokens)
        acts = (t.stem for t in islice(behind, 1, None) if t.lower not in LIGHT_WORDS)
        return cls(
            frozenset(concept(stem) for text in texts for stem in content_stems(text)),
            next(acts, ""),
        )


def build_index(codebook: Codebook) -> IssueIndex:
    """Return the look-up index of a codebook."""
    rarity = _rarity(codebook)
    topic = frozenset(content_stems(codebook.topic))
    index = IssueIndex(order=tuple(issue.id for issue in codebook.issues))
    policies = set()
    for issue in codebook.issues:
        proposition = Proposition.parse(issue.proposition)
        index.signs[issue.id] = proposition.sign
        if proposition.policy:
            policies.add(issue.id)
        if proposition.change:
            index.changes[issue.id] = proposition.change
        topic_of_issue = _Topic.of(issue)
        for phrase in (
            *_phrases(issue, 1, issue.support, rarity, topic_of_issue),
            *_phrases(issue, -1, issue.oppose, rarity, topic_of_issue),
            *_phrases(
                issue, 1, (issue.proposition,), rarity, topic_of_issue, share=PROPOSITION_COVERAGE
            ),
        ):
            for idea in dict.fromkeys(phrase.concepts):
                index.phrases_by_concept[idea].append(phrase)
                index.numbers_by_concept[idea].append(len(index.phrases))
            index.phrases.append(phrase)
        for term in _terms(issue, proposition, rarity, topic):
            index.terms_by_stem[term.stems[0]].append(term)
    index.policies = frozenset(policies)
    for terms in index.terms_by_stem.values():
        terms.sort(key=lambda term: -len(term.stems))
    return index


@dataclass(frozen=True, slots=True)
class Proposition:
    """A proposition taken apart."""

    sentence: Sentence
    policy: bool
    """Whether it asks that something be done ("should"), or states a fact."""
    sign: float
    """1 where approval of its objects supports it, -1 where it opposes it: "X should abolish Y" is
    supported by what speaks against Y, and so is "Y harms Z"."""
    objects: frozenset[str]
    """Stems of the content words of what it would have more or less of, or speaks about."""
    conceded: frozenset[str]
    """Stems that stand behind "even when" and its like."""
    verb: str = ""
    """What is to be done, lower case, where that is to have less of something."""
    change: int = 0
    """1 where it asks for a change, -1 where it refuses one ("should not"), 0 where it asks that
    something stay as it is, or asks nothing."""

    def sign_of(self, words: Sequence[Token]) -> float:
        """Return how approval of what the words name bears on the proposition.

        Where something is to be closed, approval of it opposes the proposition, approval of its
        closure supports it.
        """
        return 1.0 if self.verb and any(self._is_act(word) for word in words) else self.sign

    def _is_act(self, word: Token) -> bool:
        if word.stem in self.objects:
            return False
        if VERB_FORMS.get(word.lower, word.lower) == self.verb or word.lower == "free":
            return True
        shared = shared_letters(word.lower, self.verb)
        return shared >= _MIN_ROOT and shared >= MIN_SHARED_LETTERS * len(self.verb)

    @classmethod
    def parse(cls, text: str) -> "Proposition":
        """Take a proposition apart, as well as word lists can."""
        sentence = sentence_of(text)
        tokens = sentence.tokens
        modal = next(
            (i for i, t in enumerate(tokens) if MODALS.get(t.lower) in {"should", "must"}), None
        )
        conceded = _after_concessive(tokens)
        if modal is None:
            clause = split_clauses(sentence, 0, len(tokens) - 1)[0]
            verdict = overall_verdict(tokens, clause)
            return cls(
                sentence, False, -1.0 if verdict < 0 else 1.0, _subject_stems(tokens), conceded
            )
        sign, objects, verb = _policy(tokens, modal)
        refused = any(token.lower in {"not", "never"} for token in tokens[modal + 1 : modal + 3])
        change = 0 if verb in _LASTING else -1 if refused else 1
        return cls(
            sentence, True, sign, objects - conceded, conceded, verb if sign < 0 else "", change
        )


def _policy(tokens: Sequence[Token], modal: int) -> tuple[float, frozenset[str], str]:
    """Return the sign, the objects' stems and the base form of the verb."""
    at = modal + 1
    sign = 1.0
    passive = False
    while at < len(tokens) and (
        tokens[at].lower in AUXILIARIES | NEGATORS | ADVERBS or tokens[at].lower.endswith("ly")
    ):
        if tokens[at].lower in {"not", "never"}:
            sign = -sign
        passive |= tokens[at].lower == "be"
        at += 1
    if at < len(tokens) and tokens[at].lower in polarity.LESS_FORMS | {
        "barred",
        "banned",
        "refrain",
    }:
        sign = -sign
    objects = frozenset() if passive else _object_stems(tokens, at + 1)
    verb = VERB_FORMS.get(tokens[at].lower, tokens[at].lower) if at < len(tokens) else ""
    return sign, objects or _subject_stems(tokens[:modal]), verb


def _object_stems(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """Return the content stems of the noun phrase behind the verb, up to the next preposition."""
    stems: set[str] = set()
    for index in range(first, len(tokens)):
        token = tokens[index]
        if not token.is_word and token.text not in {",", "-"}:
            break
        if token.lower in PREPOSITIONS - {"of"} or token.lower in {
            "to",
            "that",
            "until",
            "before",
            "when",
            "even",
        }:
            break
        if token.is_word and token.lower not in LIGHT_WORDS:
            stems.add(token.stem)
    return frozenset(stems)


def _subject_stems(tokens: Sequence[Token]) -> frozenset[str]:
    stems: set[str] = set()
    for index, token in enumerate(tokens):
        if token.lower in AUXILIARIES or (
            stems and token.lower in VERB_FORMS and tokens[index - 1].lower not in DETERMINERS
        ):
            break
        if token.is_word and token.lower not in LIGHT_WORDS and not _names(token, index):
            stems.add(token.stem)
    return frozenset(stems)


def _names(token: Token, index: int) -> bool:
    """Tell whether the token is a proper name, or an adjective made of one ("European")."""
    return token.capital and (
        index > 0 or token.possessive or token.lower.endswith(("ean", "ian", "can", "ish", "ese"))
    )


def _after_concessive(tokens: Sequence[Token]) -> frozenset[str]:
    at = next((i for i, token in enumerate(tokens) if token.lower in _CONCESSIVE), len(tokens))
    return frozenset(t.stem for t in tokens[at + 1 :] if t.is_word and t.lower not in LIGHT_WORDS)


def sentence_of(text: str) -> Sentence:
    """Return a text of the codebook as one sentence."""
    tokens = tokenize(text, 0, len(text))
    return Sentence(
        0, 0, 0, len(text), tokens, [False] * len(tokens), words=sum(t.is_word for t in tokens)
    )


def content_stems(text: str) -> list[str]:
    """Return the stems of the words of a text that carry content, in order."""
    return [
        t.stem for t in tokenize(text, 0, len(text)) if t.is_word and t.lower not in LIGHT_WORDS
    ]


def _terms(
    issue: Issue, proposition: Proposition, rarity: dict[str, float], topic: frozenset[str]
) -> Iterable[Term]:
    def weigh(stems: tuple[str, ...]) -> float:
        return max(rarity.get(s, 1.0) * (0.4 if s in topic else 1.0) for s in stems) * math.sqrt(
            len(stems)
        )

    seen = set()
    for text in issue.terms:
        tokens = [token for token in tokenize(text, 0, len(text)) if token.is_word]
        stems = tuple(token.stem for token in tokens)
        if stems and stems not in seen:
            seen.add(stems)
            role = _role(tokens, proposition)
            sign = _term_sign(issue, stems, proposition.sign_of(tokens))
            yield Term(issue.id, stems, weigh(stems), sign, role, tokens[0].lower)
    core = _core_words(issue, rarity)
    words = {t.stem: t for t in proposition.sentence.tokens if t.is_word}
    for stem, token in (core | words).items():
        if token.lower in LIGHT_WORDS or (stem,) in seen:
            continue
        seen.add((stem,))
        is_object = stem in proposition.objects or stem not in words
        yield Term(
            issue.id,
            (stem,),
            0.5 * weigh((stem,)),
            _term_sign(issue, (stem,), proposition.sign),
            "object" if is_object else "name",
            token.lower,
            listed=False,
        )


def _core_words(issue: Issue, rarity: dict[str, float]) -> dict[str, Token]:
    """Return the words that at least two of the title, the proposition and the terms share, and
    that no other issue has, by their stems: "waste", where "toxic waste" and "waste disposal" are
    listed.
    """
    counts: Counter[str] = Counter()
    words: dict[str, Token] = {}
    for text in (issue.title, issue.proposition, *issue.terms):
        found = {
            token.stem: token
            for token in tokenize(text, 0, len(text))
            if token.is_word and token.lower not in LIGHT_WORDS
        }
        counts.update(found.keys())
        words = found | words
    return {s: t for s, t in words.items() if counts[s] > 1 and rarity.get(s, 1.0) >= 1}


def _role(tokens: Sequence[Token], proposition: Proposition) -> str:
    if all(token.stem in proposition.objects for token in tokens):
        return "object"
    if tokens[0].capital and (tokens[0].text != tokens[0].text.upper() or len(tokens[0].text) < 3):
        return "name"
    last = tokens[-1]
    if last.lower in PATIENTS:
        conceded = last.stem in proposition.conceded or not proposition.policy
        inside = any(token.stem == last.stem for token in proposition.sentence.tokens)
        return "object" if inside and not conceded else "affected"
    return "object"


def _term_sign(issue: Issue, stems: tuple[str, ...], default: float) -> float:
    """Learn from the sides' phrases how approval of a thing bears on the issue."""
    votes = 0.0
    phrases = [*((p, 1.0) for p in issue.support), *((p, -1.0) for p in issue.oppose)]
    for text, side in phrases:
        sentence = sentence_of(text)
        found = find_stems(sentence, stems)
        if found is None:
            continue
        start, end = found
        last = len(sentence.tokens) - 1
        clause = split_clauses(sentence, 0, last)[-1]
        inside = range(start, end + 1)
        verdict = verdict_on(sentence.tokens, clause, start, end, inside.__contains__)
        if verdict is not None:
            direction = direction_of(sentence.tokens, 0, start, end, last)
            votes += side * direction * math.copysign(1.0, verdict.value)
        elif len(sentence.tokens) == len(inside):
            votes += side
    if not votes:
        return default
    return max(-1.0, min(1.0, default / 2 + votes))


def shared_letters(one: str, other: str) -> int:
    """Return with how many of the same letters two words begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def find_stems(sentence: Sentence, stems: Sequence[str]) -> tuple[int, int] | None:
    """Return the indexes of the first and last token of a run of these stems, if it occurs."""
    words = [(index, token) for index, token in enumerate(sentence.tokens) if token.is_word]
    for position in range(len(words) - len(stems) + 1):
        if all(words[position + offset][1].stem == stem for offset, stem in enumerate(stems)):
            return words[position][0], words[position + len(stems) - 1][0]
    return None


def _phrases(
    issue: Issue,
    side: int,
    texts: Iterable[str],
    rarity: dict[str, float],
    topic: _Topic,
    *,
    share: float = MIN_PHRASE_COVERAGE,
) -> Iterable[Phrase]:
    for text in texts:
        tokens = [token for token in tokenize(text, 0, len(text)) if token.is_word]
        content = [token for token in tokens if token.lower not in _PHRASE_GRAMMAR] or tokens
        if text != issue.proposition and _names_topic(tokens, content, topic):
            continue
        if len(content) == 1:
            content = [t for t in tokens if t in content or t.lower in _QUANTITIES]
        negated = sum(t.lower in NEGATORS - _SAYING_NOT for t in tokens) % 2 == 1
        concepts = tuple(concept(token.stem) for token in content)
        weights = tuple(
            rarity.get(token.stem, 1.0) * (_LIGHT if token.lower in _LIGHT_VERBS else 1.0)
            for token in content
        )
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
            is_many_ideas=1 < len(concepts) == len(set(concepts)),
            literal=_literal_stems(tokens),
            asks=text != issue.proposition
            and any(MODALS.get(t.lower) in {"should", "must"} for t in tokens)
            and sum(concept(token.stem) not in topic.concepts for token in content) <= 1,
        )


def _literal_stems(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the stems of a phrase that must all be there, for at most one of its words tells
    anything by itself.
    """
    telling = [t for t in tokens if t.lower not in LIGHT_WORDS | _QUANTITIES | _COMMON]
    if len(telling) > 1 or len(tokens) < _FEW_WORDS:
        return ()
    return tuple(t.stem for t in tokens if t.lower not in _LOOSE or t in telling)


def _names_topic(tokens: Sequence[Token], content: Sequence[Token], topic: _Topic) -> bool:
    """Tell whether a phrase only names what the issue is about, as both sides do: "the levy on
    beef", where the levy is what the proposition asks for.
    """
    if len(content) < 2 or any(concept(token.stem) not in topic.concepts for token in content):
        return False
    # "Charge yachts a toll" asks for it; "charge on yachts" names it.
    asks = tokens[0].stem == topic.act and tokens[1].lower not in PREPOSITIONS
    return not asks and not any(t.lower in AUXILIARIES | NEGATORS for t in tokens)


def _rarity(codebook: Codebook) -> dict[str, float]:
    """Weigh a stem by how few issues it occurs in: a word of every issue tells none of them
    apart.
    """
    counts: Counter[str] = Counter()
    for issue in codebook.issues:
        texts = (issue.title, issue.proposition, *issue.terms, *issue.support, *issue.oppose)
        counts.update({stem for text in texts for stem in content_stems(text)})
    total = len(codebook.issues)
    return {
        stem: 1.0 if total == 1 else 1 - 0.7 * math.log(count) / math.log(total)
        for stem, count in counts.items()
    }
