"""The brief as Markdown: an audience's template, run on the view of the brief.

The Markdown is the brief, HTML and PDF are made from it. It reads well as it is and on a forge;
structure that Markdown lacks stands in comments there (see :mod:`briefgen.rendering.layout`).
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache

from jinja2 import Template
from jinja2.runtime import Context as TemplateContext
from markdown_it.token import Token

from briefgen.languages import current, speaking
from briefgen.languages.page_note import note_language
from briefgen.models import Brief
from briefgen.models.audit import Audit
from briefgen.models.context import Context
from briefgen.rendering.audience import TEMPLATE_NAME, Audience
from briefgen.rendering.budget import Budget
from briefgen.rendering.environment import make_environment
from briefgen.rendering.fitting import Fitted, fit_settings
from briefgen.rendering.layout import make_parser
from briefgen.rendering.matrix_chart import measure_matrix
from briefgen.rendering.page_room import estimate_pages
from briefgen.rendering.sandbox import Sandbox
from briefgen.rendering.sections import Marker, Place, refuse_unpaired, take_traces
from briefgen.rendering.template_errors import template_errors
from briefgen.rendering.view import BriefView
from briefgen.rendering.viewing import view_brief


@dataclass(frozen=True)
class Quotation:
    """A quotation as it is printed."""

    statement: str
    """The statement's id, from the title of the citation."""
    number: int
    """The number of the source that is cited."""
    text: str
    """As printed, unescaped, with the quotation marks that the template adds."""
    is_digest: bool


@dataclass(frozen=True)
class PrintedPage:
    """A brief in Markdown, and where in the template it comes from."""

    markdown: str
    places: tuple[Place, ...]
    """For each line of the Markdown the line of the audience's own template that printed it."""
    markers: tuple[Marker, ...]
    """The section markers, in order."""


def render_markdown(
    brief: Brief,
    audience: Audience,
    audit: Audit | None = None,
    contexts: Mapping[str, Context] | None = None,
) -> str:
    """Return the brief in the audience's words.

    Args:
        brief: what to print.
        audience: for whom.
        audit: of the page as it is printed without one; the page may show its result.
        contexts: what stands around the statements in their articles, by the statements' ids; the
            page of an audience that shows it leaves it out where it is not given.

    Raises:
        TemplateError: the template cannot be used, or its sections do not close.
    """
    return Printer(brief, audience).print(audit, contexts)


def fit_audience(brief: Brief, audience: Audience) -> Audience:
    """Return the audience with the settings under which this brief fits the audience's pages.

    What a page shows is found out before it is audited, and for all formats alike.

    Args:
        brief: what to print.
        audience: for whom; returned as it is where it has no limit of pages, or is fitted already.

    Raises:
        TemplateError: the template cannot be used.
    """
    is_fitted = audience.is_fitted or audience.settings.limits.pages is None
    return audience if is_fitted else Printer(brief, audience).audience


class Printer:
    """One brief and one template, printed as often as it takes; its files are loaded once.

    Args:
        brief: what to print.
        audience: for whom; it is made to fit its pages.

    Raises:
        TemplateError: the template cannot be used.
    """

    def __init__(self, brief: Brief, audience: Audience) -> None:
        self.brief = brief
        self._file = audience.folder / TEMPLATE_NAME
        self._environment = make_environment(
            audience.search_path, budget=Budget(count_items(brief))
        )
        self._plain: str | None = None
        """The page without audit and contexts, where it was printed to see that it fits."""
        self.audience = audience
        """For whom, fitted."""
        if not audience.is_fitted and audience.settings.limits.pages is not None:
            self._fit(audience)

    def print(
        self, audit: Audit | None = None, contexts: Mapping[str, Context] | None = None
    ) -> str:
        """Return the brief in Markdown; the arguments are those of :func:`render_markdown`.

        Raises:
            TemplateError: the template cannot be used, or its sections do not close.
        """
        if self._plain is not None and audit is None and not contexts:
            return self._plain
        return self._print(self.audience, audit, contexts)

    def _fit(self, audience: Audience) -> None:
        matrix_height = measure_matrix(self.brief)
        tried: list[tuple[Fitted, str]] = []

        def count_pages(fitted: Fitted) -> float:
            markdown = self._print(dress(fitted))
            tried.append((fitted, markdown))
            return estimate_pages(markdown, audience.settings.page, matrix_height)

        def dress(fitted: Fitted) -> Audience:
            changes = {
                "settings": fitted.settings,
                "cut": fitted.cut,
                "is_too_long": fitted.is_too_long,
                "is_fitted": True,
            }
            return audience.model_copy(update=changes)

        found = fit_settings(audience.settings, self.brief, count_pages)
        self.audience = dress(found)
        self._plain = next((page for fitted, page in reversed(tried) if fitted == found), None)

    def _print(
        self,
        audience: Audience,
        audit: Audit | None = None,
        contexts: Mapping[str, Context] | None = None,
    ) -> str:
        with template_errors(self._file, self._environment):
            page = print_page(self.brief, audience, self._environment, audit, contexts)
        refuse_unpaired(page.markers)
        return page.markdown


def print_page(
    brief: Brief,
    audience: Audience,
    environment: Sandbox,
    audit: Audit | None = None,
    contexts: Mapping[str, Context] | None = None,
) -> PrintedPage:
    """Run an audience's template in an environment; errors come as Jinja2 raises them."""
    with speaking(audience.settings.language):
        return _print(brief, audience, environment, audit, contexts)


def _print(
    brief: Brief,
    audience: Audience,
    environment: Sandbox,
    audit: Audit | None,
    contexts: Mapping[str, Context] | None,
) -> PrintedPage:
    environment.budget.start()
    template = environment.get_template(f"{audience.folder.name}/{TEMPLATE_NAME}")
    view = view_brief(brief, audience, audit, contexts)
    context = template.new_context(
        {field.name: getattr(view, field.name) for field in fields(BriefView)}
    )
    lines, numbers = _tidy(*_run(template, context, environment))
    lines, markers = take_traces(lines)
    file = str(audience.folder / TEMPLATE_NAME)
    places = tuple(Place(file, number) for number in numbers)
    text = "\n".join(lines) + "\n" + note_language(current().tag)
    return PrintedPage(text, places, tuple(markers))


def count_items(brief: Brief) -> int:
    """Return how large a brief is: its statements, and the cells of its table of stances."""
    return len(brief.statements) + len(brief.sources) * len(brief.issues)


def _run(
    template: Template, context: TemplateContext, environment: Sandbox
) -> tuple[list[str], list[int]]:
    """Return the lines that a template prints, each with the line of the template."""
    pieces: list[str] = []
    numbers: list[int] = [1]
    running = template.root_render_func(context)
    line_of = _line_finder(template)
    try:
        for piece in running:
            environment.budget.take_letters(len(piece))
            # Where the code stands tells which line of the template printed the piece.
            number = line_of(running.gi_frame.f_lineno)  # type: ignore[attr-defined]
            if piece and (not pieces or pieces[-1].endswith("\n")):
                numbers[-1] = number
            # Only what the template writes itself goes through its lines; a macro stands on one.
            step = 1 if type(piece) is str else 0
            numbers += [number + step * place for place in range(1, piece.count("\n") + 1)]
            if piece:
                pieces.append(piece)
    except Exception:
        environment.handle_exception()
    return "".join(pieces).split("\n"), numbers


def _line_finder(template: Template) -> Callable[[int], int]:
    """Return the function from a line of the compiled code to that of the template."""
    lines = template.debug_info  # worked out anew at each look
    starts = [compiled for _, compiled in lines]

    @cache
    def find(compiled: int) -> int:
        place = bisect_right(starts, compiled)
        return lines[place - 1][0] if place else 1

    return find


def _tidy(lines: list[str], numbers: list[int]) -> tuple[list[str], list[int]]:
    """Take away space at line ends, and empty lines at the ends and beyond one in a row."""
    kept: list[tuple[str, int]] = []
    for text, number in zip(lines, numbers, strict=True):
        line = text.rstrip(" \t")
        if line or (kept and kept[-1][0]):
            kept.append((line, number))
    if kept and not kept[-1][0]:
        kept.pop()
    return [line for line, _ in kept], [number for _, number in kept]


def quotations(markdown: str) -> tuple[Quotation, ...]:
    """Return the quotations that a rendered brief prints, in order.

    A quotation is a paragraph in a block quotation with its citation; those of other sources may
    stand behind it. Its lead or attribution is emphasised (``— *Outlet* [1]``); neither emphasis
    nor a link can come from an article.
    """
    found, depth = [], 0
    for token in make_parser().parse(markdown):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            quotation = _read_quotation(token.children or [])
            if quotation is not None:
                found.append(quotation)
    return tuple(found)


def _read_quotation(tokens: list[Token]) -> Quotation | None:
    """Take one quotation apart; None where the paragraph is none."""
    opened = next((place for place, token in enumerate(tokens) if token.type == "em_open"), None)
    link = next((token for token in tokens if token.type == "link_open"), None)
    if opened is None or link is None:
        return None
    closed = next(place for place, token in enumerate(tokens) if token.type == "em_close")
    before = _plain(tokens[:opened])
    is_digest = not before.strip()
    if is_digest:
        cited = max(place for place, token in enumerate(tokens) if token is link)
        text = _plain(tokens[closed + 1 : cited]).removesuffix("[").strip()
    else:
        text = before.strip().removesuffix("—").strip()
    number = int(str(link.attrs["href"]).removeprefix("#source-"))
    return Quotation(str(link.attrs.get("title", "")), number, text, is_digest)


def _plain(tokens: list[Token]) -> str:
    """Return the text of inline tokens."""
    return "".join(token.content for token in tokens if token.type in {"text", "text_special"})
