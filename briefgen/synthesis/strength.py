"""On how much a source's side rests.

A side is weak where one passage of its author at most shows it and its confidence is low. Of 48
sides on ten corpora that no rule was made beside, readers found 2 of the 8 weak ones right, and 29
of the others (docs/actors.md). A weak side is told like any other; but nothing that is said
of several sources together rests on it alone.
"""

from collections.abc import Mapping

from briefgen.models import PositionSource, Stance, Statement

LOW_CONFIDENCE = 0.8
"""Below it, a side of one passage was more often wrong than right where readers coded it."""


def is_weak(source: PositionSource, stance: Stance, statements: Mapping[str, Statement]) -> bool:
    """Tell whether *source*'s stance rests on one passage at most, and is of low confidence.

    Args:
        source: with the statements behind its stance.
        stance: that it takes.
        statements: id to statement.
    """
    if source.confidence >= LOW_CONFIDENCE:
        return False
    held = (statements[statement_id] for statement_id in source.statements)
    return sum(s.holder is None and s.stance == stance for s in held) <= 1
