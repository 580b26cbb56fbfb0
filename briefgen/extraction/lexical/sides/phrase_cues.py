"""Cues from the phrases that the codebook lists for the sides, in their own words and others."""

from collections import Counter
from collections.abc import Sequence

from briefgen.extraction.lexical.language.clauses import (
    is_negated,
)
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    MODALS,
    NEGATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides.concept_words import concept, is_action
from briefgen.extraction.lexical.sides.directions import direction_of_verb
from briefgen.extraction.lexical.sides.issues import IssueIndex
from briefgen.extraction.lexical.sides.judgements import Cue
from briefgen.extraction.lexical.sides.phrases import Phrase, amount_in

PHRASE_WEIGHT = 2.0
NAMED = "named"
"""A cue of this kind says which way approval of what is named points, and takes no side."""
NAMED_WEIGHT = 0.3
_ASKING = frozenset("let us let's please and so then do".split())
_ORDER_REACH = 6
"""How far before "to" somebody "should order the bank to …"."""
_SLIPPING = ADVERBS | NEGATORS
_REQUIRING = frozenset("require requires required means mean suggest recommend start".split())
_BEFORE_TO = frozenset(
    """
    need needs have has ought want wants time right like best better wise essential vital
    imperative necessary crucial urgent needed sensible required
    """.split()
)
_PAIR_REACH = 5
_BETWEEN = 2
_ACT_REACH = 4
_ASKED_REACH = 6
SYNONYM_DISCOUNT = 0.4
"""How much less a phrase counts whose every word is another of the same concept."""
NAME_WEIGHT = 0.4
"""For a proper name, which both sides say."""
SINGLE_WORD_WEIGHT = 0.8
"""For a phrase of one content word, which says little by itself: less than a side needs."""


def phrase_cues_of(
    sentence: Sentence, first: int, last: int, index: IssueIndex
) -> dict[str, list[tuple[Phrase, Cue]]]:
    """Return for each issue the phrases that stand in the passage, at most one of each wording."""
    places: dict[str, list[int]] = {}
    touched: list[int] = []
    known_ideas = index.ideas
    for position, token in enumerate(sentence.tokens[first : last + 1], first):
        known = known_ideas.get(token.stem)
        if known is None:
            continue
        idea, numbers = known
        if idea in places:
            places[idea].append(position)
            continue
        places[idea] = [position]
        touched.extend(numbers)
    found: dict[str, list[tuple[Phrase, Cue]]] = {}
    if not touched:
        return found
    for number, ideas in Counter(touched).items():
        phrase = index.phrases[number]
        if ideas < phrase.needed:
            continue  # most end here
        cue = _match_phrase(sentence, first, phrase, places)
        if cue is not None:
            found.setdefault(phrase.issue, []).append((phrase, cue))
    return {issue: _strongest_by_place(cues) for issue, cues in found.items()}


def _match_phrase(
    sentence: Sentence, first: int, phrase: Phrase, places: dict[str, list[int]]
) -> Cue | None:
    tokens = sentence.tokens
    if phrase.literal:
        return _literally(sentence, first, phrase, places)
    if len(phrase.stems) == 1:
        at_all = places.get(phrase.concepts[0], ())
        exact = [i for i in at_all if _same_word(tokens[i].lower, phrase.words[0])]
        return _single_word(sentence, first, phrase, exact)
    pairs = zip(phrase.concepts, phrase.weights, strict=True)
    present = [(idea, weight) for idea, weight in pairs if idea in places]
    coverage = sum(weight for _, weight in present) / phrase.total
    ideas = list(dict.fromkeys(idea for idea, _ in present))
    if coverage < phrase.share or len(ideas) < 2:
        return None
    at = _closest(places, ideas)
    if phrase.asks and not _is_asked(tokens, first, at[0]):
        return None
    if phrase.act and not _is_done(tokens, first, at, phrase):
        return None
    if phrase.amount:
        said = amount_in(t.lower for t in tokens[max(first, at[0] - 1) : at[-1] + 1])
        if said == -phrase.amount:
            return None  # "spend less on roads" is not "spend more on roads"
    literal = sum(tokens[i].stem in phrase.stems for i in at) / len(at)
    if not _in_form(sentence, phrase, at, literal):
        return None
    coverage *= 1 - SYNONYM_DISCOUNT * (1 - literal)
    negated = is_negated(tokens, first, at[0])
    if not any(tokens[i].lower in NEGATORS for i in at):
        # "Lacks the leverage" negates by its own words, which are the phrase's.
        inside = is_negated(tokens, at[0], at[-1])
        # "No reason why it should not be taxed" denies twice.
        twice = negated and inside and any(t.lower == "why" for t in tokens[first : at[0]])
        negated = (negated or inside) and not twice
    if phrase.negated and not negated:
        return None
    flipped = negated and not phrase.negated
    if flipped and coverage < 1:
        return None
    strength = PHRASE_WEIGHT * coverage * coverage * min(1.0, 0.5 + phrase.total / 3)
    if phrase.urges and not any(concept(tokens[i].stem) == phrase.concepts[0] for i in at):
        return None  # without its verb "keep the credits" is told of whoever speaks of credits
    if phrase.is_name:
        return Cue("phrase", phrase.side * NAME_WEIGHT, phrase.text, tuple(at))
    if phrase.urges and not _is_urged(tokens, first, at, phrase):
        return Cue(NAMED, phrase.side * NAMED_WEIGHT, phrase.text, tuple(at))
    return Cue(
        "phrase", phrase.side * strength * (-0.6 if flipped else 1.0), phrase.text, tuple(at)
    )


def _is_urged(tokens: Sequence[Token], first: int, at: list[int], phrase: Phrase) -> bool:
    """Tell whether what the phrase would have done is asked for, and not only named or told of:
    "cap the rents", "should cap the rents", but not "capped the rents", "the plan to cap rents".
    """
    verb = next(i for i in at if concept(tokens[i].stem) == phrase.concepts[0])
    if phrase.words[0].endswith("ing"):
        return False  # "handing out drugs" is what those against a measure call it
    if tokens[verb].lower == "end" and tokens[verb - 1].lower == "an" and verb - 2 >= first:
        verb -= 2  # "putting an end to"
    lower = tokens[verb].lower
    before = verb - 1
    while before >= first and (
        tokens[before].lower in _SLIPPING or tokens[before].lower.endswith("ly")
    ):
        before -= 1
    asked = tokens[before].lower if before >= first else ""
    if lower.endswith("ing"):
        return asked in _REQUIRING
    if VERB_FORMS.get(lower, lower) != lower or lower.endswith("ed"):
        return False
    if before < first or not tokens[before].is_word:
        return True
    if asked == "to":
        near = tokens[max(first, before - _ORDER_REACH) : before]
        ordered = any(MODALS.get(t.lower) in {"should", "must"} for t in near)
        return ordered or (before > first and tokens[before - 1].lower in _BEFORE_TO)
    if asked in {"would", "will"}:
        return before > first and tokens[before - 1].lower in {"i", "we"}
    if asked in {"and", "or"}:
        opening = tokens[first].lower  # "Begin and light the streets"
        return VERB_FORMS.get(opening) == opening or any(
            MODALS.get(t.lower) in {"should", "must"} for t in tokens[first:before]
        )
    return asked in _ASKING or MODALS.get(asked) in {"should", "must"}


def _is_done(tokens: Sequence[Token], first: int, at: list[int], phrase: Phrase) -> bool:
    """Tell whether what the phrase would have done to its thing is not left out.

    "Joining the pact" is not "give up joining it", nor "destroy the pier" "build up the pier".
    """
    if any(concept(tokens[i].stem) == phrase.concepts[0] for i in at):
        return True
    before = range(max(first, at[0] - _ACT_REACH), at[0])
    acts = [direction_of_verb(tokens, i, len(tokens) - 1) for i in before]
    return phrase.act in acts if phrase.act < 0 else -1 not in acts


def _is_asked(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Tell whether something is asked for around the words: "must", "should", "need to"."""
    around = range(max(first, at - _ASKED_REACH), min(len(tokens), at + _ASKED_REACH))
    return any(
        MODALS.get(tokens[i].lower) in {"should", "must"} or tokens[i].lower in {"need", "needs"}
        for i in around
    )


def _literally(
    sentence: Sentence, first: int, phrase: Phrase, places: dict[str, list[int]]
) -> Cue | None:
    """Match a phrase of which every word counts, in order, up to two others between them."""
    tokens = sentence.tokens
    for start in places.get(concept(phrase.literal[0]), ()):
        at = [start]
        for wanted in phrase.literal[1:]:
            ahead = range(at[-1] + 1, min(len(tokens), at[-1] + 2 + _BETWEEN))
            found = next((i for i in ahead if tokens[i].stem == wanted), None)
            if found is None:
                break
            at.append(found)
        if len(at) == len(phrase.literal):
            flipped = is_negated(tokens, first, start) and not phrase.negated
            strength = phrase.side * PHRASE_WEIGHT * (-0.6 if flipped else 1.0)
            return Cue("phrase", strength, phrase.text, tuple(at))
    return None


def _in_form(sentence: Sentence, phrase: Phrase, at: list[int], literal: float) -> bool:
    """Tell whether the words stand close enough; two words alone must also stand in order."""
    if len(phrase.stems) > 2:
        return at[-1] - at[0] <= 2 * len(phrase.stems) + 5
    if literal == 0:
        return False
    in_order = concept(sentence.tokens[at[0]].stem) == phrase.concepts[0]
    in_order = in_order or any(is_action(idea) for idea in phrase.concepts)
    return in_order and at[-1] - at[0] <= _PAIR_REACH


def _single_word(sentence: Sentence, first: int, phrase: Phrase, exact: list[int]) -> Cue | None:
    for index in exact:
        if is_negated(sentence.tokens, first, index) == phrase.negated:
            return Cue("phrase", phrase.side * SINGLE_WORD_WEIGHT, phrase.text, (index,))
    return None


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are the same but for a plural; "globalism" is not "global"."""
    return one == other or one in {other + "s", other + "es"} or other in {one + "s", one + "es"}


def _closest(places: dict[str, list[int]], stems: list[str]) -> list[int]:
    """Return one place for each stem, as near to each other as a greedy choice finds them."""
    best: list[int] = []
    for anchor in places[min(stems, key=lambda stem: len(places[stem]))][:8]:
        chosen = sorted({_nearest(places[stem], anchor) for stem in stems})
        if not best or chosen[-1] - chosen[0] < best[-1] - best[0]:
            best = chosen
    return best


def _nearest(positions: list[int], anchor: int) -> int:
    return min(positions, key=lambda position: abs(position - anchor))


def _strongest_by_place(cues: list[tuple[Phrase, Cue]]) -> list[tuple[Phrase, Cue]]:
    """Keep the strongest of the cues that share a word: one passage is one piece of evidence."""
    kept: list[tuple[Phrase, Cue]] = []
    for phrase, cue in sorted(cues, key=lambda item: (-abs(item[1].score), item[0].text)):
        if not any(set(cue.tokens) & set(other.tokens) for _, other in kept):
            kept.append((phrase, cue))
    return kept
