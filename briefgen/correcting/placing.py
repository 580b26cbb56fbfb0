"""Where the entries of corrections.yaml belong: which article, which place in it as it is now.

An entry names its article by id and by the hash of its bytes. Where the hash is another article's,
the article was renamed; where it is nobody's, the article changed, and the entry still holds where
its words stand in it exactly once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from briefgen.models import (
    Article,
    Corrections,
    FlaggedCorrection,
    StanceCorrection,
    StatementCorrection,
)
from briefgen.terminal import excerpt

Entry = TypeVar("Entry", StatementCorrection, StanceCorrection)


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Entry]):
    """An entry with its place in the file."""

    entry: Entry
    place: str
    """Such as ``statements[3]``."""

    def flag(self, reason: str, *, applied: bool = False) -> FlaggedCorrection:
        """Return the entry as one that does not fit, or not as it stands."""
        said = self.entry
        return FlaggedCorrection(
            entry=self.place,
            article=said.article,
            issue=said.issue,
            who=said.who,
            when=said.when,
            quote=said.quote if isinstance(said, StatementCorrection) else None,
            applied=applied,
            reason=reason,
        )


@dataclass
class Entries:
    """What people decided about one article, in the order of the file."""

    statements: list[Numbered[StatementCorrection]] = field(default_factory=list)
    stances: list[Numbered[StanceCorrection]] = field(default_factory=list)


def sort_entries(
    corrections: Corrections, hashes: Mapping[str, str]
) -> tuple[dict[str, Entries], list[FlaggedCorrection]]:
    """Sort the entries by the article that they are about now; what was skipped says nothing.

    Args:
        corrections: all entries.
        hashes: source id of each article to the SHA-256 of its bytes.

    Returns:
        The entries by source id, and those that are about no article.
    """
    renamed = _unique_ids(hashes)
    sorted_: dict[str, Entries] = {}
    flagged: list[FlaggedCorrection] = []
    for numbered in _decisions(corrections):
        entry = numbered.entry
        name = entry.article
        if hashes.get(name) != entry.sha256:
            name = renamed.get(entry.sha256, name)
        if name not in hashes:
            reason = f"{entry.article} is no readable article of this corpus"
            flagged.append(numbered.flag(reason))
            continue
        place = sorted_.setdefault(name, Entries())
        # isinstance cannot see the parameter of a generic class
        if isinstance(entry, StatementCorrection):
            place.statements.append(Numbered(entry, numbered.place))
        else:
            place.stances.append(Numbered(entry, numbered.place))
    return sorted_, flagged


def _decisions(
    corrections: Corrections,
) -> Iterator[Numbered[StatementCorrection] | Numbered[StanceCorrection]]:
    for number, said in enumerate(corrections.statements, 1):
        if said.what != "skipped":
            yield Numbered(said, f"statements[{number}]")
    for number, stance in enumerate(corrections.stances, 1):
        if stance.what != "skipped":
            yield Numbered(stance, f"stances[{number}]")


def _unique_ids(hashes: Mapping[str, str]) -> dict[str, str]:
    """Return source id by hash, for the hashes that one article alone has."""
    ids: dict[str, str] = {}
    shared: set[str] = set()
    for name, sha256 in hashes.items():
        if ids.setdefault(sha256, name) != name:
            shared.add(sha256)
    return {sha256: name for sha256, name in ids.items() if sha256 not in shared}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry's words stand in the article as it is now."""

    start: int
    moved: str | None
    """Why the place is another one than the entry gives; None where it is the same article."""


def find_place(entry: StatementCorrection, article: Article) -> Place | str:
    """Return where a passage stands now, or why that cannot be said."""
    text = article.text
    if article.input_sha256 == entry.sha256:
        if text[entry.start : entry.end] == entry.quote:
            return Place(entry.start, moved=None)
        return f"{entry.article} says something else from {entry.start} to {entry.end}"
    start = find_once(entry.quote, text)
    if start is None:
        return (
            f"{entry.article} has changed since {_day(entry.when)}, {_why_not(entry.quote, text)}"
        )
    return Place(start, f"{entry.article} has changed; its words stand there once, at {start}")


def find_evidence(entry: StanceCorrection, article: Article) -> str | None:
    """Say why an entry about a changed article still holds; None where the article is the same.

    Raises:
        LookupError: it does not hold; the message says why.
    """
    if article.input_sha256 == entry.sha256:
        return None
    changed = f"{entry.article} has changed since {_day(entry.when)}"
    if not entry.evidence:
        message = f"{changed}, and the entry names no passages"
        raise LookupError(message)
    for quote in entry.evidence:
        if find_once(quote, article.text) is None:
            message = f"{changed}, {_why_not(quote, article.text)}"
            raise LookupError(message)
    return f"{entry.article} has changed; each of its passages stands there once"


def find_once(quote: str, text: str) -> int | None:
    """Return where *quote* stands in *text*; None where it stands there never or more than once."""
    start = text.find(quote)
    return None if start < 0 or text.find(quote, start + 1) >= 0 else start


def _why_not(quote: str, text: str) -> str:
    often = "stands there more than once" if quote in text else "stands there no more"
    return f"and “{excerpt(quote)}” {often}"


def _day(when: str) -> str:
    return when.partition("T")[0]
