"""Who gets how many quotations on an issue: max-min fair shares, first of stances, then of sources.

The rule, in the order in which it is applied to each issue:

1.  An issue has ``ISSUE_QUOTATIONS`` places and no stance gets more than ``STANCE_QUOTATIONS`` of
    them; where a side or a conditional stance occurs, neutral and unclear get one each.
2.  Places are dealt in rounds, one to each stance that still has something to show. The two sides
    are dealt to together: where one place is left and both could use it, neither gets it. So no
    side has more than the other for having more sources; it has more only where the other has no
    more evidence, and the balance report says so.
3.  Only the author's own words are shown for a stance, the same words once. Where a stance rests on
    nothing but what its sources report others to hold, nothing is shown for it: those views stand
    among the reported ones.
4.  Within a stance, sources take turns: each shows its best statement before any shows a second.
    Sources that earlier issues quoted less come first, then the more confident stance, then the id.
    A source's best statement is the one that takes the stance itself and reads best alone
    (`rank_statements`). In each round what takes the stance itself comes before what only goes
    with it, and whole sentences before clauses cut out of one.
5.  Two kinds of statements wait until every other of their source that takes the stance as plainly
    has had its turn, and then until the end of the round: the source's title, behind everything
    else, and those whose words an earlier issue shows already. So no source is shown twice before
    every source is shown once, even where all that a source has was shown before.

Support and oppose are treated alike throughout: swapping them in every record swaps their shares.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefgen.models import PositionSource, Stance, Statement
from briefgen.synthesis.passages import fold_text, interleave, is_whole, rank_statements

ISSUE_QUOTATIONS = 8
"""Places for statements on one issue: both sides in full and two more fill half a page."""
STANCE_QUOTATIONS = 3
"""Places for one stance on one issue: beyond three a reader skips (Parliament's POSTnotes and the
In Focus series of the Congressional Research Service quote two or three a side)."""
CONTEXT_QUOTATIONS = 1
"""Places for neutral and for unclear where a stance that says more occurs on the issue."""

_DEALING_ORDER: tuple[tuple[Stance, ...], ...] = (
    ("support", "oppose"),
    ("conditional",),
    ("neutral",),
    ("unclear",),
)
_TELLING: frozenset[Stance] = frozenset(("support", "oppose", "conditional"))


def queue_statements(
    stance: Stance,
    sources: Iterable[PositionSource],
    statements: Mapping[str, Statement],
    headlines: Collection[str],
    *,
    shown_before: Mapping[str, int],
    quoted: Mapping[str, int],
) -> list[str]:
    """Order all that could be shown for one stance: sources take turns (rules 3 to 5).

    Args:
        stance: for which the statements stand.
        sources: that take it.
        statements: id to statement.
        headlines: ids of the statements that repeat their source's title.
        shown_before: the words that earlier issues show, folded (`fold_text`), to the first place
            that they had among what is shown for a stance, counted from 0.
        quoted: source id to the number of its statements that earlier issues show.
    """

    def wait(statement_id: str) -> tuple[bool, bool, int]:
        # What stood in a later place is less likely to be in print: an audience may show fewer.
        statement = statements[statement_id]
        words = fold_text(statement.quote)
        repeated = STANCE_QUOTATIONS - shown_before.get(words, STANCE_QUOTATIONS)
        return (statement_id in headlines, statement.stance != stance, repeated)

    def hold_back(statement_id: str) -> tuple[bool, bool, int, bool]:
        return (*wait(statement_id), not is_whole(statements[statement_id]))

    turns = sorted(sources, key=lambda s: (quoted.get(s.source, 0), -s.confidence, s.source))
    queues = []
    for source in turns:
        own = (i for i in source.statements if statements[i].holder is None)
        queues.append(sorted(rank_statements(own, statements, stance), key=wait))
    by_words: dict[str, str] = {}
    for statement_id in interleave(queues, last=hold_back):
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
