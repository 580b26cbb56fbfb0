"""Reporting verbs that have no subject of their own beside them.

"Toured the docks and said …", "…, calling it a waste", "began by saying …", "asked her to say",
"a leaflet warning that …": the holder is the subject of another verb, or the noun before.
"""

from bisect import bisect_left
from dataclasses import replace

from briefgen.extraction.lexical.language import reporting_words as words
from briefgen.extraction.lexical.language.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.extents import DASHES, Framed
from briefgen.extraction.lexical.voices.frames import complement
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_after, phrase_before
from briefgen.extraction.lexical.voices.subjects import main_clause, subject_before
from briefgen.extraction.lexical.voices.verb_groups import IRREAL_MODALS, verb_group

_SPEECH = frozenset(words.SPEECH) | frozenset(words.PARTICLES)
_EVIDENCE = frozenset(words.EVIDENCE) - frozenset(words.SPEECH)
_COORDINATING = frozenset(("and", "but", "or", "then", "also"))
_BEFORE_GERUND = frozenset(
    "by after before without in while when since for of to from despite besides at on".split()
)
_NEVER_SHARED = frozenset(
    "seek offer aim choose see find hear notice like love know learn get consider like side".split()
)
"""Of these a participle or a fellow verb more often tells a deed than a view."""
_SPENT = frozenset("time days weeks months years hours energy".split())
"""Before a participle: "spends his time talking about"."""
_QUOTED_AS = frozenset("reported quoted cited heard recorded described portrayed".split())
_LOOSE = frozenset(("of", "for", "to", "or"))
"""Behind these only what is told is somebody's words: "the task of attacking the toll" is none."""
_DEEDS = (
    frozenset(words.INTENT)
    - frozenset(words.SPEECH)
    - frozenset(words.BELIEF)
    - frozenset(words.FAVOURING)
    - frozenset(words.REJECTING)
)
_LEADING_TO = frozenset(
    """
    forced inclined compelled known quick right correct keen eager happy glad careful fair moved
    prompted obliged proud first last among sorry wont apt wrong mistaken foolish naive unfair
    """.split()
)
"""Before "to say": somebody did say it."""
_CAUSING_TO = frozenset("prompt lead cause drive push force inspire provoke spur press".split())
_REACH = 45
"""How many tokens back the subject of a coordinated verb or a participle may stand."""
_MAX_OPENING_TOKENS = 45
_HOLDING = frozenset(("name", "group", "pronoun", "document"))
_CLOSING_MARKS = DASHES | {",", ")"}
_LINKING = _BEFORE_GERUND | _COORDINATING | _SPENT
_CONNECTING = _COORDINATING | {"yet", "so"}
_HOLDING_OR_AUTHOR = _HOLDING | {"author"}
_NO_VERBS = DETERMINERS | PREPOSITIONS | SUBORDINATORS


def subjectless_cue(
    text: str, sentence: Sentence, index: int, before: int, lemma: str
) -> tuple[Mention, Framed] | None:
    """Return holder and content of a reporting verb without a subject beside it.

    Args:
        text: the article.
        sentence: the sentence with the verb.
        index: number of the verb's token.
        before: number of the token before its verb group, -1 where it opens the sentence.
        lemma: its base form.
    """
    if lemma in _NEVER_SHARED:
        return None
    tokens = sentence.tokens
    gerund = tokens[index].lower.endswith("ing")
    if gerund and (before < 0 or _opens_clause(tokens, before)):
        found = _with_later_subject(text, sentence, index, lemma)
        if found is not None or before < 0:
            return found
    holder = _holder(text, sentence, index, before, lemma)
    if holder is None or holder.kind not in _HOLDING:
        return None
    inside = gerund and holder.last == before - 1 and tokens[before].text == ","
    framed = _content(_to_comma(sentence, index) if inside else sentence, index, lemma, holder)
    if framed is None or (lemma in _EVIDENCE and holder.kind != "document"):
        return None
    told = framed.frame in {"clause", "quotation"}
    if not told and (tokens[before].lower in _LOOSE or (gerund and lemma in _DEEDS)):
        return None
    if gerund and framed.favour and framed.frame == "attitude" and holder.last == before:
        framed = _to_phrase(text, sentence, framed)
    return holder, framed


def _to_comma(sentence: Sentence, index: int) -> Sentence:
    """Return the sentence up to the comma behind the verb: "Osk, calling it a waste, left"."""
    commas = (
        i
        for i in range(index + 2, len(sentence.tokens))
        if sentence.tokens[i].text == "," and not sentence.quoted[i]
    )
    end = next(commas, len(sentence.tokens))
    return sentence.up_to(end)


def _to_phrase(text: str, sentence: Sentence, framed: Framed) -> Framed:
    """Cut the content to its first noun phrase: "the league backing the toll has grown"."""
    (start, end) = framed.spans[0]
    first = bisect_left(sentence.starts, start)
    phrase = phrase_after(text, sentence, first)
    return replace(framed, spans=((start, min(end, phrase.end)),)) if phrase else framed


def _holder(text: str, sentence: Sentence, index: int, before: int, lemma: str) -> Mention | None:
    tokens = sentence.tokens
    gerund = tokens[index].lower.endswith("ing")
    if before < 0:
        return None
    previous = tokens[before].lower
    marked = tokens[before].text in _CLOSING_MARKS
    if gerund:
        if marked or previous in _LINKING:
            return earlier_subject(text, sentence, before)
        if previous == "as" and tokens[before - 1].lower in _QUOTED_AS:
            start, _, _ = verb_group(tokens, before - 1)
            return subject_before(text, sentence, start) if start >= 0 else None
        # "A leaflet warning that …", "critics calling for …".
        noun = phrase_before(text, sentence, before)
        return noun if noun is not None and noun.kind != "pronoun" else None
    if previous == "to":
        return _of_infinitive(text, sentence, before) if lemma in _SPEECH else None
    finite = tokens[index].lower != words.CUE_FORMS.get(tokens[index].lower)
    if previous in _COORDINATING or (marked and finite):
        return earlier_subject(text, sentence, before, like=tokens[index].lower)
    return None


def _content(sentence: Sentence, index: int, lemma: str, holder: Mention) -> Framed | None:
    after = index + 1
    after += (
        after < len(sentence.tokens) and words.PARTICLES.get(lemma) == sentence.tokens[after].lower
    )
    if after >= len(sentence.tokens):
        return None
    return complement(sentence, after, lemma, holder)


def earlier_subject(
    text: str, sentence: Sentence, limit: int, *, like: str | None = None
) -> Mention | None:
    """Return the subject of the nearest verb before token number *limit* whose subject can speak.

    Args:
        text: the article.
        sentence: the sentence.
        limit: number of the token before which to look.
        like: a coordinated verb; only one in the same form is taken for its fellow.
    """
    tokens = sentence.tokens
    begin = main_clause(sentence, limit)
    for position in range(limit - 1, max(begin, limit - _REACH), -1):
        token = tokens[position]
        if sentence.quoted[position] or not _is_finite(token) or not _agrees(token, like):
            continue
        before, _, modal = verb_group(tokens, position)
        holder = subject_before(text, sentence, before) if before >= 0 else None
        unreal = modal is not None or token.lower in IRREAL_MODALS
        if holder is not None and (holder.kind == "author" or unreal):
            return None
        if holder is not None and holder.kind in _HOLDING and holder.first >= begin:
            return holder
    # An adverbial may stand between: "the shippers all of a sudden became …".
    head = phrase_after(text, sentence, begin) if limit - begin < _REACH else None
    return head if head is not None and head.is_actor and head.last < limit else None


def _is_finite(token: Token) -> bool:
    lower = token.lower
    if not token.is_word or token.capital or lower.endswith("ing"):
        return False
    known = lower in AUXILIARIES or lower in VERB_FORMS or lower in words.CUE_FORMS
    return known or lower.endswith("ed")


def _agrees(token: Token, like: str | None) -> bool:
    """Tell whether two finite verbs stand in the same tense, as far as their endings say."""
    if like is None or token.lower in AUXILIARIES:
        return True
    return like.endswith("s") == (token.lower.endswith("s") and not token.lower.endswith("ss"))


def _of_infinitive(text: str, sentence: Sentence, to: int) -> Mention | None:
    tokens = sentence.tokens
    if to < 1:
        return None
    previous = tokens[to - 1].lower
    if previous in _LEADING_TO:
        before, _, modal = verb_group(tokens, to - 1)
        if before < 0 or modal is not None or tokens[before].lower == "it":
            return None
        return subject_before(text, sentence, before)
    made = phrase_before(text, sentence, to - 1)
    if made is not None and made.is_actor and made.first > 0:
        causing = tokens[made.first - 1].lower
        lemma = VERB_FORMS.get(causing, words.CUE_FORMS.get(causing))
        return made if lemma in _CAUSING_TO else None
    return None


def _opens_clause(tokens: list[Token], before: int) -> bool:
    """Tell whether only a preposition stands before the gerund at the head: "After saying …"."""
    head = before == 0 or (before == 1 and tokens[0].lower in _CONNECTING)
    return head and tokens[before].lower in _BEFORE_GERUND


def _with_later_subject(
    text: str, sentence: Sentence, index: int, lemma: str
) -> tuple[Mention, Framed] | None:
    """Return holder and content of "Citing the cost, the board …": the subject comes behind."""
    later = later_subject(text, sentence, index)
    if later is None:
        return None
    holder, last = later
    opening = sentence.up_to(last + 1)
    framed = _content(opening, index, lemma, holder)
    return (holder, framed) if framed is not None else None


def later_subject(text: str, sentence: Sentence, index: int) -> tuple[Mention, int] | None:
    """Return the subject behind an opening phrase, and the number of the phrase's last token.

    Args:
        text: the article.
        sentence: the sentence.
        index: number of the token that heads the opening phrase: "Citing", "Wary".
    """
    tokens = sentence.tokens
    for comma in range(index + 2, min(len(tokens) - 1, index + _MAX_OPENING_TOKENS)):
        if tokens[comma].text != "," or (
            sentence.quoted[comma] and not _closes_quotation(sentence, comma)
        ):
            continue
        start = comma + 1
        while start < len(tokens) and not tokens[start].is_word:
            start += 1
        holder = phrase_after(text, sentence, start)
        if holder is None or holder.kind not in _HOLDING_OR_AUTHOR:
            continue
        if not _verb_follows(tokens, holder.last + 1):
            continue
        return None if holder.kind == "author" else (holder, comma)
    return None


def _closes_quotation(sentence: Sentence, comma: int) -> bool:
    """Tell whether the comma stands before the closing mark of a quotation: "…,” Holm"."""
    rest = sentence.quoted[comma + 1 : comma + 3]
    return not all(rest)


def _verb_follows(tokens: list[Token], index: int) -> bool:
    """Tell whether a verb stands there or close behind, perhaps after an apposition."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    if token.text in {",", "("} or token.lower in RELATIVES:
        return True
    for later in tokens[index : index + 3]:
        lower = later.lower
        if lower in _NO_VERBS:
            return False
        if _is_finite(later):
            return True
    return False
