"""Which sentences of a pool the codebook finds to be about its issues, and by which words."""

from collections import defaultdict
from dataclasses import dataclass

from briefgen.authoring.candidates import Place, Pool
from briefgen.extraction.lexical.extractor import MIN_RELEVANCE
from briefgen.extraction.lexical.sides.issues import IssueIndex
from briefgen.extraction.lexical.sides.stance import judge
from briefgen.extraction.lexical.sides.terms import find_terms


@dataclass(frozen=True)
class Passages:
    """The sentences of each issue."""

    by_issue: dict[str, frozenset[int]]
    """Issue id to the numbers of its sentences."""
    named: dict[int, frozenset[int]]
    """Number of a sentence to its tokens that stand in a listed term of any issue."""

    def is_named(self, place: Place) -> bool:
        """Tell whether a term of the codebook covers a part of the place."""
        taken = self.named.get(place.sentence, frozenset())
        return any(token in taken for token in range(place.first, place.last + 1))

    @property
    def covered(self) -> frozenset[int]:
        """Numbers of the sentences that are about any issue."""
        return frozenset(number for numbers in self.by_issue.values() for number in numbers)


def find_passages(pool: Pool, index: IssueIndex) -> Passages:
    """Return the sentences that the codebook's terms and phrases find."""
    by_issue: dict[str, set[int]] = {issue: set() for issue in index.order}
    named: dict[int, set[int]] = defaultdict(set)
    for number, (_, sentence) in enumerate(pool.sentences):
        last = len(sentence.tokens) - 1
        for said in judge(sentence, 0, last, index):
            if said.named >= MIN_RELEVANCE:
                by_issue[said.issue].add(number)
        for term, start, end in find_terms(sentence, 0, last, index):
            if term.listed:
                named[number].update(range(start, end + 1))
    return Passages(
        {issue: frozenset(numbers) for issue, numbers in by_issue.items()},
        {number: frozenset(tokens) for number, tokens in named.items()},
    )
