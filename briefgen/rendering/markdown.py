"""The brief as Markdown: an audience's template, run on the view of the brief.

The Markdown is the brief, HTML and PDF are made from it. It reads well as it is and on a forge;
structure that Markdown lacks stands in comments there (see :mod:`briefgen.rendering.layout`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import jinja2
from markdown_it.token import Token

from briefgen.models import Brief
from briefgen.models.audit import Audit
from briefgen.models.context import Context
from briefgen.rendering.audience import TEMPLATE_NAME, Audience
from briefgen.rendering.environment import make_environment, template_errors
from briefgen.rendering.fitting import Fitted, fit_settings
from briefgen.rendering.layout import make_parser
from briefgen.rendering.matrix_chart import measure_matrix
from briefgen.rendering.page_room import estimate_pages
from briefgen.rendering.view import BriefView
from briefgen.rendering.viewing import view_brief

_MANY_EMPTY_LINES = re.compile(r"\n{3,}")
_TRAILING_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)


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
        TemplateError: the template cannot be used.
    """
    fitted = fit_audience(brief, audience)
    return _Printer(brief, fitted).print_page(fitted, audit, contexts)


def fit_audience(brief: Brief, audience: Audience) -> Audience:
    """Return the audience with the settings under which this brief fits the audience's pages.

    What a page shows is found out before it is audited, and for all formats alike.

    Args:
        brief: what to print.
        audience: for whom; returned as it is where it has no limit of pages, or is fitted already.

    Raises:
        TemplateError: the template cannot be used.
    """
    settings = audience.settings
    if audience.is_fitted or settings.limits.pages is None:
        return audience
    printer = _Printer(brief, audience)
    matrix_height = measure_matrix(brief)

    def count_pages(tried: Fitted) -> float:
        return estimate_pages(printer.print_page(dress(tried)), settings.page, matrix_height)

    def dress(fitted: Fitted) -> Audience:
        changes = {
            "settings": fitted.settings,
            "cut": fitted.cut,
            "is_too_long": fitted.is_too_long,
            "is_fitted": True,
        }
        return audience.model_copy(update=changes)

    return dress(fit_settings(settings, brief, count_pages))


@lru_cache(maxsize=8)
def _environment_for(search_path: tuple[Path, ...], _folder: Path) -> jinja2.Environment:
    """Return the environment of these folders; audiences share what is compiled of shared files.

    A file that changes is read again. Folders may be relative to the current one.
    """
    return make_environment(search_path)


class _Printer:
    """One brief and one template, printed as often as it takes to make it fit."""

    def __init__(self, brief: Brief, audience: Audience) -> None:
        self._brief = brief
        self._file = audience.folder / TEMPLATE_NAME
        with template_errors(self._file):
            environment = _environment_for(audience.search_path, Path.cwd())
            self._template = environment.get_template(f"{audience.folder.name}/{TEMPLATE_NAME}")

    def print_page(
        self,
        audience: Audience,
        audit: Audit | None = None,
        contexts: Mapping[str, Context] | None = None,
    ) -> str:
        with template_errors(self._file):
            view = view_brief(self._brief, audience, audit, contexts)
            text = self._template.render(
                {field.name: getattr(view, field.name) for field in fields(BriefView)}
            )
        text = _MANY_EMPTY_LINES.sub("\n\n", _TRAILING_SPACE.sub("", text))
        return text.strip("\n") + "\n"


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
