"""What ``briefgen evaluate`` does: choose the measure, write predictions, return what to print."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import UsageError
from briefgen.evaluation import report
from briefgen.json_files import write_json_lines

if TYPE_CHECKING:
    from briefgen.extraction.llm.asking import Asking


@dataclass(frozen=True)
class EvaluationRequest:
    """What to evaluate; exactly one of corpus, attribution, sentences and grouping is given."""

    corpus: Path | None = None
    attribution: Path | None = None
    sentences: tuple[Path, ...] = ()
    grouping: Path | None = None
    predictions: Path | None = None
    """Where to write what was predicted; not for a corpus."""
    split: str | None = None
    """Only for attribution."""
    as_json: bool = False
    learning_curve: bool = False
    """Only for a corpus."""
    asking: "Asking | None" = None
    """Asks a language model, only for a corpus; None for the lexical extractor."""


def run_evaluation(request: EvaluationRequest) -> str:
    """Evaluate, write the predictions if they are wanted, and return the text to print.

    Raises:
        UsageError: the request or a file cannot be used, or the predictions cannot be written.
    """
    check_request(request)
    if request.attribution is not None:
        return _run_attribution(request, request.attribution)
    if request.sentences:
        return _run_sentences(request)
    if request.grouping is not None:
        return _run_grouping(request, request.grouping)
    from briefgen.evaluation.corpus import evaluate_corpus

    corpus = request.corpus or Path()
    show = report.corpus_as_json if request.as_json else report.corpus_as_text
    return show(corpus.resolve().name, evaluate_corpus(corpus, request.asking))


def check_request(request: EvaluationRequest) -> None:
    """Refuse what does not go together.

    Raises:
        UsageError: says what does not.
    """
    measures = (request.attribution, request.sentences or None, request.grouping)
    wanted = (request.corpus, *measures)
    if sum(each is not None for each in wanted) != 1:
        message = (
            "name one thing to evaluate: a corpus folder, --attribution, --sentences or --grouping"
        )
        raise UsageError(message, hint="see `briefgen evaluate --help`")
    if request.corpus is not None and request.predictions is not None:
        hint = "the records of a corpus are what `briefgen build` writes"
        raise UsageError(
            "--predictions goes with --attribution, --sentences or --grouping", hint=hint
        )
    if request.attribution is None and request.split is not None:
        raise UsageError("--split goes with --attribution")
    if request.asking is not None and (request.corpus is None or request.learning_curve):
        raise UsageError("--extractor llm goes with a corpus folder alone")
    if request.corpus is None and request.learning_curve:
        raise UsageError("--learning-curve goes with a corpus folder")


def _run_attribution(request: EvaluationRequest, path: Path) -> str:
    from briefgen.evaluation.attribution import evaluate_attribution, prediction_lines

    evaluation = evaluate_attribution(path, split=request.split)
    if request.predictions is not None:
        write_json_lines(request.predictions, prediction_lines(evaluation))
    show = report.attribution_as_json if request.as_json else report.attribution_as_text
    return show(evaluation)


def _run_sentences(request: EvaluationRequest) -> str:
    from briefgen.evaluation.sentences import evaluate_sentences, prediction_lines

    evaluation = evaluate_sentences(request.sentences)
    if request.predictions is not None:
        write_json_lines(request.predictions, prediction_lines(evaluation))
    show = report.sentences_as_json if request.as_json else report.sentences_as_text
    return show(evaluation)


def _run_grouping(request: EvaluationRequest, path: Path) -> str:
    from briefgen.evaluation.grouping import evaluate_grouping, prediction_lines

    evaluation = evaluate_grouping(path)
    if request.predictions is not None:
        write_json_lines(request.predictions, prediction_lines(evaluation))
    show = report.grouping_as_json if request.as_json else report.grouping_as_text
    return show(evaluation)
