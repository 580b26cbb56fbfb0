"""Names of holders in full: "opponents of the toll", where a report has "opponents" alone."""

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Token, tokenize
from briefgen.extraction.lexical.told.stand_words import CAMPS

_ENDING = (AUXILIARIES | COORDINATORS | RELATIVES | SUBORDINATORS | {"to"}) - {"and"}
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_MAX_WORDS = 9
_NEAR = 400
"""Characters around the passage within which the name is looked for."""


def in_full(text: str, name: str, start: int) -> str:
    """Return the name with the "of …" behind it in the article, where it needs one.

    Args:
        text: the article.
        name: the holder's, as it stands there.
        start: offset of the passage: the nearest mention within its paragraph is taken.
    """
    if name.lower().rpartition(" ")[2] not in CAMPS:
        return name
    mentions = [at for at in _places(text, f"{name} of ") if abs(at - start) < _NEAR]
    if not mentions:
        return name
    at = min(mentions, key=lambda place: abs(place - start))
    return text[at : _end(text, at + len(name) + len(" of "))]


def _places(text: str, wanted: str) -> list[int]:
    found, at = [], text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _end(text: str, start: int) -> int:
    """Return the offset behind the phrase that begins at *start*."""
    end = start
    tokens = tokenize(text[start : start + _NEAR])
    for index, token in enumerate(tokens[:_MAX_WORDS]):
        behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        before = tokens[index - 1].lower if index else "of"
        if not token.is_word or token.lower in _ENDING or _is_finite(token, before, behind):
            break
        end = text.index(token.text, end) + len(token.text)
    return end


def _is_finite(token: Token, before: str, behind: str) -> bool:
    lower = token.lower
    if lower not in VERB_FORMS or token.capital or before in _BEFORE_NOUNS:
        return False
    inflected = lower != VERB_FORMS[lower] and not lower.endswith("ing")
    return inflected or behind in DETERMINERS or behind in {"it", "that", "to"}
