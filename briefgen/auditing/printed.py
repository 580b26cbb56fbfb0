"""What a page prints of its sources: each passage, under which issue, on which side, of whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefgen.auditing.evidence import Evidence, fold, squeeze
from briefgen.auditing.label_words import MARKS
from briefgen.auditing.page import CITATION, CONTEXT_PART, LINKING_PART, Block, Citation, Page
from briefgen.auditing.page_words import PageWords, page_words
from briefgen.models import STANCES, Stance, Statement

_MARKS_AROUND = {"“": "”", '"': '"', "„": "“”", "«": "»", "‘": "’"}
_OPENING_MARK = re.compile('[“"„«]')
_CLOSING_MARKS = '”"“»'
_LABEL_EDGE = " :.,;[]" + CITATION + "".join(MARKS)
_GROUP_EDGE = " ,;[]()."
_ARTICLE = re.compile(r"\A(?:the|a|an)\s+", re.IGNORECASE)
_GROUP = re.compile(rf"\s*\[?{CITATION}(?:, {CITATION})*")


@cache
def _list_words(words: PageWords) -> re.Pattern[str]:
    numbers = "|".join(words.numbers)
    return re.compile(rf"(?i)(?:[\s,]|{words.list_words}|\b(?:{numbers}|\d+)\b)*")


@dataclass(frozen=True)
class Placed:
    """A block, and what a reader takes it to stand under."""

    block: Block
    issue: str | None
    """Issue id."""
    label: Stance | None
    """The side that the page names above or in it."""
    marked: Stance | None
    """The side of the part (``<!-- side … -->``) in which it stands."""
    role: str
    """``side``; ``granted`` and ``reported`` for views under such a label; else ``other``."""

    @property
    def side(self) -> Stance | None:
        """The side on which a reader sees the block."""
        return self.label or self.marked


@dataclass(frozen=True)
class Printed:
    """A passage as it is printed."""

    text: str
    """With the quotation marks around it."""
    place: Placed
    start: int
    """Offsets into the block's text."""
    end: int
    citation: Citation
    is_quotation: bool
    """Whether it is a block quotation, and not a passage within a line of text."""
    around: str
    """The page's own words that introduce it: whose it is."""
    statement: Statement | None = None
    """That it cites, or else that has its words; None where the records have neither."""

    @property
    def wordings(self) -> tuple[str, ...]:
        """The passage on one line, as it is and without the marks around it."""
        text = squeeze(self.text)
        closing = _MARKS_AROUND.get(text[:1], "")
        bare = text[1:-1].strip() if len(text) > 1 and closing and text[-1] in closing else text
        return (text, bare) if bare != text else (text,)


def place_blocks(page: Page, evidence: Evidence) -> list[Placed]:
    """Find out under which issue and side each block of a page stands."""
    titles = {squeeze(issue.title): issue.id for issue in evidence.brief.issues}
    placed: list[Placed] = []
    issue: str | None = None
    level = 0
    label: Stance | None = None
    role = "other"
    parts: tuple[tuple[str, ...], ...] = ()
    for block in page.blocks:
        # What it stands beside goes on behind it.
        if block.in_part(CONTEXT_PART, LINKING_PART):
            placed.append(Placed(block, issue, None, None, "other"))
            continue
        if block.kind == "heading":
            found = titles.get(squeeze(block.text))
            if found is not None:
                issue, level = found, block.level
            elif block.level <= level:
                issue, level = None, 0
        if block.kind == "heading" or block.parts != parts:
            label, role, parts = None, "other", block.parts
        if block.kind in {"paragraph", "item"}:
            label, role = read_label(block) if issue else (None, "other")
        marked = _marked_side(block)
        shown = role if role != "other" else "side" if label or marked else "other"
        placed.append(Placed(block, issue, label, marked, shown))
    return placed


def _marked_side(block: Block) -> Stance | None:
    names = next((part for part in reversed(block.parts) if part[0] == "side"), ())
    return next((stance for stance in STANCES if names[1:2] == (stance,)), None)


def read_label(block: Block) -> tuple[Stance | None, str]:
    """Return the side that a paragraph names at its beginning, and its role (`Placed.role`)."""
    first = min((*block.strong, *block.emphasised), default=None)
    if first is None or block.text[: first[0]].strip(_LABEL_EDGE):
        return None, "other"
    words = block.text[: first[1]].strip(_LABEL_EDGE).casefold()
    known = page_words()
    if words.startswith(known.reported_openers):
        return None, "reported"
    if words.startswith(known.granted_openers):
        return None, "granted"
    for opener, stance in known.labels:
        if re.match(rf"{opener}(?!\w)", words):
            return stance, "side"
    return MARKS.get(block.text.lstrip()[:1]), "other"


def find_passages(placed: Sequence[Placed], evidence: Evidence) -> list[Printed]:
    """Find every passage of a source that a page prints with a citation, in order."""
    found = []
    for place in placed:
        if place.block.in_part(LINKING_PART):
            continue
        if place.block.kind == "quotation":
            quotation = _read_quotation(place)
            found += [quotation] if quotation else []
        elif place.block.kind in {"paragraph", "item"}:
            found += _read_line(place, evidence)
    return [replace(passage, statement=_resolve(passage, evidence)) for passage in found]


def is_uncited_quotation(place: Placed) -> bool:
    """Tell a block quotation that names no source."""
    return place.block.kind == "quotation" and not place.block.citations


def _read_quotation(place: Placed) -> Printed | None:
    """Take a block quotation apart: ``*Lead:* words [1]`` or ``words — *Outlet* [1]``."""
    block = place.block
    if not block.citations:
        return None
    cited = block.text.index(CITATION)
    cited = block.text.rindex("[", 0, cited) if "[" in block.text[:cited] else cited
    start, end = 0, cited
    lead = next((span for span in block.emphasised if not block.text[: span[0]].strip()), None)
    if lead is not None:
        start = lead[1]
    else:
        tail = next((span for span in reversed(block.emphasised) if span[1] <= cited), None)
        if tail is not None and not block.text[tail[1] : cited].strip():
            end = len(block.text[: tail[0]].rstrip(" —–-"))
    return _passage(place, start, end, block.citations[0], is_quotation=True)


def _read_line(place: Placed, evidence: Evidence) -> Iterator[Printed]:
    """Yield the passages within a line of text, each before its citation."""
    block = place.block
    styled = (*block.emphasised, *block.strong)
    begin, positions = 0, [i for i, c in enumerate(block.text) if c == CITATION]
    for position, citation in zip(positions, block.citations, strict=True):
        labels = [end for start, end in styled if begin <= end <= position]
        start = max([begin, *labels])
        begin = position + 1
        while start < position and block.text[start] in _GROUP_EDGE:
            start += 1
        end = len(block.text[:position].rstrip(" ["))
        if start >= end or not citation.statements:
            continue
        span = _span_in_line(place, start, end, evidence)
        if span is not None:
            yield _passage(place, *span, citation, is_quotation=False)


def _span_in_line(
    place: Placed, start: int, end: int, evidence: Evidence
) -> tuple[int, int] | None:
    """Find the passage in what stands before a citation; None where there is none."""
    text = place.block.text
    if place.role == "reported":
        start = _behind_holder(place, start, end, evidence)
        return (start, end) if start < end else None
    note = page_words().digest_note
    if text[:end].endswith(note):
        return start, len(text[: end - len(note)].rstrip())
    opening = _OPENING_MARK.search(text, start, end)
    if opening is not None and text[end - 1] in _CLOSING_MARKS:
        return opening.start(), end
    return None


def _behind_holder(place: Placed, start: int, end: int, evidence: Evidence) -> int:
    """Return where the words begin that a reported view is given in; *end* where there are none.

    A list of holders has no words of theirs. Where the one who holds the view is not named, the
    words are taken to stand behind the first colon.
    """
    text = place.block.text
    names = {
        name for id_ in _cited_together(place.block, end) for name in holders_of(id_, evidence)
    }
    longest_first = sorted(names, key=len, reverse=True)
    for name in longest_first:
        pattern = rf"(?i)(?<!\w){re.escape(name)}(?: \([^:]*\))?: "
        match = re.compile(pattern).search(text, start, end)
        if match is not None:
            return match.end()
    colon = text.find(": ", start, end)
    if colon < 0:
        return end
    rest = fold(text[colon + 2 : end])
    for name in longest_first:
        rest = rest.replace(fold(name), "")
    return end if _list_words(page_words()).fullmatch(rest) else colon + 2


def _cited_together(block: Block, end: int) -> tuple[str, ...]:
    """Return the statements of the citations in the group that follows *end*."""
    group = _GROUP.match(block.text, end)
    if group is None:
        return ()
    first = block.text.count(CITATION, 0, end)
    cited = block.citations[first : first + group[0].count(CITATION)]
    return tuple(id_ for citation in cited for id_ in citation.statements)


def holders_of(statement: str, evidence: Evidence) -> set[str]:
    """Return the names under which a page may print a reported view, without articles."""
    known = evidence.statements.get(statement)
    names = {known.holder.name} if known is not None and known.holder is not None else set()
    names |= evidence.reported_names.get(statement, frozenset())
    names |= evidence.actor_names.get(statement, frozenset())
    bare = (_ARTICLE.sub("", squeeze(name)) for name in names)
    return {name for name in bare if name}


def names_holder(text: str, statement: str, evidence: Evidence) -> bool:
    """Tell whether *text* names the one who holds a reported view."""
    text = fold(text)
    return any(
        re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", text)
        for name in holders_of(statement, evidence)
    )


def _passage(
    place: Placed, start: int, end: int, citation: Citation, *, is_quotation: bool
) -> Printed:
    text = place.block.text
    while start < end and text[start].isspace():
        start += 1
    around = text[:start] + CITATION + text[end:]
    return Printed(text[start:end].strip(), place, start, end, citation, is_quotation, around)


def _resolve(passage: Printed, evidence: Evidence) -> Statement | None:
    """Return the statement that a passage cites, or else one that has its words.

    Of several that a citation names, the one with the words. Where none is named that the records
    have, the words are looked for in the source that the number names, and then in all.
    """
    named = [*passage.citation.statements, *_cited_together(passage.place.block, passage.end)]
    cited = [evidence.statements[id_] for id_ in named if id_ in evidence.statements]
    exact = next((statement for statement in cited if holds(statement, passage)), None)
    if cited:
        return exact or cited[0]
    source = evidence.by_number.get(passage.citation.number)
    rest = sorted(
        evidence.statements.values(),
        key=lambda s: source is None or evidence.source_of[s.id] != source.id,
    )
    return next((statement for statement in rest if holds(statement, passage)), None)


def holds(statement: Statement, passage: Printed) -> bool:
    """Tell whether a statement, or a condition of it, has the words of a passage."""
    texts = [statement.quote, *(condition.quote for condition in statement.conditions)]
    return any(wording in squeeze(text) for text in texts for wording in passage.wordings)
