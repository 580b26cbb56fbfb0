"""Where somebody stands, said with a noun or a preposition: "is against it", "a critic of it".

The holder stands before a copula ("is an opponent of") or before the comma of an apposition ("Holm,
a fierce critic of the toll, …").
"""

from briefgen.extraction.lexical.language.grammar_words import DETERMINERS, NEGATORS, PREPOSITIONS
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import (
    Framed,
    clause_end,
    is_imagined,
    object_end,
    phrase_end,
    trim,
)
from briefgen.extraction.lexical.voices.interludes import is_adverb
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_before
from briefgen.extraction.lexical.voices.subjects import subject_before
from briefgen.extraction.lexical.voices.verb_groups import IRREAL_MODALS, verb_group

_SUPPORTING = frozenset(
    """
    supporter supporters backer backers advocate advocates champion champions proponent proponents
    defender defenders fan fans
    """.split()
)
_OPPOSING = frozenset(
    "critic critics opponent opponents foe foes enemy enemies sceptic skeptic detractor".split()
)
_PREPOSED = frozenset("against favour favor".split())
"""They say where somebody stands only behind a copula."""
STANDING = _SUPPORTING | _OPPOSING | {"against", "favour", "favor"}
"""Words at which `standing_cue` is worth trying."""
_BE = frozenset("is are was were be been being remains remain became become".split())
_OPENING_NOUN = frozenset("a an the this that its their his her our your my no".split())
_CLOSED = _BE | PREPOSITIONS
_NOUN_REACH = 5


def standing_cue(text: str, sentence: Sentence, index: int) -> tuple[Mention, Framed, bool] | None:
    """Return where somebody is said to stand by the word at token number *index*.

    Returns:
        The holder, the content and whether it is negated; None where the word says no such thing.
    """
    tokens = sentence.tokens
    if index == 0 or index + 2 >= len(tokens) or is_imagined(tokens, index):
        return None
    found = _side(tokens, index)
    if found is None:
        return None
    favour, first, before = found
    negated = False
    if tokens[before].text == "," and tokens[index].lower not in _PREPOSED:
        holder = phrase_before(text, sentence, before - 1)
        last = phrase_end(sentence, first, len(tokens) - 1)
    elif tokens[before].lower in _BE or tokens[before].lower.endswith("n't"):
        start, off, modal = verb_group(tokens, before)
        if modal in IRREAL_MODALS:
            return None
        negated = off or any(t.lower in NEGATORS for t in tokens[before + 1 : index])
        negated = negated or tokens[before].lower.endswith("n't")
        holder = subject_before(text, sentence, start)
        last = object_end(sentence, first, clause_end(sentence, first, index))
    else:
        return None
    if holder is None or holder.kind not in {"name", "group", "pronoun"}:
        return None
    span = trim(sentence, first, last)
    return (holder, Framed("attitude", (span,), favour), negated) if span is not None else None


def _side(tokens: list[Token], index: int) -> tuple[int, int, int] | None:
    """Return the side, the number of the first token of what it is about, and of the token before
    the word and what belongs to it.
    """
    lower, following = tokens[index].lower, tokens[index + 1].lower
    before = index - 1
    if lower == "against":
        favour, first = -1, index + 1
    elif lower in {"favour", "favor"}:
        if following != "of" or tokens[before].lower != "in":
            return None
        favour, first, before = 1, index + 2, before - 1
    elif following == "of":
        favour, first = 1 if lower in _SUPPORTING else -1, index + 2
    else:
        return None
    while before > 0 and index - before <= _NOUN_REACH and _belongs(tokens[before]):
        before -= 1
    if lower in _PREPOSED and any(t.lower in _OPENING_NOUN for t in tokens[before + 1 : index]):
        return None  # "citizens are the best protection against it" says what they are
    return favour, first, before


def _belongs(token: Token) -> bool:
    lower = token.lower
    return (
        token.is_word
        and lower not in _CLOSED
        and (
            lower in DETERMINERS
            or lower in NEGATORS
            or is_adverb(lower)
            or not (token.capital or lower.endswith("n't"))
        )
    )
