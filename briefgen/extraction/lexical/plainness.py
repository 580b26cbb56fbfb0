"""How plainly a passage shows the side that it takes: which of them to cite first.

What makes a side likely and what shows it to a reader are two things. A side is the surer the more
speaks for it, and sums go on growing; but beyond the bar from which a passage takes a side, readers
do not mark what scores higher as evidence more often. They mark what names the thing at issue in
the codebook's own words, and what says outright what should be done. Measured on pairs of cited
passages, one of them marked, the other not: docs/evaluation.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.extraction.lexical.sides.judgements import Judgement
from briefgen.extraction.lexical.sides.propositions import content_stems
from briefgen.extraction.lexical.voices.passages import Passage
from briefgen.models import Codebook, Statement

ENOUGH = 0.9
"""The bar from which a passage takes a side (`aggregation.STATEMENT_THRESHOLD`): more does not
show it better."""
OUTRIGHT = 0.3
"""What a recommendation has before a claim."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The words by which the codebook names what an issue is about."""

    title: frozenset[str]
    """Stems of the title's content words."""
    proposition: frozenset[str]
    """The same of the proposition."""

    def share_in(self, stems: frozenset[str]) -> float:
        """Return the share of the title's words plus that of the proposition's, 0 to 2."""
        return sum(
            len(words & stems) / len(words) for words in (self.title, self.proposition) if words
        )


def namings_of(codebook: Codebook) -> Mapping[str, Naming]:
    """Return, by issue id, the words that name it."""
    return {
        issue.id: Naming(
            frozenset(content_stems(issue.title)), frozenset(content_stems(issue.proposition))
        )
        for issue in codebook.issues
    }


def plainness(
    statement: Statement, judgement: Judgement, passage: Passage, naming: Naming
) -> float:
    """Return how plainly a passage shows its side; 0 to about 3, only to be compared."""
    tokens = passage.sentence.tokens[passage.first : passage.last + 1]
    stems = frozenset([token.stem for token in tokens])
    outright = OUTRIGHT if statement.kind == "recommendation" else 0.0
    return min(abs(judgement.score), ENOUGH) + naming.share_in(stems) + outright
