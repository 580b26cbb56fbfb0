"""What an audience is made of: its files, settings, and the names and macros that it uses."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.errors import TemplateError
from briefgen.models.base import Model
from briefgen.rendering.audience import (
    PAGE_NAME,
    TEMPLATE_NAME,
    THEME_NAME,
    Audience,
    load_audience,
)
from briefgen.rendering.environment import make_environment
from briefgen.rendering.places import SETTINGS_NAME
from briefgen.rendering.template_reading import (
    Macro,
    macros_used,
    names_used,
    read_macros,
    read_templates,
)
from briefgen.rendering.view import BriefView
from briefgen.schemas import field_docstrings


def show_audience(name: str, search_path: Sequence[Path]) -> str:
    """Return what an audience is made of, as people read it.

    Raises:
        TemplateError: there is none of that name, or it cannot be read.
    """
    audience = load_audience(name, search_path)
    environment = make_environment(search_path)
    texts, mistakes = read_templates(f"{audience.folder.name}/{TEMPLATE_NAME}", environment)
    if mistakes:
        raise mistakes[0]
    macros = {text.name: read_macros(text, environment) for text in texts}
    used = sorted({each for text in texts for each in macros_used(text)})
    names = sorted({each for text in texts for each in names_used(text)})
    parts = [
        f"{audience.name}: {audience.settings.title}, for {audience.settings.reader}",
        "\nFiles",
        *(f"  {file}" for file in _files(audience, search_path)),
        *(f"  {text.file}" for text in texts[1:]),
        "\nSettings (in brackets: what holds where audience.toml says nothing)",
        *_settings_of(audience.settings, ""),
        "\nNames of the brief that it uses",
        *_explain_names(names),
        "\nMacros that it uses",
        *_explain_macros(used, macros),
    ]
    return "\n".join(parts) + "\n"


def _files(audience: Audience, search_path: Sequence[Path]) -> Iterator[Path]:
    for name in (SETTINGS_NAME, TEMPLATE_NAME, THEME_NAME):
        yield audience.folder / name
    yield from (root / PAGE_NAME for root in search_path[-1:] if (root / PAGE_NAME).is_file())


def _settings_of(settings: Model, prefix: str) -> Iterator[str]:
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        if isinstance(value, Model):
            yield from _settings_of(value, f"{prefix}{name}.")
        elif field.is_required():
            yield f"  {prefix}{name} = {_toml(value)}"
        else:
            yield f"  {prefix}{name} = {_toml(value)} ({_toml(field.default)})"


def _toml(value: object) -> str:
    """Return a value as audience.toml has it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def _explain_names(names: Sequence[str]) -> Iterator[str]:
    meanings = field_docstrings(BriefView)
    for name in names:
        meaning = " ".join((meanings.get(name) or "").split()).replace("``", "`")
        yield f"  {name}: {meaning}" if meaning else f"  {name}"


def _explain_macros(
    used: Sequence[tuple[str, str]], macros: dict[str, list[Macro]]
) -> Iterator[str]:
    for file, name in used:
        macro = next((each for each in macros.get(file, ()) if each.name == name), None)
        if macro is None:
            message = f"{file} has no macro {name!r}"
            raise TemplateError(message, hint="see `briefgen templates check`")
        signature = f"{name}({', '.join(macro.parameters)})"
        yield f"  {file}: {signature}" + (f": {macro.comment}" if macro.comment else "")
