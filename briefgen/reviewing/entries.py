"""An entry of corrections.yaml as text that a person can read and compare."""

import re
from collections.abc import Iterator

from briefgen.json_files import quoted
from briefgen.models import StanceCorrection, StatementCorrection

_ORDER = (
    "who",
    "when",
    "article",
    "sha256",
    "start",
    "end",
    "quote",
    "what",
    "issue",
    "was_issue",
    "holder",
    "stance",
    "was",
    "evidence",
    "note",
)
_PLAIN = re.compile(r"[a-z][a-z-]*[a-z]|[0-9a-f]{64}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NOT_TEXT = frozenset("null true false yes no on off".split())
HEAD = """\
# What people said about the coding of these articles: a log. New entries are added at the end of
# each list, and of two about the same thing the later one counts. `briefgen build` applies them;
# docs/review.md says how. Comments stay.
"""


def entry_as_yaml(entry: StatementCorrection | StanceCorrection, indent: int | None) -> str:
    """Return an entry as an item of its list.

    Args:
        entry: the decision.
        indent: columns before the dash; None for an item between brackets, on one line.
    """
    fields = list(_fields_of(entry))
    if indent is None:
        return "{" + ", ".join(f"{name}: {value}" for name, value in fields) + "}"
    lines = (f"{name}: {value}" for name, value in fields)
    return " " * indent + "- " + f"\n{' ' * (indent + 2)}".join(lines) + "\n"


def _fields_of(entry: StatementCorrection | StanceCorrection) -> Iterator[tuple[str, str]]:
    given = entry.model_dump(exclude_unset=True)
    for name in _ORDER:
        value = given.get(name)
        if name == "holder" and name in given:
            yield name, "null" if value is None else quoted(value)
        elif isinstance(value, tuple):
            if value:
                yield name, f"[{', '.join(map(quoted, value))}]"
        elif isinstance(value, int):
            yield name, str(value)
        elif value is not None:
            yield name, _scalar(value)


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text not in _NOT_TEXT else quoted(text)
