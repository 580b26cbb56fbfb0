"""Orders: whether a bare verb opens a clause and tells somebody what to do ("Scrap the levy").

An order to the reader ("consider the harbour"), and one that only supposes a case ("raise the
price and people will walk"), ask for nothing.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.asked import asking_words as words
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_GENERIC,
    SUBORDINATORS,
    VERB_FORMS,
    WEEKDAYS_AND_MONTHS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token

_SUBJECTS = frozenset("i you he she it we they".split())
_OBJECTS = frozenset("it them him her us me".split())
_OPENERS = frozenset("so then but and please just first second third finally instead now".split())
_MARKS_BEFORE = frozenset((";", ":"))
_DASHES = frozenset(("—", "–", "--"))
_CLOSED = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | COORDINATORS
    | (ADVERBS - {"back", "further"})
    | AUXILIARIES
    | NEGATORS
    | PRONOUNS_GENERIC
    | WEEKDAYS_AND_MONTHS
    | words.HEADS_NO_ORDER
)
_NO_BASE_ENDINGS = ("ing", "ed", "ly", "ness", "tion", "s")
_RELATIVE = frozenset("who that which whose where when if because".split())
_FORESEEING = frozenset("will would 'll".split())
_QUANTITIES = frozenset("more less fewer better".split())
_CONSEQUENT_REACH = 14
_FINITE = frozenset(
    """
    is are was were will would can could may might has have had does did won't wouldn't can't isn't
    aren't 'll 'd
    """.split()
)
_DATELINE_TOKENS = 4
_MIN_TOKENS = 4
_ADVERBIAL = ADVERBS | {"not"}
_NOT_LET = words.TELLING | {"be"}
_OPEN_OBJECT = DETERMINERS | _OBJECTS
_OPEN_SUBJECT = DETERMINERS | _SUBJECTS


def is_order(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether one of the clauses in tokens *first* to *last* is an order."""
    tokens = sentence.tokens
    head = _head(tokens, first, last)
    if _opens_order(tokens, head, last):
        return not _supposes(tokens, head, last) and not _gives_credit(tokens, head, last)
    if _MARKS_BEFORE.isdisjoint(sentence.vocabulary):
        return False
    return any(
        tokens[index].text in _MARKS_BEFORE
        and _opens_order(tokens, index + 1, last, listed=True)
        and not _supposes(tokens, index + 1, last)
        for index in range(head + 1, last)
    )


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the number of the first word behind quotation marks, a dateline, "so" or "now"."""
    head = first
    for index in range(first, min(last, first + _DATELINE_TOKENS)):
        if tokens[index].text in _DASHES and all(t.text.isupper() for t in tokens[first:index]):
            head = index + 1
    while head < last and (not tokens[head].is_word or tokens[head].lower in _OPENERS):
        head += 1
    return head


def _opens_order(tokens: Sequence[Token], head: int, last: int, *, listed: bool = False) -> bool:
    """Tell whether an order begins at *head*; *listed*: only with a verb of the lists."""
    if last - head + 1 < _MIN_TOKENS:
        return False
    if tokens[head].lower in {"do", "don't"}:
        head += 1 + (tokens[head + 1].lower == "not")
        if tokens[head - 1].lower == "do" or head >= last:
            return False
    elif tokens[head].lower == "never":
        head += 1
    verb, following = tokens[head].lower, tokens[head + 1]
    if verb in words.TELLING or following.text in {"-", ":"}:
        return False
    if verb == "let" and not _lets(tokens, head, last):
        return False
    if listed and (not _is_known_verb(verb) or (tokens[head].capital and following.capital)):
        return False  # "…; Lower Marrow held out longest" names a place
    return _is_verb(tokens[head], following)


def _lets(tokens: Sequence[Token], head: int, last: int) -> bool:
    """Tell whether "let" lets something happen: not "let me", "let's face it", "let alone"."""
    shared = tokens[head].possessive or tokens[head + 1].lower == "us"
    behind = head + 1 + (not tokens[head].possessive and tokens[head + 1].lower == "us")
    while behind < last and tokens[behind].lower in _ADVERBIAL:
        behind += 1
    return tokens[head + 1].lower not in {"me", "alone"} and not (
        shared and tokens[behind].lower in _NOT_LET
    )


def _is_known_verb(lower: str) -> bool:
    return lower in words.PLAIN_ORDERS or VERB_FORMS.get(lower) == lower


def _is_verb(token: Token, following: Token) -> bool:
    """Tell whether a verb in its bare form stands at the head of a sentence.

    Before an article or "it", any word of an open class is one: "Unbolt the gates".
    """
    lower = token.lower
    if not following.is_word or lower in _CLOSED:
        return False
    if lower in words.PLAIN_ORDERS:
        return following.lower not in _FINITE
    known = VERB_FORMS.get(lower, lower) == lower
    if not known:
        return False  # "gave a boost", cut from "angered the guilds and gave a boost"
    known = lower in VERB_FORMS
    if following.lower in _OPEN_OBJECT:
        return known or not lower.endswith(_NO_BASE_ENDINGS)
    return known and (following.capital or following.lower in _QUANTITIES)


def _gives_credit(tokens: Sequence[Token], head: int, last: int) -> bool:
    """Tell whether "Give the mayor credit" stands there: praise, of which nothing is to be done."""
    following = {token.lower for token in tokens[head + 1 : last + 1]}
    return tokens[head].lower in {"give", "grant"} and bool(following & {"credit", "due"})


def _supposes(tokens: Sequence[Token], head: int, last: int) -> bool:
    """Tell whether the order only supposes a case: "Raise the price, and people will walk"."""
    inside = False
    for index in range(head + 1, last + 1):
        lower = tokens[index].lower
        if lower in _MARKS_BEFORE:
            return False
        if lower == "," or lower in _RELATIVE:
            inside = lower != ","
        elif lower in {"and", "or"} and index < last and tokens[index + 1].lower in _SUBJECTS:
            return True
        elif inside:
            continue
        elif lower in _FORESEEING or (
            lower in {"and", "or"} and _has_own_verb(tokens, index + 1, last)
        ):
            return True
    return False


def _has_own_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a clause with a subject and a finite verb begins at *first*."""
    if first > last or _is_known_verb(tokens[first].lower) or tokens[first].lower in _RELATIVE:
        return False
    inside = False
    has_subject = tokens[first].lower in _OPEN_SUBJECT
    for index in range(first, min(last + 1, first + _CONSEQUENT_REACH)):
        lower = tokens[index].lower
        if not tokens[index].is_word and lower != "-":
            return False
        inside |= lower in _RELATIVE
        third = has_subject and _is_third_person(tokens, index, last)
        if lower in _FORESEEING or (index > first and not inside and (lower in _FINITE or third)):
            return True
    return False


def _is_third_person(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Tell whether "builds a bridge" stands there: "calls" alone is a noun as often."""
    lower = tokens[index].lower
    form = lower.endswith("s") and VERB_FORMS.get(lower) not in {None, lower}
    return form and index < last and tokens[index + 1].lower in _OPEN_OBJECT
