"""A build's language model: its answers beside the outputs, its bill."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefgen.errors import ModelError
from briefgen.language_model import ANSWERS_NAME
from briefgen.pipeline.requests import BuildRequest

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking


@contextmanager
def asking_for(request: BuildRequest) -> Iterator["Asking | None"]:
    """Give what asks the model of a build, and put its answers in order at the end.

    None for a build that asks none. An error that ends the build says what was spent until then.
    """
    if request.model is None:
        yield None
        return
    from briefgen.extraction.llm.answer_log import AnswerLog
    from briefgen.extraction.llm.asking import open_asking

    answers = None
    if request.model.replay is None:
        answers = AnswerLog(request.out / ANSWERS_NAME, copy=request.model.record)
    asking = open_asking(request.model, answers)
    try:
        yield asking
    except ModelError as error:
        bill = asking.budget.bill
        if bill.usage.total or bill.lost:
            error.message = f"{error.message}; {bill}"
        raise
    finally:
        asking.log.settle()


def describe_bill(asking: "Asking | None") -> list[str]:
    """Say what was asked and what it cost."""
    if asking is None:
        return []
    bill = asking.budget.bill
    return [str(bill)] if bill.calls or bill.kept else []


def share_answers(request: BuildRequest) -> None:
    """Put the answers of builds before into the file for others, if there is to be one.

    A build that keeps its records asks for no answer, so that nothing would be written.
    """
    if request.model is None or request.model.record is None:
        return
    from briefgen.extraction.llm.answer_log import share

    share(request.out / ANSWERS_NAME, request.model.record)
