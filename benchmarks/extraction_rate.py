"""How many articles a second extraction codes, against pysbd's sentence splitting alone."""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.verification import verify
from briefgen.ingest.article import read_article_file
from briefgen.ingest.codebook import codebook_sha256
from briefgen.ingest.corpus import Corpus, open_corpus
from briefgen.models import Article

SEED = Path(__file__).resolve().parents[1] / "seeds" / "ukraine-peace"
ARTICLE_WORDS = 985
"""The length of an opinion piece: the mean of real ones."""
LIMIT = 2.0
"""Extraction codes at least so many articles in the time in which pysbd splits one."""

Work = Callable[[Article], object]


def main() -> None:
    """Run the benchmark."""
    options = _parse()
    corpus = open_corpus(options.corpus)
    articles = make_articles(corpus)
    contenders: list[tuple[str, Work]] = [
        ("briefgen, extraction and verification", _extraction(corpus)),
        ("pysbd, sentence splitting alone", _splitting()),
    ]
    rates = _rates_in_turn([work for _, work in contenders], articles, options.runs)
    words = statistics.mean(article.source.words for article in articles)
    print(f"{len(articles)} articles of {words:.0f} words, one core, {options.runs} runs in turn")
    width = max(len(name) for name, _ in contenders)
    print(f"{'articles a second':{width}}  median  least   most")
    for (name, _), mine in zip(contenders, rates, strict=True):
        median = statistics.median(mine)
        print(f"{name:{width}}  {median:6.1f}  {min(mine):5.1f}  {max(mine):5.1f}")
    ratio = statistics.median(ours / theirs for ours, theirs in zip(*rates, strict=True))
    print(f"ratio {ratio:.2f}: {'within' if ratio >= LIMIT else 'UNDER'} the limit of {LIMIT}")
    if options.check and ratio < LIMIT:
        sys.exit(1)


def make_articles(corpus: Corpus) -> list[Article]:
    """Return as many articles as *corpus* has, each with about ``ARTICLE_WORDS`` words.

    Each begins with another of them and goes on with the paragraphs of the next ones.
    """
    bodies = [_body(read_article_file(path)) for path in corpus.files]
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(len(bodies)):
            turned = [*bodies[number:], *bodies[:number]] * 9
            path = Path(folder) / f"{number}.txt"
            path.write_text("\n\n".join(_take([*chain.from_iterable(turned)])), encoding="utf-8")
            made.append(read_article_file(path))
    return made


def _body(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == "body"]


def _take(paragraphs: Sequence[str]) -> list[str]:
    """Return the first paragraphs that together reach the length of an article."""
    taken: list[str] = []
    words = 0
    for paragraph in paragraphs:
        if words >= ARTICLE_WORDS:
            break
        taken.append(paragraph)
        words += len(paragraph.split())
    return taken


def _extraction(corpus: Corpus) -> Work:
    extractor = LexicalExtractor(corpus.codebook, codebook_sha256(corpus.codebook))
    return lambda article: verify(extractor.extract(article), article, corpus.codebook)


def _splitting() -> Work:
    try:
        import pysbd  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ModuleNotFoundError:
        sys.exit("pysbd is missing: pip install -r benchmarks/requirements.txt")
    segmenter = pysbd.Segmenter(language="en", clean=False)
    return lambda article: segmenter.segment(article.text)


def _rates_in_turn(
    works: Sequence[Work], articles: Sequence[Article], runs: int
) -> list[list[float]]:
    """Return each one's articles a second in each run; a run before goes uncounted.

    They take turns article by article, so that a busy machine slows all of them alike.
    """
    rates: list[list[float]] = [[] for _ in works]
    for run in range(runs + 1):
        seconds = [0.0 for _ in works]
        for article in articles:
            for number, work in enumerate(works):
                start = time.process_time()
                work(article)
                seconds[number] += time.process_time() - start
        if run:
            for mine, total in zip(rates, seconds, strict=True):
                mine.append(len(articles) / total)
    return rates


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=SEED, help="default: the seed")
    parser.add_argument("--runs", type=int, default=15, help="runs of each (default: 15)")
    parser.add_argument("--check", action="store_true", help="fail where it is under the limit")
    return parser.parse_args()


if __name__ == "__main__":
    main()
