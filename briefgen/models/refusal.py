"""What an extractor proposed and the article does not bear out: it never becomes a record."""

from typing import Literal, get_args

from pydantic import Field

from briefgen.models.article import Span
from briefgen.models.base import Model

RefusalReason = Literal[
    "absent",
    "wording",
    "negation",
    "number",
    "name",
    "modality",
    "quantity",
    "question",
    "condition",
    "cut",
    "spliced",
    "furniture",
    "ambiguous",
    "empty",
    "holder",
    "issue",
    "record",
]
"""``absent``: no place of the article has most of its words. ``wording``: words were changed, added
or dropped. ``negation``, ``number``, ``name``, ``modality`` (must, may …), ``quantity`` (all, some,
more, less): words of that kind were. ``question``: a question was made a statement, or the other
way round. ``condition``: it leaves out what its sentence makes it depend on. ``cut``: it begins or
ends in the midst of what its sentence says.
``spliced``: it is made of pieces that stand apart. ``furniture``: it stands only outside what the
article says itself. ``ambiguous``: it stands in several places and nothing says which is meant.
``empty``: it has no words. ``holder``: the article gives the view to somebody else, or does not
name the holder near it. ``issue``: the codebook has no such issue. ``record``: it does not fit the
record that it is in (ids, offsets, stances without statements)."""
REFUSAL_REASONS: tuple[RefusalReason, ...] = get_args(RefusalReason)
PROPOSED_CHARS = 300
"""As much of a proposal is kept as tells which it was."""


class NearestPlace(Span):
    """The place of the article that is most like a proposal."""

    excerpt: str
    """The article's words there, white space as one space, cut to `PROPOSED_CHARS`."""


class Refusal(Model):
    """One thing that was proposed for an article and refused."""

    source: str
    """Source id."""
    item: str
    """What it would have become: a statement's id, ``stance <issue id>``, ``thesis``, or an
    extractor's own name for it (``proposal 3``)."""
    reason: RefusalReason
    detail: str
    """Why, in words; may name what the two do not share."""
    proposed: str = Field(max_length=PROPOSED_CHARS)
    """The quotation that was proposed, cut; empty where it was none. Nobody's words: a model may
    have made them up."""
    holder: str | None = None
    """Who was proposed as the holder; None for the author."""
    nearest: NearestPlace | None = None
    """None where nothing is alike, or the place is not the point."""
