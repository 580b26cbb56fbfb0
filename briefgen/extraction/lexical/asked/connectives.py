"""What a passage depends on and why it holds: the clauses behind "if", "provided that", "because".

A condition may stand in a sentence of its own behind what depends on it: "But only if …".
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    CONDITION_EXCLUDED,
    CONDITION_OPENERS,
    DETERMINERS,
    MODALS,
    PRONOUNS_PLURAL,
    PRONOUNS_SINGULAR,
    REASON_OPENERS,
)
from briefgen.extraction.lexical.language.openers import Opener, Openers
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.passages import Passage
from briefgen.models import Passage as Quoted
from briefgen.models import StatementKind

_CONDITIONS = Openers(CONDITION_OPENERS)
_REASONS = Openers(REASON_OPENERS)
_AFTERTHOUGHTS = Openers(
    (
        ("only", "if"),
        ("only", "when"),
        ("only", "once"),
        ("provided",),
        ("providing",),
        ("on", "condition"),
        ("on", "the", "condition"),
        ("on", "one", "condition"),
        ("unless",),
        ("so", "long", "as"),
        ("as", "long", "as"),
    )
)
"""Open a sentence that is no more than the condition of the one before."""
_REQUIRING = frozenset("requires require presupposes presuppose depends hinges".split())
_POINTING = frozenset("that this it".split())
_DASHES = frozenset(("—", "–", "--"))
_LEADS = frozenset("but and yet though however".split())
_AS_LONG_AS = frozenset((("as", "long", "as"), ("so", "long", "as")))
_LASTING = frozenset(
    "possible necessary needed last lasts lasted takes live lives lived endures persists".split()
)
_LASTING_REACH = 6
_SUBJECTS = DETERMINERS | PRONOUNS_SINGULAR | PRONOUNS_PLURAL | {"it", "we", "you", "i", "there"}
_SUBJ = PRONOUNS_SINGULAR | PRONOUNS_PLURAL | {"it", "we", "you", "i", "there", "this", "that"}
_INVERTING = frozenset("will would can could should do does did is are may might must".split())
_REQUIRING_FORMS = _REQUIRING | {"require", "depend"}


def conditions_of(text: str, passage: Passage, kind: StatementKind) -> tuple[Quoted, ...]:
    """Return what the passage depends on, each from its connective to the end of its clause.

    A bare "if" makes a recommendation conditional; a claim or a forecast only imagines a case by
    it.
    """
    found = _connected(text, passage, _CONDITIONS, CONDITION_EXCLUDED)
    if kind == "recommendation":
        return found
    return tuple(part for part in found if not part.quote.lower().startswith(("if ", "assuming ")))


def condition_behind(text: str, passage: Passage, following: Sentence) -> Quoted | None:
    """Return the condition that the sentence behind a passage sets for it; None where it sets none.

    "But only if the trams run." and "That requires a second tunnel." are such sentences; "Only if
    the trams run will it pay." has its own main clause, and the condition is that clause's.

    Args:
        text: the article's text.
        passage: what may depend on it; nothing but marks may stand behind it in its sentence.
        following: the sentence behind the passage's.
    """
    tokens = following.tokens
    rest = passage.sentence.tokens[passage.last + 1 :]
    if any(token.is_word for token in rest) or following.paragraph != passage.sentence.paragraph:
        return None
    first, last = 0, len(tokens) - 1
    while first < last and (not tokens[first].is_word or tokens[first].lower in _LEADS):
        first += 1
    while last > first and not tokens[last].is_word:
        last -= 1
    opener = _AFTERTHOUGHTS.at(following.lowers, first)
    begins = opener is not None and _is_fragment(tokens, first + len(opener), last)
    if not begins and not _points_back(tokens, first, last):
        return None
    start, stop = following.starts[first], following.ends[last]
    return Quoted(start=start, end=stop, quote=text[start:stop])


def condition_past_aside(text: str, passage: Passage) -> Quoted | None:
    """Return the condition that the passage's own sentence sets behind an aside that cuts it off.

    "The board should close the pier — as it said it would — unless the town pays."
    """
    sentence, tokens = passage.sentence, passage.sentence.tokens
    last = len(tokens) - 1
    while last > passage.last and not tokens[last].is_word:
        last -= 1
    for index in range(passage.last + 2, last):
        dash = tokens[index - 1].text in _DASHES
        opener = _AFTERTHOUGHTS.at(sentence.lowers, index) if dash else None
        if opener is not None and _clause_end(tokens, index + len(opener), last) == last:
            start, stop = sentence.starts[index], sentence.ends[last]
            return Quoted(start=start, end=stop, quote=text[start:stop])
    return None


def is_strict(condition: Quoted) -> bool:
    """Tell whether a condition is set ("only if …"), not merely told ("that requires …")."""
    return condition.quote.split()[0].lower() not in _POINTING


def reasons_of(text: str, passage: Passage) -> tuple[Quoted, ...]:
    """Return the reasons that the passage gives, each from its connective to the end of its
    clause.
    """
    return _connected(text, passage, _REASONS, frozenset())


def _connected(
    text: str, passage: Passage, openers: Openers, excluded: frozenset[Opener]
) -> tuple[Quoted, ...]:
    sentence = passage.sentence
    tokens, lowers = sentence.tokens, sentence.lowers
    if openers.firsts.isdisjoint(sentence.vocabulary):
        return ()
    found = []
    index = passage.first
    while index <= passage.last:
        if lowers[index] not in openers.firsts:
            index += 1
            continue
        opener = openers.at(lowers, index)
        if opener is None or opener in excluded or index + len(opener) > passage.last:
            index += 1 if opener is None else len(opener)
            continue
        end = _clause_end(tokens, index + len(opener), passage.last)
        if opener in _AS_LONG_AS and _tells_duration(tokens, index, end):
            index = end + 1
            continue
        words = sum(token.is_word for token in tokens[index : end + 1])
        if words > len(opener) + 1:
            start, stop = sentence.starts[index], sentence.ends[end]
            found.append(Quoted(start=start, end=stop, quote=text[start:stop]))
        index = end + 1
    return tuple(found)


def _is_fragment(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the clause of a connective goes on to the sentence's end: no other follows."""
    if last - first < 1 or _clause_end(tokens, first, last) != last:
        return False
    return not any(
        tokens[index].lower in _INVERTING and tokens[index + 1].lower in _SUBJECTS
        for index in range(first, last)
    )


def _points_back(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether "that requires", "this will depend on" opens the sentence."""
    verb = first + 1
    while verb < last and tokens[verb].lower in {"will", "also", "of", "course"}:
        verb += 1
    return (
        tokens[first].lower in _POINTING and verb < last and tokens[verb].lower in _REQUIRING_FORMS
    )


def _tells_duration(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether "as long as" says how long: "for as long as it takes", "as long as a year"."""
    if at and tokens[at - 1].lower == "for":
        return True
    behind = tokens[at + 3 : min(end + 1, at + 3 + _LASTING_REACH)]
    measure = bool(behind) and (behind[0].text[:1].isdigit() or _is_span(behind))
    return measure or any(token.lower in _LASTING for token in behind)


def _is_span(words: Sequence[Token]) -> bool:
    return any(
        token.stem in {"year", "month", "week", "day", "hour", "decad"} for token in words[:3]
    )


def _clause_end(tokens: Sequence[Token], first: int, last: int) -> int:
    depth = 0
    for index in range(first, last + 1):
        mark = tokens[index].text
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
        if depth > 0:
            continue
        if mark in {";", "—", "–", "--", ".", "?", "!"} or (
            mark == "," and index > first + 1 and not _in_list(tokens, index, last)
        ):
            return index - 1
    return last


def _in_list(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Tell whether the comma parts the members of a list ("a, b and c"), not clauses."""
    following = [token.lower for token in tokens[comma + 1 : min(last + 1, comma + 6)]]
    return (
        following[:1] in (["and"], ["or"])
        or ("and" in following[1:4] and not set(following) & AUXILIARIES)
        or _opens_member(tokens, comma, last)
    )


def _opens_member(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Tell whether a member of a list follows that goes on to a comma with "and" or "or" behind it:
    "limits on fees, and better boats". What has an auxiliary or a pronoun is a clause.
    """
    for index in range(comma + 1, last):
        lower = tokens[index].lower
        if tokens[index].text == ",":
            return tokens[index + 1].lower in {"and", "or"} or _opens_member(tokens, index, last)
        if not tokens[index].is_word or lower in AUXILIARIES or lower in MODALS or lower in _SUBJ:
            return False
    return False
