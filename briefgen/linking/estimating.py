"""What asking for linking sentences will take, before anybody is asked."""

from briefgen.extraction.llm.answer_log import AnswerLog
from briefgen.extraction.llm.estimating import Estimate
from briefgen.extraction.llm.questions import estimate_tokens
from briefgen.language_model import LanguageModel
from briefgen.languages import main_tag
from briefgen.linking.asked import LANGUAGES, make_question
from briefgen.linking.basis import (
    MOST_CHARACTERS,
    MOST_STATEMENTS,
    Basis,
    Cited,
    find_bases,
)
from briefgen.models import Brief, Codebook

_LIKELY_OUTPUT = 300
"""Tokens of three sentences with their statements' ids, as JSON."""
_LIKELY_SHARE = 0.25
"""Of the statements that there may be, so many an issue has; of their room, so much they fill."""


def estimate_linking(brief: Brief, language: str, model: LanguageModel, log: AnswerLog) -> Estimate:
    """Return what the sentences of a brief that is known will take.

    Args:
        brief: as a build would make it.
        language: of its page.
        model: whom to ask.
        log: the answers that are there.
    """
    found, tag = Estimate(), main_tag(language)
    for basis in find_bases(brief) if tag in LANGUAGES else ():
        question = make_question(basis, tag)
        if log.find(question.key(model.id, model.extractor)) is not None:
            found += Estimate(kept=1)
        else:
            found += _one(model, estimate_tokens(question.characters))
    return found


def guess_linking(codebook: Codebook, language: str, model: LanguageModel) -> Estimate:
    """Return about what they will take where articles are still to be coded.

    Nobody knows then which statements will be quoted: every issue counts, with a usual number of
    long ones.
    """
    found, tag = Estimate(), main_tag(language)
    for issue in codebook.issues if tag in LANGUAGES else ():
        count = int(MOST_STATEMENTS * _LIKELY_SHARE)
        text = "x" * MOST_CHARACTERS
        cited = {str(n): Cited(str(n), "support", "x" * 20, text, "") for n in range(max(1, count))}
        basis = Basis(issue.id, issue.title, issue.proposition, cited)
        found += _one(model, estimate_tokens(make_question(basis, tag).characters))
    return found


def _one(model: LanguageModel, tokens: int) -> Estimate:
    return Estimate(
        calls=1,
        input=tokens,
        output=min(_LIKELY_OUTPUT, model.max_output),
        most_output=model.max_output,
    )
