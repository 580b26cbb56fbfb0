"""Write the catalogues of ``briefgen/languages/`` anew: every message of the program, none beside.

What is translated stays; a new message comes without a translation, for a person to write it; a
message that is gone goes. Messages are the texts in ``_()``, ``{% trans %}`` and ``counted()`` of
the templates, in ``tr``, ``trn``, ``trc``, ``noted`` and ``counted`` of the program, in ``content``
of the style sheets, and titles and readers in ``audience.toml``.

    python scripts/update_languages.py             every catalogue that is there
    python scripts/update_languages.py fr          and a new one, for French
"""

import ast
import io
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

from briefgen.languages.language import NUMBER_WORDS
from briefgen.rendering.environment import make_environment

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "briefgen" / "languages"
TEMPLATES = ROOT / "templates"
_CALLS = {
    "_": 1, "gettext": 1, "tr": 1, "noted": 1, "message": 1,
    "ngettext": 2, "trn": 2, "plural": 2,
}  # fmt: skip
"""Functions by how many texts they take, from the first on."""
_IN_CONTEXT = {"pgettext": 1, "trc": 1, "npgettext": 2}
"""The same behind a context."""
_CONTENT = re.compile(r"\bcontent:\s*([^;}]+)")
_IN_MARKS = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
WIDTH = 100
_HEADER = """\
# The words of a brief. `make languages` keeps the messages; docs/languages.md has the rest.
msgid ""
msgstr ""
"Language: {main}\\n"
"Plural-Forms: {plural}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


@dataclass(frozen=True)
class Message:
    """A text of the program, and where it stands."""

    place: str
    """File and line, from the project's root."""
    context: str
    """Tells two uses of one text apart; empty for most."""
    one: str
    more: str | None = None
    """The form for several; None where the message counts nothing."""


def collect_messages() -> list[Message]:
    """Return all messages of the program, those of a file in its order."""
    found = [Message("briefgen/languages/language.py:1", "number", word) for word in NUMBER_WORDS]
    for file in sorted((ROOT / "briefgen").rglob("*.py")):
        found += _of_program(file)
    environment = make_environment([TEMPLATES])
    for file in sorted(TEMPLATES.rglob("*.j2")):
        tree = environment.parse(file.read_text(encoding="utf-8"), filename=str(file))
        for call in tree.find_all(nodes.Call):
            found += _of_call(call, file)
    for file in sorted(TEMPLATES.rglob("*.css")):
        found += _of_style(file)
    for file in sorted(TEMPLATES.rglob("audience.toml")):
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
        found += [
            Message(_place(file, 1), "audience", settings[key]) for key in ("title", "reader")
        ]
    return found


def _of_program(file: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            texts = [a.value if isinstance(a, ast.Constant) else None for a in node.args]
            yield from _read(name, texts, _place(file, node.lineno))


def _of_call(call: nodes.Call, file: Path) -> Iterator[Message]:
    if isinstance(call.node, nodes.Name):
        texts = [arg.value if isinstance(arg, nodes.Const) else None for arg in call.args]
        yield from _read(call.node.name, texts, _place(file, call.lineno))


def _read(name: str, texts: Sequence[object], place: str) -> Iterator[Message]:
    """Yield the message of a call; none where it is of another function, or put together."""
    if name == "counted" and len(texts) == 3:
        one, more = texts[1:]
        if isinstance(one, str) and isinstance(more, str):
            yield Message(place, "", f"%(count)s {one}", f"%(count)s {more}")
        return
    behind = _IN_CONTEXT.get(name, 0)
    context = ""
    if behind:
        context, texts = str(texts[0]), texts[1:]
    elif name == "message" and len(texts) > 1:
        context = str(texts[1])
    said = [text for text in texts[: _CALLS.get(name, behind)] if isinstance(text, str)]
    if said and len(said) == (_CALLS.get(name) or behind):
        yield Message(place, context, said[0], said[1] if len(said) > 1 else None)


def _of_style(file: Path) -> Iterator[Message]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        for content in _CONTENT.findall(line):
            for text in _IN_MARKS.findall(content):
                if re.search(r"[^\W\d_]{2}", re.sub(r"\\[0-9A-Fa-f]+", "", text)):
                    yield Message(_place(file, number), "style", text)


def _place(file: Path, line: int) -> str:
    return f"{file.relative_to(ROOT).as_posix()}:{line}"


def make_catalogue(main: str) -> Catalog:
    """Return the catalogue of a language with all messages and the translations that it has."""
    file = CATALOGUES / f"{main}.po"
    old = Catalog(locale=main)
    if file.exists():
        with file.open("rb") as content:
            old = read_po(content, locale=main)
    new = Catalog(locale=main)
    for message in sorted(collect_messages(), key=lambda each: each.place.partition(":")[0]):
        id_ = (message.one, message.more) if message.more is not None else message.one
        known = old.get(id_, message.context or None)
        new.add(
            id_,
            known.string if known is not None else None,
            locations=[(message.place.partition(":")[0], None)],  # type: ignore[list-item]
            context=message.context or None,
        )
    return new


def as_text(catalogue: Catalog, main: str) -> str:
    """Return a catalogue as its file has it: without the clock and without names."""
    rows = io.BytesIO()
    write_po(rows, catalogue, width=WIDTH, omit_header=True, ignore_obsolete=True)
    head = _HEADER.format(main=main, plural=catalogue.plural_forms)
    return head + rows.getvalue().decode()


def count_missing(catalogue: Catalog) -> int:
    """Return how many messages have no translation."""
    texts = (m.string if isinstance(m.string, tuple) else (m.string,) for m in catalogue if m.id)
    return sum(not all(each) for each in texts)


def main() -> int:
    """Write the catalogues that are there, and those that are named."""
    languages = {file.stem for file in CATALOGUES.glob("*.po")} | set(sys.argv[1:])
    for language in sorted(languages):
        catalogue = make_catalogue(language)
        text = as_text(catalogue, language)
        (CATALOGUES / f"{language}.po").write_text(text, encoding="utf-8")
        print(f"{language}.po: {count_missing(catalogue)} messages without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
