"""The Markdown of a brief as one complete HTML document, with its drawings and its page.

The document refers to nothing outside itself: the style is inside, the drawings are inline, there
is no script, and a policy in the head tells browsers to load nothing.
"""

import hashlib
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen.errors import TemplateError
from briefgen.languages import speaking, tr
from briefgen.models import Brief
from briefgen.models.audit import PAGE_SIGN
from briefgen.rendering.audience import TEMPLATE_NAME, Audience, Limits
from briefgen.rendering.binding import bind_citations
from briefgen.rendering.drawings import DRAWN_TABLES, draw_part, drawing_style
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.layout import DRAWING, SECTION_CLOSE, SECTION_OPEN, make_parser
from briefgen.rendering.page_links import link_page
from briefgen.rendering.quoted_language import mark_languages, source_languages
from briefgen.rendering.stances import ACCENT, GREY_TEXT, HAIRLINE, INK, STANCE_STYLES, words_of_key
from briefgen.rendering.wording import date_range

PAGES = {"A4": ("A4", 20, 18), "Letter": ("Letter", 23, 20.9)}
"""Size of the paper, inner and outer margin in mm: the text is 172 mm wide on both."""
_DOCUMENT = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="author" content="{author}">
<meta name="description" content="{description}">
<meta name="generator" content="{generator}">
<meta name="keywords" content="{page_sign}">
{dates}<style>
{style}
</style>
</head>
<body class="{audience}">
<main>
{body}</main>
</body>
</html>
"""


def render_html(markdown: str, brief: Brief, audience: Audience) -> str:
    """Return the document that shows the Markdown of :func:`render_markdown`.

    Raises:
        TemplateError: the template's section markers do not pair, or name an unknown issue.
    """
    with speaking(audience.settings.language), words_of_key(markdown):
        return _render(markdown, brief, audience)


def _render(markdown: str, brief: Brief, audience: Audience) -> str:
    settings = audience.settings
    parser, tokens = make_tokens(markdown, brief, audience)
    tokens = link_page(tokens)
    return _DOCUMENT.format(
        language=escape(settings.language),
        title=escape(squeeze(brief.topic)),
        author=escape(settings.organisation or brief.generator),
        description=escape(describe_brief(brief, audience)),
        generator=escape(brief.generator),
        page_sign=PAGE_SIGN + hashlib.sha256(markdown.encode()).hexdigest(),
        dates=_date_lines(brief),
        style=_style(audience),
        audience=escape(audience.name),
        body=parser.renderer.render(tokens, parser.options, {}),
    )


def _date_lines(brief: Brief) -> str:
    """Return the lines from which a PDF has its dates."""
    if brief.file_date is None:
        return ""
    date = escape(brief.file_date)
    return "".join(
        f'<meta name="dcterms.{name}" content="{date}">\n' for name in ("created", "modified")
    )


def make_tokens(markdown: str, brief: Brief, audience: Audience) -> tuple[MarkdownIt, list[Token]]:
    """Return the Markdown's tokens with the drawings in their places, and what renders them.

    Raises:
        TemplateError: as for :func:`render_html`.
    """
    parser = make_parser()
    where = str(audience.folder / TEMPLATE_NAME)
    tokens = parser.parse(bind_citations(markdown))
    tokens = mark_languages(tokens, source_languages(brief, audience.settings.language))
    return parser, _draw(tokens, brief, audience.settings.limits, where)


def describe_brief(brief: Brief, audience: Audience) -> str:
    """Return one line for the document's metadata; the evidence's dates, never the clock's."""
    dates = date_range(brief.evidence_from, brief.evidence_date) or tr("undated")
    dated = sum(bool(source.published) for source in brief.sources)
    if brief.evidence_date and 2 * dated < len(brief.sources):
        dates = tr("%(count)s dated, %(dates)s", count=str(dated), dates=dates)
    return tr(
        "%(title)s; %(count)s sources, %(dates)s",
        title=audience.settings.title,
        count=str(len(brief.sources)),
        dates=dates,
    )


def _style(audience: Audience) -> str:
    """Return the theme, behind the page size and the colours that it may use."""
    colours = {"ink": INK, "accent": ACCENT, "grey": GREY_TEXT, "hairline": HAIRLINE}
    colours |= {stance: style.colour for stance, style in STANCE_STYLES.items()}
    variables = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    size, left, right = PAGES[audience.settings.page]
    page = f"size: {size}; margin-left: {left}mm; margin-right: {right}mm;"
    head = f"@page {{ {page} }}\n:root {{ {variables} }}\n"
    return head + drawing_style() + audience.theme.strip().replace("</", "<\\/")


def _draw(tokens: list[Token], brief: Brief, limits: Limits, where: str) -> list[Token]:
    """Put the drawings in: in the place of their tables, each bar before its words."""
    drawn: list[Token] = []
    open_sections: list[Token] = []
    table_depth: int | None = None
    for token in tokens:
        if token.type == SECTION_OPEN:
            open_sections.append(token)
            names = token.meta["names"]
            if table_depth is None:
                drawn.append(token)
                drawn.extend(_drawing(names, brief, limits, _line(token, where)))
            if names[0] in DRAWN_TABLES:
                table_depth = len(open_sections)
            continue
        if token.type == SECTION_CLOSE:
            if not open_sections:
                message = "<!-- end --> closes nothing"
                raise TemplateError(message, where=_line(token, where), hint="remove it")
            if table_depth == len(open_sections):
                table_depth = None
            open_sections.pop()
        if table_depth is None:
            drawn.append(token)
    if open_sections:
        token = open_sections[-1]
        message = f"<!-- {' '.join(token.meta['names'])} --> is not closed"
        raise TemplateError(message, where=_line(token, where), hint="add <!-- end -->")
    return drawn


def _drawing(names: list[str], brief: Brief, limits: Limits, where: str) -> list[Token]:
    """Return the drawing that a section begins with, if any."""
    try:
        content = draw_part(names, brief, limits)
    except KeyError as exc:
        message = f"<!-- {' '.join(names)} --> names no issue of the brief"
        hint = "write <!-- bar {{ issue.id }} -->"
        raise TemplateError(message, where=where, hint=hint) from exc
    return [Token(DRAWING, "", 0, content=content, block=True)] if content else []


def _line(token: Token, where: str) -> str:
    """Return the template, and the line of the Markdown that it made."""
    return f"{where} (line {token.meta['line']} of the Markdown)"
