"""What an article's own text shows about its source: title, byline, date line, copyright line.

Only what stands there as such is taken; a name in the prose is nobody's byline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.ingest.furniture.lines import byline_names
from briefgen.ingest.metadata import Metadata, normalise_date

if TYPE_CHECKING:
    from briefgen.ingest.furniture import Layout
    from briefgen.ingest.paragraphs import Paragraph

_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|"
        "sep sept september|oct october|nov november|dec december".split("|"),
        1,
    )
    for name in names.split()
}
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .]+([a-z]{3,9})\.?,? +(\d{4})")
_MONTH_DAY_YEAR = re.compile(r"([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
_ISO_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_COPYRIGHT = re.compile(
    r"(?:copyright(?: ©| \(c\))?|©|\(c\))[ ,]*(?P<year>(?:19|20)\d\d)(?![\d\s]*[-–])[, ]+(?:by +)?"
    r"(?P<holder>[^.©|]{2,60})",
    re.I,
)
_FRONT_PARAGRAPHS = 12
_NO_OUTLET = (
    "syndicate",
    "agency",
    "agence",
    "images",
    "news service",
    "features",
    "all rights",
    "author",
    "getty",
    "reuters",
    "associated press",
)


def metadata_from_text(layout: Layout) -> Metadata:
    """Return what the labelled paragraphs of a text show."""
    outlet, year = _from_copyright(layout)
    return Metadata(
        title=_title(layout),
        outlet=outlet,
        authors=_authors(layout),
        published=_published(layout) or year,
    )


def _title(layout: Layout) -> str | None:
    if layout.title is None:
        return None
    lines = layout.title.text.splitlines()
    if len(lines) > 1 and not lines[-1].strip("=- \t"):
        lines = lines[:-1]
    text = " ".join(" ".join(lines).split())
    if layout.title.markup == "heading":
        text = re.sub(r"^#{1,6} +| +#+$", "", text)
    return text.strip("*_ ") or None


def _front(layout: Layout) -> tuple[Paragraph, ...]:
    return layout.labelled[:_FRONT_PARAGRAPHS]


def _authors(layout: Layout) -> tuple[str, ...]:
    """Return the names of the one byline; several bylines are other stories' too."""
    bylines = [p for p in _front(layout) if p.category == "byline"]
    return byline_names(bylines[0].text) if len(bylines) == 1 else ()


def _published(layout: Layout) -> str | None:
    """Return the day that a date line near the top states, unless it only says "updated"."""
    for paragraph in _front(layout):
        if paragraph.category == "date" and not paragraph.low.startswith(
            ("updated", "last", "modified")
        ):
            return _parse_day(paragraph.low)
    return None


def _parse_day(low: str) -> str | None:
    if match := _ISO_DAY.search(low):
        return normalise_date(match[0])
    if (match := _DAY_MONTH_YEAR.search(low)) and match[2] in _MONTHS:
        return normalise_date(f"{match[3]}-{_MONTHS[match[2]]}-{match[1]}")
    if (match := _MONTH_DAY_YEAR.search(low)) and match[1] in _MONTHS:
        return normalise_date(f"{match[3]}-{_MONTHS[match[1]]}-{match[2]}")
    return None


def _from_copyright(layout: Layout) -> tuple[str | None, str | None]:
    """Return outlet and year of the one copyright line; a syndicate or agency is no outlet."""
    lines = [p for p in layout.labelled if p.category == "copyright"]
    match = _COPYRIGHT.match(lines[0].text.strip("*_ ")) if len(lines) == 1 else None
    if match is None:
        return None, None
    holder = re.sub(r",? (?:LLC|Inc|Ltd|L\.?P|GmbH|Co|Corp|plc)\b.*$", "", match["holder"].strip())
    holder = " ".join(holder.split()).strip(" ,;*_")
    if not holder[:1].isupper() or any(word in holder.lower() for word in _NO_OUTLET):
        return None, match["year"]
    return holder, match["year"]
