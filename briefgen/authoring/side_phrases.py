"""Phrases heard near each side of an issue: words that argue beside what the issue is about.

A phrase is a word that judges or says what is done, with the thing that it is said of
(``argued_phrases``). Words of one concept count as one (``concept_words``), as they do where the
extractor looks for phrases. A passage is on a side
where it takes the side itself; or where its author does, on the whole, and the passage is the
author's and judges something: those are the passages from which the codebook can learn.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefgen.authoring.argued_phrases import Argued, find_argued, is_weak, judges
from briefgen.authoring.candidates import Place, Pool
from briefgen.authoring.context import Line, show_places
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.lexical.findings import Finding
from briefgen.extraction.lexical.language.grammar_words import NEGATORS
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.concept_words import concept
from briefgen.extraction.lexical.sides.issues import IssueIndex
from briefgen.extraction.lexical.sides.propositions import content_stems
from briefgen.extraction.lexical.sides.terms import find_terms
from briefgen.models import Codebook, IssueStance

MOST = 6
_EXAMPLES = 2
_DECIDED = 2.0
"""What a passage that takes a side itself counts, to 1 for one of an author who does."""
_MIN_WEIGHT = 2.0
"""A phrase of a decided side has it, or one about the issue's own things that its author says:
less is too thin to show."""
_SIDES = ("support", "oppose")
Key = tuple[str, str]


@dataclass(frozen=True)
class PhraseSuggestion:
    """A phrase that a side might list."""

    phrase: str
    """As it stands in an article."""
    articles: int
    """Articles in which it is heard on this side."""
    passages: int
    """Passages of this side."""
    other_articles: int
    """Articles in which it is heard on the other side."""
    examples: tuple[Line, ...]


@dataclass
class _Heard:
    """Where one pair of words is heard on an issue."""

    places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """By side."""
    weight: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """By side."""
    surfaces: Counter[str] = field(default_factory=Counter)

    @property
    def wording(self) -> str:
        """As it mostly stands in the articles, the shortest of equals."""
        return min(self.surfaces, key=lambda each: (-self.surfaces[each], len(each), each))

    def articles(self, side: str) -> int:
        return len({place.article for place in self.places.get(side, ())})


def suggest_phrases(
    codebook: Codebook, pool: Pool, index: IssueIndex
) -> dict[str, dict[str, tuple[PhraseSuggestion, ...]]]:
    """Return the phrases by issue id and side, those of most articles first."""
    heard: dict[str, dict[Key, _Heard]] = defaultdict(lambda: defaultdict(_Heard))
    numbers = {(n, s.start): at for at, (n, s) in enumerate(pool.sentences)}
    for article, finding, side, weight in _sided_passages(codebook, pool):
        sentence = finding.passage.sentence
        at = numbers.get((article, sentence.start))
        if at is None:
            continue
        issue = finding.judgement.issue
        for argued, key, worth in _phrases(finding, index):
            if weight < _DECIDED and not judges(sentence, argued):
                continue
            entry = heard[issue][key]
            entry.places[side].append(Place(article, at, argued.first, argued.last))
            entry.weight[side] += weight * worth
            entry.surfaces[_surface(sentence, argued.first, argued.last)] += 1
    owned = _owned(heard)
    return {
        issue.id: {
            side: tuple(_best(owned.get(issue.id, {}), side, _listed(index, issue.id), pool))
            for side in _SIDES
        }
        for issue in codebook.issues
    }


def _owned(heard: Mapping[str, Mapping[Key, _Heard]]) -> dict[str, dict[Key, _Heard]]:
    """Give each phrase to the one issue in whose passages it weighs most."""
    best: dict[Key, tuple[float, str]] = {}
    for issue, entries in heard.items():
        for key, entry in entries.items():
            weight = sum(entry.weight.values())
            if key not in best or weight > best[key][0]:
                best[key] = weight, issue
    return {
        issue: {key: entry for key, entry in entries.items() if best[key][1] == issue}
        for issue, entries in heard.items()
    }


def _sided_passages(codebook: Codebook, pool: Pool) -> Iterator[tuple[int, Finding, str, float]]:
    """Yield article number, finding, its side, and how sure that is."""
    extractor = LexicalExtractor(codebook, "")
    for number, text in enumerate(pool.texts):
        record = extractor.extract(text.article)
        kinds = {said.id: said.kind for said in record.statements}
        for finding in extractor.find(text.article, text.sentences):
            said = finding.statement
            if said.issue is None or kinds[said.id] in {"concession", "question"}:
                continue
            if said.stance in _SIDES:
                yield number, finding, said.stance, _DECIDED
            elif said.holder is None and said.stance == "unclear":
                side = _side_of(record.stances.get(said.issue))
                if side is not None:
                    yield number, finding, side, 1.0


def _side_of(stance: IssueStance | None) -> str | None:
    return stance.stance if stance is not None and stance.stance in _SIDES else None


def _phrases(finding: Finding, index: IssueIndex) -> Iterator[tuple[Argued, Key, float]]:
    """Yield the arguing phrases of a passage, each with its ideas and what it is worth."""
    passage = finding.passage
    sentence = passage.sentence
    cued = {at for cue in finding.judgement.cues if cue.kind != "phrase" for at in cue.tokens}
    terms = find_terms(sentence, passage.first, passage.last, index)
    named = {
        at
        for term, start, end in terms
        if term.issue == finding.judgement.issue and term.listed
        for at in range(start, end + 1)
    }
    best: dict[int, tuple[float, int, Argued]] = {}
    for argued in find_argued(sentence, passage.first, passage.last):
        words = range(argued.first, argued.last + 1)
        about = any(at in named for at in words)
        head = sentence.tokens[argued.head]
        nobody = head.capital and argued.head not in named and head.lower in sentence.names
        if argued.word in named or nobody or (not about and is_weak(sentence, argued)):
            continue
        worth = (2.0 if about else 1.0) * (2.0 if argued.word in cued else 1.0)
        # Of two phrases with one word, the one about the issue, then the shorter.
        rank = (worth, argued.first - argued.last, argued)
        best[argued.word] = max(best.get(argued.word, rank), rank)
    for worth, _, argued in best.values():
        tokens = sentence.tokens
        key = concept(tokens[argued.word].stem), concept(tokens[argued.head].stem)
        yield argued, key, worth


def _surface(sentence: Sentence, first: int, last: int) -> str:
    """Return the words as an analyst would list them: a negation before them belongs to them."""
    if first and sentence.tokens[first - 1].lower in NEGATORS:
        first -= 1
    return " ".join(
        token.text if token.lower in sentence.names else token.text.lower()
        for token in sentence.tokens[first : last + 1]
    )


def _listed(index: IssueIndex, issue: str) -> list[frozenset[str]]:
    phrases = (p for each in index.phrases_by_concept.values() for p in each)
    return list({frozenset(p.concepts) for p in phrases if p.issue == issue})


def _is_listed(key: Key, entry: _Heard, listed: Iterable[frozenset[str]]) -> bool:
    """Tell whether the codebook has the phrase, or one that is found wherever it stands."""
    ideas = {concept(stem) for stem in content_stems(entry.wording)}
    return any(set(key) <= each or each <= ideas for each in listed)


def _best(
    heard: Mapping[Key, _Heard], side: str, listed: Iterable[frozenset[str]], pool: Pool
) -> Iterator[PhraseSuggestion]:
    other = "oppose" if side == "support" else "support"
    known = list(listed)
    rated = [
        (entry.articles(side), entry.weight[side], key)
        for key, entry in heard.items()
        if entry.weight[side] >= _MIN_WEIGHT
        and 2 * entry.articles(other) <= entry.articles(side)
        and not _is_listed(key, entry, known)
    ]
    rated.sort(key=lambda item: (-item[0], -item[1], item[2]))
    used: Counter[str] = Counter()
    shown = 0
    for articles, _, key in rated:
        if shown == MOST:
            return
        if any(used[idea] >= 2 for idea in key):
            continue  # a third phrase with one word tells less than another word
        used.update(set(key))
        shown += 1
        entry = heard[key]
        yield PhraseSuggestion(
            phrase=entry.wording,
            articles=articles,
            passages=len({place.sentence for place in entry.places[side]}),
            other_articles=entry.articles(other),
            examples=show_places(pool, entry.places[side], _EXAMPLES),
        )
