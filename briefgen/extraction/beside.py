"""Several articles at a time, where coding one is mostly waiting for a model."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking

Item = TypeVar("Item")
Result = TypeVar("Result")


def begin_all(
    items: Sequence[Item], code: Callable[[Item], Result], asking: "Asking | None"
) -> Iterator[tuple[Item, Callable[[], Result]]]:
    """Yield each item with what gives its result, in order.

    The threads take turns but while they wait for the model. Whatever ends the work early, no
    further item is begun; calls under way come to their end, since they cost what they cost,
    unless a person interrupts.

    Args:
        items: what to code.
        code: codes one.
        asking: asks a model, and says how many at a time; None where nobody is asked: then each is
            coded when its result is asked for.
    """
    if asking is None or len(items) < 2:
        for item in items:
            yield item, partial(code, item)
        return

    def code_in_turn(item: Item) -> Result:
        with asking.turns.take():
            return code(item)

    pool = ThreadPoolExecutor(asking.model.concurrency)
    try:
        promised = [(item, pool.submit(code_in_turn, item)) for item in items]
        for item, future in promised:
            yield item, future.result
    except KeyboardInterrupt:
        asking.stopped.set()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
