"""What a build costs where nothing, or next to nothing, has changed.

Three briefs of a project with sixty articles, built again without any change, against importing
what every such program imports; what one page costs that has to be printed, against all; and how
many articles are coded where one in a thousand changed.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from timing import Contender, compare, make_parser

LIMIT = 2.0
BRIEFS = 3
ARTICLES = 60
MANY = 1000
CODEBOOK = """\
topic: The reed harbour
issues:
  - id: night-locks
    title: Locks at night
    proposition: The locks should be open at night.
    terms: [lock, locks]
  - id: mooring-fee
    title: A fee for mooring
    proposition: Boats should pay a fee for mooring in the harbour.
    terms: [fee, mooring]
"""
WHO = ("The harbour master", "The council", "The bargemen", "A boat builder", "The anglers")
SAYS = (
    "said that the locks should be open at night",
    "argued against a mooring fee",
    "said that the fee would pay for the dredging",
    "asked the council to leave the locks shut at night",
    "reported that the harbour had been quiet",
)
WHEN = ("last spring", "at the meeting", "in a letter", "on the quay", "before the vote")


def main() -> None:
    """Build what is needed, then measure."""
    options = make_parser("How long an unchanged build takes.", runs=21).parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = [f"reed-{number}" for number in range(BRIEFS)]
        for each in names:
            invent_corpus(folder / each, ARTICLES // BRIEFS)
        briefs = "".join(f'[[brief]]\ncorpus = "{each}"\n' for each in names)
        (folder / "briefgen.toml").write_text(briefs, encoding="utf-8")
        count_one_in_many(folder)
        os.chdir(folder)
        build = [sys.executable, "-m", "briefgen", "build"]
        subprocess.run(build, check=True, capture_output=True)
        again = subprocess.run(build, check=True, capture_output=True, text=True)
        if again.stderr.count("unchanged") != BRIEFS:
            sys.exit(f"not unchanged: {again.stderr}")
        nightly = [*build, "--quiet", "--memo", "memo.md", "--report", "run.json"]
        compare_pages(build, options.runs)
        compare(
            [
                Contender("briefgen build, nothing changed", build),
                Contender("the same with --quiet --memo --report", nightly),
                Contender("the same with --log-format json", [*build, "--log-format", "json"]),
                Contender("briefgen check", [*build[:-1], "check"]),
                Contender(
                    'python -c "import typer, pydantic"',
                    [sys.executable, "-c", "import typer, pydantic"],
                ),
            ],
            runs=options.runs,
            limit=LIMIT,
            check=options.check,
        )


def compare_pages(build: list[str], runs: int) -> None:
    """Print how long a build takes that prints one page, and one that makes everything anew."""
    gone = "import os, runpy, sys; os.remove(sys.argv.pop(1)); runpy.run_module('briefgen')"
    one = [sys.executable, "-c", gone, "briefs/reed-0/executive.md", *build[3:]]
    compare(
        [
            Contender("one page in Markdown is missing, of three briefs", one),
            Contender("briefgen build --fresh, three briefs", [*build, "--fresh"]),
        ],
        runs=max(3, runs // 4),
        limit=1.0,
        check=False,
    )


def count_one_in_many(folder: Path) -> None:
    """Build a thousand articles, change one, and say how many are coded.

    Raises:
        SystemExit: it is not one.
    """
    corpus, report = folder / "many", folder / "run.json"
    invent_corpus(corpus, MANY)
    build = [sys.executable, "-m", "briefgen", "build", str(corpus), "--out", str(folder / "out")]
    build += ["--format", "md", "--quiet", "--report", str(report)]
    for turn in ("built", "one changed"):
        subprocess.run(build, check=True, capture_output=True)
        brief = json.loads(report.read_bytes())["briefs"][0]
        print(f"{turn}: {brief['articles']}, reading {brief['seconds']['reading']:.1f} s")
        article = corpus / "articles" / "0500.txt"
        article.write_text(f"{article.read_text('utf-8')}\nThe fee is too high.\n", "utf-8")
    if brief["articles"] != {"kept": MANY - 1, "redone": 1}:
        sys.exit("more or less than one article was coded")


def invent_corpus(folder: Path, articles: int) -> None:
    """Write a codebook and so many articles of ten sentences, the same ones each time."""
    chance = random.Random(articles)  # noqa: S311 - texts, not secrets
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    for number in range(articles):
        sentences = (
            f"{chance.choice(WHO)} {chance.choice(SAYS)} {chance.choice(WHEN)}." for _ in range(10)
        )
        text = f"Reed harbour, day {number}\n\n{' '.join(sentences)}\n"
        (folder / "articles" / f"{number:04}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
