"""What the extractor finds, before and after it is a statement."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from briefgen.extraction.lexical.sides.judgements import Judgement
from briefgen.extraction.lexical.voices.passages import Passage
from briefgen.models import Statement


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement with the judgement it rests on."""

    statement: Statement
    judgement: Judgement
    passage: Passage


class Draft(NamedTuple):
    """A finding whose statement is still to be numbered."""

    fields: dict[str, Any]
    """Of the statement, by their names."""
    judgement: Judgement
    passage: Passage
