"""What stands between a reporting verb and its content: an addressee, a time, an aside.

"Told a hall full of drivers on Monday that …", "believes, for example, that …", "wrote to the
board about …": each function walks over one such stretch and says where it may end.
"""

from briefgen.extraction.lexical.language import reporting_words as words
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    WEEKDAYS_AND_MONTHS,
)
from briefgen.extraction.lexical.language.text import Sentence

ADJUNCT_OPENERS = frozenset(
    """
    earlier later this last in on at during after today yesterday recently again with for over since
    once repeatedly
    """.split()
)
_URGING = frozenset("urge beg implore beseech press push lobby order instruct".split())
_ADDRESSING = _URGING | frozenset(
    "tell warn assure reassure remind inform advise ask accuse".split()
)
_ADDRESSED = frozenset("me us him them you".split())
_WRITING_TO = frozenset(
    """
    write complain say explain announce suggest admit argue report confess protest appeal propose
    recommend indicate mention repeat
    """.split()
)
"""Take an addressee behind "to": "complained to the board about …"."""
_ASKING = _URGING | frozenset("ask advise tell warn remind".split())
_ABOUT_AFTER = frozenset("tell warn ask remind inform advise press push".split())
_PUSHING = frozenset("about against of".split())
_MAX_ADJUNCT_TOKENS = 16
_MAX_ADDRESSEE_TOKENS = 16
_MAX_ASIDE_TOKENS = 7
_NEAR_TOKENS = 7
"""A quotation further behind "told" is a phrase within what is told."""
_FOCUS = frozenset("just only almost even both exactly precisely simply merely either".split())
_CONTENT_OPENERS = frozenset(("that", "to", "whether"))


def skip_addressee(sentence: Sentence, after: int, lemma: str) -> int:
    """Skip "reporters" in "told reporters that …"; return *after* where nobody is addressed."""
    tokens = sentence.tokens
    to = lemma in _WRITING_TO and after < len(tokens) and tokens[after].lower == "to"
    if lemma not in _ADDRESSING and not to:
        return after
    for index in range(after, min(len(tokens), after + _MAX_ADDRESSEE_TOKENS)):
        lower = tokens[index].lower
        asks = lemma in _ASKING and index > after
        if lower in {"that", "whether"} or (lower in {"to", "if"} and asks):
            return index
        pushed = lower in _PUSHING and (lower != "of" or lemma == "warn")
        about = (lemma in _ABOUT_AFTER and pushed) or (
            to and lower in words.PREPOSITIONAL.get(lemma, {})
        )
        near = index - after <= _NEAR_TOKENS
        if index > after + to and ((near and _quotation_begins(sentence, index)) or about):
            return index
        if lower in AUXILIARIES or tokens[index].text in {";", ":", "—", "–"}:
            break
    told = lemma in _ADDRESSING and not to and after + 1 < len(tokens)
    return after + 1 if told and tokens[after].lower in _ADDRESSED else after


def skip_adjunct(sentence: Sentence, first: int) -> int:
    """Skip "earlier this week" and "in a recent interview" before "that", "to" or a quotation."""
    tokens = sentence.tokens
    if first >= len(tokens):
        return first
    head = tokens[first].lower
    if head not in ADJUNCT_OPENERS and head not in WEEKDAYS_AND_MONTHS:
        return first
    for index in range(first + 1, min(len(tokens), first + _MAX_ADJUNCT_TOKENS)):
        if tokens[index].lower in AUXILIARIES:
            return first
        if tokens[index].lower in {"that", "to"} or sentence.quoted[index]:
            return index
    return first


def skip_aside(sentence: Sentence, first: int) -> int:
    """Skip ", for example," before "that", "to" or a quotation."""
    tokens = sentence.tokens
    if first >= len(tokens) or tokens[first].text != "," or sentence.quoted[first]:
        return first
    for index in range(first + 2, min(len(tokens) - 1, first + _MAX_ASIDE_TOKENS)):
        if tokens[index].text == ",":
            opens = tokens[index + 1].lower in _CONTENT_OPENERS or sentence.quoted[index + 1]
            return index + 1 if opens else first
        if tokens[index].lower in AUXILIARIES or sentence.quoted[index]:
            return first
    return first


def skip_focus(sentence: Sentence, first: int) -> int:
    """Skip "just" and "both" before what they stress."""
    tokens = sentence.tokens
    while first + 1 < len(tokens) and tokens[first].lower in _FOCUS and tokens[first + 1].is_word:
        first += 1
    return first


def is_adverb(lower: str) -> bool:
    """Tell whether the word is an adverb, from its list or its ending."""
    return lower in ADVERBS or (lower.endswith("ly") and lower not in {"family", "ally", "italy"})


def _quotation_begins(sentence: Sentence, index: int) -> bool:
    if sentence.quoted[index]:
        return True
    following = index + 1 < len(sentence.tokens) and sentence.quoted[index + 1]
    return sentence.tokens[index].text in {",", ":"} and following
