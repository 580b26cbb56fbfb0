"""Checks of propositions: each must be one claim that a source can support or oppose."""

from collections.abc import Iterator, Sequence

from briefgen.authoring.findings import Finding, finding_at
from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    RELATIVES,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS
from briefgen.extraction.lexical.language.text import Token
from briefgen.extraction.lexical.sides.propositions import Proposition
from briefgen.extraction.lexical.sides.valuation import overall_verdict
from briefgen.ingest.codebook_places import Place
from briefgen.models import Issue

FEW_PHRASES = 3
"""Phrases that each side of a plain statement of fact needs at least: nothing else tells them."""
_MIN_WORDS = 3
_ASKING = frozenset("what how why whether which who when where".split())
_DEMANDS = frozenset("should must ought shouldn't mustn't".split())
_NOT = frozenset("not never cannot".split())
_NOBODY = frozenset("no nobody none nothing neither".split())
_JOINS = frozenset("and but or".split())
_OBJECT_OPENERS = DETERMINERS | frozenset("it them him us".split())
_NOUNS_TOO = frozenset(
    """
    support aid fund back cut limit increase boost use start halt end stop ban tax curb drop cap
    freeze trade work cost price deal force risk fight change return tariff market benefit damage
    share order supply demand lead trust place form focus design plan run rule vote study test train
    transport
    """.split()
)
"""Verbs that stand as nouns as often: "wages and work", "trade and aid"."""


def check_proposition(issue: Issue, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with an issue's proposition."""
    tokens = Proposition.parse(issue.proposition).sentence.tokens
    words = [token for token in tokens if token.is_word]
    if _is_question(tokens, words):
        yield finding_at(
            place,
            "proposition-question",
            "the proposition is a question",
            "write the answer that one side gives, as a full sentence",
        )
        return
    if len(words) < _MIN_WORDS or not _has_verb(words):
        yield finding_at(
            place,
            "proposition-no-claim",
            "no verb was found: a heading cannot be supported or opposed",
            "write a full sentence: who should do what, or what is the case",
        )
        return
    yield from _check_claims(tokens, place)
    yield from _check_negation(tokens, place)
    yield from _check_side(issue, tokens, place)


def _is_question(tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    if tokens and tokens[-1].text == "?":
        return True
    first = words[0].lower if words else ""
    return first in _ASKING or (first in AUXILIARIES - {"being", "having"} and len(words) > 1)


def _has_verb(words: Sequence[Token]) -> bool:
    return any(
        word.lower in AUXILIARIES
        or word.lower in VERB_FORMS
        or word.lower in CUE_FORMS
        or word.lower in polarity.VERB_VALUES
        or word.lower in polarity.MORE_FORMS | polarity.LESS_FORMS
        for word in words[1:]
    )


def _check_claims(tokens: Sequence[Token], place: Place) -> Iterator[Finding]:
    at = _second_claim(tokens)
    if at is None:
        return
    rest = " ".join(token.text for token in tokens[at : at + 5] if token.is_word)
    yield finding_at(
        place,
        "proposition-two-claims",
        f"the proposition seems to hold two claims; the second begins at “{rest} …”",
        "make an issue of each: a source may support one and oppose the other",
    )


def _second_claim(tokens: Sequence[Token]) -> int | None:
    """Return the number of the word that joins a second claim to the first; None for one claim."""
    verb = next((i for i, t in enumerate(tokens) if t.lower in AUXILIARIES | set(MODALS)), None)
    if verb is None:
        return None
    demand = tokens[verb].lower in _DEMANDS
    for at in range(verb + 2, len(tokens) - 1):
        if tokens[at].text == ";":
            return at + 1
        if tokens[at].lower not in _JOINS:
            continue
        if _has_own_subject(tokens, at) or (demand and _has_own_demand(tokens, verb, at)):
            return at
    return None


def _has_own_subject(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause with a subject and an auxiliary of its own follows the joining word."""
    for index in range(at + 1, len(tokens)):
        lower = tokens[index].lower
        if lower in RELATIVES or lower in {"than", "as", "if", "when", "even", "to"}:
            return False
        if lower in AUXILIARIES | set(MODALS):
            return True
    return False


def _has_own_demand(tokens: Sequence[Token], modal: int, at: int) -> bool:
    """Tell whether "and" joins a second act with an object of its own: "and close the port"."""
    if at - modal < 3:
        return False  # "should expand and fund the trains": two verbs, one thing
    index = at + 1
    while index < len(tokens) - 1 and tokens[index].lower in ADVERBS | _NOT:
        index += 1
    lower = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if not _is_base(lower):
        return False
    return lower not in _NOUNS_TOO or following in _OBJECT_OPENERS


def _is_base(lower: str) -> bool:
    listed = (*polarity.MORE_VERBS, *polarity.LESS_VERBS, *polarity.GOOD_VERBS, *polarity.BAD_VERBS)
    return VERB_FORMS.get(lower) == lower or lower in listed


def _check_negation(tokens: Sequence[Token], place: Place) -> Iterator[Finding]:
    verb = next((i for i, t in enumerate(tokens) if t.lower in AUXILIARIES | set(MODALS)), None)
    if verb is None:
        return
    behind = {token.lower for token in tokens[verb + 1 : verb + 3]}
    contracted = tokens[verb].lower.endswith("n't") or tokens[verb].lower == "cannot"
    if contracted or behind & _NOT or tokens[0].lower in _NOBODY:
        yield finding_at(
            place,
            "proposition-negated",
            "the proposition is negated: who supports it is against something",
            "say it without the negation, and exchange support and oppose",
        )


def _check_side(issue: Issue, tokens: Sequence[Token], place: Place) -> Iterator[Finding]:
    fewest = min(len(issue.support), len(issue.oppose))
    if any(token.lower in _DEMANDS for token in tokens) or fewest >= FEW_PHRASES:
        return
    if overall_verdict(tokens, Clause(0, len(tokens) - 1)):
        return
    yield finding_at(
        place,
        "proposition-no-side",
        "the proposition asks for nothing (should, must) and finds nothing good or bad: only "
        "phrases can tell its sides apart",
        f"list at least {FEW_PHRASES} phrases for each side, or word it as a demand",
    )
