"""From what single passages say to where the author stands on an issue."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.extraction.lexical.plainness import Naming, plainness
from briefgen.extraction.lexical.sides.judgements import Judgement
from briefgen.extraction.lexical.voices.attribution import Attribution
from briefgen.extraction.lexical.voices.passages import Passage
from briefgen.models import IssueStance, Stance, Statement

STATEMENT_THRESHOLD = 0.9
"""Score from which a single passage is said to take a side."""
SIDE_THRESHOLD = 0.9
"""Sum of scores from which an author is said to take a side."""
RIGHT_AT_THRESHOLD, RIGHT_PER_MARGIN = 1.15, 0.55
"""Log odds that a side is right where it is just taken, and what each unit of margin between the
sides adds: a logistic regression on the sides taken in the coded corpora that the rules were tuned
beside (98 % right) and in six of articles invented on other topics (75 %), each group with the same
weight (docs/evaluation.md)."""
HEARD = 0.2
SIDELESS_WITHOUT_CUES, SIDELESS_AFTER_CUES = 0.4, 0.25
"""Share of the unclear cells of those corpora in which readers too see no side, where next to
nothing speaks for one and where something does. In the others readers see what the rules do not."""
CONDITIONAL_ALONE = 0.5
"""Where nothing takes a side and a statement is made under a condition: it was not measured, for
the coded corpora have too few."""
DOMINANCE = 2.0
"""How many times the other side's sum a side's sum must be."""
ADDRESSED_WEIGHT = 1.5
"""Sum of the weights of the named terms from which an issue counts as addressed, not named in
passing: one telling phrase and a term, or two terms. Measured on both real corpora: of 16 cells
with
less, 11 are absent in the gold coding."""
ENDORSED_WEIGHT = 0.8
"""How much of what an author says of a view counts as the author's own: as much as a denial."""
MAX_SHOWN = 6


def stance_of(judgement: Judgement, attribution: Attribution | None) -> Stance:
    """Return the stance that one passage shows, its holder's own."""
    score = judgement.total
    if attribution is not None and attribution.negated and not attribution.wish:
        score = -score
    if judgement.limited:
        return "conditional"
    if abs(score) < STATEMENT_THRESHOLD:
        return "unclear"
    if judgement.conditional:
        return "conditional"
    return "support" if score > 0 else "oppose"


Evidence = Sequence[tuple[Statement, Judgement, Passage]]
"""The statements on one issue, the author's and the reported ones."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the statements of an article say together on one issue."""

    shares: tuple[float, ...]
    """What each statement adds to its author's stance, in the order of the evidence."""
    named: float
    """Sum of the weights of the named terms."""
    favour: float
    """Sum of the shares for the proposition, 0 or more."""
    against: float
    """Sum of the shares against it, 0 or more."""


def tally(evidence: Evidence, sentences: int) -> Tally:
    """Add up what the statements on an issue say; *sentences*: how many the article has."""
    shares = tuple(_own_score(s, j, p, sentences) for s, j, p in evidence)
    return Tally(
        shares,
        named=sum(j.named for _, j, _ in evidence),
        favour=sum(share for share in shares if share > 0),
        against=-sum(share for share in shares if share < 0),
    )


def author_stance(
    evidence: Evidence, sentences: int, naming: Naming, *, addressed: float = ADDRESSED_WEIGHT
) -> IssueStance | None:
    """Return the author's stance on one issue; None where the article does not address it.

    Args:
        evidence: the statements on the issue, the author's and the reported ones.
        sentences: number of sentences of the article.
        naming: the words by which the codebook names the issue.
        addressed: sum of the weights of the named terms from which the issue counts as addressed.
    """
    if sum(j.named for _, j, _ in evidence) < addressed:
        # Lessons say which side an article takes that addresses the issue, not whether it does.
        evidence = [(s, j._replace(lesson=None), p) for s, j, p in evidence]
    sums = tally(evidence, sentences)
    stance, confidence = _decide(sums.favour, sums.against, [s for s, _, _ in evidence])
    if sums.named < addressed and stance == "unclear":
        return None
    own = [_Own(*each, share) for each, share in zip(evidence, sums.shares, strict=True)]
    shown = _shown(own, stance, naming)
    if not shown:
        return None
    return IssueStance(stance=stance, confidence=round(confidence, 2), statements=tuple(shown))


def _own_score(
    statement: Statement, judgement: Judgement, passage: Passage, sentences: int
) -> float:
    if statement.holder is not None:
        endorsement = passage.attribution.endorsement if passage.attribution else 0
        return ENDORSED_WEIGHT * endorsement * judgement.score
    at = passage.sentence.index / max(1, sentences - 1)
    place = 1.25 if at < 0.2 or at > 0.85 else 1.0
    return judgement.total * place


def _decide(favour: float, against: float, statements: Sequence[Statement]) -> tuple[Stance, float]:
    stronger, weaker = max(favour, against), min(favour, against)
    margin = stronger - weaker
    if stronger < SIDE_THRESHOLD or stronger < DOMINANCE * weaker:
        heard = stronger >= HEARD
        own = [s.stance for s in statements if s.holder is None]
        if "conditional" in own and not {"support", "oppose"} & set(own):
            return "conditional", CONDITIONAL_ALONE
        return "unclear", SIDELESS_AFTER_CUES if heard else SIDELESS_WITHOUT_CUES
    log_odds = RIGHT_AT_THRESHOLD + RIGHT_PER_MARGIN * (margin - SIDE_THRESHOLD)
    confidence = 1 / (1 + math.exp(-log_odds))
    conditional = sum(s.stance == "conditional" for s in statements if s.holder is None)
    decided = sum(s.stance in {"support", "oppose"} for s in statements if s.holder is None)
    if conditional > decided:
        return "conditional", confidence
    return ("support" if favour > against else "oppose"), confidence


class _Own(NamedTuple):
    """A statement and what it adds to its author's stance."""

    statement: Statement
    judgement: Judgement
    passage: Passage
    share: float

    def plainness(self, naming: Naming) -> float:
        """Return how plainly it shows its side."""
        return plainness(self.statement, self.judgement, self.passage, naming)


def _shown(own: Sequence[_Own], stance: Stance, naming: Naming) -> list[str]:
    """Return the statements that show the stance, the plainest first."""
    sign = {"support": 1, "oppose": -1}.get(stance, 0)
    if sign:
        fitting = [(each.plainness(naming), each) for each in own if each.share * sign > 0]
        # Who agrees with a proviso is shown with it.
        fitting += [(0.0, each) for each in own if each.judgement.limited and not each.share]
    else:
        fitting = [(abs(each.share), each) for each in own if each.statement.holder is None]
        fitting = fitting or [(abs(each.share), each) for each in own]
    fitting.sort(key=lambda f: (-f[0], -f[1].judgement.relevance, f[1].statement.start))
    return [each.statement.id for _, each in fitting[:MAX_SHOWN]]
