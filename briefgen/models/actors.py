"""Actors, apart from authors: what they are reported to hold, what they are asked, who is unheard.

An actor is somebody whose view a source reports, or of whom an author asks something: a
government, a leader, an institution, a group. Names that stand for the same actor are merged; what
an actor is reported to hold is never booked to an author, not even where the actor wrote another
source.
"""

from typing import Literal

from briefgen.models.base import Model
from briefgen.models.record import Stance

SilenceKind = Literal["named", "absent"]


class ActorReport(Model):
    """What one source reports an actor to hold."""

    source: str
    names: tuple[str, ...]
    """The actor's names in these statements, as they stand in the source."""
    statements: tuple[str, ...]
    """Ids, the clearest first."""


class ActorPosition(Model):
    """One actor's reported stance on one issue."""

    issue: str
    stance: Stance
    reports: tuple[ActorReport, ...]
    """One for each source that reports it, by source id."""


class Actor(Model):
    """Somebody other than an author, and what the sources report of them."""

    name: str
    """The codebook's name; else the form that most sources use."""
    aliases: tuple[str, ...]
    """The other forms that were merged with it, as they stand in the sources, sorted."""
    positions: tuple[ActorPosition, ...]
    """In the codebook's order of issues; of an issue the sides first."""
    contested: tuple[str, ...] = ()
    """Ids of the issues on which one source reports support and another opposition."""
    author_of: tuple[str, ...] = ()
    """Ids of the sources that bear the actor's name as an author's: the view taken there stands
    with the sources, and is not merged with what others report."""


class AddresseeAsk(Model):
    """What one source asks of an addressee."""

    source: str
    statement: str
    issue: str | None
    """None where the statement belongs to no issue of the codebook."""


class Addressee(Model):
    """Somebody who is asked to act."""

    name: str
    """As for `Actor.name`."""
    aliases: tuple[str, ...]
    """Other forms of the name in what is asked."""
    sources: tuple[str, ...]
    """Ids of the sources that ask, sorted."""
    asks: tuple[AddresseeAsk, ...]
    """In the order of the recommendations."""


class UnheardStakeholder(Model):
    """Somebody whom the codebook lists under ``stakeholders:`` and whose view no source reports."""

    name: str
    aliases: tuple[str, ...]
    """As the codebook lists them."""
    kind: SilenceKind
    """``named``: statements of the records name them, as doing something or being asked something,
    and no view of theirs is reported. ``absent``: no statement names them; whether the rest of a
    text does, the records do not tell."""
    sources: tuple[str, ...] = ()
    """For ``named``: ids of the sources whose statements do."""
