"""Key points: what several statements of one position say alike."""

from briefgen.models.base import Model


class KeyPoint(Model):
    """One argument for a position, made by several statements."""

    statement: str
    """Id of the statement that speaks for it: one that the brief shows, else the best put."""
    behind: tuple[str, ...]
    """Ids of the other statements that make the same argument, the best put first."""
    sources: tuple[str, ...]
    """Ids of the sources that make it, the speaking statement's first: its prevalence."""
