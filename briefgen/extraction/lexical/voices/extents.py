"""Where content begins and ends: clauses, objects and noun phrases of a sentence."""

from dataclasses import dataclass

from briefgen.extraction.lexical.language import reporting_words as words
from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token

DASHES = frozenset(("—", "–", "--"))
SUBJECT_PRONOUNS = frozenset(
    "it he she they there it's there's he's she's they're we i you".split()
)
RELATIVE_PRONOUNS = frozenset("that which whom who".split())
_FRONTED = frozenset("while although though whereas if when as since because even despite".split())
_SAYINGS = frozenset(
    """
    claim charge argument boast phrase word line idea notion consolation explanation excuse
    grievance complaint prediction promise assertion theory finding worry hope
    """.split()
)
_JUDGING = frozenset(
    "true untrue false wrong right nonsense absurd odd easily hardly correct fair unfair".split()
)
_BREAKING_CONJUNCTIONS = frozenset("but while although though whereas yet".split())
_EDGE_MARKS = frozenset((",", ";", ":", "—", "–", "--", "-", "."))
_CONDITION_REACH = 8
_ASKING = frozenset("who what why how where".split())
_CLAUSE_MARKS = DASHES | {"(", ")", ";", ","}
_EDGES_BEFORE = _EDGE_MARKS | {")"}
_EDGES_BEHIND = _EDGE_MARKS | {"("}
_OPEN_CLAUSE = RELATIVE_PRONOUNS | SUBORDINATORS | {"and", "or", "but"}
_BEFORE_NOUNS_OR_TO = DETERMINERS | PREPOSITIONS | {"to"}
_OPEN_NEXT = SUBJECT_PRONOUNS | {"what", "which", "who"}
_PHRASE_ENDS = DASHES | {",", ":", ";", "("}
_OPEN_INNER = SUBORDINATORS | RELATIVE_PRONOUNS
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_CLOSING_MARKS = frozenset("”’\"'")
"""A comma stands before them where the quotation itself does not go on."""


@dataclass(frozen=True, slots=True)
class Framed:
    """Content beside a cue."""

    frame: str
    spans: tuple[tuple[int, int], ...]
    """As offsets into the article."""
    favour: int = 0


def trim(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the offsets of the tokens from *first* to *last* without marks at their ends."""
    tokens = sentence.tokens
    last = min(last, len(tokens) - 1)
    while first <= last and tokens[first].text in _EDGES_BEFORE:
        first += 1
    while last >= first and tokens[last].text in _EDGES_BEHIND:
        last -= 1
    return (sentence.starts[first], sentence.ends[last]) if 0 <= first <= last else None


def clause_end(sentence: Sentence, first: int, holder_first: int) -> int:
    """Return the number of the last token of the clause that begins at *first*.

    Args:
        sentence: the sentence.
        first: number of the clause's first token.
        holder_first: number of the holder's first token, to see whether the cue stands in a
            subordinate clause that opens the sentence ("While officials say …, the ministry …").
    """
    tokens = sentence.tokens
    fronted = _is_fronted(sentence, holder_first)
    in_aside = _opens_aside(sentence, holder_first, first)
    depth = 0
    for index, mark in enumerate(sentence.lowers[first:], first):
        if mark not in _CLAUSE_MARKS or sentence.quoted[index]:
            continue
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth < 0:
                return index - 1
        elif depth:
            continue
        elif index > first and (
            (mark == ";" and index > first + 1) or (in_aside and mark in DASHES)
        ):
            return index - 1
        elif mark == "," and index > first + 2 and index + 1 < len(tokens):
            following = tokens[index + 1].lower
            if fronted or following in _BREAKING_CONJUNCTIONS or _comments(tokens, index):
                return index - 1
            if following in {"and", "or"} and index + 2 < len(tokens):
                following = tokens[index + 2].lower
                asks = following in _ASKING and tokens[-1].text == "?"
                if following in SUBJECT_PRONOUNS or asks:
                    return index - 1
    return len(tokens) - 1


def _opens_aside(sentence: Sentence, holder_first: int, first: int) -> bool:
    """Tell whether the report stands between dashes: what follows the second is not reported.

    "The board should close the pier — as it promised to do — unless the town pays."
    """
    dashes = [
        index
        for index, token in enumerate(sentence.tokens[:first])
        if token.text in DASHES and not sentence.quoted[index]
    ]
    before = [index for index in dashes if index < holder_first]
    return len(before) % 2 == 1 and len(before) == len(dashes)


def _comments(tokens: list[Token], comma: int) -> bool:
    """Tell whether the author comments behind the comma: ", a claim that …", ", which is true"."""
    behind = [token.lower for token in tokens[comma + 1 : comma + 5]]
    if behind[:1] in (["a"], ["an"]):
        return bool(_SAYINGS & set(behind[1:3]))
    if behind[:2] in (["as", "though"], ["as", "if"]):
        return True
    judged = behind[:1] == ["which"] and behind[1:2] in (["is"], ["was"])
    return judged and bool(_JUDGING & set(behind[2:]))


def _is_fronted(sentence: Sentence, holder_first: int) -> bool:
    tokens = sentence.tokens
    first = next((index for index, token in enumerate(tokens) if token.is_word), 0)
    if tokens[first].lower not in _FRONTED:
        return False
    return "," not in sentence.lowers[first : max(first, holder_first)]


def relative_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where a that-clause within a relative clause ends: before the main verb.

    "Those who say that the toll is fair | are mistaken."
    """
    tokens = sentence.tokens
    seen = False
    for index in range(first + 1, last + 1):
        token, before = tokens[index], tokens[index - 1].lower
        lower = token.lower
        if sentence.quoted[index]:
            continue
        if not token.is_word or lower in _OPEN_CLAUSE:
            return last
        finite = lower in AUXILIARIES or (lower in VERB_FORMS and lower.endswith(("s", "ed")))
        if not finite or before in _BEFORE_NOUNS_OR_TO or before in AUXILIARIES:
            continue
        if seen and lower in AUXILIARIES:
            return index - 1
        seen = True
    return last


def object_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where the object ends: before the next verb of the same subject, or the next clause.

    "Criticized the plan, revived the aid, and threatened …" criticizes the plan alone.
    """
    tokens = sentence.tokens
    for index in range(first + 1, last):
        if tokens[index].lower not in {",", "and", "but"}:
            continue
        closes = tokens[index].text == "," and tokens[index + 1].text in _CLOSING_MARKS
        if sentence.quoted[index] and not closes:
            continue
        at = index + 2 if closes or tokens[index + 1].lower in {"and", "but"} else index + 1
        if at > last:
            break
        lower = tokens[at].lower
        verb = lower in VERB_FORMS or lower in words.CUE_FORMS
        participle = verb and tokens[index].text == "," and lower.endswith("ing")
        past = VERB_FORMS.get(lower, lower) != lower and not lower.endswith("ing")
        finite = participle or past or (verb and lower.endswith("s")) or lower.endswith("ed")
        opens = tokens[index].text == "," and lower in _OPEN_NEXT
        if finite or opens or lower in AUXILIARIES:
            return index - 1
    return last


def phrase_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where a noun phrase or infinitive ends: before the verb of which it is the subject.

    "Her comments about the price of the toll | were printed."
    """
    tokens = sentence.tokens
    inner = tokens[first].lower in SUBORDINATORS
    for index in range(first + 1, last + 1):
        token = tokens[index]
        if sentence.quoted[index]:
            continue
        if token.text in _PHRASE_ENDS:
            return index - 1
        if token.lower in _OPEN_INNER:
            inner = True
        elif not inner and _opens_predicate(tokens, index):
            return index - 1
    return last


_HAPPENED = frozenset(
    "failed succeeded collapsed faded vanished grew rose fell began ended continued worked".split()
)
"""Without an object as well."""


def _opens_predicate(tokens: list[Token], index: int) -> bool:
    """Tell whether an auxiliary stands there, or a finite verb with an object behind it."""
    if tokens[index].lower in AUXILIARIES | _HAPPENED:
        return True
    if tokens[index].lower not in VERB_FORMS:
        return False
    token, before = tokens[index], tokens[index - 1].lower
    if token.capital or token.lower.endswith("ing") or before in _BEFORE_NOUNS:
        return False
    if before in {"to", "and", "or"} or tokens[index - 1].possessive:
        return False
    return index + 1 < len(tokens) and tokens[index + 1].lower in DETERMINERS


def is_imagined(tokens: list[Token], before: int) -> bool:
    """Tell whether an if-clause holds token number *before*: what would be if somebody said so."""
    for index in range(before, max(-1, before - _CONDITION_REACH), -1):
        if not tokens[index].is_word:
            return False
        if tokens[index].lower in {"if", "unless", "once", "whether"}:
            return index == 0 or tokens[index - 1].lower not in {
                "asked",
                "wonder",
                "wondered",
                "see",
            }
    return False
