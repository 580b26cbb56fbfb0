"""How long the stages of a build take; goes into the report of a run, never into a brief."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Stages to how long they took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        """Measure what is done inside."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = round(time.perf_counter() - start, 3)
