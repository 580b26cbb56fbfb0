"""Which passages and conditions of an issue an audience prints, alike for both sides.

Synthesis has shared the places out (docs/fairness.md); an audience has fewer of them, and may want
shorter passages. What is cut here is cut by that rank and keeps the rule: a side has more than the
other only where the other has nothing more, no source has two passages while another of its side
has none, and nothing is cut within a passage.
"""

from collections.abc import Mapping, Sequence

from briefgen.models import SIDES, BriefIssue, ConditionItem, Position, Stance, Statement
from briefgen.rendering.audience import Limits
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.wording import count_words

OPEN_STANCES: frozenset[Stance] = frozenset({"neutral", "unclear"})


def choose_quotations(
    issue: BriefIssue, statements: Mapping[str, Statement], limits: Limits
) -> dict[Stance, tuple[str, ...]]:
    """Choose the passages to print on an issue, by stance, in the order to print them.

    A passage that is longer than the limit gives way to a shorter one of its source and stance.
    Where a stance has none that is short enough, its shortest is printed all the same: no side
    stands without its words. Of sources without a side nothing is printed then.
    """
    chosen: dict[Stance, tuple[str, ...]] = {}
    for position in issue.positions:
        is_open = position.stance in OPEN_STANCES
        places = limits.undetermined if is_open else limits.quotations
        picked = _pick(position, statements, limits.passage_words)[:places]
        if not picked and not is_open:
            picked = _shortest(position, statements)
        chosen[position.stance] = tuple(picked)
    _level(chosen, issue, statements)
    return chosen


def _pick(position: Position, statements: Mapping[str, Statement], words: int) -> list[str]:
    """Return passages within the limit in the order of their places, each of its place's source."""
    picked: list[str] = []
    for planned in position.shown:
        source = _source_of(planned)
        own = _own(position, statements).get(source, ())
        found = next(
            (
                id_
                for id_ in (planned, *own)
                if count_words(statements[id_].quote) <= words
                and not _says_again(id_, picked, position, statements)
                and (id_ == planned or statements[id_].stance == position.stance)
            ),
            None,
        )
        if found is None:
            continue
        if source in map(_source_of, picked) and _waiting(position, statements, picked):
            break  # no second passage while another source of the side has none
        picked.append(found)
    return picked


def _own(position: Position, statements: Mapping[str, Statement]) -> dict[str, list[str]]:
    """Return the authors' own passages behind a position by source, the clearest first.

    Those that take the stance themselves; of a source that has none, those that go with it.
    """
    found = {}
    for item in position.sources:
        own = [id_ for id_ in item.statements if statements[id_].holder is None]
        found[item.source] = [i for i in own if statements[i].stance == position.stance] or own
    return found


def _says_again(
    id_: str, picked: Sequence[str], position: Position, statements: Mapping[str, Statement]
) -> bool:
    """Tell whether the words of a passage, or its argument, stand among those picked."""
    words = squeeze(statements[id_].quote).casefold()
    if any(squeeze(statements[other].quote).casefold() == words for other in picked):
        return True
    if id_ in position.shown:
        return False  # synthesis has looked at its argument
    return any(
        id_ in alike and any(other in alike for other in picked)
        for point in position.key_points
        for alike in [(point.statement, *point.behind)]
    )


def _waiting(
    position: Position, statements: Mapping[str, Statement], picked: Sequence[str]
) -> bool:
    """Tell whether a source has passages, none of them picked and no argument made by one."""
    heard = set(map(_source_of, picked))
    for point in position.key_points:
        if any(id_ in (point.statement, *point.behind) for id_ in picked):
            heard.update(point.sources)
    return any(own and source not in heard for source, own in _own(position, statements).items())


def _shortest(position: Position, statements: Mapping[str, Statement]) -> list[str]:
    return sorted(position.shown, key=lambda id_: count_words(statements[id_].quote))[:1]


def _level(
    chosen: dict[Stance, tuple[str, ...]], issue: BriefIssue, statements: Mapping[str, Statement]
) -> None:
    """Leave no side with more passages than the other, where the other has more to show."""
    by_stance = {position.stance: position for position in issue.positions}
    for less, more in (SIDES, SIDES[::-1]):
        if not chosen.get(less) or len(chosen.get(more, ())) <= len(chosen[less]):
            continue
        own = _own(by_stance[less], statements).values()
        texts = {squeeze(statements[id_].quote).casefold() for ids in own for id_ in ids}
        if len(texts) > len(chosen[less]):
            chosen[more] = chosen[more][: len(chosen[less])]


def choose_conditions(
    issue: BriefIssue, printed: Sequence[str], limits: Limits
) -> dict[Stance, list[ConditionItem]]:
    """Choose the conditions to print beside the quotations, by stance.

    One that stands in a quotation is printed there, unless the other side disputes it. As many of
    one side as of the other, counting those in quotations, and the shorter ones first where there
    is no room for all; a stance that has any has at least one.

    Args:
        issue: whose conditions.
        printed: the quotations on this issue, each on one line.
        limits: of the audience.
    """
    waiting: dict[Stance, list[ConditionItem]] = {}
    in_print: dict[Stance, int] = {}
    for stance, items in _by_stance(issue).items():
        waiting[stance] = [
            item
            for item in items
            if item.disputed_by or not any(squeeze(item.condition.quote) in t for t in printed)
        ]
        in_print[stance] = len(items) - len(waiting[stance])
    room = max([limits.conditions, *(in_print.get(side, 0) for side in SIDES)])
    return {
        stance: _shortest_first(items, max(room - in_print[stance], int(not in_print[stance])))
        for stance, items in waiting.items()
    }


def _by_stance(issue: BriefIssue) -> dict[Stance, list[ConditionItem]]:
    """Return the conditions by stance, each wording once."""
    found: dict[Stance, dict[str, ConditionItem]] = {}
    for item in issue.conditions:
        found.setdefault(item.stance, {})[squeeze(item.condition.quote)] = item
    return {stance: list(items.values()) for stance, items in found.items()}


def _shortest_first(items: Sequence[ConditionItem], places: int) -> list[ConditionItem]:
    """Return as many items as there are places, in the order in which they stood.

    Those that another side disputes have a place before the others, then the shortest.
    """
    ranked = sorted(items, key=lambda i: (not i.disputed_by, count_words(i.condition.quote)))
    kept = ranked[:places]
    return [item for item in items if item in kept]


def _source_of(statement: str) -> str:
    return statement.rpartition(":")[0]
