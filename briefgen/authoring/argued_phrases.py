"""Phrases that argue: a word that judges or says what is done, with the thing that it is said of.

Four shapes, whole noun phrases only: "punish the farmers" (done to it), "needless levy" (before
it), "threat of a levy" (behind it), "the levy hurts farmers" (said of it).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.authoring.general_words import is_adjective, is_general, is_opening
from briefgen.authoring.word_habits import is_content
from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATORS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token

MAX_TOKENS = 7
_MAX_RUN = 4
_MOVING = (polarity.MORE_FORMS | polarity.LESS_FORMS) - frozenset(
    "less fewer without zero more lower".split()
)
_DOING = frozenset(polarity.VERB_VALUES) | _MOVING
_JUDGING = polarity.GOOD_FORMS | polarity.BAD_FORMS
ARGUING = _DOING | _JUDGING
_LINKS = frozenset("of to for from by on against".split())
_BEFORE_VERB = ADVERBS | AUXILIARIES | NEGATORS | frozenset(MODALS)


class Argued(NamedTuple):
    """An arguing word and its thing, as numbers of tokens."""

    first: int
    last: int
    word: int
    """The word that argues."""
    head: int
    """The last word of the thing that it is said of: of what is done to, where there is such."""


def find_argued(sentence: Sentence, first: int, last: int) -> Iterator[Argued]:
    """Yield the phrases that argue within the tokens from *first* to *last*."""
    tokens = sentence.tokens
    for at in range(first, last + 1):
        if tokens[at].lower not in ARGUING or _is_name(sentence, at):
            continue
        thing = _thing_behind(sentence, at, last)
        subject = _thing_before(sentence, at, first) if _is_said_of(tokens, at) else None
        if subject is not None and (thing is not None or _stands_alone(sentence, at, subject)):
            # With its object it says more, where it is not too long.
            full = thing is not None and thing[1] - subject[0] < MAX_TOKENS
            end = thing[1] if thing is not None and full else at
            yield Argued(subject[0], end, at, thing[1] if thing is not None else subject[1])
        if thing is not None and thing[1] - at < MAX_TOKENS:
            yield Argued(at, thing[1], at, thing[1])


def _stands_alone(sentence: Sentence, at: int, subject: tuple[int, int]) -> bool:
    """Tell whether the subject and its verb say something: "the plan has failed", not "the plan
    allowed" or "Ruhn failed".
    """
    lower = sentence.tokens[at].lower
    moves = lower in _MOVING and lower not in polarity.VERB_VALUES
    return not moves and not _is_name(sentence, subject[1])


def _thing_behind(sentence: Sentence, at: int, last: int) -> tuple[int, int] | None:
    """Return the run of words that is done to, judged, or hangs on the arguing word."""
    tokens = sentence.tokens
    index = at + 1
    doing = tokens[at].lower in _DOING
    if not doing and index <= last and tokens[index].lower in _LINKS:
        if tokens[at].lower not in polarity.ILLS_FORMS | polarity.GOODS_FORMS | _NOUNS:
            return None
        index += 1
        doing = True
    while doing and index <= last and _opens_thing(tokens[index]):
        index += 1
    run = _run_from(sentence, index, last)
    if run is None or not _names_thing(sentence, run):
        return None
    return _with_what_it_is_of(sentence, run, last)


def _with_what_it_is_of(sentence: Sentence, run: tuple[int, int], last: int) -> tuple[int, int]:
    """Return the run with the noun phrase behind its "of": a "steady flow of buses"."""
    tokens = sentence.tokens
    index = run[1] + 1
    if index > last or tokens[index].lower != "of":
        return run
    index += 1
    while index <= last and _opens_thing(tokens[index]):
        index += 1
    more = _run_from(sentence, index, last)
    if more is None or not _names_thing(sentence, more):
        return run
    short = sum(map(is_content, tokens[run[0] : more[1] + 1])) <= _MAX_RUN
    return (run[0], more[1]) if short else run


def _opens_thing(token: Token) -> bool:
    return token.lower in DETERMINERS or token.lower in {"more", "most", "less"}


def _run_from(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the words from *first* on that make a noun phrase."""
    tokens = sentence.tokens
    end = first
    while end <= last and end - first <= _MAX_RUN and is_content(tokens[end]):
        end += 1
    if end - first > _MAX_RUN:
        return None
    while end > first and is_adjective(tokens[end - 1].lower):
        end -= 1  # "makes the port central": what stands behind the thing is not part of it
    if end == first:
        return None
    behind = tokens[end].text if end < len(tokens) else ""
    return None if behind in {"-", "–"} else (first, end - 1)


def _is_said_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the arguing word is a verb or what stands behind "is", so that it has a
    subject.
    """
    before = tokens[at - 1].lower if at else ""
    return tokens[at].lower in _DOING or before in AUXILIARIES | ADVERBS | NEGATORS


def _thing_before(sentence: Sentence, at: int, first: int) -> tuple[int, int] | None:
    tokens = sentence.tokens
    end = at - 1
    while end >= first and (tokens[end].lower in _BEFORE_VERB or tokens[end].lower.endswith("ly")):
        end -= 1
    start = end
    while start >= first and end - start < _MAX_RUN and is_content(tokens[start]):
        if tokens[start].possessive and start < end:
            break  # whose it is says nothing of the side
        start -= 1
    if start == end or at - start > MAX_TOKENS:
        return None
    run = (start + 1, end)
    before = tokens[start].lower if start >= 0 and not tokens[start].possessive else ""
    if before in _LINKS | {"in", "with", "-"} or any(
        tokens[index].lower in ARGUING for index in range(run[0], run[1])
    ):
        return None  # "the price of the levy is high" says nothing of the levy
    return run if _names_thing(sentence, run) else None


def _names_thing(sentence: Sentence, run: tuple[int, int]) -> bool:
    head = sentence.tokens[run[1]]
    return (
        not is_adjective(head.lower)
        and not head.lower.endswith("ed")
        and head.lower not in _DOING - _NOUNS
    )


def is_weak(sentence: Sentence, argued: Argued) -> bool:
    """Tell a phrase whose two words are said of anything: "important task"."""
    word, head = sentence.tokens[argued.word], sentence.tokens[argued.head]
    return is_opening(word.lower) or is_general(head.lower)


def judges(sentence: Sentence, argued: Argued) -> bool:
    """Tell a phrase that finds something good or bad, not one that says what is done to it."""
    lower = sentence.tokens[argued.word].lower
    return (lower in _JUDGING or lower in polarity.VERB_VALUES) and not is_adjective(lower)


def _is_name(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.capital and token.lower in sentence.names


_NOUNS = frozenset(
    """
    threat threats risk risks danger loss losses lack collapse failure defeat victory shortage
    support alienation destruction protection damage harm benefit benefits cost costs price prices
    waste burden end cut cuts ban bans limit limits increase rise growth decline fear fears hope
    hopes betrayal abuse theft exploitation escalation tax taxes subsidy aid
    """.split()
)
"""Arguing words that are nouns, or as often nouns as verbs."""
