"""Write the parts of the documentation that the program itself knows best.

docs/cli.md is made from the help that the program prints; the tables of docs/templates.md, behind
its marker line, from what the templates are given.

Usage: python scripts/write_references.py [--check]

With --check nothing is written; the exit code is 1 where a file is not current.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel
from typer.main import get_command
from typer.testing import CliRunner

from briefgen.cli import app
from briefgen.rendering import view
from briefgen.rendering.audience import Settings
from briefgen.rendering.environment import make_environment
from briefgen.rendering.places import default_search_path
from briefgen.rendering.sandbox import Sandbox
from briefgen.rendering.template_reading import kinds_reached, read_macros, read_template
from briefgen.schemas import field_docstrings

DOCS = Path(__file__).resolve().parents[1] / "docs"
MARKER = "<!-- Below: made by `make docs`. -->\n"
CLI_HEAD = """# Command line

Made from `briefgen --help` by `make docs`; a test checks that it is current.

Results (the paths of the written files, tables, JSON) go to standard output; progress, notes and
errors to standard error. A path that begins with a dash stands after `--`:
`briefgen inspect -- -notes.txt`.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | done, but an article could not be read or a format not be written; each is named |
| 2 | the input or the output folder cannot be used; nothing was written |
| 3 | `audit`: the brief is past a threshold; each place is named |
| 130 | interrupted; nothing was written |

`check`, `doctor`, `codebook check` and `templates check` end with 1 where they found something.
"""


def make_cli_reference() -> str:
    """Return the text of docs/cli.md."""
    parts = [CLI_HEAD, _help_of()]
    for command in _commands_below(get_command(app)):
        parts.append(f"\n## briefgen {' '.join(command)}\n{_help_of(*command)}")
    return "".join(parts)


def _commands_below(group: object, *path: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of each command of a group, and of the groups in it."""
    for name, command in getattr(group, "commands", {}).items():
        yield (*path, name)
        yield from _commands_below(command, *path, name)


def _help_of(*command: str) -> str:
    # The help is as wide as the terminal: here it is always the same.
    environment = {"COLUMNS": "80"}
    arguments = [*command, "--help"]
    result = CliRunner().invoke(app, arguments, prog_name="briefgen", env=environment)
    lines = "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())
    return f"\n```text\n{lines}\n```\n"


def make_template_reference(current: str) -> str:
    """Return the text of docs/templates.md: what people wrote of *current*, and new tables."""
    written = current.partition(MARKER)[0]
    return written + MARKER + "".join(_template_tables())


def _template_tables() -> Iterator[str]:
    yield "\n## What a template can print\n\nAt the top, by name:\n"
    yield _field_table(view.BriefView)
    for each in kinds_reached():
        if each is not view.BriefView and "audience" not in each.__module__:
            yield f"\n### {each.__name__}\n\n{_first_line(each.__doc__)}\n{_field_table(each)}"
    yield "\n## What audience.toml holds\n"
    yield "\n| key | type | default | meaning |\n| --- | --- | --- | --- |\n"
    yield from _setting_rows(Settings, "")
    yield "\n## Filters and functions\n\nOf Jinja's own filters only these: "
    environment = make_environment(default_search_path())
    own = {name for name, each in environment.filters.items() if "briefgen" in each.__module__}
    yield ", ".join(f"`{name}`" for name in sorted(set(environment.filters) - own))
    yield ".\n\nTests behind `is`: "
    yield ", ".join(f"`{name}`" for name in sorted(environment.tests) if name.isidentifier())
    yield ".\n\n| name | gives |\n| --- | --- |\n"
    for name in sorted(own):
        yield f"| filter `{name}` | {_first_line(environment.filters[name].__doc__)} |\n"
    for name, function in sorted(environment.globals.items()):
        if "briefgen" in getattr(function, "__module__", "") and name != "range":
            yield f"| function `{name}` | {_first_line(function.__doc__)} |\n"
    yield from _macro_tables(environment)


def _macro_tables(environment: Sandbox) -> Iterator[str]:
    """Yield what stands in templates/shared: each macro with its parameters and its comment."""
    yield "\n## Macros\n\nPhrases and parts in `templates/shared`, for every audience: "
    yield '`{% import "shared/phrases.md.j2" as say %}`, then `{{ say.name(source) }}`.\n'
    names = (name for name in environment.list_templates() if name.startswith("shared/"))
    for name in sorted(name for name in names if name.endswith(".j2")):
        macros = read_macros(read_template(name, environment), environment)
        if macros:
            yield f"\n### {name}\n\n| macro | gives |\n| --- | --- |\n"
        for macro in macros:
            signature = f"{macro.name}({', '.join(macro.parameters)})".replace("|", "\\|")
            yield f"| `{signature}` | {_first_line(macro.comment)} |\n"


def _field_table(model: type) -> str:
    rows = [f"| `{name}` | `{kind}` | {meaning} |\n" for name, kind, meaning in _fields_of(model)]
    return "\n| name | type | meaning |\n| --- | --- | --- |\n" + "".join(rows)


def _setting_rows(model: type[BaseModel], prefix: str) -> Iterator[str]:
    groups = []
    for name, kind, meaning in _fields_of(model):
        field = model.model_fields[name]
        if isinstance(field.default, BaseModel):
            groups.append((type(field.default), f"{prefix}{name}."))
            continue
        default = "" if field.is_required() else f"`{field.default}`"
        yield f"| `{prefix}{name}` | `{kind}` | {default} | {meaning} |\n"
    for group, group_prefix in groups:
        yield from _setting_rows(group, group_prefix)


def _fields_of(model: type) -> Iterator[tuple[str, str, str]]:
    """Yield name, type as written and meaning of each field of a class."""
    meanings = field_docstrings(model)
    (definition,) = ast.parse(inspect.getsource(model)).body
    for statement in getattr(definition, "body", ()):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name = statement.target.id
            # A bar would end the table's cell.
            kind = ast.unparse(statement.annotation).replace(" | ", " or ")
            yield name, kind, _first_line(meanings.get(name))


def _first_line(docstring: str | None) -> str:
    first = (docstring or "").strip().partition("\n\n")[0]
    return " ".join(first.split()).replace("``", "`").replace("|", "\\|")


def main() -> None:
    """Write the files, or check them."""
    templates = DOCS / "templates.md"
    texts = {
        DOCS / "cli.md": make_cli_reference(),
        templates: make_template_reference(templates.read_text(encoding="utf-8")),
    }
    for path, text in texts.items():
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            sys.exit(f"docs/{path.name} is not current: run `make docs`")


if __name__ == "__main__":
    main()
