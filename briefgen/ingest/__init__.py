"""Ingest: a corpus folder becomes articles whose text nobody edits and whose blocks are marked.

The doors are loaded when they are first asked for: importing this package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.ingest.article import read_article, read_article_file
    from briefgen.ingest.codebook import codebook_sha256, load_codebook
    from briefgen.ingest.corpus import Corpus, open_corpus
    from briefgen.ingest.inspection import BlockView, Inspection, describe_blocks

__all__ = [
    "BlockView",
    "Corpus",
    "Inspection",
    "codebook_sha256",
    "describe_blocks",
    "load_codebook",
    "open_corpus",
    "read_article",
    "read_article_file",
]

_HOMES = {
    "BlockView": "inspection",
    "Corpus": "corpus",
    "Inspection": "inspection",
    "codebook_sha256": "codebook",
    "describe_blocks": "inspection",
    "load_codebook": "codebook",
    "open_corpus": "corpus",
    "read_article": "article",
    "read_article_file": "article",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
