"""The codebook: the topic, its issues, and what a coder needs to tell the sides of each.

What stands below a field is shown by editors that know the JSON Schema.
"""

from typing import Annotated

from pydantic import Field

from briefgen.models.base import Model

Words = Annotated[str, Field(min_length=1)]
NamesOf = dict[Words, tuple[Words, ...] | None]
"""A name to its other names; None and an empty list are the same."""


class Issue(Model):
    """One question on which sources can take sides."""

    id: str = Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", examples=["night-trains"])
    """Short name that the records use: small letters, digits, single hyphens. Keep it once briefs
    are built."""
    title: str = Field(min_length=1, examples=["Public money for night trains"])
    """Heading of the issue in the brief."""
    proposition: str = Field(
        min_length=1, examples=["The state should pay a part of every night train's cost."]
    )
    """One full sentence that a source can support or oppose: who should do what, or what is the
    case. No question, no two demands in one, no "not"."""
    terms: tuple[Words, ...] = Field(min_length=1, examples=[["night train", "sleeper"]])
    """Words and phrases that show that a passage is about the issue, and not about another one.
    Other forms of their words are found too."""
    support: tuple[Words, ...] = Field(default=(), examples=[["worth every euro"]])
    """Phrases heard from those who hold the proposition right; such as the other side would not
    say."""
    oppose: tuple[Words, ...] = Field(default=(), examples=[["waste of public money"]])
    """Phrases heard from those who hold it wrong; such as the other side would not say."""


class Codebook(Model):
    """A topic and its issues, in the analyst's order."""

    topic: str = Field(min_length=1, examples=["Night trains"])
    """What the articles are about: title of the brief. Its words tell no issue from another."""
    language: str | None = Field(default=None, examples=["de"])
    """Language of the brief's own words, such as ``de``; English where not given. Quotations stay
    as they are."""
    issues: tuple[Issue, ...] = Field(min_length=1)
    """The questions on which the sources differ, in the order of the brief."""
    actors: NamesOf = Field(default={}, examples=[{"Rail Ministry": ["the ministry", "RM"]}])
    """Those whose views the articles report: the name that the brief shows, and other names under
    which they stand in the articles. Names that differ by an article, a possessive or a title are
    merged without being listed."""
    stakeholders: NamesOf | tuple[Words, ...] = Field(
        default={}, examples=[["Rail Ministry", "Passengers"]]
    )
    """Those who ought to be heard: names, or names with other names, or names of ``actors``. The
    brief says whose view no article reports."""
    glossary: dict[str, Words] = Field(
        default={}, examples=[{"sleeper": "A train with beds that runs at night."}]
    )
    """Words of the topic that readers outside the field may not know, each with a plain sentence on
    what it means. Briefs in plain words print them."""

    def issue(self, issue_id: str) -> Issue:
        """Return the issue of that id.

        Raises:
            KeyError: the codebook has no such issue.
        """
        for issue in self.issues:
            if issue.id == issue_id:
                return issue
        raise KeyError(issue_id)

    def listed_actors(self) -> dict[str, tuple[str, ...]]:
        """Return all listed names, actors before stakeholders, each with its other names."""
        listed = {name: tuple(aliases or ()) for name, aliases in self.actors.items()}
        for name, aliases in self.listed_stakeholders().items():
            listed[name] = tuple(dict.fromkeys((*listed.get(name, ()), *aliases)))
        return listed

    def listed_stakeholders(self) -> dict[str, tuple[str, ...]]:
        """Return the stakeholders, each with its other names, those of ``actors`` among them."""
        asked = self.stakeholders
        named = asked if isinstance(asked, dict) else dict.fromkeys(asked)
        return {
            name: tuple(dict.fromkeys((*(self.actors.get(name) or ()), *(aliases or ()))))
            for name, aliases in named.items()
        }

    def coding_digest(self) -> str:
        """Return the SHA-256 of what records rest on: actors are merged when a brief is made, and
        the glossary is printed as it is; the language is that of the page alone.
        """
        coded = self.model_copy(update={"actors": {}, "stakeholders": {}})
        return coded.digest(without=frozenset({"glossary", "language"}))
