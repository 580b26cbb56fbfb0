"""Passages: the stretches of a sentence that belong to one voice, ready to be judged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical.language.grammar_words import PREPOSITIONS
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS
from briefgen.extraction.lexical.language.text import Sentence, Token, tokens_within
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.extraction.lexical.voices.extents import SUBJECT_PRONOUNS
from briefgen.extraction.lexical.voices.verb_groups import denied_before, verb_group

_DANGLING = frozenset("and but that because while as".split())
_MIN_AUTHOR_WORDS = 5
"""What the author says beside a report must have this many words to stand on its own."""
_BESIDE_CHARACTERS = 200
"""A holder further off in the same sentence is one to whom "their" points back."""
_WITH_HOLDER = frozenset(("attitude", "infinitive", "nominal", "topic"))
"""Frames whose content does not read well without the holder and the verb."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens of a sentence in one voice."""

    sentence: Sentence
    first: int
    last: int
    attribution: Attribution | None
    """None: the author speaks."""
    of_mind: bool = False
    """Whether the author tells here what somebody wants: a claim, whatever its modals ask."""

    @property
    def start(self) -> int:
        """Offset in the article."""
        return self.sentence.starts[self.first]

    @property
    def end(self) -> int:
        """Offset in the article."""
        return self.sentence.ends[self.last]

    @property
    def content_first(self) -> int:
        """Number of the first token of what is reported, behind the holder and the cue."""
        if self.attribution is None:
            return self.first
        starts, start = self.sentence.starts, self.attribution.start
        inside = bisect_left(starts, start, self.first, self.last + 1)
        return inside if inside <= self.last else self.first

    def before_reported(self, reports: Sequence[Attribution]) -> int:
        """Return the number of the last token that is the holder's own word, not a view that the
        holder reports: "Beebe says that Holm wants …" says nothing of what Beebe wants.

        Args:
            reports: all of the sentence.
        """
        outer = self.attribution
        if outer is None or outer.holder is None:
            return self.last
        inner = [
            report.start
            for report in reports
            if report is not outer
            and report.holder is not None
            and report.holder.name != outer.holder.name
            and any(start <= report.cue[0] < end for start, end in outer.spans)
        ]
        if not inner:
            return self.last
        own = bisect_right(self.sentence.ends, min(inner), hi=self.last + 1) - 1
        return max(own, self.content_first)

    @property
    def words(self) -> int:
        """Number of its words."""
        return sum(token.is_word for token in self.sentence.tokens[self.first : self.last + 1])


def passages_of(sentence: Sentence, attributions: list[Attribution]) -> list[Passage]:
    """Return the passages of a sentence: each report, then what is left to the author."""
    if not attributions:
        return [Passage(sentence, 0, len(sentence.tokens) - 1, None)]
    passages = []
    covered = [False] * len(sentence.tokens)
    for attribution in attributions:
        bounds = _bounds(sentence, attribution)
        if bounds is None:
            continue
        passages.append(Passage(sentence, *bounds, attribution))
        if attribution.frame == "topic":
            # "To end their insistence on …": the author speaks of the view as of a thing.
            continue
        for index in range(*_frame_bounds(sentence, attribution, bounds)):
            covered[index] = True
    passages.extend(
        Passage(sentence, first, last, None) for first, last in _runs(sentence, covered)
    )
    return passages


def _bounds(sentence: Sentence, attribution: Attribution) -> tuple[int, int] | None:
    start, end = attribution.start, attribution.end
    holder = attribution.holder
    # What somebody "does not believe" reads as the reverse of their view where it stands alone.
    whole = attribution.frame in _WITH_HOLDER or attribution.negated
    if (
        whole
        and holder is not None
        and not attribution.shared
        and sentence.start <= holder.start < start
        and attribution.cue[0] - holder.start < _BESIDE_CHARACTERS
    ):
        start = holder.start
    elif whole and sentence.start <= attribution.cue[0] < start:
        start = attribution.cue[0]
    if whole and sentence.start <= attribution.cue[0]:
        start = _with_denial(sentence, attribution, start)
    felt = attribution.frame == "attitude" and end <= attribution.cue[0]
    if felt and holder is not None and attribution.cue[0] < holder.start < sentence.end:
        # "The fee angered the shippers": the holder stands behind.
        end = max(end, min(holder.end, sentence.end))
    return tokens_within(sentence, start, end)


def _with_denial(sentence: Sentence, attribution: Attribution, start: int) -> int:
    """Return the offset from which a report is quoted whole, with what denies it: "Nor did she back
    the toll", "they hardly back it" where "they" are named elsewhere.
    """
    tokens = sentence.tokens
    cue = bisect_left(sentence.starts, attribution.cue[0])
    first = bisect_left(sentence.starts, start)
    if first >= len(tokens) or first > cue:
        return start
    is_bare = first == cue
    before, negated, _ = verb_group(tokens, cue) if is_bare else (first, False, None)
    if is_bare:
        first = before if before >= 0 and tokens[before].lower in SUBJECT_PRONOUNS else before + 1
    denied = denied_before(tokens, first)
    if denied is None:
        return sentence.starts[first] if negated or not is_bare else start
    return sentence.starts[denied]


def _frame_bounds(
    sentence: Sentence, attribution: Attribution, bounds: tuple[int, int]
) -> tuple[int, int]:
    """Return the token range of the report with its holder and cue, which is nobody's own claim."""
    offsets = [sentence.starts[bounds[0]], sentence.ends[bounds[1]], *attribution.cue]
    holder = attribution.holder
    beside = holder is not None and not attribution.shared
    if holder is not None and beside and sentence.start <= holder.start < sentence.end:
        # "It means little to Ruhn, which …": the author's own clause ends with the holder's name.
        shared = _ends_a_clause(sentence, holder.start, holder.end)
        offsets += [holder.end] if shared else [holder.start, holder.end]
    first, last = tokens_within(sentence, min(offsets), max(offsets)) or bounds
    return first, last + 1


def _ends_a_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the phrase hangs on a preposition, and a relative clause on it."""
    before = bisect_right(sentence.ends, start)
    if before < _MIN_AUTHOR_WORDS or sentence.lowers[before - 1] not in PREPOSITIONS:
        return False
    behind = sentence.tokens[bisect_left(sentence.starts, end) :]
    following = next((token.lower for token in behind if token.is_word), "")
    return following in {"who", "which"}


def _runs(sentence: Sentence, covered: list[bool]) -> Iterator[tuple[int, int]]:
    first = None
    minimum = _MIN_AUTHOR_WORDS if any(covered) else 1
    for index, taken in enumerate([*covered, True]):
        if not taken and first is None:
            first = index
        elif taken and first is not None:
            bounds = _trimmed(sentence, first, index - 1)
            if (
                bounds is not None
                and sum(t.is_word for t in sentence.tokens[bounds[0] : bounds[1] + 1]) >= minimum
            ):
                yield bounds
            first = None


def _cue_before_that(tokens: Sequence[Token], index: int) -> frozenset[str]:
    """Return the verb at *index* where it stands in "and indicating that", whose report is not the
    author's: without it the verb says nothing.
    """
    lower = tokens[index].lower
    cut = index + 1 < len(tokens) and tokens[index + 1].lower == "that" and lower in CUE_FORMS
    return frozenset((lower,)) if cut else frozenset()


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Drop commas, dashes and dangling conjunctions at both ends; keep the closing full stop."""
    tokens = sentence.tokens
    whole = first == 0 and last == len(tokens) - 1
    if whole:
        return first, last
    while first <= last and (
        tokens[first].text in {",", ";", ":", "—", "–", "--", ")", ".", "”", '"'}
        or tokens[first].lower in {"and", "but"}
    ):
        first += 1
    while last >= first and tokens[last].text in {",", ";", ":", "—", "–", "--", "(", "“"}:
        last -= 1
    while last > first and tokens[last].lower in _DANGLING | _cue_before_that(tokens, last):
        last -= 1
    return (first, last) if first <= last else None
