"""How much say each side has on the page, who speaks first and last, and what is left unquoted."""

import re
from collections.abc import Iterator, Sequence

from briefgen.auditing.evidence import OPEN_STANCES, Evidence, fold
from briefgen.auditing.measures import Measure, Spot, count_spots
from briefgen.auditing.own_words import OwnWords
from briefgen.auditing.page_words import page_words
from briefgen.auditing.printed import Placed, Printed
from briefgen.models import SIDES, STANCES, BriefIssue, Stance
from briefgen.models.audit import IssueFigures, SideFigures

TOTAL_NEEDS = 3
"""Contested issues from which a longer say over all of them is no chance of one or two."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.;]+")


def count_issues(
    placed: Sequence[Placed], quotations: Sequence[Printed], evidence: Evidence
) -> tuple[IssueFigures, ...]:
    """Count quotations and words by issue and side, as they stand on the page.

    Who speaks first and last is told by where the sides' parts stand, quoted or not.
    """
    found = []
    for issue in evidence.brief.issues:
        here = [q for q in quotations if q.place.issue == issue.id and q.place.side]
        order = dict.fromkeys(
            p.side for p in placed if p.issue == issue.id and p.role == "side" and p.side
        )
        spoken = [p.side for p in placed if p.issue == issue.id and p.role == "side"]
        of_sides = [side for side in spoken if side in SIDES]
        contested = all(evidence.sources_with(issue.id, side) for side in SIDES)
        found.append(
            IssueFigures(
                issue=issue.id,
                sides=tuple(_add_up(stance, here) for stance in order),
                first=of_sides[0] if contested and of_sides else None,
                last=of_sides[-1] if contested and of_sides else None,
            )
        )
    return tuple(found)


def _add_up(stance: Stance, quotations: Sequence[Printed]) -> SideFigures:
    words = [count_words(q) for q in quotations if q.place.side == stance]
    return SideFigures(stance=stance, quotations=len(words), words=sum(words))


def count_words(passage: Printed) -> int:
    r"""Count the words of a passage: runs of ``\w``."""
    return len(_WORD.findall(passage.text))


def add_up_sides(issues: Sequence[IssueFigures]) -> tuple[SideFigures, ...]:
    """Add up support and oppose over the issues on which sources take both sides."""
    contested = [issue for issue in issues if issue.first is not None]
    return tuple(
        SideFigures(
            stance=side,
            quotations=sum(s.quotations for i in contested for s in i.sides if s.stance == side),
            words=sum(s.words for i in contested for s in i.sides if s.stance == side),
        )
        for side in SIDES
    )


def words_ratio(sides: Sequence[SideFigures]) -> float:
    """Return the words of the longer of the two sides for each word of the shorter one."""
    words = [side.words for side in sides if side.stance in SIDES]
    return max(words) / max(1, min(words)) if len(words) == len(SIDES) and max(words) else 1.0


def widest(issues: Sequence[IssueFigures]) -> tuple[str | None, float]:
    """Return the issue with the largest inequality in words, and its ratio."""
    contested = [issue for issue in issues if issue.first is not None]
    ratios = [(words_ratio(issue.sides), issue.issue) for issue in contested]
    ratio, issue = max(ratios, key=lambda each: each[0], default=(1.0, None))
    return issue, ratio


def measure_space(
    placed: Sequence[Placed],
    quotations: Sequence[Printed],
    own: Sequence[OwnWords],
    issues: Sequence[IssueFigures],
    evidence: Evidence,
) -> Iterator[Measure]:
    """Measure the sides' space against each other and against what the records hold."""
    said = _said_unequal(own, evidence)
    contested = [issue for issue in issues if issue.first is not None]
    lines = _lines(placed)
    gaps = list(_find_gaps(issues, quotations, lines, evidence))
    worst_gap = max((spot.figure or 0 for spot in gaps), default=0)
    yield Measure("quotations-gap", worst_gap, tuple(gaps))
    unsaid = [
        Spot(
            f"{_figures(issue)}, and the page does not say so",
            issue.issue,
            lines.get(issue.issue),
            words_ratio(issue.sides),
        )
        for issue in contested
        if issue.issue not in said
    ]
    yield Measure("unsaid-words-ratio", _largest(unsaid), tuple(unsaid))
    uneven = [
        Spot(f"{_figures(i)}, and the page does not say so", i.issue, lines.get(i.issue))
        for i in contested
        if i.issue not in said and len({s.quotations for s in i.sides if s.stance in SIDES}) > 1
    ]
    yield count_spots("unsaid-quotations", uneven)
    yield _measure_total([issue for issue in contested if issue.issue not in said])
    counted = _find_counted(placed)
    unquoted = list(_find_unquoted(quotations, lines, counted, evidence))
    yield count_spots("unquoted-positions", unquoted)
    yield count_spots("skipped-sources", list(_find_skipped(quotations, lines, evidence)))
    yield _measure_run("same-side-first", [(i.issue, i.first) for i in contested], lines, "first")
    yield _measure_run("same-side-last", [(i.issue, i.last) for i in contested], lines, "last")


def _measure_total(contested: Sequence[IssueFigures]) -> Measure:
    """Measure whether one side has the longer say again and again, on no issue by very much."""
    total = add_up_sides(contested)
    ratio = words_ratio(total) if len(contested) >= TOTAL_NEEDS else 1.0
    figures = ", ".join(f"{s.stance} {s.quotations} quotations, {s.words} words" for s in total)
    message = f"over {len(contested)} issues on which the page says nothing of it: {figures}"
    return Measure("total-words-ratio", ratio, (Spot(message),))


def _figures(issue: IssueFigures) -> str:
    return ", ".join(
        f"{s.stance} {s.quotations} quotations with {s.words} words"
        for s in issue.sides
        if s.stance in SIDES
    )


def _largest(spots: Sequence[Spot]) -> float:
    return max((spot.figure or 0 for spot in spots), default=1.0)


def _lines(placed: Sequence[Placed]) -> dict[str, int]:
    """Return the line on which each issue's part begins."""
    lines: dict[str, int] = {}
    for place in placed:
        if place.issue is not None:
            lines.setdefault(place.issue, place.block.line)
    return lines


def _said_unequal(own: Sequence[OwnWords], evidence: Evidence) -> set[str]:
    """Return the issues of which the page says that their sides have unequal space."""
    said = set()
    unequal = page_words().unequal_words
    for words in own:
        for sentence in _SENTENCE.finditer(words.text):
            spoken = {word.casefold() for word in _WORD.findall(sentence[0])}
            if not spoken & unequal:
                continue
            text = fold(words.place.block.text[sentence.start() : sentence.end()])
            named = {i.id for i in evidence.brief.issues if fold(i.title) in text}
            said |= named or {words.place.issue or ""}
    return said


def _available(issue: BriefIssue, stance: Stance, evidence: Evidence) -> int:
    """Return how many different passages of the authors' own the records hold for a stance."""
    own = evidence.own_passages(issue.id, stance).values()
    return len({fold(s.quote) for statements in own for s in statements})


def _find_gaps(
    issues: Sequence[IssueFigures],
    quotations: Sequence[Printed],
    lines: dict[str, int],
    evidence: Evidence,
) -> Iterator[Spot]:
    """Find sides with fewer quotations than the other though the records hold more for them."""
    for figures in issues:
        counts: dict[Stance, int] = dict.fromkeys(SIDES, 0)
        counts |= {s.stance: s.quotations for s in figures.sides if s.stance in SIDES}
        for less, more in (SIDES, SIDES[::-1]):
            spare = _available(evidence.issues[figures.issue], less, evidence) - counts[less]
            gap = min(counts[more] - counts[less], spare)
            if gap > 0:
                message = (
                    f"{less} has {counts[less]} quotations, {more} {counts[more]}; the records "
                    f"hold {spare} more of {less}"
                )
                yield Spot(message, figures.issue, lines.get(figures.issue), gap)


def _find_counted(placed: Sequence[Placed]) -> set[tuple[str | None, Stance | None]]:
    """Return the issues and stances beside whose names the page says how many passages there are.

    Whether the number is right is looked at elsewhere.
    """
    counted = re.compile(page_words().counted_passages)
    return {
        (place.issue, place.label)
        for place in placed
        if place.role == "side" and counted.search(place.block.text)
    }


def _find_unquoted(
    quotations: Sequence[Printed],
    lines: dict[str, int],
    counted: set[tuple[str | None, Stance | None]],
    evidence: Evidence,
) -> Iterator[Spot]:
    """Find stances of which the records hold passages, and the page prints none.

    For sources without a side it is enough that the page says how many passages there are: what is
    left out then is nobody's argument.
    """
    for issue in evidence.brief.issues:
        if issue.id not in lines:
            continue
        for stance in STANCES:
            available = _available(issue, stance, evidence)
            shown = any(q.place.issue == issue.id and q.place.side == stance for q in quotations)
            if stance in OPEN_STANCES and (issue.id, stance) in counted:
                continue
            if available and not shown:
                message = f"no quotation for {stance}, of which the records hold {available}"
                yield Spot(message, issue.id, lines[issue.id])


def _find_skipped(
    quotations: Sequence[Printed], lines: dict[str, int], evidence: Evidence
) -> Iterator[Spot]:
    """Find sources of a side that are not quoted while another of its sources is quoted twice.

    A source that is cited beside another's quotation, as making the same argument, has its say.
    """
    for issue in evidence.brief.issues:
        for stance in (stance for stance in STANCES if stance not in OPEN_STANCES):
            side = [q for q in quotations if q.place.issue == issue.id and q.place.side == stance]
            here = [q.statement for q in side if q.statement]
            words = {fold(statement.quote) for statement in here}
            quoted = [evidence.source_of[statement.id] for statement in here]
            cited = {c.number for q in side for c in q.place.block.citations}
            twice = sorted({source for source in quoted if quoted.count(source) > 1})
            for source, own in evidence.own_passages(issue.id, stance).items():
                new = [s for s in own if fold(s.quote) not in words]
                if twice and new and evidence.numbers[source] not in cited:
                    message = f"{stance}: {source} is not quoted, {twice[0]} more than once"
                    yield Spot(message, issue.id, lines.get(issue.id))


def _measure_run(
    name: str, order: Sequence[tuple[str, Stance | None]], lines: dict[str, int], which: str
) -> Measure:
    """Measure the longest run of contested issues in which the same side speaks first, or last."""
    longest: list[str] = []
    run: list[str] = []
    before: Stance | None = None
    side_of_longest: Stance | None = None
    for issue, side in order:
        run = [*run, issue] if side == before else [issue]
        before = side
        if len(run) > len(longest):
            longest, side_of_longest = run, side
    message = f"{side_of_longest} speaks {which} on {len(longest)} contested issues in a row"
    spots = (Spot(message, longest[-1], lines.get(longest[-1])),) if longest else ()
    return Measure(name, len(longest), spots)
