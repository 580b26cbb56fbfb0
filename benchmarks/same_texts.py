"""How sure reprints are told from other articles on the same topic.

Usage: python benchmarks/same_texts.py CORPUS [CORPUS ...]

Printed are the greatest overlaps of two articles of the corpora, and for copies that are changed
by chance (cut at the end, words left out or replaced, a site's words added) how many are found and
the least overlap. All articles of the corpora must be different texts.
"""

import argparse
import itertools
import random
import re
from collections.abc import Sequence
from pathlib import Path

from briefgen.ingest.article import read_article
from briefgen.ingest.corpus import open_corpus
from briefgen.likeness.sketches import Overlap, compare_sketches, sketch_text

CHANGES = (
    (1.0, 0.00, 0),
    (1.0, 0.02, 30),
    (1.0, 0.05, 60),
    (1.0, 0.10, 60),
    (0.7, 0.02, 40),
    (0.5, 0.02, 40),
    (0.4, 0.02, 30),
    (0.3, 0.02, 30),
)
"""Share of the text that is kept, share of its words that are changed, words that are added."""
SHOWN_PAIRS = 5


def read_words(corpora: Sequence[Path]) -> list[list[str]]:
    """Return the words of each article's body."""
    found = []
    for folder in corpora:
        corpus = open_corpus(folder)
        for path in corpus.files:
            article = read_article(path, corpus)
            body = (article.text[b.start : b.end] for b in article.blocks if b.kind == "body")
            found.append(re.findall(r"\w+", " ".join(body)))
    return found


def change(words: Sequence[str], kept: float, changed: float, added: int) -> list[str]:
    """Return a copy, changed by chance; the same words are changed in the same way."""
    chance = random.Random(len(words))  # noqa: S311 (nothing is secret here)
    copy = []
    for word in words[: int(kept * len(words))]:
        drawn = chance.random()
        if drawn >= changed:
            copy.append(word)
        elif drawn >= changed / 2:
            copy.append(f"{word}x")
    return copy + [f"site{chance.random()}" for _ in range(added)]


def compare(one: Sequence[str], other: Sequence[str]) -> Overlap:
    """Compare two texts by their sketches."""
    return compare_sketches(sketch_text([" ".join(one)]), sketch_text([" ".join(other)]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path, nargs="+")
    texts = read_words(parser.parse_args().corpora)
    pairs = [compare(one, other) for one, other in itertools.combinations(texts, 2)]
    shares = sorted((sorted((o.of_first, o.of_second), reverse=True) for o in pairs), reverse=True)
    print(f"{len(texts)} articles, {sum(o.is_same for o in pairs)} of {len(pairs)} pairs one text")
    for of_one, of_other in shares[:SHOWN_PAIRS]:
        print(f"    {of_one:.2f} of the one, {of_other:.2f} of the other")
    print("copies:  kept  words changed  words added  found  least shared: of article  of copy")
    for kept, changed, added in CHANGES:
        overlaps = [compare(words, change(words, kept, changed, added)) for words in texts]
        found = sum(overlap.is_same for overlap in overlaps)
        least = [min(getattr(o, side) for o in overlaps) for side in ("of_first", "of_second")]
        print(
            f"{kept:13.0%}  {changed:13.0%}  {added:11}  {found:2}/{len(texts):2}  "
            f"{least[0]:24.2f}  {least[1]:7.2f}"
        )


if __name__ == "__main__":
    main()
