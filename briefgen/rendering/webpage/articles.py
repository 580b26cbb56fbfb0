"""The articles of a brief as HTML: the whole text, every statement marked, nothing of it live.

A text is written in its blocks, with the white space between them, so that what a browser has as
the article's text is the decoded text, and what is marked is the record's slice. Furniture is
folded, with the reason for it.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.languages import current, tr, trn
from briefgen.models import Article, Block, Brief, BriefSource
from briefgen.rendering.quoted_language import source_languages
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.webpage import labels
from briefgen.rendering.webpage.claims import Claim
from briefgen.rendering.webpage.escaping import escape_text
from briefgen.rendering.webpage.furniture_words import reason_in_words
from briefgen.rendering.wording import listing, long_date

_WEB = re.compile(r"https?://[^\s\x00-\x1f]+\Z", re.IGNORECASE)
_FURNITURE_NAMED = 3
"""Reasons named over folded furniture."""


def render_articles(
    brief: Brief, claims: Mapping[str, Sequence[Claim]], articles: Mapping[str, Article]
) -> str:
    """Return the articles of the brief's sources, in the order of their numbers.

    Args:
        brief: whose sources are shown.
        claims: source id to the claims of that source.
        articles: source id to the article; of one that is not there the page says so.
    """
    titles = {issue.id: issue.title for issue in brief.issues}
    languages = source_languages(brief, current().tag)
    return "".join(
        _render_article(
            source,
            claims.get(source.id, ()),
            articles.get(source.id),
            titles,
            languages.get(source.number),
        )
        for source in brief.sources
    )


def _render_article(
    source: BriefSource,
    claims: Sequence[Claim],
    article: Article | None,
    titles: Mapping[str, str],
    language: str | None,
) -> str:
    name = f"Article-{source.number}"
    text = (
        "".join(_render_text(article, claims, titles))
        if article
        else f"<p><em>{escape_text(tr(labels.NO_ARTICLE))}</em></p>"
    )
    spoken = f' lang="{language}"' if language else ""
    digest = f'<p class="digest">{escape_text(tr(labels.DIGEST))}</p>\n'
    return (
        f'<article class="source" id="{name}" aria-labelledby="{name}-name"'
        f' data-source="{source.number}">\n'
        f'<h3 id="{name}-name" tabindex="-1">{_title(source)}</h3>\n'
        f'<p class="about">{_describe(source, len(claims))}</p>\n'
        f"{digest if source.kind == 'digest' else ''}"
        f'<div class="text"{spoken}>{text}</div>\n</article>\n'
    )


def _title(source: BriefSource) -> str:
    return escape_text(source.title or source.opening or source.label)


def _describe(source: BriefSource, claims: int) -> str:
    """Return number, outlet, authors, date, kind and address of a source."""
    parts = [f"[{source.number}]", source.outlet, listing(source.authors) or None]
    parts.append(long_date(source.published) if source.published else None)
    parts.append(count_statements(claims))
    words = " · ".join(escape_text(str(part)) for part in parts if part)
    if source.url and _WEB.match(source.url):
        link = f'<a href="{escape_text(source.url)}" rel="noopener noreferrer">'
        words += f" · {link}{escape_text(tr(labels.ELSEWHERE))}</a>"
    return words


def count_statements(count: int) -> str:
    """Return "1 statement", "12 statements"."""
    return trn("%(n)s statement", "%(n)s statements", count, n=str(count))


def _render_text(
    article: Article, claims: Sequence[Claim], titles: Mapping[str, str]
) -> Iterator[str]:
    """Yield the article block by block, and the white space between."""
    end = 0
    labelled: set[int] = set()
    for is_furniture, group in itertools.groupby(
        article.blocks, key=lambda block: block.kind == "furniture"
    ):
        blocks = list(group)
        if is_furniture:
            yield escape_text(article.text[end : blocks[0].start])
            yield _fold(article.text, blocks)
        else:
            for block in blocks:
                yield escape_text(article.text[end : block.start])
                tag = "h4" if block.kind == "heading" else "p"
                marked = "".join(_mark(article.text, block, claims, titles, labelled))
                yield f"<{tag}>{marked}</{tag}>"
                end = block.end
        end = blocks[-1].end
    yield escape_text(article.text[end:])


def _fold(text: str, blocks: Sequence[Block]) -> str:
    """Return blocks that are not the article, folded under the reasons why they are not."""
    reasons = list(dict.fromkeys(block.reason for block in blocks if block.reason))
    reasons = [words for reason in reasons if (words := reason_in_words(reason))]
    named = ", ".join(reasons[:_FURNITURE_NAMED])
    more = "…" if len(reasons) > _FURNITURE_NAMED else ""
    summary = tr(labels.NOT_ARTICLE)
    if named:
        summary = tr(labels.NOT_THE_ARTICLE).format(reasons=named + more)
    parts, end = [], blocks[0].start
    for block in blocks:
        parts.append(escape_text(text[end : block.start]))
        parts.append(f"<p>{escape_text(text[block.start : block.end])}</p>")
        end = block.end
    return (
        f'<details class="furniture"><summary>{escape_text(summary)}</summary>'
        f"{''.join(parts)}</details>"
    )


def _mark(
    text: str,
    block: Block,
    claims: Sequence[Claim],
    titles: Mapping[str, str],
    labelled: set[int],
) -> Iterator[str]:
    """Yield a block's text, cut where a statement begins or ends; each begins with its label.

    Args:
        text: the article's.
        block: the part of it that is written.
        claims: all of the article's.
        titles: issue id to title.
        labelled: numbers of the claims that have their label, in this block or before; grows.
    """
    inside = [
        claim
        for claim in claims
        if claim.statement.start < block.end and claim.statement.end > block.start
    ]
    said = [claim.statement for claim in inside]
    cuts = {block.start, block.end, *(s.start for s in said), *(s.end for s in said)}
    places = sorted(place for place in cuts if block.start <= place <= block.end)
    for start, end in itertools.pairwise(places):
        covering = [c for c in inside if c.statement.start <= start and end <= c.statement.end]
        for claim in covering:
            if claim.number not in labelled:
                labelled.add(claim.number)
                yield _label(claim, titles)
        piece = escape_text(text[start:end])
        if not covering:
            yield piece
            continue
        numbers = " ".join(str(claim.number) for claim in covering)
        colour = _colour(min(covering, key=_how_telling))
        yield f'<mark class="{colour}" data-c="{numbers}">{piece}</mark>'


def _how_telling(claim: Claim) -> tuple[int, bool]:
    """Return what to sort by where statements share words: the closest first, then a side."""
    said = claim.statement
    return said.end - said.start, said.issue is None or claim.side in {"neutral", "unclear"}


def _label(claim: Claim, titles: Mapping[str, str]) -> str:
    """Return what stands before a statement: its side's mark, its issue, who holds it."""
    said = claim.statement
    issue = titles.get(said.issue, said.issue) if said.issue else labels.kind_word(said.kind)
    words = escape_text(issue if claim.holder is None else f"{issue} · {claim.holder}")
    side = STANCE_STYLES[claim.side].word if said.issue else tr(labels.NO_ISSUE)
    held = f'<b class="vh">, {escape_text(tr(labels.AUTHOR))}</b>' if claim.holder is None else ""
    name = escape_text(claim.id)
    return (
        f'<a class="claim {_colour(claim)}" id="{name}" href="#{name}"><i></i>'
        f'<b class="vh">{escape_text(side)}: </b><bdi>{words}</bdi>{held}</a>'
    )


def _colour(claim: Claim) -> str:
    """Return the class by which a statement is coloured."""
    return claim.side if claim.statement.issue else "off-issue"
