"""The empty document that a brief is written into, made by code and not from a file.

It holds what python-docx does not make itself: the styles, the lists, the typefaces and the
settings. So nothing of another program's template is in a brief, and no binary in the tree.
"""

from functools import cache
from xml.sax.saxutils import quoteattr

from briefgen.rendering.word.packing import list_content_types, pack
from briefgen.rendering.word.style_sheet import (
    HEAD,
    WORD,
    make_font_table,
    make_numbering,
    make_style_sheet,
)
from briefgen.rendering.word.theme import make_theme

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NEWEST_WORD = 15
"""The version whose behaviour is asked for; without it Word opens a file as one of 2007."""
_PARTS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
}
"""The parts beside the text, by the kind of their relationship."""
_REGIONS = {
    "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "es": "ES", "et": "EE", "fi": "FI",
    "fr": "FR", "hu": "HU", "it": "IT", "ja": "JP", "nl": "NL", "pl": "PL", "pt": "PT",
    "ro": "RO", "ru": "RU", "sv": "SE", "tr": "TR", "uk": "UA",
}  # fmt: skip
"""The region that Word's spelling has for a language that is named without one."""


def word_language(language: str, page: str) -> str:
    """Return a language as Word's spelling knows it: with a region.

    Args:
        language: a tag such as ``en`` or ``de-AT``.
        page: ``A4`` or ``Letter``, which tells two kinds of English apart.
    """
    main, *rest = language.split("-")
    if rest:
        return language
    if main.lower() == "en":
        return "en-US" if page == "Letter" else "en-GB"
    region = _REGIONS.get(main.lower())
    return f"{main.lower()}-{region}" if region else language


@cache
def make_blank(language: str) -> bytes:
    """Return the empty document as a package; *language* is a tag of :func:`word_language`."""
    return pack(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relationships(
                [
                    (f"{_OFFICE}/officeDocument", "word/document.xml"),
                    (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ]
            ),
            "docProps/core.xml": _core_properties(),
            "word/document.xml": _empty_body(),
            "word/_rels/document.xml.rels": _relationships(
                [(f"{_OFFICE}/{kind}", name) for kind, name in _PARTS.items()]
            ),
            "word/styles.xml": make_style_sheet(language),
            "word/numbering.xml": make_numbering(),
            "word/fontTable.xml": make_font_table(),
            "word/settings.xml": _settings(language),
            "word/theme/theme1.xml": make_theme(),
        }
    )


def _content_types() -> bytes:
    types = {
        "/word/document.xml": f"{_DOCUMENT_TYPE}.document.main+xml",
        **{
            f"/word/{name}": f"{_DOCUMENT_TYPE}.{kind}+xml"
            for kind, name in _PARTS.items()
            if kind != "theme"
        },
        f"/word/{_PARTS['theme']}": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    return list_content_types(types)


def _relationships(targets: list[tuple[str, str]]) -> bytes:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
    ).encode()


def _core_properties() -> bytes:
    names = {
        "cp": f"{_PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    spaces = " ".join(f"xmlns:{name}={quoteattr(uri)}" for name, uri in names.items())
    return f"{HEAD}<cp:coreProperties {spaces}/>".encode()


def _empty_body() -> bytes:
    return (
        f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{_OFFICE}"><w:body><w:sectPr/></w:body>'
        "</w:document>"
    ).encode()


def _settings(language: str) -> bytes:
    return (
        f'{HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="http://schemas.microsoft.com/office/word" w:val="{_NEWEST_WORD}"/></w:compat>'
        f"<w:themeFontLang w:val={quoteattr(language)}/></w:settings>"
    ).encode()
