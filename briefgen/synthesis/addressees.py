"""Who is asked to act, by whom, and what: the recommendations, grouped by addressee."""

from collections.abc import Sequence

from briefgen.models import RecommendationItem
from briefgen.models.actors import Addressee, AddresseeAsk
from briefgen.models.names import fold_name
from briefgen.synthesis.actor_names import ActorNames
from briefgen.synthesis.actors import choose_name, other_names


def group_addressees(
    recommendations: Sequence[RecommendationItem], names: ActorNames
) -> tuple[Addressee, ...]:
    """Group *recommendations* by the actor of whom something is asked; names are merged as actors'.

    Those of whom most sources ask come first, then by name. What is asked of nobody in particular
    is in no group, what is asked of two at once in both.
    """
    items: dict[str, list[RecommendationItem]] = {}
    forms: dict[str, set[tuple[str, str]]] = {}
    for item in recommendations:
        for actor in names.resolve(item.source, item.addressee) if item.addressee else ():
            items.setdefault(actor.key, []).append(item)
            forms.setdefault(actor.key, set()).add((item.source, actor.form))
    found = []
    for key, asked in items.items():
        name = names.listed_name(key) or choose_name(forms[key])
        found.append(
            Addressee(
                name=name,
                aliases=other_names(name, (form for _, form in forms[key])),
                sources=tuple(sorted({item.source for item in asked})),
                asks=tuple(
                    AddresseeAsk(source=item.source, statement=item.statement, issue=item.issue)
                    for item in asked
                ),
            )
        )
    return tuple(sorted(found, key=lambda a: (-len(a.sources), fold_name(a.name), a.name)))
