"""A build whose articles hold text for machines gives the pages that it gives without it."""

import html
import json
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.extraction.injected import INJECTIONS

NOTE = " It holds text that addresses a program which reads it; this was not obeyed."
PARAGRAPHS = (
    "The city should build the tram because the buses are full every morning. A tram line would "
    "carry twice as many people through the narrow streets of the old town.",
    "Mayor Ines Calder said that the car park under the market must close if the rails come. "
    "Nobody drives to a market that a tram reaches, and the lorries come at night.",
    "The tram line will cost less than the bridge did. The council knows that, and it should stop "
    "asking for one more study of rails that every other harbour town has had for years.",
)


def write_page(path: Path, hidden: str = "") -> None:
    body = "".join(f"<p>{html.escape(each)}</p>\n" for each in PARAGRAPHS)
    title = "<h1>Rails for the old town</h1>"
    head = "<head><title>Rails for the old town</title></head>"
    path.write_text(
        f"<html>{head}<body><article>{title}\n{body}{hidden}</article></body></html>",
        encoding="utf-8",
    )


def hide_all() -> str:
    """Return all texts, in comments and in elements that no reader sees."""
    return "".join(
        f"<!-- {said} --><p style='display:none'>{html.escape(said)}</p>"
        f"<p style='font-size:0'>{html.escape(said)}</p><img src='x.png' alt='{html.escape(said)}'>"
        for said in INJECTIONS.values()
    )


@pytest.fixture
def no_network(monkeypatch) -> list[object]:
    """Return the list of addresses that something wanted to reach."""
    asked: list[object] = []

    def refuse(_: socket.socket, address: object) -> None:
        asked.append(address)
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return asked


def build(run: Callable, corpus: Path, out: Path) -> dict[str, str]:
    result = run("build", corpus, "--out", out, "--format", "md", "--format", "html")
    assert result.code == 0, result.err
    return {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}


def test_hidden_in_pages_they_change_neither_records_nor_pages(run, corpus, tmp_path, no_network):
    page = corpus / "articles" / "rails.html"
    write_page(page)
    clean = build(run, corpus, tmp_path / "clean")
    write_page(page, hide_all())

    told = build(run, corpus, tmp_path / "told")

    records = [json.loads(line) for line in told["records.jsonl"].splitlines()]
    before = [json.loads(line) for line in clean["records.jsonl"].splitlines()]
    for record in (*records, *before):
        del record["provenance"]["input_sha256"]
    assert next(r for r in records if r["source"]["id"] == "rails")["source"].pop("addressing")
    assert not next(r for r in before if r["source"]["id"] == "rails")["source"].pop("addressing")
    assert records == before
    assert told["executive.md"].count(NOTE) == 1
    assert without_hashes(told["executive.md"].replace(NOTE, "")) == without_hashes(
        clean["executive.md"]
    )
    for said in INJECTIONS.values():
        assert said not in told["executive.html"]
    assert no_network == []


def without_hashes(page: str) -> str:
    return re.sub(r"[0-9a-f]{8,64}", "", page)


@pytest.mark.parametrize("named", ["template", "fetch", "answer in JSON", "end of document"])
def test_shown_in_a_text_they_stay_data(run, corpus, tmp_path, no_network, named):
    path = corpus / "articles" / "rails.txt"
    text = "\n\n".join(("Rails for the old town", *PARAGRAPHS))
    path.write_text(text, encoding="utf-8")
    clean = build(run, corpus, tmp_path / "clean")
    path.write_text(f"{text}\n\n{INJECTIONS[named]}\n", encoding="utf-8")

    told = build(run, corpus, tmp_path / "told")

    assert without_hashes(told["executive.md"].replace(NOTE, "")) == without_hashes(
        clean["executive.md"]
    )
    assert no_network == []
