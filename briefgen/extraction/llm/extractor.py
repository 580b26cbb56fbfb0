"""The extractor: an article's questions, their answers, and the record that they bear out."""

from briefgen.extraction import Proposed
from briefgen.extraction.lexical.extractor import LexicalExtractor
from briefgen.extraction.llm.asking import Asking, NoAnswerError
from briefgen.extraction.llm.joining import Joiner
from briefgen.extraction.llm.numbering import Piece, cut_pieces, halve, number_sentences
from briefgen.extraction.llm.placing import Placer
from briefgen.extraction.llm.prompt import CONTINUE, REPAIR, ask_again, make_question
from briefgen.extraction.llm.questions import Answer, Question
from briefgen.extraction.llm.replies import Reply
from briefgen.extraction.llm.salvage import Salvaged, salvage
from briefgen.models import Article, Codebook, Lessons, PositionRecord

MOST_HALVINGS = 4
"""How often a piece that has no room in a model's memory is cut in two."""


class _UnusableError(Exception):
    """No answer about an article can be used.

    Args:
        message: why.
        again: whether another run may have more luck.
    """

    def __init__(self, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.again = again


class LlmExtractor:
    """Extracts position records by asking a language model.

    Where the model gives nothing that can be used, the lexical extractor codes the article, and
    the record says so.

    Args:
        codebook: the topic and its issues.
        codebook_sha256: goes into the records' provenance.
        asking: whom to ask.
        lessons: for the lexical extractor.
    """

    def __init__(
        self,
        codebook: Codebook,
        codebook_sha256: str,
        asking: Asking,
        lessons: Lessons | None = None,
    ) -> None:
        self.name = asking.model.extractor
        self._codebook = codebook
        self._codebook_sha256 = codebook_sha256
        self._asking = asking
        self._lessons = lessons

    def extract(self, article: Article) -> PositionRecord:
        """Return the position record of an article, unverified."""
        return self.propose(article).record

    def propose(self, article: Article) -> Proposed:
        """Return the position record of an article, unverified, and what was refused.

        Raises:
            BudgetError: the run has cost what it may cost.
            ModelError: no call will help.
        """
        sentences = number_sentences(article)
        placer = Placer(article, self._codebook, sentences)
        joiner = Joiner(article, self._codebook, placer)
        notes: list[str] = []
        try:
            pieces = cut_pieces(sentences, self._asking.model.piece_characters)
            for piece in pieces:
                self._add_piece(article, piece, len(pieces), joiner, notes)
        except _UnusableError as fault:
            return self._fall_back(article, fault)
        record = joiner.record(self.name, self._codebook_sha256)
        told = (f"{article.source.path}: {note}" for note in notes)
        return Proposed(record, tuple(placer.refused), tuple(told))

    def _add_piece(
        self,
        article: Article,
        piece: Piece,
        pieces: int,
        joiner: Joiner,
        notes: list[str],
        *,
        halvings: int = 0,
    ) -> None:
        """Ask about a piece, in two halves where the whole is too long for the model."""
        question = make_question(article, piece, self._codebook, pieces)
        answer = self._ask(question)
        if answer.ending != "too_long":
            joiner.add(self._usable(question, answer, notes))
            return
        halves = halve(piece) if halvings < MOST_HALVINGS else ()
        if not halves:
            raise _UnusableError("a paragraph is too long for the model")
        for half in halves:
            self._add_piece(article, half, max(2, pieces), joiner, notes, halvings=halvings + 1)

    def _usable(self, question: Question, answer: Answer, notes: list[str]) -> Reply:
        """Return what is whole of an answer, asked about once more where it is not all.

        Raises:
            _UnusableError: nothing is.
        """
        if answer.ending == "refused":
            raise _UnusableError("the model would not answer")
        if answer.ending == "flood":
            raise _UnusableError("the model's answer is longer than any that is of use")
        first = salvage(answer.text)
        broken_off = answer.ending in {"length", "cut"} and not first.complete
        if first.complete and not first.is_lame:
            return first.reply
        if broken_off and any(first.reply.statements):
            again = self._ask(_continuation(question, answer, first))
            return _joined(first, salvage(again.text), notes)
        fault = first.fault or "no item has the form that was asked for"
        again = self._ask(ask_again(question, answer.text, REPAIR.format(fault=fault)))
        second = salvage(again.text)
        best = second if second.worth >= first.worth else first
        if best.is_empty and not best.complete:
            raise _UnusableError(f"the model's answer could not be used, twice: {fault}")
        if not best.complete:
            notes.append("the model's answer is not whole; what is was used")
        return best.reply

    def _ask(self, question: Question) -> Answer:
        try:
            return self._asking.ask(question)
        except NoAnswerError as fault:
            raise _UnusableError(fault.message, again=fault.again) from fault

    def _fall_back(self, article: Article, fault: _UnusableError) -> Proposed:
        lexical = LexicalExtractor(self._codebook, self._codebook_sha256, self._lessons)
        record = lexical.extract(article)
        name = f"{lexical.name} (in place of {self.name})"
        provenance = record.provenance.model_copy(update={"extractor": name})
        said = f"{article.source.path}: coded by {lexical.name} in place of the model"
        return Proposed(
            record.model_copy(update={"provenance": provenance}),
            notes=() if fault.again else (f"{said}, {fault.message}",),
            problem=f"{said}, {fault.message}" if fault.again else None,
        )


def _continuation(question: Question, answer: Answer, first: Salvaged) -> Question:
    """Return the question for what an answer that broke off still lacks."""
    whole = [said for said in first.reply.statements if said is not None]
    last = max((number for said in whole for number in said.sentences), default=0)
    complaint = CONTINUE.format(count=len(whole), sentence=last)
    return ask_again(question, answer.text, complaint)


def _joined(first: Salvaged, second: Salvaged, notes: list[str]) -> Reply:
    """Return two parts of one answer as one."""
    if not second.complete:
        notes.append("the model's answer broke off; what arrived of it was used")
    whole = tuple(said for said in first.reply.statements if said is not None)
    return Reply.model_construct(
        statements=(*whole, *second.reply.statements),
        author=second.reply.author or first.reply.author,
        thesis=first.reply.thesis or second.reply.thesis,
    )
