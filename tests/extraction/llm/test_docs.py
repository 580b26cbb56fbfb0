"""What docs/models.md tells a newcomer to type works as it stands there."""

import json
import re
from pathlib import Path

import pytest

from briefgen.extraction.llm.access import find_access
from briefgen.language_model import LanguageModel
from tests.extraction.llm.scripted import by_words, codes, sentences_of
from tests.extraction.llm.servers import Asked, Raw, Say, Status, serve

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
    ours = [line.split()[1:] for line in commands if line.startswith("venv/bin/briefgen ")]

    assert len(commands) == 5
    assert len(ours) == 2
    with serve("ollama", quote_something) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        for arguments in ours:
            result = run(*arguments)
            assert result.code == 0, result.err

    assert server.asked
    assert {asked.body["model"] for asked in server.asked} == {"qwen2.5:7b"}
    assert list((tmp_path / "briefs" / "harbour-street").glob("*.pdf"))


def test_where_no_server_answers_it_says_where_it_looked_and_what_to_start():
    """The page's table has the words."""
    usual = find_access(LanguageModel(provider="ollama", name="qwen2.5:7b"), {})
    named = find_access(
        LanguageModel(provider="ollama", name="qwen2.5:7b"), {"OLLAMA_HOST": "models.example"}
    )

    assert f"no server answers {usual.place}".startswith(
        "no server answers at http://127.0.0.1:11434,"
    )
    assert "`ollama serve`" in usual.remedy
    assert "OLLAMA_HOST" in usual.remedy
    assert named.place == "at the address that OLLAMA_HOST gives"
    assert "models.example" not in named.place + named.remedy


def test_a_model_that_is_not_there_and_a_server_that_is_not(build):
    with serve("ollama", [Status(404, '{"error": "model not found"}')]) as server:
        missing = build("ollama:no such:7b", url=server.url)
    down = build("ollama:qwen2.5:7b", url=server.url)  # the port is free again

    assert "fetch it with: ollama pull 'no such:7b'" in missing.err
    assert "no server answers at the address that BRIEFGEN_BASE_URL gives" in down.err
    for result in (missing, down):
        assert result.code == 2
        assert " calls" not in result.err, "no answer was paid for"


def test_a_model_that_thinks_until_its_room_is_full_is_named_as_such(build):
    said = {"message": {"role": "assistant", "content": "", "thinking": "Hmm. " * 50}}
    ending = {**said, "done": True, "done_reason": "length", "eval_count": 8192}
    with serve("ollama", [Raw(json.dumps(said) + "\n" + json.dumps(ending))]) as server:
        result = build("ollama:qwen3:8b", url=server.url)

    assert result.code == 1
    assert "max_output" in result.err
    assert len(server.asked) == 2, "once for each article"
