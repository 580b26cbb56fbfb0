"""Who should act: the one of whom a passage asks something, as the text names them."""

from collections.abc import Sequence
from functools import cached_property

from briefgen.extraction.lexical.asked.asking_words import BODIES, THINGS_IN_ERS
from briefgen.extraction.lexical.asked.asks import Ask
from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.voices.holders import known_people, resolve
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_after, phrase_before
from briefgen.extraction.lexical.voices.passages import Passage
from briefgen.extraction.lexical.voices.subjects import subject_before

_OWN = frozenset("his her its their our".split())
_PEOPLE_ENDINGS = tuple(f"{ending}s" for ending in ("er", "or", "ist", "ian", "crat"))
"""So end most nouns for people in the plural: "insurers", "physicians"."""


class Addressees:
    """Names who should act in an article's passages.

    Args:
        text: the article's text.
        sentences: its sentences, where pronouns are looked up.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = list(sentences)

    @cached_property
    def _people(self) -> frozenset[str]:
        return known_people(self._sentences)

    def of(self, passage: Passage, ask: Ask | None) -> str | None:
        """Return of whom *ask* asks something, as it stands in the text; None where it says nobody.

        A pronoun gives the name that it points back to; "we" and what points nowhere give none.
        """
        sentence = passage.sentence
        if ask is None or ask.place == "nowhere":
            return None
        if ask.place == "after":
            mention = self._behind(sentence, ask.actor)
        elif ask.actor < passage.first:
            return None
        else:
            mention = self._qualified(passage, ask.actor)
            mention = mention or subject_before(self._text, sentence, ask.actor)
        return self._name(sentence, mention) if mention is not None else None

    def _behind(self, sentence: Sentence, first: int) -> Mention | None:
        """Return the phrase at token *first*, up to a bare verb: "vital that the council pay"."""
        mention = phrase_after(self._text, sentence, first)
        if mention is None or mention.kind != "thing":
            return mention
        for reach in range(mention.last - first - 1, 0, -1):
            shorter = phrase_after(self._text, sentence, first, limit=reach)
            if shorter is not None and shorter.is_actor:
                return shorter
        return mention

    def _qualified(self, passage: Passage, last: int) -> Mention | None:
        """Return the actor at the passage's head whom all up to token *last* tells apart.

        So "lenders" of "lenders that ask their clients for more should say so".
        """
        tokens = passage.sentence.tokens
        head = phrase_after(self._text, passage.sentence, passage.first)
        if head is None or head.last >= last or head.kind not in {"name", "group", "thing"}:
            return None
        behind = tokens[head.last + 1]
        between = tokens[head.last + 1 : last + 1]
        if not (behind.lower in {"who", "that"} or behind.lower.endswith("ing")):
            return None
        if not all(token.is_word and token.lower not in COORDINATORS for token in between):
            return None
        return head if self._name(passage.sentence, head) is not None else None

    def _name(self, sentence: Sentence, mention: Mention) -> str | None:
        if mention.kind == "pronoun":
            found = self._fronted(sentence, mention) or resolve(
                self._text, self._sentences, sentence, mention, people=self._people, holders=[]
            )
            return found.name if found is not None and found.is_actor else None
        if mention.kind == "thing":
            return self._body(sentence, mention)
        if not mention.is_actor:
            return None
        return mention.name

    def _fronted(self, sentence: Sentence, pronoun: Mention) -> Mention | None:
        """Return the subject of the clause before: "If Holm wants the port, he should pay"."""
        tokens = sentence.tokens
        if tokens[0].lower not in SUBORDINATORS or pronoun.name.lower() not in {"he", "she", "it"}:
            return None
        subject = phrase_after(self._text, sentence, 1)
        if subject is None or subject.last + 1 >= pronoun.first:
            return None
        verb = tokens[subject.last + 1]
        acts = verb.lower in AUXILIARIES or verb.lower in VERB_FORMS or verb.lower.endswith("ed")
        return subject if acts and subject.kind in {"name", "group"} else None

    def _body(self, sentence: Sentence, mention: Mention) -> str | None:
        """Return a body that can act, though it may say nothing: "Ruhn and its firms"."""
        tokens = sentence.tokens
        head = tokens[mention.last].lower
        if head not in BODIES and (not head.endswith(_PEOPLE_ENDINGS) or head in THINGS_IN_ERS):
            return None
        first = mention.first
        shared = tokens[first].lower in _OWN and first > 1 and tokens[first - 1].lower == "and"
        named = phrase_before(self._text, sentence, first - 2) if shared else None
        if named is not None and named.is_actor:
            return self._text[named.start : mention.end]
        return mention.name
