"""Whether the files fit each other: records, brief.json, the page, the HTML and PDF of it."""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence

from briefgen.auditing.evidence import Evidence
from briefgen.auditing.measures import Measure, Spot, count_spots
from briefgen.auditing.own_words import OwnWords
from briefgen.auditing.page import CITATION, Page
from briefgen.models import PositionRecord

PAGE_SIGN = "briefgen-page:"
"""Stands in the metadata of HTML and PDF before the SHA-256 of the Markdown that they show."""

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SIGN = re.compile(rf"{PAGE_SIGN}([0-9a-f]{{64}})".encode())
_REVIEWED = re.compile(r"(?<!not )(?<!nobody has )\breviewed\b", re.IGNORECASE)
_REVIEW_FIELDS = ("reviewed", "reviewed_by", "review", "reviews", "corrections")
_LARGEST_STREAM = 1 << 22
"""Bytes of a PDF's stream that are looked at; what names the page is far shorter."""
_HASH_PRINTED = re.compile(r"\bevidence ([0-9a-f]{8,64})\b")


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
        others: names of the HTML and PDF beside it, to what they hold.

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
    return count_spots("stale-files", spots), _measure_reviews(own, evidence), untold


def _compare_hashes(page: Page, evidence: Evidence) -> Iterator[Spot]:
    told = evidence.brief.evidence_sha256
    if told != hash_records(evidence.records):
        message = "brief.json rests on other records than those beside it"
        yield Spot(message, file="records.jsonl")
    held = evidence.statements
    for id_, statement in sorted(evidence.brief.statements.items()):
        if held.get(id_) != statement:
            message = f"{id_} is not in brief.json as in the records"
            yield Spot(message, file="brief.json")
    for block in page.blocks:
        for match in _HASH_PRINTED.finditer(block.text):
            if not told.startswith(match[1]):
                yield Spot("the page names other evidence than brief.json", line=block.line)


def hash_records(records: Sequence[PositionRecord]) -> str:
    """Return the hash by which brief.json names its records.

    SHA-256 of the records sorted by source id, each as canonical JSON (keys sorted, no white space,
    ASCII) and a line feed.
    """
    digest = hashlib.sha256()
    for record in sorted(records, key=lambda record: record.source.id):
        line = json.dumps(record.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
        digest.update(line.encode("ascii") + b"\n")
    return digest.hexdigest()


def find_page_sign(content: bytes) -> str | None:
    """Return the SHA-256 of the Markdown that an HTML or PDF file says it shows, if it says so."""
    found = _SIGN.search(content)
    if found is None and content.startswith(b"%PDF"):
        for stream in _STREAM.finditer(content):
            found = _SIGN.search(_unpack(stream[1]))
            if found is not None:
                break
    return found[1].decode() if found else None


def _unpack(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _LARGEST_STREAM)
    except zlib.error:
        return b""


def _measure_reviews(own: Sequence[OwnWords], evidence: Evidence) -> Measure:
    """Look for sources that are called reviewed, and whose record does not carry a review."""
    spots = []
    carried = {id_ for id_, record in evidence.counted.items() if carries_review(record)}
    for source in evidence.brief.sources:
        if source.reviewed and source.id not in carried:
            message = f"brief.json calls {source.id} reviewed, its record carries no review"
            spots.append(Spot(message, file="brief.json"))
    for words in own:
        block = words.place.block
        said = _REVIEWED.search(words.text)
        if said is None:
            continue
        numbers = [c.number for c in block.citations[words.text[: said.start()].count(CITATION) :]]
        named = {block.anchor} if block.anchor is not None else set(numbers)
        for number in sorted(named & set(evidence.by_number)):
            source = evidence.by_number[number]
            if source.id not in carried:
                message = f"the page calls {source.id} reviewed, its record carries no review"
                spots.append(Spot(message, line=block.line))
    return count_spots("false-reviews", spots)


def carries_review(record: PositionRecord) -> bool:
    """Tell whether a record says that a person has reviewed it, in any part of it."""
    data = record.model_dump(mode="json")
    parts = [data, data["provenance"], data["source"], *data["statements"]]
    parts += data["stances"].values()
    return any(part.get(field) for part in parts for field in _REVIEW_FIELDS)
