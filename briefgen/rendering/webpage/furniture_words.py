"""Why a part of a file is not its article, in the language of the page.

Ingest gives the reasons in English, for a terminal; the records do not have them.
"""

from briefgen.languages import current, noted, tr
from briefgen.languages.language import ENGLISH

REASONS = (
    noted("advertisement label"),
    noted("another story, after the article's end"),
    noted("appeal between two others"),
    noted("audio or video player"),
    noted("byline"),
    noted("chart caption with its source"),
    noted("comment in the markup"),
    noted("cookie or browser notice"),
    noted("copyright line"),
    noted("date line"),
    noted("disclaimer"),
    noted("editor's note"),
    noted("front matter"),
    noted("heading of notes on the author"),
    noted("heading of related links"),
    noted("image caption"),
    noted("image description or label before the title"),
    noted("label"),
    noted("line after the article's end"),
    noted("link to another story or page"),
    noted("link to another story, all in capitals"),
    noted("link to readers' comments"),
    noted("link to the rest of another story"),
    noted("list of tags"),
    noted("names alone: an author or an image's description"),
    noted("newsletter, subscription or donation appeal"),
    noted("no words"),
    noted("note on the author"),
    noted("outside the article (trafilatura)"),
    noted("photo credit or caption"),
    noted("reading time"),
    noted("repeats an earlier paragraph"),
    noted("repeats the title"),
    noted("section label"),
    noted("share line"),
    noted("the author's office"),
)
"""Those that a catalogue has words for."""


def reason_in_words(reason: str) -> str | None:
    """Return a reason in the language of the page; None where it has no words for it."""
    words = tr(reason)
    return None if words == reason and current() is not ENGLISH else words
