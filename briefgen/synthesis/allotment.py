"""Who gets how many quotations on an issue: max-min fair shares, first of stances, then of sources.

The rule, in the order in which it is applied to each issue:

1.  An issue has ``ISSUE_QUOTATIONS`` places and no stance gets more than ``STANCE_QUOTATIONS`` of
    them; where a side or a conditional stance occurs, neutral and unclear get one each.
2.  Places are dealt in rounds, one to each stance that still has something to show. The two sides
    are dealt to together: where one place is left and both could use it, neither gets it. So no
    side has more than the other for having more sources; it has more only where the other has no
    more evidence, and the balance report says so.
3.  Only the author's own words are shown for a stance, the same words once; of a source that has
    passages which take the stance themselves, only these. Where a stance rests on
    nothing but what its sources report others to hold, nothing is shown for it: those views stand
    among the reported ones.
4.  Within a stance, sources take turns: each shows its best statement before any shows a second.
    Sources that earlier issues quoted less come first, then the more confident stance, then the id.
    A source's best statement is the one that takes the stance itself and reads best alone
    (`rank_statements`). In each round what takes the stance itself comes before what only goes
    with it, and whole sentences before clauses cut out of one.
    Where no side is taken, what a reader can see to be about the issue comes first: what has more
    of the words of its title, its proposition and its terms.
5.  Statements whose words an earlier issue shows already wait until every other of their source
    that takes the stance as plainly has had its turn, and then until the end of the round.
6.  No argument is shown twice where another waits: in its turn a source shows its best statement
    whose argument (`key_points`) nobody has made yet, and in each round of whole sentences, as of
    clauses, the arguments that most sources make come first. What repeats one comes after all of
    these, in turns, and after that the titles of sources that have more to show. So no source is
    shown twice before every source is shown once or its argument is made by another; the key point
    says which sources make it, and the brief names them beside the quotation.

Support and oppose are treated alike throughout: swapping them in every record swaps their shares.
"""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence

from briefgen.likeness.stems import collect_stems
from briefgen.models import TELLING, PositionSource, Stance, Statement
from briefgen.synthesis.passages import fold_text, interleave, is_whole, rank_statements

ISSUE_QUOTATIONS = 8
"""Places for statements on one issue: both sides in full and two more fill half a page."""
STANCE_QUOTATIONS = 3
"""Places for one stance on one issue: beyond three a reader skips (Parliament's POSTnotes and the
In Focus series of the Congressional Research Service quote two or three a side)."""
CONTEXT_QUOTATIONS = 1
"""Places for neutral and for unclear where a stance that says more occurs on the issue."""

_AT_HAND = 3
"""With so many words of an issue a passage is plainly about it; more do not make it plainer."""

_DEALING_ORDER: tuple[tuple[Stance, ...], ...] = (
    ("support", "oppose"),
    ("conditional",),
    ("neutral",),
    ("unclear",),
)


def queue_statements(
    stance: Stance,
    sources: Iterable[PositionSource],
    statements: Mapping[str, Statement],
    headlines: Collection[str],
    *,
    shown_before: Mapping[str, int],
    quoted: Mapping[str, int],
    arguments: Mapping[str, str],
    topic: Collection[str] = (),
) -> list[str]:
    """Order all that could be shown for one stance: sources take turns (rules 3 to 6).

    Args:
        stance: for which the statements stand.
        sources: that take it.
        statements: id to statement.
        headlines: ids of the statements that repeat their source's title.
        shown_before: the words that earlier issues show, folded (`fold_text`), to the first place
            that they had among what is shown for a stance, counted from 0.
        quoted: source id to the number of its statements that earlier issues show.
        arguments: statement id to the argument that it makes; one that is absent makes its own.
        topic: the stems of the words of the issue.
    """

    def wait(statement_id: str) -> tuple[bool, bool, int, int]:
        # What stood in a later place is less likely to be in print: an audience may show fewer.
        statement = statements[statement_id]
        words = fold_text(statement.quote)
        repeated = STANCE_QUOTATIONS - shown_before.get(words, STANCE_QUOTATIONS)
        aside = 0 if stance in TELLING else _AT_HAND - _count_named(statement, topic)
        return (statement_id in headlines, statement.stance != stance, aside, repeated)

    def hold_back(statement_id: str) -> tuple[bool, bool, int, int, bool, int]:
        is_cut = not is_whole(statements[statement_id])
        return (*wait(statement_id), is_cut, -makers[arguments.get(statement_id, "")])

    sources = list(sources)
    makers = Counter(
        argument
        for source in sources
        for argument in {arguments[s] for s in source.statements if s in arguments}
    )
    makers[""] = 1
    turns = sorted(sources, key=lambda s: (quoted.get(s.source, 0), -s.confidence, s.source))
    queues = []
    for source in turns:
        own = [i for i in source.statements if statements[i].holder is None]
        # What the author says beside may belong to the other side, or to none.
        own = [i for i in own if statements[i].stance == stance] or own
        queues.append(sorted(rank_statements(own, statements, stance), key=wait))
    by_words: dict[str, str] = {}
    for tier in _separate_repeats(queues, arguments, headlines):
        for statement_id in interleave(tier, last=hold_back):
            by_words.setdefault(fold_text(statements[statement_id].quote), statement_id)
    return list(by_words.values())


def _count_named(statement: Statement, topic: Collection[str]) -> int:
    """Count the different words of an issue in a statement, up to ``_AT_HAND``."""
    return min(_AT_HAND, len(collect_stems([statement.quote]).intersection(topic)))


def _separate_repeats(
    queues: Sequence[Sequence[str]],
    arguments: Mapping[str, str],
    headlines: Collection[str],
) -> tuple[list[list[str]], ...]:
    """Let the queues take turns in making an argument that none of them has made.

    Args:
        queues: what each source could show, the best first.
        arguments: statement id to the argument that it makes.
        headlines: ids of the statements that repeat their source's title.

    Returns:
        What makes its argument first, then what repeats one, then the titles of sources that have
        something else to show: each as one queue a source.
    """
    waiting = [deque(queue) for queue in queues]
    tiers: tuple[list[list[str]], ...] = tuple([[] for _ in queues] for _ in range(3))
    fresh, repeating, titles = tiers
    made: set[str] = set()
    while any(waiting):
        for place, queue in enumerate(waiting):
            while queue:
                statement_id = queue.popleft()
                argument = arguments.get(statement_id, statement_id)
                if statement_id in headlines and (fresh[place] or repeating[place]):
                    titles[place].append(statement_id)
                elif argument in made:
                    repeating[place].append(statement_id)
                else:
                    made.add(argument)
                    fresh[place].append(statement_id)
                    break
    return tiers


def deal_places(available: Mapping[Stance, int]) -> dict[Stance, int]:
    """Share out an issue's places among its stances (rules 1 and 2).

    Args:
        available: stance to the number of statements that could be shown.

    Returns:
        Stance to places, for the stances of *available*.
    """
    has_telling = any(available.get(stance, 0) for stance in TELLING)
    wanted: dict[Stance, int] = {}
    for stance, count in available.items():
        is_context = has_telling and stance not in TELLING
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
