"""What ``briefgen explain`` does: find what is asked for, code its article again, say why."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import UsageError
from briefgen.explaining.articles import find_corpus, read_coded_article
from briefgen.explaining.model import Explained
from briefgen.explaining.targets import Target, find_target, read_records
from briefgen.models import PositionRecord, Statement
from briefgen.terminal import json_text

if TYPE_CHECKING:
    from briefgen.explaining.coding import Coded
    from briefgen.explaining.model import StatementExplanation


@dataclass(frozen=True)
class ExplainRequest:
    """What to explain."""

    records: Path
    target: str
    """Name of a statement, or of an article and an issue."""
    corpus: Path | None = None
    """None: it is looked for."""
    as_json: bool = False
    width: int = 80
    """Columns of a line of text."""


def run_explain(request: ExplainRequest) -> str:
    """Explain, and return the text to print.

    Raises:
        UsageError: records, corpus or article cannot be used, or nothing has that name.
    """
    explained = explain(request)
    if request.as_json:
        return json_text(explained.model_dump(mode="json")) + "\n"
    from briefgen.explaining.wording import explained_as_text

    return explained_as_text(explained, request.width)


def explain(request: ExplainRequest) -> Explained:
    """Return why the records say what they say of one statement, or of one author's stance.

    Raises:
        UsageError: as for :func:`run_explain`.
    """
    from briefgen.ingest.codebook import codebook_sha256
    from briefgen.ingest.corpus import open_corpus

    records = read_records(request.records)
    corpus = open_corpus(request.corpus or find_corpus(request.records, records))
    issues = [issue.id for issue in corpus.codebook.issues]
    target = find_target(request.target, records, issues)
    _refuse_other_extractors(target.record)
    from briefgen.explaining.coding import code_article

    coded = code_article(read_coded_article(corpus, target.record), corpus.codebook, corpus.lessons)
    notes = _changes(target.record, codebook_sha256(corpus.codebook), coded.extractor.name)
    if target.statement is not None:
        found, more = _explain_statement(coded, target.statement)
        return Explained(notes=(*notes, *more), statement=found)
    return _explain_stance(coded, target, notes)


def _explain_statement(
    coded: "Coded", statement: Statement
) -> tuple["StatementExplanation", tuple[str, ...]]:
    from briefgen.explaining.statements import explain_statement

    finding = coded.finding_of(statement)
    if statement.review == "corrected":
        return _explain_corrected(coded, statement)
    if finding is None:
        message = f"{statement.id} is found no more"
        hint = "the codebook or the extractor changed since; build again, then explain"
        raise UsageError(message, hint=hint)
    now = finding.statement
    if (now.issue, now.stance) == (statement.issue, statement.stance):
        return explain_statement(coded, finding, statement), ()
    note = (
        f"the record says {statement.issue or 'no issue'}, {statement.stance}; today it is "
        f"{now.issue or 'no issue'}, {now.stance}, which is explained here"
    )
    return explain_statement(coded, finding, now), (note,)


def _explain_corrected(
    coded: "Coded", statement: Statement
) -> tuple["StatementExplanation", tuple[str, ...]]:
    """Explain what the program found where a person says something else."""
    from briefgen.explaining.statements import explain_statement

    place = (statement.start, statement.end)
    found = [f for f in coded.findings if (f.statement.start, f.statement.end) == place]
    finding = coded.finding_of(statement) or next(iter(found), None)
    if finding is None:
        message = f"{statement.id} was added by a person; no rule found it"
        raise UsageError(message, hint="corrections.yaml says who and when")
    holder = statement.holder.name if statement.holder else "the author"
    said = f"{statement.issue or 'no issue'}, {statement.stance}, {holder}"
    note = f"a person corrected this to {said}; what the program found is explained here"
    return explain_statement(coded, finding, finding.statement), (note,)


def _explain_stance(coded: "Coded", target: Target, notes: tuple[str, ...]) -> Explained:
    from briefgen.explaining.stances import explain_stance

    issue = target.issue or ""
    if issue not in {each.id for each in coded.codebook.issues}:
        message = f"the codebook has no issue {issue!r} any more"
        raise UsageError(message, hint="build again, then explain")
    stance = target.record.stances.get(issue)
    said = stance.stance if stance else "absent"
    reviewed = stance or target.record.unaddressed.get(issue)
    if reviewed is not None and reviewed.review == "corrected":
        notes = (*notes, f"a person says {said}; what the program found is explained here")
    elif reviewed is not None and reviewed.review == "recomputed":
        why = "follows from passages that a person corrected"
        notes = (*notes, f"{said} {why}; what the program found is explained here")
    return Explained(notes=notes, stance=explain_stance(coded, issue, stance))


def _refuse_other_extractors(record: PositionRecord) -> None:
    from briefgen.extraction.lexical.extractor import NAME

    extractor = record.provenance.extractor
    if extractor.partition("/")[0] != NAME:
        message = f"the record was made by {extractor!r}, which keeps no rules to show"
        hint = "only records of the lexical extractor can be explained"
        raise UsageError(message, where=record.source.path, hint=hint)


def _changes(record: PositionRecord, codebook_sha256: str, extractor: str) -> tuple[str, ...]:
    notes = []
    if record.provenance.codebook_sha256 != codebook_sha256:
        notes.append(
            "codebook.yaml changed since the records were built; this is what it gives today"
        )
    before = record.provenance.extractor
    if before != extractor:
        notes.append(f"the records were made by {before}; this is what {extractor} does today")
    return tuple(notes)
