"""HTML to PDF, in a process of its own that gets ready while the rest of the build works."""

import contextlib
import json
import os
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from briefgen.errors import PdfError
from briefgen.rendering.pdf_attachments import AttachedFile
from briefgen.undisturbed import remove_folder

TIME_LIMIT = 120.0
"""Seconds that one PDF may take; a four-page brief takes about one."""

INSTALL_HINT = (
    "Debian and Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
    " libharfbuzz-subset0; macOS: brew install pango; then run briefgen doctor"
)


@dataclass(frozen=True)
class PdfResult:
    """A PDF and what WeasyPrint had to say about its HTML."""

    pdf: bytes
    warnings: tuple[str, ...]


class PdfWorker:
    """The process that writes PDFs; enter it early, render late.

    Use it as a context manager: the process starts on entering and is gone on leaving, whatever
    happens between.
    """

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._time_limit = time_limit
        self._is_broken = self._is_stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None
        self._scratch: Path | None = None
        self._refused: OSError | None = None
        """Why the process could not be started; whoever asks for a PDF is told."""

    def __enter__(self) -> Self:
        try:
            self._log = tempfile.TemporaryFile()  # closed in __exit__
            # WeasyPrint keeps fonts in a temporary folder and is killed before it can remove it.
            # The folder is only named here: the process makes it, so that whichever of the two is
            # killed, at whatever moment, the other one is there to take it away.
            self._scratch = Path(tempfile.gettempdir(), f"briefgen-{os.urandom(8).hex()}")
            self._start(self._log, self._scratch)
        except OSError as error:
            self._refused = error
        return self

    def _start(self, log: IO[bytes], scratch: Path) -> None:
        package = str(Path(__file__).resolve().parents[2])
        path = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
        # -P: a weasyprint.py in the current folder must not be taken for WeasyPrint.
        self._process = subprocess.Popen(  # noqa: S603 (this very program)
            [sys.executable, "-P", "-m", "briefgen.rendering.pdf_worker", str(scratch)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={
                **os.environ,
                "TMPDIR": str(scratch),
                "PYTHONPATH": os.pathsep.join(path),
            },
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()
        _close(self._log)
        if self._scratch is not None:
            remove_folder(self._scratch)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            for stream in (self._process.stdin, self._process.stdout):
                _close(stream)
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """Break off what is being written; whoever waits for it gets its error."""
        self._is_stopped = True
        if self._process is not None:
            self._process.kill()

    def revive(self) -> None:
        """Start the process again where the last document broke it."""
        if not self._is_broken or self._is_stopped or self._log is None or self._scratch is None:
            return
        self._end()
        self._log.seek(0)
        self._log.truncate()
        self._start(self._log, self._scratch)
        self._is_broken = False

    def render(self, html: str, files: Sequence[AttachedFile] = ()) -> PdfResult:
        """Return the PDF of a document.

        Args:
            html: the document; it may refer to nothing outside itself.
            files: to attach.

        Raises:
            PdfError: Pango is missing, WeasyPrint failed, or it took too long.
        """
        if self._refused is not None:
            raise _unready(self._refused.strerror or str(self._refused)) from self._refused
        if self._process is None:
            message = "the process that writes PDFs is not running"
            raise PdfError(message)
        late = threading.Event()

        def stop(process: subprocess.Popen[bytes]) -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._time_limit, stop, [self._process])
        timer.start()
        try:
            answer, pdf = self._exchange(html, files)
        except (OSError, EOFError) as exc:
            self._is_broken = True
            raise self._broken(late.is_set()) from exc
        finally:
            timer.cancel()
        if "error" in answer:
            raise _reported(answer)
        return PdfResult(pdf, tuple(answer["warnings"]))

    def _exchange(self, html: str, files: Sequence[AttachedFile]) -> tuple[dict[str, Any], bytes]:
        """Send one document and read the answer."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EOFError
        data = json.dumps({"html": html, "files": list(files)}).encode()
        process.stdin.write(struct.pack(">Q", len(data)) + data)
        process.stdin.flush()
        (size,) = struct.unpack(">Q", _read(process.stdout, 8))
        answer: dict[str, Any] = json.loads(_read(process.stdout, size))
        return answer, _read(process.stdout, answer["size"])

    def _broken(self, late: bool) -> PdfError:
        """Return the error for a process that ended without an answer."""
        if late:
            message = f"the PDF was not ready after {self._time_limit:g} seconds"
            return PdfError(
                message, hint="the Markdown and the HTML are complete; try fewer issues"
            )
        last = "no message"
        if self._log is not None:
            self._log.seek(0)
            lines = self._log.read().decode(errors="replace").split("\n")
            last = next((line.strip() for line in reversed(lines) if line.strip()), last)
        hint = "the Markdown and the HTML are complete; run briefgen doctor"
        return PdfError(f"the process that writes PDFs ended: {last}", hint=hint)


def _reported(answer: dict[str, Any]) -> PdfError:
    """Return the error for what the process said."""
    if answer.get("unready"):
        return _unready(answer["error"])
    if answer.get("missing"):
        reason = " ".join(str(answer["error"]).split())
        message = f"no PDF, because WeasyPrint's native libraries are missing: {reason[:160]}"
        return PdfError(message, hint=INSTALL_HINT)
    hint = "the Markdown and the HTML are complete"
    return PdfError(f"WeasyPrint could not write the PDF: {answer['error']}", hint=hint)


def _unready(reason: str) -> PdfError:
    """Return the error for a folder for temporary files that cannot be used."""
    message = f"the process that writes PDFs cannot be started: {reason}"
    hint = "make room in the folder for temporary files, or name another one in TMPDIR"
    return PdfError(message, hint=hint)


def _read(stream: IO[bytes], size: int) -> bytes:
    """Read exactly *size* bytes."""
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _close(stream: IO[bytes] | None) -> None:
    """Close a stream that may be broken already."""
    if stream is not None:
        with contextlib.suppress(OSError):
            stream.close()
