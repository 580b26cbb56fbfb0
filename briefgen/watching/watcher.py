"""Folders and files that are watched from a thread of its own.

The system's notices (package watchfiles) come at once, and a look now and then finds what they
miss. Where they cannot be had, looking goes on alone, a little slower, and that is said once.
"""

import queue
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from briefgen.watching.sweeping import Sweep, compare, identify, sweep

STILL_MS = 20
"""So long nothing may change before it is told: editors write in several steps."""
AT_MOST_MS = 200
TICK_MS = 400
"""How often it is seen whether the folders still are the same folders."""
PAUSE_SECONDS = 0.3
"""Between two looks, where looking is all there is."""
SELDOM_SECONDS = 3.0
"""Between two looks beside the system's notices."""
_SHARE = 30
"""A look may take this part of the time at most: large folders are looked at less often."""


class Watcher:
    """Watches folders with all that is in them, and single files; a context manager.

    A folder or a file that is not there is noticed when it comes, and one that goes, comes back or
    is replaced by another is noticed too.

    Args:
        folders: to watch.
        files: to watch alone, without the folders that they are in.
        tell: called, from another thread, where the system gives no notices, with why.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        files: Sequence[Path] = (),
        *,
        tell: Callable[[str], None] = lambda message: None,
    ) -> None:
        self._folders = [*dict.fromkeys(folder.absolute() for folder in folders)]
        self._files = [file.absolute() for file in files]
        self._tell = tell
        self._found: queue.SimpleQueue[set[Path]] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="watcher")
        self._pause = SELDOM_SECONDS
        self._looked = time.monotonic()
        self._last = self._look()

    def __enter__(self) -> "Watcher":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join(timeout=2)

    def wait(self, seconds: float) -> set[Path]:
        """Return the paths that changed since the last call; empty where none did in that time.

        Of a folder that came, went or was replaced it is the folder's own path.
        """
        found: set[Path] = set()
        try:
            found |= self._found.get(timeout=seconds)
            while True:
                found |= self._found.get_nowait()
        except queue.Empty:
            return found

    def settle(self, seconds: float, *, still: float, at_most: float) -> set[Path]:
        """Wait as `wait` does; where something changed, until nothing more has for a while.

        Args:
            seconds: how long to wait for a first change.
            still: so many seconds nothing may have changed.
            at_most: after so many seconds what was found is returned all the same.
        """
        found = self.wait(seconds)
        end = time.monotonic() + at_most
        while found and time.monotonic() < end:
            more = self.wait(still)
            if not more:
                break
            found |= more
        return found

    def _run(self) -> None:
        try:
            import watchfiles
        except ImportError:
            why = "the package watchfiles is missing (pip install watchfiles)"
        else:
            while not self._stop.is_set():
                try:
                    self._listen(watchfiles.watch)
                except FileNotFoundError:  # a folder went while its watch was set up
                    self._stop.wait(0.1)
                except Exception as error:  # whatever another package meets, changes are noticed
                    why = f"the system gives no notices: {error}"
                    break
            else:
                return
        self._tell(f"changes are found by looking every {PAUSE_SECONDS:g} s, {why}")
        self._pause = PAUSE_SECONDS
        while not self._stop.wait(self._pause):
            self._sweep()

    def _listen(self, watch: Any) -> None:  # noqa: ANN401 (a function of a package that is an extra)
        """Pass on the system's notices until a folder is another one than it was."""
        before = self._identify()
        self._sweep()  # what changed before the notices begin
        there = sorted({folder.resolve() for folder, who in before.items() if who is not None})
        if not there:
            if not self._stop.wait(TICK_MS / 1000):
                self._tick(before)
            return
        notices = watch(
            *there,
            step=STILL_MS,
            debounce=AT_MOST_MS,
            rust_timeout=TICK_MS,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        for notice in notices:
            if notice:
                self._found.put({Path(path) for _, path in notice})
                self._last = self._look()
            if self._tick(before):
                notices.close()
                return

    def _tick(self, before: dict[Path, tuple[int, int] | None]) -> bool:
        """Look after what gives no notices; tell whether a folder is another one than before."""
        other = {folder for folder, who in self._identify().items() if who != before[folder]}
        if other:
            self._found.put({folder.resolve() for folder in other})
        if other or time.monotonic() - self._looked > self._pause or self._files_changed():
            self._sweep()
        return bool(other)

    def _files_changed(self) -> bool:
        now = sweep([], self._files)
        return any(now.get(file) != self._last.get(file) for file in self._files)

    def _sweep(self) -> None:
        """Look at everything, and pass on what is different from the last look."""
        before, self._last = self._last, self._look()
        changed = compare(before, self._last)
        if changed:
            self._found.put(changed)

    def _look(self) -> Sweep:
        start = time.monotonic()
        found = sweep([folder.resolve() for folder in self._folders], self._files)
        self._looked = time.monotonic()
        self._pause = max(self._pause, (self._looked - start) * _SHARE)
        return found

    def _identify(self) -> dict[Path, tuple[int, int] | None]:
        return {folder: identify(folder) for folder in self._folders}
