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
