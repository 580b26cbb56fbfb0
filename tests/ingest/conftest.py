"""Invented articles for the tests of ingest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.ingest import read_article_file
from briefgen.models import Article

PROSE = (
    "The harbour authority should raise its fees again, because ships that pay nothing for clean "
    "air have no reason to wait for it, and the towns along the river pay for them instead.",
    "Owners answer that trade will move elsewhere. It has not moved in nine years, and the port of "
    "Linden, which charges twice as much, has more ferries than ever before.",
    "What would help is a fund for small companies. If the authority gave half of the income back "
    "to those who refit their engines, even the pilots' union would come round.",
    "None of this is certain, and the engineers warn that filters clog in cold winters. But doing "
    "nothing is a choice too, and it is the one that the towns have paid for longest.",
)
"""Four paragraphs of one opinion, from which the layouts are put together."""

CODEBOOK = """\
topic: Harbour fees
issues:
  - id: harbour-fee
    title: The harbour fee
    proposition: The harbour fee should rise.
    terms: [fee, harbour, 2020, no]
    support: [raise its fees]
    oppose: [trade will move]
"""

Reader = Callable[..., Article]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Return a function that writes a file and reads it as an article."""

    def read_text(*paragraphs: str, name: str = "a.txt", between: str = "\n\n") -> Article:
        path = tmp_path / name
        path.write_bytes(between.join(paragraphs).encode())
        return read_article_file(path)

    return read_text


@pytest.fixture
def corpus_folder(tmp_path: Path) -> Path:
    """Return a corpus folder with a codebook and one article."""
    folder = tmp_path / "corpus"
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "articles" / "b.txt").write_text("\n\n".join(PROSE), encoding="utf-8")
    return folder


def text_of(article: Article, kind: str) -> list[str]:
    """Return the texts of an article's blocks of one kind."""
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]
