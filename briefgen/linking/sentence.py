"""A proposed sentence beside the statements that it names: what the checks look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefgen.extraction.skeleton import Token, read_skeleton
from briefgen.linking.asked import Proposal
from briefgen.linking.basis import Basis, Cited
from briefgen.linking.words import Words

_GENITIVE = "'s"


@dataclass(frozen=True)
class Sentence:
    """A proposal, with what is known of the issue and the language."""

    proposal: Proposal
    basis: Basis
    words: Words

    @property
    def text(self) -> str:
        """What the model wrote."""
        return self.proposal.text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, numbers and signs."""
        return read_skeleton(self.text).tokens

    @cached_property
    def keys(self) -> list[str]:
        """Its words, numbers and signs, without case and accents."""
        return [plain_form(token) for token in self.tokens]

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """The statements that it names and that there are."""
        known = self.basis.cited
        return tuple(known[id_] for id_ in dict.fromkeys(self.proposal.statements) if id_ in known)

    @cached_property
    def borne_out(self) -> frozenset[str]:
        """Words, numbers and signs of the statements that it names, and of who says them."""
        return _keys_of(part for each in self.cited for part in (each.text, each.names))

    @cached_property
    def said(self) -> frozenset[str]:
        """The same without the names of the sources: what is said, and no more."""
        return _keys_of(each.text for each in self.cited)

    @cached_property
    def of_the_issue(self) -> frozenset[str]:
        """Words of the issue's title and proposition."""
        return _keys_of((self.basis.title, self.basis.proposition))

    def is_known(self, key: str) -> bool:
        """Tell whether a word is the statements', the issue's, or one of every topic."""
        words = self.words
        if key in words.function or key in self.borne_out or key in self.of_the_issue:
            return True
        stem = words.stem(key)
        return stem in words.general or stem in self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self.words.stem(key) for key in self.borne_out | self.of_the_issue)


def _keys_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(plain_form(token) for text in texts for token in read_skeleton(text).tokens)


def plain_form(token: Token) -> str:
    """Return a token's key without the ending of a genitive."""
    return token.key.removesuffix(_GENITIVE)
