"""What a page's own metadata states: JSON-LD, Open Graph, Dublin Core and citation tags.

trafilatura also guesses dates and authors from the text; here nothing is guessed.
"""

from __future__ import annotations

import json
import re
from typing import Any

from briefgen.ingest.metadata import Metadata, normalise_date

_ARTICLE_TYPES = ("article", "posting", "report", "webpage")
_MAX_AUTHORS = 12
_MAX_CHARS = 400
_MAX_NODES = 300
_TITLE = (
    "citation_title",
    "og:title",
    "twitter:title",
    "dc.title",
    "parsely-title",
    "sailthru.title",
)
_OUTLET = ("og:site_name", "citation_journal_title", "application-name", "dc.publisher")
_AUTHOR = (
    "author",
    "article:author",
    "citation_author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_PUBLISHED = (
    "article:published_time",
    "citation_publication_date",
    "datepublished",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
    "sailthru.date",
)


def metadata_from_page(tree: Any) -> Metadata:  # noqa: ANN401 (lxml has no types)
    """Return what the page's metadata states about its article."""
    tags = _meta_tags(tree)
    linked = _linked_data(tree)
    return Metadata(
        title=_title(tree, tags, linked),
        outlet=_name(linked.get("publisher")) or _first(tags, _OUTLET),
        authors=_authors(linked.get("author")) or _tag_authors(tags),
        published=_published(tree, tags, linked),
        url=_url(tree, tags),
    )


def _meta_tags(tree: Any) -> dict[str, list[str]]:  # noqa: ANN401
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = _clean(element.get("content"))
        if name and value:
            tags.setdefault(name.strip().lower(), []).append(value)
    return tags


def _clean(value: object) -> str | None:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text[:_MAX_CHARS] or None


def _first(tags: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((tags[name][0] for name in names if name in tags), None)


def _linked_data(tree: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the first JSON-LD object that is an article; a page about none has none."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).lower().endswith(_ARTICLE_TYPES[:-1]) for name in names):
                return node
    return {}


def _nodes(data: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = [data]
    while waiting and len(found) < _MAX_NODES:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:_MAX_NODES])
        elif isinstance(node, dict):
            found.append(node)
            waiting.append(node.get("@graph"))
            waiting.append(node.get("mainEntity"))
    return found


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _clean(value)


def _authors(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names = (_name(item) for item in values[:_MAX_AUTHORS])
    return tuple(dict.fromkeys(name for name in names if name and _is_name(name)))


def _is_name(text: str) -> bool:
    return "://" not in text and "@" not in text and any(character.isalpha() for character in text)


def _tag_authors(tags: dict[str, list[str]]) -> tuple[str, ...]:
    for name in _AUTHOR:
        names = [re.sub(r"(?i)^by ", "", text) for text in tags.get(name, ()) if _is_name(text)]
        if names:
            return tuple(dict.fromkeys(names[:_MAX_AUTHORS]))
    return ()


def _published(
    tree: Any,  # noqa: ANN401
    tags: dict[str, list[str]],
    linked: dict[str, Any],
) -> str | None:
    stated = [linked.get("datePublished"), *(tags[name][0] for name in _PUBLISHED if name in tags)]
    stated += [
        element.get("datetime")
        for element in tree.iter("time")
        if (element.get("itemprop") or "").lower() == "datepublished"
    ]
    for value in stated:
        text = value.replace("/", "-") if isinstance(value, str) else ""
        if found := normalise_date(text):
            return found
    return None


def _url(tree: Any, tags: dict[str, list[str]]) -> str | None:  # noqa: ANN401
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            href = (element.get("href") or "").strip()
            if href.startswith(("http://", "https://")):
                return href
    address = _first(tags, ("og:url",))
    return address if address and address.startswith(("http://", "https://")) else None


def _title(
    tree: Any,  # noqa: ANN401
    tags: dict[str, list[str]],
    linked: dict[str, Any],
) -> str | None:
    headings = [_clean("".join(element.itertext())) for element in tree.iter("h1")]
    stated = _clean(linked.get("headline")) or _first(tags, _TITLE)
    if stated is None:
        named = [_clean("".join(element.itertext())) for element in tree.iter("title")]
        stated = next((name for name in named if name), None)
        if len(headings) == 1 and headings[0]:
            return headings[0]
    for heading in headings:
        # "Headline | The Paper": the page's heading says where the headline ends.
        if heading and stated and stated.startswith(heading):
            return heading
    return stated
