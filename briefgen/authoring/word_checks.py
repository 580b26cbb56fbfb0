"""Checks of terms and phrases that need no articles: what the machine cannot use, or not tell."""

import re
from collections.abc import Iterator

from briefgen.authoring.findings import Finding, finding_at
from briefgen.extraction.lexical.language.grammar_words import NEGATORS
from briefgen.extraction.lexical.language.text import Token, tokenize
from briefgen.extraction.lexical.sides.concept_words import concept
from briefgen.extraction.lexical.sides.propositions import GRAMMAR_WORDS, LIGHT_WORDS
from briefgen.ingest.codebook_places import CodebookPlaces
from briefgen.models import Codebook, Issue

IMBALANCE = 3
"""How many times more phrases one side may have before it is said."""
_PLACEHOLDER = re.compile(r"\b(?:TODO|TBD|FIXME|XXX+)\b|\?\?\?|<[^<>]+>|^(?:\.\.\.|…)$")
_SIDES = ("support", "oppose")


def check_placeholders(codebook: Codebook, places: CodebookPlaces) -> Iterator[Finding]:
    """Yield the texts that somebody still has to write."""
    texts = [(0, "topic", codebook.topic)]
    for number, issue in enumerate(codebook.issues, 1):
        texts += [(number, name, getattr(issue, name)) for name in ("title", "proposition")]
        texts += [
            (number, name, text) for name in ("terms", *_SIDES) for text in getattr(issue, name)
        ]
    for number, name, text in texts:
        if is_placeholder(text):
            place = places.of(number, name, text)
            message = f"{text!r} is a placeholder"
            yield finding_at(place, "placeholder", message, _advice_for(name))


def is_placeholder(text: str) -> bool:
    """Tell a text that stands for one that is still to be written."""
    return _PLACEHOLDER.search(text) is not None


def _advice_for(name: str) -> str:
    if name == "proposition":
        return "write one full sentence that a source can support or oppose"
    return "write the text, or take it out"


def check_words(issue: Issue, number: int, places: CodebookPlaces) -> Iterator[Finding]:
    """Yield the terms and phrases of an issue that the machine cannot use."""
    for name in ("terms", *_SIDES):
        light = GRAMMAR_WORDS if name == "terms" else LIGHT_WORDS
        for text in getattr(issue, name):
            words = _words(text)
            if is_placeholder(text) or any(word.lower not in light for word in words):
                continue
            what = "term" if name == "terms" else "phrase"
            why = "only of grammar words" if words else "of no word at all"
            yield finding_at(
                places.of(number, name, text),
                f"{what}-without-content",
                f"{text!r} consists {why}: it says nothing about the issue",
                "add the words that carry the meaning, or take it out",
            )


def check_sides(issue: Issue, number: int, places: CodebookPlaces) -> Iterator[Finding]:
    """Yield sides without phrases, uneven sides, and phrases that look the same on both."""
    yield from _check_balance(issue, number, places)
    supporting = {_meaning(text): text for text in issue.support if _words(text)}
    for text in issue.oppose:
        other = supporting.get(_meaning(text))
        if other is not None and _words(text):
            yield finding_at(
                places.of(number, "oppose", text),
                "phrase-on-both-sides",
                f"{text!r} and, under support, {other!r} are the same to the machine",
                "keep the one that only its side would say",
            )


def _check_balance(issue: Issue, number: int, places: CodebookPlaces) -> Iterator[Finding]:
    counts = {side: len(getattr(issue, side)) for side in _SIDES}
    if not any(counts.values()):
        yield finding_at(
            places.of(number, ""),
            "no-phrases",
            "the issue has no phrases: most passages on it will stay unclear",
            "list what each side says; `briefgen codebook suggest` shows what is heard",
        )
        return
    fewer, more = sorted(_SIDES, key=lambda side: counts[side])
    if counts[fewer] * IMBALANCE <= counts[more]:
        has = f"{counts[fewer]} phrase" + ("" if counts[fewer] == 1 else "s")
        yield finding_at(
            places.of(number, fewer),
            "uneven-sides",
            f"{fewer} has {has if counts[fewer] else 'no phrases'}, {more} has {counts[more]}: "
            f"{more} will be found more often than it is said",
            f"list as many phrases for {fewer} as for {more}",
        )


def check_shared_terms(codebook: Codebook, places: CodebookPlaces) -> Iterator[Finding]:
    """Yield terms that stand in two issues, or twice in one, in any form of their words."""
    seen: dict[tuple[str, ...], tuple[int, str]] = {}
    for number, issue in enumerate(codebook.issues, 1):
        for text in issue.terms:
            stems = tuple(word.stem for word in _words(text))
            if not stems:
                continue
            first, other = seen.setdefault(stems, (number, text))
            if (first, other) == (number, text):
                continue
            yield _shared_term(places, codebook, (number, text), (first, other))


def _shared_term(
    places: CodebookPlaces, codebook: Codebook, here: tuple[int, str], there: tuple[int, str]
) -> Finding:
    place = places.of(here[0], "terms", here[1])
    line = places.of(there[0], "terms", there[1]).line
    if here[0] == there[0]:
        message = f"{here[1]!r} is the same as {there[1]!r} at line {line}"
        return finding_at(place, "term-twice", message, "one of them can go")
    other = codebook.issues[there[0] - 1].id
    return finding_at(
        place,
        "term-shared",
        f"{here[1]!r} is a term of {other!r} too (line {line}): it tells neither issue",
        "keep it where it belongs, or add the word that makes the difference",
    )


def _words(text: str) -> list[Token]:
    return [token for token in tokenize(text) if token.is_word]


def _meaning(text: str) -> tuple[tuple[str, ...], bool]:
    """Return what the machine takes of a phrase: its ideas, and whether it is negated."""
    words = _words(text)
    content = [word for word in words if word.lower not in LIGHT_WORDS] or words
    negated = sum(word.lower in NEGATORS for word in words) % 2 == 1
    return tuple(sorted(concept(word.stem) for word in content)), negated
