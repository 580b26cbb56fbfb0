"""Making a brief fit its pages: what is shown last in rank goes first, alike for all sides.

``limits.pages`` in ``audience.toml`` is a promise. The other limits say what the page has where
there is room; where there is not, they are lowered one after another in the order of ``CUTS``, each
for the whole page, so that no side and no issue is cut more than another. What was cut for want of
room comes back in the opposite order as far as it fits after all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefgen.rendering.audience import Settings


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
    """What a reader then has to look for elsewhere."""

    def apply(self, settings: Settings) -> Settings:
        """Return the settings with the cut; the same where they have no more than it leaves."""
        group = getattr(settings, self.group)
        if getattr(group, self.key) <= self.to:
            return settings
        value = self.to if self.group == "limits" else bool(self.to)
        return settings.model_copy(update={self.group: group.model_copy(update={self.key: value})})


CUTS: tuple[Cut, ...] = (
    Cut("shows", "silent", 0, "who names an issue in passing"),
    Cut("limits", "reported", 2, "views of others"),
    Cut("limits", "undetermined", 0, "passages of sources without a side"),
    Cut("limits", "recommendations", 1, "recommendations"),
    Cut("limits", "reported", 1, "views of others"),
    Cut("shows", "concessions", 0, "concessions"),
    Cut("limits", "passage_words", 36, "longer passages"),
    Cut("shows", "reported", 0, "views of others"),
    Cut("limits", "changes", 2, "changes since the last brief"),
    Cut("limits", "recommendations_in_all", 5, "recommendations"),
    Cut("limits", "quotations", 1, "second passages of a side"),
    Cut("limits", "conditions", 1, "further conditions"),
    Cut("shows", "companions", 0, "which sources go together"),
    Cut("limits", "passage_words", 28, "longer passages"),
    Cut("limits", "recommendations_in_all", 3, "recommendations"),
    Cut("limits", "points", 4, "points of the summary"),
    Cut("limits", "changes", 1, "changes since the last brief"),
    Cut("shows", "recommendations", 0, "recommendations"),
    Cut("limits", "passage_words", 20, "longer passages"),
    Cut("limits", "points", 3, "points of the summary"),
    Cut("shows", "gaps", 0, "what is missing"),
    Cut("shows", "agreements", 0, "where sources meet"),
)
"""In the order in which a page does without them: the first is what a reader misses least."""


@dataclass(frozen=True)
class Fitted:
    """Settings under which a page fits."""

    settings: Settings
    cut: tuple[str, ...]
    """What is left out for want of room, in words; each once, what a reader misses most first."""


def fit_settings(settings: Settings, count_pages: Callable[[Settings], float]) -> Fitted:
    """Lower limits until the page fits, then raise again what fits all the same.

    Where even the last cut does not help, the page is as short as the cuts make it.

    Args:
        settings: what the page has where there is room.
        count_pages: how many pages it takes under given settings.
    """
    limit = settings.limits.pages
    if limit is None or count_pages(settings) <= limit:
        return Fitted(settings, ())
    steps = list(accumulate(CUTS, lambda each, cut: cut.apply(each), initial=settings))
    needed = _first_that_fits(steps, lambda each: count_pages(each) <= limit)
    cuts = list(CUTS[:needed])
    for place in reversed(range(needed)):
        without = [cut for cut in cuts if cut is not CUTS[place]]
        if count_pages(_apply(without, settings)) <= limit:
            cuts = without
    done = [cut for cut in cuts if cut.apply(settings) is not settings]
    words = dict.fromkeys(cut.words for cut in reversed(done))
    return Fitted(_apply(cuts, settings), tuple(words))


def _first_that_fits(steps: Sequence[Settings], fits: Callable[[Settings], bool]) -> int:
    """Return the place of the first step that fits, by halves; the last where none does.

    Each step leaves less on the page than the one before it.
    """
    low, high = 1, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(steps[middle]) else (middle + 1, high)
    return low


def _apply(cuts: Sequence[Cut], settings: Settings) -> Settings:
    for cut in cuts:
        settings = cut.apply(settings)
    return settings
