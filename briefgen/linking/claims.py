"""The parts of a proposal, each beside what the statements that it names say in the same words."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefgen.linking.basis import Cited
from briefgen.linking.clauses import Keys, split_sentence
from briefgen.linking.polarity import Polarity, add_up, is_negation, read_polarity
from briefgen.linking.sentence import Sentence
from briefgen.linking.words import PREFIXES, Words, words_of
from briefgen.models import SIDES, Stance

_LEAST_STEM = 4
_KEPT = 256


@dataclass(frozen=True)
class Claim:
    """A part of a sentence that says something of its own."""

    sentence: Sentence
    keys: Keys
    sides: frozenset[Stance]
    """The sides whose view it tells."""
    both: bool
    """Whether it speaks of the two sides at once."""

    @cached_property
    def content(self) -> dict[str, str]:
        """Words to stems: those that say something, without who says so and that it is said."""
        words = self.sentence.words
        content = (key for key in self.keys if key not in words.without_content and key.isalpha())
        return {key: words.stem(key) for key in content}

    @cached_property
    def known(self) -> dict[str, str]:
        """Those that stand in the statements that the sentence names, and are of this issue alone.

        Words of the issue itself and of every topic stand in whatever is said.
        """
        stems, words = self.evidence.all, self.sentence.words
        common = words.general | self.of_the_issue
        return {k: s for k, s in self.content.items() if s in stems and s not in common}

    @cached_property
    def of_the_issue(self) -> frozenset[str]:
        """Stems of the issue's title and proposition."""
        return frozenset(map(self.sentence.words.stem, self.sentence.of_the_issue))

    @cached_property
    def evidence(self) -> Polarity:
        """What the statements that the sentence names say together."""
        return add_up(self.said_by(each) for each in self.sentence.cited)

    def said_by(self, cited: Cited) -> Polarity:
        """Return what one statement says."""
        return _said_by(cited, self.sentence)

    @property
    def is_open(self) -> bool:
        """Whether it leaves open what is so: "whether …", "they differ over …"."""
        return self.has(self.sentence.words.logic.open - self.sentence.said)

    @property
    def is_borrowed(self) -> bool:
        """Whether all that it says is said in words of the statements that the sentence names."""
        return bool(self.content) and self.evidence.all.issuperset(self.content.values())

    def has(self, keys: Collection[str]) -> bool:
        """Tell whether one of some words is in it."""
        return any(key in keys for key in self.keys)

    def denies(self) -> bool:
        """Tell whether it denies anything, in whatever words; generous."""
        words, denied = self.sentence.words, self.evidence.denied
        for number, key in enumerate(self.keys):
            if is_negation(self.keys, number, words):
                return True
            if key in words.logic.heard_as_denial and key not in self.sentence.said:
                return True
            if any(_is_opposite(key, prefix, denied, words) for prefix in PREFIXES):
                return True
        return False


def read_claims(sentence: Sentence) -> list[Claim]:
    """Return the parts of a sentence.

    One that names no holder has that of the one before, or else of the one behind.
    """
    parts = list(split_sentence(sentence.text, sentence.tokens, sentence.words))
    told = [_sides_of(part, sentence.words) for part in parts]
    claims = []
    for number, part in enumerate(parts):
        around = [*told[number::-1], *told[number + 1 :]]
        sides = next((each for each in around if each), frozenset[Stance]())
        both = sentence.words.both.search(" ".join(part)) is not None
        claims.append(Claim(sentence, part, sides, both))
    return claims


def deny_anything(sentence: Sentence) -> bool:
    """Tell whether a statement that a sentence names denies anything, in whatever words."""
    lists = sentence.words.negations, sentence.words.logic.denying
    said = any(not each.isdisjoint(sentence.said) for each in lists)
    return said or any(_said_by(each, sentence).negated for each in sentence.cited)


def _said_by(cited: Cited, sentence: Sentence) -> Polarity:
    return _read(cited.text, sentence.words.tag)


@lru_cache(_KEPT)
def _read(text: str, tag: str) -> Polarity:
    return read_polarity(text, words_of(tag))


def _sides_of(part: Keys, words: Words) -> frozenset[Stance]:
    callers = zip(SIDES, (words.supporting, words.opposing), strict=True)
    return frozenset(side for side, names in callers if not names.isdisjoint(part))


def _is_opposite(key: str, prefix: str, denied: Collection[str], words: Words) -> bool:
    rest = key.removeprefix(prefix)
    return rest != key and len(rest) >= _LEAST_STEM and words.stem(rest) in denied
