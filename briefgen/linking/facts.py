"""Whether what a proposal states stands in the statements that it names."""

import re

from briefgen.linking.claims import deny_anything
from briefgen.linking.sentence import Sentence, plain_form
from briefgen.linking.words import PREFIXES

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_UNLIKE = 0.6
"""At least so many of its words of content are the statements', the issue's or of every topic."""
_LEAST_STEM = 4
"""Letters behind a prefix that make a word of their own."""


def find_unsourced(sentence: Sentence) -> str | None:
    """Return that it names no statement."""
    return None if sentence.proposal.statements else "it names no statement"


def find_unknown(sentence: Sentence) -> str | None:
    """Return a statement that it names and that was not put to the model."""
    wrong = [id_ for id_ in sentence.proposal.statements if id_ not in sentence.basis.cited]
    return f"no such statement: {wrong[0][:60]!r}" if wrong else None


def find_new_date(sentence: Sentence) -> str | None:
    """Return a date or a time that the statements lack."""
    words = sentence.words
    for token, key in zip(sentence.tokens, sentence.keys, strict=True):
        is_date = (key in words.dates and token.cased[0].isupper()) or key in words.times
        if (is_date or _YEAR.fullmatch(key)) and key not in sentence.said:
            return f"{token.cased!r} stands in none of its statements"
    return None


def find_new_number(sentence: Sentence) -> str | None:
    """Return a number, a unit or a sign that the statements lack."""
    words = sentence.words
    for token, key in zip(sentence.tokens, sentence.keys, strict=True):
        counts = token.kind != "word" or key in words.numbers or words.number_forms.fullmatch(key)
        if counts and key not in sentence.said:
            return f"{token.cased!r} stands in none of its statements"
    return None


def find_new_quantity(sentence: Sentence) -> str | None:
    """Return a word that says how many or how often, and that the statements lack.

    "Too few" says no more than that there are not enough, where they say that in their words.
    """
    words = sentence.words
    denies = deny_anything(sentence)
    before = ""
    for key in sentence.keys:
        is_scant = denies and before in words.logic.too and key in words.logic.scant
        before = key
        if key in words.quantities and key not in sentence.said and not is_scant:
            return f"{key!r} stands in none of its statements"
    return None


def find_new_name(sentence: Sentence) -> str | None:
    """Return a word with a capital that neither statements, sources nor the issue have.

    The first word, and in German every noun, has one anyhow: there a word of every topic, or one of
    the issue, is no name.
    """
    for number, token in enumerate(sentence.tokens):
        if token.kind != "word" or not any(c.isupper() for c in token.cased):
            continue
        key = plain_form(token)
        if key in sentence.borne_out or key in sentence.of_the_issue:
            continue
        is_plain = number == 0 or (sentence.words.nouns_are_capital and token.cased[1:].islower())
        if not (is_plain and sentence.is_known(key)):
            return f"{token.cased!r} stands in none of its statements"
    return None


def find_new_negation(sentence: Sentence) -> str | None:
    """Return a negation where no statement that it names has one; or a word turned round."""
    negations = sentence.words.negations
    if not deny_anything(sentence):
        for key in sentence.keys:
            if key in negations or key.endswith("n't"):
                return f"{key!r}: none of its statements denies anything"
    for key in sentence.keys:
        for prefix in PREFIXES:
            rest = key.removeprefix(prefix)
            if rest != key and len(rest) >= _LEAST_STEM and _is_turned(key, rest, sentence):
                return f"{key!r}: its statements say {rest!r}"
    return None


def find_unlike(sentence: Sentence) -> str | None:
    """Return that most of what it says is neither the statements' nor the issue's."""
    content = [
        key
        for token, key in zip(sentence.tokens, sentence.keys, strict=True)
        if token.kind == "word" and key not in sentence.words.function
    ]
    new = [key for key in content if not sentence.is_known(key)]
    if content and len(new) > (1 - _UNLIKE) * len(content):
        return f"not its statements' words: {', '.join(new[:4])}"
    return None


def _is_turned(key: str, rest: str, sentence: Sentence) -> bool:
    return key not in sentence.said and rest in sentence.said
