"""Which side a passage takes on an issue, from cues that are added up and shown.

Five kinds of cue speak for a side: a phrase that the codebook lists for it, a demand for more or
less of the thing at issue, a verdict on that thing, words of the proposition itself said or denied,
and the way in which the argument is framed. No cue is trusted alone unless it is a close match of a
phrase or a frame that leaves no doubt; that is what keeps a wrong side rare, at the price of many
passages whose side stays unclear.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import (
    CONCESSION_FORCE,
    Clause,
    direction_of,
    split_clauses,
)
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.agents import NO_AGENTS, Agents, Deed, Thing, find_deeds
from briefgen.extraction.lexical.sides.anaphora import (
    STANDING_IN,
    names_object,
    proposal_of,
    stand_ins,
)
from briefgen.extraction.lexical.sides.answers import add_answer
from briefgen.extraction.lexical.sides.asked_things import asked_things, is_of_something_else
from briefgen.extraction.lexical.sides.before import NOTHING_BEFORE, Before
from briefgen.extraction.lexical.sides.dealing_words import DEALING_FORMS
from briefgen.extraction.lexical.sides.deeds import find_mentions
from briefgen.extraction.lexical.sides.demands import act_on, nested_direction
from briefgen.extraction.lexical.sides.directions import KEEPING, direction_of_verb
from briefgen.extraction.lexical.sides.framing import NO_REASON, Frame
from briefgen.extraction.lexical.sides.issues import IssueIndex, Term
from briefgen.extraction.lexical.sides.judgements import Cue, Judgement
from briefgen.extraction.lexical.sides.patient_words import PATIENTS
from briefgen.extraction.lexical.sides.phrase_cues import NAMED, phrase_cues_of
from briefgen.extraction.lexical.sides.phrases import Phrase
from briefgen.extraction.lexical.sides.readings import Reading
from briefgen.extraction.lexical.sides.same_subject import again, again_behind
from briefgen.extraction.lexical.sides.taking_up import asked_again, taken_up
from briefgen.extraction.lexical.sides.terms import Hit, target, telling, term_hits, weight_of
from briefgen.extraction.lexical.sides.verdicts import verdict_on

DEMAND_WEIGHT = 1.4
VERDICT_WEIGHT = 0.95
"""What is said of a thing by name takes a side alone."""
ASIDE_WEIGHT = 0.7
"""What only stands before it does not: "the painful levy might stay"."""
FRAME_WEIGHT = 1.0
MIN_OBJECT_SHARE = 0.65
"""How much a verdict on what a policy is about counts where nothing else names the issue."""
NAMED_HIT_WEIGHT = 1.0
"""How much a phrase that names what is to be done names the issue."""
_TELLING = 0.4
"""Below this a passage names the issue by a word that many issues share."""
_UNDONE = frozenset(form for form in polarity.LESS_FORMS if form.endswith("ed")) | {
    "gone",
    "cut",
    "shut",
}
_OUTRIGHT = frozenset(("demand", "expression"))
"""Cues that leave no doubt of what is asked."""
_WISHED_MODIFIERS = 2
_WISHED_REACH = 8
_LEADING_AWAY = (PREPOSITIONS - {"of"}) | COORDINATORS | RELATIVES | {"that"}
_RULING = frozenset("rule rules ruled ruling".split())
_WISHED_LIGHT = (
    DETERMINERS
    | ADVERBS
    | AUXILIARIES
    | polarity.MORE_FORMS
    | polarity.LESS_FORMS
    | {"to", "of", "for", "vote", "not"}
)
ELSEWHERE_SHARE = 0.5
"""How much of that counts where the passage names another issue and this one by none of its
terms."""


def judge(
    sentence: Sentence,
    first: int,
    last: int,
    index: IssueIndex,
    *,
    hits: Sequence[Hit] | None = None,
    inherited: Collection[str] = (),
    wish: int = 0,
    frames: Sequence[Frame] = (),
    agents: Agents = NO_AGENTS,
    spoken_of: str | None = None,
    before: Before = NOTHING_BEFORE,
) -> list[Judgement]:
    """Judge the tokens from *first* to *last* on every issue that they touch.

    Args:
        sentence: the sentence.
        first: number of the first token.
        last: number of the last token.
        index: the codebook's issues.
        hits: those in the whole sentence, where they are known already.
        inherited: ids of issues that the passage is about though it names none of their terms (its
            paragraph does).
        wish: 1 where somebody wants what the tokens name, -1 where somebody does not, 0 where they
            are said.
        frames: how the sentence argues, where the author speaks; counts only where the tokens are
            about one proposal.
        agents: who does the things at issue, where the author speaks.
        spoken_of: id of the proposal of which the article last spoke by name, and of no other.
        before: what the sentence before says that this one may take up, where the author speaks.
    """
    if hits is None:
        hits = term_hits(sentence, first, last, index)
    else:
        hits = [hit for hit in hits if first <= hit.start and hit.end <= last]
    phrase_cues = phrase_cues_of(sentence, first, last, index)
    if not (hits or phrase_cues or inherited or spoken_of or before is not NOTHING_BEFORE) and (
        agents.keys().isdisjoint(sentence.vocabulary)
    ):
        return []  # a passage about nothing: every third
    by_issue: dict[str, list[Hit]] = {}
    for hit in hits:
        by_issue.setdefault(hit.term.issue, []).append(hit)
    for issue, found in phrase_cues.items():
        by_issue.setdefault(issue, []).extend(_named_measures(sentence, found))
    carried = set(inherited)
    praised = _deeds_by_issue(sentence, first, last, agents)
    meant = proposal_of(carried, index) or spoken_of
    stands_in = meant is not None and not STANDING_IN.isdisjoint(sentence.vocabulary)
    clauses = split_clauses(sentence, first, last) if stands_in else None
    if meant is not None and clauses is not None and not names_object(by_issue):
        nouns = stand_ins(sentence, clauses, meant, index)
        if nouns:
            by_issue[meant] = [*by_issue.get(meant, ()), *nouns]
    mentions: list[Hit] = []
    if before.deed is not None and not names_object(by_issue):
        clauses = clauses or split_clauses(sentence, first, last)
        mentions = find_mentions(sentence, clauses, before.deed)
        if mentions:
            of_deed = by_issue.setdefault(before.deed.issue, [])
            of_deed.extend(mentions)
    elif before.subject is not None and not names_object(by_issue):
        clauses = clauses or split_clauses(sentence, first, last)
        mentions = again(sentence, clauses, before.subject)
        for mention in mentions:
            by_issue.setdefault(mention.term.issue, []).append(mention)
    named = by_issue.keys() | phrase_cues.keys() | praised.keys()
    judgements = {i: Judgement(i, 0.0, 0.0, 0.0, (), conditional=False) for i in carried - named}
    if named:
        clauses = clauses or split_clauses(sentence, first, last)
        for hit in again_behind(sentence, clauses, hits) if len(clauses) > 1 else ():
            by_issue[hit.term.issue].append(hit)
        reading = Reading(sentence, clauses, _naming(hits), wish)
        listed = {hit.term.issue for hit in hits if hit.term.listed} | phrase_cues.keys()
        asked = asked_again(reading)
        for each in by_issue.values() if asked else ():
            each.extend(taken_up(asked, each))
        for issue in named:
            elsewhere = bool(listed) and issue not in listed and issue not in carried
            about = _About(issue, issue in index.policies, by_issue.get(issue, []), elsewhere)
            deeds = praised.get(issue, [])
            judgements[issue] = _judge_issue(reading, about, phrase_cues.get(issue, []), deeds)
    for hit in mentions:
        taken = judgements[hit.term.issue]
        judgements[hit.term.issue] = taken._replace(takes_up=bool(taken.cues))
    if before.question is not None:
        add_answer(judgements, sentence, before.question)
    in_order = [judgements[issue] for issue in index.order if issue in judgements]
    shown = [frame for frame in frames if first <= frame.tokens[-1] <= last]
    return _framed(in_order, shown, index) if shown else in_order


def _named_measures(sentence: Sentence, phrases: list[tuple[Phrase, Cue]]) -> list[Hit]:
    """Return hits for the phrases that name what is to be done: "capping the rents was unfair"
    judges a thing at issue.
    """
    return [
        Hit(
            Term(
                phrase.issue,
                phrase.stems,
                NAMED_HIT_WEIGHT,
                float(phrase.side),
                "object",
                sentence.tokens[cue.tokens[0]].lower,
                measure=True,
            ),
            cue.tokens[0],
            cue.tokens[-1],
        )
        for phrase, cue in phrases
        # "Handing out drugs" may name the measure or what is put in its place.
        if cue.kind == NAMED and not phrase.words[0].endswith("ing")
    ]


def _naming(hits: Iterable[Hit]) -> set[int]:
    """Return the numbers of the tokens that name things of the codebook, whatever the issue."""
    return {
        number
        for hit in hits
        if hit.term.listed and hit.term.role != "affected"
        for number in range(hit.start, hit.end + 1)
    }


def _framed(
    judgements: list[Judgement], frames: Sequence[Frame], index: IssueIndex
) -> list[Judgement]:
    """Add the frames to the one judgement on a proposal; to none where there are several."""
    telling = [j for j in judgements if j.relevance >= _TELLING or j.score] or judgements
    proposals = [j for j in telling if index.changes.get(j.issue)] or telling
    # A word of a proposition ("the town") names no proposal where a term names another.
    proposals = [j for j in proposals if j.named] or proposals
    if len(proposals) != 1:
        return judgements
    about = proposals[0]
    if any(cue.kind != NAMED for cue in about.cues):
        # "There is no reason to ban it": what is said of the thing by name tells more exactly.
        frames = [frame for frame in frames if frame.name != NO_REASON]
    change = index.changes.get(about.issue, 0)
    cues = [Cue("frame", FRAME_WEIGHT * f.side * change, f.name, f.tokens) for f in frames]
    cues = [cue for cue, frame in zip(cues, frames, strict=True) if cue.score or not frame.side]
    framed = about._replace(
        score=about.score + sum(cue.score for cue in cues),
        cues=(*about.cues, *cues),
        limited=any(frame.side == 0 for frame in frames),
    )
    return [framed if judgement is about else judgement for judgement in judgements]


class _About(NamedTuple):
    issue: str
    policy: bool
    hits: list[Hit]
    elsewhere: bool
    """Whether the passage names other issues by terms of the codebook, and this one by none, nor
    does its paragraph."""


def _judge_issue(
    reading: Reading,
    about: _About,
    phrases: list[tuple[Phrase, Cue]],
    deeds: list[tuple[Deed, float]],
) -> Judgement:
    clauses = reading.clauses
    said = sum([abs(cue.score) for _, cue in phrases])
    listed = [hit for hit in about.hits if hit.term.listed]
    relevance = weight_of(about.hits) + said
    named = relevance if len(listed) == len(about.hits) else weight_of(listed) + said
    share = min(1.0, max(relevance, MIN_OBJECT_SHARE if about.policy else 0.0))
    if about.elsewhere:
        share *= ELSEWHERE_SHARE
    cues = _phrase_cues(reading, phrases) if phrases else []
    for clause in clauses if deeds else reading.telling:
        for deed, sign in deeds:
            if clause.first <= deed.start and deed.end <= clause.last:
                cues.append(_deed_cue(reading, clause, deed, sign))
        if clause not in reading.telling:
            continue
        inside = [hit for hit in about.hits if clause.first <= hit.start and hit.end <= clause.last]
        # Nothing is demanded or judged of what the clause does not name.
        cue = _clause_cue(reading, clause, inside, about, share) if inside else None
        if cue is not None:
            cues.append(cue)
    cues = _without_outvoted_names([cue for cue in cues if cue.score])
    if not cues:
        return Judgement(about.issue, relevance, named, 0.0, (), conditional=False)
    granted = [cue for cue in cues if _is_granted(cue, clauses)]
    if any(cue.kind in _OUTRIGHT for cue in cues if cue not in granted):
        # "Although it is dear, we need it": what is granted does not count against what is asked.
        cues = [cue for cue in cues if cue not in granted]
    return Judgement(
        about.issue,
        relevance,
        named,
        sum([cue.score for cue in cues]),
        tuple(cues),
        reading.has_strict_condition,
        granted=sum([cue.score for cue in granted]) / CONCESSION_FORCE,
    )


def _without_outvoted_names(cues: list[Cue]) -> list[Cue]:
    """Leave out what only names a measure where something is said of it that points the other way:
    "the cap on rents was unfair" has nothing in its favour.
    """
    said = [cue.score for cue in cues if cue.kind != NAMED]
    return [
        cue for cue in cues if cue.kind != NAMED or not any(score * cue.score < 0 for score in said)
    ]


def _clause_cue(
    reading: Reading, clause: Clause, hits: list[Hit], about: _About, share: float
) -> Cue | None:
    weight = share * reading.force(clause)
    cue = _wish_cue(reading, clause, hits, weight) if reading.wish else None
    if cue is None and reading.has_expressions:
        said_so = share if clause.question else weight  # "why not build it?" is no question
        cue = _expression_cue(reading, clause, hits, about, said_so)
    cue = cue or _demand_cue(reading, clause, hits, weight)
    return cue or _verdict_cue(reading, clause, hits, about, weight)


def _phrase_cues(reading: Reading, phrases: list[tuple[Phrase, Cue]]) -> list[Cue]:
    cues = [_in_clause(reading, cue) for _, cue in phrases]
    if not reading.wish:
        return cues
    # What stands far behind is told of the thing, not by whoever wants it: "she means to aid
    # the farmers hurt by the reckless levy".
    near = reading.clauses[0].first + _WISHED_REACH
    return [replace(c, score=c.score * reading.wish) for c in cues if c.tokens[0] <= near]


def _is_granted(cue: Cue, clauses: list[Clause]) -> bool:
    middle = cue.tokens[len(cue.tokens) // 2]
    return any(clause.concession and clause.first <= middle <= clause.last for clause in clauses)


def _in_clause(reading: Reading, cue: Cue) -> Cue:
    clause = reading.clause_of(cue.tokens[len(cue.tokens) // 2])
    force = reading.force(clause) if clause is not None else 1.0
    return cue if force == 1 else replace(cue, score=cue.score * force)


def _is_wished(tokens: Sequence[Token], first: int, hit: Hit) -> bool:
    """Tell whether the thing itself is wanted, or more or less of it, not what stands before it.

    "Threatened to tighten the sanctions" is about the sanctions; "voted against changes in the
    sanctions", "is committed to talks and the sanctions" and "scolded the partners" are not; and
    "is ready to discuss the sanctions" wants no more than to discuss them.
    """
    if any(tokens[i].lower in DEALING_FORMS for i in range(first, hit.start)):
        return False
    if any(_leaves_open(tokens, i) for i in range(first, hit.start)):
        return False
    if any(tokens[i].lower in PATIENTS for i in range(hit.start, hit.end + 1)):
        return False  # who scolds the allies takes no side on acting with them
    # "Wants the council to scrap the toll": what somebody is to do begins with "to scrap".
    doing = (
        i
        for i in range(hit.start - 2, first, -1)
        if tokens[i].lower == "to" and direction_of_verb(tokens, i + 1, hit.start)
    )
    first = next(doing, first)
    before = list(range(first + 1, hit.start))[:-_WISHED_MODIFIERS]
    near = range(max(first + 1, hit.start - _WISHED_MODIFIERS), hit.start)
    plain = all(
        tokens[i].is_word and (tokens[i].lower not in _LEADING_AWAY or _is_vote(tokens, i))
        for i in near
    )
    return plain and all(tokens[i].lower in _WISHED_LIGHT for i in before)


def _leaves_open(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "rule out" stands there: who refuses to does not want the thing either."""
    return tokens[at].lower in _RULING and tokens[at + 1].lower == "out"


def _is_vote(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "vote for", "vote against" ends here."""
    return tokens[index].lower in {"for", "against"} and tokens[index - 1].lower == "vote"


def _wish_cue(reading: Reading, clause: Clause, hits: list[Hit], weight: float) -> Cue | None:
    first = reading.clauses[0].first
    hit = target([hit for hit in hits if _is_wished(reading.tokens, first, hit)])
    if hit is None or not (hit.term.listed or len({other.term.stems for other in hits}) > 1):
        return None  # a word that only some terms have needs another beside it
    direction = direction_of(reading.tokens, clause.first, hit.start, hit.end, clause.last)
    if _is_undone(reading.tokens, hit, clause):
        direction = -direction  # "would like to see the toll scrapped"
    score = DEMAND_WEIGHT * reading.wish * direction * hit.term.sign * weight
    return Cue("wish", score, " ".join(hit.term.stems), tuple(range(hit.start, hit.end + 1)))


def _expression_cue(
    reading: Reading, clause: Clause, hits: list[Hit], about: _About, weight: float
) -> Cue | None:
    objects = [hit for hit in hits if hit.term.role == "object" and hit.term.sign]
    for hit in sorted(objects, key=telling):
        said = reading.expression(clause, hit.start, hit.end)
        if said is None or (said.asks and not about.policy):
            continue
        direction = 1.0
        if said.since is not None:
            direction = direction_of(
                reading.tokens, said.since, hit.start, hit.end, clause.last, negation=False
            )
        bearing = direction * hit.term.sign * (reading.wish or 1)
        if said.denies and not about.policy:
            bearing = 1.0
        score = DEMAND_WEIGHT * said.value * bearing * weight
        where = tuple(sorted({*said.words, *range(hit.start, hit.end + 1)}))
        return Cue("expression", score, " ".join(hit.term.stems), where)
    return None


def _is_undone(tokens: Sequence[Token], hit: Hit, clause: Clause) -> bool:
    """Tell whether "the toll scrapped" stands there."""
    return hit.end < clause.last and tokens[hit.end + 1].lower in _UNDONE


def _demand_cue(reading: Reading, clause: Clause, hits: list[Hit], weight: float) -> Cue | None:
    demand = reading.demand(clause)
    if demand is None:
        return None
    hit = target(asked_things(reading, demand, hits))
    if hit is None:
        return None
    direction = demand.direction * nested_direction(reading.tokens, demand, hit.start)
    if demand.passive:
        direction *= act_on(reading.tokens, clause.first, hit.start)
    kept = reading.tokens[demand.verb].lower in KEEPING  # "keep it closed" is told by its verb
    if not demand.passive and not kept and _is_undone(reading.tokens, hit, clause):
        direction = -direction  # "I would not like to see the toll scrapped"
    score = DEMAND_WEIGHT * direction * hit.term.sign * weight
    where = tuple(sorted({demand.at, demand.verb, *range(hit.start, hit.end + 1)}))
    return Cue("demand", score, " ".join(hit.term.stems), where)


def _verdict_cue(
    reading: Reading, clause: Clause, hits: list[Hit], about: _About, weight: float
) -> Cue | None:
    for hit in sorted(hits, key=telling):
        if hit.term.role == "name" or not hit.term.sign:
            continue
        if is_of_something_else(reading.tokens, hit, hits):
            continue
        verdict = reading.verdict(clause, hit.start, hit.end)
        if verdict is None:
            continue
        if hit.term.role == "affected" and not (verdict.suffers and verdict.value < 0):
            # That farmers are the best in the world says nothing of what is done to them.
            continue
        value = max(-1.5, min(1.5, verdict.value))
        if reading.tokens[clause.first].lower in {"worse", "worst"}:
            value = -abs(value)  # "Worse, it makes bread cheaper" finds fault with that
        if verdict.suffers and about.policy and hit.term.role == "object":
            # Who laments harm done to a thing holds it dear.
            score = -0.7 * value * hit.term.sign
        else:
            since = max(clause.first, verdict.since)
            direction = direction_of(
                reading.tokens, since, hit.start, hit.end, clause.last, negation=False
            )
            score = value * (1 if verdict.suffers else direction) * hit.term.sign
        where = tuple(sorted({*verdict.words, *range(hit.start, hit.end + 1)}))
        full = ASIDE_WEIGHT if verdict.aside or reading.wish else VERDICT_WEIGHT
        return Cue("verdict", full * score * weight, " ".join(hit.term.stems), where)
    return None


def things_named(hits: Iterable[Hit], index: IssueIndex) -> list[Thing]:
    """Return the things at issue among what a sentence names."""
    return [
        Thing(hit.term.issue, hit.term.sign, hit.start)
        for hit in hits
        if hit.term.role == "object" and hit.term.sign and hit.term.issue in index.policies
    ]


def _deeds_by_issue(
    sentence: Sentence, first: int, last: int, agents: Agents
) -> dict[str, list[tuple[Deed, float]]]:
    found: dict[str, list[tuple[Deed, float]]] = {}
    if agents.keys().isdisjoint(sentence.vocabulary):
        return found
    for deed in find_deeds(sentence.tokens, agents):
        if first <= deed.start and deed.end <= last:
            for issue, sign in agents[deed.name].items():
                found.setdefault(issue, []).append((deed, sign))
    return found


def _deed_cue(reading: Reading, clause: Clause, deed: Deed, sign: float) -> Cue:
    """Weigh what is said of the one who does the thing at issue, or of how they do it."""
    value: float | None = deed.value
    words: tuple[int, ...] = (deed.end,)
    if value is None:
        named = range(deed.start, deed.end + 1)
        verdict = verdict_on(
            reading.tokens, clause, deed.end, deed.end, lambda i: i in reading.named or i in named
        )
        value, words = (verdict.value, verdict.words) if verdict is not None else (0.0, ())
    weight = MIN_OBJECT_SHARE * reading.force(clause)
    where = tuple(sorted({deed.start, deed.end, *words}))
    name = reading.tokens[deed.start].lower
    return Cue("deed", VERDICT_WEIGHT * max(-1.5, min(1.5, value)) * sign * weight, name, where)
