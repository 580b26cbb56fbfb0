"""Run templates in processes of their own and say how each ended: for tests of the sandbox.

Reads a JSON list of templates from standard input and writes a list of results. Each template runs
in a fork with limits of the system behind it, so that one that gets away costs a test, not the
machine.
"""

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from briefgen.errors import TemplateError
from briefgen.rendering.audience import load_audience
from briefgen.rendering.markdown import render_markdown
from briefgen.rendering.places import default_search_path
from tests.rendering.sample_brief import sample_brief

SECONDS = 10
BYTES = 3 * 2**30


def run(template: str, answers: Any) -> None:
    """Render one template and send how that ended."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    brief = sample_brief()
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / "mine"
        mine.mkdir()
        (mine / "audience.toml").write_text('title = "x"\nreader = "y"\n')
        (mine / "theme.css").write_text("")
        (mine / "brief.md.j2").write_text(template)
        audience = load_audience("mine", default_search_path([Path(folder)]))
        start = time.perf_counter(), time.process_time()
        result: dict[str, object] = {"refused": None}
        try:
            result["printed"] = len(render_markdown(brief, audience))
        except TemplateError as error:
            result |= {"refused": str(error), "where": str(error.where).removeprefix(f"{mine}/")}
        result["seconds"] = time.perf_counter() - start[0]
        result["processor"] = time.process_time() - start[1]
    result["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.send(result)


def main() -> None:
    """Run them one after another."""
    results = []
    forks = multiprocessing.get_context("fork")
    for template in json.load(sys.stdin):
        receiver, sender = forks.Pipe(duplex=False)
        process = forks.Process(target=run, args=(template, sender))
        process.start()
        sender.close()
        try:
            results.append(receiver.recv())
        except EOFError:
            results.append({"refused": None, "died": True})
        process.join()
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
