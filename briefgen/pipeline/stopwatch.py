"""How long the stages of a build take; goes into the report and the log, never into a brief."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopwatch:
    """Stages to how long they took, in seconds.

    Args:
        ended: called with a stage and its seconds when it has ended, well or not.
    """

    def __init__(self, ended: Callable[[str, float], None] = lambda stage, seconds: None) -> None:
        self.seconds: dict[str, float] = {}
        self._ended = ended

    @contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        """Measure what is done inside."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = round(time.perf_counter() - start, 3)
            self._ended(stage, self.seconds[stage])
