"""What is said twice, as templates see it: arguments that others make too, texts that ran twice."""

from collections.abc import Iterable, Sequence

from briefgen.models import KeyPoint, SameText
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.view import SameTextView, source_of

_ALL = 0.98
"""Share of a text from which nothing is missing that the estimate could tell."""


def find_also(
    statement: str, key_points: Sequence[KeyPoint], shown: Sequence[str]
) -> tuple[str, ...]:
    """Return statements of other sources that make the argument of *statement*, one a source.

    Args:
        statement: id of a statement that is shown.
        key_points: of its position.
        shown: ids of all statements that are shown for the position; a source with one of them on
            this argument is not named again, and the first of them alone names the others.
    """
    for point in key_points:
        ids = (point.statement, *point.behind)
        if statement in ids:
            quoted = [each for each in shown if each in ids]
            if quoted[0] != statement:
                return ()
            known = {source_of(each) for each in quoted}
            return tuple(_one_each(each for each in ids if source_of(each) not in known))
    return ()


def _one_each(ids: Iterable[str]) -> Iterable[str]:
    first: dict[str, str] = {}
    for each in ids:
        first.setdefault(source_of(each), each)
    return first.values()


def view_same_texts(same_texts: Iterable[SameText]) -> dict[str, tuple[SameTextView, ...]]:
    """Map the id of each source that counts for others to those others."""
    views: dict[str, tuple[SameTextView, ...]] = {}
    for same in same_texts:
        views[same.of] = (*views.get(same.of, ()), _view_same_text(same))
    return views


def _view_same_text(same: SameText) -> SameTextView:
    other, differs = same.source, same.differs
    return SameTextView(
        path=other.path,
        outlet=other.outlet if "outlet" in differs else None,
        authors=other.authors if "authors" in differs else (),
        title=squeeze(other.title) if other.title and "title" in differs else None,
        published=other.published if "published" in differs else None,
        tenths=10 if same.share >= _ALL else min(9, round(10 * same.share)),
        has_more=same.own_share > 1 - _ALL,
    )
