"""llama.cpp's own server, constrained to the schema, with a model of random weights.

The words are nobody's, so nothing of them may get into a record; but the answers have the form that
was asked for, over the protocol that a real model on a person's machine speaks.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefgen.extraction.llm.replies import Reply
from briefgen.extraction.llm.salvage import salvage
from briefgen.language_model import ANSWERS_NAME
from briefgen.models import Brief
from tests.extraction.llm.conftest import ARTICLES, CODEBOOK, records_in
from tests.extraction.llm.tiny_model import write_tiny_model

pytest.importorskip("pydantic_ai", reason="pip install 'briefgen[llm]' has what asks a model")

LAUNCHER = Path(__file__).with_name("xllamacpp_server.py")


def find_server() -> list[str]:
    """Return how to start llama.cpp's server; nothing where it is not here.

    It is llama-server itself, or a Python that has the package xllamacpp.
    """
    named = os.environ.get("BRIEFGEN_LLAMA_SERVER") or shutil.which("llama-server")
    if named is None and find_spec("xllamacpp") is not None:
        named = sys.executable
    if named is None:
        return []
    return [named, str(LAUNCHER)] if Path(named).name.startswith("python") else [named]


SERVER = find_server()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not SERVER,
        reason="no llama.cpp: pip install xllamacpp, or name a llama-server, or a Python that has "
        "the package, with BRIEFGEN_LLAMA_SERVER",
    ),
]
START = 120
"""Seconds that the server may take until it has its model."""
SEEDS = (1, 2, 9)
TOML = """[defaults]
extractor = "llm"
model = "llama.cpp:nothing"
formats = ["md"]
llm = {{ max_output = 1500, timeout = 120, concurrency = 1, linking_sentences = true }}
[[brief]]
corpus = "{folder}/ferries"
out = "{folder}/out"
"""


@contextmanager
def llama_server(model: Path, log: Path) -> Iterator[str]:
    """Run the server on a port of this machine; give its base URL.

    Another program may take the port before the server does, so it is tried three times.
    """
    for _ in range(3):
        with socket.socket() as held:
            held.bind(("127.0.0.1", 0))
            port = held.getsockname()[1]
        place = ["--host", "127.0.0.1", "--port", str(port)]
        room = ["--ctx-size", "16384", "--parallel", "1", "--threads", "1"]
        with log.open("wb") as said:
            process = subprocess.Popen(
                [*SERVER, "--model", str(model), *place, *room],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        try:
            if _is_up(process, port):
                yield f"http://127.0.0.1:{port}/v1"
                return
        finally:
            process.kill()
            process.wait(30)
    pytest.fail(f"the server does not start:\n{log.read_text(errors='replace')[-2000:]}")


def _is_up(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server has its model; tell whether it lives."""
    end = time.monotonic() + START
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def test_random_words_in_the_right_form_end_in_a_brief_and_prove_nothing(run, tmp_path):
    whole = refused = 0
    for seed in SEEDS:
        folder = tmp_path / str(seed)
        (folder / "ferries" / "articles").mkdir(parents=True)
        (folder / "ferries" / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
        for name, text in ARTICLES.items():
            (folder / "ferries" / "articles" / name).write_text(text, encoding="utf-8")
        answers, report = _build(run, folder, seed)
        whole += sum(each["ending"] == "whole" for each in answers)
        refused += sum(report["counts"].values())

    # Else nothing that was made up was ever put to the proof.
    assert whole
    assert refused


def _build(run, folder: Path, seed: int) -> tuple[list[dict[str, str]], dict[str, dict[str, int]]]:
    """Build with a model; return its answers, and what was refused."""
    model, log = folder / "nothing.gguf", folder / "server.log"
    write_tiny_model(model, seed=seed)
    project = folder.parent / "briefgen.toml"
    project.write_text(TOML.format(folder=folder.name), encoding="utf-8")
    with llama_server(model, log) as url:
        result = run("build", url=url)
        assert result.code == 0, result.err
        again = run("build", "--fresh", url=url)
    assert "no call was made" in again.err

    logged = (folder / "out" / ANSWERS_NAME).read_text(encoding="utf-8").splitlines()
    answers = [json.loads(line) for line in logged]
    assert {each["about"] for each in answers} == {"ledger", "pier"}
    assert all(each["measured"] for each in answers)
    # Weights that know nothing write the schema's keys: the server was made to.
    assert all(re.match(r'\s*\{\s*"statements"\s*:\s*\[', each["text"]) for each in answers)
    assert all(salvage(each["text"]).complete for each in answers if each["ending"] == "whole")
    brief = Brief.model_validate_json((folder / "out" / "brief.json").read_bytes())
    assert len(brief.sources) == len(ARTICLES)
    for record in records_in(folder / "out").values():
        about = [each for each in answers if each["about"] == record.source.id]
        _holds_nothing_invented(record, [salvage(each["text"]).reply for each in about])
    shown = run("inspect", "--refused", folder / "out", "--json")
    return answers, json.loads(shown.out)


def _holds_nothing_invented(record, replies: list[Reply]) -> None:
    text = ARTICLES[f"{record.source.id}.txt"]
    proposed = {said.quotation for reply in replies for said in reply.statements if said}
    for statement in record.statements:
        assert text[statement.start : statement.end] == statement.quote
        assert statement.quote not in proposed - {""}
        assert statement.holder is None or statement.holder.name in text
    if "in place of" not in record.provenance.extractor:
        assert not record.stances  # no issue that is made up is the codebook's
