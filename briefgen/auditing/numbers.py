"""Numbers in a brief's own words, and the issue that the words in bold before them name."""

from briefgen.auditing.count_words import NUMBERS
from briefgen.auditing.evidence import Evidence, squeeze
from briefgen.auditing.page import Block

NUMBER = rf"(?<![\w-])({'|'.join(NUMBERS)}|\d[\d,]*)(?![\w-])"
"""A pattern for one number, in words or digits; one group."""


def value_of(word: str) -> int:
    """Return the number that *word*, found by ``NUMBER`` in any case, stands for."""
    folded = word.casefold()
    return NUMBERS.index(folded) if folded in NUMBERS else int(folded.replace(",", ""))


def issue_before(block: Block, position: int, evidence: Evidence) -> str | None:
    """Return the issue that the last words in bold before a place name."""
    bold = [block.text[start:end] for start, end in block.strong if start <= position]
    return issue_named(bold[-1], evidence) if bold else None


def issue_named(text: str, evidence: Evidence) -> str | None:
    """Return the issue with whose title a text begins, the longest title first."""
    text = squeeze(text)
    titles = sorted(evidence.brief.issues, key=lambda issue: -len(issue.title))
    return next((i.id for i in titles if text.startswith(squeeze(i.title))), None)
