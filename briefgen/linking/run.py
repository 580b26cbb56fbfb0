"""From a brief to the sentences of a model between its quotations."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.errors import ModelError
from briefgen.extraction.beside import begin_all
from briefgen.extraction.llm.asking import Asking, NoAnswerError
from briefgen.extraction.llm.prompt import REPAIR, ask_again
from briefgen.extraction.llm.salvage import salvage_list
from briefgen.languages import main_tag
from briefgen.linking.asked import LANGUAGES, LIST, Proposal, make_question, read_proposals
from briefgen.linking.basis import Basis, find_bases
from briefgen.linking.lint import Linted, lint
from briefgen.models import Brief
from briefgen.models.linking import DROP_REASONS, DroppedSentence, IssueLinking, LinkingWords

_NO_ANSWER = {
    "refused": "the model would not answer",
    "flood": "the model's answer is longer than any that is of use",
    "too_long": "the statements have no room in the model's memory",
}


@dataclass(frozen=True)
class Linked:
    """What came of asking a model for linking sentences."""

    words: LinkingWords | None
    """None where none were asked for: there are no words to judge them by in that language."""
    dropped: tuple[DroppedSentence, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """What failed, where another run may have more luck."""


def write_linking(
    brief: Brief, language: str, asking: Asking, tell: Callable[[str], None] = lambda message: None
) -> Linked:
    """Ask a model what divides the sides of each issue, and keep the sentences that hold.

    Whatever goes wrong costs sentences and no brief.

    Args:
        brief: without them.
        language: the tag of the page's language.
        asking: whom to ask.
        tell: called with what goes on.

    Raises:
        ModelError: a replayed file has no answer: what is repeated must be the same.
    """
    tag = main_tag(language)
    if tag not in LANGUAGES:
        note = f"linking sentences are written in {' and '.join(LANGUAGES.values())} alone"
        return Linked(None, notes=(f"{note}, the brief is in {language!r}",))
    bases = list(find_bases(brief))
    found: dict[str, Linted] = {}
    faults: dict[str, str] = {}
    problems: list[str] = []

    def ask(basis: Basis) -> list[Proposal]:
        return _ask(basis, tag, asking)

    for number, (basis, answer) in enumerate(begin_all(bases, ask, asking), start=1):
        tell(f"Linking sentences, issue {number} of {len(bases)}: {basis.issue}")
        try:
            found[basis.issue] = lint(answer(), basis, tag)
        except NoAnswerError as fault:
            faults[basis.issue] = fault.message
            problems += [f"{basis.issue}: {fault.message}"] if fault.again else []
        except ModelError as error:
            if asking.model.replay is not None:
                raise
            faults[basis.issue] = str(error)
            problems.append(str(error))
    dropped = tuple(each for linted in found.values() for each in linted.dropped)
    words = _sum_up(asking.model.id, tag, found, list(faults))
    return Linked(
        words, dropped, tuple(_describe(words, faults, problems)), tuple(dict.fromkeys(problems))
    )


def _ask(basis: Basis, language: str, asking: Asking) -> list[Proposal]:
    """Return what the model proposes; asked once more where nothing of an answer can be read.

    Raises:
        NoAnswerError: there is no answer, or nothing of it can be read.
    """
    question = make_question(basis, language)
    for is_last in (False, True):
        answer = asking.ask(question)
        if answer.ending in _NO_ANSWER:
            raise NoAnswerError(_NO_ANSWER[answer.ending], again=False)
        items, fault = salvage_list(answer.text, LIST)
        proposals = list(read_proposals([each for each in items if each is not None]))
        if proposals or not fault:
            return proposals
        if not is_last:
            question = ask_again(question, answer.text, REPAIR.format(fault=fault))
    raise NoAnswerError(f"the model's answer could not be used, twice: {fault}", again=False)


def _sum_up(
    model: str, language: str, found: dict[str, Linted], unanswered: Sequence[str]
) -> LinkingWords:
    counts = Counter(each.reason for linted in found.values() for each in linted.dropped)
    return LinkingWords(
        model=model,
        language=language,
        issues=tuple(
            IssueLinking(issue=issue, sentences=linted.kept)
            for issue, linted in found.items()
            if linted.kept
        ),
        dropped={reason: counts[reason] for reason in DROP_REASONS if counts[reason]},
        unanswered=tuple(unanswered),
    )


def _describe(words: LinkingWords, faults: dict[str, str], problems: Sequence[str]) -> list[str]:
    """Say what was kept and dropped, and which issues have none for a reason of their own."""
    dropped = sum(words.dropped.values())
    reasons = ", ".join(f"{reason} {count}" for reason, count in words.dropped.items())
    notes = [
        f"linking sentences by {words.model}: {words.kept} kept, {dropped} dropped"
        + (f" ({reasons})" if reasons else "")
    ]
    told = " ".join(problems)
    return notes + [
        f"no linking sentences on {issue}: {fault}"
        for issue, fault in faults.items()
        if fault not in told
    ]
