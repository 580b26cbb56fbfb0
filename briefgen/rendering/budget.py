"""What a template may use up: steps, text, the size of a list, and the processor's time.

What can repeat (a round of a loop, a call, a filter) is counted, what can grow (a text, a list) is
measured before it is kept; so a template ends soon and in little memory, on every machine at the
same place. A limit on the processor's time stands behind the counts, for what they do not see.
"""

# ruff: noqa: ANN401 - what a template hands over may be anything

import functools
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from types import GeneratorType
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

STEPS, STEPS_AN_ITEM = 150_000, 400
"""Rounds, calls and filters. The packaged audiences take some 60 for each item of a brief."""
LETTERS, LETTERS_AN_ITEM = 3_000_000, 5_000
"""Characters that are printed, also into macros and texts that are set."""
ELEMENTS, ELEMENTS_AN_ITEM = 10_000, 20
"""Of one list with all that is in it, or of one range."""
SECONDS, SECONDS_AN_ITEM = 0.5, 0.001
"""Of the processor; the packaged audiences take a tenth of it."""
_STEPS_BETWEEN_LOOKS = 64
_LETTERS_A_STEP = 256
"""So much text in one filter counts as a step."""


class LimitError(SecurityError):
    """A template takes too long, or makes too much."""


@dataclass
class Budget:
    """What is left to a template; counted down as it runs."""

    items: int = 0
    """Statements, and cells of the table of stances, that the brief has: more may take longer."""

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Begin anew."""
        self.elements = ELEMENTS + self.items * ELEMENTS_AN_ITEM
        self.steps = STEPS + self.items * STEPS_AN_ITEM
        self.letters = LETTERS + self.items * LETTERS_AN_ITEM
        self._ends = time.thread_time() + SECONDS + self.items * SECONDS_AN_ITEM
        self._next_look = self.steps - _STEPS_BETWEEN_LOOKS

    def step(self, count: int = 1) -> None:
        """Count steps.

        Raises:
            LimitError: none are left.
        """
        self.steps -= count
        if self.steps > self._next_look:
            return
        self._next_look = self.steps - _STEPS_BETWEEN_LOOKS
        if self.steps < 0 or time.thread_time() > self._ends:
            message = "takes too long: a loop in a loop, or a macro that calls itself"
            raise LimitError(message)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Leave the processor's time out while templates are read: that is no doing of theirs."""
        start = time.thread_time()
        try:
            yield
        finally:
            self._ends += time.thread_time() - start

    def take_letters(self, count: int) -> None:
        """Count characters that are made.

        Raises:
            LimitError: none are left.
        """
        self.letters -= count
        if self.letters < 0:
            message = "makes too much text"
            raise LimitError(message)

    def weigh(self, value: object) -> None:
        """Measure a list or the like with everything in it.

        Raises:
            LimitError: it is too large.
        """
        if not isinstance(value, (list, tuple, dict)):
            return
        count, waiting = 0, [value]
        while waiting:
            holder = waiting.pop()
            parts = (*holder, *holder.values()) if isinstance(holder, dict) else holder
            count += len(parts)
            if count > self.elements:
                message = f"makes a list of more than {self.elements} parts"
                raise LimitError(message)
            waiting += [part for part in parts if isinstance(part, (list, tuple, dict))]

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield items, each a step."""
        for item in items:
            self.step()
            yield item


class Rounds:
    """What a loop goes through, counted; it knows its length where the items do."""

    def __init__(self, items: Iterable[Any], budget: Budget) -> None:
        self._items = items
        self._budget = budget

    def __iter__(self) -> Iterator[Any]:
        return self._budget.counted(self._items)

    def __len__(self) -> int:
        if isinstance(self._items, Sized):
            return len(self._items)
        message = "no length is known"
        raise TypeError(message)  # Jinja then counts the items


def limit_filter(
    function: Callable[..., Any], budget: Budget, forgive: Callable[[Exception], Any]
) -> Callable[..., Any]:
    """Return the filter with its input counted before and its result measured after.

    Args:
        function: the filter.
        budget: what it uses up.
        forgive: what to do about a value that it cannot take; raises, or gives a value instead.
    """
    place = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def limited(*args: Any, **kwargs: Any) -> Any:
        given = args[place] if len(args) > place else ""
        if isinstance(given, Undefined):
            budget.step()
        elif isinstance(given, str):
            budget.step(1 + len(given) // _LETTERS_A_STEP)
        else:
            budget.step(1 + (len(given) if isinstance(given, Sized) else 0))
        for other in (*args[place + 1 :], *kwargs.values()):
            _refuse_large(other, budget)
        try:
            result = function(*args, **kwargs)
        except (TypeError, AttributeError) as error:
            return forgive(error)
        if isinstance(result, GeneratorType):
            return budget.counted(result)
        if isinstance(result, str):
            budget.take_letters(len(result))
        budget.weigh(result)
        return result

    return limited


def _refuse_large(argument: object, budget: Budget) -> None:
    """Refuse a number to which a filter would fill up a list, or by which it would round."""
    if isinstance(argument, int) and abs(argument) > budget.elements:
        message = f"a filter with the number {argument:.0e}" if argument < 10**300 else "a filter"
        raise LimitError(f"{message}, which is too large")


def for_lists(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter for lists that does not take a text for a list of letters."""
    place = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def refusing(*args: Any, **kwargs: Any) -> Any:
        if len(args) > place and isinstance(args[place], str):
            message = f"|{name} works on lists, and this is a text"
            raise TypeError(message)
        return function(*args, **kwargs)

    return refusing


def of_numbers(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the filter ``sum`` for numbers alone: lists would be put into one."""

    @functools.wraps(function)
    def adding(*args: Any, start: Any = 0, **kwargs: Any) -> Any:
        if not isinstance(start, (int, float)):
            message = "|sum adds numbers"
            raise TypeError(message)
        return function(*args, start=start, **kwargs)

    return adding
