"""What ``briefgen review`` does: open the corpus, take the lock, walk, sum up."""

import difflib
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from briefgen.correcting.wording import describe_flag
from briefgen.errors import UsageError
from briefgen.ingest.corpus import Corpus, open_corpus
from briefgen.models import PositionRecord
from briefgen.reviewing.keyboard import open_keyboard
from briefgen.reviewing.lock import hold_lock
from briefgen.reviewing.log import CorrectionsLog
from briefgen.reviewing.material import Material, code_corpus
from briefgen.reviewing.screen import Screen
from briefgen.reviewing.session import Session
from briefgen.reviewing.walk import Stop, find_skipped, is_done, plan_walk
from briefgen.reviewing.who import current_time, find_name
from briefgen.terminal import counted

_NAMED = 40
"""Ids that are named where one is not known; a corpus may have thousands."""


@dataclass(frozen=True)
class ReviewRequest:
    """What to review, and who does."""

    corpus: Path
    sources: tuple[str, ...] = ()
    """Source ids; none: all."""
    issues: tuple[str, ...] = ()
    """Issue ids; none: all."""
    who: str | None = None
    """None: git's user.name, else the login."""
    again: bool = False
    """Also what a person has had a word on."""
    everything: bool = False
    """Also issues that an article names in passing, and passages on no issue."""


Tell = Callable[[str], None]


def review(request: ReviewRequest, *, tell: Tell, working: AbstractContextManager[Tell]) -> None:
    """Let a person review a corpus.

    Args:
        request: what to review.
        tell: called with what the person should know.
        working: gives what is called with what goes on until the first question.

    Raises:
        UsageError: the corpus or its corrections.yaml cannot be used, nothing is there to review,
            somebody else reviews it, or nothing can be written.
    """
    corpus = open_corpus(request.corpus)
    _refuse_unknown(request, corpus)
    who = find_name(request.who, request.corpus)
    with hold_lock(corpus.folder, who, current_time()):
        log = CorrectionsLog(corpus.folder)
        with working as say:
            material = code_corpus(corpus, frozenset(request.sources), say)
        for line in material.failed:
            tell(line)
        _walk(request, material, log, who, tell)


def _walk(
    request: ReviewRequest, material: Material, log: CorrectionsLog, who: str, tell: Tell
) -> None:
    issues = [issue.id for issue in material.codebook.issues]
    corrected = material.correct(log.corrections)
    for flag in corrected.flagged:
        if flag.article in material.articles:
            tell(f"{log.path.name}: {describe_flag(flag)}")
    now = {record.source.id: record for record in corrected.records}
    reprints = {} if request.sources else material.find_reprints()
    for name, reprint in sorted(reprints.items()):
        same = f"{reprint.source.path}: the same text as {reprint.of.path}, not asked about"
        tell(f"{same} (--source {name} does)")
    stops = plan_walk(
        (record for name, record in material.machine.items() if name not in reprints),
        issues,
        wanted=request.issues,
        everything=request.everything,
    )
    left = stops if request.again else _find_open(stops, now, material, log)
    screen = Screen()
    with open_keyboard() as keyboard:
        session = Session(
            material=material,
            log=log,
            who=who,
            time=current_time,
            keyboard=keyboard,
            screen=screen,
            all_stops=stops,
            now=now,
        )
        if left:
            screen.say(f"Reviewing as {who}. Each decision is saved at once in {log.path}.")
        session.run(left)
    _sum_up(session, screen)


def _find_open(
    stops: list[Stop], now: Mapping[str, PositionRecord], material: Material, log: CorrectionsLog
) -> list[Stop]:
    """Return the stops that are left; those that were left open before come last."""
    hashes = {name: article.input_sha256 for name, article in material.articles.items()}
    skipped = find_skipped(log.corrections, hashes)
    left = [stop for stop in stops if not is_done(stop, now[stop.source])]
    return sorted(left, key=lambda stop: stop in skipped)


def _sum_up(session: Session, screen: Screen) -> None:
    done, total = session.count_done(), len(session.all_stops)
    saved = ", ".join(f"{count} {verdict}" for verdict, count in sorted(session.saved.items()))
    screen.say(f"Saved in this session: {saved or 'nothing'}.")
    screen.say(f"{done} of {counted(total, 'stance')} reviewed here.")
    if session.saved:
        screen.say("briefgen build applies it.")


def _refuse_unknown(request: ReviewRequest, corpus: Corpus) -> None:
    _refuse(request.issues, [i.id for i in corpus.codebook.issues], "the codebook has no issue")
    _refuse(
        request.sources, [corpus.source_id(p) for p in corpus.files], "the corpus has no source"
    )


def _refuse(wanted: Collection[str], known: list[str], message: str) -> None:
    for name in wanted:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.6) or known[:_NAMED]
            more = f" and {len(known) - _NAMED} more" if len(near) == _NAMED < len(known) else ""
            raise UsageError(f"{message} {name!r}", hint=f"there is {', '.join(near)}{more}")
