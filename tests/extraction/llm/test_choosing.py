"""How a model is chosen: nobody is asked unasked; what is missing is said with the next step."""

import json
import os
import subprocess
import sys

import pytest

from tests.extraction.llm.conftest import ANSWERS, KEY, records_in, run_process
from tests.extraction.llm.scripted import by_words
from tests.extraction.llm.servers import Say, Status, serve

pytest.importorskip("pydantic_ai", reason="pip install 'briefgen[llm]' has what asks a model")

PROJECT = """\
[defaults]
formats = ["md"]
extractor = "llm"
model = "vllm:m"
llm = { timeout = 20, concurrency = 1, key_file = "key.txt" }

[[brief]]
corpus = "ferries"
"""


def test_nobody_is_asked_unasked(run, corpus, tmp_path):
    with serve("chat", [Say("")]) as server:
        result = run("build", corpus, "-o", tmp_path / "out", "-f", "md", url=server.url)

    assert result.code == 0
    assert server.asked == []
    assert {r.provenance.extractor for r in records_in(tmp_path / "out").values()} == {"lexical/1"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--extractor", "llm"], "no model is named"),
        (["--model", "ollama:qwen3"], "--extractor llm"),
        (["--extractor", "llm", "--model", "qwen3"], "PROVIDER:NAME"),
        (["--extractor", "llm", "--model", "nobody:qwen3"], "providers: anthropic"),
        (["--extractor", "llm", "--model", "ollama:"], "names no model"),
        (["--extractor", "llm", "--model", "openai:x"], "OPENAI_API_KEY"),
        (["--extractor", "llm", "--model", "anthropic:x"], "ANTHROPIC_API_KEY"),
        (["--extractor", "llm", "--model", "openai-compatible:x"], "BRIEFGEN_BASE_URL"),
        (["--extractor", "llm", "--model", "ollama:x", "--price", "cheap"], "0.15/0.6"),
        (["--extractor", "llm", "--model", "openai:x", "--key-file", "no.txt"], "no.txt"),
        (
            ["--extractor", "llm", "--model", "vllm:x", "--record", "a", "--replay", "b"],
            "exclude each other",
        ),
    ],
)
def test_what_is_missing_is_said_with_the_next_step(run, corpus, tmp_path, arguments, said):
    result = run("build", corpus, "-o", tmp_path / "out", "-f", "md", *arguments)

    assert result.code == 2
    assert said in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("url", ["ftp://x", "http://", "http://[", "://", "http://x:port"])
def test_a_base_url_that_is_none_is_refused_and_not_shown(build, monkeypatch, url):
    monkeypatch.setenv("BRIEFGEN_BASE_URL", url)
    result = build("vllm:m")

    assert result.code == 2
    assert "BRIEFGEN_BASE_URL: does not hold the address of a server" in result.err


@pytest.mark.parametrize(
    "content",
    [
        KEY,
        f"# mine\nOPENAI_API_KEY={KEY}\n",
        f'export OPENAI_API_KEY="{KEY}"\n',
        f"key = {KEY}\nbase_url = URL\n",
    ],
)
def test_a_key_file_holds_the_key_and_the_address(build, monkeypatch, tmp_path, content):
    with serve("chat", by_words(ANSWERS)) as server:
        file = tmp_path / "key.txt"
        file.write_text(content.replace("URL", server.url), encoding="utf-8")
        if "URL" not in content:
            monkeypatch.setenv("BRIEFGEN_BASE_URL", server.url)
        result = build("openai:gpt-4o-mini", "--key-file", file)

    assert result.code == 0, result.err
    assert {asked.headers["authorization"] for asked in server.asked} == {f"Bearer {KEY}"}
    assert KEY not in result.out + result.err


def test_ollama_host_may_be_host_and_port_alone(build, monkeypatch):
    with serve("ollama", by_words(ANSWERS)) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url.removeprefix("http://"))
        result = build("ollama:qwen3")

    assert result.code == 0, result.err
    assert len(server.asked) == 2


def test_a_project_names_its_model(run, corpus, tmp_path):
    (tmp_path / "briefgen.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "key.txt").write_text(KEY, encoding="utf-8")
    with serve("chat", by_words(ANSWERS)) as server:
        first = run("build", url=server.url, key="another")
        again = run("build")
        checked = run("check")

    assert first.code == 0, first.err
    assert {asked.headers["authorization"] for asked in server.asked} == {f"Bearer {KEY}"}
    assert len(server.asked) == 2
    assert "unchanged" in again.err
    assert checked.code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('model = "qwen3"', "PROVIDER:NAME"),
        ("llm = { timeout = -1 }", "timeout is -1"),
        ("llm = { tmeout = 1 }", "do you mean 'timeout'?"),
        ("llm = { price = [1] }", "price is [1]"),
        ('extractor = "gpt"', "lexical, llm"),
    ],
)
def test_mistakes_in_the_project_file_are_named(run, corpus, tmp_path, line, said):
    text = f'[defaults]\n{line}\n[[brief]]\ncorpus = "ferries"\n'
    (tmp_path / "briefgen.toml").write_text(text, encoding="utf-8")
    result = run("build")

    assert result.code == 2
    assert said in result.err


def test_without_the_package_the_error_says_how_to_install_it(corpus, tmp_path):
    """As on a machine that has briefgen alone: nothing of the extra can be imported."""
    blocked = tmp_path / "blocked"
    for name in ("pydantic_ai", "openai", "anthropic", "httpx2", "genai_prices"):
        (blocked / name).mkdir(parents=True)
        text = f"raise ModuleNotFoundError('no', name={name!r})\n"
        (blocked / name / "__init__.py").write_text(text, encoding="utf-8")
    import briefgen

    root = str(next(iter(briefgen.__path__))).removesuffix("briefgen")
    environment = {"PYTHONPATH": f"{blocked}:{root}"}
    shared = ["build", corpus, "-o", "out", "-f", "md"]
    ends = []
    for more in ([], ["--extractor", "llm", "--model", "ollama:x"]):
        process = run_process(*shared, *more, cwd=tmp_path, **environment)
        try:
            _out, err = process.communicate(timeout=100)
        finally:
            process.kill()
        ends.append((process.returncode, err))

    assert ends[0][0] == 0
    assert ends[1][0] == 2
    # A package of the registry: it is found there also by whoever has only a copy of briefgen.
    assert "pip install 'pydantic-ai-slim[anthropic,openai]" in ends[1][1]
    assert "Traceback" not in ends[1][1]


def test_not_even_a_crash_shows_the_key(corpus, tmp_path):
    """A bug ends in a traceback; what it prints of its values must not hold the key."""
    with serve("chat", [Status(401, f'{{"error": {{"message": "bad key {KEY}"}}}}')]) as server:
        script = (
            "import sys\n"
            "from briefgen.extraction.llm.access import find_access\n"
            "from briefgen.language_model import LanguageModel\n"
            "access = find_access(LanguageModel(provider='vllm', name='m'))\n"
            "print(access, repr(access), f'{access!r}')\n"
            "raise RuntimeError(access)\n"
        )
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", script],
            env={**os.environ, "BRIEFGEN_BASE_URL": server.url, "BRIEFGEN_API_KEY": KEY},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert done.returncode == 1
    assert KEY not in done.stdout + done.stderr
    assert server.url not in done.stdout + done.stderr


def test_compare_shows_agreement_and_both_quotations(run, corpus, tmp_path):
    shared = ["compare", corpus, "--extractor", "lexical", "--extractor", "llm"]
    with serve("chat", by_words(ANSWERS)) as server:
        text = run(*shared, "--model", "vllm:m", "--timeout", 20, url=server.url)
        as_json = run(*shared, "--model", "vllm:m", "--json")

    assert text.code == 0, text.err
    assert len(server.asked) == 2  # the second time from the answers of the first
    assert "A: lexical/1" in text.out
    assert "B: llm/1+vllm:m" in text.out
    assert "Cohen's kappa" in text.out
    assert "ledger, night-ferry" in text.out
    assert "B conditional: A ferry at night is money thrown into the sea, unless" in text.out
    cells = json.loads(as_json.out)["cells"]
    assert {"article": "ledger", "issue": "night-ferry"}.items() <= cells[0].items()
    assert cells[0]["second"]["quotation"].startswith("A ferry at night")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--extractor", "llm"], "two are compared"),
        (["--extractor", "lexical", "--extractor", "llm"], "1 needed"),
        (["--extractor", "lexical", "--extractor", "lexical", "--model", "ollama:x"], "--model"),
    ],
)
def test_compare_says_what_it_needs(run, corpus, arguments, said):
    result = run("compare", corpus, *arguments)

    assert result.code == 2
    assert said in result.err
