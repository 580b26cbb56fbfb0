"""Which templates an audience's own takes in, found in their text and not by printing."""

from collections.abc import Iterable

from jinja2 import TemplateError, TemplateNotFound
from jinja2.meta import find_referenced_templates

from briefgen.rendering.audience import TEMPLATE_NAME, Audience
from briefgen.rendering.compiled import READ
from briefgen.rendering.environment import make_environment
from briefgen.rendering.sandbox import Sandbox


def find_used_templates(audience: Audience) -> tuple[str, ...]:
    """Return the names of all templates that the audience's page can be made of, sorted.

    One that is named but not there is among them: once it is there, it counts. Where a template
    works out the name of another, or one cannot be read, all that there are can be meant.
    """
    environment = make_environment(audience.search_path)
    own = f"{audience.folder.name}/{TEMPLATE_NAME}"
    found: set[str] = set()
    waiting = [own]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for other in _names_in(name, environment):
            if other is None:
                return tuple(sorted({*environment.list_templates(), *found}))
            waiting.append(other)
    return tuple(sorted(found))


def _names_in(name: str, environment: Sandbox) -> Iterable[str | None]:
    """Return the names in one template; None for one that only printing would tell."""
    assert environment.loader is not None  # noqa: S101 (it was given one)
    try:
        text, file, _ = environment.loader.get_source(environment, name)
        names = READ.names_in(file or name, text)
        if names is None:
            tree = environment.parse(text, name, file)
            names = tuple(find_referenced_templates(tree))
            READ.note(file or name, text, tree, names)
    except TemplateNotFound:
        return ()
    except (TemplateError, OSError, UnicodeDecodeError):
        return (None,)
    return names
