"""One call to a server, by the protocol that its provider speaks."""

from dataclasses import dataclass
from typing import Protocol

from briefgen.extraction.llm.questions import Answer, Question


@dataclass(frozen=True)
class Wishes:
    """What a server is asked to do, as far as it can."""

    schema: bool = True
    """Constrain the answer to the schema."""
    temperature: bool = True
    """Choose the likeliest word, always."""

    def without(self, option: str) -> "Wishes":
        """Return them without one that the server does not know."""
        return Wishes(
            self.schema and option != "schema", self.temperature and option != "temperature"
        )


class Caller(Protocol):
    """Asks one question."""

    async def __call__(self, question: Question, wishes: Wishes) -> Answer:
        """Return what came back.

        Raises:
            CallError: nothing came back that is an answer.
        """
        ...
