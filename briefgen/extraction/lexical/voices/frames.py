"""What a reporting verb reports: the frames in which content stands beside its cue."""

from briefgen.extraction.lexical.language import reporting_words as words
from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import (
    RELATIVE_PRONOUNS,
    SUBJECT_PRONOUNS,
    Framed,
    clause_end,
    object_end,
    relative_end,
    trim,
)
from briefgen.extraction.lexical.voices.interludes import (
    is_adverb,
    skip_addressee,
    skip_adjunct,
    skip_aside,
    skip_focus,
)
from briefgen.extraction.lexical.voices.noun_phrases import Mention
from briefgen.extraction.lexical.voices.parentheses import as_aside, before_cue

_SPEECH = frozenset(words.SPEECH) | frozenset(words.PARTICLES)
_BELIEF = frozenset(words.BELIEF) | frozenset(words.KNOWLEDGE)
_INTENT = frozenset(words.INTENT)
_FAVOURING = frozenset(words.FAVOURING)
_REJECTING = frozenset(words.REJECTING)
_EVIDENCE = frozenset(words.EVIDENCE)
_THAT_TAKING = _SPEECH | _BELIEF | _EVIDENCE | words.DENYING | _INTENT | {"find", "see"}
_KNOWING = frozenset(words.KNOWLEDGE)
_OF_CLAUSES = frozenset(
    """
    say claim insist argue contend declare believe think hope suspect allege report describe suggest
    """.split()
)
"""Before these "which" may be the subject of what follows: "which critics say has failed"."""
_MENTIONING = frozenset(
    """
    describe discuss mention cite outline highlight underscore underline recount compare thank teach
    """.split()
)
"""Whoever does so takes the thing for given, and so does the author who tells of it."""
_MERE_ANSWERS = frozenset("yes no nothing little much so something anything".split())
_SAYING = frozenset("say claim insist argue contend declare complain".split())
"""Whatever stands behind these is said: "says odd things"."""
_REFLEXIVES = frozenset("himself herself themselves itself".split())
_AS_REACH = 9
"""How far "as" may stand behind its verb: "saw the long war over the islands as a duty"."""
_MAX_SUBJECT_TOKENS = 22
_REPORTING = _SPEECH | _BELIEF | _EVIDENCE
_TELLING = _SPEECH | _BELIEF | _INTENT
_SAID_OR_THOUGHT = _SPEECH | _BELIEF
_TAKING_INFINITIVE = _INTENT | _FAVOURING | words.UNDERTAKING
_CONTRACTED = AUXILIARIES & SUBJECT_PRONOUNS
_OPEN_NO_OBJECT = PREPOSITIONS | SUBORDINATORS | {"and", "or", "but", "to", "so"}
_NO_INFINITIVE = DETERMINERS | SUBJECT_PRONOUNS
_OPINION = words.NAMING | _INTENT | _BELIEF
_OPEN_NO_CLAUSE = PREPOSITIONS | {"to", "and", "or", "yes", "so"}
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS


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
    in_order = holder.end <= sentence.starts[index]
    first = min(index, holder.first) if in_order or inverted else index
    after = max(index, holder.last) + 1 if inverted else index + 1
    after += after < len(tokens) and words.PARTICLES.get(lemma) == tokens[after].lower
    follower = tokens[after].lower if after < len(tokens) else ""
    takes = follower in words.PREPOSITIONAL.get(lemma, {})
    if lemma in _REPORTING and not takes:
        aside = as_aside(sentence, first, after)
        if aside is not None:
            return aside
    if after < len(tokens) and tokens[after].lower in {"me", "us", "him", "them"}:
        # "The answer, she told them, was plain."
        after += lemma == "tell" and after + 1 < len(tokens) and tokens[after + 1].text == ","
    preceded = first > 1 and (
        tokens[first - 1].text in {",", "?", "!"} or sentence.quoted[first - 1]
    )
    participle = tokens[index].lower.endswith("ing") and first == index
    if lemma in _SAID_OR_THOUGHT and (preceded or inverted) and not participle:
        framed = before_cue(sentence, first, after, inverted=inverted)
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
    if any(token.lower == "who" for token in tokens[max(0, index - 2) : index]):
        last = relative_end(sentence, first + (tokens[first].lower == "that"), last)
    if index == 0:
        # "Asked whether the toll is fair, she laughed."
        commas = (i - 1 for i in range(first, last) if tokens[i].text == ",")
        last = next(commas, last)
    if tokens[first].lower in {"that", "whether", "if"}:
        return _framed("clause", sentence, first + 1, last)
    if _is_finite_clause(tokens, first, last):
        return _framed("clause", sentence, first, last)
    return None


def _is_negated(tokens: list[Token], first: int, verb: int) -> bool:
    """Tell whether the verb is denied: who "will not say what it costs" reports nothing."""
    return any(
        token.lower in NEGATORS or token.lower.endswith("n't") for token in tokens[first + 1 : verb]
    )


_FINITE_BEHIND_THAT = frozenset("would wouldn't will won't is isn't was wasn't could might".split())


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
    if holder.last < after - 2 and tokens[holder.last + 1].lower in {"who", "that"}:
        last = relative_end(sentence, first + (lower == "that"), last)
    stranded = first + 1 < len(tokens) and tokens[first + 1].lower in AUXILIARIES
    if lower in words.PREPOSITIONAL.get(lemma, {}) and not stranded:
        favour = words.PREPOSITIONAL[lemma][lower]
        if lower == "to" and lemma in _INTENT:
            return _infinitive(sentence, first, last, favour)
        return _framed(
            "attitude", sentence, first + 1, object_end(sentence, first + 1, last), favour
        )
    if lower == "that" and lemma in _THAT_TAKING:
        # In "says that would be a mistake" it is the subject.
        subject = first + 1 < len(tokens) and tokens[first + 1].lower in _FINITE_BEHIND_THAT
        return _framed("clause", sentence, first if subject else first + 1, last)
    if lower == "to" and lemma in _TAKING_INFINITIVE:
        return _infinitive(sentence, first, last)
    if lemma in _SAID_OR_THOUGHT and lower in {"whether", "why", "how", "what"}:
        kept_back = lemma in _SPEECH and _is_negated(tokens, holder.last, after - 1)
        return None if kept_back else _framed("clause", sentence, first, last)
    relative = 0 < holder.first < first and tokens[holder.first - 1].lower in RELATIVE_PRONOUNS
    if relative and lemma in _OF_CLAUSES and _continues_relative(tokens, first):
        return _framed("clause", sentence, first, last)
    if relative and is_adverb(lower):
        return None  # "The rush that the traders feared never came."
    telling = _TELLING
    if not (holder.is_actor and _begins_plainly(tokens, first)):
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


def _begins_plainly(tokens: list[Token], first: int) -> bool:
    """Tell whether a pronoun and its verb stand there: "they knew she had won"."""
    if tokens[first].lower in _CONTRACTED or tokens[first].possessive:
        return tokens[first].lower in SUBJECT_PRONOUNS
    following = tokens[first + 1].lower if first + 1 < len(tokens) else ""
    finite = following in AUXILIARIES or following in VERB_FORMS or following in words.CUE_FORMS
    return tokens[first].lower in SUBJECT_PRONOUNS and finite


def _continues_relative(tokens: list[Token], first: int) -> bool:
    """Tell whether a predicate stands there: "a toll which, critics say, has failed"."""
    lower = tokens[first].lower
    finite = VERB_FORMS.get(lower, words.CUE_FORMS.get(lower)) is not None
    return lower in AUXILIARIES or lower == "as" or finite or lower.endswith("ed")


def _inert(tokens: list[Token], first: int) -> bool:
    """Tell whether no object can begin there: a preposition, an adverb, a conjunction, a mark."""
    token = tokens[first]
    lower = token.lower
    plain = lower in _OPEN_NO_OBJECT
    return plain or not token.is_word or (is_adverb(lower) and lower not in _REFLEXIVES)


def _infinitive(sentence: Sentence, first: int, last: int, favour: int = 0) -> Framed | None:
    """Return "to close the ports"; "to the Union" names an addressee and reports nothing."""
    following = sentence.tokens[first + 1] if first < last else None
    if first and sentence.lowers[first - 1] in {"not", "never"}:
        first -= 1  # "asked the board not to close the ports"
    if following is None or following.capital or following.lower in _NO_INFINITIVE:
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
    if lemma in _MENTIONING and not (seen_as and lemma == "describe"):
        return _framed("topic", sentence, first, last)
    opinion = lemma in _OPINION or (lemma == "find" and holder.is_actor)
    return _framed("attitude", sentence, first, last, favour) if favour or opinion else None


def _framed(
    frame: str, sentence: Sentence, first: int, last: int, favour: int = 0
) -> Framed | None:
    span = trim(sentence, first, last)
    minimum = 1 if frame in {"attitude", "infinitive", "topic"} else 2
    count = sum(token.is_word for token in sentence.tokens[first : last + 1])
    return Framed(frame, (span,), favour) if span is not None and count >= minimum else None


def _is_finite_clause(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether a clause with a finite verb begins at *first*: "the bank has accepted …"."""
    if tokens[first].lower in _OPEN_NO_CLAUSE:
        return False
    if tokens[first].lower == "no" and first < last and not tokens[first + 1].is_word:
        return False  # "Once the council says no, the mayor …"
    if tokens[first].lower in _CONTRACTED:
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
        if finite and tokens[index - 1].lower not in _BEFORE_NOUNS:
            return True
    return tokens[first].lower in SUBJECT_PRONOUNS
