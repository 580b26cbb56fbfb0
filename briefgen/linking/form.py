"""Whether a proposal is one plain sentence in the right language that speaks to nobody."""

import re
import unicodedata

from briefgen.ingest.addressing import find_addressing
from briefgen.linking.sentence import Sentence
from briefgen.linking.words import words_of

MOST_WORDS = 45
MOST_CHARACTERS = 320
_FEWEST_WORDS = 4
_FUNCTION_SHARE = 0.2
"""Of a sentence's words, at least so many are function words of its language; a text in another
has few. English and German prose have about half."""
_FEW_WORDS = 9
"""A shorter sentence may have a single function word."""
_OTHERS = {"en": "de", "de": "en"}
_PLAIN_SIGNS = frozenset(" ,;:.?!…'’-–—()%$€£/&")
_QUOTING = re.compile(r"[\"“”„‟«»‹›‘‚`´]|(?<!\w)['’](?=\w)")
_LINK = re.compile(r"(?i)\bwww\b|//|\b[\w-]+\.(?:[a-z]{2,})\b|@")
_INNER_END = re.compile(r"[.!?…]\s+\S|[!?…]|\.\.")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|vs|z\. ?B|u\. ?a)\.(?=\s)")


def find_bad_form(sentence: Sentence) -> str | None:
    """Return why it is no single plain sentence."""
    text, count = sentence.text.strip(), len(sentence.tokens)
    if count < _FEWEST_WORDS:
        return "it is empty" if not count else "it is no sentence"
    if count > MOST_WORDS or len(text) > MOST_CHARACTERS:
        return f"it has {count} words; at most {MOST_WORDS}"
    if not text.endswith("."):
        return "it does not end with a full stop"
    if not text[0].isupper():
        return "it does not begin with a capital"
    if _INNER_END.search(_ABBREVIATED.sub("", text)):
        return "it is more than one statement, or no statement"
    return None


def find_markup(sentence: Sentence) -> str | None:
    """Return which characters it has that no sentence needs."""
    text = sentence.text
    link = _LINK.search(text)
    if link is not None:
        return f"it holds a link or an address: {link[0]!r}"
    odd = dict.fromkeys(c for c in text if not _is_plain(c) and not _QUOTING.match(c))
    if odd:
        return f"it holds {' '.join(f'U+{ord(c):04X}' for c in list(odd)[:4])}"
    return None


def find_quotation(sentence: Sentence) -> str | None:
    """Return the mark by which it quotes: what stands in marks on a page is a source's words."""
    found = _QUOTING.search(sentence.text)
    return f"it has a quotation mark: {found[0]}" if found else None


def find_other_language(sentence: Sentence) -> str | None:
    """Return why it is not in the language that was asked for."""
    words = [token.key for token in sentence.tokens if token.kind == "word"]
    if not words:
        return "it has no words"
    own, other = (
        sum(word in known.function for word in words) / len(words)
        for known in (sentence.words, words_of(_OTHERS[sentence.words.tag]))
    )
    least = _FUNCTION_SHARE if len(words) >= _FEW_WORDS else 1 / len(words)
    if own < least or other > own:
        return f"{own:.0%} of its words are function words of {sentence.words.tag}"
    return None


def find_address(sentence: Sentence) -> str | None:
    """Return by which word it speaks to somebody, or of who writes."""
    for key in sentence.keys:
        if key in sentence.words.addressing:
            return f"it speaks to somebody: {key!r}"
    found = find_addressing(sentence.text)
    return f"it addresses a program: {found[0].kind}" if found else None


def _is_plain(character: str) -> bool:
    if character in _PLAIN_SIGNS or character.isdecimal():
        return True
    # Letters of other scripts look like Latin ones and are none.
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN ")
