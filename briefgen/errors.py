"""Every error that briefgen raises on purpose.

The tree::

    BriefgenError
    ├── UsageError            nothing usable was given: exit code 2
    │   ├── CorpusError       the corpus folder, its layout
    │   ├── CodebookError     codebook.yaml: file, line, key
    │   ├── SourcesError      sources.yaml: file, line, key
    │   ├── LessonsError      lessons.yaml: file, line, key
    │   ├── CorrectionsError  corrections.yaml: file, line, key
    │   ├── TemplateError     a template or audience.toml: file, line
    │   └── OutputError       the output folder cannot be written
    ├── ArticleError          one article cannot be read; the others go on: exit code 1
    ├── ChangedInputError     an article changed again and again during the build: exit code 1
    ├── PdfError              Pango is missing, or the PDF could not be written: exit code 1
    ├── WordError             python-docx is missing: exit code 1
    └── ModelError            a language model cannot be asked, or not any more: exit code 2
        └── BudgetError       the run has cost what it may cost

A message says what is wrong, where, and what to do next. Errors of other packages are mapped at
the edge of the stage that uses them (``raise … from exc``). The command line catches
``BriefgenError`` alone: a bug crashes with its traceback.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """What a person is told of something that failed while the rest went on."""

    message: str
    where: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text} ({self.hint})" if self.hint else text


class BriefgenError(Exception):
    """Root of all errors that briefgen raises on purpose.

    Args:
        message: what is wrong, in one line.
        where: file, line or id at which it is wrong; None where there is no place.
        hint: what to do next; None where the message already says it.
    """

    exit_code = 2

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    @property
    def notice(self) -> Notice:
        """The same as a value."""
        return Notice(self.message, self.where, self.hint)

    def __str__(self) -> str:
        return str(self.notice)


class UsageError(BriefgenError):
    """Nothing usable was given."""


class CorpusError(UsageError):
    """The corpus folder is missing, empty or laid out in a way that cannot be read."""


class CodebookError(UsageError):
    """codebook.yaml cannot be used."""


class SourcesError(UsageError):
    """sources.yaml cannot be used."""


class LessonsError(UsageError):
    """lessons.yaml cannot be used."""


class CorrectionsError(UsageError):
    """corrections.yaml cannot be used."""


class TemplateError(UsageError):
    """A template or an audience's settings cannot be used.

    Args:
        message: what is wrong, in one line, with the names that would fit.
        where: file and line.
        hint: what to do next.
        line: the text of the line, without the space around it.
    """

    def __init__(
        self,
        message: str,
        *,
        where: str | None = None,
        hint: str | None = None,
        line: str | None = None,
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.line = line

    def __str__(self) -> str:
        text = super().__str__()
        return f"{text}; the line is: {self.line}" if self.line else text


class OutputError(UsageError):
    """The outputs cannot be written."""


class ArticleError(BriefgenError):
    """One article cannot be read; the others go on."""

    exit_code = 1


class PdfError(BriefgenError):
    """The PDF cannot be written; Markdown and HTML can."""

    exit_code = 1


class WordError(BriefgenError):
    """The Word document cannot be written; the other formats can."""

    exit_code = 1


class ChangedInputError(BriefgenError):
    """An article changed or vanished while a brief was built of it."""

    exit_code = 1


class ModelError(BriefgenError):
    """A language model cannot be asked, or not any more; what it answered is kept."""


class BudgetError(ModelError):
    """The run has cost what it may cost; what was answered is kept."""
