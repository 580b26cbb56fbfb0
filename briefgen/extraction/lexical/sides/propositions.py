"""A proposition taken apart: whether it asks for more or for less of a thing, or states a fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.clauses import split_clauses
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_GENERIC,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.inflection import forms_of
from briefgen.extraction.lexical.language.text import Sentence, Token, sentence_of, tokenize
from briefgen.extraction.lexical.sides.directions import ON_WHAT, SPENDING
from briefgen.extraction.lexical.sides.valuation import overall_verdict

SAYING_NOT = frozenset(
    "lacks lack lacking fails fail failed failing unable refuse refuses refused".split()
)
"""Negate, and carry a content of their own: "has failed" is more than "not"."""
GRAMMAR_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | AUXILIARIES
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | (NEGATORS - SAYING_NOT)
    | PRONOUNS_GENERIC
    | frozenset(MODALS)
    | frozenset(
        """
            it he she we they i them us me him its not there here also only very more most
            other
            """.split()
    )
)
LIGHT_VERBS = frozenset("come make get go take put have use do give keep".split())
LIGHT_WORDS = GRAMMAR_WORDS | LIGHT_VERBS
_MIN_ROOT = 4
"""Letters that a verb shares at least with its noun: "clos-e", "clos-ure"."""
MIN_SHARED_LETTERS = 0.6
_LASTING = frozenset("keep remain retain preserve maintain continue stay uphold".split())
"""A proposition with these asks that nothing change, or may."""
_CHANGING = frozenset(
    """
    reform reformed overhaul overhauled revise revised amend amended rethink rethought redesign
    redesigned rewrite rewritten renegotiate renegotiated revisit revisited loosen loosened
    restructure restructured change changed
    """.split()
)
_MADE = frozenset("made rendered declared kept left".split())
_REPLACING = frozenset("replace displace supplant oust".split())
_EARLIER = frozenset("before precede prior".split())
_TAKING_PLACE = frozenset("come go happen be begin start should must".split())
"""With "before" behind them they ask for an order of things, and for nothing else."""
_ASKED = frozenset(("should", "must", "shall", "ought"))
COMMANDING = frozenset(
    forms_of(
        """
        require oblige obligate force compel order command tell ask urge allow permit enable
        encourage entitle empower invite persuade
        """.split()
    )
)
"""What somebody else is to do stands behind these."""
_OF_WHAT = frozenset("of for on".split())
_CONCESSIVE = frozenset(("even", "despite", "regardless", "whatever"))


@dataclass(frozen=True, slots=True)
class Proposition:
    """A proposition taken apart."""

    sentence: Sentence
    policy: bool
    """Whether it asks that something be done ("should"), or states a fact."""
    sign: float
    """1 where approval of its objects supports it, -1 where it opposes it: "X should abolish Y" is
    supported by what speaks against Y, and so is "Y harms Z"."""
    objects: frozenset[str]
    """Stems of the content words of what it would have more or less of, or speaks about."""
    conceded: frozenset[str]
    """Stems that stand behind "even when" and its like."""
    verb: str = ""
    """What is to be done, lower case, where that is to have less of something."""
    replacing: frozenset[str] = frozenset()
    """Stems of what would replace the objects, where the proposition speaks of that."""
    act: str = ""
    """What is to be done, lower case, as the proposition has it; empty where that is too light."""
    subject: tuple[Token, ...] = ()
    """Words of what it is to be done to, where the proposition says so in the passive."""
    later: frozenset[str] = frozenset()
    """Stems of what the proposition would have come after its objects."""
    goals: frozenset[str] = frozenset()
    """Stems of what its objects should be lowered to."""
    frees: bool = False
    """Whether it asks that something cost nothing."""
    change: int = 0
    """1 where it asks for a change, -1 where it refuses one ("should not"), 0 where it asks that
    something stay as it is, or asks nothing."""

    def sign_of(self, words: Sequence[Token]) -> float:
        """Return how approval of what the words name bears on the proposition.

        Where something is to be closed, approval of it opposes the proposition, approval of its
        closure supports it.
        """
        if self.replacing and all(word.stem in self.replacing for word in words):
            return -self.sign  # "volunteers should not replace librarians": who wants those
        if any(word.stem in self.goals for word in words):
            return 1.0  # "the limit should be cut to thirty": who wants thirty wants it cut
        if self.frees and any(word.lower in polarity.CHARGES for word in words):
            return -self.sign  # "libraries should be free": who wants a fee does not
        if any(word.stem in self.later for word in words):
            return 0.0  # "the survey should come before the sale": who wants the sale says no order
        return 1.0 if self.verb and any(self._is_act(word) for word in words) else self.sign

    def _is_act(self, word: Token) -> bool:
        if word.stem in self.objects:
            return False
        if VERB_FORMS.get(word.lower, word.lower) == self.verb or word.lower == "free":
            return True
        shared = shared_letters(word.lower, self.verb)
        return shared >= _MIN_ROOT and shared >= MIN_SHARED_LETTERS * len(self.verb)

    @property
    def nests(self) -> bool:
        """Whether it asks somebody to have less of a thing: "should make the mines cut their …"."""
        lowers = [token.lower for token in self.sentence.tokens]
        at = next((i for i, lower in enumerate(lowers) if lower in _ASKED), len(lowers))
        return any(
            lowers[i - 1] in {"to", "from"} and lowers[i] in polarity.LESS_FORMS
            for i in range(at + 2, len(lowers))
        )

    def of_what(self, stem: str) -> str:
        """Return the preposition behind a noun of the proposition that says of what it is: "for" in
        "grants for theatres"; empty where none does.
        """
        tokens = self.sentence.tokens
        behind = (b.lower for a, b in pairwise(tokens) if a.stem == stem and a.is_word)
        return next((lower for lower in behind if lower in _OF_WHAT), "")

    @classmethod
    def parse(cls, text: str) -> "Proposition":
        """Take a proposition apart, as well as word lists can."""
        sentence = sentence_of(text)
        tokens = sentence.tokens
        modal = next(
            (i for i, t in enumerate(tokens) if MODALS.get(t.lower) in {"should", "must"}), None
        )
        conceded = _after_concessive(tokens)
        if modal is None:
            clause = split_clauses(sentence, 0, len(tokens) - 1)[0]
            verdict = overall_verdict(tokens, clause)
            return cls(
                sentence, False, -1.0 if verdict < 0 else 1.0, _subject_stems(tokens), conceded
            )
        sign, objects, verb = _policy(tokens, modal)
        refused = any(token.lower in {"not", "never"} for token in tokens[modal + 1 : modal + 3])
        change = 0 if verb in _LASTING else -1 if refused else 1
        return cls(
            sentence,
            True,
            sign,
            objects - conceded,
            conceded,
            verb if sign < 0 else "",
            _subject_stems(tokens[:modal]) if verb in _REPLACING else frozenset(),
            _act_of(tokens, modal, verb),
            tuple(t for t in tokens[:modal] if t.is_word and t.lower not in LIGHT_WORDS),
            _later_stems(tokens, modal) - objects - conceded,
            _goal_stems(tokens, modal) - objects if sign < 0 else frozenset(),
            verb == "free" and sign > 0,
            change,
        )


def measures_of(proposition: Proposition) -> tuple[str, ...]:
    """Return what the proposition would have done, as a person would urge it: "dredge the river"
    for "the river should be dredged". None where it asks for no one act on a thing, or refuses one,
    or would have somebody do something: "require the mills to filter" is not "require the mills";
    nor where it says how much is to be spent, or of what its thing is: who ends "the grants" may
    end others than those "for theatres".
    """
    if not proposition.policy or proposition.change != 1 or not proposition.act:
        return ()
    if proposition.act in COMMANDING or proposition.act in SPENDING:
        return ()
    named = [t for t in proposition.sentence.tokens if t.is_word and t.stem in proposition.objects]
    if named and proposition.of_what(named[-1].stem):
        return ()
    things = [token.lower for token in named or proposition.subject]
    return (" ".join([proposition.act, "the", *dict.fromkeys(things)]),) if things else ()


_BEFORE_ACT = AUXILIARIES | (NEGATORS - SAYING_NOT) | ADVERBS


def _policy(tokens: Sequence[Token], modal: int) -> tuple[float, frozenset[str], str]:
    """Return the sign, the objects' stems and the base form of the verb."""
    at = modal + 1
    sign = 1.0
    passive = False
    while at < len(tokens) and (
        # "Should refuse" is what is to be done, not what is not.
        tokens[at].lower in _BEFORE_ACT or tokens[at].lower.endswith("ly")
    ):
        if tokens[at].lower in {"not", "never"}:
            sign = -sign
        passive |= tokens[at].lower == "be"
        at += 1
    if at < len(tokens) and _is_less(tokens, at, modal):
        sign = -sign
    objects = frozenset() if passive else _object_stems(tokens, at + 1)
    if not passive and not objects and at < len(tokens):
        objects = _spent_on(tokens, at)
    if passive and at < len(tokens) and _is_adjective(tokens[at].lower):
        # "Should be open on Sundays" is about all of it.
        objects = _subject_stems(tokens[:modal]) | frozenset(
            t.stem for t in tokens[at:] if t.is_word and t.lower not in LIGHT_WORDS
        )
    verb = VERB_FORMS.get(tokens[at].lower, tokens[at].lower) if at < len(tokens) else ""
    # What something is to be done to may have a name: "The Grand Canal should be drained".
    return sign, objects or _subject_stems(tokens[:modal], named=passive), verb


def _spent_on(tokens: Sequence[Token], verb: int) -> frozenset[str]:
    """Return the stems of what "spend more on …", "invest in …" is about; none of other verbs."""
    if VERB_FORMS.get(tokens[verb].lower, tokens[verb].lower) not in SPENDING:
        return frozenset()
    ahead = range(verb + 1, len(tokens))
    at = next((i for i in ahead if tokens[i].lower in ON_WHAT), None)
    return _object_stems(tokens, at + 1) if at is not None else frozenset()


_NO_ACTS = (
    _LASTING | LIGHT_VERBS | frozenset("be allow let need want become remain").union(AUXILIARIES)
)


def _act_of(tokens: Sequence[Token], modal: int, verb: str) -> str:
    """Return the verb that the proposition urges; empty where it is too light."""
    if not verb or verb in _NO_ACTS or any(t.lower in {"not", "never"} for t in tokens[modal:]):
        return ""
    behind = [t.lower for t in tokens[modal:]]
    at = next((i for i, lower in enumerate(behind) if VERB_FORMS.get(lower, lower) == verb), 0)
    if behind[at + 1 : at + 2] and behind[at + 1] in PREPOSITIONS and "be" not in behind[:at]:
        return ""  # "deal with disputes" does nothing to them
    return verb


def _later_stems(tokens: Sequence[Token], modal: int) -> frozenset[str]:
    """Return the stems of what stands behind "come before", "happen before" and their like."""
    at = next((i for i in range(modal, len(tokens)) if tokens[i].lower in _EARLIER), None)
    if at is None or tokens[at - 1].lower not in _TAKING_PLACE:
        return frozenset()
    return frozenset(t.stem for t in tokens[at + 1 :] if t.is_word and t.lower not in LIGHT_WORDS)


def _goal_stems(tokens: Sequence[Token], modal: int) -> frozenset[str]:
    """Return the stems of what stands behind "lowered to", "cut to", if that is no purpose."""
    for at in range(modal + 1, len(tokens) - 1):
        goal = tokens[at + 1]
        if tokens[at].lower == "to" and tokens[at - 1].lower in polarity.LESS_FORMS:
            return frozenset() if goal.lower in VERB_FORMS else frozenset((goal.stem,))
    return frozenset()


def _is_adjective(lower: str) -> bool:
    known = polarity.LESS_FORMS | polarity.MORE_FORMS | polarity.LESS_STATES | {"free"}
    return not lower.endswith("ed") and lower not in known and lower not in VERB_FORMS


def _is_less(tokens: Sequence[Token], at: int, modal: int) -> bool:
    """Tell whether the proposition asks for less of its thing: "should be illegal", "be free"."""
    lower = tokens[at].lower
    if lower in SPENDING:
        return any(token.lower in {"less", "fewer"} for token in tokens[at + 1 : at + 3])
    if lower in _LASTING | _MADE and at + 1 < len(tokens):
        lower = tokens[at + 1].lower  # "should remain illegal", "be made illegal"
    if lower == "free":
        # What costs is gone where it is free; speech is not.
        return any(token.lower in polarity.CHARGES for token in tokens[:modal])
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if VERB_FORMS.get(lower, lower) in _CHANGING and following not in {"to", "from"}:
        return True  # what should be changed is not approved of as it is
    return lower in polarity.LESS_FORMS | polarity.LESS_STATES or lower in {"barred", "refrain"}


def _object_stems(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """Return the content stems of the noun phrase behind the verb, up to the next preposition."""
    stems: set[str] = set()
    for index in range(first, len(tokens)):
        token = tokens[index]
        if not token.is_word and token.text not in {",", "-"}:
            break
        if token.lower in PREPOSITIONS - {"of"} or token.lower in {
            "to",
            "that",
            "until",
            "before",
            "when",
            "even",
        }:
            break
        if token.is_word and token.lower not in LIGHT_WORDS:
            stems.add(token.stem)
    return frozenset(stems)


def _subject_stems(tokens: Sequence[Token], *, named: bool = False) -> frozenset[str]:
    stems: set[str] = set()
    for index, token in enumerate(tokens):
        if token.lower in AUXILIARIES or (
            stems and token.lower in VERB_FORMS and tokens[index - 1].lower not in DETERMINERS
        ):
            break
        telling = token.is_word and token.lower not in LIGHT_WORDS
        if telling and (named or not _names(token, index)):
            stems.add(token.stem)
    return frozenset(stems)


def _names(token: Token, index: int) -> bool:
    """Tell whether the token is a proper name, or an adjective made of one ("European")."""
    return token.capital and (
        index > 0 or token.possessive or token.lower.endswith(("ean", "ian", "can", "ish", "ese"))
    )


def _after_concessive(tokens: Sequence[Token]) -> frozenset[str]:
    at = next((i for i, token in enumerate(tokens) if token.lower in _CONCESSIVE), len(tokens))
    return frozenset(t.stem for t in tokens[at + 1 :] if t.is_word and t.lower not in LIGHT_WORDS)


def content_stems(text: str) -> list[str]:
    """Return the stems of the words of a text that carry content, in order."""
    return [t.stem for t in tokenize(text) if t.is_word and t.lower not in LIGHT_WORDS]


def shared_letters(one: str, other: str) -> int:
    """Return with how many of the same letters two words begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
