"""Judging apart from finding: which side the marked passages take, given to the extractor alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.evaluation.gold import Gold

if TYPE_CHECKING:
    from briefgen.extraction.lexical.extractor import LexicalExtractor

_LEAST = 0.05
"""Sums below this are no side: nothing but traces."""
_SIGNS = {"support": 1, "oppose": -1}


@dataclass(frozen=True)
class GivenFigures:
    """How right the extractor is on the evidence that readers marked for a side."""

    given: int
    """Cells with one side as the only right label and marked evidence."""
    right: float | None
    """Of those on which a side was taken, by the sign of what speaks for it, however little."""
    coverage: float | None
    """Share on which a side was taken."""


def judge_given(gold: Gold, extractor: "LexicalExtractor") -> GivenFigures:
    """Judge the marked evidence of each cell with a side as if the article said no more."""
    from briefgen.evaluation.voices import make_article
    from briefgen.extraction.lexical.aggregation import tally
    from briefgen.extraction.lexical.language.text import split_sentences

    given = taken = right = 0
    for article in gold.articles:
        for issue, cell in article.stances.items():
            sign = _SIGNS.get(cell.stance[0]) if len(cell.stance) == 1 else None
            if sign is None or not cell.evidence:
                continue
            passages = make_article("\n\n".join(cell.evidence))
            sentences = split_sentences(passages)
            findings = [
                (found.statement, found.judgement, found.passage)
                for found in extractor.find(passages, sentences)
                if found.statement.issue == issue
            ]
            sums = tally(findings, len(sentences))
            lean = sums.favour - sums.against
            given += 1
            taken += abs(lean) >= _LEAST
            right += sign * lean >= _LEAST
    return GivenFigures(given, right / taken if taken else None, taken / given if given else None)
