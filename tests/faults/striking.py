"""A folder with a whole set of files, a build of another set, and a fault that strikes it."""

import errno
import os
import random
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.faults.conftest import Ended, Job, Runner

ALL = os.environ.get("BRIEFGEN_FAULTS") == "all"
"""Whether each fault strikes at each call; otherwise each call meets one of them."""
CANNOT_EXCHANGE = {"renameat2": errno.EINVAL}
"""A file system on which two folders cannot change places."""


@dataclass(frozen=True)
class Fault:
    """What befalls a call."""

    what: int | str
    """An error's number, ``kill``, ``short`` or the name of a signal."""
    lasting: bool = False
    """Whether every call after it that writes fails too."""

    def __str__(self) -> str:
        name = self.what if isinstance(self.what, str) else errno.errorcode[self.what]
        return f"{name} from then on" if self.lasting else name


FAULTS = (
    Fault("kill"),
    Fault(errno.ENOSPC),
    Fault(errno.EIO, lasting=True),
    Fault("short"),
    Fault(errno.EIO),
    Fault(errno.EACCES),
    Fault(errno.ENOSPC, lasting=True),
    Fault(errno.EROFS, lasting=True),
    Fault(errno.EDQUOT, lasting=True),
)
SIGNALS = tuple(Fault(name) for name in ("SIGTERM", "SIGINT", "SIGHUP"))


@dataclass(frozen=True)
class Scene:
    """An output folder that holds the old set, and the job that writes the new one."""

    runner: Runner
    out: Path
    job: Job
    old: dict[str, bytes]
    new: dict[str, bytes]

    def reset(self) -> None:
        """Put the old set into the folder, and nothing beside it."""
        shutil.rmtree(self.out.parent, ignore_errors=True)
        self.out.mkdir(parents=True)
        for name, content in self.old.items():
            (self.out / name).write_bytes(content)

    def find_complaints(self, number: int, fault: Fault) -> Iterator[str]:
        """Let a fault strike, build again, and say what is not as it must be."""
        self.reset()
        struck = replace(self.job, at=number, fault=fault.what, lasting=fault.lasting)
        ended = self.runner.run(struck)
        found = visible(self.out)
        if "Traceback" in ended.err:
            yield f"a traceback: {ended.err.splitlines()[-1]}"
        if found not in (self.old, self.new) and not (self.job.always and _leaves_half(fault)):
            yield f"neither the old set nor the new one: {sorted(found)}"
        if fault.what == "kill":
            if ended.code != -9:
                yield f"it was not killed: {ended.code}"
        elif str(fault.what).startswith("SIG"):
            # At the last calls there is nothing left to interrupt.
            if ended.code not in (0, 128 + getattr(signal, str(fault.what))):
                yield f"exit code {ended.code}: {ended.err}"
        elif not fault.lasting:
            yield from self._find_wrong_words(ended, found)
        yield from self._find_complaints_of_next()

    def _find_wrong_words(self, ended: Ended, found: dict[str, bytes]) -> Iterator[str]:
        if (ended.code == 0) != (found == self.new):
            yield f"exit code {ended.code} with the {'new' if found == self.new else 'old'} set"
        if ended.code == 0:
            return
        if ended.code != 2:
            yield f"exit code {ended.code}"
        last = ended.err.strip().splitlines()[-1]
        if not last.startswith(f"briefgen: {self.out}") or not last.endswith(")"):
            yield f"it does not say where and what to do: {last}"

    def _find_complaints_of_next(self) -> Iterator[str]:
        again = self.runner.run(self.job)
        if again.code != 0:
            yield f"the next build fails: {again.err}"
        if visible(self.out) != self.new:
            yield "the next build does not give the new set"
        left = hidden(self.out)
        if left:
            yield f"the next build leaves {left}"


def strikes(
    calls: int, faults: tuple[Fault, ...] = FAULTS, *, first: int = 0, every: int = 1
) -> Iterator[tuple[int, Fault]]:
    """Yield which fault strikes at which call: all at each, or each of some calls another.

    Which calls and which fault at the first, chance says: run after run all have their turn.

    Args:
        calls: how many there are.
        faults: those that strike in turn.
        first: the call from which on they strike.
        every: how far it is to the next one, where not all strike at each.
    """
    if ALL:
        yield from ((number, fault) for number in range(first, calls) for fault in faults)
        return
    chance = random.SystemRandom()
    numbers = range(first + chance.randrange(every), calls, every)
    for turn, number in enumerate(numbers, chance.randrange(len(faults))):
        yield number, faults[turn % len(faults)]


def visible(out: Path) -> dict[str, bytes]:
    """Return the files of a folder that are not hidden."""
    if not out.is_dir():
        return {}
    files = (path for path in out.iterdir() if not path.name.startswith("."))
    return {path.name: path.read_bytes() if path.is_file() else b"no file" for path in files}


def hidden(out: Path) -> list[str]:
    """Return what is hidden in a folder, and what lies beside it."""
    inside = [path.name for path in out.iterdir() if path.name.startswith(".")]
    return sorted(inside + [path.name for path in out.parent.iterdir() if path != out])


def _leaves_half(fault: Fault) -> bool:
    """Where files are moved one by one, the next build ends what was cut off or not undone."""
    return fault.what == "kill" or fault.lasting
