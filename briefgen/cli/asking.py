"""The options by which a command asks a language model."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.program import tell
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking
    from briefgen.language_model import LanguageModel


class ExtractorName(StrEnum):
    """What can code articles."""

    LEXICAL = "lexical"
    LLM = "llm"


class OnMissing(StrEnum):
    """What becomes of an article whose answer a replayed file lacks."""

    ERROR = "error"
    LEXICAL = "lexical"


ChosenExtractor = Annotated[
    ExtractorName | None,
    typer.Option(
        "--extractor",
        metavar="[lexical|llm]",
        help="What codes the articles: rules, or a language model. lexical where not given.",
        show_default=False,
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="PROVIDER:NAME",
        help="The model that --extractor llm asks, such as ollama:qwen3.",
    ),
]
KeyFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A file with the model's key, and its base URL if need be; else the environment.",
    ),
]
MaxCost = Annotated[
    float | None,
    typer.Option(metavar="DOLLARS", help="End before the model's answers cost more.", min=0),
]
MaxTokens = Annotated[
    int | None,
    typer.Option(metavar="N", help="End before the model takes more tokens, in and out.", min=0),
]
PriceOf = Annotated[
    str | None,
    typer.Option(
        metavar="IN/OUT", help="Dollars for a million tokens, where the price is not known."
    ),
]
Concurrency = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="Ask about so many articles at a time; 4 where not given.", min=1
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", help="What one answer may take; 600 where not given.", min=0.1),
]
Stream = Annotated[
    bool | None,
    typer.Option(
        "--stream/--no-stream",
        help="Read answers as they are made, so that a cut one is not lost.",
        show_default=False,
    ),
]
Record = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write every answer of the model to a file, for others."),
]
Replay = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Take the answers from such a file; nobody is asked."),
]
Linking = Annotated[
    bool | None,
    typer.Option(
        "--linking-sentences/--no-linking-sentences",
        help="Have the model write what divides the sides of an issue, in sentences of its own; "
        "the brief marks them.",
        show_default=False,
    ),
]
Missing = Annotated[
    OnMissing,
    typer.Option(
        "--on-missing",
        metavar="[error|lexical]",
        help="What to do where a replayed file lacks an answer.",
    ),
]


def read_price(text: str | None) -> tuple[float, float] | None:
    """Return the two figures of ``IN/OUT``.

    Raises:
        UsageError: there are not two.
    """
    if text is None:
        return None
    try:
        one, other = (float(part) for part in text.split("/"))
    except ValueError:
        one = other = -1.0
    if not (0 <= one < float("inf") and 0 <= other < float("inf")):
        hint = "dollars for a million tokens in, a slash, the same out: 0.15/0.6"
        raise UsageError(f"{text!r} is no price", where="--price", hint=hint)
    return one, other


def model_of(
    extractor: ExtractorName | None, model: str | None, **asking: object
) -> "LanguageModel | None":
    """Return the model that a command asks; None where it asks none.

    Raises:
        UsageError: the options do not go together.
    """
    from briefgen.language_model import choose_model

    return choose_model(extractor.value if extractor else "lexical", model, **asking)


@contextmanager
def asking_on(corpus: Path, model: "LanguageModel | None") -> Iterator["Asking | None"]:
    """Give what asks a model about a corpus; None where no model is chosen.

    Its answers are kept where a build of the corpus keeps them, so that neither asks twice. What
    it cost is told at the end, however that comes.
    """
    if model is None:
        yield None
        return
    from briefgen.extraction.llm.answer_log import AnswerLog
    from briefgen.extraction.llm.asking import open_asking
    from briefgen.language_model import ANSWERS_NAME
    from briefgen.pipeline import choose_output_folder

    kept = choose_output_folder(corpus) / ANSWERS_NAME
    answers = None if model.replay is not None else AnswerLog(kept, copy=model.record)
    asking = open_asking(model, answers)
    try:
        yield asking
    finally:
        asking.log.settle()
        bill = asking.budget.bill
        if bill.calls or bill.kept:
            tell(str(bill))
