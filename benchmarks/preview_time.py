"""How long after a save the previewed page is there again, in a real Chromium.

The preview runs as a person starts it, on a copy of a corpus with an audience made from
`executive`; each save changes one line of one file, and the time runs until Chromium has loaded the
page that shows it. Saves are ten of each kind: the template, its style, one article, the codebook.

Usage: python benchmarks/preview_time.py [CORPUS]
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SAVES = 10
QUIET_SECONDS = 1.0
BRIEFGEN = [sys.executable, "-m", "briefgen"]


def main() -> None:
    """Print the median, least and most seconds of each kind of save."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds" / "ukraine-peace"
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is needed: scripts/install-test-tools says how")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder)
        shutil.copytree(corpus, work / "corpus")
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        make = [*BRIEFGEN, "templates", "new", "mine"]
        subprocess.run(make, cwd=work, env=environment, check=True, capture_output=True)
        command = [*BRIEFGEN, "preview", "corpus", "-a", "mine", "--port", "0", "--no-open"]
        preview = subprocess.Popen(
            command, cwd=work, env=environment, stdout=subprocess.PIPE, text=True
        )
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        try:
            page = browser.new_page()
            page.goto(preview.stdout.readline().strip() if preview.stdout else "")
            _wait_for_another(page, None)
            _measure(page, work)
        finally:
            browser.close()
            preview.terminate()
            preview.wait()


def _measure(page: Page, work: Path) -> None:
    article = next(file for file in sorted((work / "corpus" / "articles").iterdir()))
    kinds: dict[str, Callable[[int], None]] = {
        "template": _appending(work / "templates/mine/brief.md.j2", "\nSaved {} times.\n"),
        "style": _appending(work / "templates/mine/theme.css", "\n.saved-{} {{ color: red }}\n"),
        "settings": _replacing(work / "templates/mine/audience.toml", 'title = "', 'title = "{} '),
        "article": _appending(article, "\n\nThe council met {} times in the old hall.\n"),
        "codebook": _replacing(work / "corpus/codebook.yaml", "title: ", "title: {} "),
    }
    print(f"{'save':<10}{'median':>8}{'least':>8}{'most':>8}   seconds to the reloaded page")
    for kind, save in kinds.items():
        times = []
        for number in range(SAVES):
            time.sleep(QUIET_SECONDS)
            shown = page.locator("html").get_attribute("data-page")
            start = time.perf_counter()
            save(number)
            _wait_for_another(page, shown)
            times.append(time.perf_counter() - start)
        print(f"{kind:<10}{statistics.median(times):8.2f}{min(times):8.2f}{max(times):8.2f}")


def _appending(file: Path, text: str) -> Callable[[int], None]:
    before = file.read_text("utf-8")
    return lambda number: _write(file, before + text.format(number))


def _replacing(file: Path, old: str, new: str) -> Callable[[int], None]:
    before = file.read_text("utf-8")
    return lambda number: _write(file, before.replace(old, new.format(number), 1))


def _write(file: Path, text: str) -> None:
    """Save as editors do, at once: half a file would be a page as well."""
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, "utf-8")
    new.replace(file)


def _wait_for_another(page: Page, shown: str | None) -> None:
    """Wait until another page than the one of that number is loaded."""
    other = f':not([data-page="{shown}"])' if shown is not None else ""
    page.locator(f"html[data-page]{other}").wait_for(state="attached", timeout=60_000)


if __name__ == "__main__":
    main()
