"""Which side a passage takes on an issue, from cues that are added up and shown.

Four kinds of cue speak for a side: a phrase that the codebook lists for it, a demand for more or
less of the thing at issue, a verdict on that thing, and words of the proposition itself said or
denied. No cue is trusted alone unless it is a close match of a phrase; that is what keeps a wrong
side rare, at the price of many passages whose side stays unclear.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefgen.extraction.lexical.clauses import (
    CONCESSION_FORCE,
    Clause,
    direction_of,
    force_of,
    is_negated,
    split_clauses,
)
from briefgen.extraction.lexical.concept_words import concept, is_action
from briefgen.extraction.lexical.demands import find_demand
from briefgen.extraction.lexical.grammar_words import NEGATORS
from briefgen.extraction.lexical.issues import (
    MIN_SHARED_LETTERS,
    IssueIndex,
    Phrase,
    Term,
    shared_letters,
)
from briefgen.extraction.lexical.text import Sentence
from briefgen.extraction.lexical.verdicts import verdict_on

PHRASE_WEIGHT = 2.0
DEMAND_WEIGHT = 1.4
VERDICT_WEIGHT = 0.7
_PAIR_REACH = 5
MIN_OBJECT_SHARE = 0.6
"""How much a verdict on what a policy is about counts where nothing else names the issue."""
SYNONYM_DISCOUNT = 0.4
"""How much less a phrase counts whose every word is another of the same concept."""
SINGLE_WORD_WEIGHT = 1.0
"""For a phrase of one content word, which says little by itself."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason to see a side."""

    kind: str
    """``phrase``, ``demand``, ``wish``, ``verdict`` or ``lesson``."""
    score: float
    """Positive for the proposition, negative against it."""
    what: str
    """The phrase or the term, as the codebook has it (terms by their stems)."""
    tokens: tuple[int, ...]
    """Indexes of the words in the sentence that it rests on."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a passage says on one issue."""

    issue: str
    relevance: float
    """Sum of the weights of the issue's terms in it; 0 where none stands in it."""
    named: float
    """The same for the terms and phrases that the codebook lists, without the proposition's
    words."""
    score: float
    """Sum of the cues' scores: the sign is the side, the size how much speaks for it."""
    cues: tuple[Cue, ...]
    conditional: bool
    """Whether a cue stands under a condition."""
    granted: float = 0.0
    """Sum of what is granted in it ("although …"), by side, as if it had been said outright."""
    lesson: Cue | None = None
    """What the corpus's lessons add, counted apart; None where they add nothing."""

    @property
    def total(self) -> float:
        """The score with what lessons add."""
        return self.score + (self.lesson.score if self.lesson is not None else 0.0)


@dataclass(frozen=True, slots=True)
class _Hit:
    term: Term
    start: int
    end: int


def judge(
    sentence: Sentence,
    first: int,
    last: int,
    index: IssueIndex,
    *,
    inherited: Iterable[str] = (),
    wish: int = 0,
) -> list[Judgement]:
    """Judge the tokens from *first* to *last* on every issue that they touch.

    Args:
        sentence: the sentence.
        first: number of the first token.
        last: number of the last token.
        index: the codebook's issues.
        inherited: ids of issues that the passage is about though it names none of their terms (its
            paragraph does).
        wish: 1 where somebody wants what the tokens name, -1 where somebody does not, 0 where they
            are said.
    """
    hits = _term_hits(sentence, first, last, index)
    phrase_cues = _phrase_cues(sentence, first, last, index)
    by_issue: dict[str, list[_Hit]] = {}
    for hit in hits:
        by_issue.setdefault(hit.term.issue, []).append(hit)
    carried = set(inherited)
    issues = [i for i in index.order if i in by_issue or i in phrase_cues or i in carried]
    if not issues:
        return []
    clauses = split_clauses(sentence, first, last)
    named = {
        i
        for hit in hits
        if hit.term.listed and hit.term.role != "affected"
        for i in range(hit.start, hit.end + 1)
    }
    return [
        _judge_issue(
            sentence,
            _About(issue, issue in index.policies, by_issue.get(issue, []), named, wish),
            phrase_cues.get(issue, []),
            clauses,
        )
        for issue in issues
    ]


@dataclass(frozen=True, slots=True)
class _About:
    issue: str
    policy: bool
    hits: list[_Hit]
    named: set[int]
    """Tokens that name things of the codebook, whatever the issue: they carry no verdict."""
    wish: int


def _judge_issue(
    sentence: Sentence, about: _About, phrases: list[tuple[Phrase, Cue]], clauses: list[Clause]
) -> Judgement:
    cues = [_in_clause(sentence, cue, clauses) for _, cue in phrases]
    if about.wish:
        cues = [replace(cue, score=cue.score * about.wish) for cue in cues]
    relevance = _weight_of(about.hits) + sum(abs(cue.score) for _, cue in phrases)
    share = min(1.0, max(relevance, MIN_OBJECT_SHARE if about.policy else 0.0))
    for clause in clauses:
        inside = [hit for hit in about.hits if clause.first <= hit.start and hit.end <= clause.last]
        weight = share * force_of(sentence.tokens, clause)
        cue = _wish_cue(sentence, clause, inside, about.wish, weight) if about.wish else None
        cue = cue or _demand_cue(sentence, clause, inside, weight)
        cue = cue or _verdict_cue(sentence, clause, inside, about, weight)
        if cue is not None:
            cues.append(cue)
    conditional = any(_is_strict_condition(sentence, clause) for clause in clauses)
    listed = [hit for hit in about.hits if hit.term.listed]
    return Judgement(
        about.issue,
        relevance,
        _weight_of(listed) + sum(abs(cue.score) for _, cue in phrases),
        sum(cue.score for cue in cues),
        tuple(cues),
        conditional and any(cue.score for cue in cues),
        sum(cue.score for cue in cues if _is_granted(cue, clauses)) / CONCESSION_FORCE,
    )


def _is_granted(cue: Cue, clauses: list[Clause]) -> bool:
    middle = cue.tokens[len(cue.tokens) // 2]
    return any(clause.concession and clause.first <= middle <= clause.last for clause in clauses)


def _weight_of(hits: list[_Hit]) -> float:
    return sum({hit.term.stems: hit.term.weight for hit in hits}.values())


def _is_strict_condition(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the clause makes a stance depend on it; a bare "if" only imagines a case."""
    return clause.condition and sentence.tokens[clause.first].lower not in {
        "if",
        "assuming",
        "given",
    }


def _term_hits(sentence: Sentence, first: int, last: int, index: IssueIndex) -> list[_Hit]:
    words = [i for i in range(first, last + 1) if sentence.tokens[i].is_word]
    stems = [sentence.tokens[i].stem for i in words]
    hits = []
    for position, stem in enumerate(stems):
        for term in index.terms_by_stem.get(stem, ()):
            end = _run_end(stems, position, term.stems)
            if end is not None and _close_form(sentence.tokens[words[position]].lower, term):
                hits.append(_Hit(term, words[position], words[end]))
    return hits


def _close_form(word: str, term: Term) -> bool:
    """Tell whether a one-word term stands there in a form near its own: stems fold too much.

    "Globalization" and "global" share a stem and not a subject; "escalate" and "escalation" do.
    """
    if len(term.stems) > 1:
        return True
    shared = shared_letters(word, term.word)
    return shared >= MIN_SHARED_LETTERS * max(len(word), len(term.word))


def _run_end(stems: list[str], position: int, wanted: tuple[str, ...]) -> int | None:
    """Return where the stems end that begin at *position*; up to two words may stand between them.

    "Economic and military pressure" is economic pressure.
    """
    at = position
    for stem in wanted[1:]:
        window = stems[at + 1 : at + 4]
        if stem not in window:
            return None
        at += 1 + window.index(stem)
    return at if at - position < len(wanted) + 2 else None


def _phrase_cues(
    sentence: Sentence, first: int, last: int, index: IssueIndex
) -> dict[str, list[tuple[Phrase, Cue]]]:
    """Return for each issue the phrases that stand in the passage, at most one of each wording."""
    places: dict[str, list[int]] = {}
    candidates: dict[int, Phrase] = {}
    for position in range(first, last + 1):
        token = sentence.tokens[position]
        if token.is_word:
            idea = concept(token.stem)
            places.setdefault(idea, []).append(position)
            for phrase in index.phrases_by_concept.get(idea, ()):
                candidates[id(phrase)] = phrase
    found: dict[str, list[tuple[Phrase, Cue]]] = {}
    for phrase in candidates.values():
        cue = _match_phrase(sentence, first, phrase, places)
        if cue is not None:
            found.setdefault(phrase.issue, []).append((phrase, cue))
    return {issue: _strongest_by_place(cues) for issue, cues in found.items()}


def _match_phrase(
    sentence: Sentence, first: int, phrase: Phrase, places: dict[str, list[int]]
) -> Cue | None:
    tokens = sentence.tokens
    if len(phrase.stems) == 1:
        at_all = places.get(phrase.concepts[0], ())
        exact = [i for i in at_all if _same_word(tokens[i].lower, phrase.words[0])]
        return _single_word(sentence, first, phrase, exact)
    pairs = zip(phrase.concepts, phrase.weights, strict=True)
    present = [(idea, weight) for idea, weight in pairs if idea in places]
    coverage = sum(weight for _, weight in present) / phrase.total
    if coverage < phrase.share or len(present) < 2:
        return None
    at = _closest(places, [idea for idea, _ in present])
    literal = sum(tokens[i].stem in phrase.stems for i in at) / len(at)
    if not _in_form(sentence, phrase, at, literal):
        return None
    coverage *= 1 - SYNONYM_DISCOUNT * (1 - literal)
    negated = is_negated(tokens, first, at[0])
    if not any(tokens[i].lower in NEGATORS for i in at):
        # "Lacks the leverage" negates by its own words, which are the phrase's.
        negated = negated or is_negated(tokens, first, at[-1])
    if phrase.negated and not negated:
        return None
    flipped = negated and not phrase.negated
    if flipped and coverage < 1:
        return None
    strength = PHRASE_WEIGHT * coverage * coverage * min(1.0, 0.5 + phrase.total / 3)
    return Cue(
        "phrase", phrase.side * strength * (-0.6 if flipped else 1.0), phrase.text, tuple(at)
    )


def _in_form(sentence: Sentence, phrase: Phrase, at: list[int], literal: float) -> bool:
    """Tell whether the words stand close enough; two words alone must also stand in order."""
    if len(phrase.stems) > 2:
        return at[-1] - at[0] <= 2 * len(phrase.stems) + 5
    if literal == 0:
        return False
    in_order = concept(sentence.tokens[at[0]].stem) == phrase.concepts[0]
    in_order = in_order or any(is_action(idea) for idea in phrase.concepts)
    return in_order and at[-1] - at[0] <= _PAIR_REACH


def _single_word(sentence: Sentence, first: int, phrase: Phrase, exact: list[int]) -> Cue | None:
    for index in exact:
        if is_negated(sentence.tokens, first, index) == phrase.negated:
            return Cue("phrase", phrase.side * SINGLE_WORD_WEIGHT, phrase.text, (index,))
    return None


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are the same but for a plural; "globalism" is not "global"."""
    return one == other or one in {other + "s", other + "es"} or other in {one + "s", one + "es"}


def _closest(places: dict[str, list[int]], stems: list[str]) -> list[int]:
    """Return one place for each stem, as near to each other as a greedy choice finds them."""
    best: list[int] = []
    for anchor in places[min(stems, key=lambda stem: len(places[stem]))][:8]:
        chosen = sorted({_nearest(places[stem], anchor) for stem in stems})
        if not best or chosen[-1] - chosen[0] < best[-1] - best[0]:
            best = chosen
    return best


def _nearest(positions: list[int], anchor: int) -> int:
    return min(positions, key=lambda position: abs(position - anchor))


def _strongest_by_place(cues: list[tuple[Phrase, Cue]]) -> list[tuple[Phrase, Cue]]:
    """Keep the strongest of the cues that share a word: one passage is one piece of evidence."""
    kept: list[tuple[Phrase, Cue]] = []
    for phrase, cue in sorted(cues, key=lambda item: (-abs(item[1].score), item[0].text)):
        if not any(set(cue.tokens) & set(other.tokens) for _, other in kept):
            kept.append((phrase, cue))
    return kept


def _in_clause(sentence: Sentence, cue: Cue, clauses: list[Clause]) -> Cue:
    middle = cue.tokens[len(cue.tokens) // 2]
    for clause in clauses:
        if clause.first <= middle <= clause.last:
            return replace(cue, score=cue.score * force_of(sentence.tokens, clause))
    return cue


def _wish_cue(
    sentence: Sentence, clause: Clause, hits: list[_Hit], wish: int, weight: float
) -> Cue | None:
    hit = _target(hits)
    if hit is None:
        return None
    direction = direction_of(sentence.tokens, clause.first, hit.start, hit.end, clause.last)
    score = DEMAND_WEIGHT * wish * direction * hit.term.sign * weight
    return Cue("wish", score, " ".join(hit.term.stems), tuple(range(hit.start, hit.end + 1)))


def _demand_cue(sentence: Sentence, clause: Clause, hits: list[_Hit], weight: float) -> Cue | None:
    demand = find_demand(sentence.tokens, clause)
    if demand is None:
        return None
    hit = _target([hit for hit in hits if demand.touches(hit.start, hit.end)])
    if hit is None:
        return None
    score = DEMAND_WEIGHT * demand.direction * hit.term.sign * weight
    where = tuple(sorted({demand.at, demand.verb, *range(hit.start, hit.end + 1)}))
    return Cue("demand", score, " ".join(hit.term.stems), where)


def _verdict_cue(
    sentence: Sentence, clause: Clause, hits: list[_Hit], about: _About, weight: float
) -> Cue | None:
    for hit in sorted(hits, key=_telling):
        if hit.term.role == "name" or not hit.term.sign:
            continue
        verdict = verdict_on(sentence.tokens, clause, hit.start, hit.end, about.named.__contains__)
        if verdict is None:
            continue
        if hit.term.role == "affected" and not (verdict.suffers and verdict.value < 0):
            # That farmers are the best in the world says nothing of what is done to them.
            continue
        value = max(-1.5, min(1.5, verdict.value))
        if verdict.suffers and about.policy and hit.term.role == "object":
            # Who laments harm done to a thing holds it dear.
            score = -0.7 * value * hit.term.sign
        else:
            direction = direction_of(sentence.tokens, clause.first, hit.start, hit.end, clause.last)
            score = value * (1 if verdict.suffers else direction) * hit.term.sign
        where = tuple(sorted({*verdict.words, *range(hit.start, hit.end + 1)}))
        return Cue("verdict", VERDICT_WEIGHT * score * weight, " ".join(hit.term.stems), where)
    return None


def _telling(hit: _Hit) -> tuple[bool, int, float, int]:
    return hit.term.role != "object", -len(hit.term.stems), -abs(hit.term.sign), hit.start


def _target(hits: list[_Hit]) -> _Hit | None:
    """Return the hit on what the proposition is about, the most telling first."""
    return min(
        (hit for hit in hits if hit.term.role == "object" and hit.term.sign),
        key=_telling,
        default=None,
    )
