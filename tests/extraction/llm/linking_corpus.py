"""Two articles that take opposite sides, and a model that codes them and links their statements."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.extraction.llm.scripted import codes, sentences_of
from tests.extraction.llm.servers import Asked, Reply, Say

CODEBOOK = """\
topic: Ferries of the Sund
issues:
  - id: night-ferry
    title: A ferry at night
    proposition: The county should run a ferry at night.
    terms: [night ferry, ferry at night]
"""
ARTICLES = {
    "harbour.txt": """Lights on the water

The county must run the night ferry again, for the nurses of Storvik hospital cannot swim home.
""",
    "purse.txt": """Count the coins

A ferry at night is money thrown into the sea. In March it carried 9 passengers and a dog.
""",
}
FOR, AGAINST = "harbour:s1", "purse:s1"
_CODED = {
    "Storvik": ("The county must run the night ferry again", "support"),
    "dog": ("A ferry at night is money thrown into the sea", "oppose"),
}
GOOD = [
    {
        "text": "What divides the sides is whether the nurses or the money should count for more.",
        "statements": [FOR, AGAINST],
    },
    {
        "text": "Supporters think of the nurses of Storvik hospital, who cannot swim home.",
        "statements": [FOR],
    },
    {"text": "Opponents see money thrown into the sea.", "statements": [AGAINST]},
]
"""Sentences that hold."""


def write_corpus(folder: Path, articles: Mapping[str, str] = ARTICLES, head: str = "") -> Path:
    """Write the corpus; *head* goes before the codebook's lines."""
    (folder / "articles").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(head + CODEBOOK, encoding="utf-8")
    for name, text in articles.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    return folder


def is_linking(asked: Asked) -> bool:
    """Tell whether a request asks for linking sentences."""
    return any("ISSUE AND STATEMENTS" in text for text in asked.texts)


def material_of(asked: Asked) -> list[dict[str, Any]]:
    """Return the statements that a question for linking sentences holds."""
    question = next(text for text in asked.texts if "\nBEGIN " in text)
    body = re.split(r"(?m)^(?:BEGIN|END) \w+$", question)[1]
    return [json.loads(line) for line in body.strip().splitlines()[1:]]


def answers(
    sentences: Sequence[Mapping[str, object]] | Reply | Callable[[Asked], Reply],
    usage: tuple[int, int] = (1000, 200),
) -> Callable[[Asked], Reply]:
    """Return a script that codes the articles, and answers this where it is asked to link.

    Args:
        sentences: the answer.
        usage: tokens that coding an article takes, in and out.
    """

    def reply(asked: Asked) -> Reply:
        if is_linking(asked):
            if callable(sentences):
                return sentences(asked)
            if isinstance(sentences, Sequence):
                return Say(json.dumps({"sentences": list(sentences)}))
            return sentences
        text = " ".join(sentences_of(asked).values())
        said, stance = next(each for words, each in _CODED.items() if words in text)
        whole = text[text.index(said) :].partition(".")[0]
        number = next(n for n, each in sentences_of(asked).items() if said in each)
        coded = {"sentences": [number], "quotation": whole, "issue": "night-ferry"}
        return Say(codes([{**coded, "stance": stance}], **{"night-ferry": stance}), usage=usage)

    return reply
