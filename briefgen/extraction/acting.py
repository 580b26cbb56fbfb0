"""Whether a statement tells itself what its holder did to take a stand: "the bakers vowed to stay".

No verb of saying stands beside such a statement, since the deed is in it. Three things must be so:
the holder's name stands right before the verb, nothing denies it, and no "if" opens the clause.
"""

from collections.abc import Collection

from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.reporting_words import DOCUMENTS, INTENT
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.quoting_words import NEGATIONS

_DEEDS = frozenset(forms_of((*INTENT, "appeal", "petition", "lobby")))
_FINDINGS = frozenset(forms_of(("find", "put", "show", "estimate", "conclude", "calculate")))
_MAKERS = frozenset(("by", "from", "of"))
_OPENING = frozenset(("if", "unless", "whether", "would", "should", "could", "might", "may"))
"""Before the verb they make of the deed something that may be."""


def tells_own_deed(
    name: Collection[str], telling: Collection[str], sentence: Sentence, first: int, behind: int
) -> bool:
    """Tell whether somebody acts in the tokens from *first* to the one before *behind*.

    Args:
        name: words of the holder's name.
        telling: those of them that name nobody else; one of them must stand there.
        sentence: which holds the statement.
        first: the statement's first token.
        behind: the one behind its last.
    """
    lowers = sentence.lowers
    for verb in range(first + 1, behind):
        begins = verb
        while begins > first and lowers[begins - 1] in name:
            begins -= 1
        if not any(word in telling for word in lowers[begins:verb]):
            continue
        if not NEGATIONS.isdisjoint(lowers[first:verb]) or not _OPENING.isdisjoint(lowers[:verb]):
            continue
        by = lowers[max(first, begins - 2) : begins]
        is_study = len(by) > 1 and by[0] in DOCUMENTS and by[1] in _MAKERS
        if lowers[verb] in _DEEDS or (is_study and lowers[verb] in _FINDINGS):
            return True
    return False
