"""The theme: the brief's colours and typefaces as Word offers them to who goes on editing."""

from briefgen.rendering.stances import ACCENT, GREY_TEXT, HAIRLINE, INK, STANCE_STYLES
from briefgen.rendering.word.style_sheet import HEAD
from briefgen.rendering.word.styles import LABELS, READING

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": INK,
    "lt1": "#FFFFFF",
    "dk2": ACCENT,
    "lt2": "#EFF2F6",
    "accent1": STANCE_STYLES["support"].colour,
    "accent2": STANCE_STYLES["oppose"].colour,
    "accent3": STANCE_STYLES["conditional"].colour,
    "accent4": STANCE_STYLES["neutral"].colour,
    "accent5": ACCENT,
    "accent6": HAIRLINE,
    "hlink": ACCENT,
    "folHlink": GREY_TEXT,
}


def make_theme() -> bytes:
    """Return ``theme1.xml``; shapes get plain fills and lines, for a brief has none."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour.removeprefix("#")}"/></a:{name}>'
        for name, colour in _COLOURS.items()
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind, font in (("major", LABELS), ("minor", READING))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{_DRAWING}" name="Brief"><a:themeElements>'
        f'<a:clrScheme name="Brief">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Brief">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Brief"><a:fillStyleLst>{3 * fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{3 * line}</a:lnStyleLst>"
        f"<a:effectStyleLst>{3 * effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{3 * fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()
