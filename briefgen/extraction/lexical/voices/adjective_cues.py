"""Adjectives that report: "is confident that", "critical of the plan", "reluctant to wait".

They stand behind a copula ("remains sceptical of"), at the head of a clause ("Wary of the cost,
the board …"), or right behind a noun ("shippers unhappy with the fees").
"""

from briefgen.extraction.lexical.language.grammar_words import ADVERBS, AUXILIARIES, NEGATORS
from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import (
    Framed,
    clause_end,
    is_imagined,
    object_end,
    phrase_end,
    trim,
)
from briefgen.extraction.lexical.voices.feeling_words import ADJECTIVES, PLACES
from briefgen.extraction.lexical.voices.interludes import is_adverb
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_before
from briefgen.extraction.lexical.voices.shared_subjects import later_subject
from briefgen.extraction.lexical.voices.subjects import subject_before
from briefgen.extraction.lexical.voices.verb_groups import verb_group

_COPULAS = forms_of("be feel seem become remain grow get sound stay".split())
_BE = frozenset(
    "is are was were be been being isn't aren't wasn't weren't he's she's they're".split()
)
_IRREAL_MODALS = frozenset("should must would could may might will won't wouldn't".split())
_DEGREES = frozenset("none too so as far more less most least all deeply too very".split())
_REACH = 4
_KEEPING = frozenset("keep keeps kept keeping leave leaves left leaving make makes made".split())
_MERE_NEGATORS = NEGATORS - AUXILIARIES
_DEGREES_OR_ADVERBS = _DEGREES | ADVERBS


def adjective_cue(text: str, sentence: Sentence, index: int) -> tuple[Mention, Framed, bool] | None:
    """Return what the adjective at token number *index* reports.

    Returns:
        The holder, the content and whether it is negated; None where the adjective reports
        nothing or nobody is there who could feel so.
    """
    tokens = sentence.tokens
    if index + 2 >= len(tokens) or is_imagined(tokens, index):
        return None
    follower = tokens[index + 1].lower
    favour = ADJECTIVES[tokens[index].lower].get(follower)
    if favour is None or tokens[index + 2].lower in AUXILIARIES:
        # "The reform that Holt is proud of may fail": what she is proud of stands before.
        return None
    before, negated = _walk_degrees(tokens, index)
    holder, end = None, None
    if before < 0 or tokens[before].text in {",", "—", "–"}:
        later = later_subject(text, sentence, index) if before < 0 else None
        if later is not None:
            holder, end = later
    elif tokens[before].lower in _COPULAS or tokens[before].lower in _BE:
        start, off, modal = verb_group(tokens, before)
        negated ^= off or tokens[before].lower in NEGATORS
        if modal in _IRREAL_MODALS:
            return None
        holder = (
            subject_before(text, sentence, start)
            if tokens[before].lower not in AUXILIARIES or start >= 0
            else None
        )
    else:
        noun = phrase_before(text, sentence, before)
        kept = noun is not None and noun.first and tokens[noun.first - 1].lower in _KEEPING
        if kept and tokens[index].lower == "open":
            return None  # "keep the quay open to cars"; "left the growers unhappy" is another thing
        end = phrase_end(sentence, index + 2, len(tokens) - 1)
        holder = noun if noun is not None and noun.kind in {"group", "name"} else None
    if holder is None or not holder.is_actor or tokens[holder.last].lower in PLACES:
        return None  # "the bridge is open to cars": it has no mind
    framed = _content(sentence, index + 1, holder, favour, end)
    return (holder, framed, negated) if framed is not None else None


def _walk_degrees(tokens: list[Token], index: int) -> tuple[int, bool]:
    """Walk left over "none too" and "not very"; return what stands before and a negation."""
    negated = False
    before = index - 1
    while before >= 0 and index - before <= _REACH:
        lower = tokens[before].lower
        if lower in _MERE_NEGATORS:
            negated = True
        elif lower not in _DEGREES_OR_ADVERBS and not is_adverb(lower):
            break
        before -= 1
    return before, negated


def _content(
    sentence: Sentence, opener: int, holder: Mention, favour: int, end: int | None
) -> Framed | None:
    tokens = sentence.tokens
    last = clause_end(sentence, opener + 1, holder.first)
    if end is not None:
        last = min(last, end)
    lower = tokens[opener].lower
    if lower == "that":
        span = trim(sentence, opener + 1, last)
        return Framed("clause", (span,)) if span is not None else None
    if lower == "to" and not _is_bare_verb(tokens[opener + 1]):
        span = trim(sentence, opener + 1, object_end(sentence, opener + 1, last))
        return Framed("attitude", (span,), favour) if span is not None else None
    if lower == "to":
        span = trim(sentence, opener, last)
        # That somebody is ready to act is what the author tells; the sentence stays the author's.
        return Framed("topic", (span,), favour) if span is not None else None
    span = trim(sentence, opener + 1, object_end(sentence, opener + 1, last))
    return Framed("attitude", (span,), favour) if span is not None else None


def _is_bare_verb(token: Token) -> bool:
    """Tell whether the word behind "to" looks like a verb: "open to talks" has a noun there."""
    lower = token.lower
    return not (
        token.capital
        or lower.endswith(("ing", "s"))
        or lower in {"the", "a", "an", "any", "this", "that", "his", "her", "their", "its", "such"}
    )
