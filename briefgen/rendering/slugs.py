"""Names of headings in links, made as GitHub makes them, so that one link works there and here."""

import re

_DROPPED = re.compile(r"[^\w\- ]")


def slug(heading: str) -> str:
    """Return what a link to a heading names: ``Who stands where?`` gives ``who-stands-where``.

    Small letters; everything but letters, digits, ``_``, ``-`` and spaces is left out; spaces
    become ``-``. GitHub's rule, as its TableOfContentsFilter (html-pipeline) has it.
    """
    return _DROPPED.sub("", " ".join(heading.split()).lower()).replace(" ", "-")
