"""What the sources ask for: their authors' own recommendations, a few a source.

For each source the statements that show a stance come first, then those that belong to an issue,
those that name who should act, those that read well alone, and the shorter ones. The same passage,
coded on several issues, and the same words are taken once. A passage that hangs on the sentence
before and names nobody ("This should be left alone") is left out: alone it asks for nothing. What
others are reported to ask for is left to the reported views.
"""

from collections.abc import Sequence

from briefgen.models import TELLING, PositionRecord, RecommendationItem, Statement
from briefgen.synthesis.evidence import Evidence
from briefgen.synthesis.passages import count_faults, count_words, fold_text, is_dangling, is_whole

SOURCE_RECOMMENDATIONS = 3
"""An opinion piece closes with two or three demands; more would let one source fill the list."""


def collect_recommendations(evidence: Evidence) -> tuple[RecommendationItem, ...]:
    """Collect at most ``SOURCE_RECOMMENDATIONS`` a source, those with an addressee first."""
    items = [
        RecommendationItem(
            source=record.source.id,
            statement=statement.id,
            addressee=statement.addressee,
            issue=statement.issue,
        )
        for record in evidence.records
        for statement in _choose_statements(record)
    ]
    return tuple(sorted(items, key=lambda item: item.addressee is None))


def _choose_statements(record: PositionRecord) -> Sequence[Statement]:
    ranked = sorted(
        (s for s in record.statements if _is_own_recommendation(s)), key=_rank_statement
    )
    by_words: dict[str, Statement] = {}
    for statement in ranked:
        by_words.setdefault(fold_text(statement.quote), statement)
    return list(by_words.values())[:SOURCE_RECOMMENDATIONS]


def _is_own_recommendation(statement: Statement) -> bool:
    if statement.kind != "recommendation" or statement.holder is not None:
        return False
    return statement.addressee is not None or not is_dangling(statement)


def _rank_statement(statement: Statement) -> tuple[bool | int, ...]:
    return (
        statement.stance not in TELLING,
        statement.issue is None,
        statement.addressee is None,
        not is_whole(statement),
        count_faults(statement),
        count_words(statement.quote),
    )
