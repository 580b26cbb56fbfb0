"""Who does the thing at issue: whoever praises or blames the doer for it takes a side on it.

"The mayor's toll" and "the mayor has imposed the toll" make the mayor its agent. From there on what
is said of "the mayor's strategy", or that the mayor "was right", is said of the toll.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import is_negated
from briefgen.extraction.lexical.language.grammar_words import AUXILIARIES
from briefgen.extraction.lexical.language.text import Sentence, Token

_DEEDS = frozenset(
    """
    strategy approach policy policies stance plan plans tactic tactics gamble agenda campaign push
    drive decision move course line pressure
    """.split()
)
_RIGHT = {
    **dict.fromkeys("right vindicated wise correct".split(), 1.0),
    **dict.fromkeys("wrong mistaken foolish reckless unwise".split(), -1.0),
}
_PROVING = frozenset("proved proven proving being".split())
_OWNED_REACH = 3
_DONE_REACH = 4
_BEFORE_RIGHT = AUXILIARIES | _PROVING | {"not"}


class Thing(NamedTuple):
    """A thing at issue, named in a sentence."""

    issue: str
    sign: float
    """How approval of it bears on the proposition."""
    start: int
    """Number of its first token."""


Agents = Mapping[str, Mapping[str, float]]
"""Name to issue to how approval of what they do bears on it."""
NO_AGENTS: Agents = MappingProxyType({})


def find_agents(named: Sequence[tuple[Sentence, Sequence[Thing]]]) -> Agents:
    """Return who does the things at issue in an article.

    Args:
        named: the article's sentences, each with the things that it names.
    """
    agents: dict[str, dict[str, float]] = {}
    for sentence, things in named:
        tokens = sentence.tokens
        does = not polarity.MORE_FORMS.isdisjoint(sentence.vocabulary)
        for thing in things:
            name = _owner(tokens, thing.start) or (_doer(tokens, thing.start) if does else None)
            if name is not None:
                agents.setdefault(name, {}).setdefault(thing.issue, thing.sign)
    return agents


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does, or how they are said to be about it."""

    name: str
    start: int
    end: int
    value: float | None
    """How good or bad they are said to be; None where a verdict on the tokens is still to be
    found."""


def find_deeds(tokens: Sequence[Token], agents: Agents) -> Iterator[Deed]:
    """Yield the places where a sentence speaks of what an agent does."""
    for index, token in enumerate(tokens):
        name = token.lower
        if not token.capital or name not in agents:
            continue
        if token.possessive:
            ahead = range(index + 1, min(len(tokens), index + _OWNED_REACH + 2))
            deed = next((i for i in ahead if tokens[i].lower in _DEEDS), None)
            if deed is not None:
                yield Deed(name, index, deed, None)
            continue
        at, value = _found_right(tokens, index)
        if value:
            yield Deed(name, index, at, value)


def _found_right(tokens: Sequence[Token], name: int) -> tuple[int, float]:
    """Return where and how "was right", "is being proved wrong" is said of the name."""
    index = name + 1
    while index < len(tokens) and tokens[index].lower in _BEFORE_RIGHT:
        index += 1
    value = _RIGHT.get(tokens[index].lower, 0.0) if name + 1 < index < len(tokens) else 0.0
    return index, -value if value and is_negated(tokens, name, index) else value


def _owner(tokens: Sequence[Token], start: int) -> str | None:
    """Return who stands as the owner of the thing: "the mayor's new toll"."""
    for index in range(start - 1, max(-1, start - _OWNED_REACH - 1), -1):
        if not tokens[index].is_word:
            return None
        if tokens[index].possessive:
            return tokens[index].lower if tokens[index].capital else None
    return None


def _doer(tokens: Sequence[Token], start: int) -> str | None:
    """Return who is said to do the thing: "Mayor Holm imposed the toll"."""
    verb = next(
        (
            i
            for i in range(start - 1, max(0, start - _DONE_REACH) - 1, -1)
            if tokens[i].lower in polarity.MORE_FORMS
        ),
        None,
    )
    if verb is None or is_negated(tokens, max(0, verb - 4), verb):
        return None
    for index in range(verb - 1, max(-1, verb - _DONE_REACH), -1):
        token = tokens[index]
        if token.capital and token.is_word and index > 0 and not token.possessive:
            return token.lower
        if token.lower not in AUXILIARIES and not token.lower.endswith("ly"):
            return None
    return None
