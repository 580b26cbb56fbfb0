"""What is different since the build before, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.ledger.snapshot import Snapshot, hash_file
from briefgen.models.manifest import Manifest, Options

CODEBOOK = ("codebook.yaml", "codebook.yml", "codebook.json")


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
    manifest: Manifest, now: Snapshot, options: Options, out: Path
) -> tuple[Reason, ...]:
    """Return all in which the present differs from the build that *manifest* tells of.

    Args:
        manifest: of the build before.
        now: what a build depends on.
        options: what is asked for.
        out: the output folder, with the files as they are.
    """
    return (
        *_program_reasons(manifest, now),
        *_option_reasons(manifest.options, options),
        *compare_files(manifest.inputs, now.inputs),
        *compare_files(manifest.templates, now.templates, "template "),
        *_output_reasons(manifest.outputs, out),
        *(
            [Reason("the build before", f"{manifest.problems} failed, tried again")]
            if manifest.problems
            else []
        ),
    )


def compare_files(
    before: Mapping[str, str], now: Mapping[str, str], kind: str = ""
) -> Iterable[Reason]:
    """Return which files were changed, added or taken away, in the order of their names."""
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            what = "new" if name not in before else "gone" if name not in now else "changed"
            yield Reason(f"{kind}{name}", what)


def compare_codebooks(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the issues that an edit of the codebook touches; ``*``: all of them."""
    return tuple(sorted(name for name in {*before, *now} if before.get(name) != now.get(name)))


def _program_reasons(manifest: Manifest, now: Snapshot) -> Iterable[Reason]:
    if manifest.program != now.program:
        yield Reason("program", f"{manifest.program} before, {now.program} now")
    for name in sorted({*manifest.packages, *now.packages}):
        before, after = manifest.packages.get(name), now.packages.get(name)
        if before != after:
            yield Reason("program", f"{name} {before or 'not there'} before, {after or 'none'} now")


def _option_reasons(before: Options, now: Options) -> Iterable[Reason]:
    for name in Options.model_fields:
        old, new = getattr(before, name), getattr(now, name)
        if old != new:
            yield Reason(name, f"{_say(old)} before, {_say(new)} now")


def _say(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return (
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )


def _output_reasons(outputs: Mapping[str, str], out: Path) -> Iterable[Reason]:
    for name, digest in sorted(outputs.items()):
        there = hash_file(out / name)
        if there is None:
            yield Reason(name, "is not there any more, or cannot be read")
        elif there != digest:
            yield Reason(name, "was changed by hand since it was built")
