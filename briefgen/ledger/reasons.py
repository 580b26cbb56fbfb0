"""What is different since the build before, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.ledger.past import Past
from briefgen.ledger.snapshot import Snapshot, hash_file
from briefgen.output.journal import JOURNAL

WHOLE = "*"
"""Stands among the issues of a codebook for what belongs to none of them."""


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
    past: Past, now: Snapshot, options: Mapping[str, object], out: Path
) -> tuple[Reason, ...]:
    """Return all in which the present differs from the build before.

    Args:
        past: the build before.
        now: what a build depends on.
        options: what is asked for.
        out: the output folder, with the files as they are.
    """
    return (
        *_program_reasons(past, now),
        *_option_reasons(past.options, options),
        *compare_files(past.inputs, now.inputs),
        *compare_files(past.templates, now.templates, "template "),
        *_output_reasons(past.outputs, out),
        *_unfinished_reasons(past, out),
    )


def compare_files(
    before: Mapping[str, str], now: Mapping[str, str], kind: str = ""
) -> Iterable[Reason]:
    """Return which files were changed, added or taken away, in the order of their names."""
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            what = "new" if name not in before else "gone" if name not in now else "changed"
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
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            yield Reason(name, f"{_say(before.get(name))} before, {_say(now.get(name))} now")


def _say(value: object) -> str:
    match value:
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
