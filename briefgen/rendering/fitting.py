"""Making a brief fit its pages: what is shown last in rank goes first, alike for all sides.

``limits.pages`` in ``audience.toml`` is a promise. The other limits say what the page has where
there is room; where there is not, they are lowered one after another in the order of ``CUTS``, each
for the whole page, so that no side and no issue is cut more than another. What was cut for want of
room comes back in the opposite order as far as it fits after all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.languages import noted
from briefgen.models import Brief, Position
from briefgen.rendering.audience import Settings
from briefgen.rendering.choosing import OPEN_STANCES
from briefgen.rendering.wording import count_words


@dataclass(frozen=True)
class Cut:
    """One thing that a page can do without."""

    group: str
    """``limits`` or ``shows``."""
    key: str
    """The setting that it lowers."""
    to: int
    """What is left of it; of a part that is shown or not, 0."""
    words: str
    """What a reader then has to look for elsewhere; empty where it is nothing."""
    concerns: Callable[[Brief], bool]
    """Whether the brief has any of it."""

    def apply(self, settings: Settings) -> Settings:
        """Return the settings with the cut; the same where they have no more than it leaves."""
        group = getattr(settings, self.group)
        if getattr(group, self.key) <= self.to:
            return settings
        value = self.to if self.group == "limits" else bool(self.to)
        return settings.model_copy(update={self.group: group.model_copy(update={self.key: value})})


def _positions(brief: Brief) -> Iterator[Position]:
    for issue in brief.issues:
        yield from issue.positions


def _has_longer(words: int) -> Callable[[Brief], bool]:
    """Return what tells whether a brief quotes passages of more words."""
    return lambda brief: any(
        count_words(brief.statements[id_].quote) > words
        for position in _positions(brief)
        for id_ in position.shown
    )


def _has_reported(brief: Brief) -> bool:
    return any(issue.reported for issue in brief.issues)


def _has_recommendations(brief: Brief) -> bool:
    return bool(brief.recommendations)


def _has_changes(brief: Brief) -> bool:
    return brief.changes is not None


def _has_silent(brief: Brief) -> bool:
    return any(issue.in_passing or issue.silent for issue in brief.issues)


def _has_open(brief: Brief) -> bool:
    return any(position.stance in OPEN_STANCES for position in _positions(brief))


def _has_concessions(brief: Brief) -> bool:
    return any(issue.concessions for issue in brief.issues)


def _has_second_passages(brief: Brief) -> bool:
    return any(len(position.shown) > 1 for position in _positions(brief))


def _has_conditions(brief: Brief) -> bool:
    return any(issue.conditions for issue in brief.issues)


def _has_points(count: int) -> Callable[[Brief], bool]:
    return lambda brief: len(brief.in_brief) > count


CUTS: tuple[Cut, ...] = (
    Cut("shows", "silent", 0, noted("who names an issue in passing"), _has_silent),
    Cut("limits", "reported", 2, noted("views of others"), _has_reported),
    Cut("limits", "undetermined", 0, noted("passages of sources without a side"), _has_open),
    Cut("limits", "recommendations", 1, noted("recommendations"), _has_recommendations),
    Cut("limits", "reported", 1, noted("views of others"), _has_reported),
    Cut("shows", "concessions", 0, noted("concessions"), _has_concessions),
    Cut("limits", "passage_words", 36, noted("longer passages"), _has_longer(36)),
    Cut("shows", "reported", 0, noted("views of others"), _has_reported),
    Cut("limits", "changes", 2, noted("changes since the last brief"), _has_changes),
    Cut("limits", "recommendations_in_all", 5, noted("recommendations"), _has_recommendations),
    Cut("limits", "quotations", 1, noted("second passages of a side"), _has_second_passages),
    Cut("limits", "label", 24, "", lambda brief: True),
    Cut("limits", "conditions", 1, noted("further conditions"), _has_conditions),
    Cut("shows", "companions", 0, noted("which sources go together"), lambda b: bool(b.companions)),
    Cut("limits", "passage_words", 28, noted("longer passages"), _has_longer(28)),
    Cut("limits", "recommendations_in_all", 3, noted("recommendations"), _has_recommendations),
    Cut("limits", "points", 4, noted("points of the summary"), _has_points(4)),
    Cut("limits", "changes", 1, noted("changes since the last brief"), _has_changes),
    Cut("shows", "recommendations", 0, noted("recommendations"), _has_recommendations),
    Cut("limits", "passage_words", 20, noted("longer passages"), _has_longer(20)),
    Cut("limits", "passage_words", 16, noted("longer passages"), _has_longer(16)),
    Cut("limits", "points", 3, noted("points of the summary"), _has_points(3)),
    Cut(
        "shows",
        "gaps",
        0,
        noted("what is missing"),
        lambda brief: bool(brief.gaps or brief.unheard),
    ),
    Cut(
        "shows", "agreements", 0, noted("where sources meet"), lambda brief: bool(brief.agreements)
    ),
    Cut("limits", "points", 2, noted("points of the summary"), _has_points(2)),
)
"""In the order in which a page does without them: the first is what a reader misses least."""

TAKEN_BACK = 4
"""Cuts that are tried without; each try prints the page once more, and those before them matter
least."""


@dataclass(frozen=True)
class Fitted:
    """Settings under which a page fits."""

    settings: Settings
    cut: tuple[str, ...]
    """What is left out for want of room, in words; each once, what a reader misses most first."""
    is_too_long: bool = False
    """Whether the page is longer than its limit all the same."""


def fit_settings(
    settings: Settings, brief: Brief, count_pages: Callable[[Fitted], float]
) -> Fitted:
    """Lower limits until the page fits, then raise again what fits all the same.

    Where even the last cut does not help, the page is as short as the cuts make it.

    Args:
        settings: what the page has where there is room.
        brief: of which it is; what it has none of is not cut.
        count_pages: how many pages it takes under given settings.
    """
    limit = settings.limits.pages
    whole = Fitted(settings, ())
    if limit is None or count_pages(whole) <= limit:
        return whole

    def fits(cuts: Sequence[Cut]) -> bool:
        return count_pages(_leave_out(cuts, settings)) <= limit

    ranked = [c for c in CUTS if c.concerns(brief) and c.apply(settings) is not settings]
    cuts = ranked[: _count_needed(lambda count: fits(ranked[:count]), len(ranked))]
    for cut in cuts[-2 : -TAKEN_BACK - 2 : -1]:
        without = [each for each in cuts if each is not cut]
        if fits(without):
            cuts = without
    is_too_long = len(cuts) == len(ranked) and not fits(cuts)
    return replace(_leave_out(cuts, settings), is_too_long=is_too_long)


def _count_needed(fits: Callable[[int], bool], most: int) -> int:
    """Return how many cuts, from the first, it takes; all of them where no number is enough."""
    low, high = 1, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return low


def _leave_out(cuts: Sequence[Cut], settings: Settings) -> Fitted:
    """Return the settings with these cuts, and what they leave out."""
    cut_settings, words = settings, []
    for cut in cuts:
        after = cut.apply(cut_settings)
        if after is not cut_settings and cut.words:
            words.append(cut.words)
        cut_settings = after
    return Fitted(cut_settings, tuple(dict.fromkeys(reversed(words))))
