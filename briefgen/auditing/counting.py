"""Whether the counts in sentences fit the records, and cite those whom they count."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Literal

from briefgen.auditing.changed import check_changed, is_on_changes
from briefgen.auditing.evidence import OPEN_STANCES, Evidence
from briefgen.auditing.measures import Measure, Spot, count_spots
from briefgen.auditing.numbers import (
    compile_forms,
    issue_before,
    issue_named,
    number_pattern,
    value_of,
)
from briefgen.auditing.own_words import OwnWords
from briefgen.auditing.page import CITATION
from briefgen.auditing.page_words import PageWords, page_words
from briefgen.auditing.printed import Printed
from briefgen.models import SIDES, Stance

_Form = tuple[re.Pattern[str], str]


@cache
def _cited(words: PageWords) -> re.Pattern[str]:
    return re.compile(
        rf"[^.;,{CITATION}]*(?:{words.side_open})?\s*\[({CITATION}(?:, {CITATION})*)\]"
    )


@cache
def _number(words: PageWords) -> re.Pattern[str]:
    """Return the pattern that each form of a count has in it: a text without any holds none."""
    return re.compile(number_pattern(words), re.IGNORECASE)


def _forms(
    name: Literal["standing", "totals", "of_a_side", "claims", "listed_claims"],
) -> tuple[_Form, ...]:
    """Return the forms of that name in the language of the page."""
    words = page_words()
    return compile_forms(words, getattr(words, name))


_LIST_END = re.compile(r"[;.]|$")


def measure_counts(
    own: Sequence[OwnWords], passages: Sequence[Printed], evidence: Evidence
) -> tuple[Measure, int]:
    """Compare the counts in sentences with the records; return how many were compared, too.

    Those in the part on what changed are compared with ``changes`` in brief.json.
    """
    spots = list(_find_untold_rest(own, passages, evidence))
    changed = list(check_changed(own, evidence))
    spots += [spot for spot in changed if spot.message]
    compared = len(changed)
    for words in own:
        if is_on_changes(words):
            continue
        has_number = _number(page_words()).search(words.text) is not None
        of_numbers = (_check_totals, _check_standing, _check_side) if has_number else ()
        for check in (*of_numbers, _check_claims):
            for spot in check(words, passages, evidence):
                compared += 1
                spots += [spot] if spot.message else []
    return count_spots("wrong-counts", spots), compared


def _compare(words: OwnWords, issue: str | None, said: str, held: int, what: str) -> Spot:
    """Return the place of a count; its message is empty where the count fits."""
    line = words.place.block.line
    message = "" if value_of(said) == held else f"“{said}” {what}; the records have {held}"
    return Spot(message, issue, line)


def _check_totals(
    words: OwnWords, _passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Spot]:
    held = {"sources": len(evidence.counted), "issues": len(evidence.brief.issues)}
    for form, what in _forms("totals"):
        for match in form.finditer(words.text):
            # "Of two sources, …" in a sentence on some of them is not the total: it cites them.
            if words.text[match.end() :].lstrip().startswith("["):
                continue
            yield _compare(words, None, match[1], held[what], what)


def _check_standing(
    words: OwnWords, _passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Spot]:
    said: dict[str, set[str]] = {}
    for form, what in _forms("standing"):
        for match in form.finditer(words.text):
            issue = words.place.issue or issue_before(words.place.block, match.start(), evidence)
            if issue is None:
                continue
            if value_of(match[1]):
                said.setdefault(issue, set()).add(what)
            held = _held(issue, what, evidence)
            yield _compare(words, issue, match[1], len(held), f"{what} on {issue}")
            yield _compare_cited(words, match, held, f"{what} on {issue}", evidence)
    for issue, stances in said.items():
        for side, other in (SIDES, SIDES[::-1]):
            if side in stances and other not in stances and _held(issue, other, evidence):
                message = f"says how many {side}, and not that sources {other}, on {issue}"
                yield Spot(message, issue, words.place.block.line)


def _held(issue: str, what: str, evidence: Evidence) -> frozenset[str]:
    """Return the sources that a form counts."""
    found: dict[str, Callable[[], frozenset[str]]] = {
        "support": lambda: evidence.sources_with(issue, "support"),
        "oppose": lambda: evidence.sources_with(issue, "oppose"),
        "conditional": lambda: evidence.sources_with(issue, "conditional"),
        "neutral": lambda: evidence.sources_with(issue, "neutral"),
        "unclear": lambda: evidence.sources_with(issue, "unclear"),
        "open": lambda: evidence.sources_with(issue, *OPEN_STANCES),
        "passing": lambda: evidence.in_passing(issue),
        "silent": lambda: evidence.silent(issue),
    }
    return found[what]()


def _compare_cited(
    words: OwnWords, match: re.Match[str], held: frozenset[str], what: str, evidence: Evidence
) -> Spot:
    """Compare the sources cited right behind a count with those that it counts."""
    cited = _cited_behind(words, match, evidence)
    wrong = sorted(cited ^ held) if cited else ()
    message = f"cites other sources as {what} than the records have: {', '.join(wrong)}"
    return Spot(message if wrong else "", words.place.issue, words.place.block.line)


def _cited_behind(words: OwnWords, match: re.Match[str], evidence: Evidence) -> frozenset[str]:
    """Return the ids of the sources that are cited right behind a count."""
    group = _cited(page_words()).match(words.text, match.end())
    if group is None:
        return frozenset()
    first = words.text.count(CITATION, 0, group.start(1))
    cited = words.place.block.citations[first : first + group[1].count(CITATION)]
    return frozenset(
        evidence.by_number[c.number].id for c in cited if c.number in evidence.by_number
    )


def _count_unprinted(
    issue: str, stance: Stance, passages: Sequence[Printed], evidence: Evidence
) -> int:
    """Count the statements that show a stance and are not quoted for it."""
    printed = {
        p.statement.id
        for p in passages
        if p.place.issue == issue and p.place.side == stance and p.is_quotation
        if p.statement is not None
    }
    return len(evidence.evidence_for(issue, stance) - printed)


def _find_untold_rest(
    own: Sequence[OwnWords], passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Spot]:
    """Find sides of which not all is quoted, and that do not say so, where the page does for some.

    Only what stands beside a side's name in bold says it.
    """
    heads = [
        words
        for words in own
        if words.place.role == "side" and words.place.block.strong and words.place.marked
    ]
    more = next(form for form, what in _forms("of_a_side") if what == "more")
    told = {id(words) for words in heads if more.search(words.text)}
    for words in heads if told else ():
        issue, label = words.place.issue, words.place.label
        if id(words) in told or issue is None or label is None:
            continue
        rest = _count_unprinted(issue, label, passages, evidence)
        if rest:
            message = f"{rest} more passages of {label} are in the records; other sides say so"
            yield Spot(message, issue, words.place.block.line)


def _check_claims(
    words: OwnWords, _passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Spot]:
    """Compare what is said of an issue without a number."""
    for form, claim in _forms("claims"):
        for match in form.finditer(words.text):
            issue = words.place.issue or issue_before(words.place.block, match.start(), evidence)
            if issue is not None:
                yield _compare_claim(words, match, issue, claim, evidence)
    for form, claim in _forms("listed_claims"):
        for match in form.finditer(words.text):
            listed = _LIST_END.search(words.text, match.end())
            end = listed.start() if listed else len(words.text)
            for start, stop in words.place.block.strong:
                if match.end() <= start < end:
                    issue = issue_named(words.place.block.text[start:stop], evidence)
                    if issue is not None:
                        yield _compare_claim(words, match, issue, claim, evidence)


def _compare_claim(
    words: OwnWords, match: re.Match[str], issue: str, claim: str, evidence: Evidence
) -> Spot:
    support, oppose, conditional = (
        len(_held(issue, stance, evidence)) for stance in ("support", "oppose", "conditional")
    )
    fits = {
        "both": bool(support and oppose),
        "one": bool(support) != bool(oppose),
        "single": support + oppose + conditional == 1,
        "support": bool(support) and not oppose,
        "oppose": bool(oppose) and not support,
        "none": not any(record.stances.get(issue) for record in evidence.counted.values()),
    }[claim]
    held = f"{support} for, {oppose} against, {conditional} conditional"
    message = "" if fits else f"“{match[0]}” on {issue}; the records have {held}"
    return Spot(message, issue, words.place.block.line)


def _check_side(words: OwnWords, passages: Sequence[Printed], evidence: Evidence) -> Iterator[Spot]:
    """Compare the counts beside a side's name."""
    place = words.place
    if place.label is None or place.issue is None or place.role != "side":
        return
    held = evidence.sources_with(place.issue, place.label)
    counts = {
        "sources": len(held),
        "more": _count_unprinted(place.issue, place.label, passages, evidence),
    }
    for form, what in _forms("of_a_side"):
        for match in form.finditer(words.text):
            yield _compare(words, place.issue, match[1], counts[what], f"{what} of {place.label}")
            if what == "sources":
                yield _compare_cited(words, match, held, place.label, evidence)
