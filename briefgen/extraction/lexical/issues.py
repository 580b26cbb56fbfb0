"""What the codebook says about each issue, made ready for looking up in sentences."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefgen.extraction.lexical.clauses import direction_of, read_clause, split_clauses
from briefgen.extraction.lexical.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_GENERIC,
    RELATIVES,
    SUBORDINATORS,
)
from briefgen.extraction.lexical.text import Sentence, Token, tokenize
from briefgen.models import Codebook, Issue

FUNCTION_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | AUXILIARIES
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | NEGATORS
    | PRONOUNS_GENERIC
    | frozenset(MODALS)
    | frozenset(
        "it he she they we i them us him me its not there here also only very more most come make get go take put other".split()
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that shows that a passage is about an issue."""

    issue: str
    stems: tuple[str, ...]
    weight: float
    sign: float
    """How approval of the thing bears on the proposition: 1 for it, -1 against it, between: unsure."""
    from_proposition: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase heard on one side of an issue."""

    issue: str
    side: int
    """1 heard from those for the proposition, -1 from those against it."""
    text: str
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    negated: bool

    @property
    def total(self) -> float:
        """Sum of the weights of its content words."""
        return sum(self.weights)


@dataclass(slots=True)
class IssueIndex:
    """All issues of a codebook, to be looked up by stem."""

    terms_by_stem: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))
    """First stem of a term to the terms that begin with it, longest first."""
    phrases_by_stem: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    order: tuple[str, ...] = ()
    default_sign: dict[str, float] = field(default_factory=dict)
    common: frozenset[str] = frozenset()


def build_index(codebook: Codebook) -> IssueIndex:
    """Return the look-up index of a codebook."""
    rarity = _rarity(codebook)
    index = IssueIndex(order=tuple(issue.id for issue in codebook.issues))
    index.common = frozenset(_content_stems(codebook.topic))
    for issue in codebook.issues:
        phrases = [
            *_phrases(issue, 1, issue.support, rarity),
            *_phrases(issue, -1, issue.oppose, rarity),
        ]
        for phrase in phrases:
            for stem in dict.fromkeys(phrase.stems):
                index.phrases_by_stem[stem].append(phrase)
        default = proposition_sign(issue.proposition)
        index.default_sign[issue.id] = default
        for term in _terms(issue, rarity, index.common, default):
            index.terms_by_stem[term.stems[0]].append(term)
    for terms in index.terms_by_stem.values():
        terms.sort(key=lambda term: -len(term.stems))
    return index


def sentence_of(text: str) -> Sentence:
    """Return a text of the codebook as one sentence."""
    tokens = tokenize(text, 0, len(text))
    return Sentence(
        0, 0, 0, len(text), tokens, [False] * len(tokens), words=sum(t.is_word for t in tokens)
    )


def proposition_sign(proposition: str) -> float:
    """Return 1 where approval of the things a proposition names supports it, -1 where it opposes it.

    "X should abolish Y" is supported by what speaks against Y; so is "Y harms Z".
    """
    sentence = sentence_of(proposition)
    last = len(sentence.tokens) - 1
    clause = split_clauses(sentence, 0, last)[0]
    reading = read_clause(sentence, clause, lambda _: False)
    if reading.demand:
        at = max(reading.words) if reading.words else 0
        at = next(
            (
                i
                for i, token in enumerate(sentence.tokens)
                if MODALS.get(token.lower) in {"should", "must"}
            ),
            at,
        )
        following = min(at + 3, last)
        return (
            float(direction_of(sentence.tokens, at, following + 1, following + 1, last))
            if following < last
            else float(reading.demand)
        )
    return 1.0 if reading.verdict >= 0 else -1.0


def _terms(
    issue: Issue, rarity: dict[str, float], common: frozenset[str], default: float
) -> Iterable[Term]:
    seen = set()
    for text in issue.terms:
        stems = tuple(t.stem for t in tokenize(text, 0, len(text)) if t.is_word)
        if not stems or stems in seen:
            continue
        seen.add(stems)
        weight = max(
            rarity.get(stem, 1.0) * (0.4 if stem in common else 1.0) for stem in stems
        ) * math.sqrt(len(stems))
        yield Term(issue.id, stems, weight, _term_sign(issue, stems, default))
    for stems in _proposition_terms(issue.proposition):
        if stems not in seen:
            seen.add(stems)
            weight = 0.5 * max(
                rarity.get(stem, 1.0) * (0.4 if stem in common else 1.0) for stem in stems
            )
            yield Term(
                issue.id, stems, weight, _term_sign(issue, stems, default), from_proposition=True
            )


def _proposition_terms(proposition: str) -> Iterable[tuple[str, ...]]:
    for stem in dict.fromkeys(_content_stems(proposition)):
        yield (stem,)


def _term_sign(issue: Issue, stems: tuple[str, ...], default: float) -> float:
    """Learn from the proposition and the sides' phrases how approval of a thing bears on the issue."""
    votes = 0.0
    statements = [
        (issue.proposition, 1.0, 2.0),
        *((p, 1.0, 1.0) for p in issue.support),
        *((p, -1.0, 1.0) for p in issue.oppose),
    ]
    for text, side, weight in statements:
        sentence = sentence_of(text)
        found = find_stems(sentence, stems)
        if found is None:
            continue
        start, end = found
        last = len(sentence.tokens) - 1
        clause = split_clauses(sentence, 0, last)[-1]
        reading = read_clause(sentence, clause, lambda i, s=start, e=end: s <= i <= e)  # type: ignore[misc]
        direction = direction_of(sentence.tokens, 0, start, end, last)
        said = direction * (
            1.0 if reading.demand or not reading.verdict else math.copysign(1.0, reading.verdict)
        )
        votes += side * weight * said
    if not votes:
        return default
    return max(-1.0, min(1.0, votes / 2))


def find_stems(sentence: Sentence, stems: Sequence[str]) -> tuple[int, int] | None:
    """Return the indexes of the first and last token of a run of these stems, if it occurs."""
    words = [(index, token) for index, token in enumerate(sentence.tokens) if token.is_word]
    for position in range(len(words) - len(stems) + 1):
        if all(words[position + offset][1].stem == stem for offset, stem in enumerate(stems)):
            return words[position][0], words[position + len(stems) - 1][0]
    return None


def _phrases(
    issue: Issue, side: int, texts: Iterable[str], rarity: dict[str, float]
) -> Iterable[Phrase]:
    for text in texts:
        tokens = [token for token in tokenize(text, 0, len(text)) if token.is_word]
        content = [token for token in tokens if token.lower not in FUNCTION_WORDS]
        if not content:
            content = tokens
        stems = tuple(token.stem for token in content)
        weights = tuple(rarity.get(stem, 1.0) for stem in stems)
        yield Phrase(issue.id, side, text, stems, weights, _is_negated(tokens))


def _is_negated(tokens: Iterable[Token]) -> bool:
    return sum(token.lower in NEGATORS for token in tokens) % 2 == 1


def _content_stems(text: str) -> list[str]:
    return [
        t.stem for t in tokenize(text, 0, len(text)) if t.is_word and t.lower not in FUNCTION_WORDS
    ]


def _rarity(codebook: Codebook) -> dict[str, float]:
    """Weigh a stem by how few issues it occurs in: a word of every issue tells none of them apart."""
    counts: Counter[str] = Counter()
    for issue in codebook.issues:
        texts = (issue.title, issue.proposition, *issue.terms, *issue.support, *issue.oppose)
        counts.update({stem for text in texts for stem in _content_stems(text)})
    total = len(codebook.issues)
    return {
        stem: 1.0 if total == 1 else 1 - 0.7 * math.log(count) / math.log(total)
        for stem, count in counts.items()
    }
