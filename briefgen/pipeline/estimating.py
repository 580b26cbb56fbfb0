"""What a build would ask of a language model, and what that would cost, before anybody is asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import ArticleError
from briefgen.language_model import ANSWERS_NAME, LanguageModel
from briefgen.pipeline.build import look_at
from briefgen.pipeline.coding import Coded
from briefgen.pipeline.linking import estimate_linking_of
from briefgen.pipeline.remembering import Memory
from briefgen.pipeline.requests import BuildRequest

if TYPE_CHECKING:
    from briefgen.extraction.llm.answer_log import AnswerLog
    from briefgen.extraction.llm.estimating import Estimate
    from briefgen.ingest.corpus import Corpus
    from briefgen.pipeline.reading import Remember


class _ToBeCodedError(Exception):
    """An article whose record is not kept."""


def estimate_build(request: BuildRequest) -> Iterator[str]:
    """Say what building a brief would ask and cost; nothing is asked and nothing written.

    Raises:
        UsageError: the corpus cannot be used, or a limit is set without a price.
    """
    from briefgen.extraction.llm.answer_log import AnswerLog
    from briefgen.ingest.corpus import open_corpus

    corpus = open_corpus(request.corpus)
    look = look_at(request)
    remember = Memory(request, look.now, look.past).remember
    paths = _find_to_be_coded(remember, corpus)
    kept = len(corpus.files) - len(paths)
    articles = f"{len(paths)} of {len(corpus.files)} articles to be coded, {kept} kept"
    if request.model is None:
        yield f"{request.out}: {articles}; the lexical extractor asks no model"
        return
    log = AnswerLog(request.model.replay or request.out / ANSWERS_NAME, frozen=True)
    estimate, unread = _estimate(paths, corpus, request.model, log)
    linking = estimate_linking_of(request, corpus, log, remember, is_known=not paths)
    yield f"{request.out}: {articles}, by {request.model.id}"
    yield from unread
    if linking is not None:
        estimate += linking
        about = "" if not paths else "up to "
        yield (
            f"linking sentences: {about}{linking.calls} of the calls below, one an issue, "
            f"{linking.kept} answers that are there"
        )
    yield (
        f"calls: {estimate.calls}, and {estimate.kept} answers that are there; each may be "
        "followed by one more where an answer is not whole"
    )
    yield (
        f"tokens: about {estimate.input:,} in and {estimate.output:,} out, "
        f"at most {estimate.most_output:,} out"
    )
    yield _price(request.model, estimate)


def _find_to_be_coded(remember: "Remember", corpus: "Corpus") -> list[Path]:
    """Return the articles whose records a build would not keep."""

    def refuse(path: Path) -> Coded:
        raise _ToBeCodedError

    code = remember(refuse, corpus)
    found = []
    for path in corpus.files:
        try:
            code(path)
        except _ToBeCodedError:
            found.append(path)
    return found


def _estimate(
    paths: list[Path], corpus: "Corpus", model: LanguageModel, log: "AnswerLog"
) -> "tuple[Estimate, list[str]]":
    """Return what the articles will take, and which cannot be read."""
    from briefgen.extraction.llm.estimating import Estimate, estimate_article
    from briefgen.ingest.article import read_article

    estimate, unread = Estimate(), []
    for path in paths:
        try:
            article = read_article(path, corpus)
        except ArticleError as error:
            unread.append(str(error))
        else:
            estimate += estimate_article(article, corpus.codebook, model, log)
    return estimate, unread


def _price(model: LanguageModel, estimate: "Estimate") -> str:
    from briefgen.extraction.llm.prices import find_price

    price = find_price(model)
    if price is None:
        return "price: not known; a server of your own costs none, else say it with --price IN/OUT"
    likely = price.of(estimate.input, estimate.output)
    most = price.of(estimate.input, estimate.most_output)
    return f"price: about ${likely:.4f}, at most ${most:.4f} where each answer is as long as may be"
