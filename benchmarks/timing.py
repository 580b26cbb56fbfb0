"""Run commands in turn and compare their medians.

What is compared is installed programs, so their modules are compiled, as pip leaves them: each
command finds and keeps compiled modules in a folder of its own for the time of the benchmark, also
where the environment forbids Python to write them. The first, uncounted run fills it.
"""

import argparse
import atexit
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Contender:
    """One command line to time."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True)
class Timing:
    """How long one run took."""

    seconds: float
    """From start to end."""
    work: float
    """Seconds of processors, the command's own processes together: that of a busy machine is
    nearly that of an idle one."""


@cache
def _environment() -> Mapping[str, str]:
    folder = tempfile.TemporaryDirectory(prefix="briefgen-benchmark-")
    atexit.register(folder.cleanup)
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**known, "PYTHONPYCACHEPREFIX": folder.name}


def time_once(command: Sequence[str]) -> Timing:
    """Run a command and return how long it took.

    Raises:
        CalledProcessError: it failed.
    """
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=_environment(),
    )
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Timing(seconds, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def time_in_turn(contenders: Sequence[Contender], runs: int) -> list[list[Timing]]:
    """Return each contender's runs; one run more, of each, goes uncounted before."""
    for contender in contenders:
        time_once(contender.command)
    timings: list[list[Timing]] = [[] for _ in contenders]
    for _ in range(runs):
        for contender, mine in zip(contenders, timings, strict=True):
            mine.append(time_once(contender.command))
    return timings


def median_of(timings: Sequence[Timing]) -> Timing:
    """Return the median of the seconds, and that of the work."""
    return Timing(
        statistics.median(each.seconds for each in timings),
        statistics.median(each.work for each in timings),
    )


def compare(contenders: Sequence[Contender], *, runs: int, limit: float, check: bool) -> None:
    """Print a table; the last contender is what the first is measured against.

    Args:
        contenders: what to time, the one to judge first, the yardstick last.
        runs: counted runs of each.
        limit: greatest ratio of the first one's median to the last one's.
        check: whether to end the program with exit code 1 where the ratio is over the limit.
    """
    timings = time_in_turn(contenders, runs)
    yardstick = median_of(timings[-1])
    width = max(len(contender.name) for contender in contenders)
    print(
        f"{'':{width}}  median s  least s  most s  ratio  work s  ratio"
        f"   ({runs} runs each, in turn)"
    )
    for contender, mine in zip(contenders, timings, strict=True):
        median, seconds = median_of(mine), [each.seconds for each in mine]
        print(
            f"{contender.name:{width}}  {median.seconds:8.3f}  {min(seconds):7.3f}"
            f"  {max(seconds):6.3f}  {median.seconds / yardstick.seconds:5.2f}"
            f"  {median.work:6.3f}  {median.work / yardstick.work:5.2f}"
        )
    ratio = median_of(timings[0]).seconds / yardstick.seconds
    print(f"{'within' if ratio <= limit else 'OVER'} the limit of {limit}")
    if check and ratio > limit:
        sys.exit(1)


def make_parser(description: str, *, runs: int) -> argparse.ArgumentParser:
    """Return a parser with the options that every benchmark has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--runs", type=int, default=runs, help=f"runs of each (default: {runs})")
    parser.add_argument("--check", action="store_true", help="fail where it is over the limit")
    return parser
