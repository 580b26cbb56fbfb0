"""Putting values into a message: ``%(name)s`` and nothing else.

Python's own ``%`` would let a template ask for a text of a billion characters (``%(x)999999999d``).
"""

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"%(?:\((\w+)\)s|%)")
"""A place for a value, or a per cent sign, which is written twice."""


def fill(message: str, values: Mapping[str, str]) -> str:
    """Return a message with its values; a name without a value stays as it is written.

    Args:
        message: with ``%(name)s`` where a value goes and ``%%`` for a per cent sign.
        values: names to texts, which are put in as they are.
    """
    return PLACEHOLDER.sub(
        lambda match: values.get(match[1], match[0]) if match[1] else "%", message
    )


def placeholders(message: str) -> frozenset[str]:
    """Return the names of the values that a message has places for."""
    return frozenset(name for name in PLACEHOLDER.findall(message) if name)
