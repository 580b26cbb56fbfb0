"""Which languages there are, by the tags that people and files name them with."""

from functools import cache
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.languages.language import ENGLISH, Language

_SUFFIX = ".po"


@cache
def known_tags() -> tuple[str, ...]:
    """Return the languages of which there are words: English, and one for each catalogue."""
    # Not by importlib.resources: that takes longer to import than an unchanged project needs.
    names = {file.stem for file in Path(__file__).parent.glob(f"*{_SUFFIX}")}
    return tuple(sorted({ENGLISH.tag, *names}))


def main_tag(tag: str) -> str:
    """Return the language of a tag without its region: ``de`` of ``de-AT``."""
    return tag.partition("-")[0].lower()


@cache
def find_language(tag: str) -> Language:
    """Return the language of a tag; English words where no catalogue has it."""
    main = main_tag(tag)
    if main == ENGLISH.tag or main not in known_tags():
        return ENGLISH
    from briefgen.languages.translated import Translated

    return Translated(tag, main)


def refuse_unknown(tag: str, where: str) -> None:
    """Refuse a language of which there are no words.

    Args:
        tag: such as ``de`` or ``de-AT``.
        where: who names it: an option, or a file with its line.

    Raises:
        UsageError: there is no catalogue of it.
    """
    if main_tag(tag) not in known_tags():
        message = f"there are no words in {tag!r}"
        hint = f"known: {', '.join(known_tags())}; docs/languages.md says how to add one"
        raise UsageError(message, where=where, hint=hint)
