"""One article, coded again: what the lexical extractor found, with the reasons still at hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.lexical.findings import Finding
from briefgen.extraction.lexical.language.text import Sentence, split_sentences
from briefgen.extraction.lexical.sides.issues import IssueIndex, build_index
from briefgen.models import Article, Codebook, Lessons, Statement
from briefgen.models.record import Passage


@dataclass(frozen=True)
class Coded:
    """An article with its sentences and findings."""

    article: Article
    codebook: Codebook
    lessons: Lessons | None
    index: IssueIndex
    extractor: LexicalExtractor
    sentences: Sequence[Sentence]
    findings: Sequence[Finding]

    def finding_of(self, statement: Statement) -> Finding | None:
        """Return what lies behind a recorded statement; None where it is found no more.

        Its number may have changed, as numbers do when the codebook changes.
        """
        same = [f for f in self.findings if _place(f.statement) == _place(statement)]
        fitting = [f for f in same if f.statement.issue == statement.issue]
        return next(iter(fitting or same), None)

    def findings_on(self, issue: str) -> list[Finding]:
        """Return the findings on an issue, in the order of the text."""
        return [finding for finding in self.findings if finding.statement.issue == issue]

    def line_of(self, offset: int) -> int:
        """Return the line of the text, from 1."""
        return self.article.text.count("\n", 0, offset) + 1

    def passage(self, start: int, end: int) -> Passage:
        """Return a slice of the text."""
        return Passage(start=start, end=end, quote=self.article.text[start:end])

    def words(self, sentence: Sentence, numbers: Iterable[int]) -> tuple[Passage, ...]:
        """Return the tokens of these numbers as slices of the text, neighbours as one."""
        runs: list[list[int]] = []
        for number in sorted(set(numbers)):
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return tuple(self.passage(sentence.starts[run[0]], sentence.ends[run[-1]]) for run in runs)


def code_article(article: Article, codebook: Codebook, lessons: Lessons | None = None) -> Coded:
    """Code an article as a build does, and keep the reasons."""
    sentences = split_sentences(article)
    extractor = _make_extractor(codebook, lessons)
    # A record's statements know the whole article; the reasons stand in the findings.
    recorded = {said.id: said for said in extractor.extract(article).statements}
    findings = [
        replace(finding, statement=_as_recorded(finding.statement, recorded))
        for finding in extractor.find(article, sentences)
    ]
    return Coded(article, codebook, lessons, build_index(codebook), extractor, sentences, findings)


def find_score(
    article: Article, codebook: Codebook, lessons: Lessons | None, like: Finding
) -> float | None:
    """Return the score that a passage has by another codebook; None where it is no finding."""
    findings = _make_extractor(codebook, lessons).find(article, split_sentences(article))
    issue = like.judgement.issue
    same = (
        finding.judgement.total
        for finding in findings
        if finding.judgement.issue == issue and _place(finding.statement) == _place(like.statement)
    )
    return next(same, None)


def _make_extractor(codebook: Codebook, lessons: Lessons | None) -> LexicalExtractor:
    # The hash goes into a record's provenance; here no record is kept.
    return LexicalExtractor(codebook, "", lessons)


def _as_recorded(found: Statement, recorded: Mapping[str, Statement]) -> Statement:
    """Return the statement as the record has it; as it was found where it was filed elsewhere: it
    counts in the sums of its issue all the same.
    """
    known = recorded.get(found.id, found)
    return known if known.issue == found.issue else found


def _place(statement: Statement) -> tuple[int, int, bool]:
    return statement.start, statement.end, statement.holder is None
