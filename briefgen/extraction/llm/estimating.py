"""What coding an article will take, before anybody is asked."""

from dataclasses import dataclass

from briefgen.extraction.llm.answer_log import AnswerLog
from briefgen.extraction.llm.numbering import cut_pieces, number_sentences
from briefgen.extraction.llm.prompt import make_question
from briefgen.extraction.llm.questions import estimate_tokens
from briefgen.language_model import LanguageModel
from briefgen.models import Article, Codebook

_ANSWER_SHARE, _ANSWER_LEAST = 0.8, 400
"""An answer quotes much of what it is about and says something of each quotation: so many of the
piece's tokens, and so many more."""


@dataclass(frozen=True)
class Estimate:
    """What is to be asked; tokens are rather too many than too few."""

    calls: int = 0
    kept: int = 0
    """Questions of which the answers are there."""
    input: int = 0
    output: int = 0
    """As many as answers are likely to have."""
    most_output: int = 0
    """As many as they may have."""

    def __add__(self, other: "Estimate") -> "Estimate":
        return Estimate(
            self.calls + other.calls,
            self.kept + other.kept,
            self.input + other.input,
            self.output + other.output,
            self.most_output + other.most_output,
        )


def estimate_article(
    article: Article, codebook: Codebook, model: LanguageModel, log: AnswerLog
) -> Estimate:
    """Return what coding an article will take.

    Args:
        article: the article.
        codebook: the topic and its issues.
        model: whom to ask.
        log: the answers that are there.
    """
    pieces = cut_pieces(number_sentences(article), model.piece_characters)
    found = Estimate()
    for piece in pieces:
        question = make_question(article, piece, codebook, len(pieces))
        if log.find(question.key(model.id, model.extractor)) is not None:
            found += Estimate(kept=1)
            continue
        length = sum(s.span.end - s.span.start for s in piece.sentences)
        likely = int(estimate_tokens(length) * _ANSWER_SHARE) + _ANSWER_LEAST
        found += Estimate(
            calls=1,
            input=estimate_tokens(question.characters),
            output=min(likely, model.max_output),
            most_output=model.max_output,
        )
    return found
