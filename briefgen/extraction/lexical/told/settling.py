"""Puts together who is reported to take which side: on the reports found, and beside them.

A report whose side the general cues leave open is settled by what its content shows, or by the
stand that is told in the same words; a stand that no report covers is a passage of its own.
"""

from collections.abc import Iterator, Sequence

from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.issues import IssueIndex
from briefgen.extraction.lexical.sides.judgements import Cue, Judgement
from briefgen.extraction.lexical.sides.patient_words import PATIENTS
from briefgen.extraction.lexical.sides.phrase_cues import NAMED
from briefgen.extraction.lexical.sides.terms import Hit, telling
from briefgen.extraction.lexical.told.contents import (
    content_favour,
    is_of_a_camp,
    is_parted,
    is_turned_round,
    outright_favour,
    was_once_held,
)
from briefgen.extraction.lexical.told.pronouns import Pronouns
from briefgen.extraction.lexical.told.stand_words import OPENING
from briefgen.extraction.lexical.told.stands import Stand, find_stands
from briefgen.extraction.lexical.told.unheld import (
    DENIALS,
    is_imagined_of,
    is_unheld,
)
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.extraction.lexical.voices.passages import Passage

STAND_WEIGHT = 1.4
"""What an outright stand counts; a passage takes a side from 0.9 on."""
MIN_SHARE = 0.65
"""The least of it that a thing counts that other issues share."""
_SETTLED = 0.9
_STATED = "stand"
_WANTING = frozenset(("demand", "expression", "wish", "phrase", NAMED))
"""Cues of what is wanted: it is wanted by whoever the sentence tells of."""


class Told:
    """The stands of one sentence, to be matched with its reports.

    Args:
        text: the article.
        sentence: the sentence.
        hits: all of the sentence.
        index: the codebook's issues.
        reports: the sentence's attributions.
        pronouns: of the article.
    """

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        hits: Sequence[Hit],
        index: IssueIndex,
        reports: Sequence[Attribution],
        *,
        pronouns: Pronouns,
    ) -> None:
        self._text = text
        self._sentence = sentence
        silent = not reports and OPENING.isdisjoint(sentence.vocabulary)
        self._hits = [] if silent else _things(sentence, hits, index)
        self._reports = reports
        self._open = self._find(pronouns)

    def _find(self, pronouns: Pronouns) -> list[Stand]:
        if not self._hits:
            return []
        found = find_stands(
            self._text,
            self._sentence,
            [hit for hit in self._hits if hit.term.listed],
            lambda pronoun: pronouns.resolve(self._sentence, pronoun),
        )
        return [stand for stand in found if not self._is_unsaid(stand)]

    def is_held(self, report: Attribution) -> bool:
        """Tell whether the report tells a view of its holder's."""
        return not is_unheld(report, self._sentence, self._reports)

    def settle(
        self, passage: Passage, last: int, judgements: Sequence[Judgement]
    ) -> list[Judgement]:
        """Return the judgements on a report, with a side where its content or a stand shows one.

        Args:
            passage: the report.
            last: number of the last token that is the holder's own word.
            judgements: on the passage, one for each issue.
        """
        return [self._settled(passage, last, judgement) for judgement in judgements]

    def without_told(self, judgements: Sequence[Judgement]) -> list[Judgement]:
        """Return the author's judgements without what somebody is told to want: "the ministry sees
        no need for it".
        """
        if not self._open:
            return list(judgements)
        spans = {s.hit.term.issue: (s.first, s.hit.end) for s in self._open if not self._doubted(s)}
        return [_without(j, spans[j.issue]) if j.issue in spans else j for j in judgements]

    def apart(self) -> Iterator[tuple[Passage, list[Judgement]]]:
        """Yield the stands that none of the reports told, each as a passage with its judgement."""
        for stand in self._open:
            if self._doubted(stand):
                continue
            cue = _cue(stand.hit, stand.favour)
            judgement = Judgement(
                stand.hit.term.issue,
                stand.hit.term.weight,
                stand.hit.term.weight if stand.hit.term.listed else 0.0,
                cue.score,
                (cue,),
                conditional=False,
            )
            yield self._passage(stand), [judgement]

    def _settled(self, passage: Passage, last: int, judgement: Judgement) -> Judgement:
        inside = [
            hit
            for hit in self._hits
            if hit.term.issue == judgement.issue and passage.first <= hit.start and hit.end <= last
        ]
        stand = self._taken(passage, judgement.issue)
        if passage.attribution is not None and passage.attribution.former:
            return judgement
        if judgement.limited or not inside:
            return judgement
        nearest = min(inside, key=telling)
        if self._takes_back(passage) or _tells_of_others(passage, nearest):
            return judgement._replace(score=0.0)
        outright = outright_favour(passage, nearest)
        if outright:
            return _with(judgement, _cue(nearest, outright))
        if _merely_names(judgement) and is_turned_round(passage, last, nearest):
            judgement = judgement._replace(score=0.0)
        if abs(judgement.score) >= _SETTLED:
            return judgement
        for hit in sorted(inside, key=telling):
            favour = content_favour(self._text, passage, last, hit)
            if favour:
                return _with(judgement, _cue(hit, favour))
        return _with(judgement, _cue(stand.hit, stand.favour)) if stand is not None else judgement

    def _doubted(self, stand: Stand) -> bool:
        return any(_doubts(report, self._sentence, stand) for report in self._reports)

    def _is_unsaid(self, stand: Stand) -> bool:
        """Tell whether nobody says that it is so: "if the guild refuses it", "high time that the
        guild refused it".
        """
        tokens, holder = self._sentence.tokens, stand.holder
        if not holder.first <= stand.verb:
            return False
        before = tokens[holder.first - 1].lower if holder.first else ""
        opened = self._sentence.starts[holder.first]
        told = any(report.start == opened for report in self._reports)
        return is_imagined_of(tokens, holder) or before == "time" or (before == "that" and not told)

    def _takes_back(self, passage: Passage) -> bool:
        """Tell whether the holder denies a view: "denied that she had ever opposed the toll"."""
        denial = passage.attribution
        if denial is None or denial.holder is None or denial.lemma not in DENIALS:
            return False
        name = denial.holder.name
        return any(
            report.holder is not None and report.holder.name == name
            for report in self._reports
            if denial.start <= report.cue[0] < denial.end
        )

    def _taken(self, passage: Passage, issue: str) -> Stand | None:
        """Take out the open stand that the report tells as well."""
        holder = passage.attribution.holder if passage.attribution is not None else None
        for stand in self._open:
            same = holder is not None and (
                stand.holder.name == holder.name or stand.holder.start == holder.start
            )
            within = passage.first <= stand.hit.start and stand.hit.end <= passage.last
            if stand.hit.term.issue == issue and same and within:
                self._open.remove(stand)
                return stand
        return None

    def _passage(self, stand: Stand) -> Passage:
        sentence = self._sentence
        start, end = sentence.starts[stand.hit.start], sentence.ends[stand.last]
        attribution = Attribution(
            sentence.index,
            ((min(start, sentence.starts[stand.verb]), end),),
            (sentence.starts[stand.verb], sentence.ends[stand.verb]),
            sentence.lowers[stand.verb],
            _STATED,
            stand.holder,
            stand.favour,
        )
        return Passage(sentence, stand.first, stand.last, attribution)


def _things(sentence: Sentence, hits: Sequence[Hit], index: IssueIndex) -> list[Hit]:
    """Return the hits that name what a proposal would have more or less of, and plainly so."""
    proposed = index.policies - index.nested
    objects = [
        hit
        for hit in hits
        if hit.term.role == "object" and hit.term.sign and hit.term.issue in proposed
    ]
    listed = {hit.term.issue for hit in hits if hit.term.listed}
    return [
        hit
        for hit in sorted(objects, key=telling)
        # A word that only some terms have needs another beside it; and who scolds the allies takes
        # no side on acting with them.
        if (hit.term.listed or hit.term.issue in listed)
        and PATIENTS.isdisjoint(sentence.lowers[hit.start : hit.end + 1])
    ]


def _cue(hit: Hit, favour: int) -> Cue:
    share = min(1.0, max(MIN_SHARE, hit.term.weight))
    score = STAND_WEIGHT * favour * hit.term.sign * share
    return Cue(_STATED, score, " ".join(hit.term.stems), tuple(range(hit.start, hit.end + 1)))


def _with(judgement: Judgement, cue: Cue) -> Judgement:
    return judgement._replace(score=cue.score, cues=(*judgement.cues, cue))


def _tells_of_others(passage: Passage, hit: Hit) -> bool:
    if passage.sentence.tokens[hit.end].possessive and hit.end < passage.last:
        return True  # "rejected the toll's hours"
    return is_parted(passage, hit) or is_of_a_camp(passage, hit) or was_once_held(passage)


def _merely_names(judgement: Judgement) -> bool:
    """Tell whether the side rests on the measure's being named, not on what is said of it."""
    return all(cue.kind == NAMED for cue in judgement.cues)


def _without(judgement: Judgement, span: tuple[int, int]) -> Judgement:
    first, last = span
    cues = tuple(
        cue
        for cue in judgement.cues
        if cue.kind not in _WANTING or not all(first <= at <= last for at in cue.tokens)
    )
    if len(cues) == len(judgement.cues):
        return judgement
    return judgement._replace(score=sum([cue.score for cue in cues]), cues=cues)


def _doubts(report: Attribution, sentence: Sentence, stand: Stand) -> bool:
    """Tell whether the stand stands in what somebody denies or asks, or what the author rejects."""
    inside = report.start <= sentence.starts[stand.hit.start] < report.end
    rejected = report.endorsement < 0 or report.is_denied or report.negated
    denying = report.lemma in {"deny", "doubt", "ask", "wonder", "dispute"}
    verb = sentence.starts[stand.verb]
    if report.holder is None and report.cue[0] <= verb < report.cue[1]:
        return True  # the author's own, in a digest
    same = report.holder is not None and report.holder.name == stand.holder.name
    return inside and (rejected or denying or same)
