"""Which sources name an issue that none of their statements is on: they are not silent."""

from collections.abc import Collection, Sequence

from briefgen.models import Issue
from briefgen.synthesis.evidence import Evidence
from briefgen.synthesis.stems import read_words, stem_of


def find_naming(issue: Issue, sources: Collection[str], evidence: Evidence) -> set[str]:
    """Find those of *sources* in one of whose statements a term of the issue stands.

    An extractor takes a passage to be on an issue from a certain weight of its terms on; below it
    the passage still names them, and nobody can say that its source keeps silent.
    """
    wanted = set(sources)
    if not wanted:
        return set()
    terms = [stems for term in issue.terms if all(stems := _read(term))]
    firsts = {stems[0] for stems in terms}
    return {
        record.source.id
        for record in evidence.records
        if record.source.id in wanted
        and any(_names(said.quote, terms, firsts) for said in record.statements)
    }


def _read(text: str) -> list[str]:
    return [stem_of(word) for part in read_words(text) for word in part.split("-")]


def _names(quote: str, terms: Sequence[Sequence[str]], firsts: Collection[str]) -> bool:
    stems = _read(quote)
    return any(
        stems[place : place + len(term)] == term
        for place, stem in enumerate(stems)
        if stem in firsts
        for term in terms
    )
