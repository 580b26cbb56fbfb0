"""How long ``briefgen --help`` takes, against importing what every such program imports."""

import sys

from timing import Contender, compare, make_parser

LIMIT = 1.5


def main() -> None:
    """Run the benchmark."""
    options = make_parser("How long briefgen --help takes.", runs=21).parse_args()
    compare(
        [
            Contender("briefgen --help", [sys.executable, "-m", "briefgen", "--help"]),
            Contender(
                'python -c "import typer, pydantic"',
                [sys.executable, "-c", "import typer, pydantic"],
            ),
        ],
        runs=options.runs,
        limit=LIMIT,
        check=options.check,
    )


if __name__ == "__main__":
    main()
