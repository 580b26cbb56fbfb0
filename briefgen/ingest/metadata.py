"""What is known about a source: sources.yaml, front matter, and dates as ISO 8601.

Nothing here guesses: a field is what somebody wrote, or it is unknown.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, get_args

from pydantic import Field

from briefgen.errors import ArticleError, Notice, SourcesError
from briefgen.ingest.marked_yaml import (
    Problems,
    compose_mapping,
    describe,
    fields_of,
    is_scalar,
    join_key,
    mapping_items,
    read_yaml_file,
    text_of,
    texts_of,
)
from briefgen.models import SourceKind
from briefgen.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    import yaml

_FIELDS = ("title", "outlet", "authors", "published", "url", "kind")
_MEANT = {
    "author": "authors",
    "by": "authors",
    "byline": "authors",
    "date": "published",
    "headline": "title",
    "link": "url",
    "publication": "outlet",
    "publisher": "outlet",
}
"""What other programs call a source's fields in front matter."""
_LIKE = 0.8
"""Likeness (difflib's ratio) from which a key is one of a source's with a typing mistake."""
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?")
_FRONT = re.compile(
    r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)", re.S
)
_FIRST_YEAR = 1000


class Metadata(Model):
    """What one origin states about a source; None and ``()`` where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = Field(default=())
    published: str | None = None
    url: str | None = None
    kind: SourceKind | None = None

    def texts(self) -> tuple[str, ...]:
        """Return what is stated in words: title, outlet, authors."""
        return tuple(text for text in (self.title, self.outlet, *self.authors) if text)

    def or_else(self, other: Metadata) -> Metadata:
        """Return this, with what it leaves open taken from *other*."""
        return Metadata(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            authors=self.authors or other.authors,
            published=self.published or other.published,
            url=self.url or other.url,
            kind=self.kind or other.kind,
        )


def normalise_date(text: str) -> str | None:
    """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None where *text* is no such date.

    A time after a full date is dropped, not converted: the day is the one the source states.
    """
    match = _ISO.fullmatch(text.strip())
    if match is None or int(match[1]) < _FIRST_YEAR:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        whole = date(year or 1, month or 1, day or 1)
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day else 7 if month else 4]


class Sources(NamedTuple):
    """What sources.yaml states."""

    metadata: Mapping[str, Metadata]
    """By the article's file name."""
    strays: tuple[Notice, ...] = ()
    """Entries for which there is no article: it was taken away, or the name is a slip."""


def load_sources(path: Path, names: Collection[str]) -> Sources:
    """Read sources.yaml, for the article files *names*.

    An entry without an article costs nothing else: the others are read, and it is told.

    Raises:
        SourcesError: names file, line and key of everything that is wrong.
    """
    problems = Problems(path.name, SourcesError)
    text = read_yaml_file(path, problems)
    if not any(line.split("#")[0].strip(" -.") for line in text.splitlines()):
        return Sources({})
    known = {name: name for name in names} | {f"articles/{name}": name for name in names}
    result: dict[str, Metadata] = {}
    strays = []
    for name, key_node, value in mapping_items(compose_mapping(text, problems), "", problems):
        if name not in known:
            where = f"{path.name}:{key_node.start_mark.line + 1}: {name}"
            strays.append(Notice(_no_such_file(name, names), where, _STRAY_HINT))
        elif describe(value) != "nothing":
            result[known[name]] = _read_entry(value, name, problems, strict=True)
    problems.raise_if_any()
    return Sources(result, tuple(strays))


_STRAY_HINT = "take the entry out, or give it the name of its article"


def _no_such_file(name: str, names: Collection[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(names), 1, 0.6)
    return "no article has this file name" + (f"; did you mean {near[0]!r}?" if near else "")


def read_front_matter(text: str, where: str) -> tuple[Metadata, int]:
    """Return what Markdown's front matter states, and the offset at which it ends.

    Keys that are not a source's are ignored: other programs keep theirs there too.

    Raises:
        ArticleError: the front matter is no valid YAML, or a value cannot be right.
    """
    match = _FRONT.match(text)
    if match is None or not re.search(r"(?m)^[\w-]+[ \t]*:", match[1]):
        return Metadata(), 0
    problems = Problems(where, ArticleError, first_line=2)
    entry = _read_entry(compose_mapping(match[1], problems), "", problems, strict=False)
    problems.raise_if_any("the front matter stands between the two lines of ---")
    return entry, match.end()


def find_slips(text: str, where: str) -> Iterator[str]:
    """Yield, in words, the keys of Markdown's front matter that probably mean one of a source.

    Args:
        text: of an article whose front matter can be read.
        where: names the article.
    """
    match = _FRONT.match(text)
    if match is None or not read_front_matter(text, where)[1]:
        return
    problems = Problems(where, ArticleError, first_line=2)
    found = [
        (key, node)
        for key, node, _ in mapping_items(compose_mapping(match[1], problems), "", problems)
    ]
    given = {key for key, _ in found}
    for key, node in found:
        meant = _MEANT.get(key.casefold()) or next(iter(_near(key)), None)
        if key not in _FIELDS and meant is not None and meant not in given:
            line = problems.first_line + node.start_mark.line
            yield f"{where}:{line}: {key}: not read; did you mean {meant!r}?"


def _near(key: str) -> list[str]:
    import difflib

    return difflib.get_close_matches(key.casefold(), _FIELDS, 1, _LIKE)


def _read_entry(node: yaml.Node, key: str, problems: Problems, *, strict: bool) -> Metadata:
    if strict:
        fields = fields_of(node, key, _FIELDS, problems)
    else:
        fields = {n: v for n, _, v in mapping_items(node, key, problems) if n in _FIELDS}
    given = {n: v for n, v in fields.items() if describe(v) != "nothing"}
    texts = {
        name: text_of(given[name], join_key(key, name), problems)
        for name in ("title", "outlet", "published", "url", "kind")
        if name in given
    }
    return Metadata(
        title=texts.get("title"),
        outlet=texts.get("outlet"),
        authors=_read_authors(given.get("authors"), join_key(key, "authors"), problems),
        published=_read_date(given, texts.get("published"), key, problems),
        url=_read_url(given, texts.get("url"), key, problems),
        kind=_read_kind(given, texts.get("kind"), key, problems),
    )


def _read_authors(node: yaml.Node | None, key: str, problems: Problems) -> tuple[str, ...]:
    if node is None:
        return ()
    if is_scalar(node):
        one = text_of(node, key, problems)
        return (one,) if one else ()
    return texts_of(node, key, problems)


def _read_date(
    given: dict[str, yaml.Node], text: str | None, key: str, problems: Problems
) -> str | None:
    if text is None:
        return None
    found = normalise_date(text)
    if found is None:
        wanted = "write YYYY-MM-DD, YYYY-MM or YYYY"
        problems.add(
            given["published"], join_key(key, "published"), f"{text!r} is no date; {wanted}"
        )
    return found


def _read_url(
    given: dict[str, yaml.Node], text: str | None, key: str, problems: Problems
) -> str | None:
    if text is not None and not text.lower().startswith(("http://", "https://")):
        problems.add(
            given["url"], join_key(key, "url"), f"{text!r} does not start with http:// or https://"
        )
        return None
    return text


def _read_kind(
    given: dict[str, yaml.Node], text: str | None, key: str, problems: Problems
) -> SourceKind | None:
    for kind in get_args(SourceKind):
        if text == kind:
            return kind  # type: ignore[no-any-return]
    if text is not None:
        known = " or ".join(get_args(SourceKind))
        problems.add(given["kind"], join_key(key, "kind"), f"{text!r} is no kind; write {known}")
    return None
