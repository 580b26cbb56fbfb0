"""Nouns and phrases that report: "according to", "the claim that", "Russia’s insistence on"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    UNTRUE,
)
from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.openers import Openers
from briefgen.extraction.lexical.language.polarity_words import LESS_FORMS
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices import reporting_noun_words as nouns
from briefgen.extraction.lexical.voices.extents import (
    Framed,
    clause_end,
    object_end,
    phrase_end,
    trim,
)
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_after, phrase_before
from briefgen.extraction.lexical.voices.refutation import refused_before, verdict_behind
from briefgen.extraction.lexical.voices.shared_subjects import earlier_subject
from briefgen.extraction.lexical.voices.subjects import actor_after, subject_before
from briefgen.extraction.lexical.voices.verb_cues import Cue
from briefgen.extraction.lexical.voices.verb_groups import verb_group

_DISCREDITING = frozenset(
    """
    false flawed mistaken wrong erroneous naive absurd bogus misguided foolish specious spurious
    ridiculous ludicrous delusional fanciful lazy tired old discredited familiar simplistic
    misleading dangerous seductive hoary threadbare
    """.split()
)
_ACCORDING = Openers(nouns.ACCORDING)
_COPULAS = frozenset("is are was were remains remain means".split())
_JUDGED_REACH = 8
_OPENING_FOR = frozenset(("for", "to"))
_WIDESPREAD = frozenset("widespread common popular general growing prevailing received".split())
_REGARDING = frozenset("view see regard consider describe call dismiss deem label".split())
_POSSESSOR_REACH = 4
_HOLDER_OPENERS = frozenset("of among by from".split())
_LIGHT_FORMS = forms_of(
    """
    express voice raise make have show issue give offer hold take launch unleash mount deliver
    declare signal announce reiterate repeat share win face release articulate convey register file
    lodge keep put level lead publish send aim lob
    """.split()
)
"""Verbs that only lend a noun its subject: "voiced concern about"."""
_LIGHT_REACH = 7
_UNREAL = frozenset("should must could would may might can will".split())
_BREAKING = AUXILIARIES | PREPOSITIONS | SUBORDINATORS
_BEFORE_NOUNS = PREPOSITIONS | DETERMINERS | COORDINATORS


def according_cues(text: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield "according to X" and its like; what they report is the rest of the sentence."""
    tokens = sentence.tokens
    if tokens[0].lower not in _OPENING_FOR and _ACCORDING.firsts.isdisjoint(sentence.vocabulary):
        return
    for index, lower in enumerate(sentence.lowers[:-2]):
        if (index and lower not in _ACCORDING.firsts) or sentence.quoted[index]:
            continue
        opener = _ACCORDING.at(sentence.lowers, index) or _opening_for(lower, index)
        if opener is None:
            continue
        holder = _named_after(text, sentence, index + len(opener))
        if holder is None or holder.kind == "author":
            continue
        if len(opener) == 1 and not _judges(tokens, holder):
            continue
        spans = _around(sentence, index, holder.last)
        if spans:
            end = sentence.ends[index + len(opener) - 1]
            yield Cue(sentence.starts[index], end, opener[0], holder, Framed("according", spans))


def _opening_for(lower: str, index: int) -> tuple[str, ...] | None:
    """Return "for" or "to" where it opens the sentence: "For the guild, the toll is a disgrace"."""
    return (lower,) if index == 0 and lower in _OPENING_FOR else None


def _judges(tokens: Sequence[Token], holder: Mention) -> bool:
    """Tell whether behind "For the guild" a comma follows and then what something is.

    "For commuters, the toll is a burden" tells whom it burdens.
    """
    someone = holder.kind == "name" or tokens[holder.first].lower in DETERMINERS
    if not (holder.is_actor and someone) or holder.last + 2 >= len(tokens):
        return False
    clause = tokens[holder.last + 2 : holder.last + 2 + _JUDGED_REACH]
    return tokens[holder.last + 1].text == "," and any(t.lower in _COPULAS for t in clause)


def _named_after(text: str, sentence: Sentence, first: int) -> Mention | None:
    """Return the phrase behind "according to", over "a newly" and quotation marks."""
    tokens = sentence.tokens
    holder = phrase_after(text, sentence, first)
    if holder is None or holder.last > first or tokens[first].lower not in DETERMINERS:
        return holder
    for at in range(first + 1, min(len(tokens), first + _POSSESSOR_REACH)):
        rest = phrase_after(text, sentence, at)
        if rest is not None:
            name = text[holder.start : rest.end]
            return replace(rest, start=holder.start, first=first, name=name)
    return None


def noun_cue(text: str, sentence: Sentence, index: int) -> Cue | None:
    """Return the cue that the noun at token number *index* is; None where it reports nothing."""
    tokens = sentence.tokens
    if index + 1 >= len(tokens):
        return None
    noun, following = tokens[index].lower, tokens[index + 1].lower
    if any(CUE_FORMS.get(token.lower) in _REGARDING for token in tokens[max(0, index - 6) : index]):
        # "Views his threat to … as empty": the threat is spoken of by somebody else.
        return None
    holder = _possessor(text, sentence, index)
    if (
        noun == "view"
        and holder is not None
        and holder.first
        and tokens[holder.first - 1].lower == "in"
    ):
        spans = _around(sentence, holder.first - 1, index)
        return _cue(sentence, index, holder, Framed("nominal", spans)) if spans else None
    favour = nouns.NOMINAL_PREPOSITIONS.get(noun, {}).get(following)
    if holder is None and favour is None and following in _HOLDER_OPENERS:
        return _held_by(text, sentence, index)
    if favour is not None:
        if any(token.lower in LESS_FORMS for token in tokens[max(0, index - 4) : index]):
            # "Dropped her opposition to the toll": she holds it no longer.
            return None
        holder = holder or _light_subject(text, sentence, index)
        if holder is not None or (noun in nouns.BARE_TOPICS and _is_noun(tokens, index)):
            return _topic(sentence, index, index + 2, holder, favour)
    opens = 2 if following == "that" else 3 if _opens_later(tokens, index) else 0
    discredited = tokens[index - 1].lower in _DISCREDITING if index else False
    widespread = tokens[index - 1].lower in _WIDESPREAD if index else False
    if (
        opens
        and noun in nouns.NOMINAL
        and (holder or discredited or widespread or noun in nouns.BARE_NOMINAL)
    ):
        refused = holder is None and (noun in UNTRUE or refused_before(tokens, index))
        return _reported(sentence, index, index + opens, holder, rejected=discredited or refused)
    return None


def _held_by(text: str, sentence: Sentence, index: int) -> Cue | None:
    """Return "the belief among economists that …", "attacks by the guild on the toll"."""
    tokens = sentence.tokens
    holder = actor_after(text, sentence, index + 2)
    if holder is None or holder.last + 2 >= len(tokens):
        return None
    opener = tokens[holder.last + 1].lower
    if opener == "that" and tokens[index].lower in nouns.NOMINAL:
        return _reported(sentence, index, holder.last + 2, holder)
    favour = nouns.NOMINAL_PREPOSITIONS.get(tokens[index].lower, {}).get(opener)
    if favour is None or opener == "of":
        return None
    return _topic(sentence, index, holder.last + 2, holder, favour)


def _light_subject(text: str, sentence: Sentence, index: int) -> Mention | None:
    """Return the subject of "voiced" in "voiced her deep concern about"."""
    tokens = sentence.tokens
    for position in range(index - 1, max(0, index - _LIGHT_REACH), -1):
        token = tokens[position]
        if token.text == "-":
            continue  # "a good-faith effort"
        if not token.is_word or sentence.quoted[position]:
            return None
        lemma = _LIGHT_FORMS.get(token.lower)
        if lemma is not None and not token.capital:
            before, _, modal = verb_group(tokens, position)
            if before < 0 or modal in _UNREAL:
                return None
            holder = subject_before(text, sentence, before)
            holder = holder or earlier_subject(text, sentence, position)
            return holder if holder is not None and holder.is_actor else None
        if token.lower in _BREAKING:
            return None
    return None


def _topic(
    sentence: Sentence, index: int, first: int, holder: Mention | None, favour: int
) -> Cue | None:
    """Return what an attitude is about: "her opposition to the toll"."""
    if first >= len(sentence.tokens):
        return None
    last = clause_end(sentence, first, holder.first if holder is not None else index)
    opener = sentence.tokens[first - 1].lower
    begin = first - 1 if opener == "to" and favour > 0 else first
    last = object_end(sentence, first, last)
    span = trim(sentence, begin, phrase_end(sentence, first, last))
    if span is None:
        return None
    return _cue(sentence, index, holder, Framed("topic", (span,), favour))


def _reported(
    sentence: Sentence,
    index: int,
    first: int,
    holder: Mention | None,
    *,
    rejected: bool = False,
) -> Cue | None:
    last = clause_end(sentence, first, holder.first if holder is not None else index)
    last, endorsement = verdict_behind(sentence.tokens, first, last)
    span = trim(sentence, first, last)
    if span is None:
        return None
    endorsement = -1 if rejected else endorsement
    framed = Framed("nominal", (span,))
    return _cue(sentence, index, holder, framed, endorsement)


def _cue(
    sentence: Sentence, index: int, holder: Mention | None, framed: Framed, endorsement: int = 0
) -> Cue:
    start, end = sentence.starts[index], sentence.ends[index]
    return Cue(start, end, sentence.lowers[index], holder, framed, endorsement)


def _is_noun(tokens: list[Token], index: int) -> bool:
    """Tell whether a form that may also be a verb stands where only a noun can: "amid calls"."""
    before = tokens[index - 1].lower if index else ""
    adjective = before.endswith(("ing", "ed", "al", "ic", "ive", "ous", "ful", "spread"))
    return not before or adjective or before in _BEFORE_NOUNS


def _opens_later(tokens: list[Token], index: int) -> bool:
    """Tell whether "assumption: that …" or "argument is that …" stands here."""
    named = index + 2 < len(tokens) and tokens[index + 2].lower == "that"
    return named and tokens[index + 1].lower in {":", "is", "was"}


def _possessor(text: str, sentence: Sentence, index: int) -> Mention | None:
    tokens = sentence.tokens
    for position in range(index - 1, max(-1, index - _POSSESSOR_REACH), -1):
        token = tokens[position]
        if token.possessive:
            holder = phrase_before(text, sentence, position)
            return holder if holder is not None and holder.is_actor else None
        if token.lower in {"his", "her", "their"}:
            start, end = sentence.starts[position], sentence.ends[position]
            return Mention(start, end, position, position, token.text, None, "pronoun")
        if not token.is_word or token.lower in PREPOSITIONS:
            return None
    return None


def _around(sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return the sentence without the tokens from *first* to *last*."""
    before = trim(sentence, 0, first - 1)
    after = trim(sentence, last + 1, len(sentence.tokens) - 1)
    return tuple(span for span in (before, after) if span is not None)
