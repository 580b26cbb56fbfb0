"""Files of answers: what was paid for once is never asked again.

One JSON object a line. A line is on the disk before its answer is used, so that a run that is
killed loses no answer that arrived; a line that a crash tore is passed over.
"""

import os
import threading
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from briefgen.errors import OutputError, UsageError
from briefgen.extraction.llm.questions import Answer, Ending, Usage
from briefgen.models.base import Model
from briefgen.text_files import write_text_file


class LoggedAnswer(Model):
    """One line."""

    key: str
    """`Question.key`."""
    model: str
    """``provider:name``."""
    about: str
    """Source id."""
    ending: Ending
    input_tokens: int
    output_tokens: int
    measured: bool
    """Whether the server counted the tokens."""
    text: str
    """What the model said, as it said it."""

    def answer(self) -> Answer:
        """Return what came back."""
        usage = Usage(self.input_tokens, self.output_tokens, self.measured)
        return Answer(self.text, self.ending, usage)


class AnswerLog:
    """Answers by their questions' keys.

    Args:
        kept: the file that is read, and that gets each new answer; None for none.
        copy: another file that gets each answer that is used; None for none.
        frozen: whether the file is only read.
    """

    def __init__(
        self, kept: Path | None, *, copy: Path | None = None, frozen: bool = False
    ) -> None:
        self._kept = None if frozen else kept
        self._copy = copy
        self._lock = threading.Lock()
        self._answers = _read(kept) if kept is not None else {}
        self._copied = _read(copy) if copy is not None else {}
        self._answers = {**self._copied, **self._answers}
        self._torn: set[Path] = {p for p in (self._kept, copy) if p is not None and _is_torn(p)}

    def find(self, key: str) -> Answer | None:
        """Return the answer to that question; None where nobody got one."""
        with self._lock:
            logged = self._answers.get(key)
            if logged is None:
                return None
            if self._copy is not None and key not in self._copied:
                self._copied[key] = logged
                self._append(self._copy, logged)
            return logged.answer()

    def keep(self, key: str, model: str, about: str, answer: Answer) -> None:
        """Put an answer on the disk.

        Raises:
            OutputError: it cannot be written.
        """
        logged = LoggedAnswer(
            key=key,
            model=model,
            about=about,
            ending=answer.ending,
            input_tokens=answer.usage.input,
            output_tokens=answer.usage.output,
            measured=answer.usage.measured,
            text=answer.text,
        )
        with self._lock:
            self._answers[key] = logged
            if self._kept is not None:
                self._append(self._kept, logged)
            if self._copy is not None:
                self._copied[key] = logged
                self._append(self._copy, logged)

    def settle(self) -> None:
        """Put the lines of the files in order, so that they do not depend on what answered first.

        Raises:
            OutputError: a file cannot be written.
        """
        with self._lock:
            if self._kept is not None:
                _write_sorted(self._kept, self._answers)
            if self._copy is not None:
                _write_sorted(self._copy, self._copied)

    def _append(self, path: Path, logged: LoggedAnswer) -> None:
        line = f"{logged.model_dump_json()}\n"
        if path in self._torn:
            line = f"\n{line}"
            self._torn.discard(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                file.write(line.encode("utf-8", "backslashreplace"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            message = f"an answer cannot be written: {error.strerror or error}"
            hint = "make room or name another folder; what was written before is kept"
            raise OutputError(message, where=str(path), hint=hint) from error


def share(kept: Path, copy: Path) -> None:
    """Add the answers in one file to another.

    Raises:
        UsageError: one of them cannot be read.
        OutputError: the other cannot be written.
    """
    answers = _read(kept)
    if answers:
        _write_sorted(copy, answers)


def require_recording(path: Path) -> None:
    """Refuse a file to replay that is not there.

    Raises:
        UsageError: it is not there, or holds no answer.
    """
    if not path.is_file():
        hint = "it is what another run wrote with --record"
        raise UsageError("no such file", where=str(path), hint=hint)
    if not _read(path):
        hint = "a file to replay is what another run wrote with --record"
        raise UsageError("holds no answers", where=str(path), hint=hint)


def _read(path: Path) -> dict[str, LoggedAnswer]:
    """Return the answers in a file by their keys; what is no answer is as if not there.

    Raises:
        UsageError: the file is there and cannot be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from error
    found = (_parsed(line) for line in content.split(b"\n") if line.strip())
    return {logged.key: logged for logged in found if logged is not None}


def _parsed(line: bytes) -> LoggedAnswer | None:
    try:
        return LoggedAnswer.model_validate_json(line)
    except ValidationError:
        return None


def _is_torn(path: Path) -> bool:
    """Tell whether a file ends in the middle of a line."""
    try:
        with path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b"\n"
    except OSError:
        return False


def _write_sorted(path: Path, answers: Mapping[str, LoggedAnswer]) -> None:
    """Write answers and those that the file holds, whoever put them there in the meantime."""
    if not answers:
        return
    both = {**_read(path), **answers}.values()
    ordered = sorted(both, key=lambda logged: (logged.about, logged.key))
    text = "".join(f"{logged.model_dump_json()}\n" for logged in ordered)
    try:
        same = path.read_text(encoding="utf-8", errors="replace") == text
    except OSError:
        same = False
    if not same:
        write_text_file(path, text)
