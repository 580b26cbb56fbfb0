"""What was last said to be done, which the next sentence calls "that" or "it".

"The council wants to close the quay. That would be a mistake." The second sentence names nothing;
its "that" is what somebody wants in the first. It is found only where the sentence right before
says what is to be done on one issue, and in one direction, and where the pronoun can be nothing
else: what *would* be is what is proposed, and only deeds are mistakes.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import NEGATORS
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides import deed_words as words
from briefgen.extraction.lexical.sides.directions import direction_of_verb
from briefgen.extraction.lexical.sides.issues import IssueIndex, Term
from briefgen.extraction.lexical.sides.judgements import Cue, Judgement
from briefgen.extraction.lexical.sides.terms import Hit, target

MENTION_WEIGHT = 1.0
"""How much "that" names the deed, where it can be nothing else."""
_TELLING = frozenset(("wish", "demand", "named"))
"""Cues that say what is to be done."""
_TURNED = words.UNDOING | NEGATORS
_PRONOUNS = frozenset(("that", "this", "it"))
_PREDICATE_REACH = 7
_OBJECT_REACH = 6
_FIRST_PERSON = frozenset("i i'm i'd we".split())


class Deed(NamedTuple):
    """What a sentence says is to be done, or was done, on an issue."""

    issue: str
    side: int
    """1 where doing it is what the proposition asks for, -1 where it is the opposite."""
    wished: int
    """The side of whoever wants it: -1 times the other where somebody wants it not."""
    plain: bool
    """Whether "it" can only be the deed, or the thing that comes to the same."""


class Voiced(NamedTuple):
    """What a passage says, with who says it."""

    judgements: Sequence[Judgement]
    reported: bool
    wish: int
    """Of the report: 1 where somebody wants what the passage names, -1 where somebody does not."""
    negated: bool


def deed_of(
    sentence: Sentence, said: Iterable[Voiced], hits: Sequence[Hit], index: IssueIndex
) -> Deed | None:
    """Return what the sentence says is to be done; None where that is nothing, or several."""
    found = {deed for each in said for deed in _deeds(sentence, each, hits, index)}
    described = set(_described(sentence, hits, index))
    found |= described
    if len({deed._replace(plain=False) for deed in found}) != 1:
        return None
    return next(iter(described), None) or min(found, key=lambda deed: deed.plain)


def _deeds(
    sentence: Sentence, said: Voiced, hits: Sequence[Hit], index: IssueIndex
) -> Iterator[Deed]:
    for judgement in said.judgements:
        if not index.changes.get(judgement.issue):
            continue
        for cue in judgement.cues:
            if cue.kind not in _TELLING or not _is_told_outright(sentence, said, cue):
                continue
            wished = 1 if cue.score > 0 else -1
            side = wished * (said.wish if cue.kind == "wish" and said.wish else 1)
            things = [hit for hit in hits if hit.start in cue.tokens]
            yield Deed(judgement.issue, side, wished, _is_plain(side, things, sentence.tokens))


def _described(sentence: Sentence, hits: Sequence[Hit], index: IssueIndex) -> Iterator[Deed]:
    """Yield what "the bill would end the toll" and "Ending the toll would …" say is to be done."""
    tokens, lowers, last = sentence.tokens, sentence.lowers, len(sentence.tokens) - 1
    if "would" not in sentence.vocabulary:
        return
    would = lowers.index("would")
    verb = 0 if lowers[0].endswith("ing") else would + 1
    course = direction_of_verb(tokens, verb, last)
    reach = verb + _OBJECT_REACH if verb else would
    for issue in {hit.term.issue for hit in hits} if course else ():
        things = [h for h in hits if h.term.issue == issue and verb < h.start <= reach]
        thing = target(things)
        if thing is None or not _TURNED.isdisjoint(lowers[: thing.end + 1]):
            continue
        if thing.term.listed and index.changes.get(issue):
            side = 1 if course * thing.term.sign > 0 else -1
            yield Deed(issue, side, side, plain=True)  # what would do it is the subject


def _is_told_outright(sentence: Sentence, said: Voiced, cue: Cue) -> bool:
    """Tell whether nothing in the sentence turns what is to be done into its opposite."""
    if said.negated:
        return False
    if cue.kind == "wish":
        return True
    asked = sentence.tokens[-1].text == "?"
    avowed = not said.reported and not asked and not _FIRST_PERSON.isdisjoint(sentence.vocabulary)
    return not avowed and _TURNED.isdisjoint(sentence.vocabulary)


def _is_plain(side: int, hits: Sequence[Hit], tokens: Sequence[Token]) -> bool:
    """Tell whether the thing that the sentence names and the deed are on the same side, or the
    thing is many: then "it" is the deed.
    """
    things = [hit for hit in hits if hit.term.role == "object" and hit.term.sign]
    return all(
        h.term.sign * side > 0 or tokens[h.end].lower.rstrip("s") + "s" == tokens[h.end].lower
        for h in things
    )


def find_mentions(sentence: Sentence, clauses: Sequence[Clause], deed: Deed) -> list[Hit]:
    """Return hits for the pronouns of a sentence that stand for the deed of the one before."""
    if not words.OPEN.isdisjoint(sentence.vocabulary) or clauses[0].question:
        return []
    found = []
    for clause in clauses:
        start = _called(sentence.lowers, clause) or _head(sentence.lowers, clause)
        end = _mention_end(sentence.lowers, start, clause.last)
        side = _side_of(sentence.lowers, start, end, clause.last, deed) if end is not None else 0
        if side and end is not None:
            name = tuple(sentence.lowers[start : end + 1])
            term = Term(deed.issue, name, MENTION_WEIGHT, float(side), "object", name[0], False)
            found.append(Hit(term, start, end))
        elif clause.first == clauses[0].first:
            return []  # another subject has come between
    return found


def _called(lowers: Sequence[str], clause: Clause) -> int | None:
    """Return the number of the pronoun of "he called it a mistake"; None where there is none."""
    calling = (i for i in range(clause.first, clause.last) if lowers[i] in words.CALLING)
    verb = next(calling, None)
    return verb + 1 if verb is not None and lowers[verb + 1] in _PRONOUNS else None


def _mention_end(lowers: Sequence[str], start: int, last: int) -> int | None:
    """Return the number of the last word of "that", "doing so", "such a step" at *start*; None
    where nothing of the kind begins there.
    """
    if start >= last:
        return None
    if lowers[start] in _PRONOUNS:
        return start
    if lowers[start] in words.DOING and lowers[start + 1] in words.COURSES:
        return start + 1
    such = lowers[start : start + 2] in (["such", "a"], ["such", "an"])
    if such and start + 2 < last and lowers[start + 2] in words.STEPS:
        return start + 2
    return None


def _head(lowers: Sequence[str], clause: Clause) -> int:
    """Return the number of the clause's first word behind "and", "but", "well,"."""
    at = clause.first
    while at < clause.last and (lowers[at] in words.GOING_ON or not lowers[at].isalpha()):
        at += 1
    return at


def _side_of(lowers: Sequence[str], start: int, end: int, last: int, deed: Deed) -> int:
    """Return the side of what the words from *start* to *end* stand for; 0 where that may be
    something else.
    """
    if end >= last:
        return 0
    following = lowers[end + 1]
    predicate = lowers[end + 2 : min(last, end + 1 + _PREDICATE_REACH) + 1]
    if start and lowers[start - 1] in words.CALLING:  # "she called it a mistake"
        judged = words.ACTS_JUDGED & {following, *predicate}
        return deed.side if judged and deed.side == deed.wished else 0
    it = lowers[start] == "it"
    opens = following in words.BEING or not words.LINKING.isdisjoint(predicate[:2])
    if it and opens and not words.EXTRAPOSING.isdisjoint(lowers[end + 2 : last + 1]):
        return 0  # "it would be wrong to …"
    if it and not deed.plain:
        return 0
    if end > start and following in words.BEING:
        return deed.side
    if following in words.JUDGING_TIME:
        return deed.side
    if following in words.BEING and not words.ACTS_JUDGED.isdisjoint(predicate):
        return deed.wished if not it else deed.side
    return 0
