"""The codebook: the topic, its issues, and what a coder needs to tell the sides of each."""

from pydantic import Field

from briefgen.models.base import Model


class Issue(Model):
    """One question on which sources can take sides."""

    id: str = Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")
    title: str = Field(min_length=1)
    proposition: str = Field(min_length=1)
    """One sentence that a source can support or oppose."""
    terms: tuple[str, ...] = Field(min_length=1)
    """Words and phrases that show that a passage is about the issue."""
    support: tuple[str, ...] = ()
    """Phrases heard from those who hold the proposition right."""
    oppose: tuple[str, ...] = ()
    """Phrases heard from those who hold it wrong."""


class Codebook(Model):
    """A topic and its issues, in the analyst's order."""

    topic: str = Field(min_length=1)
    issues: tuple[Issue, ...] = Field(min_length=1)

    def issue(self, issue_id: str) -> Issue:
        """Return the issue of that id.

        Raises:
            KeyError: the codebook has no such issue.
        """
        for issue in self.issues:
            if issue.id == issue_id:
                return issue
        raise KeyError(issue_id)
