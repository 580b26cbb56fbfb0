"""Which recommendations an audience prints, and under whose name."""

from collections.abc import Sequence

from briefgen.models import Brief, RecommendationItem
from briefgen.models.names import fold_name
from briefgen.rendering.audience import Limits

INLINE_QUOTE_WORDS = 28
"""A longer passage is not quoted within a line of text where there is a choice; the records have
it."""


def is_short(quote: str) -> bool:
    """Tell whether *quote* can stand in a line of text."""
    return len(quote.split()) <= INLINE_QUOTE_WORDS


def choose_recommendations(brief: Brief, limits: Limits) -> list[RecommendationItem]:
    """Choose those to print: one of each source, then further short ones while there is room.

    What is too long for a line of text is printed only where its source has nothing shorter.
    """
    by_source: dict[str, list[RecommendationItem]] = {}
    for item in brief.recommendations:
        by_source.setdefault(item.source, []).append(item)
    for source, items in by_source.items():
        short = [item for item in items if is_short(brief.statements[item.statement].quote)]
        by_source[source] = short or items[:1]
    queues = [by_source[source.id] for source in brief.sources if source.id in by_source]
    chosen = [queue[0] for queue in queues]
    for place in range(1, limits.recommendations):
        further = [queue[place] for queue in queues if place < len(queue)]
        chosen += further[: max(0, limits.recommendations_in_all - len(chosen))]
    return chosen


def group_recommendations(
    brief: Brief, chosen: Sequence[RecommendationItem]
) -> list[tuple[str | None, list[RecommendationItem]]]:
    """Group what is asked for by who should act; what is asked of nobody in particular, by source.

    What is asked of two of them at once stands with the first. Those whom two sources call alike
    ("the county") stand together, as they are called, though they may be two.

    Returns:
        The addressee's name, None for the rest, and the items; those addressees first whom most
        sources name.
    """
    names = {
        (ask.source, ask.statement): addressee.name
        for addressee in reversed(brief.addressees)
        for ask in addressee.asks
    }
    first = {fold_name(a.name): place for place, a in reversed(list(enumerate(brief.addressees)))}
    asked: dict[int, list[RecommendationItem]] = {}
    others: dict[int, list[RecommendationItem]] = {}
    for item in chosen:
        place = places.get((item.source, item.statement))
        if place is None:
            others.setdefault(numbers[item.source], []).append(item)
        else:
            name = fold_name(brief.addressees[place].name)
            asked.setdefault(first[name], []).append(item)
    named = sorted(asked, key=lambda place: (-len({i.source for i in asked[place]}), place))
    return [
        *((brief.addressees[place].name, asked[place]) for place in named),
        *((None, others[number]) for number in sorted(others)),
    ]
