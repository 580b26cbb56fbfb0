"""How long ``briefgen build`` takes, against WeasyPrint alone writing the same PDF.

WeasyPrint's share, in a fresh process from the finished HTML, is what no program with it can get
around. The rest of the build (reading, coding, comparing, rendering) should cost next to nothing
beside it.
"""

import sys
import tempfile
from pathlib import Path

from same_work import make_bare, render_page
from timing import Contender, compare, make_parser, time_once

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.25


def main() -> None:
    """Build once, see that both write the same PDF from the same HTML, and compare."""
    parser = make_parser("How long briefgen build takes.", runs=11)
    parser.add_argument("corpus", nargs="?", type=Path, default=ROOT / "seeds" / "ukraine-peace")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = [
            sys.executable,
            "-m",
            "briefgen",
            "build",
            str(options.corpus),
            "--quiet",
            "--fresh",
        ]
        html, pdf, bare_pdf = (
            folder / each for each in ("executive.html", "executive.pdf", "b.pdf")
        )
        time_once([*build, "--out", str(folder), "--format", "md", "--format", "pdf"])
        html.write_text(render_page(folder, "executive"), encoding="utf-8", newline="")
        bare = make_bare(html, pdf, bare_pdf)
        compare(
            [
                Contender("briefgen build", [*build, "--out", str(folder / "out")]),
                Contender(
                    "briefgen build --format md", [*build, "--out", str(folder / "md"), "-f", "md"]
                ),
                Contender("WeasyPrint alone", bare),
            ],
            runs=options.runs,
            limit=LIMIT,
            check=options.check,
        )


if __name__ == "__main__":
    main()
