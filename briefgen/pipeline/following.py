"""Builds that follow what a person changes, until that person ends it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.built import BRIEF_NAME, RECORDS_NAME
from briefgen.errors import BriefgenError
from briefgen.ledger.past import MANIFEST_NAME
from briefgen.pipeline.requests import BuildRequest
from briefgen.rendering.places import default_search_path
from briefgen.watching.watcher import Watcher

_SECONDS_BETWEEN_LOOKS = 0.5
_STILL_SECONDS = 0.3
"""So long nothing may change before a build begins: a checkout of many files is one change."""
_AT_MOST_SECONDS = 5.0
"""Where changes do not end, a build begins all the same."""


@dataclass(frozen=True)
class Followed:
    """What a watch does.

    Args:
        plan: says what to build, as things are now.
        build: builds one brief and tells what came of it; fails on no brief.
        fail: called with why nothing can be planned.
        settings: the file by which it is planned; None where there is none.
        tell: called with what a person should know.
    """

    plan: Callable[[], Sequence[BuildRequest]]
    build: Callable[[BuildRequest], object]
    fail: Callable[[BriefgenError], None]
    settings: Path | None
    tell: Callable[[str], None]


def follow(followed: Followed, stop: Callable[[], bool] = lambda: False) -> None:
    """Build, and build again whenever something changes, until *stop* says so.

    What cannot be built is told, and the watch goes on; it is tried again with the next change.

    Raises:
        BriefgenError: at the start it cannot be planned what to build.
    """
    requests = followed.plan()
    told: set[str] = set()

    def tell_once(message: str) -> None:
        if message not in told:
            told.add(message)
            followed.tell(message)

    changed: set[Path] | None = None
    while not stop():
        places = find_places(requests)
        settings = [followed.settings] if followed.settings is not None else []
        with Watcher(places, settings, tell=tell_once) as watcher:
            while not stop() and find_places(requests) == places:
                _build_all(followed, requests, changed)
                changed = _wait(watcher, requests, stop)
                try:
                    requests = followed.plan() if changed else requests
                except BriefgenError as error:
                    followed.fail(error)
                    changed = set()


def find_places(requests: Sequence[BuildRequest]) -> list[Path]:
    """Return the folders whose files decide what the builds write."""
    places: dict[Path, None] = {}
    for request in requests:
        roots = default_search_path([request.templates])
        places |= dict.fromkeys([request.corpus, request.templates, *roots])
    return [*places]


def _build_all(
    followed: Followed, requests: Sequence[BuildRequest], changed: set[Path] | None
) -> None:
    """Build what is concerned by a change; None stands for everything, as at the start."""
    for request in requests if changed is None or changed else ():
        followed.build(request)


def _wait(
    watcher: Watcher, requests: Sequence[BuildRequest], stop: Callable[[], bool]
) -> set[Path]:
    """Wait until something changed that no build wrote; empty where it is to end."""
    written = {path for request in requests for path in _find_outputs(request)}
    while not stop():
        found = watcher.settle(
            _SECONDS_BETWEEN_LOOKS, still=_STILL_SECONDS, at_most=_AT_MOST_SECONDS
        )
        changed = {path for path in found if not _is_own(path, written)}
        if changed:
            return changed
    return set()


def _find_outputs(request: BuildRequest) -> Iterator[Path]:
    """Yield what a build writes, and the folder that it writes to."""
    out = request.out.resolve()
    pages = (f"{name}.{suffix}" for name, formats in request.pages.items() for suffix in formats)
    yield from (out, *(out / name for name in (BRIEF_NAME, RECORDS_NAME, MANIFEST_NAME, *pages)))


def _is_own(path: Path, written: Collection[Path]) -> bool:
    """Tell whether a path is what a build wrote, or a draft or a lock of one."""
    return path in written or any(".briefgen-" in part for part in path.parts)
