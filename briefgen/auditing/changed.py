"""Whether the part on what changed says what ``changes`` in brief.json says.

Its figures are of two briefs, so they are compared with nothing else, and in no other way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.auditing.evidence import Evidence
from briefgen.auditing.measures import Spot
from briefgen.auditing.numbers import (
    compile_forms,
    issue_before,
    issue_named,
    number_pattern,
    value_of,
)
from briefgen.auditing.own_words import OwnWords, hide_names
from briefgen.auditing.page import CITATION
from briefgen.auditing.page_words import PageWords, page_words
from briefgen.models import Stance

CHANGES_PART = "changes"


@dataclass(frozen=True)
class _Forms:
    """How the part words what changed, in one language."""

    step: re.Pattern[str]
    turn: re.Pattern[str]
    stances: re.Pattern[str]
    totals: tuple[tuple[re.Pattern[str], str], ...]
    number: re.Pattern[str]
    files: re.Pattern[str]
    """Where sources are named that this brief does not list; names may hold numbers."""


@cache
def _forms_in(words: PageWords) -> _Forms:
    figures = words.figures
    sides = "|".join(words.changed_sides)
    stances = "|".join(map(re.escape, sorted(words.changed_stances, key=len, reverse=True)))
    turn = words.changed_turn.replace("(A)", f"({stances})").replace("(B)", f"({stances})")
    return _Forms(
        step=re.compile(rf"\b({sides})\s+({figures})\s*→\s*(\d+(?:[.,]\d{{3}})*)"),
        turn=re.compile(turn),
        stances=re.compile(rf"\b(?:{stances})\b"),
        totals=compile_forms(words, words.changed_totals),
        number=re.compile(number_pattern(words, without_articles=True), re.IGNORECASE),
        files=re.compile(rf"\([^()]*\)|\A{words.not_used}[^.]*\Z"),
    )


def is_on_changes(words: OwnWords) -> bool:
    """Tell whether a block stands in the part on what changed."""
    return words.place.block.in_part(CHANGES_PART)


def check_changed(own: Sequence[OwnWords], evidence: Evidence) -> Iterator[Spot]:
    """Yield the place of each figure and each changed stance; no message where it fits."""
    part = [words for words in own if is_on_changes(words)]
    for words in part:
        yield from _check_sides(words, evidence)
        yield from _check_turns(words, evidence)
        yield from _check_totals(words, part, evidence)


def find_unknown_figures(own: Sequence[OwnWords], evidence: Evidence) -> Iterator[str]:
    """Yield, in words, the figures of the part that stand in no form that is known."""
    forms = _forms_in(page_words())
    for words in own:
        if not is_on_changes(words) or words.place.block.kind == "heading":
            continue
        known = [
            match.span()
            for form in (
                forms.step,
                forms.stances,
                *(form for form, _ in forms.totals),
                forms.files,
            )
            for match in form.finditer(words.text)
        ]
        for match in forms.number.finditer(hide_names(words, evidence).text):
            if not any(start <= match.start() < end for start, end in known):
                line = words.place.block.line
                yield f"“{match[0]}” on line {line}: what changed is not said in a known form"


def _check_sides(words: OwnWords, evidence: Evidence) -> Iterator[Spot]:
    """Compare "support 1 → 2" behind an issue's title."""
    changes = evidence.brief.changes
    held = {(c.issue, c.stance): (c.before, c.after) for c in changes.support} if changes else {}
    for match in _forms_in(page_words()).step.finditer(words.text):
        issue = issue_before(words.place.block, match.start(), evidence)
        then = held.get((issue or "", page_words().changed_sides[match[1]]))
        if then != (value_of(match[2]), value_of(match[3])):
            yield _wrong(words, match[0], f"{then[0]} → {then[1]}" if then else None, issue)
        else:
            yield Spot("")


def _check_turns(words: OwnWords, evidence: Evidence) -> Iterator[Spot]:
    """Compare "support before, opposition now" behind an issue's title and a source's number."""
    changes = evidence.brief.changes
    held = {(c.issue, c.source): (c.before, c.after) for c in changes.stances} if changes else {}
    block, stances = words.place.block, page_words().changed_stances
    for match in _forms_in(page_words()).turn.finditer(words.text):
        issue = issue_before(block, match.start(), evidence)
        cited = block.citations[: words.text.count(CITATION, 0, match.start())]
        source = evidence.by_number.get(cited[-1].number) if cited else None
        then = held.get((issue or "", source.id if source else ""))
        if then != (stances[match[1]], stances[match[2]]):
            yield _wrong(words, match[0], _in_words(then), issue)
        else:
            yield Spot("")


def _in_words(stances: tuple[Stance | None, Stance | None] | None) -> str | None:
    return f"{stances[0] or 'nothing'} before, {stances[1] or 'nothing'} now" if stances else None


def _check_totals(words: OwnWords, part: Sequence[OwnWords], evidence: Evidence) -> Iterator[Spot]:
    """Compare how many sources came or went, and how many changes are not told."""
    for form, what in _forms_in(page_words()).totals:
        for match in form.finditer(words.text):
            held = _count(what, part, evidence)
            if held != value_of(match[1]):
                yield _wrong(words, match[0], None if held is None else str(held), None)
            else:
                yield Spot("")


def _count(what: str, part: Sequence[OwnWords], evidence: Evidence) -> int | None:
    changes = evidence.brief.changes
    if changes is None:
        return None
    if what != "further":
        return sum(s.kind == what and not (what == "gone" and s.failed) for s in changes.sources)
    stances = [c for c in changes.stances if c.source in evidence.numbers]
    counted = {c.issue for c in changes.support}
    told = [
        issue
        for words in part
        for start, end in words.place.block.strong
        if (issue := issue_named(words.place.block.text[start:end], evidence))
    ]
    return len(stances) + len(counted) + len(changes.issues) - len(told)


def _wrong(words: OwnWords, said: str, held: str | None, issue: str | None) -> Spot:
    has = "no such change" if held is None else held
    return Spot(f"“{said}”; changes in brief.json has {has}", issue, words.place.block.line)
