"""What an author hopes will become of a thing: "I hope that the bill dies in committee"."""

from collections.abc import Sequence

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import ADVERBS, NEGATORS
from briefgen.extraction.lexical.language.text import Token

HOPING = frozenset(("hope", "hoping", "trust", "pray"))
_HOPERS = frozenset(("i", "we", "us", "i'm"))
_BETWEEN_THEM = frozenset("do can only still sincerely am very much really all let must".split())
_FAILING = frozenset("die dies fail fails collapse collapses flop lapse lapses sink sinks".split())
_PASSING = frozenset(
    "pass passes succeed succeeds survive survives prevail prevails win wins spread spreads".split()
)
_AUXILIARY = frozenset("will would may is are be gets get been being allowed to soon".split())
_BEING = frozenset("be is are being get gets been".split())
_OPENING_ANOTHER = frozenset("if because when".split())
_FATE_REACH = 14
_HOPER_REACH = 4


def fate_hoped_for(tokens: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """Return the verb of what the author hopes will become of its subject, with 1 where that is
    for the thing to come or stay, -1 where it is for it to go; None where nothing is hoped for.
    """
    hope = own_hope(tokens, clause)
    if hope is None:
        return None
    for verb in range(hope + 2, min(clause.last, hope + _FATE_REACH) + 1):
        lower = tokens[verb].lower
        if not tokens[verb].is_word or lower in _OPENING_ANOTHER:
            return None
        if not _is_fate(tokens, verb):
            continue
        comes = lower not in _FAILING and (lower in _PASSING or lower in polarity.MORE_FORMS)
        denied = any(token.lower in NEGATORS for token in tokens[hope + 1 : verb])
        return verb, 1 if comes != denied else -1
    return None


def own_hope(tokens: Sequence[Token], clause: Clause) -> int | None:
    """Return the number of the author's own "hope"."""
    for index in range(clause.first + 1, clause.last):
        if tokens[index].lower not in HOPING:
            continue
        for position in range(index - 1, max(clause.first, index - _HOPER_REACH) - 1, -1):
            lower = tokens[position].lower
            if lower in _HOPERS:
                return index if tokens[index + 1].lower != "for" else None
            if lower not in _BETWEEN_THEM and lower not in ADVERBS:
                break
    return None


def _is_fate(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the verb says what becomes of its subject: "dies", "will be lowered"."""
    lower = tokens[index].lower
    before = tokens[index - 1].lower
    if lower in _FAILING or lower in _PASSING:
        bare = not lower.endswith("s")
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        alone = following is None or not following.is_word or following.lower in _ALONE
        return alone and (not bare or before in _AUXILIARY)
    moved = lower in polarity.LESS_FORMS or lower in polarity.MORE_FORMS
    return moved and before in _BEING and lower.endswith(("ed", "wn", "en", "ut", "pt"))


_ALONE = frozenset("in on at before by again this next soon and for".split())
