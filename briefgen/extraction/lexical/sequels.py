"""What a passage cannot be read without: the condition that its author sets in the next sentence,
and the sentence before that it takes up.
"""

from collections.abc import Mapping, Sequence

from briefgen.extraction.lexical.asked.connectives import (
    condition_behind,
    condition_past_aside,
    is_strict,
)
from briefgen.extraction.lexical.findings import Draft
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.models import Span

_MAX_TAKEN_UP_WORDS = 60
"""A quotation of two sentences is no longer than a long sentence."""


def with_condition_behind(
    text: str,
    draft: Draft,
    sentences: Sequence[Sentence],
    reports: Mapping[int, list[Attribution]],
) -> Draft:
    """Let a demand of the author go on to the condition that the author sets for it next.

    "The board should build it. But only if the town pays." is quoted with both sentences; and a
    demand that an aside cuts off goes on to the condition behind the aside.
    """
    said, judgement, passage = draft
    if said["kind"] != "recommendation" or said["holder"]:
        return draft
    behind = passage.sentence.index + 1
    condition, end = condition_past_aside(text, passage), passage.sentence.end
    if condition is not None and _is_reported(condition, reports.get(passage.sentence.index, ())):
        condition = None
    if condition is None and behind < len(sentences) and not reports.get(behind):
        condition, end = condition_behind(text, passage, sentences[behind]), sentences[behind].end
    if condition is None:
        return draft
    strict = judgement.score and is_strict(condition)
    longer = {
        "end": end,
        "quote": text[said["start"] : end],
        "conditions": (*said["conditions"], condition),
        "stance": "conditional" if strict else said["stance"],
    }
    if strict:
        judgement = judgement._replace(conditional=True)
    return Draft(said | longer, judgement, passage)


def with_sentence_before(text: str, draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """Let what takes up the sentence before (`Judgement.takes_up`) be quoted with it.

    "That would be a mistake." shows nothing alone; "The county wants to drain it. That would be a
    mistake." does.
    """
    said, judgement, passage = draft
    if said["holder"] or not passage.sentence.index:
        return draft
    before = sentences[passage.sentence.index - 1]
    near = before.paragraph == passage.sentence.paragraph and not before.heading
    if not near or before.words + passage.sentence.words > _MAX_TAKEN_UP_WORDS:
        return draft
    longer = {"start": before.start, "quote": text[before.start : said["end"]]}
    return Draft(said | longer, judgement, passage)


def without_bare_conditions(drafts: list[Draft]) -> list[Draft]:
    """Drop what is no more than the condition of a demand before it."""
    set_before = [
        (condition.start, condition.end)
        for draft in drafts
        for condition in draft.fields["conditions"]
        if condition.end > draft.passage.end
    ]
    return [
        draft
        for draft in drafts
        if not any(
            start <= draft.passage.start and draft.passage.end <= end + 1
            for start, end in set_before
        )
    ]


def _is_reported(passage: Span, reports: Sequence[Attribution]) -> bool:
    return any(
        start < passage.end and passage.start < end
        for report in reports
        for start, end in report.spans
    )
