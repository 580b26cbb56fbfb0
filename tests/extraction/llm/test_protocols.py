"""A model's answers become a brief, whichever protocol its server speaks."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.extraction.llm.conftest import ANSWERS, KEY, records_in
from tests.extraction.llm.scripted import by_words
from tests.extraction.llm.servers import serve

pytest.importorskip("pydantic_ai", reason="pip install 'briefgen[llm]' has what asks a model")

SPOKEN = {
    "openai": ("openai:gpt-4o-mini", "chat"),
    "openai-compatible": ("openai-compatible:some-model", "chat"),
    "ollama": ("ollama:qwen3:8b", "ollama"),
    "anthropic": ("anthropic:claude-haiku-4-5", "anthropic"),
}


@pytest.mark.parametrize("stream", ["--stream", "--no-stream"])
@pytest.mark.parametrize("provider", SPOKEN)
def test_answers_become_records_and_a_brief(build, tmp_path, provider, stream):
    model, protocol = SPOKEN[provider]
    with serve(protocol, by_words(ANSWERS)) as server:
        result = build(model, stream, url=server.url)

    assert result.code == 0, result.err
    assert len(server.asked) == 2
    assert all(asked.body.get("stream", False) == (stream == "--stream") for asked in server.asked)
    records = records_in(tmp_path / "out")
    pier, ledger = records["pier"], records["ledger"]
    assert pier.provenance.extractor.startswith(f"llm/1+{model}+options:")
    assert {issue: s.stance for issue, s in pier.stances.items()} == {"night-ferry": "support"}
    said = pier.statements[1]
    assert (said.quote.rstrip("."), said.holder.name, said.holder.role) == (
        "a bridge would ruin the Sund",
        "Tove Lind",
        "Harbour master",
    )
    # The condition belongs to what is said, and stands in it.
    drawn_out = ledger.statements[0]
    assert drawn_out.quote.rstrip(".").endswith("unless the state pays for the fuel")
    assert [c.quote.rstrip(".") for c in drawn_out.conditions] == [
        "unless the state pays for the fuel"
    ]
    assert "Tove Lind" in (tmp_path / "out" / "executive.md").read_text(encoding="utf-8")
    assert "2 calls, 2,000 tokens in and 400 out" in result.err
    for file in (tmp_path / "out").iterdir():
        assert KEY not in file.read_text(encoding="utf-8")
        assert server.url not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("provider", SPOKEN)
def test_one_article_is_coded_where_a_loop_runs_already(build, corpus, tmp_path, provider):
    """As in a notebook, where the loop of the notebook runs in the same thread."""
    (corpus / "articles" / "ledger.txt").unlink()
    model, protocol = SPOKEN[provider]

    async def build_within(url):
        return build(model, url=url)

    def run_loop(url):
        return asyncio.run(build_within(url))

    with serve(protocol, by_words(ANSWERS)) as server, ThreadPoolExecutor(1) as elsewhere:
        # This thread may have the loop of another test's browser.
        result = elsewhere.submit(run_loop, server.url).result(timeout=120)

    assert result.code == 0, result.err
    assert records_in(tmp_path / "out")["pier"].provenance.extractor.startswith("llm/1")


def test_the_key_goes_to_the_server_and_nowhere_else(build, tmp_path):
    with serve("chat", by_words(ANSWERS)) as server:
        result = build("openai:gpt-4o-mini", url=server.url)

    assert {asked.headers["authorization"] for asked in server.asked} == {f"Bearer {KEY}"}
    assert KEY not in result.out + result.err


def test_ollama_is_given_room_for_the_question(build):
    with serve("ollama", by_words(ANSWERS)) as server:
        build("ollama:qwen3", url=server.url)

    for asked in server.asked:
        characters = sum(map(len, asked.texts))
        assert asked.path == "/api/chat"
        assert asked.body["options"]["num_ctx"] >= characters / 3.5 + 8192
        assert asked.body["format"]["required"] == ["statements", "author", "thesis"]


@pytest.mark.parametrize(
    ("model", "protocol"),
    [("openai:gpt-5-mini", "chat"), ("anthropic:claude-opus-4-8", "anthropic")],
)
def test_a_model_that_takes_no_temperature_is_given_none(build, model, protocol):
    """A warning of a package would be an error here, and noise on a person's terminal."""
    with serve(protocol, by_words(ANSWERS)) as server:
        result = build(model, url=server.url)

    assert result.code == 0, result.err
    assert len(server.asked) == 2
    assert not any("temperature" in asked.body for asked in server.asked)
