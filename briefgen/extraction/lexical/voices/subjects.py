"""The subject of a reporting verb: before it, behind it, over relatives and appositions."""

from dataclasses import replace

from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.reporting_words import (
    BELIEF,
    CUE_FORMS,
    DOCUMENTS,
    EVIDENCE,
    KNOWLEDGE,
    SPEECH,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import DASHES
from briefgen.extraction.lexical.voices.holders import subject_of
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_after, phrase_before

_FRONTED = frozenset("while although though whereas if when as since because even despite".split())
_NO_SUBJECT_AFTER = (PREPOSITIONS - {"as", "than", "before", "after", "since", "until", "like"}) | {
    "round",
    "beneath",
    "amongst",
    "above",
    "below",
}
"""Behind these a noun phrase is no subject: "the approach taken by the president threatens"."""
_PART_PREPOSITIONS = frozenset("of at for from in with on to against within inside around".split())
_MAX_PARTS = 3
_MAX_SUBJECT_TOKENS = 12
_CLAUSE_OPENERS = SUBORDINATORS | COORDINATORS | RELATIVES
_PARTS = frozenset("one some many most several few all two three four five both half each".split())
_COMMUNICATIONS = frozenset(
    """
    comments comment remarks remark statement statements words report letter speech interview tweet
    message messages
    """.split()
)
_CAUSING = frozenset("let lets make makes made help helps watch hear see saw".split())
_AFTER_INVERSION = PREPOSITIONS | frozenset(
    "who whose last yesterday earlier today then close familiar when as while after before".split()
)
_MAX_APPOSITION_TOKENS = 28
_CLOSING_MARKS = DASHES | {",", ")"}
_PARTING_MARKS = DASHES | {","}
_BEHIND_HEADS = _PART_PREPOSITIONS | {"near", "behind", "among"}
_NO_HEADS = PREPOSITIONS | _CLAUSE_OPENERS
_SPOKEN = _COMMUNICATIONS | DOCUMENTS
_TELLING = frozenset((*SPEECH, *BELIEF, *KNOWLEDGE, *EVIDENCE))
_RELATIVE_REACH = 8
_ENDING_MARKS = DASHES | {",", "?", "!", "’"}
_SETTINGS = _PART_PREPOSITIONS - {"of"}


def subject_before(text: str, sentence: Sentence, before: int) -> Mention | None:
    """Return the subject that ends before the verb group, over relatives and appositions."""
    tokens = sentence.tokens
    if before < 0 or sentence.quoted[before]:
        return None
    token = tokens[before]
    if token.lower in {"who", "which"}:
        marked = before > 1 and tokens[before - 1].text in _PARTING_MARKS
        last = before - 2 if marked else before - 1
        return phrase_before(text, sentence, last)
    if token.text in _CLOSING_MARKS:
        return _before_apposition(text, sentence, before)
    mention = phrase_before(text, sentence, before)
    if mention is not None and tokens[mention.last].lower == "it":
        return _institution_before(text, sentence, mention) or replace(mention, kind="pronoun")
    if mention is None:
        return clause_head(text, sentence, before)
    if mention.first == 0 or _is_subject(tokens, mention.first):
        relative = _relative_before(tokens, mention.first)
        if relative is None:
            return mention
        mention = phrase_before(text, sentence, relative - 1)
        if mention is None or mention.first == 0 or _is_subject(tokens, mention.first):
            return mention
        return _head_of(text, sentence, mention)
    return _head_of(text, sentence, mention) or clause_head(text, sentence, before)


def _relative_before(tokens: list[Token], first: int) -> int | None:
    """Return the number of the pronoun of the relative clause whose object begins at *first*: who
    "the minister who met Anna Berg" tells of is the minister. None where there is none.
    """
    verb = first - 1
    while verb > 0 and tokens[verb].lower in DETERMINERS:
        verb -= 1
    lower = tokens[verb].lower
    known = lower in VERB_FORMS or lower.endswith("ed") or lower in CUE_FORMS
    if not known or lower in AUXILIARIES or CUE_FORMS.get(lower) in _TELLING:
        return None  # "who say Anna Berg rejected it" tells of her
    for at in range(verb - 1, max(0, verb - _RELATIVE_REACH) - 1, -1):
        token = tokens[at]
        if not token.is_word or token.lower in SUBORDINATORS - RELATIVES:
            return None
        if token.lower in {"who", "which", "that", "whose"}:
            said = tokens[at - 1].lower if at else ""
            named = at > 0 and tokens[at - 1].is_word and said not in CUE_FORMS
            return at if named and said not in _NO_HEADS else None
    return None


def clause_head(text: str, sentence: Sentence, last: int) -> Mention | None:
    """Return the long subject that ends at token number *last*: "Peace groups in Rome".

    It begins where its clause begins, and holds no finite verb and no comma.
    """
    tokens = sentence.tokens
    if not tokens[last].is_word or tokens[last].lower in _NO_HEADS:
        return None
    first = last
    while first > 0 and last - first < _MAX_SUBJECT_TOKENS:
        before = tokens[first - 1]
        if before.lower in COORDINATORS:
            return None  # half of a longer subject
        if not before.is_word or sentence.quoted[first - 1] or before.lower in _CLAUSE_OPENERS:
            break
        first -= 1
    inside = tokens[first : last + 1]
    verbs = any(_may_be_finite(token) or token.lower == "to" for token in inside)
    if verbs or inside[0].lower in PREPOSITIONS:
        return None
    head = phrase_after(text, sentence, first)
    if head is not None and head.last == last and head.is_actor:
        return head
    if head is None or head.last >= last or head.kind not in {"group", "name", "document", "thing"}:
        return None
    if tokens[head.last + 1].lower not in _BEHIND_HEADS:
        return None
    end = sentence.ends[last]
    return replace(head, end=end, last=last, name=text[head.start : end])


def _may_be_finite(token: Token) -> bool:
    lower = token.lower
    finite = lower in VERB_FORMS and lower != VERB_FORMS[lower] and not lower.endswith("ing")
    return lower in AUXILIARIES or (finite and not token.capital)


def _head_of(text: str, sentence: Sentence, inner: Mention) -> Mention | None:
    """Return the actor of whom the phrase is a part: "opponents of the scheme"."""
    tokens = sentence.tokens
    first = inner.first
    part = tokens[first - 2].lower if first > 1 and tokens[first - 1].lower == "of" else ""
    if part in _PARTS and inner.is_actor:
        start = sentence.starts[first - 2]
        return replace(inner, start=start, first=first - 2, name=text[start : inner.end])
    for _ in range(_MAX_PARTS):
        if first < 2 or tokens[first - 1].lower not in _PART_PREPOSITIONS:
            return None
        outer = phrase_before(text, sentence, first - 2)
        if outer is None:
            return None
        if outer.is_actor and (outer.first == 0 or _is_subject(tokens, outer.first)):
            name = outer.name if outer.kind == "name" else text[outer.start : inner.end]
            return replace(outer, end=inner.end, last=inner.last, name=name)
        first = outer.first
    return None


def _is_subject(tokens: list[Token], first: int) -> bool:
    """Tell whether a phrase that begins there can be a subject: not behind most prepositions."""
    previous = tokens[first - 1].lower
    if previous in _CAUSING:
        return False
    if previous in {"from", "by"}:
        reach = tokens[max(0, first - 5) : first - 1]
        return any(token.lower in _SPOKEN for token in reach)
    return previous not in _NO_SUBJECT_AFTER


def _institution_before(text: str, sentence: Sentence, it: Mention) -> Mention | None:
    """Return what "it" points back to in its own sentence: the subject, where that is an actor."""
    subject = subject_of(text, sentence)
    if subject is None or subject.first >= it.first:
        return None
    return replace(subject, start=it.start, end=it.end, first=it.first, last=it.last)


def _before_apposition(text: str, sentence: Sentence, closing: int) -> Mention | None:
    """Return the name before "…, a former governor of the bank," and take that for its role."""
    tokens = sentence.tokens
    opening_marks = {",": {","}, ")": {"("}}.get(tokens[closing].text, set(DASHES))
    for index in range(closing - 1, max(0, closing - _MAX_APPOSITION_TOKENS), -1):
        if tokens[index].text not in opening_marks or sentence.quoted[index]:
            continue
        holder = phrase_before(text, sentence, index - 1)
        if holder is not None and holder.kind == "pronoun":
            return holder  # "he, unlike his rival, sees that …"
        if holder is not None and (holder.kind == "group" or _is_description(tokens, holder)):
            named = phrase_before(text, sentence, closing - 1)
            if named is not None and named.kind == "name" and named.first == index + 1:
                return replace(named, role=holder.name)
        if holder is not None and holder.is_actor:
            inner = text[sentence.ends[index] : sentence.starts[closing]].strip()
            return replace(holder, role=holder.role or inner or None)
    return None


def _is_description(tokens: list[Token], holder: Mention) -> bool:
    """Tell whether the phrase tells of somebody still to be named: "Another Liberal, Osk, …"."""
    return tokens[holder.first].lower in {"another", "a", "an", "one", "the", "his", "her", "their"}


def inverted_subject(text: str, sentence: Sentence, index: int) -> Mention | None:
    """Return the subject behind the verb ("…,” said the minister"), where the frame allows one."""
    tokens = sentence.tokens
    if index == 0 or index + 1 >= len(tokens):
        return None
    before = tokens[index - 1]
    if not (before.text in _ENDING_MARKS or sentence.quoted[index - 1]):
        return None
    holder = phrase_after(text, sentence, index + 1, limit=8)
    if holder is not None and not holder.is_actor:
        holder = actor_after(text, sentence, index + 1) or _quoted_thing(sentence, index, holder)
    if holder is None or not (holder.is_actor or holder.kind == "thing"):
        return None
    after = tokens[holder.last + 1 : holder.last + 2]
    closes = not after or not after[0].is_word
    return (
        holder
        if closes or (holder.kind != "pronoun" and after[0].lower in _AFTER_INVERSION)
        else None
    )


def _quoted_thing(sentence: Sentence, index: int, phrase: Mention) -> Mention | None:
    """Return whoever stands behind the verb right after a quotation: "…,” said a source"."""
    tokens = sentence.tokens
    spoken = index > 1 and tokens[index - 2].text in {",", "?", "!"}
    quoted = spoken and sentence.quoted[index - 1] and phrase.kind == "thing"
    return phrase if quoted and tokens[phrase.first].lower in DETERMINERS else None


def actor_after(text: str, sentence: Sentence, first: int) -> Mention | None:
    """Return the actor named at token number *first*, without the setting behind.

    "Declared the two leaders | in a statement", "attacks by the guild | on the toll".
    """
    phrase = phrase_after(text, sentence, first, limit=_MAX_SUBJECT_TOKENS)
    if phrase is None:
        return None
    at = range(phrase.first, phrase.last + 1)
    cut = (i for i in at if sentence.tokens[i].lower in _SETTINGS)
    limit = max(0, next(cut, phrase.last + 1) - phrase.first - 1)
    actor = phrase_after(text, sentence, first, limit=limit)
    return actor if actor is not None and actor.is_actor else None


def main_clause(sentence: Sentence, index: int) -> int:
    """Return the number of the token at which the main clause before *index* begins.

    That is 0, or the token behind the comma where a subordinate clause opens the sentence.
    """
    tokens = sentence.tokens
    if tokens[0].lower not in _FRONTED:
        return 0
    return next((i + 1 for i in range(index - 1) if tokens[i].text == ","), 0)
