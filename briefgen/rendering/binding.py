"""A source's number stays on the line of what it proves: Markdown with spaces that do not break."""

import re

MOST_BOUND = 4
"""Numbers in one pair of brackets that stay on one line; more may go on in the next."""
NO_BREAK_SPACE = "\u00a0"
_LINK = r'\[\d+\]\(#source-\d+(?: "[^"\n]*")?\)'
_CITATION = re.compile(rf"(?<=\S) \[({_LINK}(?:, {_LINK})*)\]")
_BETWEEN = re.compile(r"\), \[")


def bind_citations(markdown: str) -> str:
    """Return the Markdown with each citation bound to the word before it, and its numbers together.

    For pages that are set in lines; a file of Markdown keeps its plain spaces.
    """
    return _CITATION.sub(_bind, markdown)


def _bind(found: re.Match[str]) -> str:
    links = found[1]
    if len(_BETWEEN.findall(links)) < MOST_BOUND:
        links = _BETWEEN.sub(f"),{NO_BREAK_SPACE}[", links)
    return f"{NO_BREAK_SPACE}[{links}]"
