"""Which issues a text names: whether a term of the codebook stands in it at all.

Wider than what an extractor takes for a passage on an issue: inflected forms count, and function
words may stand among a term's words. What names an issue here may still say nothing of it; what
names none speaks of it, if at all, in words that the codebook does not have.
"""

from collections.abc import Iterable, Sequence

from briefgen.likeness.stems import list_stems
from briefgen.models import Issue


def find_named(texts: Iterable[str], issues: Sequence[Issue]) -> tuple[str, ...]:
    """Return the ids of the *issues* of which a term stands in one of the *texts*, in their order.

    A term stands in one text as a whole; texts are blocks or sentences, not pieces of one.
    """
    by_first: dict[str, list[tuple[str, list[str]]]] = {}
    for issue in issues:
        for term in issue.terms:
            stems = list_stems(term)
            if stems:
                by_first.setdefault(stems[0], []).append((issue.id, stems))
    found: set[str] = set()
    for text in texts:
        words = list_stems(text)
        for place, word in enumerate(words):
            for issue_id, stems in by_first.get(word, ()):
                if issue_id not in found and words[place : place + len(stems)] == stems:
                    found.add(issue_id)
    return tuple(issue.id for issue in issues if issue.id in found)
