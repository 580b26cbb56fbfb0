"""Every statement as a W3C Web Annotation: JSON-LD that annotation tools and archives read.

After the Web Annotation Data Model (W3C Recommendation, 23 February 2017): one collection with one
page. An annotation *classifies* a passage; its body holds tags (``issue:…``, ``stance:…``,
``voice:author`` or ``voice:reported``, ``holder:…``, ``kind:…``). The passage is selected twice, by
its place (``TextPositionSelector``, characters counted as Unicode code points from 0, the end not
included) and by its words (``TextQuoteSelector``, with what stands before and after it where the
article's text is at hand). The target is the page on the web where the source has an address, and
its state names the corpus's copy, into which the place counts; else it is that copy.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from briefgen.exporting.material import Material, Said

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND_CHARACTERS = 32
"""Of the prefix and of the suffix; the length that Hypothesis uses."""

Json = dict[str, Any]


def write_annotations(material: Material) -> bytes:
    """Return all statements as one JSON-LD file, in UTF-8, an annotation a line."""
    items = [json.dumps(_annotate(said, material), ensure_ascii=False) for said in material.said]
    brief = material.brief
    collection = {
        "@context": CONTEXT,
        "id": _name(brief.evidence_sha256, "collection"),
        "type": "AnnotationCollection",
        "label": brief.topic,
        "generator": {"type": "Software", "name": brief.generator},
        "total": len(items),
        "first": {
            "id": _name(brief.evidence_sha256, "page"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [],
        },
    }
    # The items are the last that stands in the file. Indenting them, too, takes ten times as long.
    head, _, tail = json.dumps(collection, ensure_ascii=False, indent=2).rpartition("[]")
    lines = ",\n".join(items)
    return f"{head}[\n{lines}\n]{tail}\n".encode()


def _annotate(said: Said, material: Material) -> Json:
    statement = said.statement
    return {
        "id": _name(material.brief.evidence_sha256, statement.id),
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": "Software", "name": said.source.extractor},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _tags(said)
        ],
        "target": {**_place(said), "selector": _selectors(said, material)},
    }


def _name(evidence: str, what: str) -> str:
    """Return an identifier that the same evidence always gives (a UUID by name, RFC 9562)."""
    return uuid5(NAMESPACE_URL, f"briefgen:{evidence}:{what}").urn


def _tags(said: Said) -> Iterator[str]:
    statement = said.statement
    if statement.issue is not None:
        yield f"issue:{statement.issue}"
        yield f"stance:{statement.stance}"
    yield "voice:author" if said.kind == "source" else "voice:reported"
    yield f"holder:{said.actor}"
    yield f"kind:{statement.kind}"


def _place(said: Said) -> Json:
    """Return where the passage stands."""
    copy = quote(said.source.path)
    address = said.source.url
    if not address or not _is_web_address(address):
        return {"type": "SpecificResource", "source": copy}
    state = {"type": "TimeState", "cached": copy}
    return {"type": "SpecificResource", "source": address, "state": state}


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that no address closes
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _selectors(said: Said, material: Material) -> list[Json]:
    statement = said.statement
    words: Json = {"type": "TextQuoteSelector", "exact": statement.quote}
    text = material.texts.get(said.source.id)
    if text is not None and text[statement.start : statement.end] == statement.quote:
        words["prefix"] = text[max(0, statement.start - AROUND_CHARACTERS) : statement.start]
        words["suffix"] = text[statement.end : statement.end + AROUND_CHARACTERS]
    start, end = statement.start, statement.end
    return [{"type": "TextPositionSelector", "start": start, "end": end}, words]
