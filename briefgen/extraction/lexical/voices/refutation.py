"""What an author says of a view that nobody in particular holds: "the claim that … is a myth".

The view is not the author's, and what is said of it tells the author's own: who calls a claim false
says the contrary, who doubts it too.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.reporting_words import CUE_FORMS, DENYING, REJECTING
from briefgen.extraction.lexical.language.text import Token

_BE = frozenset("is are was were isn't wasn't aren't weren't".split())
_FALSE = frozenset(
    """
    false wrong mistaken untrue nonsense absurd ridiculous laughable ludicrous myth fiction fantasy
    illusion delusion baseless unfounded groundless risible preposterous overblown exaggerated bogus
    fallacy lie rubbish bunk fable fairytale fairy misguided misplaced naive simplistic specious
    spurious hollow misleading flawed untenable discredited debunked disproved disproven refuted
    """.split()
)
_TRUE = frozenset("true right correct sound valid indisputable undeniable".split())
_STANDING_UP = frozenset("hold stand survive wash add withstand make".split())
_FAILING = frozenset("ignores misses overlooks misreads collapses crumbles misunderstands".split())
_PREDICATE_REACH = 6
_VERBS = AUXILIARIES.union(VERB_FORMS)
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_BELIEVING = frozenset("buy believe accept swallow credit trust".split())
_REJECTING = frozenset(REJECTING) | DENYING | {"disagree", "refute", "debunk", "forget", "ignore"}
_VERB_REACH = 5


def verdict_behind(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Find where the view at tokens *first* to *last* ends and what is said of it begins.

    Returns:
        The number of the view's last token, and -1 where it is said to be false, 1 where true, 0
        where nothing is said of it.
    """
    said = False
    found = (last, 0)
    for index in range(first + 1, last + 1):
        lower = tokens[index].lower
        if said:
            verdict = _verdict(tokens, index, last)
            if verdict:
                found = (index - 1, verdict)
        following = tokens[index + 1].lower if index < last else ""
        inflected = lower.endswith(("s", "ed")) and following in _BEFORE_NOUNS
        said = said or lower in _VERBS or inflected
    return found


def _verdict(tokens: Sequence[Token], index: int, last: int) -> int:
    lower = tokens[index].lower
    behind = [t.lower for t in tokens[index + 1 : min(last, index + _PREDICATE_REACH) + 1]]
    denied = bool(NEGATORS & set(behind)) or lower.endswith("n't")
    if lower in _FAILING:
        return -1
    if lower in _BE or lower in {"has", "have"}:
        verdict = bool(_TRUE & set(behind)) - bool(_FALSE & set(behind))
        return -verdict if denied else verdict
    if lower in {"does", "do", "doesn't", "don't"} and denied and _STANDING_UP & set(behind):
        return -1
    return 0


def refused_before(tokens: Sequence[Token], noun: int) -> bool:
    """Tell whether somebody is done with the view that the noun names: "reject the claim that"."""
    window = tokens[max(0, noun - _VERB_REACH) : noun]
    lowers = [token.lower for token in window]
    denied = bool(NEGATORS & set(lowers)) or any(lower.endswith("n't") for lower in lowers)
    rejected = any(CUE_FORMS.get(lower, lower) in _REJECTING for lower in lowers)
    return rejected != (denied and bool(_BELIEVING & set(lowers)))
