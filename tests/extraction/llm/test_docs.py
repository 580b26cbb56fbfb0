"""What docs/models.md tells a newcomer to type works as it stands there."""

import re
from pathlib import Path

import pytest

from tests.extraction.llm.scripted import by_words, codes, sentences_of
from tests.extraction.llm.servers import Asked, Say, serve

pytest.importorskip("pydantic_ai", reason="pip install 'briefgen[llm]' has what asks a model")

PAGE = Path(__file__).resolve().parents[3] / "docs" / "models.md"


def quote_something(asked: Asked) -> Say:
    """Answer with the first long sentence, whatever it says."""
    found = sentences_of(asked)
    number = next(n for n, text in found.items() if len(text.split()) > 8)
    said = {"sentences": [number], "quotation": found[number], "stance": "unclear"}
    return by_words({}, codes([said]))(asked)


def test_from_nothing_to_a_brief_in_five_commands(run, monkeypatch, tmp_path):
    block = re.search(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]
    commands = [line.removeprefix("$ ") for line in block.splitlines()]
    ours = [line.split()[1:] for line in commands if line.startswith("briefgen ")]

    assert len(commands) == 5
    with serve("ollama", quote_something) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        for arguments in ours:
            result = run(*arguments)
            assert result.code == 0, result.err

    assert server.asked
    assert {asked.body["model"] for asked in server.asked} == {"qwen3:8b"}
    assert list((tmp_path / "briefs" / "harbour-street").glob("*.pdf"))
