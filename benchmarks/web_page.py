"""How large the web page of a big corpus is, and how fast Chromium opens and uses it.

Usage: python benchmarks/web_page.py [CORPUS] [--articles 60] [--runs 11] [--check]

Without CORPUS one is invented: each article is a sample of the sentences of seeds/ukraine-peace,
some 800 words, of which any two share about one in seven. Measured in a browser that runs already,
each time in a fresh context: from the request to the end of the load event; from a click on a
quotation, and from the choice in a filter, to the next frame that is painted.
"""

import gzip
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from timing import make_parser

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds" / "ukraine-peace"
LIMIT = 1.0
"""Seconds in which 60 articles are open."""
SENTENCES = 45
"""Of an invented article."""
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --no-first-run".split()
_TO_NEXT_FRAME = """(act) => new Promise((done) => {
  const start = performance.now();
  act();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
_CLICK = "() => document.querySelector('blockquote a.quoted').click()"
_CHOOSE = """() => {
  const field = document.querySelector('select[name=side]');
  field.value = 'support';
  field.dispatchEvent(new Event('change', { bubbles: true }));
}"""


def main() -> None:
    """Build the page, say how large it is, and time it."""
    parser = make_parser("How large and how fast the web page of a big corpus is.", runs=11)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = options.corpus or invent_corpus(folder / "corpus", options.articles)
        command = [sys.executable, "-m", "briefgen", "build", str(corpus), "--quiet", "--fresh"]
        command += ["--out", str(folder / "out"), "--format", "html"]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        page = folder / "out" / "executive.html"
        tell_sizes(corpus, page)
        slow = time_page(page, options.runs)
    print(f"{'within' if slow <= LIMIT else 'OVER'} the limit of {LIMIT} s for opening")
    if options.check and slow > LIMIT:
        sys.exit(1)


def invent_corpus(folder: Path, articles: int) -> Path:
    """Write a corpus of so many articles and return its folder; the same each time."""
    chance = random.Random(60)  # noqa: S311 (nothing is secret here)
    (folder / "articles").mkdir(parents=True)
    shutil.copy(SEEDS / "codebook.yaml", folder)
    sentences = sorted(
        sentence
        for file in (SEEDS / "articles").glob("*.md")
        for paragraph in file.read_text(encoding="utf-8").partition("\n---\n")[2].split("\n\n")
        for sentence in re.split(r"(?<=[.?!])\s+", " ".join(paragraph.split()))
        if sentence.endswith((".", "?", "!"))
    )
    for number in range(articles):
        chosen = chance.sample(sentences, min(SENTENCES, len(sentences)))
        paragraphs = (" ".join(chosen[place : place + 4]) for place in range(0, len(chosen), 4))
        text = f"Invented article {number}\n\n" + "\n\n".join(paragraphs)
        (folder / "articles" / f"{number:03}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


def tell_sizes(corpus: Path, page: Path) -> None:
    """Print the sizes of the articles and of the page."""
    files = [file for file in (corpus / "articles").iterdir() if file.is_file()]
    texts = sum(file.stat().st_size for file in files)
    content = page.read_bytes()
    labels = len(re.findall(rb'<a class="claim ', content))
    print(f"{len(files)} articles, {texts / 1e3:.0f} kB; {labels} statements")
    packed = len(gzip.compress(content, mtime=0))
    print(
        f"page {len(content) / 1e3:.0f} kB, {len(content) / texts:.1f} times the texts; "
        f"{packed / 1e3:.0f} kB compressed"
    )


def time_page(page: Path, runs: int) -> float:
    """Print medians in seconds; return that of opening."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        sys.exit("no Chromium: sh scripts/install-test-tools")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        time_once(browser, page)
        times = [time_once(browser, page) for _ in range(runs)]
        browser.close()
    medians: list[float] = []
    for name, seconds in zip(
        ("open", "open evidence", "filter"), zip(*times, strict=True), strict=True
    ):
        medians.append(statistics.median(seconds))
        print(f"{name:14} {medians[-1]:6.3f} s  ({min(seconds):.3f} to {max(seconds):.3f})")
    return medians[0]


def time_once(browser: Browser, page: Path) -> tuple[float, float, float]:
    """Open the page in a fresh context, click, filter; return the seconds of each."""
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.goto(page.as_uri())
    opened = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    clicked = tab.evaluate(f"({_TO_NEXT_FRAME})({_CLICK})")
    chosen = tab.evaluate(f"({_TO_NEXT_FRAME})({_CHOOSE})")
    context.close()
    return opened / 1e3, clicked / 1e3, chosen / 1e3


if __name__ == "__main__":
    main()
