"""Whether the page shows what the records hold: each issue, each source, each stance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.auditing.evidence import Evidence, fold, squeeze
from briefgen.auditing.label_words import CHECKED_MARK, MARKS, SILENT_MARK
from briefgen.auditing.measures import Measure, Spot, count_spots
from briefgen.auditing.page import Block, Page
from briefgen.auditing.printed import Placed
from briefgen.models import STANCES

SUMMARY_PART = "in-brief"
"""The part of a page that holds the points of its summary."""


@dataclass(frozen=True)
class MatrixCell:
    """One mark in the table of who stands where."""

    source: str
    issue: str
    mark: str
    is_checked: bool
    """Whether it says that a person has checked it."""
    line: int


def measure_coverage(page: Page, placed: Sequence[Placed], evidence: Evidence) -> Iterator[Measure]:
    """Look for issues, sources and stances of the records that the page does not show."""
    issues = issues_with_part(placed)
    missing = [
        *_find_missing_issues(page, issues, evidence),
        *_find_missing_points(page, evidence),
        *_find_reworded(placed, issues, evidence),
        *_find_issues_of_records(evidence),
    ]
    yield count_spots("missing-issues", missing)
    yield count_spots("missing-sources", list(_find_missing_sources(page, evidence)))
    dropped = list(_find_dropped(placed, issues, evidence))
    yield count_spots("dropped-positions", dropped)
    yield count_spots("wrong-marks", list(_find_wrong_marks(read_matrix(page, evidence), evidence)))


def issues_with_part(placed: Sequence[Placed]) -> dict[str, int]:
    """Return the issues that have a part of their own, with the line on which it begins."""
    found: dict[str, int] = {}
    for place in placed:
        if place.issue is not None:
            found.setdefault(place.issue, place.block.line)
    return found


def _find_missing_issues(page: Page, parts: dict[str, int], evidence: Evidence) -> Iterator[Spot]:
    text = " ".join(fold(block.text) for block in page.blocks)
    for issue in evidence.brief.issues:
        if fold(issue.title) not in text:
            yield Spot(f"the page does not name the issue “{issue.title}”", issue.id)
        elif parts and issue.id not in parts:
            yield Spot(f"the issue “{issue.title}” has no part of its own; others have", issue.id)


def _find_missing_points(page: Page, evidence: Evidence) -> Iterator[Spot]:
    """Find points of the summary that are left out though a later one is printed."""
    items = [b for b in page.blocks if b.in_part(SUMMARY_PART) and b.kind in {"item", "paragraph"}]
    text = " ".join(fold(block.text) for block in items)
    points = [evidence.issues[issue] for issue in evidence.points]
    printed = [fold(issue.title) in text for issue in points]
    for place, issue in enumerate(points):
        if not printed[place] and any(printed[place:]):
            message = f"the summary leaves out “{issue.title}” and has a later point"
            yield Spot(message, issue.id, items[0].line)


def _find_issues_of_records(evidence: Evidence) -> Iterator[Spot]:
    """Find issues on which the records have stances, and of which brief.json knows nothing."""
    held = {issue for record in evidence.counted.values() for issue in record.stances}
    for issue in sorted(held - set(evidence.issues)):
        yield Spot(f"the records have stances on {issue}, brief.json has not", file="brief.json")


def _find_reworded(
    placed: Sequence[Placed], parts: dict[str, int], evidence: Evidence
) -> Iterator[Spot]:
    """Find issues without their proposition in its words, where others have theirs."""
    texts = {
        issue: " ".join(fold(p.block.text) for p in placed if p.issue == issue) for issue in parts
    }
    stated = {
        issue for issue, text in texts.items() if fold(evidence.issues[issue].proposition) in text
    }
    for issue in parts if stated else ():
        if issue not in stated:
            message = "the proposition does not stand there as it was coded; others do"
            yield Spot(message, issue, parts[issue])


def _find_missing_sources(page: Page, evidence: Evidence) -> Iterator[Spot]:
    for id_ in evidence.uncounted:
        yield Spot(f"{id_} has a record and is not in the brief", file="brief.json")
    listed = {block.anchor for block in page.blocks if block.anchor is not None}
    cited = {citation.number for block in page.blocks for citation in block.citations}
    for source in evidence.brief.sources:
        if listed and source.number not in listed:
            yield Spot(f"source {source.number} ({source.id}) is not in the source list")
        elif not listed and source.number not in cited:
            yield Spot(f"source {source.number} ({source.id}) is nowhere on the page")
    rows = {cell.source for cell in read_matrix(page, evidence)}
    for id_ in sorted(set(evidence.numbers) - rows if rows else ()):
        yield Spot(f"{id_} has no row in the table of who stands where")


def _find_dropped(
    placed: Sequence[Placed], parts: dict[str, int], evidence: Evidence
) -> Iterator[Spot]:
    """Find sources that are not cited under the stance which the records have for them."""
    cited = {
        (place.issue, place.side, citation.number)
        for place in placed
        if place.role == "side"
        for citation in place.block.citations
    }
    for issue in evidence.brief.issues:
        line = parts.get(issue.id)
        for stance in STANCES if line is not None else ():
            for source in sorted(evidence.sources_with(issue.id, stance)):
                if (issue.id, stance, evidence.numbers[source]) not in cited:
                    message = f"{source} has {stance} in the records and is not shown with it"
                    yield Spot(message, issue.id, line)
        yield from _compare_brief(issue.id, evidence)


def _compare_brief(issue: str, evidence: Evidence) -> Iterator[Spot]:
    """Compare the stances in brief.json with those in the records."""
    told = {
        (item.source, position.stance)
        for position in evidence.issues[issue].positions
        for item in position.sources
    }
    held = {(s, stance) for stance in STANCES for s in evidence.sources_with(issue, stance)}
    for source, stance in sorted(held - told):
        message = f"{source} has {stance} in the records and not in brief.json"
        yield Spot(message, issue, file="brief.json")
    for source, stance in sorted(told - held):
        message = f"brief.json gives {source} {stance}, the records do not"
        yield Spot(message, issue, file="brief.json")
    for row in evidence.brief.coverage:
        taken = evidence.stance_of(row.source, issue)
        if row.source in evidence.counted and row.stances.get(issue) != (
            taken.stance if taken else None
        ):
            message = f"the table of brief.json has another stance of {row.source} than the records"
            yield Spot(message, issue, file="brief.json")


def read_matrix(page: Page, evidence: Evidence) -> list[MatrixCell]:
    """Read the table whose head has issues and whose rows cite one source each."""
    titles = {squeeze(issue.title): issue.id for issue in evidence.brief.issues}
    tables: dict[int, list[Block]] = {}
    for block in page.blocks:
        if block.kind == "cell":
            tables.setdefault(block.table, []).append(block)
    found = []
    for cells in tables.values():
        columns = {c.level: titles.get(squeeze(c.text)) for c in cells if c.row == 0}
        rows: dict[int, str] = {}
        for cell in cells:
            if cell.row and cell.citations:
                source = evidence.by_number.get(cell.citations[0].number)
                rows[cell.row] = source.id if source else ""
        for cell in cells:
            issue, row = columns.get(cell.level), rows.get(cell.row)
            if cell.row and issue and row:
                text = cell.text.strip()
                mark = text.removesuffix(CHECKED_MARK).strip()
                found.append(MatrixCell(row, issue, mark, text.endswith(CHECKED_MARK), cell.line))
    return found


def _find_wrong_marks(cells: Sequence[MatrixCell], evidence: Evidence) -> Iterator[Spot]:
    for cell in cells:
        taken = evidence.stance_of(cell.source, cell.issue)
        held = taken.stance if taken else None
        known = cell.mark in MARKS or cell.mark == SILENT_MARK
        if known and MARKS.get(cell.mark) != held:
            message = (
                f"the table marks {cell.source} {MARKS.get(cell.mark) or 'silent'}, "
                f"the records have {held or 'no stance'}"
            )
            yield Spot(message, cell.issue, cell.line)
