"""Finds the place of a quotation that is typed nearly as the article has it.

A proposal is looked up once. Both texts are reduced to their skeletons (`skeleton`): the same
words, numbers and signs in the same order, in one block, are a find, however they are typed; one
word changed, added or left out is none. Three things are looked at beside the skeleton: where words
are divided, which letters are large, and question marks (`typing_faults`). Then the sentence around
the place is read: a slice from which a negation or a condition was cut off says something else,
though each of its words is the article's (`cutting`). What is found is the article's own place, and
its words are used, never the proposed ones. What is not found is compared with the place that is
most like it, to say why (`unlike`).

No edit distance decides: any threshold that lets a lost article pass lets a lost "not" pass.
"""

from collections.abc import Sequence

from briefgen.extraction.cutting import find_cut, find_sentence
from briefgen.extraction.found import Found, Refused
from briefgen.extraction.skeleton import Skeleton, Token, read_skeleton
from briefgen.extraction.typing_faults import Typed, find_fault
from briefgen.extraction.unlike import explain_absence
from briefgen.models import Span
from briefgen.models.refusal import PROPOSED_CHARS, NearestPlace, Refusal

__all__ = ["Found", "Refused", "describe_refusal", "find_quotation", "with_marks"]

MAX_CHARACTERS = 20_000
"""A longer proposal is no quotation; a block of an article is rarely as long."""
_CLOSED_BY = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“", "(": ")", "[": "]"}
_CLOSING = frozenset(_CLOSED_BY.values())
ENDS = ".!?…"
"""Marks that end a sentence."""
_FINAL = tuple(ENDS)
_AROUND = " \t\r\n\"'”’»)]*_"


def find_quotation(
    text: str, spans: Sequence[Span], quotation: str, near: Span | None = None
) -> Found | Refused:
    """Return the article's own place of a quotation, or why there is none.

    Args:
        text: the article's decoded text.
        spans: the blocks that may be quoted; sorted and disjoint. A quotation lies within one.
        quotation: what was proposed.
        near: the sentence or sentences in which it is said to stand; tells which place is meant
            where the same words stand in several.
    """
    if len(quotation) > MAX_CHARACTERS:
        return Refused("absent", f"a quotation has at most {MAX_CHARACTERS} characters")
    wanted = read_skeleton(quotation)
    if not any(token.kind == "word" for token in wanted.tokens):
        return Refused("empty", "the quotation has no words")
    judged = [
        _judge(text, span, block.tokens[first:behind], quotation, wanted)
        for span in spans
        for block in (read_skeleton(text, span.start, span.end),)
        for first, behind in block.find(wanted)
    ]
    found = [each for each in judged if isinstance(each, Found)]
    if near is not None and len(found) > 1:
        found = [each for each in found if _overlap(each.span, near)]
        if not found:
            return Refused("ambiguous", "its words stand in several places, not in the one named")
    if len(found) > 1:
        return Refused("ambiguous", "its words stand in several places", found[0].span)
    if found:
        return found[0]
    refused = [each for each in judged if isinstance(each, Refused)]
    return _nearest(refused, near) or explain_absence(text, spans, wanted, quotation)


def _nearest(refused: Sequence[Refused], near: Span | None) -> Refused | None:
    """Return the refusal of the place that was named, else the first."""
    there = (r for r in refused if near and r.nearest and _overlap(r.nearest, near))
    return next(there, refused[0] if refused else None)


def _judge(
    text: str, block: Span, tokens: Sequence[Token], quotation: str, wanted: Skeleton
) -> Found | Refused:
    """Judge one place whose skeleton is that of the quotation."""
    place = Span(start=tokens[0].start, end=tokens[-1].end)
    typed = Typed(text[: block.end], tokens), Typed(quotation, wanted.tokens)
    fault = find_fault(*typed)
    if fault is not None:
        return Refused(*fault, place)
    sentence = find_sentence(text, block, place)
    cut = find_cut(text, sentence, place)
    if cut is None:
        marked = place.start <= sentence.start + 1 or quotation.rstrip(_AROUND).endswith(_FINAL)
        return Found(with_marks(text, block, place, "?" if not marked else ENDS))
    if cut.whole:
        return Found(sentence, widened=True)
    return Refused(cut.reason, cut.detail, sentence)


def with_marks(text: str, block: Span, place: Span, ends: str) -> Span:
    """Take in the marks that belong to a place: those of *ends*, quotation marks around it.

    A clause leaves its sentence's full stop behind; a question mark is never left behind.
    """
    start, end = place.start, place.end
    opening = text[start - 1] if start > block.start else ""
    wanted = _CLOSED_BY.get(opening, "")
    while end < block.end:
        mark = text[end]
        if (mark in ends and not text[end + 1 : end + 2].isalnum()) or (
            mark in _CLOSING and (mark == wanted or _is_open(mark, text[start:end]))
        ):
            end += 1
        else:
            break
    if wanted and wanted in text[start:end] and (wanted != "'" or text[end - 1] == "'"):
        start -= 1
    return Span(start=start, end=end)


def _is_open(closing: str, inside: str) -> bool:
    """Tell whether what a mark closes was opened in the text before it and not closed yet."""
    opening = next((o for o, c in _CLOSED_BY.items() if c == closing), closing)
    if opening == closing:
        return closing == '"' and inside.count(closing) % 2 == 1
    return inside.count(opening) > inside.count(closing)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def describe_refusal(
    refused: Refused, text: str, *, source: str, item: str, quotation: str, holder: str | None
) -> Refusal:
    """Return a refusal in the form in which it is kept.

    Args:
        refused: why there is no place.
        text: the article's decoded text.
        source: its source id.
        item: what the quotation would have become, in the extractor's words (``proposal 3``).
        quotation: what was proposed.
        holder: who was proposed as the holder; None for the author.
    """
    near = refused.nearest
    return Refusal(
        source=source,
        item=item,
        reason=refused.reason,
        detail=refused.detail,
        proposed=quotation[:PROPOSED_CHARS],
        holder=holder,
        nearest=near and _describe_place(near, text),
    )


def _describe_place(near: Span, text: str) -> NearestPlace:
    excerpt = " ".join(text[near.start : near.end].split())[:PROPOSED_CHARS]
    return NearestPlace(start=near.start, end=near.end, excerpt=excerpt)
