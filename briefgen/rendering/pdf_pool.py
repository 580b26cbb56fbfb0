"""Several PDFs at the same time: as many processes as pay off, and one document's fault its own."""

import os
import queue
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import Self

from briefgen.errors import PdfError
from briefgen.rendering.pdf import TIME_LIMIT, PdfResult, PdfWorker
from briefgen.rendering.pdf_attachments import AttachedFile

PROCESSES = 2
"""At most. Each holds WeasyPrint, its fonts and one document: 100 to 300 MB."""

_Job = tuple[int, int, str, Sequence[AttachedFile], "Future[PdfResult]"]
_LAST = 1
"""Order of the job that ends a thread; documents have theirs by length, from 0 down."""


class PdfPool:
    """Processes that write PDFs, the longest waiting document first.

    Use it as a context manager: the processes start on entering and are gone on leaving, whatever
    happens between. A document that breaks its process costs itself alone: another is started.
    """

    def __init__(self, documents: int, time_limit: float = TIME_LIMIT) -> None:
        """Get ready for so many documents.

        Args:
            documents: how many there will be; no more processes than these are started.
            time_limit: seconds that one document may take.
        """
        count = max(1, min(documents, PROCESSES, os.cpu_count() or 1))
        self._workers = [PdfWorker(time_limit) for _ in range(count)]
        self._jobs: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._threads: list[threading.Thread] = []
        self._submitted = 0

    def __enter__(self) -> Self:
        for worker in self._workers:
            worker.__enter__()
            thread = threading.Thread(target=self._work, args=(worker,), daemon=True)
            self._threads.append(thread)
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        while True:
            try:
                self._jobs.get_nowait()[-1].cancel()
            except queue.Empty:
                break
        for _ in self._threads:
            self._put(_LAST, "", ())
        for worker in self._workers:
            worker.stop()
        for thread in self._threads:
            thread.join()
        for worker in self._workers:
            worker.__exit__(kind, error, trace)

    def submit(self, html: str, files: Sequence[AttachedFile] = ()) -> "Future[PdfResult]":
        """Have a document written; its result raises what :meth:`PdfWorker.render` raises."""
        return self._put(-len(html), html, files)

    def _put(self, order: int, html: str, files: Sequence[AttachedFile]) -> "Future[PdfResult]":
        future: Future[PdfResult] = Future()
        # No two jobs have the same number, so that what follows it is never compared.
        self._submitted += 1
        self._jobs.put((order, self._submitted, html, files, future))
        return future

    def _work(self, worker: PdfWorker) -> None:
        """Write documents until the last job comes."""
        while (job := self._jobs.get())[0] != _LAST:
            _order, _number, html, files, future = job
            try:
                future.set_result(worker.render(html, files))
            except PdfError as error:
                future.set_exception(error)
            except BaseException as error:  # a bug belongs to who asks for the result
                future.set_exception(error)
                raise
            worker.revive()
