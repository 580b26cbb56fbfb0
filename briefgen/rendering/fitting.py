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
    saves: Callable[[Brief], float]
    """About how many lines the brief is shorter then; 0 where it has none of it. It only says where
    to look first: what fits is measured."""

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


def _longer(words: int) -> Callable[[Brief], float]:
    """Return what tells how many passages of more words a brief quotes: a line of each is saved."""
    return lambda brief: sum(
        count_words(brief.statements[id_].quote) > words
        for position in _positions(brief)
        for id_ in position.shown
    )


def _reported(count: int) -> Callable[[Brief], float]:
    """Return what tells the lines of the views that are reported beyond so many an issue."""
    return lambda brief: (
        1.5 * sum(min(3, max(0, len(issue.reported) - count)) for issue in brief.issues)
    )


def _recommended(brief: Brief) -> float:
    return 3.0 * bool(brief.recommendations)


def _changed(brief: Brief) -> float:
    return 1.5 * (brief.changes is not None)


def _silent(brief: Brief) -> float:
    return 0.5 * sum(bool(issue.in_passing or issue.silent) for issue in brief.issues)


def _open(brief: Brief) -> float:
    return 1.5 * sum(position.stance in OPEN_STANCES for position in _positions(brief))


def _conceded(brief: Brief) -> float:
    return 1.5 * sum(bool(issue.concessions) for issue in brief.issues)


def _second_passages(brief: Brief) -> float:
    return 1.5 * sum(len(position.shown) > 1 for position in _positions(brief))


def _conditions(brief: Brief) -> float:
    return sum(len(issue.conditions) > 1 for issue in brief.issues)


def _matrix(brief: Brief) -> float:
    return 6.0 + 1.2 * len(brief.sources)


def _bars(brief: Brief) -> float:
    return 1.5 * len(brief.issues)


def _points(count: int) -> Callable[[Brief], float]:
    return lambda brief: 3.0 * (len(brief.in_brief) > count)


def _long_titles(brief: Brief) -> float:
    return 0.5 * sum(len(source.title or "") > 48 for source in brief.sources)


def _companions(brief: Brief) -> float:
    return 2.0 * bool(brief.companions)


def _gaps(brief: Brief) -> float:
    return 4.0 * bool(brief.gaps or brief.unheard)


def _agreements(brief: Brief) -> float:
    return 4.0 * bool(brief.agreements)


def _linking(brief: Brief) -> float:
    return 1.2 * brief.linking.kept + 2.0 if brief.linking is not None else 0.0


CUTS: tuple[Cut, ...] = (
    Cut("shows", "silent", 0, noted("who names an issue in passing"), _silent),
    Cut("limits", "reported", 2, noted("views of others"), _reported(2)),
    Cut("limits", "undetermined", 0, noted("passages of sources without a side"), _open),
    Cut("limits", "recommendations", 1, noted("recommendations"), _recommended),
    Cut("limits", "reported", 1, noted("views of others"), _reported(1)),
    Cut("shows", "concessions", 0, noted("concessions"), _conceded),
    Cut("limits", "passage_words", 36, noted("longer passages"), _longer(36)),
    Cut("shows", "reported", 0, noted("views of others"), _reported(0)),
    Cut("limits", "changes", 2, noted("changes since the last brief"), _changed),
    Cut("limits", "recommendations_in_all", 5, noted("recommendations"), _recommended),
    Cut("limits", "quotations", 1, noted("second passages of a side"), _second_passages),
    Cut("limits", "label", 24, "", lambda brief: 1.0),
    Cut("limits", "conditions", 1, noted("further conditions"), _conditions),
    Cut("shows", "companions", 0, noted("which sources go together"), _companions),
    Cut("shows", "linking", 0, noted("a language model's sentences"), _linking),
    Cut("limits", "passage_words", 28, noted("longer passages"), _longer(28)),
    Cut("limits", "recommendations_in_all", 3, noted("recommendations"), _recommended),
    Cut("limits", "points", 4, noted("points of the summary"), _points(4)),
    Cut("limits", "changes", 1, noted("changes since the last brief"), _changed),
    # What a bar shows stands in the table of who stands where, too.
    Cut("shows", "bars", 0, "", _bars),
    Cut("shows", "recommendations", 0, noted("recommendations"), _recommended),
    Cut("limits", "passage_words", 20, noted("longer passages"), _longer(20)),
    Cut("limits", "passage_words", 16, noted("longer passages"), _longer(16)),
    Cut("limits", "points", 3, noted("points of the summary"), _points(3)),
    Cut("shows", "gaps", 0, noted("what is missing"), _gaps),
    Cut("shows", "agreements", 0, noted("where sources meet"), _agreements),
    Cut("limits", "points", 2, noted("points of the summary"), _points(2)),
    Cut("limits", "title", 48, noted("long titles of sources"), _long_titles),
    Cut("limits", "points", 1, noted("points of the summary"), _points(1)),
    Cut("shows", "matrix", 0, noted("the table of who stands where"), _matrix),
)
"""In the order in which a page does without them: the first is what a reader misses least."""

TAKEN_BACK = 4
"""Cuts that are tried without, at most; each try prints the page once more."""
GUESSES = 3
"""Times that the number of cuts is guessed by what they save, before halves are tried."""
NEARLY_FULL = 0.05
"""Part of a page that may stay free: with it no smaller number of cuts is looked for."""
USUAL_SCALE = 0.65
"""What cuts save, as a part of the sum: the same passage is cut by several."""
PAGE_LINES = 70
"""Lines of a page, by which ``saves`` is compared with a part of a page."""
ROUGHLY = 8.0
"""Lines by which ``saves`` may be wrong; and page ends leave as many white."""


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
    if limit is None:
        return whole
    pages = count_pages(whole)
    if pages <= limit:
        return whole

    def measure(cuts: Sequence[Cut]) -> float:
        return count_pages(_leave_out(cuts, settings)) - limit

    ranked = [c for c in CUTS if c.saves(brief) and c.apply(settings) is not settings]
    search = _Search([c.saves(brief) / PAGE_LINES for c in ranked], pages - limit)
    cuts = ranked[: search.find(lambda count: measure(ranked[:count]))]
    if search.over > 0:
        return replace(_leave_out(cuts, settings), is_too_long=True)
    return _leave_out(_take_back(cuts, settings, brief, search, measure), settings)


class _Search:
    """Looks for the least number of cuts, from the first, with which the page is not over."""

    def __init__(self, savings: Sequence[float], over: float) -> None:
        self._savings, self._most = savings, over
        self.over = over
        """Pages over the limit with the cuts that were found; 0 or less where it fits."""
        self.scale = USUAL_SCALE
        """What cuts saved, as a part of what they were thought to save."""

    def find(self, measure: Callable[[int], float]) -> int:
        """Return the number; all of them where no number is enough.

        A page that is full but for a few lines is good enough: what is cut too much in it is
        little, and is taken back.
        """
        low, high, over, guesses = 0, len(self._savings), self._most, 0
        is_measured = False
        while high - low > 1 or not (is_measured or high == low):
            count = self._guess(low, over) if guesses < GUESSES else (low + high) // 2
            count = max(low + 1, min(count, high - is_measured))
            guesses += 1
            found = measure(count)
            self._learn(count, self._most - found)
            if found <= 0:
                high, self.over, is_measured = count, found, True
                if found > -NEARLY_FULL:
                    return high
            elif count == high:
                self.over = found
                return high
            else:
                low, over = count, found
        return high

    def _guess(self, low: int, over: float) -> int:
        """Return the number of cuts that should be enough beyond those that are not."""
        for count in range(low, len(self._savings)):
            over -= self._savings[count] * self.scale
            if over <= 0:
                return count + 1
        return len(self._savings)

    def _learn(self, count: int, saved: float) -> None:
        thought = sum(self._savings[:count])
        self.scale = max(0.3, min(3.0, saved / thought)) if thought else 1.0


def _take_back(
    cuts: Sequence[Cut],
    settings: Settings,
    brief: Brief,
    search: _Search,
    measure: Callable[[Sequence[Cut]], float],
) -> Sequence[Cut]:
    """Leave out the cuts, from the last, without which the page fits all the same."""
    over, tries = search.over, 0
    for cut in reversed(cuts[:-1]):
        without = [each for each in cuts if each is not cut]
        gained = (cut.saves(brief) * search.scale - ROUGHLY) / PAGE_LINES
        is_same = _leave_out(without, settings).settings == _leave_out(cuts, settings).settings
        if over + gained > 0 or (is_same and not cut.words):
            continue
        if is_same:
            cuts = without
            continue
        found, tries = measure(without), tries + 1
        if found <= 0:
            cuts, over = without, found
        if tries == TAKEN_BACK:
            break
    return cuts


def _leave_out(cuts: Sequence[Cut], settings: Settings) -> Fitted:
    """Return the settings with these cuts, and what they leave out."""
    cut_settings, words = settings, []
    for cut in cuts:
        after = cut.apply(cut_settings)
        if after is not cut_settings and cut.words:
            words.append(cut.words)
        cut_settings = after
    return Fitted(cut_settings, tuple(dict.fromkeys(reversed(words))))
