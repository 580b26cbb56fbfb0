"""From what a model proposes to statements: every word the article's, at its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from briefgen.extraction.aligning import Found, Refused, find_quotation
from briefgen.extraction.lexical.asked.marks import is_negated_passage, modality_of
from briefgen.extraction.lexical.language.grammar_words import (
    PRONOUNS_AUTHOR,
    PRONOUNS_PLURAL,
    PRONOUNS_SINGULAR,
)
from briefgen.extraction.lexical.language.reporting_words import PERSON_ROLES
from briefgen.extraction.lexical.language.text import Sentence, split_sentences, tokens_within
from briefgen.extraction.lexical.voices.passages import Passage as Voiced
from briefgen.extraction.llm.abbreviations import patterns_of
from briefgen.extraction.llm.numbering import Numbered, quotable_blocks
from briefgen.extraction.llm.replies import Said
from briefgen.extraction.verification import HOLDER_REACH
from briefgen.models import (
    Article,
    Codebook,
    Holder,
    Modality,
    Passage,
    Span,
    Stance,
    StatementKind,
)
from briefgen.models.refusal import PROPOSED_CHARS, NearestPlace, Refusal, RefusalReason

LONGEST_WITH_PARTS = 700
"""A statement is drawn out over a condition or reason beside it, up to so many characters."""
SHORTEST_SURNAME = 3
_WORD = re.compile(r"\w")
_SEVERAL = re.compile(r"[,;&/]|\band\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[].*$")
_ARTICLE_WORD = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with its place; what is missing is its number."""

    span: Span
    quote: str
    kind: StatementKind
    holder: Holder | None
    issue: str | None
    stance: Stance
    modality: Modality
    negated: bool
    addressee: str | None
    conditions: tuple[Passage, ...]
    reasons: tuple[Passage, ...]

    @property
    def sign(self) -> tuple[int, int, str | None, str | None]:
        """What makes two proposals one statement."""
        name = self.holder.name if self.holder is not None else None
        return self.span.start, self.span.end, self.issue, name


@dataclass
class Placer:
    """Finds the places of what is proposed for one article.

    Args:
        article: the article.
        codebook: whose issues may be named.
        sentences: all of the article, numbered.
    """

    article: Article
    codebook: Codebook
    sentences: Sequence[Numbered]
    refused: list[Refusal] = field(default_factory=list)
    _proposals: int = 0

    def __post_init__(self) -> None:
        self._blocks = quotable_blocks(self.article)
        self._by_number = {sentence.number: sentence for sentence in self.sentences}
        self._tokens = split_sentences(self.article)
        self._issues = {_folded(issue.id): issue.id for issue in self.codebook.issues}
        self._issues |= {_folded(issue.title): issue.id for issue in self.codebook.issues}

    def place(self, said: Said | None) -> Placed | None:
        """Return what is proposed as the article has it; None where it does not, and note why."""
        self._proposals += 1
        if said is None:
            self._refuse(
                "record", "the answer's item does not have the form that was asked for", ""
            )
            return None
        issue = self.find_issue(said.issue)
        if issue is None and said.issue is not None:
            self._refuse("issue", f"the codebook has no issue {said.issue[:60]!r}", said.quotation)
            return None
        span = self._find(said)
        if span is None:
            return None
        span, conditions, reasons = self._with_parts(span, said)
        holder, fault = self._find_holder(said, span)
        if fault is not None:
            self._refuse("holder", fault, said.quotation, holder=said.holder)
            return None
        modality, negated = self._read_words(span)
        return Placed(
            span=span,
            quote=self.article.text[span.start : span.end],
            kind=said.kind,
            holder=holder,
            issue=issue,
            stance=said.stance,
            modality=modality,
            negated=negated,
            addressee=self._find_name(said.addressee, span) if said.addressee else None,
            conditions=conditions,
            reasons=reasons,
        )

    def find_issue(self, name: str | None) -> str | None:
        """Return the id of the issue that a model means by an id or title."""
        return self._issues.get(_folded(name)) if name is not None else None

    def _find(self, said: Said) -> Span | None:
        """Return the place of a quotation; without one, that of the sentences that are named."""
        near = self._span_of(said.sentences)
        if not said.quotation.strip():
            if near is not None and any(block.contains(near) for block in self._blocks):
                return near
            self._refuse("empty", "neither words nor sentences of one paragraph are named", "")
            return None
        found = find_quotation(self.article.text, self._blocks, said.quotation, near)
        if isinstance(found, Refused) and found.reason == "condition":
            found = self._with_its_condition(found, said)
        if isinstance(found, Found):
            return found.span
        self._refuse_found(found, said)
        return None

    def _with_its_condition(self, refused: Refused, said: Said) -> Found | Refused:
        """Find a quotation again with the conditions that the model named apart from it."""
        place = refused.nearest
        block = next((b for b in self._blocks if place and b.contains(place)), None)
        if place is None or block is None:
            return refused
        text = self.article.text
        tried = (find_quotation(text, [block], part, place) for part in said.conditions)
        conditions = [found.span for found in tried if isinstance(found, Found)]
        for part in conditions:
            start = min(place.start, part.start)
            place = Span(start=start, end=max(place.end, part.end))
        if not conditions or place.end - place.start > LONGEST_WITH_PARTS:
            return refused
        return find_quotation(text, [block], text[place.start : place.end], place)

    def _span_of(self, numbers: Sequence[int]) -> Span | None:
        spans = [self._by_number[n].span for n in numbers if n in self._by_number]
        if not spans:
            return None
        return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))

    def _with_parts(
        self, span: Span, said: Said
    ) -> tuple[Span, tuple[Passage, ...], tuple[Passage, ...]]:
        """Return the statement's place, drawn out over its conditions and reasons, and these.

        What a view depends on belongs to it: a quotation that ends before it says something else.
        """
        block = next(block for block in self._blocks if block.contains(span))
        conditions = [s for part in said.conditions if (s := self._find_part(part, span, block))]
        reasons = [s for part in said.reasons if (s := self._find_part(part, span, block))]
        for part in (*conditions, *reasons):
            whole = Span(start=min(span.start, part.start), end=max(span.end, part.end))
            if whole.end - whole.start <= LONGEST_WITH_PARTS:
                span = whole
        return span, self._inside(conditions, span), self._inside(reasons, span)

    def _find_part(self, part: str, span: Span, block: Span) -> Span | None:
        found = find_quotation(self.article.text, [block], part, span)
        if isinstance(found, Found):
            return found.span
        self._refuse(found.reason, f"a condition or reason: {found.detail}", part)
        return None

    def _inside(self, parts: Sequence[Span], span: Span) -> tuple[Passage, ...]:
        found = dict.fromkeys((p.start, p.end) for p in parts if span.contains(p))
        text = self.article.text
        return tuple(Passage(start=a, end=b, quote=text[a:b]) for a, b in sorted(found))

    def _find_holder(self, said: Said, span: Span) -> tuple[Holder | None, str | None]:
        """Return the holder by the article's own words near the place, or why there is none."""
        if said.holder is None or self._is_author(said.holder):
            return None, None
        if said.holder.casefold() in PRONOUNS_SINGULAR | PRONOUNS_PLURAL:
            return None, f"its holder {said.holder!r} is nobody's name"
        name = self._find_name(said.holder, span)
        if name is None:
            return None, f"its holder {said.holder[:80]!r} is not named near it"
        role = self._find_name(said.role, span) if said.role else None
        return Holder(name=name, role=role), None

    def _is_author(self, name: str) -> bool:
        if name.casefold() in PRONOUNS_AUTHOR:
            return True
        return _folded(name) in {_folded(each) for each in self.article.source.authors}

    def _find_name(self, name: str, span: Span) -> str | None:
        """Return a name as the article writes it near a place, the nearest; None: it does not.

        A surname alone will do: an article that tells of somebody known never says the first name.
        It must stand for itself there, or behind an office.
        """
        for form in _forms(name):
            found = self._near([_pattern(form)], span) if _WORD.search(form) else None
            found = found or self._near(patterns_of(form), span)
            if found is not None:
                return found
        whole = _ASIDE.sub("", name).strip()
        last = whole.rpartition(" ")[2]
        if last == whole or not last[:1].isupper() or len(last) < SHORTEST_SURNAME:
            return None
        if _SEVERAL.search(whole):
            return None
        return self._near([_pattern(last)], span, behind_name=False)

    def _near(
        self, patterns: Iterable[re.Pattern[str]], span: Span, *, behind_name: bool = True
    ) -> str | None:
        text = self.article.text
        first, last = max(0, span.start - HOLDER_REACH), min(len(text), span.end + HOLDER_REACH)
        best: tuple[int, str] | None = None
        for found in chain.from_iterable(each.finditer(text, first, last) for each in patterns):
            if not behind_name and not _stands_alone(found):
                continue
            away = max(span.start - found.end(), found.start() - span.end, 0)
            if best is None or away < best[0]:
                best = away, found[0]
        return best[1] if best is not None else None

    def _read_words(self, span: Span) -> tuple[Modality, bool]:
        """Return how strongly a passage says so, and whether it denies it, by its own words."""
        for sentence in self._touching(span):
            within = tokens_within(sentence, span.start, span.end)
            if within is not None:
                passage = Voiced(sentence, *within, None)
                return modality_of(passage, None), is_negated_passage(passage)
        return "plain", False

    def _touching(self, span: Span) -> Iterator[Sentence]:
        return (s for s in self._tokens if s.start < span.end and span.start < s.end)

    def _refuse_found(self, found: Refused, said: Said) -> None:
        nearest = None
        if found.nearest is not None:
            words = self.article.text[found.nearest.start : found.nearest.end]
            nearest = NearestPlace(
                start=found.nearest.start,
                end=found.nearest.end,
                excerpt=" ".join(words.split())[:PROPOSED_CHARS],
            )
        self._refuse(found.reason, found.detail, said.quotation, said.holder, nearest)

    def _refuse(
        self,
        reason: RefusalReason,
        detail: str,
        proposed: str,
        holder: str | None = None,
        nearest: NearestPlace | None = None,
    ) -> None:
        self.refused.append(
            Refusal(
                source=self.article.source.id,
                item=f"proposal {self._proposals}",
                reason=reason,
                detail=detail,
                proposed=proposed[:PROPOSED_CHARS],
                holder=holder,
                nearest=nearest,
            )
        )


def _forms(name: str) -> Iterator[str]:
    """Yield a name, then without what stands in brackets, then without its article."""
    plain = _ASIDE.sub("", name).strip()
    yield from dict.fromkeys(
        form for form in (name.strip(), plain, _ARTICLE_WORD.sub("", plain)) if form
    )


def _pattern(name: str) -> re.Pattern[str]:
    words = (re.sub(r"['’‘]", "['’‘]", re.escape(word)) for word in name.split())
    joined = r"\s+".join(words)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def _stands_alone(found: re.Match[str]) -> bool:
    """Tell whether a surname stands for itself: no other name or article is before it.

    An office is no name, nor is what ends the sentence before.
    """
    before = found.string[max(0, found.start() - 40) : found.start()].rstrip().rpartition(" ")[2]
    if not found[0][:1].isupper():
        return False
    if not before[-1:].isalpha() or before.casefold() in PERSON_ROLES:
        return True
    return not before[:1].isupper() and before.casefold() not in {"the", "a", "an"}


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text).strip("-").casefold()
