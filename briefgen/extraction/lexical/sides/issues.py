"""What the codebook says about each issue, made ready for looking up in sentences."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefgen.extraction.lexical.language.clauses import direction_of, split_clauses
from briefgen.extraction.lexical.language.text import Sentence, Token, sentence_of, tokenize
from briefgen.extraction.lexical.sides.concept_words import concept, stems_of
from briefgen.extraction.lexical.sides.patient_words import PATIENTS
from briefgen.extraction.lexical.sides.phrases import (
    PROPOSITION_COVERAGE,
    Phrase,
    Topic,
    phrases_of,
)
from briefgen.extraction.lexical.sides.propositions import (
    LIGHT_WORDS,
    Proposition,
    content_stems,
    measures_of,
)
from briefgen.extraction.lexical.sides.verdicts import verdict_on
from briefgen.models import Codebook, Issue

MIN_SHARED_LETTERS_UNLISTED = 0.7
"""Share of a word's letters that another form of it must share from the start."""
_KEPT = 2_000
"""Phrases and terms of a codebook that are read once, not once for each term of their issue."""


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
    measure: bool = False
    """Whether it is named with what is to be done to it: "cap the rents"."""
    of_what: str = ""
    """The preposition by which the proposition says of what: "for" in "grants for theatres"; empty
    where it does not say."""
    stands_in: bool = False
    """Whether it is a word that stands for the thing in one passage: "it", "the plan"."""


@dataclass(slots=True)
class IssueIndex:
    """All issues of a codebook, to be looked up by stem."""

    terms_by_stem: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))
    """First stem of a term to the terms that begin with it, longest first."""
    known_forms: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    """Words seen so far to the terms that may begin with them; of words that begin none, none."""
    phrases_by_concept: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    phrases: list[Phrase] = field(default_factory=list)
    ideas: dict[str, tuple[str, Sequence[int]]] = field(default_factory=dict)
    """Stem of each word that may stand for a word of a phrase, to their concept and the places in
    ``phrases`` of the phrases with a word for it: numbers count fast."""
    order: tuple[str, ...] = ()
    policies: frozenset[str] = frozenset()
    """Ids of the issues whose proposition asks that something be done; the others state a fact."""
    nested: set[str] = field(default_factory=set)
    """Ids of the issues whose proposition asks somebody to have less of a thing: "should require
    the mines to cut their debts". For or against the thing is not for or against that."""
    signs: dict[str, float] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    """Id of each issue whose proposition asks for a change, to 1; to -1 where it refuses one."""


def build_index(codebook: Codebook) -> IssueIndex:
    """Return the look-up index of a codebook."""
    rarity = _rarity(codebook)
    topic = frozenset(content_stems(codebook.topic))
    index = IssueIndex(order=tuple(issue.id for issue in codebook.issues))
    policies = set()
    numbers: dict[str, list[int]] = defaultdict(list)
    for issue in codebook.issues:
        proposition = Proposition.parse(issue.proposition)
        index.signs[issue.id] = proposition.sign
        if proposition.policy:
            policies.add(issue.id)
        if proposition.nests:
            index.nested.add(issue.id)
        if proposition.change:
            index.changes[issue.id] = proposition.change
        topic_of_issue = Topic.of(issue)
        for phrase in (
            *phrases_of(issue, 1, issue.support, rarity, topic_of_issue),
            *phrases_of(issue, -1, issue.oppose, rarity, topic_of_issue),
            *phrases_of(
                issue, 1, (issue.proposition,), rarity, topic_of_issue, share=PROPOSITION_COVERAGE
            ),
            *phrases_of(issue, 1, measures_of(proposition), rarity, topic_of_issue),
        ):
            for idea in dict.fromkeys(phrase.concepts):
                index.phrases_by_concept[idea].append(phrase)
                numbers[idea].append(len(index.phrases))
            for stem in phrase.literal[:1]:  # its places are asked for, whatever it tells
                numbers.setdefault(concept(stem), [])
            index.phrases.append(phrase)
        for term in _terms(issue, proposition, rarity, topic):
            index.terms_by_stem[term.stems[0]].append(term)
    index.policies = frozenset(policies)
    index.ideas = {stem: (idea, numbers[idea]) for idea in numbers for stem in stems_of(idea)}
    for terms in index.terms_by_stem.values():
        terms.sort(key=lambda term: -len(term.stems))
    return index


def _terms(
    issue: Issue, proposition: Proposition, rarity: dict[str, float], topic: frozenset[str]
) -> Iterable[Term]:
    def weigh(stems: tuple[str, ...]) -> float:
        return max(
            rarity.get(s, 1.0) * (0.4 if s in topic and rarity.get(s, 1.0) < 1 else 1.0)
            for s in stems
        ) * math.sqrt(len(stems))

    seen = set()
    for text in issue.terms:
        tokens = [token for token in tokenize(text) if token.is_word]
        stems = tuple(token.stem for token in tokens)
        if stems and stems not in seen:
            seen.add(stems)
            role = _role(tokens, proposition)
            sign = _term_sign(issue, stems, proposition.sign_of(tokens))
            said = proposition.of_what(stems[-1])
            yield Term(issue.id, stems, weigh(stems), sign, role, tokens[0].lower, of_what=said)
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
            of_what=proposition.of_what(stem),
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
            for token in tokenize(text)
            if token.is_word and token.lower not in LIGHT_WORDS
        }
        counts.update(found.keys())
        words = found | words
    return {s: t for s, t in words.items() if counts[s] > 1 and rarity.get(s, 1.0) >= 1}


def _role(tokens: Sequence[Token], proposition: Proposition) -> str:
    telling = [token for token in tokens if token.lower not in LIGHT_WORDS] or tokens
    if all(token.stem in proposition.objects for token in telling):
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
    wider = [term for term in map(_stems_of, issue.terms) if _is_part_of(stems, term)]
    phrases = [*((p, 1.0) for p in issue.support), *((p, -1.0) for p in issue.oppose)]
    for text, side in phrases:
        sentence, there = _read_phrase(text)
        if not there.issuperset(stems):
            continue
        found = find_stems(sentence, stems)
        if found is None or any(find_stems(sentence, longer) for longer in wider):
            continue  # "rent controls work" says nothing of rents
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


@lru_cache(_KEPT)
def _read_phrase(text: str) -> tuple[Sentence, frozenset[str]]:
    """Return a side's phrase as a sentence, which nobody changes, and the stems that it has."""
    sentence = sentence_of(text)
    return sentence, frozenset(token.stem for token in sentence.tokens if token.is_word)


@lru_cache(_KEPT)
def _stems_of(term: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokenize(term) if token.is_word)


def _is_part_of(stems: tuple[str, ...], term: tuple[str, ...]) -> bool:
    """Tell whether the term is longer and has the stems in a row."""
    starts = range(len(term) - len(stems) + 1) if len(term) > len(stems) else range(0)
    return any(term[at : at + len(stems)] == stems for at in starts)


def find_stems(sentence: Sentence, stems: Sequence[str]) -> tuple[int, int] | None:
    """Return the indexes of the first and last token of a run of these stems, if it occurs."""
    words = [(index, token) for index, token in enumerate(sentence.tokens) if token.is_word]
    for position in range(len(words) - len(stems) + 1):
        if all(words[position + offset][1].stem == stem for offset, stem in enumerate(stems)):
            return words[position][0], words[position + len(stems) - 1][0]
    return None


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
