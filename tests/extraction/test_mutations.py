"""Broken articles: each is refused in plain words or gives a record that holds.

``BRIEFGEN_MUTATIONS=all pytest tests/extraction/test_mutations.py`` tries all of them, for two
minutes; without it chance takes some, and a failure says which one it was.
"""

import contextlib
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.errors import ArticleError
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.verification import verify
from briefgen.ingest.article import read_article_file
from briefgen.ingest.corpus import open_corpus
from tests.extraction.invented import TOLL
from tests.extraction.mutations import mutate
from tests.extraction.test_spans import OPINION, assert_sound

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ALL = os.environ.get("BRIEFGEN_MUTATIONS") == "all"
MUTATED = 20_000
"""All of them; more than half can be read, the others are refused."""
BATCH = 2_000 if ALL else 600
FIRSTS = range(0, MUTATED, BATCH) if ALL else (None, None)
"""The numbers that batches begin with; None: chance says."""
LARGE = 5_000_000 if ALL else 700_000
"""Characters of the longest paragraph."""
STEPS_RATIO = 2.4
"""Twice the text may take so many times the steps: twice, and what a longer text starts with."""
TIME_RATIO = 3.0
"""The same for seconds, which sway."""

PROSE = " ".join(OPINION) + " "
REPEATED = {
    "prose": PROSE,
    "a paragraph a sentence": PROSE.replace(". ", ".\n\n"),
    "lines": PROSE.replace(". ", ".\r\n"),
    "nested quotations": "“he said ",
    "closing quotation marks": "toll” ",
    "straight quotation marks": 'toll" ',
    "single quotation marks": "‘toll ",
    "commas": "toll, ",
    "parentheses": "(toll ",
    "endless reports": "Holt said that ",
    "reports one by one": "Mara Holt said so. They should pay. It should pay. ",
    "names": "Mara Holt, Jan Lund and ",
    "speakers": "HOLT: Yes, the toll should stay.\n",
    "demands": "should and let; must ",
    "conditions": "provided that the toll stays ",
    "abbreviations": "U.S. ",
    "digits": "1,5 ",
    "other script": "日本語の文章です。",
    "bidirectional marks": "\u202ea\u200f ",
    "share lines": "Share this\n\n",
    "teasers": "Read more: the toll\n\n",
    "headings": "# Toll\n\n",
    "list items": "- the toll stays\n",
    "mixed line ends": "a\r\nb\rc\n\u2028d\x85",
    "emoji": "👩🏽‍🌾 ",
}


@pytest.fixture(scope="module")
def extractor() -> LexicalExtractor:
    return LexicalExtractor(open_corpus(SEEDS / "ukraine-peace").codebook, "0" * 64)


@pytest.fixture(scope="module")
def articles() -> list[str]:
    paths = sorted(SEEDS.glob("*/articles/*"))
    return [*(path.read_text(encoding="utf-8") for path in paths), "\n\n".join(OPINION)]


@pytest.mark.slow
@pytest.mark.timeout(1800 if ALL else 300)
@pytest.mark.parametrize("first", FIRSTS)
def test_mutated_articles_give_records_that_hold(first, tmp_path, extractor, articles):
    codebook = open_corpus(SEEDS / "ukraine-peace").codebook
    if first is None:
        first = random.SystemRandom().randrange(MUTATED - BATCH)
    path = tmp_path / "a.txt"
    read = 0
    for number in range(first, first + BATCH):
        path.write_bytes(mutate(articles, number))
        try:
            article = read_article_file(path)
        except ArticleError:
            continue  # refused in plain words; any other error fails
        with naming(number):
            assert_sound(extractor.extract(article), article, codebook)
        read += 1

    assert read > BATCH / 2


@contextlib.contextmanager
def naming(number: int) -> Iterator[None]:
    """Let an error say which article it came from."""
    try:
        yield
    except Exception as error:
        error.add_note(f"the article is mutate(articles, {number})")
        raise


def test_the_same_number_gives_the_same_mutation(articles):
    assert [mutate(articles, n) for n in range(40)] == [mutate(articles, n) for n in range(40)]
    assert len({mutate(articles, n) for n in range(40)}) > 35


def count_steps(path: Path, text: str) -> int:
    """Return how many lines of Python reading, extracting and verifying a text runs.

    Loops within one line count each time round; what runs in C does not.
    """
    path.write_text(text, encoding="utf-8", newline="")
    steps = 0

    def step(frame: object, event: str, argument: object) -> object:
        nonlocal steps
        steps += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        run(path)
    finally:
        sys.settrace(before)
    return steps


def run(path: Path) -> None:
    """Read, extract and verify an article; a text that is no article stops at the first."""
    try:
        article = read_article_file(path)
    except ArticleError:
        return
    verify(LexicalExtractor(TOLL, "0" * 64).extract(article), article, TOLL)


@pytest.mark.slow
@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED.keys())
def test_twice_the_text_takes_twice_the_steps(piece, tmp_path):
    """Counted, not timed: the machine's load changes nothing."""
    path = tmp_path / "a.txt"
    times = 12_000 // len(piece)
    count_steps(path, piece)

    once, twice = (count_steps(path, piece * n) for n in (times, 2 * times))

    assert twice < STEPS_RATIO * once


def seconds(path: Path) -> float:
    begin = time.process_time()
    run(path)
    return time.process_time() - begin


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["toll" * 500_000, "7" * 2_000_000, "(" * 2_000_000, "toll, " * 100_000, "“he said " * 10_000],
    ids=["giant word", "digits", "parentheses", "commas", "ten thousand nested quotations"],
)
def test_a_monster_takes_seconds(text, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")

    assert seconds(path) < 20


@pytest.mark.slow
@pytest.mark.timeout(1800 if ALL else 300)
def test_one_paragraph_of_megabytes_takes_linear_time(tmp_path):
    tenth, whole = tmp_path / "tenth.txt", tmp_path / "whole.txt"
    tenth.write_text(PROSE * (LARGE // 10 // len(PROSE)), encoding="utf-8")
    whole.write_text(PROSE * (LARGE // len(PROSE)), encoding="utf-8")

    assert seconds(whole) < 10 * TIME_RATIO * min(seconds(tenth) for _ in range(2))
