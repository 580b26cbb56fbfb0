"""The page of a preview, made again as far as a change asks for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen.built import BRIEF_NAME
from briefgen.comparing.earlier import compare_with_earlier
from briefgen.errors import BriefgenError, OutputError, TemplateError
from briefgen.models import Brief
from briefgen.models.audit import Audit
from briefgen.pipeline import (
    CorpusRead,
    choose_output_folder,
    find_page_contexts,
    print_audited,
    read_corpus,
)
from briefgen.previewing.memory import Memory
from briefgen.rendering.audience import THEME_NAME, Audience, load_audience
from briefgen.rendering.html import render_html
from briefgen.rendering.markdown import Printer
from briefgen.rendering.places import default_search_path
from briefgen.rendering.spoken import speak_to
from briefgen.rendering.style_checks import check_style, variables_of


@dataclass(frozen=True)
class Problem:
    """Something that a person has to mend, or should know."""

    message: str
    where: str | None = None
    hint: str | None = None
    line: str | None = None
    """The text of the line."""


@dataclass(frozen=True)
class Made:
    """What came of making the page."""

    html: str | None
    """None where it could not be made."""
    problems: tuple[Problem, ...]
    is_last: bool = True
    """Whether no other page follows unless something changes."""


class PageMaker:
    """Makes the page of a corpus for an audience; keeps what need not be made again.

    Args:
        corpus: the corpus folder.
        audience: its name.
        own: the folder of a person's own templates.
    """

    def __init__(self, corpus: Path, audience: str, own: Path) -> None:
        self._corpus = corpus
        self._name = audience
        self._own = own
        self._read: CorpusRead | None = None
        self._audit: Audit | None = None
        self.memory = Memory(corpus)

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders whose files can change the page."""
        return default_search_path([self._own])

    def make(
        self,
        *,
        is_corpus_new: bool = True,
        tell: Callable[[str], None] = lambda message: None,
    ) -> Iterator[Made]:
        """Make the page: at once with the audit of the page before it, then with its own.

        The audit takes as long as the rest, and most changes do not change what it finds: then
        the second page is the first.

        Args:
            is_corpus_new: whether the articles, the codebook or what stands beside them may have
                changed; where not, no article is looked at.
            tell: called with what goes on.
        """
        try:
            if is_corpus_new or self._read is None:
                self._read = None
                self._read = read_corpus(
                    self._corpus, tell, remember=lambda code, _: self.memory.remember(code)
                )
            tell("Printing the page")
            yield from self._print(self._read)
        except BriefgenError as error:
            yield Made(None, (_problem_of(error),))

    def _print(self, read: CorpusRead) -> Iterator[Made]:
        brief = self._with_changes(read.brief)
        audience = load_audience(self._name, self.templates)
        printer = Printer(brief, speak_to(audience, None, read.corpus.codebook.language))
        audience = printer.audience
        contexts = find_page_contexts(brief, [audience], read.corpus)
        failed = (Problem(each.message, each.where, each.hint) for each in read.evidence.problems)
        told = [*failed, *map(Problem, read.evidence.warnings)]
        html, quick = "", ""
        if self._audit is not None:
            quick = printer.print(self._audit, contexts)
            html = make_html(quick, brief, audience)
            told = [*_check_style(audience, html), *told]
            yield Made(html, tuple(told), is_last=False)
        records = read.evidence.records
        markdown, notes, self._audit = print_audited(printer, records, contexts)
        if markdown != quick:
            html = make_html(markdown, brief, audience)
            told = told if quick else [*_check_style(audience, html), *told]
        yield Made(html, (*told, *(Problem(line) for line in notes)))

    def _with_changes(self, brief: Brief) -> Brief:
        """Compare with the brief that a build would compare it with."""
        try:
            folder = choose_output_folder(self._corpus)
        except OutputError:
            return brief
        return compare_with_earlier(brief, folder / BRIEF_NAME).brief


def _check_style(audience: Audience, html: str) -> list[Problem]:
    """Return the mistakes of the audience's own style, which a browser passes over."""
    file = audience.folder / THEME_NAME
    return [_problem_of(error) for error in check_style(file, variables_of(html))]


def make_html(markdown: str, brief: Brief, audience: Audience) -> str:
    """Return the page that a preview shows: the one place that says which page that is."""
    return render_html(markdown, brief, audience)


def _problem_of(error: BriefgenError) -> Problem:
    line = error.line if isinstance(error, TemplateError) else None
    return Problem(error.message, error.where, error.hint, line)
