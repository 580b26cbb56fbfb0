"""The articles' texts, where their corpus is at hand: only they tell what is around a passage."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import ArticleError
from briefgen.exporting.material import Said


@dataclass
class Texts:
    """What could be read."""

    by_source: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """Which articles could not be used, and why. One line each."""


def read_texts(folder: Path, said: Iterable[Said]) -> Texts:
    """Read the text of every article that a statement stands in, as it was coded.

    An article that is missing, cannot be read or has changed is named and left out.

    Raises:
        UsageError: the folder is no corpus.
    """
    from briefgen.ingest.article import read_article
    from briefgen.ingest.corpus import open_corpus

    corpus = open_corpus(folder)
    passages: dict[str, list[Said]] = {}
    for each in said:
        passages.setdefault(each.source.id, []).append(each)
    texts = Texts()
    for source_id, found in passages.items():
        path = corpus.folder / found[0].source.path
        if path not in corpus.files:
            texts.notes.append(f"{found[0].source.path}: not in this corpus; {_LOST}")
            continue
        try:
            text = read_article(path, corpus).text
        except ArticleError as error:
            texts.notes.append(f"{error}; {_LOST}")
            continue
        if all(text[s.statement.start : s.statement.end] == s.statement.quote for s in found):
            texts.by_source[source_id] = text
        else:
            texts.notes.append(f"{found[0].source.path}: changed since it was coded; {_LOST}")
    return texts


_LOST = "its annotations have no prefix and suffix"
