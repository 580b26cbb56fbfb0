"""Numbers in a brief's own words, and the issue that the words in bold before them name."""

import re
from collections.abc import Sequence
from functools import cache

from briefgen.auditing.evidence import Evidence, squeeze
from briefgen.auditing.page import Block
from briefgen.auditing.page_words import PageWords, page_words


@cache
def number_pattern(words: PageWords, *, without_articles: bool = False) -> str:
    """Return a pattern for one number, in words or digits; one group.

    Args:
        words: of the language.
        without_articles: whether words that may be an article are left out.
    """
    left_out = words.articles if without_articles else frozenset()
    spelled = sorted(set(words.numbers) - left_out, key=lambda word: (-len(word), word))
    return rf"(?<![\w-])({'|'.join(spelled)}|{words.figures})(?![\w-])"


@cache
def compile_forms(
    words: PageWords, forms: Sequence[tuple[str, str]]
) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return forms as patterns, a number at each ``N``, each with what it says."""
    number = number_pattern(words)
    spelled = [(form.replace("(N)", "N").replace("N ", f"{number} "), what) for form, what in forms]
    return tuple(
        (re.compile(form.replace(" ", r"\s+"), re.IGNORECASE), what) for form, what in spelled
    )


def value_of(word: str) -> int:
    """Return the number that *word*, found by ``number_pattern`` in any case, stands for."""
    folded, known = word.casefold(), page_words().numbers
    return known[folded] if folded in known else int(re.sub(r"\D", "", folded))


def issue_before(block: Block, position: int, evidence: Evidence) -> str | None:
    """Return the issue that the last words in bold before a place name."""
    bold = [block.text[start:end] for start, end in block.strong if start <= position]
    return issue_named(bold[-1], evidence) if bold else None


def issue_named(text: str, evidence: Evidence) -> str | None:
    """Return the issue with whose title a text begins, the longest title first."""
    text = squeeze(text)
    titles = sorted(evidence.brief.issues, key=lambda issue: -len(issue.title))
    return next((i.id for i in titles if text.startswith(squeeze(i.title))), None)
