"""What is different since the build before, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.ledger.past import Past
from briefgen.ledger.snapshot import WORD, Snapshot, hash_file
from briefgen.output.journal import JOURNAL

WHOLE = "*"
"""Stands among the issues of a codebook for what belongs to none of them."""

PAGES = "pages"
"""The option that says which pages there are; told page by page."""

AS_ASKED = "as asked for"
"""Why nothing is kept where somebody wants all of it anew."""


@dataclass(frozen=True)
class Reason:
    """Why something is not what a build would write now."""

    about: str
    """The file, or the part of the build, that is different."""
    what: str
    """What is different."""

    def __str__(self) -> str:
        return f"{self.about}: {self.what}"


def find_reasons(
    past: Past,
    now: Snapshot,
    options: Mapping[str, object],
    out: Path,
    *,
    templates: Mapping[str, str],
) -> tuple[Reason, ...]:
    """Return all in which the present differs from the build before.

    Args:
        past: the build before.
        now: what a build depends on.
        options: what is asked for.
        out: the output folder, with the files as they are.
        templates: the snapshot's, and those that the pages before were made from.
    """
    return (
        *_program_reasons(past, now),
        *_option_reasons(past.options, options),
        *compare_files(past.inputs, now.inputs),
        *compare_files(past.templates, templates, "template "),
        *_output_reasons(past.outputs, out),
        *_unfinished_reasons(past, out),
    )


def is_evidence_same(past: Past, now: Snapshot, options: Mapping[str, object], out: Path) -> bool:
    """Tell whether a build would make the records and the brief of the build before again.

    What only pages depend on is left aside: templates, which pages there are, by which thresholds
    they are audited, and the package that writes Word documents.
    """

    def without(names: Mapping[str, object], those: Iterable[str]) -> dict[str, object]:
        return {name: value for name, value in names.items() if name not in those}

    of_pages = (PAGES, "audit")
    return (
        past.program == now.program
        and without(past.packages, [WORD]) == without(now.packages, [WORD])
        and past.inputs == now.inputs
        and without(past.options, of_pages) == without(options, of_pages)
        and not past.problems
        and not (out / JOURNAL).exists()
    )


def compare_files(
    before: Mapping[str, str], now: Mapping[str, str], kind: str = ""
) -> Iterable[Reason]:
    """Return which files were changed, added or taken away, in the order of their names."""
    for name in sorted({*before, *now}):
        earlier, later = before.get(name, ""), now.get(name, "")
        if earlier != later:
            what = "changed" if earlier and later else "new" if later else "gone"
            yield Reason(f"{kind}{name}", what)


def name_issues(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Say which issues an edit of the codebook touches, given what `Manifest.codebook` holds."""
    names = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    issues = [name for name in names if name != WHOLE]
    if not names:
        return "no issue says anything else"
    parts = [f"issue {', '.join(issues)}"] if issues else []
    if WHOLE in names:
        parts.append("what is said beside the issues")
    return " and ".join(parts)


def _program_reasons(past: Past, now: Snapshot) -> Iterable[Reason]:
    if past.program != now.program:
        yield Reason("program", f"{past.program} before, {now.program} now")
    for name in sorted({*past.packages, *now.packages}):
        before, after = past.packages.get(name), now.packages.get(name)
        if before != after:
            yield Reason("program", f"{name} {before or 'not there'} before, {after or 'none'} now")


def _option_reasons(before: Mapping[str, object], now: Mapping[str, object]) -> Iterable[Reason]:
    yield from _page_reasons(_names_of_pages(before), _names_of_pages(now))
    for name in sorted({*before, *now} - {PAGES}):
        if before.get(name) != now.get(name):
            yield Reason(name, f"{_say(before.get(name))} before, {_say(now.get(name))} now")


def _page_reasons(before: set[str], now: set[str]) -> Iterable[Reason]:
    for name in sorted(before ^ now):
        yield Reason(name, "is asked for now" if name in now else "is not asked for any more")


def _names_of_pages(options: Mapping[str, object]) -> set[str]:
    pages = options.get(PAGES)
    if not isinstance(pages, dict):
        return set()
    return {f"{audience}.{suffix}" for audience, formats in pages.items() for suffix in formats}


def _say(value: object) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(str, value)) or "none"
        case dict():
            return ", ".join(f"{name} {figure:g}" for name, figure in value.items()) or "none"
        case _:
            return str(value)


def _output_reasons(outputs: Mapping[str, str], out: Path) -> Iterable[Reason]:
    for name, digest in sorted(outputs.items()):
        there = hash_file(out / name)
        if there is None:
            yield Reason(name, "is not there any more, or cannot be read")
        elif there != digest:
            yield Reason(name, "was changed by hand since it was built")


def _unfinished_reasons(past: Past, out: Path) -> Iterable[Reason]:
    if (out / JOURNAL).exists():
        yield Reason(str(out), "a crash left it half written")
    if past.problems:
        yield Reason("the build before", f"{past.problems} failed, to be tried again")
