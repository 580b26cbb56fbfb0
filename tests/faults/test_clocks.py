"""The clock stands at 1970 or at 2100, or jumps back: what is written is the same.

A real program with a clock of its own: the C library's is put before it by a small library, which
is compiled here.
"""

import os
import shutil
import subprocess
import sys

import pytest

from tests.faults.conftest import ROOT
from tests.faults.striking import hidden, visible

CLOCK = """
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* The seconds since 1970 that CLOCK says, with BACK seconds less at each look. */
static time_t now(void)
{
    static long looks;
    const char *start = getenv("CLOCK"), *back = getenv("BACK");
    time_t seconds = (start ? atol(start) : 0) - (back ? atol(back) : 0) * looks++;
    return seconds < 0 ? 0 : seconds;
}

int clock_gettime(clockid_t which, struct timespec *found)
{
    int failed = syscall(SYS_clock_gettime, which, found);
    if (!failed && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE))
        found->tv_sec = now();
    return failed;
}

int gettimeofday(struct timeval *found, void *zone)
{
    (void)zone;
    found->tv_sec = now();
    found->tv_usec = 0;
    return 0;
}

time_t time(time_t *found)
{
    time_t seconds = now();
    if (found) *found = seconds;
    return seconds;
}
"""
FORMATS = ("-f", "md", "-f", "html", "-f", "docx", "-f", "pdf")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="puts a library before the C library's"),
]


@pytest.fixture(scope="module")
def clock(tmp_path_factory):
    """Return the library, compiled."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler: apt-get install gcc")
    folder = tmp_path_factory.mktemp("clock")
    (folder / "clock.c").write_text(CLOCK)
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", "clock.so", "clock.c"], cwd=folder, check=True
    )
    return folder / "clock.so"


def build(corpus, out, *options, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "build", corpus, "--out", out, *FORMATS, *options],
        cwd=out.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def wanted(trams, tmp_path_factory):
    """Return what is built by the clock of this machine."""
    folder = tmp_path_factory.mktemp("now")
    build(trams.new, folder / "out")
    return visible(folder / "out")


@pytest.mark.parametrize(
    "environment",
    [{"CLOCK": "0"}, {"CLOCK": "4102444800"}, {"CLOCK": "1800000000", "BACK": "3600"}],
    ids=["1970", "2100", "an hour back at each look"],
)
def test_the_clock_is_nobodys_input(clock, trams, tmp_path, wanted, environment):
    look = subprocess.run(
        [sys.executable, "-c", "import time; print(time.gmtime().tm_year)"],
        env={**os.environ, **environment, "LD_PRELOAD": str(clock)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert look.stdout.strip() in {"1970", "2100", "2027"}, "the clock is not in force"
    out = tmp_path / "out"
    report = tmp_path / "run.json"

    build(trams.new, out, "--report", str(report), LD_PRELOAD=str(clock), **environment)

    assert visible(out) == wanted
    assert hidden(out) == ["run.json"]
    assert report.exists()
    again = build(trams.new, out, LD_PRELOAD=str(clock), **environment)
    assert "unchanged" in again.stderr


@pytest.mark.parametrize("seconds", [0, 4_102_444_800], ids=["1970", "2100"])
def test_dates_of_files_are_nobodys_input(trams, tmp_path, wanted, seconds):
    """Articles and outputs of the future, or as old as the clock: what counts is their bytes."""
    corpus = shutil.copytree(trams.new, tmp_path / "trams")
    out = tmp_path / "out"
    for path in corpus.rglob("*"):
        os.utime(path, (seconds, seconds))
    build(corpus, out)
    assert visible(out) == wanted
    for path in [*corpus.rglob("*"), *out.iterdir()]:
        os.utime(path, (4_102_444_800 - seconds, 4_102_444_800 - seconds))
    (corpus / "articles" / "harbour-post.txt").write_text("Trams should be cheaper.\n")
    os.utime(corpus / "articles" / "harbour-post.txt", (seconds, seconds))

    build(corpus, out)

    assert visible(out) != wanted, "a change is noticed whatever its date"
