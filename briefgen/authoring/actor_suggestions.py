"""Actors that a codebook could list: whose views the articles report, with their spellings."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.authoring.reading import Text
from briefgen.extraction.lexical.voices.attribution import find_attributions
from briefgen.models import Codebook
from briefgen.models.names import fold_name, is_name
from briefgen.models.titles import split_title

MIN_ARTICLES = 2
"""An actor of one article needs no merging."""
MOST_ACTORS = 12
"""More than a person reads through; the brief names the others all the same."""
_JOINED = re.compile(r",|\sand\s")


@dataclass(frozen=True)
class ActorSuggestion:
    """An actor with the names under which articles report views of theirs."""

    name: str
    """The spelling of most articles."""
    spellings: tuple[str, ...]
    """The others, sorted; as they stand in the articles, an article before them left out."""
    articles: int
    reports: int
    """How often a view of theirs is reported."""


def suggest_actors(
    texts: Sequence[Text], codebook: Codebook | None = None
) -> tuple[ActorSuggestion, ...]:
    """Return the actors that several articles report and *codebook* does not list.

    Only names are proposed, no descriptions; spellings that differ by a title, and a surname with
    the one full name that ends with it, stand together. Which of the others are one actor ("the
    Palace" and a king's name) a person knows.
    """
    listed = _list_names(codebook) if codebook is not None else frozenset()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for text in texts:
        for report in find_attributions(text.article.text, list(text.sentences)):
            holder = report.holder
            if holder is None or holder.kind != "name" or not is_name(holder.name):
                continue
            if _JOINED.search(holder.name):
                continue  # two at once; each stands alone elsewhere
            name = _plain(holder.name)
            if name[:1].isupper() and not listed & {fold_name(name), split_title(name)[0]}:
                found[split_title(name)[0]].append((text.id, name))
    groups = _join_surnames(found)
    suggestions = [_suggest(uses) for uses in groups if _count_articles(uses) >= MIN_ARTICLES]
    suggestions.sort(key=lambda each: (-each.articles, -each.reports, each.name))
    return tuple(suggestions[:MOST_ACTORS])


def _list_names(codebook: Codebook) -> frozenset[str]:
    every = codebook.listed_actors().items()
    return frozenset(fold_name(text) for name, aliases in every for text in (name, *aliases))


def _plain(name: str) -> str:
    """Return a name as it stands, without the article or possessive that the sentence adds."""
    words = " ".join(name.split())
    bare = fold_name(words)
    start = words.casefold().find(bare)
    return words[start : start + len(bare)] if start >= 0 else words


def _join_surnames(found: dict[str, list[tuple[str, str]]]) -> list[list[tuple[str, str]]]:
    groups = dict(found)
    for bare in sorted(found):
        if " " in bare:
            continue
        full = [each for each in found if each.endswith(f" {bare}")]
        if len(full) == 1 and full[0] in groups:
            groups[full[0]] = [*groups[full[0]], *groups.pop(bare)]
    return list(groups.values())


def _count_articles(uses: Sequence[tuple[str, str]]) -> int:
    return len({article for article, _ in uses})


def _suggest(uses: Sequence[tuple[str, str]]) -> ActorSuggestion:
    names = sorted({name for _, name in uses})
    in_articles = {name: _count_articles([use for use in uses if use[1] == name]) for name in names}
    first = min(names, key=lambda name: (-in_articles[name], -len(name), name))
    others = tuple(name for name in names if name != first)
    return ActorSuggestion(first, others, _count_articles(uses), len(uses))
