"""Nothing is paid twice, limits hold, and what it costs is said before and after."""

import json
import os
import signal
import threading
import time

import pytest

from briefgen.language_model import ANSWERS_NAME
from tests.extraction.llm.conftest import ANSWERS, KEY, records_in, run_process
from tests.extraction.llm.scripted import by_words, codes
from tests.extraction.llm.servers import Status, serve

pytest.importorskip("pydantic_ai", reason="pip install 'briefgen[llm]' has what asks a model")


def many_articles(corpus, count):
    """Add articles about nothing in particular; return words by which to know them."""
    for number in range(count):
        text = f"Letter {number}\n\nThe county must run the night ferry, writes reader {number}.\n"
        (corpus / "articles" / f"letter-{number:02}.txt").write_text(text, encoding="utf-8")


def answer_letters(asked):
    """Return the answer to any letter."""
    said = {
        "sentences": [2],
        "quotation": "The county must run the night ferry",
        "issue": "night-ferry",
        "stance": "support",
    }
    script = by_words(ANSWERS, codes([said], **{"night-ferry": "support"}))
    return script(asked)


def test_a_second_run_makes_no_call(build, tmp_path):
    with serve("chat", by_words(ANSWERS)) as server:
        build("vllm:m", url=server.url)
        first = (tmp_path / "out" / "records.jsonl").read_bytes()
        again = build("vllm:m", url=server.url)
        fresh = build("vllm:m", "--fresh", url=server.url)

    assert len(server.asked) == 2
    assert "unchanged" in again.err
    assert "no call was made, 2 answers kept" in fresh.err
    assert (tmp_path / "out" / "records.jsonl").read_bytes() == first


def test_another_model_is_asked_and_the_first_ones_answers_stay(build, tmp_path):
    with serve("chat", by_words(ANSWERS)) as server:
        for model in ("vllm:m", "vllm:n", "vllm:m"):
            build(model, url=server.url)

    assert [asked.body["model"] for asked in server.asked] == ["m", "m", "n", "n"]
    names = {r.provenance.extractor for r in records_in(tmp_path / "out").values()}
    assert len(names) == 1
    assert "vllm:m" in names.pop()


def test_only_a_changed_article_is_asked_about(build, corpus):
    with serve("chat", by_words(ANSWERS)) as server:
        build("vllm:m", url=server.url)
        article = corpus / "articles" / "pier.txt"
        article.write_text(article.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
        build("vllm:m", url=server.url)

    assert ["Nurses who end" in " ".join(a.texts) for a in server.asked].count(True) == 2
    assert len(server.asked) == 3


def test_the_answers_do_not_depend_on_who_was_first(build, corpus, tmp_path):
    many_articles(corpus, 8)
    with serve("chat", answer_letters) as server:
        build("vllm:m", "--concurrency", 8, url=server.url)
        quick = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
        build("vllm:m", "--concurrency", 1, "--fresh", url=server.url)
        for path in (tmp_path / "out").iterdir():
            path.unlink()
        build("vllm:m", "--concurrency", 1, url=server.url)

    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == quick


def test_a_run_that_is_killed_asks_only_for_what_is_missing(corpus, tmp_path):
    many_articles(corpus, 6)
    let_go = threading.Event()
    lock = threading.Lock()
    answered = []

    def slow(asked):
        with lock:
            answered.append(asked)
            late = len(answered) > 4
        if late:
            let_go.wait(20)
        return answer_letters(asked)

    with serve("chat", slow) as server:
        arguments = ["build", corpus, "-o", "out", "-f", "md", "--extractor", "llm"]
        more = ["--model", "vllm:m", "--concurrency", "1", "--timeout", "60"]
        environment = {"BRIEFGEN_BASE_URL": server.url}
        process = run_process(*arguments, *more, cwd=tmp_path, **environment)
        try:
            _wait_for(lambda: len(answered) > 4, seconds=60)
            os.kill(process.pid, signal.SIGKILL)
        finally:
            process.kill()
            process.communicate(timeout=20)
        let_go.set()
        kept = (tmp_path / "out" / ANSWERS_NAME).read_text(encoding="utf-8").splitlines()
        assert len(kept) == 4
        process = run_process(*arguments, *more, cwd=tmp_path, **environment)
        try:
            _, err = process.communicate(timeout=100)
        finally:
            process.kill()

    assert process.returncode == 0, err
    assert "4 calls, 4 answers kept" in err
    # What was under way when it was killed is asked for again; nothing else is.
    assert len(server.asked) == 9
    assert len(records_in(tmp_path / "out")) == 8


def _wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_a_torn_line_costs_its_answer_alone(build, tmp_path):
    with serve("chat", by_words(ANSWERS)) as server:
        build("vllm:m", url=server.url)
        log = tmp_path / "out" / ANSWERS_NAME
        whole = log.read_bytes()
        log.write_bytes(whole[:-40])
        build("vllm:m", "--fresh", url=server.url)

    assert len(server.asked) == 3
    assert log.read_bytes() == whole


def test_the_tokens_that_are_allowed_are_not_passed(build, corpus, tmp_path):
    many_articles(corpus, 6)
    with serve("chat", answer_letters) as server:
        result = build("vllm:m", "--max-tokens", 13_000, "--concurrency", 1, url=server.url)
        spent = len(server.asked) * 1200
        again = build("vllm:m", url=server.url)

    assert result.code == 2
    assert "stopped: one more call may go beyond --max-tokens 13000" in result.err
    assert 0 < spent <= 13_000
    assert not (tmp_path / "out" / "records.jsonl").exists() or again.code == 0
    assert again.code == 0
    assert len(server.asked) == 8


def test_the_dollars_that_are_allowed_are_not_passed(build, corpus):
    many_articles(corpus, 6)
    limits = ["--max-cost", "0.08", "--price", "10/10", "--concurrency", 1]
    with serve("chat", answer_letters) as server:
        nothing = build("vllm:m", *limits, url=server.url)
        some = build("vllm:m", "--max-cost", "0.13", *limits[2:], url=server.url)

    assert nothing.code == 2
    assert "beyond --max-cost 0.08" in nothing.err
    assert some.code == 2
    assert 0 < len(server.asked) * 1200 * 10e-6 <= 0.13
    assert "$0.0" in some.err


def test_a_limit_in_dollars_needs_a_price(build):
    with serve("chat", by_words(ANSWERS)) as server:
        result = build("vllm:m", "--max-cost", 1, url=server.url)

    assert result.code == 2
    assert "the price of vllm:m is not known" in result.err
    assert "--price IN/OUT" in result.err
    assert server.asked == []


def test_a_dry_run_asks_nobody_and_writes_nothing(build, corpus, tmp_path):
    with serve("anthropic", by_words(ANSWERS)) as server:
        before = build("anthropic:claude-haiku-4-5", "--dry-run", url=server.url)
        assert server.asked == []
        assert not (tmp_path / "out").exists()
        build("anthropic:claude-haiku-4-5", url=server.url)
        after = build("anthropic:claude-haiku-4-5", "--dry-run", url=server.url)

    assert before.code == 0
    assert "2 of 2 articles to be coded, 0 kept" in before.out
    assert "calls: 2," in before.out
    assert "price: about $0.0" in before.out
    assert "0 of 2 articles to be coded, 2 kept" in after.out
    assert "calls: 0" in after.out


def test_the_bill_is_in_the_report_of_the_run(build, tmp_path):
    with serve("anthropic", by_words(ANSWERS)) as server:
        build("anthropic:claude-haiku-4-5", "--report", tmp_path / "run.json", url=server.url)

    bill = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["briefs"][0]["model"]
    assert bill["calls"] == 2
    assert (bill["input_tokens"], bill["output_tokens"]) == (2000, 400)
    assert bill["dollars"] == pytest.approx(2000 * 1e-6 + 400 * 5e-6)


def test_a_failed_article_is_asked_about_again_the_next_time(build, monkeypatch, tmp_path):
    from briefgen.language_model import LanguageModel

    monkeypatch.setitem(LanguageModel.__init__.__kwdefaults__, "pause", 0.01)
    broken = [True]

    def reply(asked):
        if broken[0] and "Nurses who end" in " ".join(asked.texts):
            return Status(500)
        return by_words(ANSWERS)(asked)

    with serve("chat", reply) as server:
        failed = build("vllm:m", url=server.url)
        broken[0] = False
        again = build("vllm:m", url=server.url)

    assert failed.code == 1
    assert again.code == 0
    assert records_in(tmp_path / "out")["pier"].provenance.extractor.startswith("llm/")
    assert len(server.asked) == 6


def test_a_recording_is_replayed_without_a_key_or_a_server(
    build, run, corpus, tmp_path, monkeypatch
):
    file = tmp_path / "study.jsonl"
    with serve("chat", by_words(ANSWERS)) as server:
        build("vllm:m", url=server.url)
        build("vllm:m", "--record", file, url=server.url)
        asked = len(server.asked)
    monkeypatch.delenv("BRIEFGEN_BASE_URL")
    monkeypatch.delenv("BRIEFGEN_API_KEY")
    monkeypatch.setattr("socket.socket.connect", _refuse)
    arguments = ["-f", "md", "--extractor", "llm", "--model", "vllm:m", "--replay", file]
    result = run("build", corpus, "-o", tmp_path / "rerun", *arguments)

    assert asked == 2
    assert result.code == 0, result.err
    one, other = ((tmp_path / name / "records.jsonl").read_bytes() for name in ("out", "rerun"))
    assert one == other
    assert KEY not in file.read_text(encoding="utf-8")
    assert not (tmp_path / "rerun" / ANSWERS_NAME).exists()


def _refuse(*_arguments):
    msg = "a connection was tried"
    raise AssertionError(msg)


def test_what_a_recording_lacks_is_an_error_or_coded_by_rules(build, corpus, tmp_path):
    file = tmp_path / "study.jsonl"
    with serve("chat", by_words(ANSWERS)) as server:
        build("vllm:m", "--record", file, url=server.url)
    (corpus / "articles" / "new.txt").write_text("New\n\nThe night ferry must stop.\n", "utf-8")
    error = build("vllm:m", "--replay", file)
    rules = build("vllm:m", "--replay", file, "--on-missing", "lexical")

    assert error.code == 2
    assert "has no answer to what is asked about new" in error.err
    assert rules.code == 0
    by = {n: r.provenance.extractor for n, r in records_in(tmp_path / "out").items()}
    assert by["new"].startswith("lexical/1 (in place of")
    assert by["pier"].startswith("llm/")


@pytest.mark.parametrize("content", [None, "", "not an answer\n"])
def test_a_recording_that_is_none_is_refused(build, tmp_path, content):
    file = tmp_path / "study.jsonl"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    result = build("vllm:m", "--replay", file)

    assert result.code == 2
    assert "--record" in result.err
