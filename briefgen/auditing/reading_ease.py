"""How easily the brief's own words read: Flesch's reading ease, names and quotations left out.

R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221-233: 206.835
less 1.015 times the words of a sentence and 84.6 times the syllables of a word. 100 is very easy;
60 to 70 is plain English; below 30 is for scholars. Made for English prose of a hundred words and
more. Syllables are counted by groups of vowels, as programs commonly do; that is good to a few per
cent and the same for all pages that are compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.auditing.evidence import Evidence
from briefgen.auditing.own_words import NAME, QUOTED, find_own_words, hide_names
from briefgen.auditing.page import CITATION, read_page
from briefgen.auditing.printed import find_passages, place_blocks

FEWEST_WORDS = 4
"""Words from which on something is a sentence; fewer are a label."""

_LEFT_OUT = re.compile(rf"[{NAME}{QUOTED}]+|\[?{CITATION}(?:, {CITATION})*\]?")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e\b|(?<=[aeiouy]l)e\b|(?<=[^aeiouytd])ed\b|(?<=[^aeiouyscgzx])es\b"
)


@dataclass(frozen=True)
class ReadingEase:
    """What was counted on one page."""

    sentences: int
    words: int
    syllables: int

    @property
    def score(self) -> float:
        """Flesch's reading ease; 0 where there is nothing to read."""
        if not self.sentences:
            return 0.0
        a_sentence, a_word = self.words / self.sentences, self.syllables / self.words
        return 206.835 - 1.015 * a_sentence - 84.6 * a_word


def measure_reading_ease(markdown: str, name: str, evidence: Evidence) -> ReadingEase:
    """Count the sentences, words and syllables of a page's own words.

    Headings and tables are no sentences; what the codebook words is not the brief's.

    Args:
        markdown: the page.
        name: of its file.
        evidence: whose words and names are left out.
    """
    sentences = list(_find_sentences(markdown, name, evidence))
    return ReadingEase(
        len(sentences),
        sum(len(words) for words in sentences),
        sum(count_syllables(word) for words in sentences for word in words),
    )


def count_syllables(word: str) -> int:
    """Return about how many syllables an English word has; a number has one for each figure."""
    if word[0].isdigit():
        return sum(letter.isdigit() for letter in word)
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.casefold()))))


def _find_sentences(markdown: str, name: str, evidence: Evidence) -> Iterator[list[str]]:
    placed = place_blocks(read_page(markdown, name), evidence)
    for own in find_own_words(placed, find_passages(placed, evidence), evidence):
        if own.place.block.kind not in {"paragraph", "item"}:
            continue
        text = _LEFT_OUT.sub(" ", hide_names(own, evidence).text)
        for sentence in _SENTENCE_END.split(text):
            words = _WORD.findall(sentence)
            if len(words) >= FEWEST_WORDS:
                yield words
