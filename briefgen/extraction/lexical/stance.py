"""Which side a passage takes on an issue, from cues that are added up and shown.

Five kinds of cue speak for a side: a phrase that the codebook lists for it, a demand for more or
less of the thing at issue, a verdict on that thing, words of the proposition itself said or denied,
and the way in which the argument is framed. No cue is trusted alone unless it is a close match of a
phrase or a frame that leaves no doubt; that is what keeps a wrong side rare, at the price of many
passages whose side stays unclear.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.extraction.lexical.agents import NO_AGENTS, Agents, Deed, Thing, find_deeds
from briefgen.extraction.lexical.anaphora import find_anaphors
from briefgen.extraction.lexical.clauses import (
    CONCESSION_FORCE,
    Clause,
    direction_of,
    force_of,
    is_negated,
    split_clauses,
)
from briefgen.extraction.lexical.concept_words import concept, is_action
from briefgen.extraction.lexical.demands import Demand, find_demand
from briefgen.extraction.lexical.framing import Frame
from briefgen.extraction.lexical.grammar_words import MODALS, NEGATORS
from briefgen.extraction.lexical.issues import (
    MIN_SHARED_LETTERS,
    MIN_SHARED_LETTERS_UNLISTED,
    IssueIndex,
    Phrase,
    Term,
    shared_letters,
)
from briefgen.extraction.lexical.text import Sentence, Token
from briefgen.extraction.lexical.verdicts import verdict_on

PHRASE_WEIGHT = 2.0
DEMAND_WEIGHT = 1.4
VERDICT_WEIGHT = 0.7
FRAME_WEIGHT = 1.0
_PAIR_REACH = 5
_BETWEEN = 2
_ASKED_REACH = 6
MIN_OBJECT_SHARE = 0.65
"""How much a verdict on what a policy is about counts where nothing else names the issue."""
STAND_IN_WEIGHT = 0.7
"""How much "the plan" names the proposal that is spoken of."""
ELSEWHERE_SHARE = 0.5
"""How much of that counts where the passage names another issue and this one by none of its
terms."""
SYNONYM_DISCOUNT = 0.4
"""How much less a phrase counts whose every word is another of the same concept."""
SINGLE_WORD_WEIGHT = 0.8
"""For a phrase of one content word, which says little by itself: less than a side needs."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason to see a side."""

    kind: str
    """``phrase``, ``demand``, ``wish``, ``verdict``, ``deed``, ``frame`` or ``lesson``."""
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
    limited: bool = False
    """Whether the author agrees only in part or under a condition, whatever the side."""
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
    frames: Sequence[Frame] = (),
    agents: Agents = NO_AGENTS,
    spoken_of: str | None = None,
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
        frames: how the sentence argues, where the author speaks; counts only where the tokens are
            about one proposal.
        agents: who does the things at issue, where the author speaks.
        spoken_of: id of the proposal of which the article last spoke by name, and of no other.
    """
    hits = _term_hits(sentence, first, last, index)
    phrase_cues = _phrase_cues(sentence, first, last, index)
    by_issue: dict[str, list[_Hit]] = {}
    for hit in hits:
        by_issue.setdefault(hit.term.issue, []).append(hit)
    carried = set(inherited)
    praised = _deeds_by_issue(sentence, first, last, agents)
    clauses = split_clauses(sentence, first, last)
    meant = _meant(carried, index) or spoken_of
    if meant is not None and not _names_object(by_issue):
        stand_ins = _stand_ins(sentence, clauses, meant, index)
        if stand_ins:
            by_issue[meant] = [*by_issue.get(meant, ()), *stand_ins]
    touched = carried | by_issue.keys() | phrase_cues.keys() | praised.keys()
    issues = [i for i in index.order if i in touched]
    if not issues:
        return []
    named = {
        i
        for hit in hits
        if hit.term.listed and hit.term.role != "affected"
        for i in range(hit.start, hit.end + 1)
    }
    listed = {hit.term.issue for hit in hits if hit.term.listed} | set(phrase_cues)
    judgements = [
        _judge_issue(
            sentence,
            _About(
                issue,
                issue in index.policies,
                by_issue.get(issue, []),
                bool(listed) and issue not in listed | carried,
                named,
                wish,
            ),
            phrase_cues.get(issue, []),
            clauses,
            praised.get(issue, []),
        )
        for issue in issues
    ]
    shown = [frame for frame in frames if first <= frame.tokens[-1] <= last]
    return _framed(judgements, shown, index) if shown else judgements


def _meant(carried: set[str], index: IssueIndex) -> str | None:
    """Return the one proposal that the paragraph speaks of."""
    proposals = [issue for issue in index.order if issue in carried and index.changes.get(issue)]
    return proposals[0] if len(proposals) == 1 else None


def _names_object(by_issue: Mapping[str, list[_Hit]]) -> bool:
    """Tell whether a thing at issue is named: then "the plan" may be something else."""
    return any(hit.term.role == "object" for hits in by_issue.values() for hit in hits)


def _stand_ins(
    sentence: Sentence, clauses: list[Clause], issue: str, index: IssueIndex
) -> list[_Hit]:
    """Return hits for the words that stand for the proposal."""
    sign = float(index.changes[issue])
    return [
        _Hit(Term(issue, (word,), STAND_IN_WEIGHT, sign, "object", word, listed=False), at, at)
        for clause in clauses
        for at in find_anaphors(sentence.tokens, clause)
        for word in (sentence.tokens[at].lower,)
    ]


def _framed(
    judgements: list[Judgement], frames: Sequence[Frame], index: IssueIndex
) -> list[Judgement]:
    """Add the frames to the one judgement on a proposal; to none where there are several."""
    proposals = [j for j in judgements if index.changes.get(j.issue)] or judgements
    if len(proposals) != 1:
        return judgements
    about = proposals[0]
    change = index.changes.get(about.issue, 0)
    cues = [Cue("frame", FRAME_WEIGHT * f.side * change, f.name, f.tokens) for f in frames]
    cues = [cue for cue, frame in zip(cues, frames, strict=True) if cue.score or not frame.side]
    framed = replace(
        about,
        score=about.score + sum(cue.score for cue in cues),
        cues=(*about.cues, *cues),
        limited=any(frame.side == 0 for frame in frames),
    )
    return [framed if judgement is about else judgement for judgement in judgements]


@dataclass(frozen=True, slots=True)
class _About:
    issue: str
    policy: bool
    hits: list[_Hit]
    elsewhere: bool
    """Whether the passage names other issues by terms of the codebook, and this one by none, nor
    does its paragraph."""
    named: set[int]
    """Tokens that name things of the codebook, whatever the issue: they carry no verdict."""
    wish: int


def _judge_issue(
    sentence: Sentence,
    about: _About,
    phrases: list[tuple[Phrase, Cue]],
    clauses: list[Clause],
    deeds: list[tuple[Deed, float]],
) -> Judgement:
    cues = [_in_clause(sentence, cue, clauses) for _, cue in phrases]
    if about.wish:
        cues = [replace(cue, score=cue.score * about.wish) for cue in cues]
    relevance = _weight_of(about.hits) + sum(abs(cue.score) for _, cue in phrases)
    share = min(1.0, max(relevance, MIN_OBJECT_SHARE if about.policy else 0.0))
    if about.elsewhere:
        share *= ELSEWHERE_SHARE
    for clause in clauses if about.hits or deeds else ():
        inside = [hit for hit in about.hits if clause.first <= hit.start and hit.end <= clause.last]
        cues.extend(
            _deed_cue(sentence, clause, deed, sign, about)
            for deed, sign in deeds
            if clause.first <= deed.start and deed.end <= clause.last
        )
        if not inside:
            continue  # nothing is demanded or judged of what the clause does not name
        weight = share * force_of(sentence.tokens, clause)
        cue = _wish_cue(sentence, clause, inside, about.wish, weight) if about.wish else None
        cue = cue or _demand_cue(sentence, clause, inside, about, weight)
        cue = cue or _verdict_cue(sentence, clause, inside, about, weight)
        if cue is not None:
            cues.append(cue)
    cues = [cue for cue in cues if cue.score]
    conditional = bool(cues) and any(_is_strict_condition(sentence, c) for c in clauses)
    listed = [hit for hit in about.hits if hit.term.listed]
    return Judgement(
        about.issue,
        relevance,
        _weight_of(listed) + sum(abs(cue.score) for _, cue in phrases),
        sum(cue.score for cue in cues),
        tuple(cues),
        conditional and any(cue.score for cue in cues),
        granted=sum(cue.score for cue in cues if _is_granted(cue, clauses)) / CONCESSION_FORCE,
    )


def find_terms(
    sentence: Sentence, first: int, last: int, index: IssueIndex
) -> list[tuple[Term, int, int]]:
    """Return the terms that stand in the tokens, each with the numbers of its first and last."""
    hits = _term_hits(sentence, first, last, index)
    return [(hit.term, hit.start, hit.end) for hit in hits]


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
    needed = MIN_SHARED_LETTERS if term.listed else MIN_SHARED_LETTERS_UNLISTED
    return shared >= needed * max(len(word), len(term.word))


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
    ideas_found: Counter[int] = Counter()
    for position in range(first, last + 1):
        token = sentence.tokens[position]
        if token.is_word:
            idea = concept(token.stem)
            if idea in places:
                places[idea].append(position)
                continue
            places[idea] = [position]
            ideas_found.update(index.numbers_by_concept.get(idea, ()))
    found: dict[str, list[tuple[Phrase, Cue]]] = {}
    for number, ideas in ideas_found.items():
        phrase = index.phrases[number]
        if ideas == 1 and phrase.is_many_ideas:
            continue  # one word of a phrase of several says nothing: most end here
        cue = _match_phrase(sentence, first, phrase, places)
        if cue is not None:
            found.setdefault(phrase.issue, []).append((phrase, cue))
    return {issue: _strongest_by_place(cues) for issue, cues in found.items()}


def _match_phrase(
    sentence: Sentence, first: int, phrase: Phrase, places: dict[str, list[int]]
) -> Cue | None:
    tokens = sentence.tokens
    if phrase.literal:
        return _literally(sentence, first, phrase, places)
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
    if phrase.asks and not _is_asked(tokens, first, at[0]):
        return None
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


def _is_asked(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Tell whether something is asked for around the words: "must", "should", "need to"."""
    around = range(max(first, at - _ASKED_REACH), min(len(tokens), at + _ASKED_REACH))
    return any(
        MODALS.get(tokens[i].lower) in {"should", "must"} or tokens[i].lower in {"need", "needs"}
        for i in around
    )


def _literally(
    sentence: Sentence, first: int, phrase: Phrase, places: dict[str, list[int]]
) -> Cue | None:
    """Match a phrase of which every word counts, in order, up to two others between them."""
    tokens = sentence.tokens
    for start in places.get(concept(phrase.literal[0]), ()):
        at = [start]
        for wanted in phrase.literal[1:]:
            ahead = range(at[-1] + 1, min(len(tokens), at[-1] + 2 + _BETWEEN))
            found = next((i for i in ahead if tokens[i].stem == wanted), None)
            if found is None:
                break
            at.append(found)
        if len(at) == len(phrase.literal):
            flipped = is_negated(tokens, first, start) and not phrase.negated
            strength = phrase.side * PHRASE_WEIGHT * (-0.6 if flipped else 1.0)
            return Cue("phrase", strength, phrase.text, tuple(at))
    return None


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


def _demand_cue(
    sentence: Sentence, clause: Clause, hits: list[_Hit], about: _About, weight: float
) -> Cue | None:
    demand = find_demand(sentence.tokens, clause)
    if demand is None:
        return None
    hit = _target([hit for hit in hits if _is_asked_for(sentence, demand, hit, about)])
    if hit is None:
        return None
    score = DEMAND_WEIGHT * demand.direction * hit.term.sign * weight
    where = tuple(sorted({demand.at, demand.verb, *range(hit.start, hit.end + 1)}))
    return Cue("demand", score, " ".join(hit.term.stems), where)


def _is_asked_for(sentence: Sentence, demand: Demand, hit: _Hit, about: _About) -> bool:
    """Tell whether the demand is about the thing and not about something nearer: "stop invoking the
    treaty as grounds for new fees" asks nothing of the fees.
    """
    if not demand.touches(hit.start, hit.end):
        return False
    between = range(demand.verb + 1, hit.start)
    if any(sentence.tokens[i].lower == "as" for i in between):
        return False
    return hit.term.listed or not any(i in about.named for i in between)


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
            since = max(clause.first, verdict.since)
            direction = direction_of(
                sentence.tokens, since, hit.start, hit.end, clause.last, negation=False
            )
            score = value * (1 if verdict.suffers else direction) * hit.term.sign
        where = tuple(sorted({*verdict.words, *range(hit.start, hit.end + 1)}))
        return Cue("verdict", VERDICT_WEIGHT * score * weight, " ".join(hit.term.stems), where)
    return None


def things_named(sentence: Sentence, index: IssueIndex) -> list[Thing]:
    """Return the things at issue that a sentence names."""
    hits = _term_hits(sentence, 0, len(sentence.tokens) - 1, index)
    return [
        Thing(hit.term.issue, hit.term.sign, hit.start)
        for hit in hits
        if hit.term.role == "object" and hit.term.sign and hit.term.issue in index.policies
    ]


def _deeds_by_issue(
    sentence: Sentence, first: int, last: int, agents: Agents
) -> dict[str, list[tuple[Deed, float]]]:
    found: dict[str, list[tuple[Deed, float]]] = {}
    for deed in find_deeds(sentence.tokens, agents) if agents else ():
        if first <= deed.start and deed.end <= last:
            for issue, sign in agents[deed.name].items():
                found.setdefault(issue, []).append((deed, sign))
    return found


def _deed_cue(sentence: Sentence, clause: Clause, deed: Deed, sign: float, about: _About) -> Cue:
    """Weigh what is said of the one who does the thing at issue, or of how they do it."""
    value: float | None = deed.value
    words: tuple[int, ...] = (deed.end,)
    if value is None:
        named = range(deed.start, deed.end + 1)
        verdict = verdict_on(
            sentence.tokens, clause, deed.end, deed.end, lambda i: i in about.named or i in named
        )
        value, words = (verdict.value, verdict.words) if verdict is not None else (0.0, ())
    weight = MIN_OBJECT_SHARE * force_of(sentence.tokens, clause)
    where = tuple(sorted({deed.start, deed.end, *words}))
    name = sentence.tokens[deed.start].lower
    return Cue("deed", VERDICT_WEIGHT * max(-1.5, min(1.5, value)) * sign * weight, name, where)


def _telling(hit: _Hit) -> tuple[bool, int, float, int]:
    return hit.term.role != "object", -len(hit.term.stems), -abs(hit.term.sign), hit.start


def _target(hits: list[_Hit]) -> _Hit | None:
    """Return the hit on what the proposition is about, the most telling first."""
    return min(
        (hit for hit in hits if hit.term.role == "object" and hit.term.sign),
        key=_telling,
        default=None,
    )
