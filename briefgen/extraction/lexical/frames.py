"""What a reporting verb reports: the frames in which content stands beside its cue."""

from dataclasses import dataclass

from briefgen.extraction.lexical import reporting_words as words
from briefgen.extraction.lexical.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.interludes import (
    ADJUNCT_OPENERS,
    is_adverb,
    skip_addressee,
    skip_adjunct,
    skip_aside,
    skip_focus,
)
from briefgen.extraction.lexical.noun_phrases import Mention
from briefgen.extraction.lexical.text import Sentence, Token

DASHES = frozenset(("—", "–", "--"))
_SPEECH = frozenset(words.SPEECH) | frozenset(words.PARTICLES)
_BELIEF = frozenset(words.BELIEF) | frozenset(words.KNOWLEDGE)
_INTENT = frozenset(words.INTENT)
_FAVOURING = frozenset(words.FAVOURING)
_REJECTING = frozenset(words.REJECTING)
_EVIDENCE = frozenset(words.EVIDENCE)
_THAT_TAKING = _SPEECH | _BELIEF | _EVIDENCE | words.DENYING | _INTENT | {"find", "see"}
_KNOWING = frozenset(words.KNOWLEDGE)
_BEHIND_SPEAKER = ADJUNCT_OPENERS | {"to", "of", "about", "through", "via"}
_MERE_ANSWERS = frozenset("yes no nothing little much so something anything".split())
_SAYING = frozenset("say claim insist argue contend declare complain".split())
"""Whatever stands behind these is said: "says odd things"."""
_REFLEXIVES = frozenset("himself herself themselves itself".split())
_RELATIVES = frozenset("that which whom who".split())
_SUBJECT_PRONOUNS = frozenset(
    "it he she they there it's there's he's she's they're we i you".split()
)
_FRONTED = frozenset("while although though whereas if when as since because even despite".split())
_BREAKING_CONJUNCTIONS = frozenset("but while although though whereas yet".split())
_CLOSING_MARKS = frozenset((",", ".", ";", "”", '"', "''", "!", "?", "—", "–", ":"))
_EDGE_MARKS = frozenset((",", ";", ":", "—", "–", "--", "-", "."))
_AS_REACH = 9
"""How far "as" may stand behind its verb: "saw the long war over the islands as a duty"."""
_CONDITION_REACH = 8
_MAX_TAIL_TOKENS = 8
_MAX_SUBJECT_TOKENS = 22


@dataclass(frozen=True, slots=True)
class Framed:
    """Content beside a cue."""

    frame: str
    spans: tuple[tuple[int, int], ...]
    """As offsets into the article."""
    favour: int = 0


def frame_of(
    sentence: Sentence, index: int, lemma: str, holder: Mention, *, inverted: bool
) -> Framed | None:
    """Return what the verb at token number *index* reports; None where it reports nothing.

    Args:
        sentence: the sentence with the verb.
        index: number of the verb's token.
        lemma: its base form.
        holder: its subject.
        inverted: whether the subject stands behind the verb.
    """
    tokens = sentence.tokens
    in_order = holder.end <= tokens[index].start
    first = min(index, holder.first) if in_order or inverted else index
    after = max(index, holder.last) + 1 if inverted else index + 1
    after += after < len(tokens) and words.PARTICLES.get(lemma) == tokens[after].lower
    if tokens[0].lower == "as" and first == 1 and after < len(tokens) and tokens[after].text == ",":
        return _framed("parenthesis", sentence, after + 1, len(tokens) - 1)
    preceded = first > 1 and (
        tokens[first - 1].text in {",", "?", "!"} or sentence.quoted[first - 1]
    )
    participle = tokens[index].lower.endswith("ing") and first == index
    if lemma in _SPEECH | _BELIEF and (preceded or inverted) and not participle:
        framed = _before_cue(sentence, first, after, inverted=inverted)
        if framed is not None:
            return framed
    return complement(sentence, after, lemma, holder) if after < len(tokens) else None


def clause_behind(sentence: Sentence, index: int, lemma: str) -> Framed | None:
    """Return the clause that a verb reports behind it, whoever its subject is."""
    first = skip_adjunct(sentence, skip_addressee(sentence, index + 1, lemma))
    tokens = sentence.tokens
    if first >= len(tokens) or lemma not in _THAT_TAKING:
        return None
    last = clause_end(sentence, first, index)
    if index == 0:
        # "Asked whether the toll is fair, she laughed."
        commas = (i - 1 for i in range(first, last) if tokens[i].text == ",")
        last = next(commas, last)
    if tokens[first].lower in {"that", "whether", "if"}:
        return _framed("clause", sentence, first + 1, last)
    if _is_finite_clause(tokens, first, last):
        return _framed("clause", sentence, first, last)
    return None


def is_imagined(tokens: list[Token], before: int) -> bool:
    """Tell whether an if-clause holds token number *before*: what would be if somebody said so."""
    for index in range(before, max(-1, before - _CONDITION_REACH), -1):
        if not tokens[index].is_word:
            return False
        if tokens[index].lower in {"if", "unless", "once", "whether"}:
            return index == 0 or tokens[index - 1].lower not in {
                "asked",
                "wonder",
                "wondered",
                "see",
            }
    return False


def trim(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the offsets of the tokens from *first* to *last* without marks at their ends."""
    tokens = sentence.tokens
    last = min(last, len(tokens) - 1)
    while first <= last and tokens[first].text in _EDGE_MARKS | {")"}:
        first += 1
    while last >= first and tokens[last].text in _EDGE_MARKS | {"("}:
        last -= 1
    return (tokens[first].start, tokens[last].end) if 0 <= first <= last else None


def clause_end(sentence: Sentence, first: int, holder_first: int) -> int:
    """Return the number of the last token of the clause that begins at *first*.

    Args:
        sentence: the sentence.
        first: number of the clause's first token.
        holder_first: number of the holder's first token, to see whether the cue stands in a
            subordinate clause that opens the sentence ("While officials say …, the ministry …").
    """
    tokens = sentence.tokens
    fronted = _is_fronted(sentence, holder_first)
    depth = 0
    for index in range(first, len(tokens)):
        token = tokens[index]
        if sentence.quoted[index]:
            continue
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
            if depth < 0:
                return index - 1
        elif depth:
            continue
        elif token.text == ";" and index > first + 1:
            return index - 1
        elif token.text == "," and index > first + 2 and index + 1 < len(tokens):
            following = tokens[index + 1].lower
            if fronted or following in _BREAKING_CONJUNCTIONS:
                return index - 1
            if following in {"and", "or"} and index + 2 < len(tokens):
                following = tokens[index + 2].lower
                if following in _SUBJECT_PRONOUNS:
                    return index - 1
    return len(tokens) - 1


def _is_fronted(sentence: Sentence, holder_first: int) -> bool:
    tokens = sentence.tokens
    first = next((index for index, token in enumerate(tokens) if token.is_word), 0)
    between = tokens[first : max(first, holder_first)]
    return tokens[first].lower in _FRONTED and not any(token.text == "," for token in between)


def _before_cue(sentence: Sentence, first: int, after: int, *, inverted: bool) -> Framed | None:
    """Return content that stands before its cue: "…, they argue, …", "…,” said the minister."."""
    tokens = sentence.tokens
    tail = len(tokens) - after
    quoted = any(sentence.quoted[:first])
    closes = tail <= 0 or tokens[after].text in _CLOSING_MARKS
    closes = closes or (sentence.quoted[first - 1] and tokens[after].lower in _BEHIND_SPEAKER)
    if not closes and not inverted and (tail > _MAX_TAIL_TOKENS or not quoted):
        return None
    before = trim(sentence, 0, first - 1)
    if before is None:
        return None
    goes_on = tail > 2 and tokens[after].text == "," and not quoted
    spans = [before]
    if goes_on or any(sentence.quoted[after:]):
        behind = trim(sentence, after, len(tokens) - 1)
        if behind is not None:
            spans.append(behind)
    return Framed("quotation" if quoted else "parenthesis", tuple(spans))


def complement(sentence: Sentence, after: int, lemma: str, holder: Mention) -> Framed | None:
    """Return content that stands behind its cue, from token number *after* on."""
    tokens = sentence.tokens
    first = skip_aside(sentence, skip_addressee(sentence, after, lemma))
    if first < len(tokens) and tokens[first].lower not in words.PREPOSITIONAL.get(lemma, {}):
        first = skip_adjunct(sentence, first)
    while first < len(tokens) and tokens[first].text in {",", ":"} and not sentence.quoted[first]:
        first += 1
    first = skip_focus(sentence, first)
    if first >= len(tokens):
        return None
    lower = tokens[first].lower
    last = clause_end(sentence, first, holder.first)
    if sentence.quoted[first]:
        return _framed("quotation", sentence, first, last)
    stranded = first + 1 < len(tokens) and tokens[first + 1].lower in AUXILIARIES
    if lower in words.PREPOSITIONAL.get(lemma, {}) and not stranded:
        favour = words.PREPOSITIONAL[lemma][lower]
        if lower == "to" and lemma in _INTENT:
            return _infinitive(sentence, first, last, favour)
        return _framed(
            "attitude", sentence, first + 1, object_end(sentence, first + 1, last), favour
        )
    if lower == "that" and lemma in _THAT_TAKING:
        return _framed("clause", sentence, first + 1, last)
    if lower == "to" and lemma in _INTENT | _FAVOURING | words.UNDERTAKING:
        return _infinitive(sentence, first, last)
    if lemma in _SPEECH | _BELIEF and lower in {"whether", "why", "how", "what"}:
        return _framed("clause", sentence, first, last)
    relative = 0 < holder.first < first and tokens[holder.first - 1].lower in _RELATIVES
    if relative and lemma in _SPEECH | _BELIEF and _continues_relative(tokens, first):
        return _framed("clause", sentence, first, last)
    telling = _SPEECH | _BELIEF | _INTENT
    if not (holder.is_actor and tokens[first].lower in _SUBJECT_PRONOUNS):
        telling -= _KNOWING
    if holder.kind == "document":
        telling |= _EVIDENCE
    # "Calls it a waste" names; "says it is a waste" reports a clause.
    named = lemma in words.NAMING and lower == "it"
    if lemma in telling and not named and _is_finite_clause(tokens, first, last):
        return _framed("clause", sentence, first, last)
    empty = lower in _MERE_ANSWERS or any(t.lower == "same" for t in tokens[first : first + 2])
    if lemma in _SAYING and not _inert(tokens, first) and not empty:
        return _framed("clause", sentence, first, last)
    return _attitude(sentence, first, last, lemma, holder)


def _continues_relative(tokens: list[Token], first: int) -> bool:
    """Tell whether a predicate stands there: "a toll which, critics say, has failed"."""
    lower = tokens[first].lower
    finite = VERB_FORMS.get(lower, words.CUE_FORMS.get(lower)) is not None
    return lower in AUXILIARIES or lower == "as" or finite or lower.endswith("ed")


def _inert(tokens: list[Token], first: int) -> bool:
    """Tell whether no object can begin there: a preposition, an adverb, a conjunction, a mark."""
    token = tokens[first]
    lower = token.lower
    plain = lower in PREPOSITIONS | SUBORDINATORS | {"and", "or", "but", "to", "so"}
    return plain or not token.is_word or (is_adverb(lower) and lower not in _REFLEXIVES)


def _infinitive(sentence: Sentence, first: int, last: int, favour: int = 0) -> Framed | None:
    """Return "to close the ports"; "to the Union" names an addressee and reports nothing."""
    following = sentence.tokens[first + 1] if first < last else None
    if following is None or following.capital or following.lower in DETERMINERS | _SUBJECT_PRONOUNS:
        return None
    return _framed("infinitive", sentence, first, last, favour)


def _attitude(
    sentence: Sentence, first: int, last: int, lemma: str, holder: Mention
) -> Framed | None:
    """Return a noun phrase behind a verb of judgment or wish: "opposes the plan"."""
    if _inert(sentence.tokens, first):
        return None
    seen_as = any(token.lower == "as" for token in sentence.tokens[first + 1 : first + _AS_REACH])
    if lemma in words.NO_OBJECT and not (lemma == "see" and seen_as):
        return None
    last = object_end(sentence, first, last)
    favour = (lemma in _FAVOURING) - (lemma in _REJECTING)
    opinion = lemma in words.NAMING | _INTENT | _BELIEF or (lemma == "find" and holder.is_actor)
    return _framed("attitude", sentence, first, last, favour) if favour or opinion else None


def object_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where the object ends: before the next verb of the same subject, or the next clause.

    "Criticized the plan, revived the aid, and threatened …" criticizes the plan alone.
    """
    tokens = sentence.tokens
    for index in range(first + 1, last):
        if sentence.quoted[index] or tokens[index].lower not in {",", "and", "but"}:
            continue
        at = index + 2 if tokens[index + 1].lower in {"and", "but"} else index + 1
        if at > last:
            break
        lower = tokens[at].lower
        verb = lower in VERB_FORMS or lower in words.CUE_FORMS
        participle = verb and tokens[index].text == "," and lower.endswith("ing")
        finite = (
            participle or (verb and lower.endswith("s")) or (at > index and lower.endswith("ed"))
        )
        opens = tokens[index].text == "," and lower in {"what", "which", "who"} | _SUBJECT_PRONOUNS
        if finite or opens or lower in AUXILIARIES:
            return index - 1
    return last


def phrase_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where a noun phrase or infinitive ends: before the verb of which it is the subject.

    "Her comments about the price of the toll | were printed."
    """
    tokens = sentence.tokens
    inner = tokens[first].lower in SUBORDINATORS
    for index in range(first + 1, last + 1):
        token = tokens[index]
        if sentence.quoted[index]:
            continue
        if token.text in {",", ":", ";", "("} | DASHES:
            return index - 1
        if token.lower in SUBORDINATORS | _RELATIVES:
            inner = True
        elif not inner and _opens_predicate(tokens, index):
            return index - 1
    return last


def _opens_predicate(tokens: list[Token], index: int) -> bool:
    """Tell whether an auxiliary stands there, or a finite verb with an object behind it."""
    if tokens[index].lower in AUXILIARIES:
        return True
    if tokens[index].lower not in VERB_FORMS:
        return False
    token, before = tokens[index], tokens[index - 1].lower
    if token.capital or token.lower.endswith("ing") or before in DETERMINERS | PREPOSITIONS:
        return False
    if before in {"to", "and", "or"} or tokens[index - 1].possessive:
        return False
    return index + 1 < len(tokens) and tokens[index + 1].lower in DETERMINERS


def _framed(
    frame: str, sentence: Sentence, first: int, last: int, favour: int = 0
) -> Framed | None:
    span = trim(sentence, first, last)
    minimum = 1 if frame in {"attitude", "infinitive"} else 2
    count = sum(token.is_word for token in sentence.tokens[first : last + 1])
    return Framed(frame, (span,), favour) if span is not None and count >= minimum else None


def _is_finite_clause(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether a clause with a finite verb begins at *first*: "the bank has accepted …"."""
    if tokens[first].lower in PREPOSITIONS | {"to", "and", "or"}:
        return False
    if tokens[first].lower in AUXILIARIES & _SUBJECT_PRONOUNS:
        return True
    for index in range(first + 1, min(last, first + _MAX_SUBJECT_TOKENS) + 1):
        lower = tokens[index].lower
        if lower in AUXILIARIES:
            return True
        if lower in SUBORDINATORS and index > first + 1:
            return False
        if lower in {"and", "or"} and tokens[index - 1].text == ",":
            return False
        finite = lower in VERB_FORMS and not lower.endswith("ing")
        if finite and tokens[index - 1].lower not in DETERMINERS | PREPOSITIONS:
            return True
    return tokens[first].lower in _SUBJECT_PRONOUNS
