"""Which recommendations an audience prints, and under whose name."""

from collections.abc import Sequence

from briefgen.models import Brief, RecommendationItem
from briefgen.models.names import fold_name
from briefgen.rendering.audience import Limits

_AT_LARGE = 2
"""What lacks both is shown only where its source asks for nothing else."""
INLINE_QUOTE_WORDS = 28
"""A longer passage is not quoted within a line of text where there is a choice; the records have
it."""


def is_short(quote: str) -> bool:
    """Tell whether *quote* can stand in a line of text."""
    return len(quote.split()) <= INLINE_QUOTE_WORDS


def choose_recommendations(brief: Brief, limits: Limits) -> list[RecommendationItem]:
    """Choose those to print: one of each source, then further short ones while there is room.

    What is asked on no issue may have nothing to do with the topic: it is shown only where nobody
    asks for more. What is asked of somebody goes before what is asked at large. What is too long
    for a line of text is printed only where its source has nothing shorter as much to the point.
    """
    by_source: dict[str, list[RecommendationItem]] = {}
    on_issues = [i for i in brief.recommendations if brief.statements[i.statement].issue]
    for item in on_issues or brief.recommendations:
        by_source.setdefault(item.source, []).append(item)
    for source, items in by_source.items():
        items.sort(key=lambda item: _count_lacks(brief, item))
        least = _count_lacks(brief, items[0])
        short = [item for item in items if is_short(brief.statements[item.statement].quote)]
        if not short or _count_lacks(brief, short[0]) > least:
            short = [items[0], *short]
        by_source[source] = [i for i in short if _count_lacks(brief, i) < max(least + 1, _AT_LARGE)]
    queues = [by_source[source.id] for source in brief.sources if source.id in by_source]
    chosen = [queue[0] for queue in queues]
    for place in range(1, limits.recommendations):
        further = [queue[place] for queue in queues if place < len(queue)]
        chosen += further[: max(0, limits.recommendations_in_all - len(chosen))]
    return chosen


def _count_lacks(brief: Brief, item: RecommendationItem) -> int:
    """Count what a recommendation does not say: on which issue it bears, and who should act."""
    said = brief.statements[item.statement]
    return (said.issue is None) + (said.addressee is None)


def group_recommendations(
    brief: Brief, chosen: Sequence[RecommendationItem]
) -> list[tuple[str | None, list[RecommendationItem]]]:
    """Group what is asked for by the addressee; what is asked of nobody by name comes last.

    What is asked of two of them at once stands with the first.

    Returns:
        The addressee's name, None for the rest, and the items; those addressees first whom most
        sources name.
    """
    names = {
        (ask.source, ask.statement): addressee.name
        for addressee in reversed(brief.addressees)
        for ask in addressee.asks
    }
    groups: dict[str | None, list[RecommendationItem]] = {}
    for item in chosen:
        name = names.get((item.source, item.statement))
        # Two whom their sources call alike, "the council" say, stand under one name.
        groups.setdefault(fold_name(name) if name is not None else None, []).append(item)
    known = {fold_name(addressee.name): addressee.name for addressee in reversed(brief.addressees)}
    ranks = {name: place for place, name in enumerate(reversed(known))}
    asking = {name: len({item.source for item in items}) for name, items in groups.items()}
    named = sorted((n for n in groups if n is not None), key=lambda n: (-asking[n], ranks[n]))
    found: list[tuple[str | None, list[RecommendationItem]]] = [
        (known[name], groups[name]) for name in named
    ]
    return [*found, (None, groups[None])] if None in groups else found
