"""Whatever a server does ends in a brief or a clear error, in time, and nothing is paid twice."""

import json
import time
from email.utils import formatdate

import pytest

from briefgen.language_model import LanguageModel
from tests.extraction.llm.conftest import ANSWERS, KEY, LEDGER, PIER, records_in
from tests.extraction.llm.scripted import by_words, codes
from tests.extraction.llm.servers import Cut, Flood, Hang, Raw, Say, Status, serve

pytest.importorskip("pydantic_ai", reason="pip install 'briefgen[llm]' has what asks a model")

MODELS = {"chat": "vllm:m", "ollama": "ollama:m", "anthropic": "anthropic:claude-haiku-4-5"}
WAYS = [
    ("chat", "--stream"),
    ("chat", "--no-stream"),
    ("ollama", "--stream"),
    ("anthropic", "--stream"),
]
"""Protocols, and whether answers are read as they are made."""
TOO_LONG = {
    "chat": '{"error": {"message": "maximum context length is 4096 tokens", '
    '"type": "invalid_request_error", "code": "context_length_exceeded"}}',
    "ollama": '{"error": "the prompt exceeds the available context size"}',
    "anthropic": '{"type": "error", "error": {"type": "invalid_request_error", '
    '"message": "prompt is too long: 9 tokens > 8 maximum"}}',
}


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch):
    """Wait a hundredth as long before another attempt."""
    monkeypatch.setitem(LanguageModel.__init__.__kwdefaults__, "pause", 0.01)


def first_then(first, then=ANSWERS):
    """Return a script in which the question about the pier fails at first, as *first* says."""
    failed = []

    def reply(asked):
        text = " ".join(asked.texts)
        if "Nurses who end" in text and len(failed) < 1:
            failed.append(1)
            return first
        return by_words(then)(asked)

    return reply


def always(reply):
    """Return a script in which the question about the pier always fails; the other is answered."""
    return by_words({"Nurses who end": reply, "nine of them": LEDGER})


def codings(tmp_path):
    """Return which extractor coded each article: llm or lexical."""
    records = records_in(tmp_path / "out").items()
    return {name: r.provenance.extractor.partition("/")[0] for name, r in records}


PASSING = [
    Status(429, headers=(("retry-after", "0"),)),
    Status(500),
    Status(529),
    Raw("{not json"),
    Raw("<html>Welcome to the hotel's network</html>"),
    Raw('{"choices": null}'),
    Cut(""),
]


@pytest.mark.parametrize(
    ("protocol", "stream", "fault"),
    [("chat", "--stream", fault) for fault in PASSING]
    + [(*way, fault) for way in WAYS[1:] for fault in (PASSING[1], PASSING[3], PASSING[-1])],
    ids=lambda value: str(getattr(value, "code", value)),
)
def test_what_passes_is_tried_again(build, tmp_path, protocol, stream, fault):
    with serve(protocol, first_then(fault)) as server:
        result = build(MODELS[protocol], stream, "--timeout", 10, url=server.url)

    assert result.code == 0, result.err
    assert codings(tmp_path) == {"pier": "llm", "ledger": "llm"}
    assert len(server.asked) == 3


@pytest.mark.parametrize("wait", ["1", "date", "1.0", "nonsense"])
def test_retry_after_is_honoured(build, tmp_path, wait):
    value = formatdate(time.time() + 2, usegmt=True) if wait == "date" else wait
    with serve("chat", first_then(Status(429, headers=(("Retry-After", value),)))) as server:
        started = time.monotonic()
        result = build("vllm:m", url=server.url)
        took = time.monotonic() - started

    assert result.code == 0, result.err
    assert codings(tmp_path)["pier"] == "llm"
    assert took >= (0 if wait == "nonsense" else 0.9)


def test_a_server_that_asks_for_an_hour_ends_the_run_at_once(build, tmp_path):
    fault = Status(429, headers=(("retry-after", "3600"),))
    with serve("chat", first_then(fault)) as server:
        result = build("vllm:m", "--concurrency", 1, url=server.url)
        again = build("vllm:m", url=server.url)

    assert result.code == 2
    assert "the server asks to wait 3600 seconds" in result.err
    assert "what was answered is kept" in result.err
    # The other article was answered: it is not asked about again.
    assert again.code == 0
    assert sum("nine of them" in " ".join(a.texts) for a in server.asked) == 1


@pytest.mark.parametrize(
    ("protocol", "code"),
    [("chat", 401), ("chat", 403), ("chat", 404), ("ollama", 404), ("anthropic", 401)],
)
def test_no_entry_is_a_clear_error_without_the_key(build, tmp_path, protocol, code):
    body = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}", "type": "x"}})
    with serve(protocol, [Status(code, body)]) as server:
        result = build(MODELS[protocol], "--concurrency", 1, url=server.url)

    assert result.code == 2
    assert len(server.asked) == 1
    assert len(result.err.splitlines()) == 1
    assert MODELS[protocol] in result.err
    assert KEY not in result.out + result.err
    assert server.url not in result.out + result.err
    assert "127.0.0.1" not in result.out + result.err


@pytest.mark.parametrize("protocol", MODELS)
def test_no_server_is_a_clear_error(build, protocol):
    with serve(protocol, [Say("")]) as server:
        pass  # the port is free again
    result = build(MODELS[protocol], url=server.url)

    assert result.code == 2
    assert "no server answers" in result.err
    assert "BRIEFGEN_BASE_URL" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(("protocol", "stream"), WAYS)
def test_a_hang_ends_with_the_timeout(build, tmp_path, protocol, stream):
    with serve(protocol, by_words(ANSWERS)) as server:
        # What a first call makes ready takes long on a small machine.
        build(f"{MODELS[protocol]}-before", stream, url=server.url)
    with serve(protocol, always(Hang())) as server:
        started = time.monotonic()
        result = build(MODELS[protocol], stream, "--timeout", 2, url=server.url)
        took = time.monotonic() - started

    assert took < 40
    assert result.code == 1
    assert "pier.txt: coded by lexical/1 in place of the model" in result.err
    assert codings(tmp_path) == {"pier": "lexical", "ledger": "llm"}


@pytest.mark.parametrize(("protocol", "stream"), WAYS)
def test_an_answer_of_50_megabytes_is_not_read(build, tmp_path, protocol, stream):
    with serve(protocol, always(Flood())) as server:
        result = build(MODELS[protocol], stream, "--timeout", 20, url=server.url)
        sent = server.sent

    assert codings(tmp_path) == {"pier": "lexical", "ledger": "llm"}
    assert "pier.txt: coded by lexical/1 in place of the model" in result.err
    assert sent < 45_000_000


@pytest.mark.parametrize("protocol", MODELS)
def test_a_connection_cut_in_mid_answer_loses_nothing_that_arrived(build, tmp_path, protocol):
    whole_statement = PIER.index('"sentences": [4]') + 60
    with serve(protocol, first_then(Cut(PIER[:whole_statement]))) as server:
        build(MODELS[protocol], url=server.url)

    pier = records_in(tmp_path / "out")["pier"]
    assert pier.provenance.extractor.startswith("llm/")
    assert "The county must run the night ferry again." in [s.quote for s in pier.statements]
    # What was missing is asked for once, in the same conversation.
    conversation = next(a for a in server.asked if len(a.body["messages"]) > 2)
    assert "broke off" in conversation.texts[-1]
    assert len(server.asked) == 3


@pytest.mark.parametrize(("protocol", "stream"), WAYS)
def test_a_truncated_answer_is_continued_once(build, tmp_path, protocol, stream):
    half = PIER[: PIER.index("a bridge would ruin")]
    with serve(protocol, first_then(Say(half, "length"))) as server:
        result = build(MODELS[protocol], stream, url=server.url)

    assert result.code == 0, result.err
    pier = records_in(tmp_path / "out")["pier"]
    assert [s.quote for s in pier.statements] == [
        "The county must run the night ferry again.",
        "a bridge would ruin the Sund",
    ]
    assert pier.stances["night-ferry"].stance == "support"


@pytest.mark.parametrize("protocol", MODELS)
def test_broken_json_is_repaired_once(build, tmp_path, protocol):
    with serve(protocol, first_then(Say("I would say that they differ."))) as server:
        result = build(MODELS[protocol], url=server.url)

    assert result.code == 0, result.err
    assert codings(tmp_path) == {"pier": "llm", "ledger": "llm"}
    assert sum("could not be used" in a.texts[-1] for a in server.asked) == 1


@pytest.mark.parametrize("protocol", MODELS)
def test_what_is_broken_twice_falls_back_and_the_brief_says_so(build, tmp_path, protocol):
    with serve(protocol, always(Say("I would say that they differ."))) as server:
        result = build(MODELS[protocol], url=server.url)
        asked = len(server.asked)
        again = build(MODELS[protocol], url=server.url)

    assert asked == 3  # the other article, the question, one repair
    assert result.code == 0
    assert "pier.txt: coded by lexical/1 in place of the model" in result.err
    assert "unchanged" in again.err
    assert len(server.asked) == asked
    record = records_in(tmp_path / "out")["pier"]
    assert record.provenance.extractor.startswith("lexical/1 (in place of llm/1+")
    assert "in place of llm" in (tmp_path / "out" / "executive.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("protocol", "stream"), [*WAYS[:2], WAYS[3]])
def test_a_refusal_falls_back_without_a_second_question(build, tmp_path, protocol, stream):
    with serve(protocol, always(Say("I cannot help with that.", "refusal"))) as server:
        result = build(MODELS[protocol], stream, url=server.url)

    assert codings(tmp_path) == {"pier": "lexical", "ledger": "llm"}
    assert "the model would not answer" in result.err
    assert len(server.asked) == 2


@pytest.mark.parametrize("protocol", MODELS)
def test_a_question_that_is_too_long_is_cut_in_two(build, tmp_path, protocol):
    whole = by_words(ANSWERS)
    empty = codes([])

    def reply(asked):
        text = " ".join(asked.texts)
        if "Nurses who end" in text and "Tove Lind" in text:
            return Status(400, TOO_LONG[protocol])
        return Say(empty) if "Tove Lind" in text else whole(asked)

    with serve(protocol, reply) as server:
        result = build(MODELS[protocol], url=server.url)
        again = build(MODELS[protocol], "--fresh", url=server.url)

    assert result.code == 0, result.err
    pier = records_in(tmp_path / "out")["pier"]
    assert pier.provenance.extractor.startswith("llm/")
    assert pier.stances["night-ferry"].stance == "support"
    assert len(server.asked) == 4
    assert "no call was made" in again.err


@pytest.mark.parametrize("protocol", MODELS)
@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("response_format json_schema output_config grammar is not supported", "schema"),
        ("temperature is not supported with this model", "temperature"),
    ],
)
def test_a_server_that_lacks_an_option_is_asked_without_it(build, protocol, said, left_out):
    names = {
        "schema": ("response_format", "format", "output_config"),
        "temperature": ("temperature",),
    }

    def reply(asked):
        options = {**asked.body, **asked.body.get("options", {})}
        if any(name in options for name in names[left_out]):
            return Status(400, json.dumps({"error": {"message": said, "type": "x", "code": "x"}}))
        return by_words(ANSWERS)(asked)

    with serve(protocol, reply) as server:
        result = build(MODELS[protocol], "--concurrency", 1, url=server.url)

    assert result.code == 0, result.err
    assert len(server.asked) == 3


def test_three_articles_in_a_row_without_an_answer_end_the_run(build, corpus):
    for number in range(5):
        text = f"Number {number}\n\nThe county must run the night ferry, says number {number}.\n"
        (corpus / "articles" / f"n{number}.txt").write_text(text, encoding="utf-8")
    with serve("chat", [Status(500)]) as server:
        result = build("vllm:m", "--concurrency", 1, url=server.url)

    assert result.code == 2
    assert "3 questions in a row got no answer" in result.err
    assert len(server.asked) == 12


def test_a_redirect_is_not_followed(build):
    with serve("chat", [Say("")]) as other:
        to = (("location", f"{other.url}/chat/completions"),)
        with serve("chat", [Status(307, headers=to)]) as server:
            result = build("vllm:m", "--concurrency", 1, url=server.url)

        assert result.code == 2
        assert "check the base URL" in result.err
        assert other.asked == []
