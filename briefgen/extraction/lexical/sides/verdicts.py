"""Verdicts: what a clause finds good or bad about a thing that it names.

A good or bad word counts for a thing only where the grammar joins them: it stands before the thing
("the batty trade war"), the thing is what it is said of ("tariffs hurt", "rents are too high"), the
thing is what suffers or gains by it ("harmed by the levy", "abandon the treaty"), or a noun of
value is hung on it ("the folly of the levy", "the case for a toll").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause, is_negated
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.reporting_words import EVIDENCE
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides.patient_words import PATIENTS
from briefgen.extraction.lexical.sides.valuation import (
    VALUED,
    is_lessened,
    is_verb,
    overall_verdict,
    value_in_clause,
    word_value,
)

_CONTEST = frozenset("lose loses lost losing win wins won winning".split())
"""Whoever loses a war does no harm to the war."""
_PREDICATE_REACH = 10
_OPENING_CLAUSE = RELATIVES | SUBORDINATORS
_BEFORE_PHRASE = PREPOSITIONS | DETERMINERS | _OPENING_CLAUSE
_ADVERBIAL = ADVERBS | NEGATORS
_MODIFIER_REACH = 3
_OBJECT_REACH = 4
_NOUN_REACH = 4
_ASIDE_REACH = 14
_ASKED_ABOUT = frozenset("how whether why what when where".split())
_ASKED = frozenset("must should ought shall".split())
_NAMING_WHOM = 1.3
_COPULAS = frozenset("is are was were be been remains remain".split())
_ARGUMENTS = frozenset("case cases argument arguments reason reasons".split())
_ARGUED_WELL = polarity.GOOD_FORMS | frozenset(
    "overwhelming compelling clear powerful persuasive unanswerable airtight obvious".split()
)
_CASE_REACH = 6
_HARDLY_MADE = frozenset("hard difficult impossible cannot can't nobody".split())
_ARGUED_WEAKLY = frozenset("little no weak thin poor flimsy hardly scarcely".split())
_FALLING_APART = frozenset(
    """
    collapses collapsed collapse crumbles crumbled crumble unravels unravelled unraveled evaporates
    evaporated
    """.split()
)
_RESTING = frozenset("rests rest rested built based founded depends depend".split())
_UNSOUND = frozenset(
    """
    mistake mistakes error errors myth myths fallacy fallacies illusion illusions sand fear fears
    misunderstanding confusion fantasy fantasies fiction lie lies falsehood ignorance prejudice
    """.split()
)
_WITHIN = frozenset("in on at between within across to against with".split())
_BEHIND_NOUNS = frozenset(
    """
    of on in against with from for at between across near under over inside outside among along
    beyond around
    """.split()
)
_ACTS = polarity.MORE_FORMS | polarity.LESS_FORMS
_TALK = frozenset(
    "talk rhetoric debate debates hysteria panic scare obsession question questions".split()
)
"""Behind the thing: what is judged is what is said of it, "all this tax talk"."""
_SCANT = frozenset("little scant small".split())
_SHOWING = frozenset(forms_of((*EVIDENCE, "explain", "understand", "see", "know"))) | _COPULAS
_NAMING_FORMS = frozenset(forms_of("call consider deem brand label dub find think declare".split()))
LIGHT_HEADS = frozenset(
    """
    plan plans scheme policy policies regime system idea experiment programme program proposal law
    bill approach strategy agenda status quo measure measures project deal model path
    """.split()
)
"""Nouns that a thing may specify without another thing being meant."""
_CLOSING = frozenset(("”", "’", '"', "''"))
_THAT = frozenset("that which".split())
_CLEFT = frozenset((("it", "is"), ("it", "was")))
_FROM = frozenset("from under by".split())
_CAUSES = (("thanks", "to"), ("because", "of"), ("due", "to"), ("owing", "to"))

Skip = Callable[[int], bool]
"""Tells the tokens that carry no verdict, for they name things of the codebook."""
_OUTSIDE_PHRASE = PREPOSITIONS | AUXILIARIES | SUBORDINATORS
JUDGING = frozenset(
    VALUED
    | polarity.CAUSING_FORMS
    | polarity.INFLICTED_FORMS
    | polarity.SUFFERED_FORMS
    | polarity.TAKING_FORMS.keys()
    | polarity.VALUED_FORMS.keys()
    | polarity.FOUND_IN_FORMS.keys()
    | polarity.TROUBLE_FORMS.keys()
    | _ARGUMENTS
    | {first for first, _ in _CAUSES}
)
"""A clause without any of these words finds nothing good or bad."""
_BEHIND_HEAD = _OUTSIDE_PHRASE | RELATIVES | ADVERBS | COORDINATORS
_DOING = frozenset(polarity.VERB_VALUES) | frozenset(polarity.TAKING_FORMS)
_OPENING_ANOTHER = COORDINATORS | SUBORDINATORS


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a clause judges a thing."""

    value: float
    """Positive for good, negative for bad."""
    words: tuple[int, ...]
    """Numbers of the tokens it rests on."""
    suffers: bool = False
    """Whether the thing is the one that harm or good is done to."""
    since: int = 0
    """Number of the token from which on words of more, of less and of negation bear on the thing;
    those before it are counted in the value."""
    aside: bool = False
    """Whether it stands before the thing ("the batty levy") and the clause says something else."""


def verdict_on(
    tokens: Sequence[Token], clause: Clause, start: int, end: int, skip: Skip
) -> Verdict | None:
    """Return the verdict on the thing at tokens *start* to *end*; None where there is none.

    Args:
        tokens: of the sentence.
        clause: within which to look.
        start: number of the thing's first token.
        end: number of its last token.
        skip: tells tokens that carry no verdict (they name things of the codebook).
    """
    if end < clause.last and tokens[end + 1].lower in _TALK:
        return None
    at = head_before(tokens, clause.first, start)
    head = is_head(tokens, clause, end)
    joined = _by_cause(tokens, clause, at)
    if joined is None and head:
        joined = _noun_of(tokens, clause, at, skip)
    joined = joined or _done_to(tokens, clause, start, skip)
    if joined is not None:
        return joined
    found = _modifiers(tokens, clause, start, skip)
    aside = len(found)
    if not _is_within(tokens, clause, at) and not _is_asked_about(tokens, clause, at):
        found += _predicates(tokens, clause, start, end, skip)
    if not found and head:
        found = _equated(tokens, clause, at, skip)
    value = sum(value for _, value in found)
    if not value:
        return None
    return Verdict(value, tuple(index for index, _ in found), aside=0 < aside == len(found))


def head_before(tokens: Sequence[Token], first: int, start: int) -> int:
    """Return the number of the word before the thing and its determiners and adjectives."""
    index = start - 1
    while index > first and index > start - _NOUN_REACH:
        token = tokens[index]
        if not token.is_word or token.lower in _OUTSIDE_PHRASE:
            break
        if token.lower in VERB_FORMS and not token.lower.endswith(("ing", "ed")):
            break
        index -= 1
    return index


_OF_MIND = frozenset(
    """
    acceptance rejection approval disapproval criticism opposition support endorsement denial fear
    hope hatred love defence defense discussion knowledge memory
    """.split()
)
"""What is said of these is not said of what they are about: "acceptance of the toll failed"."""


def _is_within(tokens: Sequence[Token], clause: Clause, at: int) -> bool:
    """Tell whether the thing stands in a phrase on another: "doubt in the courts makes …" is said
    of the doubt.
    """
    if at > clause.first and tokens[at].lower == "of" and tokens[at - 1].lower in _OF_MIND:
        return True
    if at <= clause.first or tokens[at - 1].lower in _ACTS:
        return False  # "a ban on phones would be a mistake": the act is judged, and so its object
    return tokens[at].lower in _WITHIN and tokens[at - 1].is_word


def is_head(tokens: Sequence[Token], clause: Clause, end: int) -> bool:
    """Tell whether nothing hangs on the thing: "the promise of a toll", not "of toll roads"."""
    if end >= clause.last or not tokens[end + 1].is_word:
        return True
    lower = tokens[end + 1].lower
    known = lower in _BEHIND_HEAD or lower in VERB_FORMS or lower in _RESTING
    return known or lower.endswith(("ly", "ed"))


def _noun_of(tokens: Sequence[Token], clause: Clause, at: int, skip: Skip) -> Verdict | None:
    """Find a noun of value that is hung on the thing: "the folly of", "damage to", "trouble
    with".
    """
    preposition = tokens[at].lower
    noun = at - 1
    if preposition not in {"of", "to", "with", "for", "against", "in"} or noun < clause.first:
        return None
    lower = tokens[noun].lower
    if lower in _ARGUMENTS:
        return _argued(tokens, clause, noun, preposition)
    if skip(noun):
        return None
    negated = is_negated(tokens, clause.first, noun) or tokens[noun - 1].lower in _SCANT
    if preposition == "to" and lower in polarity.INFLICTED_FORMS:
        return Verdict(0.8 if negated else -1.0, (noun,), suffers=True)
    if preposition == "of" and lower in polarity.SUFFERED_FORMS:
        return Verdict(0.8 if negated else -1.0, (noun,), suffers=True)
    values = {
        "of": polarity.VALUED_FORMS,
        "in": polarity.FOUND_IN_FORMS,
        "with": polarity.TROUBLE_FORMS,
    }
    value = values.get(preposition, {}).get(lower, 0)
    if not value or is_lessened(tokens, noun):
        return None  # who would mend "the flaws of" a thing finds it neither good nor bad
    return Verdict(-0.8 * value if negated else float(value), (noun,), since=at)


def _argued(tokens: Sequence[Token], clause: Clause, noun: int, preposition: str) -> Verdict | None:
    """Weigh "a good case for", "no argument against", "reasons for"."""
    side = {"for": 1.0, "against": -1.0}.get(preposition)
    if side is None or noun == clause.first:
        return None
    before = {token.lower for token in tokens[max(clause.first, noun - 3) : noun]}
    after = {token.lower for token in tokens[noun : clause.last + 1]}
    opening = {token.lower for token in tokens[max(clause.first, noun - _CASE_REACH) : noun]}
    if opening & _HARDLY_MADE or {"yet", "to"} <= opening:
        return Verdict(-side, (noun,), since=noun + 2)
    if before & _ARGUED_WEAKLY or (after & _COPULAS and after & _ARGUED_WEAKLY):
        return Verdict(-side, (noun,), since=noun + 2)
    if after & _FALLING_APART or (after & _RESTING and after & _UNSOUND):
        return Verdict(-side, (noun,), since=noun + 2)
    strong = (before | after) & _ARGUED_WELL
    if strong or before & {"is", "are", "makes", "make"}:
        return Verdict(side, (noun,), since=noun + 2)
    return None


def _by_cause(tokens: Sequence[Token], clause: Clause, at: int) -> Verdict | None:
    """Find what comes of the thing: "gains from the toll", "because of the toll shops close"."""
    if at < clause.first:
        return None
    if (tokens[at - 1].lower, tokens[at].lower) in _CAUSES and at - 1 >= clause.first:
        # "Because of the levy, shops are failing": what comes of it stands behind the comma.
        value = overall_verdict(tokens, replace(clause, last=len(tokens) - 1))
        return Verdict(max(-1.0, min(1.0, value)), (at - 1, at), since=at + 1) if value else None
    if tokens[at].lower not in _FROM:
        return None
    for index in range(at - 1, max(clause.first, at - 2) - 1, -1):
        if tokens[index].lower in _DOING:
            taken = polarity.TAKING_FORMS.get(tokens[index].lower)
            value = word_value(tokens, index, clause.last) if taken is None else float(taken)
            negated = is_negated(tokens, clause.first, index)
            return Verdict(-0.8 * value if negated else value, (index,), since=at)
    return None


def _modifiers(
    tokens: Sequence[Token], clause: Clause, start: int, skip: Skip
) -> list[tuple[int, float]]:
    """Return good and bad words right before the thing: "the batty trade war"."""
    found = []
    for index in range(start - 1, max(clause.first, start - _MODIFIER_REACH) - 1, -1):
        token = tokens[index]
        if not token.is_word or token.lower in _BEFORE_PHRASE:
            break
        if token.possessive or (
            token.lower in VERB_FORMS and not token.lower.endswith(("ing", "ed"))
        ):
            break
        value = 0.0 if skip(index) else value_in_clause(tokens, clause, index)
        if value:
            found.append((index, value))
    return found


def _predicates(
    tokens: Sequence[Token], clause: Clause, start: int, end: int, skip: Skip
) -> list[tuple[int, float]]:
    """Return what is said of the thing behind it: "tariffs hurt farmers", "rents are too high"."""
    verb = _verb_after(tokens, _behind_aside(tokens, end, clause.last), clause.last)
    if verb is None and end < clause.last and _is_called(tokens, start):
        verb = end + 1
    if verb is None or tokens[verb].lower in _ASKED:
        return []  # what a thing should do or suffer is a wish, not a verdict
    found = []
    for index in range(verb, min(clause.last, verb + _PREDICATE_REACH) + 1):
        token = tokens[index]
        if token.text in {",", ";", "(", ")"} or token.lower in _OPENING_CLAUSE:
            break
        if not token.is_word or skip(index):
            continue
        value = value_in_clause(tokens, clause, index)
        if value:
            found.append((index, value * _plainness(tokens, index, clause.last)))
    return found


def _is_called(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether "calls the toll …" stands here: what it is called follows."""
    before = head_before(tokens, -1, start)
    if start > 0 and tokens[start - 1].lower in DETERMINERS:
        start -= 1
    # "Called" may be an adjective, so the head of the phrase is looked for before it.
    near = start > 0 and tokens[start - 1].lower in _NAMING_FORMS
    return near or (before >= 0 and tokens[before].lower in _NAMING_FORMS)


def _is_asked_about(tokens: Sequence[Token], clause: Clause, at: int) -> bool:
    """Tell whether the word at *at* leaves open what is said: "how a toll works" does not say that
    it does.
    """
    return tokens[at].lower in _ASKED_ABOUT and not _presupposed(tokens, clause, at)


def _presupposed(tokens: Sequence[Token], clause: Clause, at: int) -> bool:
    """Tell whether "showed why" stands here: the why of a thing is shown only where it is so."""
    if tokens[at].lower != "why" or at <= clause.first:
        return False
    before = range(max(clause.first, at - _MODIFIER_REACH), at)
    return any(tokens[i].lower in _SHOWING for i in before)


def _plainness(tokens: Sequence[Token], index: int, last: int) -> float:
    """Return how much more a verb says that names whom it helps or harms: "hurts commuters"."""
    if tokens[index].lower not in polarity.VERB_VALUES:
        return 1.0
    behind = {token.lower for token in tokens[index + 1 : min(last, index + _OBJECT_REACH) + 1]}
    return _NAMING_WHOM if behind & PATIENTS else 1.0


def _equated(
    tokens: Sequence[Token], clause: Clause, at: int, skip: Skip
) -> list[tuple[int, float]]:
    """Return what the thing is said to be, the other way round: "the best answer is a toll"."""
    if at <= clause.first or tokens[at].lower not in _COPULAS:
        return []
    found = []
    denied = tokens[at + 1].lower in NEGATORS  # "the answer is not a toll"
    for index in range(max(clause.first, at - _OBJECT_REACH), at):
        if tokens[index].is_word and not skip(index):
            value = value_in_clause(tokens, clause, index)
            if value:
                found.append((index, -value if denied else value))
    return found


def _behind_aside(tokens: Sequence[Token], end: int, last: int) -> int:
    """Return the number of the token after which the sentence goes on: behind ", mocked by many,"
    where that follows the thing.
    """
    if end + 1 > last or tokens[end + 1].text != ",":
        return end
    for index in range(end + 3, min(last, end + _ASIDE_REACH) + 1):
        if tokens[index].text == ",":
            goes_on = index < last and (
                tokens[index + 1].lower in AUXILIARIES or tokens[index + 1].lower in VERB_FORMS
            )
            return index if goes_on else end
    return end


def _verb_after(tokens: Sequence[Token], end: int, last: int) -> int | None:
    """Return the number of the verb of which the thing is the subject."""
    index = end + 1
    if index < last and tokens[index].lower == "that" and _is_cleft(tokens, end):
        index += 1
    while index < last and tokens[index].lower in LIGHT_HEADS | _CLOSING:
        index += 1  # "the toll scheme is a mistake"
    if index < last and _is_plural_noun(tokens, index):
        return None
    end = index - 1
    while index <= last and index <= end + 5:
        lower = tokens[index].lower
        if lower in AUXILIARIES or (lower in VERB_FORMS and not lower.endswith("ing")):
            return index
        if lower in polarity.VERB_VALUES:
            return index
        if lower == "as":
            return index
        if lower in _THAT:
            return _verb_behind_relative(tokens, index, last)
        within_phrase = lower in _BEHIND_NOUNS or index > end + 1
        if not tokens[index].is_word or not (
            within_phrase or lower in _ADVERBIAL or lower.endswith("ly")
        ):
            return None
        if lower in _OPENING_CLAUSE:
            return None
        index += 1
    return None


def _verb_behind_relative(tokens: Sequence[Token], index: int, last: int) -> int | None:
    """Return the verb of the thing behind a relative clause: "the toll that was passed is unfair".

    None where the relative clause's own verb is not followed by a form of "be" without a comma.
    """
    inner = False
    for position in range(index + 1, min(last, index + _ASIDE_REACH) + 1):
        lower = tokens[position].lower
        if not tokens[position].is_word or lower in _OPENING_ANOTHER:
            return None
        if inner and lower in _COPULAS:
            return position
        inner = inner or lower in AUXILIARIES or lower in VERB_FORMS
    return None


def _is_cleft(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether "it was the toll" stands before "that"."""
    before = [token.lower for token in tokens[max(0, end - 4) : end]]
    return any(pair in _CLEFT for pair in pairwise(before))


def _is_plural_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word that can be a verb stands as a noun that the thing only specifies:
    "military costs in", "the sanctions costs".
    """
    lower = tokens[index].lower
    if not lower.endswith("s") or lower not in VERB_FORMS or lower in AUXILIARIES:
        return False
    plural = tokens[index - 1].lower.endswith("s") and not tokens[index - 1].lower.endswith("ss")
    following = tokens[index + 1].lower
    if plural and following in DETERMINERS:
        return False  # "taxing the drinks harms the poor"
    return plural or following in {"against", "of", "for", "to", "rather"}


def _done_to(tokens: Sequence[Token], clause: Clause, start: int, skip: Skip) -> Verdict | None:
    """Return harm or good done to the thing: "abandon the treaty"."""
    for index in range(start - 1, max(clause.first, start - _OBJECT_REACH) - 1, -1):
        token = tokens[index]
        if not token.is_word or token.lower in {"from", "with", "for", "to", "in", "on", "by"}:
            return None
        if token.lower in polarity.CAUSING_FORMS and not skip(index):
            value = 0.8 if is_negated(tokens, clause.first, index) else -1.0
            return Verdict(value, (index,), since=index + 1)
        known = polarity.VERB_VALUES.get(token.lower, 0)
        if known and not skip(index) and is_verb(tokens, index):
            contest = token.lower in _CONTEST
            return Verdict(value_in_clause(tokens, clause, index), (index,), suffers=not contest)
    return None
