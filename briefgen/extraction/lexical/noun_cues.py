"""Nouns and phrases that report: "according to", "the claim that", "Russia’s insistence on"."""

from collections.abc import Iterator

from briefgen.extraction.lexical import reporting_words as words
from briefgen.extraction.lexical.frames import Framed, clause_end, object_end, trim
from briefgen.extraction.lexical.grammar_words import PREPOSITIONS
from briefgen.extraction.lexical.noun_phrases import Mention, phrase_after, phrase_before
from briefgen.extraction.lexical.openers import Openers, matches_at
from briefgen.extraction.lexical.polarity_words import LESS_FORMS
from briefgen.extraction.lexical.reporting_words import CUE_FORMS
from briefgen.extraction.lexical.text import Sentence, Token
from briefgen.extraction.lexical.verb_cues import Cue

_DISCREDITING = frozenset(
    """
    false flawed mistaken wrong erroneous naive absurd bogus misguided foolish specious spurious
    ridiculous ludicrous delusional fanciful lazy tired old discredited familiar simplistic
    misleading dangerous seductive hoary threadbare
    """.split()
)
_ACCORDING = Openers(words.ACCORDING)
_WIDESPREAD = frozenset("widespread common popular general growing prevailing received".split())
_REGARDING = frozenset("view see regard consider describe call dismiss deem label".split())
_POSSESSOR_REACH = 4


def according_cues(text: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield "according to X" and its like; what they report is the rest of the sentence."""
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        if sentence.quoted[index]:
            continue
        opener = _ACCORDING.at(tokens, index)
        if opener is None:
            continue
        holder = phrase_after(text, sentence, index + len(opener))
        if holder is None or holder.kind == "author":
            continue
        spans = _around(sentence, index, holder.last)
        if spans:
            end = tokens[index + len(opener) - 1].end
            yield Cue(tokens[index].start, end, opener[0], holder, Framed("according", spans))


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
    if noun == "view" and holder is not None and matches_at(tokens, holder.first - 1, ("in",)):
        spans = _around(sentence, holder.first - 1, index)
        return _cue(tokens[index], holder, Framed("nominal", spans)) if spans else None
    if holder is None and following in {"of", "among", "by"} and index + 2 < len(tokens):
        return _held_by(text, sentence, index)
    favour = words.NOMINAL_PREPOSITIONS.get(noun, {}).get(following)
    if favour is not None and holder is not None:
        if any(token.lower in LESS_FORMS for token in tokens[max(0, index - 4) : index]):
            # "Dropped her opposition to the toll": she holds it no longer.
            return None
        return _reported(sentence, index, index + 2, holder, favour)
    opens = 2 if following == "that" else 3 if _opens_later(tokens, index) else 0
    discredited = tokens[index - 1].lower in _DISCREDITING if index else False
    widespread = tokens[index - 1].lower in _WIDESPREAD if index else False
    if (
        opens
        and noun in words.NOMINAL
        and (holder or discredited or widespread or noun in words.BARE_NOMINAL)
    ):
        return _reported(sentence, index, index + opens, holder, 0, rejected=discredited)
    return None


def _held_by(text: str, sentence: Sentence, index: int) -> Cue | None:
    """Return "the belief among economists that …"."""
    tokens = sentence.tokens
    holder = phrase_after(text, sentence, index + 2)
    if holder is None or not holder.is_actor or holder.last + 1 >= len(tokens):
        return None
    if tokens[holder.last + 1].lower != "that":
        return None
    return _reported(sentence, index, holder.last + 2, holder, 0)


def _reported(
    sentence: Sentence,
    index: int,
    first: int,
    holder: Mention | None,
    favour: int,
    *,
    rejected: bool = False,
) -> Cue | None:
    last = clause_end(sentence, first, holder.first if holder is not None else index)
    if favour:
        last = object_end(sentence, first, last)
    span = trim(sentence, first, last)
    if span is None:
        return None
    # A claim that nobody in particular makes is one that the author keeps at arm's length.
    endorsement = -1 if rejected or holder is None else 0
    framed = Framed("nominal", (span,), favour)
    return _cue(sentence.tokens[index], holder, framed, endorsement)


def _cue(token: Token, holder: Mention | None, framed: Framed, endorsement: int = 0) -> Cue:
    return Cue(token.start, token.end, token.lower, holder, framed, endorsement)


def _opens_later(tokens: list[Token], index: int) -> bool:
    """Tell whether "assumption: that …" or "argument is that …" stands here."""
    return tokens[index + 1].lower in {":", "is", "was"} and matches_at(
        tokens, index + 2, ("that",)
    )


def _possessor(text: str, sentence: Sentence, index: int) -> Mention | None:
    tokens = sentence.tokens
    for position in range(index - 1, max(-1, index - _POSSESSOR_REACH), -1):
        token = tokens[position]
        if token.possessive:
            holder = phrase_before(text, sentence, position)
            return holder if holder is not None and holder.is_actor else None
        if token.lower in {"his", "her", "their"}:
            return Mention(token.start, token.end, position, position, token.text, None, "pronoun")
        if not token.is_word or token.lower in PREPOSITIONS:
            return None
    return None


def _around(sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return the sentence without the tokens from *first* to *last*."""
    before = trim(sentence, 0, first - 1)
    after = trim(sentence, last + 1, len(sentence.tokens) - 1)
    return tuple(span for span in (before, after) if span is not None)
