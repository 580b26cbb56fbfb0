"""Who gets how many quotations on an issue: max-min fair shares, first of stances, then of sources.

The rule, in the order in which it is applied to each issue:

1.  An issue has ``ISSUE_QUOTATIONS`` places and no stance gets more than ``STANCE_QUOTATIONS`` of
    them; where a side or a conditional stance occurs, neutral and unclear get one each.
2.  Places are dealt in rounds, one to each stance that still has something to show. The two sides
    are dealt to together: where one place is left and both could use it, neither gets it. So no
    side has more than the other for having more sources; it has more only where the other has no
    more evidence, and the balance report says so.
3.  Within a stance, sources take turns: each shows its best statement before any shows a second.
    Sources that earlier issues quoted less come first, then the more confident stance, then the id.
4.  A source's best statement is the author's own before a reported one, one that no earlier issue
    shows before a repeated one, one whole sentence of 8 to 45 words before others (a clause cut out
    of a sentence, a heading), and then as the extractor lists them, the clearest first. What others
    hold is shown only where the whole stance rests on nothing else; the same words are shown once.

Support and oppose are treated alike throughout: swapping them in every record swaps their shares.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from briefgen.models import PositionSource, Stance, Statement

ISSUE_QUOTATIONS = 8
"""Places for statements on one issue: both sides in full and two more fill half a page."""
STANCE_QUOTATIONS = 3
"""Places for one stance on one issue: beyond three a reader skips (Parliament's POSTnotes and the
In Focus series of the Congressional Research Service quote two or three a side)."""
CONTEXT_QUOTATIONS = 1
"""Places for neutral and for unclear where a stance that says more occurs on the issue."""
CLEAR_WORDS = (8, 45)
"""Fewest and most words (runs of letters and digits) of a statement that reads well alone."""

_DEALING_ORDER: tuple[tuple[Stance, ...], ...] = (
    ("support", "oppose"),
    ("conditional",),
    ("neutral",),
    ("unclear",),
)
_TELLING: frozenset[Stance] = frozenset(("support", "oppose", "conditional"))
_QUOTES_AND_SPACE = "\"'“”‘’«»()[] \t\r\n\u00a0"
_SENTENCE_ENDS = (".", "!", "?", "…")
_WORD = re.compile(r"\w+")
# A sentence ends after a lower-case word of three letters or more, so not within "Gen. Brown" or
# "U.S. Army".
_SENTENCE_BREAK = re.compile(r"\b[a-zß-ÿ]{3,}[\"'”’»)]*[.!?…][\"'”’»)]*\s+[\"'“‘«(]*[A-ZÀ-Þ]")

T = TypeVar("T")


def interleave(queues: Iterable[Sequence[T]]) -> list[T]:
    """Take the first of every queue in turn, then the second of every queue, and so on."""
    places = [
        (rank, turn, item) for turn, queue in enumerate(queues) for rank, item in enumerate(queue)
    ]
    places.sort(key=lambda place: place[:2])
    return [item for _, _, item in places]


def count_words(text: str) -> int:
    r"""Count the words of *text*: runs of ``\w``."""
    return len(_WORD.findall(text))


def fold_text(text: str) -> str:
    """Return *text* for comparison: case and white space do not count."""
    return " ".join(text.split()).casefold()


def is_clear(statement: Statement) -> bool:
    """Tell whether *statement* is one whole sentence of a length that reads well alone."""
    quote = statement.quote.strip(_QUOTES_AND_SPACE)
    fewest, most = CLEAR_WORDS
    is_whole = quote.endswith(_SENTENCE_ENDS) and not quote[0].islower()
    if not is_whole or not fewest <= count_words(quote) <= most:
        return False
    return _SENTENCE_BREAK.search(quote) is None


def rank_statements(
    ids: Iterable[str], statements: Mapping[str, Statement], shown_before: Collection[str] = ()
) -> list[str]:
    """Order the statements behind a stance, the best to show first (rule 4).

    Args:
        ids: as the extractor lists them, the clearest first; repeated ids count once.
        statements: id to statement.
        shown_before: ids that earlier issues show.
    """

    def rank(statement_id: str) -> tuple[bool, bool, bool]:
        statement = statements[statement_id]
        return (
            statement.holder is not None,
            statement_id in shown_before,
            not is_clear(statement),
        )

    return sorted(dict.fromkeys(ids), key=rank)  # sorted() keeps the extractor's order in ties


def queue_statements(
    sources: Iterable[PositionSource],
    statements: Mapping[str, Statement],
    shown_before: Collection[str],
    quoted: Mapping[str, int],
) -> list[str]:
    """Order all that could be shown for one stance: sources take turns (rules 3 and 4).

    Args:
        sources: that take the stance.
        statements: id to statement.
        shown_before: ids that earlier issues show.
        quoted: source id to the number of its statements that earlier issues show.
    """
    turns = sorted(sources, key=lambda s: (quoted.get(s.source, 0), -s.confidence, s.source))
    queues = [rank_statements(s.statements, statements, shown_before) for s in turns]
    own = [[i for i in queue if statements[i].holder is None] for queue in queues]
    by_words: dict[str, str] = {}
    for statement_id in interleave(own if any(own) else queues):
        by_words.setdefault(fold_text(statements[statement_id].quote), statement_id)
    return list(by_words.values())


def deal_places(available: Mapping[Stance, int]) -> dict[Stance, int]:
    """Share out an issue's places among its stances (rules 1 and 2).

    Args:
        available: stance to the number of statements that could be shown.

    Returns:
        Stance to places, for the stances of *available*.
    """
    has_telling = any(available.get(stance, 0) for stance in _TELLING)
    wanted: dict[Stance, int] = {}
    for stance, count in available.items():
        is_context = has_telling and stance not in _TELLING
        wanted[stance] = min(count, CONTEXT_QUOTATIONS if is_context else STANCE_QUOTATIONS)
    places: dict[Stance, int] = dict.fromkeys(available, 0)
    left = ISSUE_QUOTATIONS
    while True:
        before = left
        for together in _DEALING_ORDER:
            takers = [s for s in together if places.get(s, 0) < wanted.get(s, 0)]
            if len(takers) > left:
                return places
            for stance in takers:
                places[stance] += 1
            left -= len(takers)
        if left == before:
            return places


def allot_quotations(queues: Mapping[Stance, Sequence[str]]) -> dict[Stance, tuple[str, ...]]:
    """Choose the statements to show on one issue.

    Args:
        queues: stance to what could be shown for it, the best first (`queue_statements`).
    """
    places = deal_places({stance: len(queue) for stance, queue in queues.items()})
    return {stance: tuple(queue[: places[stance]]) for stance, queue in queues.items()}
