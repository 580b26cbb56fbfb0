"""Says why a quotation has no place in an article, by the place that is most like it.

Seed and extend: words that the article has seldom vote for the stretch of it in which they stand in
the quotation's order (as in BLAST, Altschul et al. 1990); the stretch is aligned with the quotation
by longest matching runs (Ratcliff and Obershelp's method, of ``difflib``), and the words that the
two do not share say what is wrong. Nothing is accepted here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from briefgen.extraction.found import Refused
from briefgen.extraction.quoting_words import (
    CONDITIONS,
    MODALS,
    NEGATING_PREFIXES,
    NEGATIONS,
    NUMBER_WORDS,
    QUANTITIES,
)
from briefgen.extraction.skeleton import Skeleton, Token, read_skeleton
from briefgen.models import Span
from briefgen.models.refusal import RefusalReason

_MAX_TOKENS = 400
"""So much of a quotation is aligned; a longer one is told by its beginning."""
_FREQUENT = 40
"""A word that stands in more places tells none of them."""
_ALIKE = 0.5
"""A place is shown as the nearest one where it has this share of the quotation's words."""
_PIECE = 4
"""From so many words on, a run that stands elsewhere is a piece of another sentence."""
_SHOWN_WORDS = 4
_ELLIPSIS = re.compile(r"…|\.\.\.|\. \. \.")
_OUTER = " .…[]()\"'“”‘’"
_CONDITION_WORDS = frozenset(words[0] for words in CONDITIONS if len(words) == 1)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """The alignment of a quotation with the stretch that is most like it."""

    shared: int
    """Words that stand in both, in order."""
    first: int
    behind: int
    """Numbers of the article's tokens that the alignment spans."""
    added: tuple[Token, ...]
    """Of the quotation, not of the article."""
    dropped: tuple[Token, ...]
    """Of the article, between shared words, or where others stand instead; not of the quotation."""
    longest_gap: int
    """The most words of the article that were dropped in one place."""


def explain_absence(text: str, spans: Sequence[Span], wanted: Skeleton, quotation: str) -> Refused:
    """Return why no span holds the quotation, with the place that is most like it."""
    outside = _find_outside(text, spans, wanted)
    if outside is not None:
        return outside
    tokens = [token for s in spans for token in read_skeleton(text, s.start, s.end).tokens]
    quoted = wanted.tokens[:_MAX_TOKENS]
    likeness = _find_likest(tokens, quoted)
    if likeness is None:
        return Refused("absent", "the article does not say it")
    place = Span(start=tokens[likeness.first].start, end=tokens[likeness.behind - 1].end)
    if likeness.shared < _ALIKE * len(quoted):
        if _is_elsewhere(tokens, likeness):
            return Refused("spliced", "it is made of pieces that stand apart", place)
        return Refused("absent", "the article does not say it", place)
    if not likeness.added and not likeness.dropped:
        return Refused("spliced", "its words stand in several paragraphs", place)
    if _ELLIPSIS.search(quotation.strip(_OUTER)):
        return Refused("spliced", "an ellipsis stands for words that the article has", place)
    return Refused(*_name_difference(tokens, likeness), place)


def _find_outside(text: str, spans: Sequence[Span], wanted: Skeleton) -> Refused | None:
    """Look for a quotation where none may be: in furniture, or over the end of a block."""
    whole = read_skeleton(text)
    for first, behind in whole.find(wanted):
        place = Span(start=whole.tokens[first].start, end=whole.tokens[behind - 1].end)
        inside = sum(
            s.start <= token.start and token.end <= s.end
            for token in whole.tokens[first:behind]
            for s in spans
        )
        if inside < behind - first:
            return Refused("furniture", "it stands outside what the article says itself", place)
        return Refused("spliced", "it goes over the end of a paragraph", place)
    return None


def _find_likest(tokens: Sequence[Token], quoted: Sequence[Token]) -> _Likeness | None:
    """Return the alignment with the stretch for which most rare words vote."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens):
        places[token.key].append(number)
    width = max(8, len(quoted))
    votes: Counter[int] = Counter()
    for index, token in enumerate(quoted):
        found = places.get(token.key, ())
        if len(found) <= _FREQUENT:
            for at in found:
                for window in {(at - index) // width, (at - index + width // 2) // width}:
                    votes[window] += 1 + (len(found) == 1)
    likest: _Likeness | None = None
    for window, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:3]:
        begin = max(0, window * width - width)
        aligned = _align(tokens, begin, min(len(tokens), begin + 4 * width), quoted)
        if aligned is not None and (likest is None or aligned.shared > likest.shared):
            likest = aligned
    return likest


def _align(
    tokens: Sequence[Token], begin: int, end: int, quoted: Sequence[Token]
) -> _Likeness | None:
    """Align the quotation with a stretch of the article."""
    here, there = [t.key for t in tokens[begin:end]], [t.key for t in quoted]
    runs = [
        run
        for run in SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
        if run.size
    ]
    if not runs:
        return None
    first, behind = runs[0].a, runs[-1].a + runs[-1].size
    gaps = [(one.a + one.size, other.a) for one, other in pairwise(runs)]
    # Where the quotation goes on with words of its own, the article's in their place count.
    before, after = runs[0].b, len(there) - runs[-1].b - runs[-1].size
    outer = [(max(0, first - before), first), (behind, min(len(here), behind + after))]
    dropped = [number for a, b in (*outer, *gaps) for number in range(a, b)]
    shared = {n for run in runs for n in range(run.b, run.b + run.size)}
    return _Likeness(
        shared=len(shared),
        first=begin + first,
        behind=begin + behind,
        added=tuple(t for n, t in enumerate(quoted) if n not in shared),
        dropped=tuple(tokens[begin + n] for n in dropped),
        longest_gap=max((b - a for a, b in gaps), default=0),
    )


def _is_elsewhere(tokens: Sequence[Token], likeness: _Likeness) -> bool:
    """Tell whether what the nearest place lacks stands in the article in another place."""
    article = f" {' '.join(token.key for token in tokens)} "
    added = [token.key for token in likeness.added]
    pieces = (added[at : at + _PIECE] for at in range(len(added) - _PIECE + 1))
    return any(f" {' '.join(piece)} " in article for piece in pieces)


def _name_difference(tokens: Sequence[Token], likeness: _Likeness) -> tuple[RefusalReason, str]:
    """Return what the words are that the quotation and the place do not share."""
    added, dropped = likeness.added, likeness.dropped
    differing = [t.key for t in (*added, *dropped)]
    words = frozenset(differing)
    shown = f"{_show('not in the article', added)}{_show('; left out', dropped)}".lstrip("; ")
    if likeness.longest_gap >= 2 * _PIECE or _is_elsewhere(tokens, likeness):
        return "spliced", f"it is made of pieces that stand apart ({shown})"
    if words & NEGATIONS or _is_turned(added, dropped):
        return "negation", shown
    if any(t.kind != "word" for t in (*added, *dropped)) or words & NUMBER_WORDS:
        return "number", shown
    if words & _CONDITION_WORDS:
        return "condition", shown
    if words & MODALS:
        return "modality", shown
    if words & QUANTITIES:
        return "quantity", shown
    if any(t.cased[0].isupper() for t in (*added, *dropped)):
        return "name", shown
    return "wording", shown


def _is_turned(added: Sequence[Token], dropped: Sequence[Token]) -> bool:
    """Tell whether a word stands in one of them with a prefix that makes it its opposite."""
    here, there = {t.key for t in added}, {t.key for t in dropped}
    return any(
        prefix + word in other
        for one, other in ((here, there), (there, here))
        for word in one
        for prefix in NEGATING_PREFIXES
    )


def _show(label: str, tokens: Sequence[Token]) -> str:
    if not tokens:
        return ""
    more = " …" if len(tokens) > _SHOWN_WORDS else ""
    return f'{label}: "{" ".join(t.cased for t in tokens[:_SHOWN_WORDS])}{more}"'
