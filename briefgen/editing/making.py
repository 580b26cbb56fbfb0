"""A new audience, made from another one: to be changed by a person."""

import re
from collections.abc import Sequence
from pathlib import Path

from briefgen.errors import OutputError, TemplateError
from briefgen.output.hidden_places import is_left_over
from briefgen.output.staging import stage_outputs
from briefgen.rendering.audience import TEMPLATE_NAME, load_audience
from briefgen.rendering.places import SETTINGS_NAME

_PLAIN = re.compile(r"[a-z][a-z0-9-]{0,39}")
_FIRST_COMMENT = re.compile(r"\A\s*\{#.*?#\}[ \t]*\n?", re.DOTALL)
_TITLE = re.compile(r"^title\s*=.*$", re.MULTILINE)
_RESERVED = frozenset({"shared", "brief", "records", "con", "prn", "aux", "nul"})


def make_audience(name: str, source: str, search_path: Sequence[Path], folder: Path) -> list[Path]:
    """Write ``folder/name/`` as a copy of an audience, and return the files.

    The template keeps its imports of shared macros, so that what is mended there stays mended here.

    Args:
        name: of the new audience: small letters, digits and dashes.
        source: the audience to begin with.
        search_path: where that is looked for.
        folder: the templates folder to write into; made where there is none.

    Raises:
        TemplateError: the name is none, or there is no audience to begin with.
        OutputError: there is such a folder already, or it cannot be written.
    """
    if not _PLAIN.fullmatch(name) or name in _RESERVED:
        hint = "small letters, digits and dashes, a letter first, such as newsroom"
        raise TemplateError(f"{name!r} is no name for an audience", hint=hint)
    target = folder / name
    if target.is_symlink() or (target.exists() and not is_left_over(target)):
        hint = "choose another name; nothing was written"
        raise OutputError("there is such a folder already", where=str(target), hint=hint)
    audience = load_audience(source, search_path)
    with stage_outputs(target) as staging:
        for file in sorted(audience.folder.iterdir()):
            if file.is_file() and not file.name.startswith("."):
                staging.write(file.name, _adapt(file, name, source))
        return list(staging.publish())


def _adapt(file: Path, name: str, source: str) -> bytes:
    """Return a file's bytes for the new audience."""
    if file.name == TEMPLATE_NAME:
        return _with_new_comment(file.read_text(encoding="utf-8"), name, source).encode()
    if file.name == SETTINGS_NAME:
        title = name.replace("-", " ").capitalize()
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"\A#.*\n", f"# The brief {name!r}: who it is for, what it shows.\n", text)
        return _TITLE.sub(f'title = "{title} brief"', text, count=1).encode()
    return file.read_bytes()


def _with_new_comment(template: str, name: str, source: str) -> str:
    comment = f"""\
{{#
  The brief {name!r}, begun as a copy of {source!r}. Change the words as you like; keep the lines in
  <!-- -->, which mark parts of the page, each closed by <!-- end -->. Phrases come from
  templates/shared; docs/templates.md lists all names and macros. Try it with
  `briefgen preview CORPUS --audience {name}`, check it with `briefgen templates check {name}`.
#}}
"""
    return comment + _FIRST_COMMENT.sub("", template, count=1)
