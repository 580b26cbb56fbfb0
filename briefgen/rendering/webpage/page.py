"""The HTML file: the brief, its evidence, one style and one script, and a policy for nothing else.

What a browser may run and load is said in the head: the one script and the one style by their
hashes, and nothing from anywhere. So even markup that an article smuggled in would not act.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import resources

from briefgen.errors import TemplateError
from briefgen.languages import speaking, tr
from briefgen.models import Article, Brief, PositionRecord
from briefgen.models.audit import PAGE_SIGN
from briefgen.rendering.audience import Audience
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.html import describe_brief
from briefgen.rendering.stances import ACCENT, GREY_TEXT, HAIRLINE, INK, STANCE_STYLES, words_of_key
from briefgen.rendering.webpage import labels
from briefgen.rendering.webpage.articles import render_articles
from briefgen.rendering.webpage.body import Body, render_body
from briefgen.rendering.webpage.claims import collect_claims
from briefgen.rendering.webpage.data import render_data
from briefgen.rendering.webpage.filters import render_filters

STYLE_NAME = "web.css"
"""A file of an audience that adds to the page's style; there need be none."""

_DOCUMENT = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<meta name="author" content="{author}">
<meta name="description" content="{description}">
<meta name="generator" content="{generator}">
<meta name="keywords" content="{page_sign}">
<link rel="icon" href="data:,">
<style>{style}</style>
<script>{script}</script>
</head>
<body class="{audience}">
<a class="skip" href="#pageBrief">{skip}</a>
{filters}{contents}<main id="pageBrief" tabindex="-1">
{body}</main>
<aside id="pageEvidence" aria-label="{evidence}">
{panel}<div id="pageArticles">
<h2 class="plain">{articles_title}</h2>
<p class="plain">{articles_intro}</p>
{articles}</div>
</aside>
<p id="pageTold" role="status" aria-live="polite"></p>
<script type="application/json" id="pageData">{data}</script>
</body>
</html>
"""
_PANEL = """\
<div id="evidencePanel" hidden>
<div class="bar-line">
<button type="button" id="panelPrevious">{previous}</button>
<button type="button" id="panelNext">{next}</button>
<span id="panelPlace"></span>
<button type="button" id="panelCopy">{copy}</button>
<button type="button" id="panelClose">{close}</button>
</div>
<p id="panelSaid" aria-live="polite"></p>
<input id="panelLink" type="text" readonly hidden aria-label="{copy}">
<p class="keys">{keys}</p>
</div>
"""


def render_webpage(
    markdown: str,
    brief: Brief,
    audience: Audience,
    records: Iterable[PositionRecord],
    articles: Mapping[str, Article],
) -> str:
    """Return the web page that shows the Markdown of :func:`render_markdown`, with its evidence.

    Args:
        markdown: the brief in the audience's words.
        brief: what it was made from.
        audience: for whom.
        records: those that the brief rests on.
        articles: source id to the article whose text the records' offsets count.

    Raises:
        TemplateError: the template's section markers do not pair, or name an unknown issue; the
            audience's web.css cannot be used.
    """
    with speaking(audience.settings.language), words_of_key(markdown):
        return _render(markdown, brief, audience, records, articles)


def _render(
    markdown: str,
    brief: Brief,
    audience: Audience,
    records: Iterable[PositionRecord],
    articles: Mapping[str, Article],
) -> str:
    # Where a text is missing no link may lead into it: citations lead to the list of sources.
    claims = collect_claims(brief, (each for each in records if each.source.id in articles))
    body = render_body(markdown, brief, audience, claims)
    style, script = _style(audience, body.styles), _packaged("page.js")
    return _DOCUMENT.format(
        language=escape(audience.settings.language),
        policy=_policy(script, style),
        title=escape(squeeze(brief.topic)),
        author=escape(audience.settings.organisation or brief.generator),
        description=escape(describe_brief(brief, audience)),
        generator=escape(brief.generator),
        page_sign=PAGE_SIGN + hashlib.sha256(markdown.encode()).hexdigest(),
        style=style,
        script=script,
        audience=escape(audience.name),
        skip=escape(tr(labels.SKIP)),
        filters=render_filters(brief, claims),
        contents=_contents(body),
        body=body.html,
        evidence=escape(tr(labels.EVIDENCE)),
        panel=_panel(),
        articles_title=escape(tr(labels.ARTICLES)),
        articles_intro=escape(tr(labels.ARTICLES_INTRO)),
        articles=render_articles(brief, claims, articles),
        data=render_data(brief, claims),
    )


def _contents(body: Body) -> str:
    """Return links to the page's parts; none where there are too few to need them."""
    if len(body.contents) < 3:
        return ""
    items = "".join(
        f'<li><a href="#{escape(name)}">{escape(words)}</a></li>' for name, words in body.contents
    )
    label = escape(tr(labels.CONTENTS))
    return f'<nav id="pageContents" aria-label="{label}"><ul>{items}</ul></nav>\n'


def _panel() -> str:
    """Return what stands over an article that is opened."""
    return _PANEL.format(
        previous=escape(tr(labels.PREVIOUS)),
        next=escape(tr(labels.NEXT)),
        copy=escape(tr(labels.COPY)),
        close=escape(tr(labels.CLOSE)),
        keys=escape(tr(labels.KEYS)),
    )


def _packaged(name: str) -> str:
    """Return a file that stands beside this one."""
    file = resources.files("briefgen.rendering.webpage").joinpath(name)
    return f"\n{file.read_text(encoding='utf-8').strip()}\n"


def _style(audience: Audience, drawn: Sequence[str]) -> str:
    """Return the page's style with the colours of the stances, and what the audience adds to it.

    Args:
        audience: whose page it is.
        drawn: styles of drawings, by number.
    """
    colours = {"ink": INK, "accent": ACCENT, "grey": GREY_TEXT, "hairline": HAIRLINE}
    colours |= {stance: style.colour for stance, style in STANCE_STYLES.items()}
    variables = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    marks = "\n".join(
        f'svg.mark [{part}="{style.colour}"] {{ {part}: var(--{stance}); }}'
        for stance, style in STANCE_STYLES.items()
        for part in ("fill", "stroke")
    )
    marks += "".join(f'\n[data-style="{number}"] {{ {look} }}' for number, look in enumerate(drawn))
    own = _read_own_style(audience)
    if re.search(r"</style", own, re.IGNORECASE):
        where = str(audience.folder / STYLE_NAME)
        raise TemplateError("</style would end the page's style", where=where, hint="remove it")
    return f"\n:root, figure {{ {variables} }}\n{marks}{_packaged('page.css')}{own}"


def _read_own_style(audience: Audience) -> str:
    """Return the audience's web.css; nothing where it has none."""
    file = audience.folder / STYLE_NAME
    try:
        return f"{file.read_text(encoding='utf-8').strip()}\n" if file.exists() else ""
    except (OSError, UnicodeDecodeError) as exc:
        hint = "save it as UTF-8 and see that it may be read"
        raise TemplateError(f"cannot be read: {exc}", where=str(file), hint=hint) from exc


def _policy(script: str, style: str) -> str:
    """Return what a browser may do with this page: run and apply what has these hashes."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
