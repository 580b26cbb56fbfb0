"""The words around a statement in its article, for readers who check it."""

from briefgen.models.base import Model


class Context(Model):
    """What stands beside a statement: a sentence, or the rest of its own."""

    before: str | None
    """The words before it, on one line; None where it opens the text, or they are too long."""
    after: str | None
    """The words behind it."""
