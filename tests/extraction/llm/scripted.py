"""Models that are scripted: they answer what a person wrote down for an article."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.extraction.llm.servers import Asked, Reply, Say

_SENTENCE = re.compile(r'^\{"n": (\d+), "text": ".*\}$', re.MULTILINE)


def sentences_of(asked: Asked) -> dict[int, str]:
    """Return the numbered sentences of a question."""
    question = next(text for text in asked.texts if "\nBEGIN " in text)
    lines = (json.loads(found[0]) for found in _SENTENCE.finditer(question))
    return {line["n"]: line["text"] for line in lines}


def codes(said: Sequence[Mapping[str, Any]], **views: str) -> str:
    """Return an answer: statements, and the author's stance on issues."""
    numbers = {
        issue: [n for n, each in enumerate(said, 1) if each.get("issue") == issue]
        for issue in views
    }
    author = [
        {"issue": issue, "stance": stance, "statements": numbers[issue]}
        for issue, stance in views.items()
    ]
    return json.dumps({"statements": list(said), "author": author, "thesis": 1 if said else None})


def by_words(
    answers: Mapping[str, str | Reply], otherwise: str | None = None
) -> Callable[[Asked], Reply]:
    """Return a script that answers by words that stand in the article."""

    def reply(asked: Asked) -> Reply:
        text = " ".join(sentences_of(asked).values())
        for words, answer in answers.items():
            if words in text:
                return Say(answer) if isinstance(answer, str) else answer
        if otherwise is None:
            msg = f"no answer is scripted for: {text[:80]}"
            raise AssertionError(msg)
        return Say(otherwise)

    return reply
