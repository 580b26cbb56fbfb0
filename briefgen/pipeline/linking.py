"""A build's linking sentences: asked for where a person wants them, and what that would take."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.errors import Notice, UsageError
from briefgen.pipeline.reading import Evidence, read_corpus
from briefgen.pipeline.requests import BuildRequest

if TYPE_CHECKING:
    from briefgen.extraction.llm.answer_log import AnswerLog
    from briefgen.extraction.llm.asking import Asking
    from briefgen.extraction.llm.estimating import Estimate
    from briefgen.ingest.corpus import Corpus
    from briefgen.models import Brief
    from briefgen.models.linking import DroppedSentence
    from briefgen.pipeline.reading import Remember


def link(
    brief: "Brief",
    request: BuildRequest,
    language: str,
    evidence: Evidence,
    *,
    asking: "Asking | None",
    tell: Callable[[str], None],
) -> "tuple[Brief, tuple[DroppedSentence, ...]]":
    """Return the brief with a model's linking sentences, where they are asked for, and the rest.

    Args:
        brief: without them.
        request: what is built.
        language: of the brief's own words.
        evidence: is told what went wrong.
        asking: asks the model; None where nobody is asked.
        tell: called with what goes on.

    Raises:
        ModelError: a replayed file lacks an answer.
    """
    if asking is None or request.model is None or not request.model.linking_sentences:
        return brief, ()
    from briefgen.linking.run import write_linking

    linked = write_linking(brief, language, asking, tell)
    evidence.notes += linked.notes
    evidence.problems += [
        Notice(f"linking sentences are missing: {each}") for each in linked.problems
    ]
    return brief.model_copy(update={"linking": linked.words}), linked.dropped


def estimate_linking_of(
    request: BuildRequest,
    corpus: "Corpus",
    log: "AnswerLog",
    remember: "Remember",
    *,
    is_known: bool,
) -> "Estimate | None":
    """Return what the linking sentences of a build will take; None where none are asked for.

    Args:
        request: what is to be built.
        corpus: of which.
        log: the answers that are there.
        remember: gives the records that are kept.
        is_known: whether all are, so that the brief can be made without asking anybody.
    """
    if request.model is None or not request.model.linking_sentences:
        return None
    from briefgen.linking.estimating import estimate_linking, guess_linking

    language = request.language_of(corpus.codebook.language)
    if is_known:
        try:
            read = read_corpus(request.corpus, remember=remember, dated=request.dated)
        except UsageError:
            pass  # the build will say what is wrong
        else:
            return estimate_linking(read.brief, language, request.model, log)
    return guess_linking(corpus.codebook, language, request.model)
