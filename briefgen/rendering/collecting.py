"""A trial printing that goes on after a mistake, so that several are found at once."""

# ruff: noqa: ANN401 - what a template does with a missing name may be anything

import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined

from briefgen.errors import TemplateError
from briefgen.rendering.escaping import Markdown
from briefgen.rendering.missing_names import explain_missing
from briefgen.rendering.sections import Place
from briefgen.rendering.template_errors import read_line

HINT = "docs/templates.md lists what a template can print"


class Mistakes:
    """What was found in templates so far, each thing once."""

    def __init__(self) -> None:
        self.found: list[TemplateError] = []

    def add(self, error: TemplateError) -> None:
        """Keep a mistake; the same one at the same place only once."""
        if (error.where, error.message) not in {(e.where, e.message) for e in self.found}:
            self.found.append(error)

    def add_here(self, message: str, hint: str | None = None) -> None:
        """Keep a mistake of the line of a template that is run just now."""
        place = find_running_line()
        where = str(place) if place else None
        self.add(TemplateError(message, where=where, hint=hint, line=read_line(where or "")))


def find_running_line() -> Place | None:
    """Return the line of the innermost template that is run just now."""
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and frame.f_code.co_filename == template.filename:
            return Place(str(template.filename), template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back  # type: ignore[assignment]
    return None


def collecting_names(mistakes: Mistakes) -> type[Undefined]:
    """Return what stands for a missing name: it is noted where it is used, and is nothing."""

    class CollectedName(Undefined):
        """Notes that it is used."""

        __slots__ = ()

        def _note(self) -> None:
            refused = self._undefined_exception is SecurityError
            mistakes.add_here("not allowed: " * refused + explain_missing(self), HINT)

        def _fail_with_undefined_error(self, *args: Any, **kwargs: Any) -> NoReturn:
            raise TypeError(explain_missing(self))

        def __str__(self) -> str:
            self._note()
            return ""

        def __iter__(self) -> Iterator[Any]:
            self._note()
            return iter(())

        def __len__(self) -> int:
            self._note()
            return 0

        def __bool__(self) -> bool:
            self._note()
            return False

        def __eq__(self, other: object) -> bool:
            self._note()
            return False

        def __ne__(self, other: object) -> bool:
            self._note()
            return True

        def __hash__(self) -> int:
            return id(type(self))

        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            self._note()
            return Markdown()

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            self._note()
            return self

        def __getitem__(self, key: Any) -> Any:
            self._note()
            return self

        def _calculate(self, *others: Any) -> Any:
            self._note()
            return self

        def _compare(self, other: Any) -> bool:
            self._note()
            return False

        __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _calculate
        __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _calculate
        __mod__ = __rmod__ = __pow__ = __rpow__ = __neg__ = __pos__ = _calculate
        __lt__ = __le__ = __gt__ = __ge__ = _compare  # type: ignore[assignment]
        __contains__ = _compare

    return CollectedName


def noting(mistakes: Mistakes) -> Callable[[Exception], None]:
    """Return the function that notes a mistake of the line that is run just now."""

    def note(error: Exception) -> None:
        refused = isinstance(error, SecurityError)
        mistakes.add_here("not allowed: " * refused + (str(error) or type(error).__name__), HINT)

    return note
