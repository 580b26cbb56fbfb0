"""Tells when a slice of a sentence says something else than the sentence does.

Each word of a slice may be the article's and the slice false all the same: "bridges last" stands
in "nobody believes that bridges last". So what stands before and behind a slice in its sentence is
read: a denial, a condition, a hedge or a quantity that governs it, a number that goes on, and
whether it ends where a clause can end. It errs to the side of finding something: a whole sentence
always passes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.extraction.quoting_words import (
    CLAUSE_OPENERS,
    COMPLEMENTIZERS,
    CONDITIONS,
    COORDINATORS,
    DENIALS,
    HEDGES,
    HEDGING_ADVERBS,
    NEGATIONS,
    NO_CONDITION,
    QUANTIFIERS,
    UNITS,
)
from briefgen.extraction.skeleton import Token, read_skeleton
from briefgen.models import Span
from briefgen.models.refusal import RefusalReason

_WINDOW = 1500
"""How far around a slice its sentence is looked for, in characters."""
_QUOTES = "\"'“”‘’„«»‹›`*_\u200b "
_END = r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])"
_MARKS = re.compile(rf"[,;:()\[\]—–]|--| - |\.\.\.|…|{_END}")
_STRONG = re.compile(rf"[;()\[\]—–]|--| - |{_END}")
_CLOSED = re.compile(r"[.!?][\"'”’)\s]*")
_ABBREVIATED = 4
"""Letters that a shortened word has at most."""
_ENDED = re.compile(r"[.!?][\"'”’)]*(?:\s|$)")
_ENDS = re.compile(r"[\s\"'“”‘’„«»‹›`*_]*(?:[,;:.!?…()\[\]—–]|--|-\s|$)")
_JOINED = re.compile(r"[-‐‑'’][^\W_]")
_JOINED_BEFORE = re.compile(r"[^\W_][-‐‑]$")
_BEING = frozenset("is are was were be remains seems sounds would isn't wasn't aren't".split())
_NEAR_WORDS = 2
_VERDICT_WORDS = 7
_REACH = 4
"""A denial so many words before a slice that is no clause of its own denies something else too."""
_PARTITIVE = frozenset("of the a an de des".split())


@dataclass(frozen=True, slots=True)
class Cut:
    """What a slice leaves out of its sentence, so that it says something else."""

    reason: RefusalReason
    detail: str
    """In words."""
    whole: bool = False
    """Whether the whole sentence may be quoted in its place: what is left out bounds what the slice
    says, and does not deny it."""


def find_cut(text: str, sentence: Span, place: Span) -> Cut | None:
    """Return what the slice leaves out; None where it may stand alone.

    Args:
        text: the article's decoded text.
        sentence: the sentence that holds the slice.
        place: the slice, from the first to the last of its words; marks around it may be missing.
    """
    before, behind = text[sentence.start : place.start], text[place.end : sentence.end]
    inside = read_skeleton(text[place.start : place.end]).tokens
    cuts = [c for c in (_cut_before(before, inside), _cut_behind(behind, inside)) if c is not None]
    return min(cuts, key=lambda cut: cut.whole, default=None)


def find_sentence(text: str, block: Span, place: Span) -> Span:
    """Return the sentence of *block* that holds *place*, or the run of them that does."""
    from sentencex import get_sentence_boundaries

    first = max(block.start, place.start - _WINDOW)
    last = min(block.end, place.end + _WINDOW)
    start, end = first, last
    for boundary in get_sentence_boundaries("en", text[first:last]):
        begins, ends = first + boundary["start_index"], first + boundary["end_index"]
        if begins <= place.start:
            start = begins
        if ends >= place.end:
            end = ends
            break
    return _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def _cut_before(before: str, inside: Sequence[Token]) -> Cut | None:
    """Judge what stands before the slice in its sentence."""
    if _JOINED_BEFORE.search(before):
        return Cut("cut", "it begins in the midst of a word")
    shown = before.rstrip(_QUOTES)
    tokens = read_skeleton(shown).tokens
    if not tokens or _begins_anew(shown, tokens[-1], inside[0]):
        return None
    apart = bool(_MARKS.search(shown[tokens[-1].end :]))
    words = [token.key for token in tokens]
    if not apart and words[-1] not in CLAUSE_OPENERS and (cut := _close_cut(tokens, inside[0])):
        return cut
    governing = _governing(shown, words, apart=apart)
    denials = [n for n, word in enumerate(governing) if word in NEGATIONS or word in DENIALS]
    if denials:
        far = len(governing) - denials[-1] > _REACH and words[-1] not in COMPLEMENTIZERS
        said = f'it leaves out "{governing[denials[-1]]}" before it'
        return Cut("negation", said, whole=far or words[-1] in COORDINATORS - NEGATIONS)
    if hedge := next((w for w in governing if w in HEDGES), None):
        return Cut("modality", f'it leaves out "{hedge}" before it', whole=True)
    opener = _condition_in(words)
    if opener is not None:
        own = words[-1] in COORDINATORS or inside[0].key in COORDINATORS
        if not own or opener[0] == 0:
            return Cut("condition", f'it leaves out "{opener[1]} …" before it', whole=True)
    return None


def _begins_anew(shown: str, last: Token, first: Token) -> bool:
    """Tell whether the slice begins a sentence of its own, within a quotation of several.

    A short word with a full stop may be no end: "Dr. Lund", "the prof. Lund".
    """
    ended = _CLOSED.fullmatch(shown, last.end) is not None
    return (
        ended
        and first.cased[:1].isupper()
        and last.cased.islower()
        and len(last.key) > _ABBREVIATED
    )


def _close_cut(tokens: Sequence[Token], first: Token) -> Cut | None:
    """Judge the words right before the slice, with no mark between."""
    if tokens[-1].kind != "word" and (first.kind != "word" or first.key in UNITS):
        return Cut("number", "it leaves out a part of a number before it")
    close = [token.key for token in tokens[-_NEAR_WORDS:]]
    if hedge := HEDGES.intersection(close):
        said = f'it leaves out "{min(hedge)}" before it'
        return Cut("modality", said, whole=close[-1] not in HEDGES)
    quantifying = close if close[-1] in _PARTITIVE else close[-1:]
    if quantity := QUANTIFIERS.intersection(quantifying):
        return Cut("quantity", f'it leaves out "{min(quantity)}" before it', "than" in quantity)
    return None


def _governing(shown: str, words: Sequence[str], *, apart: bool) -> Sequence[str]:
    """Return the words before a slice that say of it whether it is so.

    Behind "that" it is all of them: "it is not true, whatever he says, that …". Behind a comma
    none; behind a colon what announces it.
    """
    near = _words_of(_STRONG.split(shown)[-1])
    if words[-1] in COMPLEMENTIZERS:
        return near if len(near) > 1 else words
    if shown.endswith(":"):
        return near
    return () if apart else _words_of(_MARKS.split(shown)[-1])


def _words_of(text: str) -> list[str]:
    return [token.key for token in read_skeleton(text).tokens]


def _cut_behind(behind: str, inside: Sequence[Token]) -> Cut | None:
    """Judge what stands behind the slice in its sentence."""
    if _JOINED.match(behind):
        return Cut("cut", "it ends in the midst of a word")
    tokens = read_skeleton(behind).tokens
    if not tokens or _ENDED.match(behind):
        return None
    words = [token.key for token in tokens]
    if inside[-1].kind == "number" and words[0] in UNITS:
        return Cut("number", f'it leaves out "{words[0]}" behind it')
    close, verdict = words[:_NEAR_WORDS], words[:_VERDICT_WORDS]
    if negation := NEGATIONS.intersection(close):
        return Cut("negation", f'it leaves out "{min(negation)}" behind it')
    if _BEING.intersection(close) and (NEGATIONS | DENIALS).intersection(verdict):
        return Cut("negation", f'it leaves out "{" ".join(verdict)}" behind it')
    strong = _STRONG.search(behind, tokens[0].start)
    near = read_skeleton(behind, 0, strong.start()).tokens if strong else tokens
    opener = _condition_in([token.key for token in near])
    if opener is not None:
        return Cut("condition", f'it leaves out "{opener[1]} …" behind it', whole=True)
    if hedge := HEDGING_ADVERBS.intersection(close):
        return Cut("modality", f'it leaves out "{min(hedge)}" behind it', whole=True)
    if not _ENDS.match(behind) and words[0] not in CLAUSE_OPENERS:
        return Cut("cut", f'it ends before "{" ".join(words[:3])}"', whole=True)
    return None


def _condition_in(words: Sequence[str]) -> tuple[int, str] | None:
    """Return where a condition or an exception opens, and with which words."""
    for index in range(len(words)):
        for opener in CONDITIONS:
            if tuple(words[index : index + len(opener)]) != opener:
                continue
            around = {tuple(words[max(0, index - 1) : index + 1]), tuple(words[index : index + 2])}
            if not around & NO_CONDITION:
                return index, " ".join(opener)
    return None
