"""What stands in a paragraph: text, emphasis, citations, anchors and the marks of the stances."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from briefgen.models import Stance
from briefgen.rendering.quoted_language import LANGUAGE_CLOSE, LANGUAGE_OPEN
from briefgen.rendering.stances import STANCE_STYLES
from briefgen.rendering.word.blank import word_language
from briefgen.rendering.word.characters import as_xml_text, close_directions, split_by_direction
from briefgen.rendering.word.links import Links, bookmark_name
from briefgen.rendering.word.styles import style_id

STANCE_OF_MARK: dict[str, Stance] = {style.mark: stance for stance, style in STANCE_STYLES.items()}
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Look:
    """The styles of what is emphasised in a paragraph; None is the paragraph's own.

    Word adds up bold and bold to plain, and so for italics: emphasis in a paragraph that has the
    same look must have no style of its own.
    """

    emphasis: str | None = "Emphasis"
    first: str | None = "Emphasis"
    """Of emphasised text with which the paragraph begins: its label."""
    strong: str | None = "Strong"


class InlineWriter:
    """Writes the inline tokens of one paragraph.

    Args:
        paragraph: the paragraph's element; what is written comes behind what it holds.
        links: of the document.
        look: how emphasis looks there.
    """

    def __init__(self, paragraph: BaseOxmlElement, links: Links, look: Look) -> None:
        self._paragraph = paragraph
        self._links = links
        self._look = look
        self._place = paragraph
        """Where runs go: the paragraph, or a link in it."""
        self._open: list[str | None] = []
        self._directed = ""
        """The text since the last markup, for what it leaves turned."""
        self._ends: list[BaseOxmlElement] = []
        """Ends of the bookmarks of anchors, which name all that follows."""
        self._is_empty = True
        self._link_style = "Hyperlink"
        self._language: str | None = None
        """Of the text here, where it is not that of the document."""

    def write(self, tokens: Sequence[Token]) -> None:
        """Write the tokens, and end what they leave open."""
        for token in tokens:
            if token.type in {"text", "text_special"}:
                self._write_text(token.content)
                continue
            self._turn_back()
            self._write_markup(token)
        self._turn_back()
        for end in self._ends:
            self._paragraph.append(end)

    def _write_markup(self, token: Token) -> None:
        """Write a token that is not text of an article."""
        kind = token.type
        if kind in {"softbreak", "hardbreak"}:
            self._add_break() if kind == "hardbreak" else self._add_run(" ")
        elif kind == "mark":
            self._add_mark(STANCE_OF_MARK[token.content])
        elif kind == "code_inline":
            self._add_run(token.content, "Code")
        elif kind == "anchor":
            start, end = self._links.start_bookmark(bookmark_name(token.content))
            self._paragraph.append(start)
            self._ends.append(end)
        elif kind == "link_open":
            self._open_link(token)
        elif kind == "link_close":
            self._place = self._paragraph
        elif kind == "em_open":
            self._open.append(self._look.first if self._is_empty else self._look.emphasis)
        elif kind == "strong_open":
            self._open.append(self._look.strong)
        elif kind in {LANGUAGE_OPEN, LANGUAGE_CLOSE}:
            tag = str(token.attrs.get("lang", ""))
            self._language = word_language(tag, "A4") if tag else None
        elif kind in {"em_close", "strong_close"} and self._open:
            self._open.pop()
        elif token.content:
            self._add_run(token.content)

    def _open_link(self, token: Token) -> None:
        href, tip = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
        link = self._links.open_link(href, tip)
        if link is None:
            return
        if href.startswith("#") and href[1:] in self._links.anchors:
            citation = self._links.cite(href[1:], tip)
            start, end = self._links.start_bookmark(citation.bookmark)
            self._paragraph.extend([start, link, end])
        else:
            self._paragraph.append(link)
        self._link_style = "Citation" if href[1:] in self._links.anchors else "Hyperlink"
        self._place = link

    def _write_text(self, text: str) -> None:
        self._directed += text
        self._add_run(text)

    def _turn_back(self) -> None:
        """End the turns of direction that an article's text left open."""
        closing = close_directions(self._directed)
        self._directed = ""
        if closing:
            self._add_run(closing)

    def _add_mark(self, stance: Stance) -> None:
        self._append_run(STANCE_STYLES[stance].mark, f"Mark {stance.title()}", right_to_left=False)

    def _add_break(self) -> None:
        run = OxmlElement("w:r")
        run.append(OxmlElement("w:br"))
        self._place.append(run)

    def _add_run(self, text: str, style: str | None = None) -> None:
        for part, right_to_left in split_by_direction(as_xml_text(text)):
            self._append_run(part, style or self._style(), right_to_left=right_to_left)

    def _style(self) -> str | None:
        """Return the style of text here."""
        if self._place is not self._paragraph:
            return self._link_style
        return next((style for style in reversed(self._open) if style), None)

    def _append_run(self, text: str, style: str | None, *, right_to_left: bool) -> None:
        both = {"Emphasis", "Strong"} <= set(self._open)
        append_run(
            self._place,
            text,
            style,
            right_to_left=right_to_left,
            both=both,
            language=self._language,
        )
        self._is_empty = False


def append_run(
    place: BaseOxmlElement,
    text: str,
    style: str | None = None,
    *,
    right_to_left: bool = False,
    both: bool = False,
    language: str | None = None,
) -> None:
    """Add text to a paragraph or a link.

    Args:
        place: the paragraph or the link.
        text: of one direction, of characters that XML can hold.
        style: a character style, by name.
        right_to_left: whether it is written so.
        both: whether it is bold and italic: a run has one style, these stand beside it.
        language: of the text, with a region, where it is not that of the document.
    """
    run = OxmlElement("w:r")
    if style or right_to_left or both or language:
        properties = OxmlElement("w:rPr")
        if style and not both:
            name = OxmlElement("w:rStyle")
            name.set(qn("w:val"), style_id(style))
            properties.append(name)
        if both:
            properties.extend([OxmlElement("w:b"), OxmlElement("w:i")])
        if right_to_left:
            properties.append(OxmlElement("w:rtl"))
        if language:
            spoken = OxmlElement("w:lang")
            spoken.set(qn("w:val"), language)
            properties.append(spoken)
        run.append(properties)
    content = OxmlElement("w:t")
    content.set(_PRESERVE, "preserve")
    content.text = text
    run.append(content)
    place.append(run)


def keep_with_next(paragraph: BaseOxmlElement) -> None:
    """Let no page break stand between a paragraph and what follows."""
    paragraph.get_or_add_pPr().get_or_add_keepNext()


def plain_text(tokens: Sequence[Token]) -> str:
    """Return the text of inline tokens, marks included, as a reader sees it."""
    kinds = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        kinds.get(token.type, token.content) for token in tokens if token.type != "anchor"
    )
