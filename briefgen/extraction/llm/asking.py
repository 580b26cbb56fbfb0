"""Asks a model, with all that makes it bearable: no question twice, no limit passed, no hanging."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NoReturn, TypeVar

from briefgen.errors import ModelError
from briefgen.extraction.llm.access import Access, find_access
from briefgen.extraction.llm.answer_log import AnswerLog, require_recording
from briefgen.extraction.llm.budget import Budget
from briefgen.extraction.llm.callers import make_caller
from briefgen.extraction.llm.calling import Caller, Wishes
from briefgen.extraction.llm.faults import (
    AccessError,
    CallError,
    OptionError,
    PassingError,
    UnreachableError,
)
from briefgen.extraction.llm.questions import Answer, Question, Usage
from briefgen.extraction.llm.statuses import RefusedError, TooLongError
from briefgen.extraction.turns import Turns
from briefgen.language_model import LanguageModel

LONGEST_WAIT = 120.0
"""Seconds that a server may ask to wait; where it asks for more, the run ends and says so."""
FAILURES_IN_A_ROW = 3
"""So many articles without an answer, one after the other, and the server counts as gone."""
_TICK = 0.1
T = TypeVar("T")


class NoAnswerError(Exception):
    """There is no answer to a question, and there will be none in this run.

    Args:
        message: why, in words.
        again: whether another run may have more luck.
    """

    def __init__(self, message: str, *, again: bool) -> None:
        super().__init__(message)
        self.message = message
        self.again = again


class Asking:
    """Questions to one model in one run; for several threads.

    Args:
        model: whom to ask, and how.
        log: the answers that are there.
        caller: asks; None for one by the model's provider, made when it is first needed.
    """

    def __init__(self, model: LanguageModel, log: AnswerLog, caller: Caller | None = None) -> None:
        self.model = model
        self.log = log
        self.budget = Budget(model)
        self.stopped = threading.Event()
        """Set where the run ends: calls that are under way are given up."""
        self.turns = Turns()
        self._caller = caller
        self._access: Access | None = None
        self._wishes = Wishes()
        self._lock = threading.Lock()
        self._failures = 0
        self._fatal: ModelError | None = None

    def ask(self, question: Question) -> Answer:
        """Return the answer to a question, from the log where it is there.

        Raises:
            NoAnswerError: there is none.
            BudgetError: one more call may cost too much.
            ModelError: no call will help: there is no key, no server, or it lets nobody in.
        """
        key = question.key(self.model.id, self.model.extractor)
        found = self.log.find(key)
        if found is not None:
            self.budget.reuse()
            return found
        if self.model.replay is not None:
            if self.model.on_missing == "lexical":
                raise NoAnswerError("the replayed file has no answer", again=False)
            message = f"the replayed file has no answer to what is asked about {question.about}"
            hint = "articles, codebook, model and program must be those of the recording; or give "
            raise ModelError(
                message, where=str(self.model.replay), hint=hint + "--on-missing lexical"
            )
        answer = self._call_until_answered(question)
        self.log.keep(key, self.model.id, question.about, answer)
        return answer

    def _call_until_answered(self, question: Question) -> Answer:
        caller = self._open()
        attempt = 0
        while True:
            self._raise_fatal()
            attempt += 1
            most = self.budget.reserve(question)
            try:
                answer = self._call(caller, question)
            except TooLongError:
                self.budget.release(most)
                return Answer("", "too_long")
            except RefusedError:
                self.budget.release(most)
                return Answer("", "refused")
            except OptionError as fault:
                self.budget.release(most)
                if not getattr(self._wishes, fault.option):
                    self._give_up(fault, again=True)
                self._wishes = self._wishes.without(fault.option)
                attempt -= 1
            except PassingError as fault:
                self._book_failure(most, fault)
                if attempt >= (min(2, self.model.attempts) if fault.slow else self.model.attempts):
                    self._fail(fault)
                self._wait(fault, attempt)
            except AccessError as fault:
                self.budget.release(most)
                raise self._end(ModelError(fault.message, where=self.model.id)) from None
            except CallError as fault:
                self.budget.settle(most, None)
                self._give_up(fault, again=True)
            else:
                self.budget.settle(most, answer.usage)
                self._failures = 0
                return answer

    def _open(self) -> Caller:
        with self._lock:
            if self._caller is None:
                self._access = find_access(self.model)
                self._caller = make_caller(self.model, self._access)
            return self._caller

    def _call(self, caller: Caller, question: Question) -> Answer:
        def call() -> Answer:
            return asyncio.run(self._within(caller(question, self._wishes)))

        with self.turns.give():
            if not _has_loop():
                return call()
            with ThreadPoolExecutor(1) as elsewhere:
                return elsewhere.submit(call).result()

    async def _within(self, call: Coroutine[Any, Any, T]) -> T:
        """Wait for a call as long as it may take, or until the run is stopped."""
        task = asyncio.ensure_future(call)
        loop = asyncio.get_running_loop()
        end = loop.time() + self.model.timeout
        try:
            while not task.done() and loop.time() < end and not self.stopped.is_set():
                await asyncio.wait({task}, timeout=min(_TICK, max(0.0, end - loop.time())))
        finally:
            if not task.done():
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        if task.cancelled():
            if self.stopped.is_set():
                raise PassingError("the run was stopped")
            raise PassingError(f"no answer within {self.model.timeout:g} seconds", slow=True)
        return task.result()

    def _book_failure(self, most: Usage, fault: PassingError) -> None:
        if isinstance(fault, UnreachableError):
            self.budget.withdraw(most)
        elif fault.free:
            self.budget.release(most)
        else:
            self.budget.settle(most, None)

    def _wait(self, fault: PassingError, attempt: int) -> None:
        seconds = self.model.pause * 2 ** (attempt - 1) if fault.after is None else fault.after
        if seconds > LONGEST_WAIT:
            if fault.after is None:
                seconds = LONGEST_WAIT
            else:
                message = f"the server asks to wait {seconds:.0f} seconds ({fault.message})"
                hint = "build again then; what was answered is kept"
                raise self._end(ModelError(message, where=self.model.id, hint=hint)) from None
        with self.turns.give():
            self.stopped.wait(seconds)
        if self.stopped.is_set():
            self._give_up(fault, again=True)

    def _fail(self, fault: PassingError) -> NoReturn:
        """End where no server answers, or none of some calls in a row; else give one article up."""
        with self._lock:
            self._failures += 1
            failures = self._failures
        if isinstance(fault, UnreachableError):
            message, hint = fault.message, None
            if self._access is not None:
                message, hint = f"{message} {self._access.place}", self._access.remedy
            raise self._end(ModelError(message, where=self.model.id, hint=hint)) from None
        if failures >= FAILURES_IN_A_ROW:
            message = f"{failures} questions in a row got no answer; the last: {fault.message}"
            hint = "build again later; what was answered is kept"
            raise self._end(ModelError(message, where=self.model.id, hint=hint)) from None
        self._give_up(fault, again=True)

    def _give_up(self, fault: CallError, *, again: bool) -> NoReturn:
        raise NoAnswerError(fault.message, again=again) from None

    def _end(self, error: ModelError) -> ModelError:
        """Let no other thread begin another call."""
        self._fatal = self._fatal or error
        return error

    def _raise_fatal(self) -> None:
        if self._fatal is not None:
            raise self._fatal


def open_asking(model: LanguageModel, answers: "AnswerLog | None" = None) -> Asking:
    """Return what asks a model; nothing is asked, and no key is looked for, until it is used.

    Args:
        model: whom to ask.
        answers: the answers of runs before, where they are kept.

    Raises:
        UsageError: a file to replay is not there, or a limit is set without a price.
    """
    if model.replay is not None:
        require_recording(model.replay)
        return Asking(model, AnswerLog(model.replay, frozen=True))
    return Asking(model, answers or AnswerLog(None, copy=model.record))


def _has_loop() -> bool:
    """Tell whether a loop runs in this thread, as in a notebook: no other can run there."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
