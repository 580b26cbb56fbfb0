"""What an article as a whole says of its statements: their side where they lean, its thesis."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.extraction.lexical.findings import Finding
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.models import IssueStance

LEANING_SCORE = 0.65
"""From this score on a passage is read as taking the side that its article takes as a whole."""


def in_context(finding: Finding, stances: Mapping[str, IssueStance]) -> Finding:
    """Give a statement the side that its article takes, where it leans there without deciding."""
    statement = finding.statement
    stance = stances.get(statement.issue or "")
    if statement.holder is not None or stance is None or statement.stance != "unclear":
        return finding
    side = {"support": 1, "oppose": -1}.get(stance.stance, 0)
    if side * finding.judgement.score < LEANING_SCORE:
        return finding
    return replace(finding, statement=statement.model_copy(update={"stance": stance.stance}))


def thesis_of(findings: Sequence[Finding], sentences: Sequence[Sentence]) -> str | None:
    """Return the author's most decided statement, those at the start and the end before others."""
    best, best_score = None, 0.0
    for finding in findings:
        if finding.statement.holder is not None:
            continue
        at = finding.passage.sentence.index / max(1, len(sentences) - 1)
        place = 1.5 if at < 0.2 or at > 0.85 else 1.0
        demand = 1.3 if finding.statement.kind == "recommendation" else 1.0
        score = abs(finding.judgement.score) * place * demand
        if score > best_score:
            best, best_score = finding.statement.id, score
    return best
