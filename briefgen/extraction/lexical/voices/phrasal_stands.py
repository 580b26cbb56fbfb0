"""Stands that are taken with a phrase: "came out against it", "threw their weight behind it"."""

from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import (
    Framed,
    clause_end,
    is_imagined,
    object_end,
    trim,
)
from briefgen.extraction.lexical.voices.interludes import is_adverb
from briefgen.extraction.lexical.voices.noun_phrases import Mention
from briefgen.extraction.lexical.voices.subjects import subject_before
from briefgen.extraction.lexical.voices.verb_groups import IRREAL_MODALS, verb_group

_PHRASES = """
    come out against: -1
    come out for: 1
    come out in favour of: 1
    come out in favor of: 1
    come down on the side of: 1
    come round to: 1
    come around to: 1
    be up in arms about: -1
    be up in arms against: -1
    be up in arms over: -1
    be at odds with: -1
    close ranks against: -1
    close ranks behind: 1
    dig in against: -1
    draw the line at: -1
    fall in behind: 1
    get behind: 1
    give the nod to: 1
    give a nod to: 1
    line up against: -1
    line up behind: 1
    put … weight behind: 1
    rally against: -1
    rally around: 1
    rally behind: 1
    rally round: 1
    rally to the side of: 1
    say no to: -1
    say yes to: 1
    set … face against: -1
    side against: -1
    sour on: -1
    speak out against: -1
    speak out for: 1
    speak up for: 1
    speak up against: -1
    stand against: -1
    stand behind: 1
    stand firm against: -1
    stand up for: 1
    swing behind: 1
    take a stand against: -1
    take aim at: -1
    take issue with: -1
    throw … support behind: 1
    throw … weight behind: 1
    turn against: -1
    turn … back on: -1
    turn thumbs down on: -1
    unite against: -1
    unite behind: 1
    warm to: 1
"""
_GAP = "…"
_GAP_WORDS = 3


def _read_phrases() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return the words behind each verb, and the side that they take, by the verb's base form."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for line in filter(None, map(str.strip, _PHRASES.splitlines())):
        phrase, side = line.split(":")
        verb, *behind = phrase.split()
        found.setdefault(verb, []).append((tuple(behind), int(side)))
    return {verb: tuple(tails) for verb, tails in found.items()}


_TAILS = _read_phrases()
_BASE_OF = forms_of(_TAILS.keys() - {"be"}) | dict.fromkeys(
    "is are was were be been remain remains remained".split(), "be"
)
OPENING = frozenset(_BASE_OF)
"""Verb forms at which `phrasal_stand` is worth trying."""
SIGNS = frozenset(word for tails in _TAILS.values() for tail, _ in tails for word in tail[-1:])
"""The last words of the phrases: a sentence without one holds none of them."""


def phrasal_stand(text: str, sentence: Sentence, index: int) -> tuple[Mention, Framed] | None:
    """Return the stand that the verb at token number *index* takes with the words behind it.

    Returns:
        The holder and the content; None where no such phrase begins there.
    """
    tokens = sentence.tokens
    found = _phrase_at(tokens, index)
    if found is None or is_imagined(tokens, index):
        return None
    favour, first = found
    start, negated, modal = verb_group(tokens, index)
    if modal in IRREAL_MODALS:
        return None
    holder = subject_before(text, sentence, start)
    if holder is None or not holder.is_actor:
        return None
    last = object_end(sentence, first, clause_end(sentence, first, holder.first))
    span = trim(sentence, first, last)
    if span is None:
        return None
    # Who has not come out for a thing has not come out against it either.
    return holder, Framed("attitude", (span,), 0 if negated else favour)


def _phrase_at(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Return the side of the longest phrase that begins there, and the first token behind it."""
    base = _BASE_OF.get(tokens[index].lower)
    best: tuple[int, int] | None = None
    for tail, side in _TAILS[base] if base else ():
        end = _end_of(tokens, index + 1, tail)
        if end is not None and end < len(tokens) and (best is None or end > best[1]):
            best = side, end
    return best


def _end_of(tokens: list[Token], at: int, tail: tuple[str, ...]) -> int | None:
    """Return the number of the token behind these words where they begin at *at*."""
    while at < len(tokens) and is_adverb(tokens[at].lower):
        at += 1
    for word in tail:
        if word == _GAP:
            limit = at + _GAP_WORDS
            wanted = tail[tail.index(_GAP) + 1]
            while at < min(limit, len(tokens)) and tokens[at].lower != wanted:
                if not tokens[at].is_word:
                    return None
                at += 1
        elif at < len(tokens) and tokens[at].lower == word:
            at += 1
        else:
            return None
    return at
