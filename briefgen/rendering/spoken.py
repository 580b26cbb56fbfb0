"""An audience in the language of a brief: its title, its reader, the words of its style."""

import re

from briefgen.languages import Language, speaking
from briefgen.rendering.audience import Audience

_CONTENT = re.compile(r"\bcontent:[^;}]+")
_IN_MARKS = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def speak_to(audience: Audience, asked: str | None, of_corpus: str | None) -> Audience:
    """Return the audience with its own words in the brief's language.

    The language is the one that is asked for, else the one that audience.toml names, else the
    corpus's, else English.

    Args:
        audience: as it was read.
        asked: by the command line or by briefgen.toml.
        of_corpus: what the codebook says.
    """
    settings = audience.settings
    own = settings.language if "language" in settings.model_fields_set else None
    tag = asked or own or of_corpus or settings.language
    with speaking(tag) as language:
        changes = {
            "language": tag,
            "title": language.message(settings.title, "audience"),
            "reader": language.message(settings.reader, "audience"),
        }
        theme = _translate_style(audience.theme, language)
    return audience.model_copy(
        update={"settings": settings.model_copy(update=changes), "theme": theme}
    )


def _translate_style(style: str, language: Language) -> str:
    """Return a style with the texts of its ``content`` in the language of the page."""

    def look_up(text: re.Match[str]) -> str:
        words = language.message(text[1], "style")
        return text[0] if words == text[1] else f'"{words}"'

    return _CONTENT.sub(lambda content: _IN_MARKS.sub(look_up, content[0]), style)
