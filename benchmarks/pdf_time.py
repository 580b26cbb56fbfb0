"""How long the PDFs of all audiences take, against WeasyPrint alone, and against one another.

Two questions. Does briefgen's PDF of one audience take little more time than WeasyPrint alone on
the same finished HTML? And do builds of all audiences together, laid out side by side by two
processes, take little more than the slowest one of them? Beside them stands the whole build of each
audience, from the articles to its PDF, of which build_time.py has the limit.
"""

import sys
import tempfile
from pathlib import Path

from same_work import make_bare, make_own, render_page
from timing import Contender, Timing, make_parser, median_of, time_in_turn, time_once

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.15
"""Times that WeasyPrint alone takes, for each audience's PDF from its HTML."""
TOGETHER = 2.2
"""Times that the slowest audience takes, for all together."""


def main() -> None:
    """Build for every audience, see that WeasyPrint alone shows the same pages, and compare."""
    parser = make_parser("How long the PDFs of all audiences take.", runs=7)
    parser.add_argument("corpus", nargs="?", type=Path, default=ROOT / "seeds" / "ukraine-peace")
    options = parser.parse_args()
    audiences = sorted(path.parent.name for path in ROOT.glob("templates/*/audience.toml"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        everything = _build(options.corpus, folder, audiences, ["md", "pdf"])
        time_once(everything)
        contenders = [
            Contender("all audiences", _build(options.corpus, folder / "all", audiences, ["pdf"]))
        ]
        for each in audiences:
            alone = _build(options.corpus, folder / each, [each], ["pdf"])
            html = folder / f"{each}.html"
            html.write_text(render_page(folder, each), encoding="utf-8", newline="")
            pdf = folder / f"{each}.pdf"
            bare = make_bare(html, pdf, folder / f"{each}-bare.pdf")
            own = make_own(html, pdf, folder / f"{each}-own.pdf")
            contenders += [
                Contender(f"{each}, the whole build", alone),
                Contender(f"{each}, its PDF", own),
                Contender(f"{each}, WeasyPrint alone", bare),
            ]
        timings = [median_of(mine) for mine in time_in_turn(contenders, options.runs)]
    kept = _report(audiences, timings, options.runs)
    if options.check and not kept:
        sys.exit(1)


def _build(corpus: Path, out: Path, audiences: list[str], formats: list[str]) -> list[str]:
    command = [
        sys.executable,
        "-m",
        "briefgen",
        "build",
        str(corpus),
        "--quiet",
        "--out",
        str(out),
        "--fresh",
    ]
    for audience in audiences:
        command += ["--audience", audience]
    for each in formats:
        command += ["--format", each]
    return command


def _report(audiences: list[str], timings: list[Timing], runs: int) -> bool:
    """Print the medians with their ratios; return whether all are within the limits."""
    kept = True
    width = max(map(len, audiences))
    print(
        f"{'':{width}}  WeasyPrint s   PDF s  ratio  build s  ratio   work: WeasyPrint s   PDF s"
        f"  build s   (medians of {runs} runs, in turn)"
    )
    for place, audience in enumerate(audiences):
        build, own, bare = timings[1 + 3 * place : 4 + 3 * place]
        kept &= own.seconds / bare.seconds <= LIMIT
        print(
            f"{audience:{width}}  {bare.seconds:12.3f}  {own.seconds:6.3f}"
            f"  {own.seconds / bare.seconds:5.2f}  {build.seconds:7.3f}"
            f"  {build.seconds / bare.seconds:5.2f}   {bare.work:18.3f}  {own.work:6.3f}"
            f"  {build.work:7.3f}"
        )
    together = timings[0].seconds
    slowest = max(each.seconds for each in timings[1::3])
    kept &= together / slowest <= TOGETHER
    print(f"all builds together {together:.3f} s, {together / slowest:.2f} times the slowest")
    print(f"{'within' if kept else 'OVER'} the limits of {LIMIT} and {TOGETHER}")
    return kept


if __name__ == "__main__":
    main()
