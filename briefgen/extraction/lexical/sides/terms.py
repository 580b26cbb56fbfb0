"""Where a sentence names an issue: hits of the codebook's terms and the proposition's words."""

from dataclasses import dataclass

from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.sides.issues import MIN_SHARED_LETTERS_UNLISTED, IssueIndex, Term
from briefgen.extraction.lexical.sides.propositions import MIN_SHARED_LETTERS, shared_letters


@dataclass(frozen=True, slots=True)
class Hit:
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
    return sum({hit.term.stems: hit.term.weight for hit in hits}.values())


def term_hits(sentence: Sentence, first: int, last: int, index: IssueIndex) -> list[Hit]:
    """Return the hits of all issues' terms from token *first* to *last*."""
    words = [i for i in range(first, last + 1) if sentence.tokens[i].is_word]
    stems = [sentence.tokens[i].stem for i in words]
    hits = []
    for position, stem in enumerate(stems):
        for term in index.terms_by_stem.get(stem, ()):
            end = run_end(stems, position, term.stems)
            if end is not None and close_form(sentence.tokens[words[position]].lower, term):
                hits.append(Hit(term, words[position], words[end]))
    return hits


def close_form(word: str, term: Term) -> bool:
    """Tell whether a one-word term stands there in a form near its own: stems fold too much.

    "Globalization" and "global" share a stem and not a subject; "escalate" and "escalation" do.
    """
    if len(term.stems) > 1:
        return True
    shared = shared_letters(word, term.word)
    needed = MIN_SHARED_LETTERS if term.listed else MIN_SHARED_LETTERS_UNLISTED
    return shared >= needed * max(len(word), len(term.word))


def run_end(stems: list[str], position: int, wanted: tuple[str, ...]) -> int | None:
    """Return where the stems end that begin at *position*; up to two words may stand between them.

    "Economic and military pressure" is economic pressure.
    """
    at = position
    for stem in wanted[1:]:
        window = stems[at + 1 : at + 4]
        if stem not in window:
            return None
        at += 1 + window.index(stem)
    return at if at - position < len(wanted) + 2 else None


def telling(hit: Hit) -> tuple[bool, int, float, int]:
    """Return a key by which the hits that tell most of the issue come first."""
    return hit.term.role != "object", -len(hit.term.stems), -abs(hit.term.sign), hit.start


def target(hits: list[Hit]) -> Hit | None:
    """Return the hit on what the proposition is about, the most telling first."""
    return min(
        (hit for hit in hits if hit.term.role == "object" and hit.term.sign),
        key=telling,
        default=None,
    )
