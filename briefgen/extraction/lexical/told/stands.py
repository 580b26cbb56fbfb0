"""Who takes a side on a thing at issue by what they do or say about it: "closed the door on it".

The search begins at the thing, so that only what is at issue makes a statement; and the words
around it stay the author's, for a deed is told, not quoted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_SINGULAR,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.terms import Hit
from briefgen.extraction.lexical.sides.verdicts import LIGHT_HEADS
from briefgen.extraction.lexical.told import stand_words as words
from briefgen.extraction.lexical.told.reaching import reach
from briefgen.extraction.lexical.voices.extents import (
    clause_end,
    is_imagined,
    object_end,
)
from briefgen.extraction.lexical.voices.interludes import is_adverb
from briefgen.extraction.lexical.voices.noun_phrases import Mention
from briefgen.extraction.lexical.voices.subjects import actor_after, subject_before
from briefgen.extraction.lexical.voices.verb_groups import (
    denied_before,
    is_hardly_anybody,
    verb_group,
)

_UNREAL = frozenset(("could", "can"))
_ASKING = frozenset("should must may might shouldn't mustn't".split())
_SUPPOSED = frozenset("would wouldn't will won't".split())
_SETTLED = _SUPPOSED | {"shall", "must", "cannot"}
_DENYING_MODALS = frozenset("cannot can't couldn't won't wouldn't".split())
_FORMERLY = frozenset("once formerly initially originally previously".split())
_CONDITIONS = frozenset("if unless provided whether until once suppose".split())
_UNDONE = frozenset(
    "gone scrapped abolished dropped removed ended stopped cancelled canceled repealed".split()
)
_BEHIND = (
    AUXILIARIES
    | COORDINATORS
    | DETERMINERS
    | NEGATORS
    | PREPOSITIONS
    | RELATIVES
    | SUBORDINATORS
    | PRONOUNS_SINGULAR
    | frozenset(("to", "later", "today", "yesterday", "again", "altogether"))
)
_RELATIVE_REACH = 8
_AFTER_RELATIVE = PREPOSITIONS | AUXILIARIES | frozenset((",", ".", ";", "and", "but"))
_PARTICIPLES = frozenset(form for form, base in words.BASE_OF.items() if base in words.PLAIN)
_GIVEN_REACH = 4
_PASSIVE_REACH = 6
_AUTHOR_OR_HELD = frozenset(("name", "group", "pronoun"))


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody's side on a thing."""

    hit: Hit
    holder: Mention
    favour: int
    """1 for the thing, -1 against it."""
    first: int
    """Number of the first token of what shows it, the holder included."""
    last: int
    verb: int


Resolve = Callable[[Mention], Mention | None]
"""Whom a pronoun means; None where that is unsure."""


def find_stands(
    text: str, sentence: Sentence, hits: Sequence[Hit], resolve: Resolve
) -> list[Stand]:
    """Return the stands that a sentence tells of, one for each thing at most.

    Args:
        text: the article.
        sentence: the sentence.
        hits: on what the propositions would have more or less of, those with a sign.
        resolve: finds whom a pronoun means.
    """
    untold = words.OPENING.isdisjoint(sentence.vocabulary)
    if untold or sentence.heading or sentence.tokens[-1].text == "?":
        return []
    found: list[Stand] = []
    for hit in hits:
        if any(stand.hit.term.issue == hit.term.issue for stand in found):
            continue
        stand = (
            _taken_on(text, sentence, hit)
            or _passive(text, sentence, hit)
            or _relative(text, sentence, hit)
        )
        if stand is not None and stand.holder.kind == "pronoun":
            holder = resolve(stand.holder)
            stand = replace(stand, holder=holder) if holder is not None else None
        if stand is not None:
            found.append(stand)
    return found


def own_favour(text: str, sentence: Sentence, first: int, hit: Hit) -> int:
    """Return the side that whoever is quoted takes as "we" or "I": "we will never accept a toll".

    Args:
        text: the article.
        sentence: the sentence.
        first: number of the first token of what they say.
        hit: the thing at issue.
    """
    side = _side(sentence.tokens, first, hit)
    if side is None:
        return 0
    favour, _, before = side
    subject = sentence.tokens[before].lower if before >= first else ""
    return favour if subject in {"we", "i", "we'll", "i'll", "we've", "i've", "we're"} else 0


def settled_favour(sentence: Sentence, first: int, hit: Hit) -> int:
    """Return the side of what is said to be settled: 1 for "that the town would accept the thing".

    Args:
        sentence: the sentence.
        first: number of the first token of what is settled.
        hit: the thing at issue.
    """
    side = _side(sentence.tokens, first, hit)
    if side is None:
        return 0
    favour, verb, before = side
    group = {token.lower for token in sentence.tokens[max(0, before) : verb]}
    return favour if group & _SETTLED else 0


def _taken_on(text: str, sentence: Sentence, hit: Hit) -> Stand | None:
    tokens = sentence.tokens
    side = _side(tokens, 0, hit)
    if side is None or sentence.quoted[side[1]]:
        return None
    favour, verb, before = side
    if "had" in sentence.lowers[before + 1 : verb] and sentence.lowers[before] == "who":
        return None  # "those who had voted against it" may want something else now
    holder = subject_before(text, sentence, before)
    if holder is None or not holder.is_actor or holder.kind not in _AUTHOR_OR_HELD:
        return None
    if is_hardly_anybody(tokens, holder.first):
        return None
    first = min(holder.first, verb)
    denied = denied_before(tokens, holder.first) if holder.first <= verb else None
    if denied is not None:  # "Neither the guild nor the mayor backs the toll"
        if favour < 0:
            return None
        favour, first = -favour, denied
    last = object_end(sentence, hit.end, clause_end(sentence, hit.start, holder.first))
    return Stand(hit, holder, favour, first, max(last, hit.end), verb)


def _side(tokens: list[Token], first: int, hit: Hit) -> tuple[int, int, int] | None:
    """Return the side that is taken on the thing, the verb, and the token before its group."""
    if not is_whole(tokens, hit):
        return None
    reached = reach(tokens, first, hit.start)
    given = words.GIVEN.get(words.BASE_OF.get(tokens[max(0, reached.verb)].lower, ""))
    if given is not None and not reached.favour:
        behind = tokens[hit.end + 1 : hit.end + 1 + _GIVEN_REACH]
        favour = next((given[t.lower] for t in behind if t.lower in given), 0)
        reached = replace(reached, favour=favour)
    if not reached.favour:
        return None
    verb = reached.verb
    before, negated, modal = verb_group(tokens, verb)
    if before > 0 and tokens[before].lower == "longer" and tokens[before - 1].lower == "no":
        before, negated = before - 2, True
    group = {token.lower for token in tokens[max(0, before) : verb + 1]}
    if group & _FORMERLY:
        return None
    denied = negated or bool(group & _DENYING_MODALS) or any(w.endswith("n't") for w in group)
    if verb and (is_imagined(tokens, before) or _is_hypothetical(tokens, modal, group)):
        return None
    if modal in _ASKING or (modal in _UNREAL and not denied):
        return None
    if tokens[verb].lower.endswith("ing") and group.isdisjoint(AUXILIARIES):
        return None
    favour = reached.favour * reached.handed * (-1 if _is_undone(tokens, hit) else 1)
    if reached.only_denied and not denied:
        return None
    if denied:
        # Who does not oppose a thing need not be for it.
        if reached.favour < 0:
            return None
        favour = -favour
    return favour, verb, before


def is_whole(tokens: Sequence[Token], hit: Hit) -> bool:
    """Tell whether the thing is meant and not something of it: not "the toll's hours", nor "toll
    roads".
    """
    if tokens[hit.end].possessive or hit.end + 1 >= len(tokens):
        return not tokens[hit.end].possessive
    token = tokens[hit.end + 1]
    lower = token.lower
    closed = lower in _BEHIND or lower in VERB_FORMS or is_adverb(lower)
    return not token.is_word or closed or lower in LIGHT_HEADS or lower in _UNDONE


def _is_hypothetical(tokens: Sequence[Token], modal: str | None, group: set[str]) -> bool:
    supposed = modal in _SUPPOSED or bool(group & _SUPPOSED)
    return supposed and any(token.lower in _CONDITIONS for token in tokens)


def _is_undone(tokens: Sequence[Token], hit: Hit) -> bool:
    return hit.end + 1 < len(tokens) and tokens[hit.end + 1].lower in _UNDONE


def _relative(text: str, sentence: Sentence, hit: Hit) -> Stand | None:
    """Return the stand of "the toll, which the ministry opposes, …"."""
    tokens = sentence.tokens
    opening = hit.end + 1 + (hit.end + 1 < len(tokens) and tokens[hit.end + 1].text == ",")
    if opening + 2 >= len(tokens) or tokens[opening].lower not in {"which", "that"}:
        return None
    for verb in range(opening + 2, min(len(tokens), opening + _RELATIVE_REACH)):
        if not tokens[verb].is_word:
            return None
        favour = words.PLAIN.get(words.BASE_OF.get(tokens[verb].lower, ""), 0)
        ends = verb + 1 == len(tokens) or tokens[verb + 1].lower in _AFTER_RELATIVE
        if favour and ends:
            before, negated, modal = verb_group(tokens, verb)
            holder = subject_before(text, sentence, before)
            if holder is None or holder.first <= opening or negated or modal is not None:
                return None
            actor = holder.is_actor and not sentence.quoted[verb]
            return Stand(hit, holder, favour, hit.start, verb, verb) if actor else None
    return None


def _passive(text: str, sentence: Sentence, hit: Hit) -> Stand | None:
    """Return the stand of "the toll, long opposed by the ministry, …"."""
    tokens = sentence.tokens
    negated = False
    for index in range(hit.end + 1, min(len(tokens) - 2, hit.end + _PASSIVE_REACH)):
        lower = tokens[index].lower
        negated |= lower in NEGATORS or lower.endswith("n't")
        if lower in _PARTICIPLES and tokens[index + 1].lower == "by":
            holder = actor_after(text, sentence, index + 2)
            if holder is None or negated or sentence.quoted[index]:
                return None
            favour = words.PLAIN[words.BASE_OF[lower]]
            first = hit.start
            while first and tokens[first - 1].is_word and tokens[first - 1].lower in {"the", "a"}:
                first -= 1
            return Stand(hit, holder, favour, first, holder.last, index)
        known = lower in AUXILIARIES or lower in {",", "which", "that"} or is_adverb(lower)
        if not known or lower in _UNREAL | _ASKING:
            return None
    return None
