"""Where a sentence names an issue: hits of the codebook's terms and the proposition's words."""

from collections.abc import Sequence
from typing import NamedTuple

from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.issues import MIN_SHARED_LETTERS_UNLISTED, IssueIndex, Term
from briefgen.extraction.lexical.sides.propositions import MIN_SHARED_LETTERS, shared_letters

_BETWEEN = 2
"""How many other words may stand among those of a term."""


class Hit(NamedTuple):
    """A term at its place in a sentence."""

    term: Term
    start: int
    """Number of its first token."""
    end: int
    """Number of its last token."""


def find_terms(
    sentence: Sentence, first: int, last: int, index: IssueIndex
) -> list[tuple[Term, int, int]]:
    """Return the terms that stand in the tokens, each with the numbers of its first and last."""
    hits = term_hits(sentence, first, last, index)
    return [(hit.term, hit.start, hit.end) for hit in hits]


def weight_of(hits: list[Hit]) -> float:
    """Return the sum of the terms' weights, each term once."""
    if len(hits) == 1:
        return hits[0].term.weight
    return sum({hit.term.stems: hit.term.weight for hit in hits}.values())


def term_hits(sentence: Sentence, first: int, last: int, index: IssueIndex) -> list[Hit]:
    """Return the hits of all issues' terms from token *first* to *last*."""
    hits = []
    terms_by_stem = index.terms_by_stem
    for at, token in enumerate(sentence.tokens[first : last + 1], first):
        if token.stem in terms_by_stem:
            for term in _terms_from(token, index):
                words = len(term.stems)
                end = at if words == 1 else _run_end(sentence.tokens, at, last, term.stems)
                if end is not None:
                    hits.append(Hit(term, at, end))
    return hits


def _terms_from(token: Token, index: IssueIndex) -> tuple[Term, ...]:
    """Return the terms that may begin with the word, in the form in which it stands there."""
    found = index.known_forms.get(token.lower)
    if found is None:
        terms = index.terms_by_stem[token.stem]
        found = tuple(term for term in terms if _is_close_form(token.lower, term))
        index.known_forms[token.lower] = found
    return found


def _is_close_form(word: str, term: Term) -> bool:
    """Tell whether a one-word term stands there in a form near its own: stems fold too much.

    "Globalization" and "global" share a stem and not a subject; "escalate" and "escalation" do.
    """
    if len(term.stems) > 1:
        return True
    shared = shared_letters(word, term.word)
    needed = MIN_SHARED_LETTERS if term.listed else MIN_SHARED_LETTERS_UNLISTED
    return shared >= needed * max(len(word), len(term.word))


def _run_end(tokens: Sequence[Token], at: int, last: int, stems: Sequence[str]) -> int | None:
    """Return the number of the last of the stems, of which the first stands at token *at*.

    Up to two words may stand between them: "economic and military pressure" is economic pressure.
    """
    words_between = 0
    for stem in stems[1:]:
        skipped = 0
        at += 1
        while at <= last and tokens[at].stem != stem:
            skipped += tokens[at].is_word
            at += 1
            if skipped == _BETWEEN + 1:
                return None
        if at > last:
            return None
        words_between += skipped
    return at if words_between <= _BETWEEN else None


def telling(hit: Hit) -> tuple[bool, int, float, int]:
    """Return a key by which the hits that tell most of the issue come first."""
    term = hit.term
    return term.role != "object", -len(term.stems), -abs(term.sign), hit.start


def target(hits: list[Hit]) -> Hit | None:
    """Return the hit on what the proposition is about, the most telling first."""
    objects = [hit for hit in hits if hit.term.role == "object" and hit.term.sign]
    return min(objects, key=telling, default=None)
