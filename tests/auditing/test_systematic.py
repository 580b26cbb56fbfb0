"""Every edit of a kind, at every place of the finished brief where it can be made, is found."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefgen.auditing.audit import audit_page
from briefgen.auditing.evidence import Evidence
from briefgen.models import Brief, PositionRecord

MORE = {"one": "two", "two": "three", "three": "four", "four": "five"}
COUNT = re.compile(
    r"\b(one|two|three|four)\b(?= (?:support|oppos|conditional|without|do not))", re.I
)


def drop_quotations(line: str) -> Iterator[str]:
    if line.startswith("> "):
        yield ""


def change_numbers(line: str) -> Iterator[str]:
    if line.startswith("> "):
        number = int(re.search(r"\[\[(\d)\]", line)[1])
        other = number % 4 + 1
        yield line.replace(f"[[{number}](#source-{number}", f"[[{other}](#source-{other}")


def drop_words(line: str) -> Iterator[str]:
    """Take every fourth word out of a quotation."""
    if line.startswith("> “"):
        words = line.partition("” —")[0].split(" ")
        for place in range(2, len(words), 4):
            yield line.replace(" ".join(words), " ".join(words[:place] + words[place + 1 :]))


def doubt(line: str) -> Iterator[str]:
    if line.startswith("> “"):
        yield re.sub(r"— \*([^*]+)\*", r"— *\1 alleges*", line)
    elif line.startswith("> *"):
        yield line.replace("*In a digest of", "*What is claimed in a digest of")


def turn_marks(line: str) -> Iterator[str]:
    cells = line.split("|")
    if line.startswith("|") and "[[" in line:
        for place in range(2, len(cells) - 1):
            turned = "■" if cells[place].strip() != "■" else "●"
            yield "|".join([*cells[:place], f" {turned} ", *cells[place + 1 :]])


def miscount(line: str) -> Iterator[str]:
    for match in COUNT.finditer(line):
        yield line[: match.start()] + MORE[match[1].lower()] + line[match.end() :]


def drop_conditions(line: str) -> Iterator[str]:
    if line.startswith("*Condition:*"):
        yield ""


EDITS = {
    "drop quotations": (drop_quotations, 12),
    "change numbers": (change_numbers, 12),
    "drop words": (drop_words, 24),
    "doubt": (doubt, 12),
    "turn marks": (turn_marks, 16),
    "miscount": (miscount, 20),
    "drop conditions": (drop_conditions, 2),
}


@pytest.mark.parametrize(("edit", "fewest"), EDITS.values(), ids=EDITS)
def test_every_edit_is_found(built: Path, edit: Callable[[str], Iterator[str]], fewest: int):
    page = (built / "committee.md").read_text(encoding="utf-8")
    brief = Brief.model_validate(json.loads((built / "brief.json").read_text(encoding="utf-8")))
    lines = (built / "records.jsonl").read_text(encoding="utf-8").splitlines()
    evidence = Evidence(brief, [PositionRecord.model_validate_json(line) for line in lines], {})

    printed = page.split("\n")
    edited = [(place, new) for place, line in enumerate(printed) for new in edit(line)]
    missed = []
    for place, new in edited:
        text = "\n".join([*printed[:place], new, *printed[place + 1 :]])
        if audit_page(text, "committee.md", evidence).passed:
            missed.append((place + 1, new))

    assert missed == []
    assert len(edited) >= fewest
