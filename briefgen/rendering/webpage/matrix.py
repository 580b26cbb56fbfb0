"""The table of who stands where, its marks as links to the passages that show each stance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from briefgen.models import Brief, BriefIssue
from briefgen.rendering.escaping import squeeze
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.webpage.claims import Claim


@dataclass
class _Table:
    """Where in the table the walk is."""

    heads: list[BriefIssue | None] = field(default_factory=list)
    """The issue of each column; None where its head is no issue's title."""
    source: str | None = None
    """Id of the source that the row begins with."""
    column: int = -1


def link_matrix(
    tokens: Sequence[Token], brief: Brief, claims: Mapping[str, Mapping[str, Claim]]
) -> Iterator[Token]:
    """Yield the table's tokens with row and column heads, and links at its marks.

    A template may have made another table: a column whose head is no issue's title, and a row that
    does not begin with one source's citation, stay as they are.
    """
    by_title = {squeeze(issue.title): issue for issue in brief.issues}
    numbers = {f"#source-{source.number}": source.id for source in brief.sources}
    table = _Table()
    for token, before in zip(tokens, [None, *tokens], strict=False):
        inside = before.type if before is not None and token.type == "inline" else ""
        if token.type == "tr_open":
            table.source, table.column = None, -1
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type == "td_open":
            table.column += 1
            if table.column == 0:
                token.tag = "th"
                token.attrSet("scope", "row")
        elif token.type == "td_close" and table.column == 0:
            token.tag = "th"
        elif inside == "th_open":
            table.heads.append(by_title.get(squeeze(_plain(token))))
            token.children = [_span(1), *(token.children or []), _span(-1)]
        elif inside == "td_open" and table.column == 0:
            table.source = _cited(token, numbers)
        elif inside == "td_open":
            _link_cell(token, table, brief, claims)
        yield token


def _link_cell(
    token: Token, table: _Table, brief: Brief, claims: Mapping[str, Mapping[str, Claim]]
) -> None:
    """Let a mark lead to the first statement that shows the stance."""
    issue = table.heads[table.column] if table.column < len(table.heads) else None
    if issue is None or table.source is None:
        return
    for position in issue.positions:
        for held in position.sources:
            known = claims.get(held.source, {})
            shown = [known[id_].id for id_ in held.statements if id_ in known]
            if held.source != table.source or not shown:
                continue
            label = next(source.label for source in brief.sources if source.id == held.source)
            link = Token("link_open", "a", 1)
            link.attrSet("class", "cell")
            link.attrSet("href", f"#{shown[0]}")
            link.attrSet("data-claims", " ".join(shown))
            meaning = STANCE_STYLES[position.stance].meaning
            link.attrSet("aria-label", f"{squeeze(label)}, {issue.title}: {meaning}")
            token.children = [link, *(token.children or []), Token("link_close", "a", -1)]


def _span(nesting: Literal[-1, 1]) -> Token:
    """Return what opens or closes a head's words, which the style turns on their side."""
    return Token("span_open" if nesting == 1 else "span_close", "span", nesting)


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or [])


def _cited(token: Token, numbers: Mapping[str, str]) -> str | None:
    """Return the id of the one source that a cell cites."""
    cited = {
        numbers.get(str(child.attrs.get("href", "")))
        for child in token.children or []
        if child.type == "link_open"
    }
    return next(iter(cited)) if len(cited) == 1 else None
