"""What sources have in common beyond one issue, and what one side disputes of the other's terms."""

from briefgen.models.base import Model
from briefgen.models.record import Stance


class Dispute(Model):
    """A statement of another side that denies or doubts what a condition asks for."""

    source: str
    stance: Stance
    """The source's, on the issue of the condition."""
    statement: str


class Companions(Model):
    """Sources that take the same side wherever they all take one."""

    sources: tuple[str, ...]
    """Ids, sorted; two or more."""
    together: tuple[str, ...]
    """Ids of the issues, three or more, on which all of them take the same side, in the codebook's
    order. There is no issue on which any two of them take opposite sides."""
    against: tuple[str, ...]
    """Ids of the sources that take the opposite side on at least one of these issues; never
    empty."""
    statements: tuple[str, ...]
    """One for each source and issue."""
