"""How the time of grouping grows: the seconds for twice as much evidence, as a ratio.

Usage: python benchmarks/grouping_growth.py [--records 5000] [--runs 3] [--check]

Generated are records of 20 statements each, on ten issues, in words of no language: each statement
makes one of forty arguments for its side, in five of that argument's twelve words and five of
everybody's. Every fifth record has the text of another. Measured are, on half of the records and on
all of them, in processor time: finding the texts that are the same, grouping the arguments of one
position, and all of synthesis; and the peak of this process's memory.

Time that grows with n log n is 2.2 times as long for twice as much; with the square, 4 times.
"""

import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from timing import make_parser

from briefgen.likeness.arguments import group_arguments
from briefgen.likeness.sketches import sketch_text
from briefgen.models import (
    Codebook,
    Issue,
    IssueStance,
    PositionRecord,
    Provenance,
    Source,
    Stance,
    Statement,
)
from briefgen.synthesis.brief import synthesize
from briefgen.synthesis.same_texts import separate_same_texts

LIMIT = 2.5
"""Greatest ratio: n log n, and a margin for a busy machine."""
MEMORY_LIMIT = 1024
"""MiB."""
ISSUES = 10
STATEMENTS = 20
ARGUMENTS = 40
SIDES: tuple[Stance, ...] = ("support", "oppose", "unclear")
_SYLLABLES = "ba cor di fen gu hal ji ko lum mi nor pa qua re sto tu vel wi xen zo".split()


class Invention:
    """Makes records from chance numbers; the same seed gives the same records."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 (nothing is secret here)
        self._common = [self._make_word() for _ in range(3000)]
        self._weights = [1 / (rank + 1) for rank in range(len(self._common))]
        self._own = {
            (issue, side, argument): [self._make_word() for _ in range(12)]
            for issue in range(ISSUES)
            for side in SIDES
            for argument in range(ARGUMENTS)
        }

    def _make_word(self) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=4))

    def make_argument(self, issue: int, side: Stance) -> str:
        """Return a statement that makes one of the arguments for a side."""
        own = self._own[issue, side, self._chance.randrange(ARGUMENTS)]
        common = self._chance.choices(self._common, self._weights, k=5)
        words = [*self._chance.sample(own, 5), *common]
        self._chance.shuffle(words)
        return f"{' '.join(words).capitalize()}."

    def make_record(self, number: int, text: str) -> PositionRecord:
        """Return a record that takes a side on four issues, made from *text*."""
        name = f"s{number:06}"
        statements: list[Statement] = []
        stances: dict[str, IssueStance] = {}
        start = 0
        for issue in self._chance.sample(range(ISSUES), 4):
            side = self._chance.choice(SIDES)
            ids = []
            for _ in range(STATEMENTS // 4):
                quote = self.make_argument(issue, side)
                ids.append(f"{name}:s{len(statements) + 1}")
                statements.append(
                    Statement(
                        id=ids[-1], start=start, end=start + len(quote), quote=quote, kind="claim",
                        holder=None, issue=f"i{issue}", stance=side, modality="plain",
                    )
                )  # fmt: skip
                start += len(quote) + 1
            stances[f"i{issue}"] = IssueStance(stance=side, confidence=0.9, statements=tuple(ids))
        provenance = Provenance(
            input_sha256="0" * 64, codebook_sha256="0" * 64, extractor="invention/1",
            text=sketch_text([text]),
        )  # fmt: skip
        return PositionRecord(
            source=Source(id=name, path=f"{name}.txt", outlet=f"Outlet {number}"),
            provenance=provenance,
            thesis=None,
            stances=stances,
            statements=tuple(statements),
        )

    def make_records(self, count: int) -> list[PositionRecord]:
        """Return records, every fifth of them with the text of another."""
        texts: list[str] = []
        for number in range(count):
            if number % 5 == 4:
                texts.append(texts[number - 4])
            else:
                texts.append(" ".join(self._chance.choices(self._common, self._weights, k=400)))
        return [self.make_record(number, text) for number, text in enumerate(texts)]


def make_codebook() -> Codebook:
    """Return the codebook of the invented issues."""
    names = [f"i{number}" for number in range(ISSUES)]
    issues = (Issue(id=n, title=n, proposition=f"Do {n}.", terms=(n,)) for n in names)
    return Codebook(topic="Growth", issues=tuple(issues))


def time_calls(call: Callable[[], object], runs: int) -> float:
    """Return the median of the processor seconds that a call takes."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        call()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def make_measures(
    records: Sequence[PositionRecord], arguments: Sequence[str]
) -> dict[str, Callable[[], object]]:
    """Return what is measured, by its name."""
    return {
        f"same texts, {len(records)} records": partial(separate_same_texts, records),
        f"one position, {len(arguments)} arguments": partial(
            group_arguments, arguments, frozenset()
        ),
        f"synthesis, {len(records) * STATEMENTS} statements": partial(
            synthesize, records, make_codebook(), generator="growth"
        ),
    }


def main() -> None:
    """Measure and print."""
    parser = make_parser((__doc__ or "").splitlines()[0], runs=3)
    parser.add_argument("--records", type=int, default=5000)
    options = parser.parse_args()
    invention = Invention(1)
    records = invention.make_records(options.records)
    arguments = [invention.make_argument(0, "support") for _ in range(2 * options.records)]
    half = make_measures(records[::2], arguments[::2])
    ratios = []
    print(f"{'':40}  seconds  half as much  ratio   (medians of {options.runs})")
    for (name, call), half_call in zip(
        make_measures(records, arguments).items(), half.values(), strict=True
    ):
        less, more = time_calls(half_call, options.runs), time_calls(call, options.runs)
        ratios.append(more / less)
        print(f"{name:40}  {more:7.2f}  {less:12.2f}  {more / less:5.2f}", flush=True)
    # Kilobytes, on macOS bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(f"peak memory, generated records and all: {peak:.0f} MiB")
    fine = max(ratios) <= LIMIT and peak <= MEMORY_LIMIT
    print(f"{'within' if fine else 'OVER'} the limits of {LIMIT} times and {MEMORY_LIMIT} MiB")
    if options.check and not fine:
        sys.exit(1)


if __name__ == "__main__":
    main()
