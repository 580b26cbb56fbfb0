"""Whether every printed passage is what its source says: words, side, source, holder."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefgen.auditing.evidence import Evidence, squeeze
from briefgen.auditing.measures import Measure, Spot, count_spots, excerpt, spot_of
from briefgen.auditing.names import names_of, names_source
from briefgen.auditing.page import Page
from briefgen.auditing.page_words import page_words
from briefgen.auditing.printed import Placed, Printed, holds, names_holder
from briefgen.models import Statement

DIFFERENCES_NAMED = 3
"""Altered words that one message names."""
_TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")


def measure_quoting(
    page: Page, placed: Sequence[Placed], passages: Sequence[Printed], evidence: Evidence
) -> Iterator[Measure]:
    """Compare every printed passage with the records."""
    altered = [*_find_altered(passages), *_find_quoted_digests(passages, evidence)]
    yield count_spots("altered-quotations", altered)
    misplaced = [
        *_find_mislabelled(placed),
        *_find_misplaced(passages, evidence),
        *_find_misplaced_in_brief(evidence),
    ]
    yield count_spots("misplaced-quotations", misplaced)
    miscredited = [*_find_wrong_numbers(page, evidence), *_find_wrong_names(passages, evidence)]
    yield count_spots("miscredited-quotations", miscredited)
    yield count_spots("misattributed-views", list(_find_misattributed(passages, evidence)))


def _find_altered(passages: Sequence[Printed]) -> Iterator[Spot]:
    for passage in passages:
        statement = passage.statement
        if statement is None:
            words = excerpt(passage.text)
            yield spot_of(passage, f"these words are in no statement of the records: {words}")
        elif not holds(statement, passage):
            changes = _describe_changes(passage.wordings[-1], squeeze(statement.quote))
            yield spot_of(passage, f"not as in {statement.id}: {changes}")


def _find_quoted_digests(passages: Sequence[Printed], evidence: Evidence) -> Iterator[Spot]:
    """Find digests, which are somebody else's words, in the quotation marks of the source's own."""
    kinds = {source.id: source.kind for source in evidence.brief.sources}
    for passage in passages:
        statement = passage.statement
        if statement is None or kinds.get(evidence.source_of[statement.id]) != "digest":
            continue
        text, *bare = passage.wordings
        if bare and text not in squeeze(statement.quote):
            message = f"{statement.id} is from a digest and stands in quotation marks"
            yield spot_of(passage, message)


def _describe_changes(printed: str, quote: str) -> str:
    """Name the words in which *printed* differs from *quote*, of which it may be a part."""
    ours, theirs = _TOKEN.findall(printed), _TOKEN.findall(quote)
    codes = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    # Words of the quotation before and behind what is printed are left out, not altered.
    if codes and codes[0][0] == "delete":
        codes = codes[1:]
    if codes and codes[-1][0] == "delete":
        codes = codes[:-1]
    found = []
    for kind, a, b, c, d in codes:
        old, new = " ".join(theirs[a:b]), " ".join(ours[c:d])
        if kind == "replace":
            found.append(f"“{new}” stands for “{old}”")
        elif kind == "delete":
            found.append(f"“{old}” is left out")
        elif kind == "insert":
            found.append(f"“{new}” is added")
    more = len(found) - DIFFERENCES_NAMED
    named = "; ".join(found[:DIFFERENCES_NAMED]) or "white space or marks differ"
    return f"{named}; and {more} more changes" if more > 0 else named


def _find_mislabelled(placed: Sequence[Placed]) -> Iterator[Spot]:
    for place in placed:
        if place.role == "side" and place.label and place.marked and place.label != place.marked:
            message = f"a part for {place.marked} is headed {place.label}"
            yield Spot(message, place.issue, place.block.line)


def _find_misplaced(passages: Sequence[Printed], evidence: Evidence) -> Iterator[Spot]:
    for passage in passages:
        issue, statement = passage.place.issue, passage.statement
        if issue is None or statement is None or not holds(statement, passage):
            continue
        source = evidence.source_of[statement.id]
        taken = evidence.stance_of(source, issue)
        shown = passage.place.side
        role = passage.place.role
        if role == "reported":
            yield from _compare_reported_side(passage, statement, issue, evidence)
        elif role == "granted" and shown and (taken is None or taken.stance != shown):
            stance = taken.stance if taken else "no stance"
            yield spot_of(passage, f"granted by {shown}, but {source} has {stance} in the records")
        elif role == "side" and (taken is None or statement.id not in taken.statements):
            yield spot_of(passage, f"{statement.id} shows no stance on this issue in the records")
        elif role == "side" and taken is not None and shown and taken.stance != shown:
            message = f"{statement.id} stands under {shown}; in the records it shows {taken.stance}"
            yield spot_of(passage, message)


def _find_misplaced_in_brief(evidence: Evidence) -> Iterator[Spot]:
    """Find statements that brief.json allots to a stance which they do not show in the records."""
    for issue in evidence.brief.issues:
        for position in issue.positions:
            held = evidence.evidence_for(issue.id, position.stance)
            for id_ in position.shown:
                if id_ not in held:
                    message = f"brief.json shows {id_} for {position.stance}, the records do not"
                    yield Spot(message, issue.id, file="brief.json")


def _compare_reported_side(
    passage: Printed, statement: Statement, issue: str, evidence: Evidence
) -> Iterator[Spot]:
    """Compare the side under which a reported view is printed with that in the brief."""
    before = passage.place.block.text[: passage.start]
    sides = page_words().reported_sides
    form = rf"(?i)\b({'|'.join(sides)})(?:,| [—–])"
    named = [sides[match.casefold()] for match in re.findall(form, before)]
    views = [r for r in evidence.issues[issue].reported if statement.id in r.statements]
    stances = {view.stance for view in views} | {statement.stance}
    if named and named[-1] not in stances:
        message = f"{statement.id} is reported as {named[-1]}; the records have {statement.stance}"
        yield spot_of(passage, message)


def _find_wrong_numbers(page: Page, evidence: Evidence) -> Iterator[Spot]:
    """Find citations whose number is not that of the source of their statements."""
    for block in page.blocks:
        for citation in block.citations:
            if citation.number not in evidence.by_number:
                message = f"[{citation.number}] is no source of the brief"
                yield Spot(message, line=block.line)
            elif citation.number != citation.target:
                message = f"[{citation.number}] leads to source {citation.target}"
                yield Spot(message, line=block.line)
            source = evidence.by_number.get(citation.number)
            for id_ in citation.statements:
                owner = evidence.source_of.get(id_)
                if owner is None and id_ in evidence.further_texts:
                    continue  # of an earlier brief, say
                if owner is None:
                    yield Spot(f"{id_} is in no record", line=block.line)
                elif source is not None and owner != source.id:
                    message = f"{id_} is cited as [{citation.number}], which is {source.id}"
                    yield Spot(message, line=block.line)


def _find_wrong_names(passages: Sequence[Printed], evidence: Evidence) -> Iterator[Spot]:
    """Find passages that are printed under another source's name, or cite another source."""
    for passage in passages:
        if passage.statement is None:
            continue
        owner = evidence.source_of[passage.statement.id]
        if not passage.citation.statements:
            cited = evidence.by_number.get(passage.citation.number)
            if cited is not None and cited.id != owner:
                message = f"cited as [{cited.number}]; in the records {owner} says it"
                yield spot_of(passage, message)
        if not passage.is_quotation:
            continue
        source = evidence.by_number.get(evidence.numbers.get(owner, 0))
        if source is not None and names_source(passage.around, names_of(source)):
            continue
        others = (s.id for s in evidence.brief.sources if names_source(passage.around, names_of(s)))
        named = next(others, None)
        if named is not None:
            yield spot_of(passage, f"{owner} says it, the page names {named}")


def _find_misattributed(passages: Sequence[Printed], evidence: Evidence) -> Iterator[Spot]:
    """Find reported views given as a source's own, and a source's own given as reported."""
    for passage in passages:
        statement = passage.statement
        if statement is None or not holds(statement, passage):
            continue
        if statement.holder is None:
            if passage.place.role == "reported":
                message = f"{statement.id} is the author's own, given as somebody else's view"
                yield spot_of(passage, message)
            continue
        if not names_holder(passage.around, statement.id, evidence):
            holder = squeeze(statement.holder.name)
            yield spot_of(passage, f"{statement.id} is the view of {holder}, who is not named")
