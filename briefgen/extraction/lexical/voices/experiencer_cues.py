"""Verbs whose object feels: "the fee angered the shippers", "a deal that pleased only the bank".

Here the holder stands behind the verb and what the view is about before it.
"""

from briefgen.extraction.lexical.language.grammar_words import RELATIVES
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import Framed
from briefgen.extraction.lexical.voices.feeling_words import EXPERIENCER_FORMS
from briefgen.extraction.lexical.voices.interludes import skip_focus
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_after, phrase_before
from briefgen.extraction.lexical.voices.verb_groups import verb_group

_BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
_MAX_BRACKET_TOKENS = 7


def experiencer_cue(text: str, sentence: Sentence, index: int) -> tuple[Mention, Framed] | None:
    """Return who feels so, and about what; None where no actor stands behind the verb.

    Args:
        text: the article.
        sentence: the sentence with the verb.
        index: number of the verb's token.
    """
    tokens = sentence.tokens
    before, negated, modal = verb_group(tokens, index)
    group = {token.lower for token in tokens[before + 1 : index]}
    if before < 1 or modal is not None or group & _BE or tokens[index].lower.endswith("ing"):
        return None
    holder = phrase_after(text, sentence, skip_focus(sentence, index + 1))
    if holder is None or holder.kind not in {"group", "name"}:
        return None
    subject = before
    if tokens[before].lower in RELATIVES:
        subject = before - 2 if before > 1 and tokens[before - 1].text == "," else before - 1
    about = phrase_before(text, sentence, _over_brackets(tokens, subject))
    if about is None or about.kind in {"pronoun", "author", "generic"}:
        return None
    favour = EXPERIENCER_FORMS[tokens[index].lower]
    span = about.start, about.end
    return holder, Framed("attitude", (span,), -favour if negated else favour)


def _over_brackets(tokens: list[Token], last: int) -> int:
    """Return the token before "(HPA)", where such brackets end there."""
    if tokens[last].text != ")":
        return last
    opening = range(last - 1, max(0, last - _MAX_BRACKET_TOKENS), -1)
    return next((index - 1 for index in opening if tokens[index].text == "("), last)
