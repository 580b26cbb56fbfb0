"""Checks of a codebook's actors: names that never occur, stakeholders that are nearly actors."""

import difflib
import re
from collections.abc import Iterator, Sequence

from briefgen.authoring.findings import Finding, finding_at
from briefgen.authoring.reading import Text
from briefgen.ingest.codebook_places import CodebookPlaces
from briefgen.models import Codebook
from briefgen.models.names import fold_name

NEAR = 0.85
"""Likeness from which two names are probably one with a slip (`difflib`'s ratio)."""


def check_stakeholders(codebook: Codebook, places: CodebookPlaces) -> Iterator[Finding]:
    """Yield the stakeholders that look like a misspelt actor."""
    actors = {fold_name(name): name for name in codebook.actors}
    for name in codebook.listed_stakeholders():
        folded = fold_name(name)
        near = difflib.get_close_matches(folded, list(actors), 1, NEAR)
        if near and folded not in actors:
            yield finding_at(
                places.of(0, "stakeholders", name),
                "stakeholder-near-actor",
                f"{name!r} is no actor's name, but nearly {actors[near[0]]!r}",
                f"did you mean {actors[near[0]]!r}?",
            )


def check_actors_in_corpus(
    codebook: Codebook, places: CodebookPlaces, texts: Sequence[Text]
) -> Iterator[Finding]:
    """Yield the names of actors that stand in no article.

    Of stakeholders nothing is said: a name that never occurs is what they are listed for.
    """
    every = "\n".join(" ".join(text.article.text.split()) for text in texts).casefold()
    for actor, aliases in codebook.actors.items():
        for name in (actor, *(aliases or ())):
            shown_only = name == actor and aliases
            if not shown_only and not _stands_in(fold_name(name), every):
                yield finding_at(
                    places.of(0, "actors", name),
                    "actor-absent",
                    f"{name!r} never occurs in the articles",
                    "take it out, or write it as the articles do",
                )


def _stands_in(folded: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text) is not None
