"""Tells when a slice of a sentence says something else than the sentence does.

Each word of a slice may be the article's and the slice false all the same: "bridges last" stands
in "nobody believes that bridges last". So what stands before and behind a slice in its sentence is
read: a denial, a condition, a hedge or a quantity that governs it, a number that goes on, and
whether it ends where a clause can end. It errs to the side of refusing: a whole sentence passes.
"""

import re
from collections.abc import Sequence

from briefgen.extraction.found import Refused
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
_MARKS = re.compile(r"[,;:()\[\]—–]|--| - |\.\.\.|…")
_STRONG = re.compile(r"[;()\[\]—–]|--| - ")
_ENDS = re.compile(r"[\s\"'“”‘’„«»‹›`*_]*(?:[,;:.!?…()\[\]—–]|--|-\s|$)")
_JOINED = re.compile(r"[-‐‑'’][^\W_]")
_JOINED_BEFORE = re.compile(r"[^\W_][-‐‑]$")
_BEING = frozenset("is are was were be remains seems sounds would isn't wasn't aren't".split())
_NEAR_WORDS = 2
_VERDICT_WORDS = 7
_Fault = tuple[RefusalReason, str]


def find_cut(text: str, block: Span, place: Span) -> Refused | None:
    """Return why the slice must not stand alone; None where it may.

    Args:
        text: the article's decoded text.
        block: the block that holds the slice.
        place: the slice, from the first to the last of its words; marks around it may be missing.
    """
    sentence = find_sentence(text, block, place)
    before, behind = text[sentence.start : place.start], text[place.end : sentence.end]
    slice_tokens = read_skeleton(text[place.start : place.end]).tokens
    fault = _fault_before(before, slice_tokens) or _fault_behind(behind, slice_tokens)
    return Refused(*fault, sentence) if fault else None


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


def _fault_before(before: str, inside: Sequence[Token]) -> _Fault | None:
    """Judge what stands before the slice in its sentence."""
    if _JOINED_BEFORE.search(before):
        return "cut", "it begins in the midst of a word"
    shown = before.rstrip(_QUOTES)
    tokens = read_skeleton(shown).tokens
    if not tokens:
        return None
    apart = bool(_MARKS.search(shown[tokens[-1].end :]))
    words = [token.key for token in tokens]
    if not apart:
        close = words[-_NEAR_WORDS:]
        first = inside[0]
        if tokens[-1].kind != "word" and (first.kind != "word" or first.key in UNITS):
            return "number", "it leaves out a part of a number before it"
        if hedge := HEDGES.intersection(close):
            return "modality", f'it leaves out "{min(hedge)}" before it'
        if quantity := QUANTIFIERS.intersection(close):
            return "quantity", f'it leaves out "{min(quantity)}" before it'
    governing = _governing(shown, words, apart=apart)
    if denial := next((w for w in governing if w in NEGATIONS or w in DENIALS), None):
        return "negation", f'it leaves out "{denial}" before it'
    opener = _condition_in(words)
    if opener is not None:
        own = words[-1] in COORDINATORS or inside[0].key in COORDINATORS
        if not own or opener[0] == 0:
            return "condition", f'it leaves out what follows "{opener[1]}" before it'
    return None


def _governing(shown: str, words: Sequence[str], *, apart: bool) -> Sequence[str]:
    """Return the words before a slice that say of it whether it is so.

    Behind "that" it is all of them: "it is not true, whatever he says, that …". Behind a comma
    none; behind a colon what announces it.
    """
    if words[-1] in COMPLEMENTIZERS:
        return words
    if shown.endswith(":"):
        return [token.key for token in read_skeleton(_STRONG.split(shown)[-1]).tokens]
    if apart:
        return ()
    return [token.key for token in read_skeleton(_MARKS.split(shown)[-1]).tokens]


def _fault_behind(behind: str, inside: Sequence[Token]) -> _Fault | None:
    """Judge what stands behind the slice in its sentence."""
    if _JOINED.match(behind):
        return "cut", "it ends in the midst of a word"
    tokens = read_skeleton(behind).tokens
    if not tokens:
        return None
    words = [token.key for token in tokens]
    if inside[-1].kind == "number" and words[0] in UNITS:
        return "number", f'it leaves out "{words[0]}" behind it'
    close = words[:_NEAR_WORDS]
    if negation := NEGATIONS.intersection(close):
        return "negation", f'it leaves out "{min(negation)}" behind it'
    verdict = words[:_VERDICT_WORDS]
    if _BEING.intersection(close) and (NEGATIONS | DENIALS).intersection(verdict):
        return "negation", f'it leaves out "{" ".join(verdict)}" behind it'
    if hedge := HEDGING_ADVERBS.intersection(close):
        return "modality", f'it leaves out "{min(hedge)}" behind it'
    strong = _STRONG.search(behind, tokens[0].start)
    near = read_skeleton(behind, 0, strong.start()).tokens if strong else tokens
    opener = _condition_in([token.key for token in near])
    if opener is not None:
        return "condition", f'it leaves out what follows "{opener[1]}" behind it'
    if not _ENDS.match(behind) and words[0] not in CLAUSE_OPENERS:
        return "cut", f'it ends before "{" ".join(words[:3])}", in the midst of a clause'
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
