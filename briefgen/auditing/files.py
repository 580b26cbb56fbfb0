"""Whether the files fit each other: records, brief.json, the page, and what else shows it."""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from briefgen.auditing.coverage import MatrixCell, read_matrix
from briefgen.auditing.evidence import Evidence, is_reviewed, reviewed_issues
from briefgen.auditing.measures import Measure, Spot, count_spots
from briefgen.auditing.own_words import OwnWords
from briefgen.auditing.page import CITATION, Page
from briefgen.auditing.page_words import page_words
from briefgen.models.audit import PAGE_SIGN
from briefgen.models.evidence_hash import hash_records

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SIGN = re.compile(rf"{PAGE_SIGN}([0-9a-f]{{64}})".encode())
_LARGEST_STREAM = 1 << 22
"""Bytes of a PDF's stream that are looked at; what names the page is far shorter."""
_WORD_PROPERTIES = "docProps/core.xml"
"""Where a Word document says what it is."""


def measure_files(
    page: Page,
    markdown: str,
    own: Sequence[OwnWords],
    evidence: Evidence,
    others: Mapping[str, bytes],
) -> tuple[Measure, Measure, list[str]]:
    """Compare the files of a brief with each other.

    Args:
        page: the Markdown, taken apart.
        markdown: its text.
        own: its own words.
        evidence: brief.json and the records.
        others: names of the HTML, PDF and Word files beside it, to what they hold.

    Returns:
        The checks ``stale-files`` and ``false-reviews``, and what could not be told.
    """
    spots = [*_compare_hashes(page, evidence)]
    untold = []
    for name, content in sorted(others.items()):
        sign = find_page_sign(content)
        if sign is None:
            untold.append(f"whether {name} shows this page: it does not say which it shows")
        elif sign != hashlib.sha256(markdown.encode()).hexdigest():
            spots.append(Spot(f"{name} was made from another {page.name}", file=name))
        elif name.endswith(".html"):
            from briefgen.auditing.html_text import compare_with_html

            html = content.decode("utf-8", "replace")
            for message, line in compare_with_html(page, html):
                where = f" (line {line} of {page.name})" if line else ""
                spots.append(Spot(f"{name} {message}{where}", file=name))
    return (
        count_spots("stale-files", spots),
        _measure_reviews(own, read_matrix(page, evidence), evidence),
        untold,
    )


def _compare_hashes(page: Page, evidence: Evidence) -> Iterator[Spot]:
    told = evidence.brief.evidence_sha256
    records = sorted(evidence.records, key=lambda record: record.source.id)
    if told != hash_records(records):
        message = "brief.json rests on other records than those beside it"
        yield Spot(message, file="records.jsonl")
    held = evidence.statements
    for id_, statement in sorted(evidence.brief.statements.items()):
        if held.get(id_) != statement:
            message = f"{id_} is not in brief.json as in the records"
            yield Spot(message, file="brief.json")
    for block in page.blocks:
        for match in re.finditer(page_words().evidence_hash, block.text):
            if not told.startswith(match[1]):
                yield Spot("the page names other evidence than brief.json", line=block.line)


def find_page_sign(content: bytes) -> str | None:
    """Return the SHA-256 of the Markdown that a file says it shows, if it says so.

    Args:
        content: an HTML, PDF or Word file.
    """
    found = _SIGN.search(content)
    if found is None and content.startswith(b"%PDF"):
        for stream in _STREAM.finditer(content):
            found = _SIGN.search(_unpack(stream[1]))
            if found is not None:
                break
    if found is None and content.startswith(b"PK"):
        found = _SIGN.search(_read_properties(content))
    return found[1].decode() if found else None


def _read_properties(content: bytes) -> bytes:
    """Return the properties of a Word document; nothing where they cannot be read."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as package,
            package.open(_WORD_PROPERTIES) as properties,
        ):
            return properties.read(_LARGEST_STREAM)
    # A password, a method that is not known, a damaged file: all say that it does not tell.
    except (OSError, KeyError, RuntimeError, ValueError, EOFError, zlib.error, zipfile.BadZipFile):
        return b""


def _unpack(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _LARGEST_STREAM)
    except zlib.error:
        return b""


def _measure_reviews(
    own: Sequence[OwnWords], cells: Sequence[MatrixCell], evidence: Evidence
) -> Measure:
    """Look for what is called reviewed, and is not in the records."""
    spots = []
    for source in evidence.brief.sources:
        record = evidence.counted.get(source.id)
        if source.reviewed and record is not None and not is_reviewed(record):
            message = f"brief.json calls {source.id} reviewed, its record carries no full review"
            spots.append(Spot(message, file="brief.json"))
    for cell in cells:
        record = evidence.counted.get(cell.source)
        if cell.is_checked and record is not None and cell.issue not in reviewed_issues(record):
            message = f"the table calls {cell.source} checked, its record does not"
            spots.append(Spot(message, cell.issue, cell.line))
    for words in own:
        spots += _find_false_reviews(words, evidence)
        spots += _find_false_shares(words, evidence)
    return count_spots("false-reviews", spots)


def _find_false_reviews(words: OwnWords, evidence: Evidence) -> Iterator[Spot]:
    """Find sources that a sentence or the source list calls reviewed."""
    block = words.place.block
    said = re.search(page_words().reviewed, words.text, re.IGNORECASE)
    if said is None:
        return
    numbers = [c.number for c in block.citations[words.text[: said.start()].count(CITATION) :]]
    named = {block.anchor} if block.anchor is not None else set(numbers)
    for number in sorted(named & set(evidence.by_number)):
        source = evidence.by_number[number]
        record = evidence.counted.get(source.id)
        if record is None:
            continue
        held = reviewed_issues(record) if said["part"] else is_reviewed(record)
        if not held:
            message = f"the page calls {source.id} reviewed, its record carries no such review"
            yield Spot(message, line=block.line)


def _find_false_shares(words: OwnWords, evidence: Evidence) -> Iterator[Spot]:
    """Find sentences that say of how many stances a person's word is, and say too many."""
    held = evidence.reviewed_cells
    for match in re.finditer(page_words().reviewed_share, words.text):
        if int(match[1]) > held:
            message = f"“{match[0]}” by a person; the records have {held}"
            yield Spot(message, line=words.place.block.line)
