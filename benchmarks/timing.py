"""Run commands in turn and compare their medians."""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Contender:
    """One command line to time."""

    name: str
    command: Sequence[str]


def time_once(command: Sequence[str]) -> float:
    """Run a command and return its seconds.

    Raises:
        CalledProcessError: it failed.
    """
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def time_in_turn(contenders: Sequence[Contender], runs: int) -> list[list[float]]:
    """Return the seconds of each contender's runs; one run more, of each, goes uncounted before."""
    for contender in contenders:
        time_once(contender.command)
    seconds: list[list[float]] = [[] for _ in contenders]
    for _ in range(runs):
        for contender, mine in zip(contenders, seconds, strict=True):
            mine.append(time_once(contender.command))
    return seconds


def compare(contenders: Sequence[Contender], *, runs: int, limit: float, check: bool) -> None:
    """Print a table; the last contender is what the first is measured against.

    Args:
        contenders: what to time, the one to judge first, the yardstick last.
        runs: counted runs of each.
        limit: greatest ratio of the first one's median to the last one's.
        check: whether to end the program with exit code 1 where the ratio is over the limit.
    """
    seconds = time_in_turn(contenders, runs)
    yardstick = statistics.median(seconds[-1])
    width = max(len(contender.name) for contender in contenders)
    print(f"{'':{width}}  median s  least s  most s  ratio   ({runs} runs each, in turn)")
    for contender, mine in zip(contenders, seconds, strict=True):
        median = statistics.median(mine)
        figures = f"{median:8.3f}  {min(mine):7.3f}  {max(mine):6.3f}  {median / yardstick:5.2f}"
        print(f"{contender.name:{width}}  {figures}")
    ratio = statistics.median(seconds[0]) / yardstick
    print(f"{'within' if ratio <= limit else 'OVER'} the limit of {limit}")
    if check and ratio > limit:
        sys.exit(1)


def make_parser(description: str, *, runs: int) -> argparse.ArgumentParser:
    """Return a parser with the options that every benchmark has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--runs", type=int, default=runs, help=f"runs of each (default: {runs})")
    parser.add_argument("--check", action="store_true", help="fail where it is over the limit")
    return parser
