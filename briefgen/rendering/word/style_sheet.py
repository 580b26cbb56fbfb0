"""The styles, lists and typefaces as the XML parts that Word reads."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from briefgen.rendering.word.styles import (
    BULLETS,
    FALLBACKS,
    LABELS,
    LIST_INDENT,
    NUMBERS,
    READING,
    STYLES,
    TABLE_HEAD,
    TABLE_RULE,
    TABLE_STYLE,
    Style,
    style_id,
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TWIPS = 20
"""In a point."""
_LEVELS = 9
_LINE = 264
"""Distance of lines in 240ths of a line: 1.1."""


def make_style_sheet(language: str) -> bytes:
    """Return ``styles.xml``; *language* is a tag that Word knows, such as ``en-GB``."""
    fonts = _fonts(READING)
    parts = [
        f"{HEAD}<w:styles xmlns:w={quoteattr(WORD)}><w:docDefaults><w:rPrDefault><w:rPr>",
        f'{fonts}<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val={quoteattr(language)} '
        'w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:spacing w:after="0" w:line="{_LINE}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
        *map(_style, STYLES),
        *_table_styles(),
        "</w:styles>",
    ]
    return "".join(parts).encode()


def make_numbering() -> bytes:
    """Return ``numbering.xml``: one list with numbers, one with bullets."""
    lists = "".join(_abstract_list(each) for each in (NUMBERS, BULLETS))
    numbers = "".join(
        f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each}"/></w:num>'
        for each in (NUMBERS, BULLETS)
    )
    return f"{HEAD}<w:numbering xmlns:w={quoteattr(WORD)}>{lists}{numbers}</w:numbering>".encode()


def make_font_table() -> bytes:
    """Return ``fontTable.xml``: what stands in for a typeface that a machine lacks."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        f'<w:panose1 w:val="{panose}"/><w:family w:val="{family}"/></w:font>'
        for name, (other, family, panose) in FALLBACKS.items()
    )
    return f"{HEAD}<w:fonts xmlns:w={quoteattr(WORD)}>{fonts}</w:fonts>".encode()


def _abstract_list(number: int) -> str:
    """Return the levels of a list."""
    levels = []
    for level in range(_LEVELS):
        text = f"%{level + 1}." if number == NUMBERS else "•"
        kind = "decimal" if number == NUMBERS else "bullet"
        left, hanging = round((level + 1) * LIST_INDENT * _TWIPS), round(LIST_INDENT * _TWIPS)
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
            f"<w:rPr>{_fonts(LABELS)}</w:rPr></w:lvl>"
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _style(style: Style) -> str:
    """Return one style; the children stand in the order that the schema asks for."""
    default = ' w:default="1"' if style.name == "Normal" else ""
    children = [f"<w:name w:val={quoteattr(style.name)}/>"]
    if style.based_on:
        children.append(f'<w:basedOn w:val="{style_id(style.based_on)}"/>')
    if style.next:
        children.append(f'<w:next w:val="{style_id(style.next)}"/>')
    if style.quick:
        children.append("<w:qFormat/>")
    if style.kind == "paragraph":
        children.append(_element("w:pPr", _paragraph(style)))
    children.append(_element("w:rPr", _characters(style)))
    return (
        f'<w:style w:type="{style.kind}"{default} w:styleId="{style.id}">'
        f"{''.join(children)}</w:style>"
    )


def _element(name: str, children: Iterator[str]) -> str:
    content = "".join(children)
    return f"<{name}>{content}</{name}>" if content else ""


def _paragraph(style: Style) -> Iterator[str]:
    """Yield how a style's paragraphs are set."""
    if style.keep_next:
        yield "<w:keepNext/>"
    if style.keep_lines:
        yield "<w:keepLines/>"
    if style.numbering is not None:
        yield f'<w:numPr><w:numId w:val="{style.numbering}"/></w:numPr>'
    if style.border:
        edge = style.border
        yield (
            f'<w:pBdr><w:{edge.edge} w:val="{edge.line}" w:sz="{edge.eighths}" '
            f'w:space="{edge.space}" w:color="{_colour(edge.colour)}"/></w:pBdr>'
        )
    if style.before is not None or style.after is not None:
        before = "" if style.before is None else f' w:before="{_twips(style.before)}"'
        after = "" if style.after is None else f' w:after="{_twips(style.after)}"'
        yield f"<w:spacing{before}{after}/>"
    if style.left is not None:
        hanging = "" if style.hanging is None else f' w:hanging="{_twips(style.hanging)}"'
        yield f'<w:ind w:left="{_twips(style.left)}"{hanging}/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _characters(style: Style) -> Iterator[str]:
    """Yield how a style's letters are set."""
    if style.font:
        yield _fonts(style.font)
    if style.bold is not None:
        yield _switch("b", style.bold) + _switch("bCs", style.bold)
    if style.italic is not None:
        yield _switch("i", style.italic) + _switch("iCs", style.italic)
    if style.capitals:
        yield "<w:caps/>"
    if style.colour:
        yield f'<w:color w:val="{_colour(style.colour)}"/>'
    if style.tracking is not None:
        yield f'<w:spacing w:val="{_twips(style.tracking)}"/>'
    if style.points is not None:
        half_points = round(style.points * 2)
        yield f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _table_styles() -> Iterator[str]:
    """Yield Word's own plain table and the brief's, with its head and its first column."""
    cells = (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{0}" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
    )
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cells.format(108)}</w:tblPr></w:style>'
    )
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{_colour(TABLE_RULE)}"'
    head = f'w:val="single" w:sz="8" w:space="0" w:color="{_colour(TABLE_HEAD)}"'
    yield (
        f'<w:style w:type="table" w:styleId="{style_id(TABLE_STYLE)}">'
        f"<w:name w:val={quoteattr(TABLE_STYLE)}/>"
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:top {head}/><w:bottom {rule}/><w:insideH {rule}/>"
        f"</w:tblBorders>{cells.format(60)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"<w:bottom {head}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _fonts(name: str) -> str:
    shown = escape(name, {'"': "&quot;"})
    return f'<w:rFonts w:ascii="{shown}" w:hAnsi="{shown}" w:cs="{shown}"/>'


def _switch(name: str, on: bool) -> str:
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _twips(points: float) -> int:
    return round(points * _TWIPS)


def _colour(colour: str) -> str:
    return colour.removeprefix("#").upper()
