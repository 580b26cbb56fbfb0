"""What a template sees of the sentences that a language model wrote between the quotations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.languages import current, main_tag
from briefgen.models import Brief
from briefgen.models.linking import LinkingWords
from briefgen.rendering.escaping import squeeze

if TYPE_CHECKING:
    from briefgen.rendering.view import SourceView


@dataclass(frozen=True)
class LinkingSentenceView:
    """One sentence; not a source's words."""

    text: str
    """With its full stop."""
    statements: tuple[str, ...]
    """Ids of the statements that it rests on."""
    sources: "tuple[SourceView, ...]"
    """Theirs, in the order of their numbers."""


@dataclass(frozen=True)
class LinkingView:
    """What the model wrote, for the whole brief."""

    model: str
    """``provider:name``."""
    kept: int
    """Sentences on this page."""
    dropped: int
    """Sentences that it wrote and that the checks did not let through."""
    unanswered: tuple[str, ...]
    """Titles of the issues about which it gave nothing that can be used."""


def linking_of(brief: Brief) -> LinkingWords | None:
    """Return what the model wrote; None where it wrote nothing for pages in this language."""
    words = brief.linking
    if words is None or main_tag(words.language) != main_tag(current().tag):
        return None
    return words


def view_linking(brief: Brief) -> LinkingView | None:
    """Return what is to be said of the model's sentences; None where there are none here."""
    words = linking_of(brief)
    if words is None:
        return None
    titles = {issue.id: issue.title for issue in brief.issues}
    return LinkingView(
        model=squeeze(words.model),
        kept=words.kept,
        dropped=sum(words.dropped.values()),
        unanswered=tuple(titles[id_] for id_ in words.unanswered if id_ in titles),
    )


def view_sentences(
    brief: Brief, sources: "Mapping[str, SourceView]"
) -> Mapping[str, tuple[LinkingSentenceView, ...]]:
    """Return issue ids to the model's sentences.

    A sentence that names a statement which the brief has not is left out: nobody could check it.
    """
    words = linking_of(brief)
    return {
        each.issue: tuple(
            LinkingSentenceView(
                squeeze(sentence.text),
                sentence.statements,
                _cited(sentence.statements, sources),
            )
            for sentence in each.sentences
            if all(id_ in brief.statements for id_ in sentence.statements)
        )
        for each in (words.issues if words is not None else ())
    }


def _cited(ids: Iterable[str], sources: "Mapping[str, SourceView]") -> "tuple[SourceView, ...]":
    found = {source.number: source for source in (sources[_source_of(id_)] for id_ in ids)}
    return tuple(found[number] for number in sorted(found))


def _source_of(statement: str) -> str:
    return statement.rpartition(":")[0]
