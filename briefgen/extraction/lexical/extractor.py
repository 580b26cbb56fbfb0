"""The lexical extractor: an article and a codebook in, a position record out.

No network, no model, no clock: the same article and codebook give the same record.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.extraction.lexical.aggregation import (
    ADDRESSED_WEIGHT,
    ENDORSED_WEIGHT,
    STATEMENT_THRESHOLD,
    author_stance,
    stance_of,
)
from briefgen.extraction.lexical.asked.addressees import Addressees
from briefgen.extraction.lexical.asked.asking import find_ask
from briefgen.extraction.lexical.asked.details import details_of
from briefgen.extraction.lexical.asked.granting import grants
from briefgen.extraction.lexical.asked.marks import kind_of
from briefgen.extraction.lexical.contexts import in_context, thesis_of
from briefgen.extraction.lexical.digests import as_authors
from briefgen.extraction.lexical.filing import file_reported
from briefgen.extraction.lexical.findings import Draft, Finding
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.plainness import namings_of
from briefgen.extraction.lexical.sequels import (
    with_condition_behind,
    with_sentence_before,
    without_bare_conditions,
)
from briefgen.extraction.lexical.sides.agents import Agents, find_agents
from briefgen.extraction.lexical.sides.before import NOTHING_BEFORE, Before, left_by
from briefgen.extraction.lexical.sides.deeds import Voiced
from briefgen.extraction.lexical.sides.epithets import apart_from_epithets
from briefgen.extraction.lexical.sides.framing import find_frames
from briefgen.extraction.lexical.sides.issues import IssueIndex, build_index
from briefgen.extraction.lexical.sides.judgements import Judgement
from briefgen.extraction.lexical.sides.lessons import TaughtIndex
from briefgen.extraction.lexical.sides.stance import judge, things_named
from briefgen.extraction.lexical.sides.terms import Hit, term_hits
from briefgen.extraction.lexical.told.names import in_full
from briefgen.extraction.lexical.told.pronouns import Pronouns
from briefgen.extraction.lexical.told.settling import Told
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.extraction.lexical.voices.passages import Passage, passages_of
from briefgen.extraction.lexical.voices.telling import read_telling
from briefgen.extraction.verification import is_named_near
from briefgen.models import (
    Article,
    Codebook,
    IssueStance,
    Lessons,
    PositionRecord,
    Provenance,
    Statement,
    StatementKind,
)

NAME = "lexical"
VERSION = "1"
MIN_RELEVANCE = 0.6
"""Below this a passage names the issue's things in passing; measured on both shared corpora."""
MIN_ASIDE_SCORE = 0.4
"""A verdict on the thing at issue counts from this score on, where nothing else names the issue."""
CARRIED_RELEVANCE = 0.9
"""From this on a sentence gives its issue to the rest of its paragraph: one telling term."""
SPOKEN_PARAGRAPHS = 1
"""How many paragraphs on "the plan" may still be the one proposal that was named."""
MIN_REPORTED_WORDS = 3
_NAMED_DIGITS = 12
"""Digits of the lessons' hash in the extractor's name: enough to tell one file from another."""
SUPPOSED = 0.2
"""How much of what a thought experiment says counts as said."""
SUPPOSED_PARAGRAPHS = 2
"""How many paragraphs a thought experiment goes on behind the one that opens it."""
_SUPPOSING = frozenset("suppose supposing imagine hypothetical hypothetically".split())
_OPENING_TOKENS = 6
NO_ISSUE = Judgement("", 0.0, 0.0, 0.0, (), conditional=False)


class LexicalExtractor:
    """Extracts position records with rules and word lists.

    Args:
        codebook: the topic and its issues.
        codebook_sha256: goes into the records' provenance.
        lessons: what the corpus's lessons.yaml holds; None where there is no such file. Their
            hash goes into the records' provenance, behind the extractor's name.
    """

    def __init__(
        self, codebook: Codebook, codebook_sha256: str, lessons: Lessons | None = None
    ) -> None:
        taught = f"+lessons:{lessons.digest()[:_NAMED_DIGITS]}" if lessons is not None else ""
        self.name = f"{NAME}/{VERSION}{taught}"
        self._taught = TaughtIndex(codebook, lessons)
        self._codebook = codebook
        self._codebook_sha256 = codebook_sha256
        self._index: IssueIndex = build_index(codebook)
        self._namings = namings_of(codebook)

    def extract(self, article: Article) -> PositionRecord:
        """Return the position record of an article; unverified, as every extractor's output is."""
        sentences = read_telling(article).sentences
        findings = self.find(article, sentences)
        by_issue: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            if finding.statement.issue is not None:
                by_issue[finding.statement.issue].append(finding)
        stances = {}
        for issue in self._codebook.issues:
            stance = author_stance(
                [(f.statement, f.judgement, f.passage) for f in by_issue[issue.id]],
                len(sentences),
                self._namings[issue.id],
                addressed=self.addressed_from(issue.id),
            )
            if stance is not None:
                stances[issue.id] = stance
        findings = [
            self._as_concession(in_context(f, stances), stances, sentences) for f in findings
        ]
        cited = {each for stance in stances.values() for each in stance.statements}
        findings = file_reported(findings, cited)
        return PositionRecord(
            source=article.source,
            provenance=Provenance(
                input_sha256=article.input_sha256,
                codebook_sha256=self._codebook_sha256,
                extractor=self.name,
            ),
            thesis=thesis_of(findings, sentences),
            stances=stances,
            statements=tuple(finding.statement for finding in findings),
        )

    def addressed_from(self, issue: str) -> float:
        """Return the sum of its named terms' weights from which an issue counts as addressed."""
        return self._taught.addressed.get(issue, ADDRESSED_WEIGHT)

    def find(self, article: Article, sentences: Sequence[Sentence]) -> list[Finding]:
        """Return all statements of the article with the judgements behind them."""
        attributions: dict[int, list[Attribution]] = defaultdict(list)
        digest = article.source.kind == "digest"
        for attribution in read_telling(article).attributions:
            own = as_authors(attribution, article.source.authors) if digest else attribution
            attributions[attribution.sentence].append(own)
        hits = [term_hits(s, 0, len(s.tokens) - 1, self._index) for s in sentences]
        things = [things_named(each, self._index) for each in hits]
        agents = find_agents(list(zip(sentences, things, strict=True)))
        addressees = Addressees(article.text, sentences)
        pronouns = Pronouns(article.text, sentences, attributions)
        drafts: list[Draft] = []
        seen: set[tuple[int, int, bool, str]] = set()
        carried: tuple[str, ...] = ()
        paragraph, supposed_until = -1, -1
        spoken_of, spoken_until = None, -1
        before = NOTHING_BEFORE
        for sentence in sentences:
            if sentence.paragraph != paragraph:
                carried, paragraph = (), sentence.paragraph
            if _opens_supposition(sentence):
                supposed_until = paragraph + SUPPOSED_PARAGRAPHS
            supposed = paragraph <= supposed_until
            named: dict[str, float] = {}
            voiced: list[Voiced] = []
            for passage, judgements in self._judged(
                sentence,
                hits[sentence.index],
                attributions[sentence.index],
                carried=carried,
                agents=agents,
                spoken_of=spoken_of if paragraph <= spoken_until else None,
                before=before,
                told=Told(
                    article.text,
                    sentence,
                    hits[sentence.index],
                    self._index,
                    attributions[sentence.index],
                    pronouns=pronouns,
                ),
            ):
                if passage.attribution is not None or [j for j in judgements if j.cues]:
                    voiced.append(_voiced(passage, judgements))
                start, end = passage.start, passage.end
                told: list[Judgement] = []
                for said in judgements:
                    judgement = (
                        said._replace(score=said.score * SUPPOSED)
                        if supposed
                        else self._with_lessons(said, passage)
                    )
                    place = start, end, passage.attribution is None, judgement.issue
                    if place in seen:
                        continue
                    seen.add(place)
                    weight = max(named.get(judgement.issue, 0.0), judgement.relevance)
                    named[judgement.issue] = weight
                    if _tells(judgement):
                        told.append(judgement)
                drafts.extend(self._drafts(article.text, passage, told, addressees))
            before = left_by(sentence, voiced, hits[sentence.index], self._index)
            strong = [issue for issue, weight in named.items() if weight >= CARRIED_RELEVANCE]
            carried = tuple(strong) if strong else carried
            proposals = [issue for issue in strong if self._index.changes.get(issue)]
            if proposals:
                spoken_of = proposals[0] if len(proposals) == 1 else None
                spoken_until = paragraph + SPOKEN_PARAGRAPHS
        drafts = [
            with_condition_behind(article.text, draft, sentences, attributions)
            if not draft.judgement.takes_up
            else with_sentence_before(article.text, draft, sentences)
            for draft in drafts
        ]
        return self._in_text_order(article, without_bare_conditions(drafts))

    def _as_concession(
        self, finding: Finding, stances: Mapping[str, IssueStance], sentences: Sequence[Sentence]
    ) -> Finding:
        """Mark the author's statements that grant something to the side that the author does not
        take.
        """
        statement, judgement = finding.statement, finding.judgement
        stance = stances.get(statement.issue or "")
        side = {"support": 1, "oppose": -1}.get(stance.stance, 0) if stance is not None else 0
        if not side or statement.holder is not None or statement.kind == "recommendation":
            return finding
        behind = finding.passage.sentence.index + 1
        following = sentences[behind] if behind < len(sentences) else None
        granted = side * judgement.granted <= -STATEMENT_THRESHOLD or (
            statement.issue in self._index.policies
            and grants(finding.passage, side, following, judgement.score)
        )
        if not granted:
            return finding
        return replace(finding, statement=statement.model_copy(update={"kind": "concession"}))

    def _with_lessons(self, judgement: Judgement, passage: Passage) -> Judgement:
        """Add what lessons say of the author's own passages that are about the issue."""
        if passage.attribution is not None or judgement.relevance < MIN_RELEVANCE:
            return judgement
        return self._taught.add_to(judgement, passage.sentence, passage.first, passage.last)

    def _in_text_order(self, article: Article, drafts: list[Draft]) -> list[Finding]:
        """Return the findings, their statements numbered in the order of the text."""
        issues = {issue: number for number, issue in enumerate(self._index.order)}

        def place(draft: Draft) -> tuple[int, int, int]:
            said = draft.fields
            return said["start"], said["end"], issues.get(said["issue"] or "", len(issues))

        return [
            Finding(Statement(id=f"{article.source.id}:s{number}", **fields), judgement, passage)
            for number, (fields, judgement, passage) in enumerate(sorted(drafts, key=place), 1)
        ]

    def _judged(
        self,
        sentence: Sentence,
        hits: Sequence[Hit],
        reports: list[Attribution],
        *,
        carried: tuple[str, ...],
        agents: Agents,
        spoken_of: str | None,
        before: Before,
        told: Told,
    ) -> Iterator[tuple[Passage, list[Judgement]]]:
        """Yield the passages of a sentence, each with its judgements."""
        frames = find_frames(sentence)
        for passage in passages_of(sentence, reports):
            attribution = passage.attribution
            if attribution is None:
                own = judge(
                    sentence,
                    passage.first,
                    passage.last,
                    self._index,
                    hits=hits,
                    inherited=carried,
                    frames=frames,
                    agents=agents,
                    spoken_of=spoken_of,
                    before=before,
                )
                yield passage, told.without_told(own)
            elif attribution.holder is None and attribution.endorsement:
                yield _authors_verdict(
                    passage,
                    judge(
                        sentence,
                        passage.content_first,
                        passage.last,
                        self._index,
                        hits=hits,
                        inherited=carried,
                        wish=attribution.wish,
                    ),
                )
            elif not attribution.is_denied and told.is_held(attribution):
                own_last = passage.before_reported(reports)
                judgements = judge(
                    sentence,
                    passage.content_first,
                    own_last,
                    self._index,
                    hits=hits,
                    inherited=carried,
                    wish=attribution.wish,
                    before=Before(before.deed) if before.deed is not None else NOTHING_BEFORE,
                )
                if attribution.frame != "quotation":
                    judgements, epithets = apart_from_epithets(sentence, judgements)
                    if epithets:
                        yield Passage(sentence, 0, len(sentence.tokens) - 1, None), epithets
                yield passage, told.settle(passage, own_last, judgements)
        yield from told.apart()
        if any(report.is_of_mind for report in reports):
            # That somebody wants a thing is what the author says of them: where the proposition is
            # itself about what they want, it is the author's claim.
            whole = Passage(sentence, 0, len(sentence.tokens) - 1, None, of_mind=True)
            judgements = judge(
                sentence, whole.first, whole.last, self._index, hits=hits, inherited=carried
            )
            claims = [j for j in judgements if j.issue not in self._index.policies]
            if claims:
                yield whole, claims

    def _drafts(
        self, text: str, passage: Passage, told: Sequence[Judgement], addressees: Addressees
    ) -> Iterator[Draft]:
        """Yield the statements that a passage makes, one for each issue that it tells of."""
        attribution = passage.attribution
        if attribution is not None and not _is_heard(attribution, passage, text):
            return
        ask = find_ask(passage.sentence, passage.first, passage.last)
        kind = kind_of(passage, ask)
        if not told and _stands_alone(passage, kind):
            told = (NO_ISSUE,)
        details = details_of(text, passage, kind, ask, addressees) if told else {}
        holder = details.get("holder")
        if holder is not None:
            full = in_full(text, holder.name, passage.start)
            details["holder"] = holder.model_copy(update={"name": full})
        for said in told:
            states = attribution is not None and said.issue not in self._index.policies
            judgement = _without_wish(said, attribution) if attribution and states else said
            stance = stance_of(judgement, attribution)
            fields = details | {"issue": judgement.issue or None, "stance": stance}
            yield Draft(fields, judgement, passage)


def _voiced(passage: Passage, judgements: Sequence[Judgement]) -> Voiced:
    """Return what the passage says with who says it, as far as the next sentence may take it up."""
    report = passage.attribution
    if report is None:
        return Voiced(judgements, reported=False, wish=0, negated=False)
    return Voiced(judgements, reported=True, wish=report.wish, negated=report.negated)


def _is_heard(attribution: Attribution, passage: Passage, text: str) -> bool:
    """Tell whether a reader finds near the passage who says so: not with a quotation over pages."""
    holder = attribution.holder
    return holder is not None and is_named_near(holder.name, passage.start, passage.end, text)


def _tells(judgement: Judgement) -> bool:
    """Tell whether a judgement makes a statement: naming an issue in passing does not."""
    return (
        judgement.relevance >= MIN_RELEVANCE
        or abs(judgement.score) >= MIN_ASIDE_SCORE
        or judgement.limited
    )


def _without_wish(judgement: Judgement, attribution: Attribution) -> Judgement:
    """Take no side from a wish where the proposition states a fact: wanting is not asserting."""
    wishing = attribution.wish or attribution.is_of_mind
    return judgement._replace(score=0.0) if wishing else judgement


def _opens_supposition(sentence: Sentence) -> bool:
    """Tell whether the sentence opens a thought experiment."""
    return not _SUPPOSING.isdisjoint(sentence.lowers[:_OPENING_TOKENS])


def _stands_alone(passage: Passage, kind: StatementKind) -> bool:
    """Tell whether a passage on no issue is kept: what others say, and what the author asks for."""
    if passage.attribution is not None:
        return passage.words >= MIN_REPORTED_WORDS
    return not passage.sentence.heading and kind == "recommendation"


def _authors_verdict(
    passage: Passage, judgements: list[Judgement]
) -> tuple[Passage, list[Judgement]]:
    """Return what the author says by holding a view that is nobody's for false, or for true.

    The whole sentence is the author's: without its verdict the view would read as the author's.
    """
    sentence = passage.sentence
    endorsement = passage.attribution.endorsement if passage.attribution is not None else 0
    turned = [
        judgement._replace(
            score=judgement.score * endorsement * ENDORSED_WEIGHT,
            cues=tuple(
                replace(cue, score=cue.score * endorsement * ENDORSED_WEIGHT)
                for cue in judgement.cues
            ),
        )
        for judgement in judgements
    ]
    return Passage(sentence, 0, len(sentence.tokens) - 1, None), turned
