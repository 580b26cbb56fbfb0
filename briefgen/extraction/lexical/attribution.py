"""Who says it: direct, indirect and mixed speech, beliefs and attitudes, found by cue and frame.

For every reporting cue the frame around it decides what is reported: a quotation, a that-clause, a
clause without "that", an infinitive, a noun phrase, or the sentence into which "they argue" is put.
What no cue covers is the author's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.extraction.lexical import reporting_words as words
from briefgen.extraction.lexical.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.holders import (
    Mention,
    known_people,
    phrase_after,
    phrase_before,
    resolve,
)
from briefgen.extraction.lexical.text import Sentence, Token

_SPEECH = frozenset(words.SPEECH)
_BELIEF = frozenset(words.BELIEF) | frozenset(words.KNOWLEDGE)
_INTENT = frozenset(words.INTENT)
_FAVOURING = frozenset(words.FAVOURING)
_REJECTING = frozenset(words.REJECTING)
_EVIDENCE = frozenset(words.EVIDENCE)
_FRONTED = frozenset("while although though whereas if when as since because even despite".split())
_BREAKING_CONJUNCTIONS = frozenset("but while although though whereas yet".split())
_DASHES = frozenset(("—", "–", "--"))
_DIRECTIVE_MODALS = frozenset("should must".split())
_CHAIN_VERBS = frozenset("continue go seem appear come like begin start keep use".split())
_MIN_QUOTED_WORDS = 4
_MAX_PARENTHESIS_TOKENS = 14
_MAX_TAIL_TOKENS = 8


@dataclass(frozen=True, slots=True)
class Attribution:
    """One stretch of text that somebody other than the author says, thinks or wants."""

    sentence: int
    spans: tuple[tuple[int, int], ...]
    """Content, as offsets into the article; more than one where the cue stands in its midst."""
    cue: tuple[int, int]
    lemma: str
    frame: str
    """``quotation``, ``clause``, ``parenthesis``, ``infinitive``, ``attitude``, ``nominal`` or
    ``according``."""
    holder: Mention | None
    """None where the text names nobody."""
    favour: int = 0
    """For attitudes: 1 in favour of the content, -1 against it, 0 for speech and belief."""
    endorsement: int = 0
    """1 where the author takes the view for right ("rightly"), -1 for wrong ("falsely")."""
    negated: bool = False

    @property
    def start(self) -> int:
        """Offset of the first character of the content."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Offset behind the last character of the content."""
        return self.spans[-1][1]


def find_attributions(text: str, sentences: list[Sentence]) -> list[Attribution]:
    """Return all attributions of an article, in the order of their sentences."""
    people = known_people(sentences)
    found: list[Attribution] = []
    holders: list[Mention] = []
    for sentence in sentences:
        if sentence.heading:
            continue
        here: list[Attribution] = []
        for attribution in _of_sentence(text, sentence):
            holder = attribution.holder
            if holder is not None and holder.kind == "pronoun":
                resolved = resolve(text, sentences, sentence, holder, people, holders)
                attribution = replace(attribution, holder=resolved or holder)  # noqa: PLW2901
            if attribution.holder is not None and attribution.holder.is_actor:
                holders.append(attribution.holder)
            here.append(attribution)
        here.extend(_bare_quotations(text, sentences, sentence, here, found))
        found.extend(here)
    return [_with_verdict(sentences, attribution) for attribution in found]


def _of_sentence(text: str, sentence: Sentence) -> Iterator[Attribution]:
    taken: list[tuple[int, int]] = []
    for attribution in _candidates(text, sentence):
        overlapping = any(start <= attribution.cue[0] < end for start, end in taken)
        same = any(attribution.spans == ((start, end),) for start, end in taken)
        if same or (overlapping and attribution.frame in {"attitude", "infinitive"}):
            continue
        taken.extend(attribution.spans)
        yield attribution


def _candidates(text: str, sentence: Sentence) -> Iterator[Attribution]:
    yield from _according(text, sentence)
    for index, token in enumerate(sentence.tokens):
        if not token.is_word or sentence.quoted[index]:
            continue
        lemma = words.CUE_FORMS.get(token.lower)
        if lemma is not None and (not token.capital or index == 0):
            attribution = _verb_cue(text, sentence, index, lemma)
            if attribution is not None:
                yield attribution
                continue
        if token.lower in words.NOMINAL:
            attribution = _nominal_cue(text, sentence, index)
            if attribution is not None:
                yield attribution


# --- "according to" and its like -------------------------------------------------------------


def _according(text: str, sentence: Sentence) -> Iterator[Attribution]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        if sentence.quoted[index]:
            continue
        for opener in words.ACCORDING:
            if not _matches(tokens, index, opener):
                continue
            holder = phrase_after(text, sentence, index + len(opener))
            if holder is None or holder.kind == "author":
                continue
            spans = _around(sentence, index, holder.last)
            if spans:
                cue = (tokens[index].start, tokens[index + len(opener) - 1].end)
                yield Attribution(sentence.index, spans, cue, opener[0], "according", holder)


def _around(sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return the sentence without the tokens from *first* to *last*."""
    before = _trim(sentence, 0, first - 1)
    after = _trim(sentence, last + 1, len(sentence.tokens) - 1)
    return tuple(span for span in (before, after) if span is not None)


# --- verbs -----------------------------------------------------------------------------------


def _verb_cue(text: str, sentence: Sentence, index: int, lemma: str) -> Attribution | None:
    tokens = sentence.tokens
    token = tokens[index]
    before, negated, modal = _verb_group(tokens, index)
    if modal in _DIRECTIVE_MODALS and lemma not in _SPEECH:
        return None
    if (
        token.lower.endswith("ing")
        and before == index - 1
        and not _participle_of_speech(sentence, index, lemma)
    ):
        return None
    holder = _subject(text, sentence, before)
    inverted = False
    if holder is None or holder.kind == "thing":
        after = _inverted_subject(text, sentence, index) if lemma in _SPEECH | _BELIEF else None
        if after is not None:
            holder, inverted = after, True
    if holder is None and token.lower.endswith("ing"):
        holder = _main_subject(text, sentence, index)
    if holder is None or holder.kind in {"author", "generic"}:
        return None
    if token.lower in words.AMBIGUOUS and not _looks_like_verb(sentence, index, before, holder):
        return None
    framed = _frame(sentence, index, lemma, holder, inverted=inverted)
    if framed is None:
        return None
    frame, spans, favour = framed
    if holder.kind == "thing" and not (
        frame == "quotation" or (lemma in _SPEECH and frame == "clause")
    ):
        return None
    if tokens[holder.last].lower in words.INANIMATE_EVIDENCE and frame != "quotation":
        return None
    return Attribution(
        sentence.index,
        spans,
        (token.start, token.end),
        lemma,
        frame,
        holder,
        favour,
        _endorsement(tokens, before, index, lemma),
        negated,
    )


def _verb_group(tokens: list[Token], index: int) -> tuple[int, bool, str | None]:
    """Walk left over auxiliaries and adverbs; return what stands before, negation and modal."""
    negated, modal = False, None
    before = index - 1
    while before >= 0 and tokens[before].is_word:
        lower = tokens[before].lower
        if (
            lower in AUXILIARIES
            or lower in ADVERBS
            or lower in NEGATORS
            or (lower.endswith("ly") and lower not in {"family", "ally"})
        ):
            negated |= lower in NEGATORS
            if lower in _DIRECTIVE_MODALS:
                modal = lower
        elif (
            lower == "to"
            and before > 0
            and VERB_FORMS.get(
                tokens[before - 1].lower, words.CUE_FORMS.get(tokens[before - 1].lower)
            )
            in _CHAIN_VERBS
        ) or (lower == "on" and before > 0 and tokens[before - 1].lower in {"goes", "went", "go"}):
            before -= 1
        else:
            break
        before -= 1
    return before, negated, modal


def _subject(text: str, sentence: Sentence, before: int) -> Mention | None:
    """Return the subject that ends before the verb group, over relatives and appositions."""
    tokens = sentence.tokens
    if before < 0:
        return None
    token = tokens[before]
    if sentence.quoted[before]:
        return None
    if token.lower in RELATIVES - {"that", "whom", "whose"}:
        last = before - 1
        if last >= 0 and tokens[last].text == ",":
            last -= 1
        return phrase_before(text, sentence, last)
    if token.text in {",", ")"} | _DASHES:
        return _before_apposition(text, sentence, before)
    return phrase_before(text, sentence, before)


def _before_apposition(text: str, sentence: Sentence, closing: int) -> Mention | None:
    tokens = sentence.tokens
    opening_marks = {",": {","}, ")": {"("}}.get(tokens[closing].text, set(_DASHES))
    for index in range(closing - 1, max(-1, closing - _MAX_PARENTHESIS_TOKENS), -1):
        if tokens[index].text in opening_marks:
            holder = phrase_before(text, sentence, index - 1)
            if holder is None or not holder.is_actor:
                return None
            inner = text[tokens[index].end : tokens[closing].start].strip()
            return replace(holder, role=holder.role or (inner or None))
    return None


def _inverted_subject(text: str, sentence: Sentence, index: int) -> Mention | None:
    """Return the subject behind the verb ("…,” said the minister"), where the frame allows one."""
    tokens = sentence.tokens
    if index == 0 or index + 1 >= len(tokens):
        return None
    before = tokens[index - 1]
    if before.text not in {",", "?", "!", "”", '"', "’"} | _DASHES:
        return None
    holder = phrase_after(text, sentence, index + 1, limit=8)
    return holder if holder is not None and holder.is_actor else None


def _main_subject(text: str, sentence: Sentence, index: int) -> Mention | None:
    """Return the subject of the sentence's first verb, for ", saying that …"."""
    tokens = sentence.tokens
    for position in range(1, index):
        token = tokens[position]
        if (
            token.lower in AUXILIARIES
            or (token.lower in VERB_FORMS and not token.capital)
            or token.lower in words.CUE_FORMS
        ):
            holder = phrase_before(text, sentence, position - 1)
            if holder is not None and holder.is_actor:
                return holder
    return None


def _participle_of_speech(sentence: Sentence, index: int, lemma: str) -> bool:
    tokens = sentence.tokens
    if lemma not in _SPEECH or index == 0:
        return False
    return (
        tokens[index - 1].text in {",", "—", "–"}
        and index + 1 < len(tokens)
        and (
            tokens[index + 1].lower in {"that", ",", ":"}
            or tokens[index + 1].lower in DETERMINERS
            or sentence.quoted[index + 1]
            or tokens[index + 1].is_word
        )
    )


def _looks_like_verb(sentence: Sentence, index: int, before: int, holder: Mention) -> bool:
    tokens = sentence.tokens
    if before != index - 1 and tokens[index - 1].lower in AUXILIARIES | ADVERBS:
        return True
    if index > 0 and (
        tokens[index - 1].lower in DETERMINERS
        or tokens[index - 1].possessive
        or tokens[index - 1].lower in PREPOSITIONS
    ):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if holder.kind == "pronoun" or (after is not None and after.lower in {"that", "to"}):
        return True
    if after is None or not after.is_word:
        return after is not None and (after.text in {",", ":"} or sentence.quoted[index + 1])
    return holder.is_actor and (
        after.lower in DETERMINERS
        or after.capital
        or after.lower in {"it", "he", "she", "they", "there"}
    )


def _endorsement(tokens: list[Token], before: int, index: int, lemma: str) -> int:
    around = {token.lower for token in tokens[max(0, before) : index + 2]}
    if around & words.ENDORSING_ADVERBS:
        return 1
    if around & words.REJECTING_ADVERBS:
        return -1
    return 0


# --- frames ----------------------------------------------------------------------------------

_Framed = tuple[str, tuple[tuple[int, int], ...], int]


def _frame(
    sentence: Sentence, index: int, lemma: str, holder: Mention, *, inverted: bool
) -> _Framed | None:
    tokens = sentence.tokens
    clause_first = (
        min(index, holder.first) if holder.end <= tokens[index].start or inverted else index
    )
    after = max(index, holder.last) + 1 if inverted else index + 1
    tail = len(tokens) - after
    preceded = clause_first > 3 and (
        tokens[clause_first - 1].text in {",", "”", '"', "?", "!"}
        or sentence.quoted[clause_first - 1]
    )
    if lemma in _SPEECH | _BELIEF and (preceded or inverted):
        framed = _parenthesis(sentence, clause_first, after, tail, inverted=inverted)
        if framed is not None:
            return framed
    if after >= len(tokens):
        return None
    return _complement(sentence, after, lemma, holder)


def _parenthesis(
    sentence: Sentence, first: int, after: int, tail: int, *, inverted: bool
) -> _Framed | None:
    """Content before the cue: "…, they argue, …", "…,” said the minister."."""
    tokens = sentence.tokens
    rest = tokens[after : after + 1]
    closes = not rest or rest[0].text in {",", ".", ";", "”", '"', "!", "?", "—", "–", ":"}
    if not closes and not inverted and tail > _MAX_TAIL_TOKENS:
        return None
    if not closes and not any(sentence.quoted[:first]) and not inverted:
        return None
    before = _trim(sentence, 0, first - 1)
    if before is None:
        return None
    quoted_tail = any(sentence.quoted[after:])
    goes_on = (
        rest
        and rest[0].text == ","
        and not any(sentence.quoted[:first])
        and tail > _MAX_TAIL_TOKENS // 2
    )
    spans = [before]
    if quoted_tail or goes_on:
        behind = _trim(sentence, after, len(tokens) - 1)
        if behind is not None:
            spans.append(behind)
    return "quotation" if any(sentence.quoted[:first]) else "parenthesis", tuple(spans), 0


def _complement(sentence: Sentence, after: int, lemma: str, holder: Mention) -> _Framed | None:
    tokens = sentence.tokens
    first = _skip_addressee(sentence, after, lemma)
    while first < len(tokens) and tokens[first].text in {",", ":"} and not sentence.quoted[first]:
        first += 1
    if first >= len(tokens):
        return None
    token = tokens[first]
    last = _clause_end(sentence, first, holder)
    if sentence.quoted[first]:
        return _framed("quotation", sentence, first, last)
    if token.lower == "that" and lemma in _SPEECH | _BELIEF | _EVIDENCE | _INTENT:
        return _framed("clause", sentence, first + 1, last)
    if token.lower == "to" and lemma in _INTENT | _SPEECH | _FAVOURING:
        return _framed("infinitive", sentence, first, last)
    if lemma in _SPEECH | _BELIEF and token.lower in {"whether", "why", "how", "what"}:
        return _framed("clause", sentence, first, last)
    if lemma in _SPEECH | _BELIEF | {"hope", "fear", "expect"} and _finite_clause(
        tokens, first, last
    ):
        return _framed("clause", sentence, first, last)
    favour = 1 if lemma in _FAVOURING else -1 if lemma in _REJECTING else 0
    if lemma in _SPEECH and token.lower in {"of", "about", "for", "against", "on"}:
        favour = {"for": 1, "against": -1}.get(token.lower, 0)
        return _framed("attitude", sentence, first + 1, last, favour)
    if (favour or lemma in _SPEECH | _INTENT | _BELIEF) and lemma not in {"tell", "know", "get"}:
        return _framed("attitude", sentence, first, last, favour)
    return None


def _framed(
    frame: str, sentence: Sentence, first: int, last: int, favour: int = 0
) -> _Framed | None:
    span = _trim(sentence, first, last)
    minimum = 1 if frame in {"attitude", "infinitive"} else 2
    if span is None or sum(token.is_word for token in sentence.tokens[first : last + 1]) < minimum:
        return None
    return frame, (span,), favour


def _skip_addressee(sentence: Sentence, after: int, lemma: str) -> int:
    """Skip "reporters" in "told reporters that …"."""
    tokens = sentence.tokens
    if lemma not in {
        "tell",
        "warn",
        "assure",
        "remind",
        "inform",
        "advise",
        "urge",
        "ask",
        "accuse",
        "say",
        "explain",
        "announce",
        "write",
    }:
        return after
    limit = min(len(tokens), after + 7)
    for index in range(after, limit):
        lower = tokens[index].lower
        if (
            lower == "that"
            or (sentence.quoted[index] and index > after)
            or (
                tokens[index].text in {",", ":"}
                and index > after
                and index + 1 < len(tokens)
                and sentence.quoted[index + 1]
            )
        ):
            return index
        if lower == "to" and lemma in {"urge", "ask", "advise", "tell", "warn"} and index > after:
            return index
        if lower in AUXILIARIES:
            break
    return after


def _finite_clause(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether a clause with a finite verb begins at *first*: "Russia has accepted …"."""
    head = tokens[first]
    if head.lower in PREPOSITIONS or head.lower in {"to", "and", "or"}:
        return False
    for index in range(first + 1, min(last, first + 14) + 1):
        token = tokens[index]
        if token.lower in AUXILIARIES:
            return True
        if token.lower in SUBORDINATORS and index > first + 1:
            return False
        if (
            token.lower in VERB_FORMS
            and not token.lower.endswith("ing")
            and tokens[index - 1].lower not in DETERMINERS | PREPOSITIONS
        ):
            return True
    return head.lower in {
        "it",
        "he",
        "she",
        "they",
        "there",
        "it's",
        "there's",
        "he's",
        "she's",
        "they're",
        "we",
        "i",
        "you",
    }


def _clause_end(sentence: Sentence, first: int, holder: Mention) -> int:
    """Return the index of the last token of the clause that begins at *first*."""
    tokens = sentence.tokens
    fronted = _is_fronted(sentence, holder)
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
    return len(tokens) - 1


def _is_fronted(sentence: Sentence, holder: Mention) -> bool:
    """Tell whether the cue stands in a subordinate clause that opens the sentence."""
    tokens = sentence.tokens
    first = next((index for index, token in enumerate(tokens) if token.is_word), 0)
    return tokens[first].lower in _FRONTED and not any(
        token.text == "," for token in tokens[first : max(first, holder.first)]
    )


# --- nouns -----------------------------------------------------------------------------------


def _nominal_cue(text: str, sentence: Sentence, index: int) -> Attribution | None:
    """Find "Russia’s insistence on …", "the claim that …", "in their view, …"."""
    tokens = sentence.tokens
    token = tokens[index]
    holder = _possessor(text, sentence, index)
    if index + 1 >= len(tokens):
        return None
    following = tokens[index + 1].lower
    if token.lower == "view" and holder is not None and _matches(tokens, holder.first - 1, ("in",)):
        spans = _around(sentence, holder.first - 1, index)
        return (
            Attribution(sentence.index, spans, (token.start, token.end), "view", "nominal", holder)
            if spans
            else None
        )
    if holder is None and following in {"of", "among", "by"} and index + 2 < len(tokens):
        holder = phrase_after(text, sentence, index + 2)
        if holder is None or not holder.is_actor:
            return None
        following_index = holder.last + 1
        if following_index >= len(tokens) or tokens[following_index].lower != "that":
            return None
        return _nominal(sentence, index, following_index + 1, holder)
    if following in {"that", "on"} and (holder is not None or token.lower in words.BARE_NOMINAL):
        if following == "on" and token.lower != "insistence":
            return None
        return _nominal(sentence, index, index + 2, holder)
    return None


def _nominal(
    sentence: Sentence, index: int, first: int, holder: Mention | None
) -> Attribution | None:
    token = sentence.tokens[index]
    anchor = holder or Mention(token.start, token.end, index, index, token.text, None, "thing")
    span = _trim(sentence, first, _clause_end(sentence, first, anchor))
    if span is None:
        return None
    endorsement = -1 if holder is None else 0
    return Attribution(
        sentence.index,
        (span,),
        (token.start, token.end),
        token.lower,
        "nominal",
        holder,
        0,
        endorsement,
    )


def _possessor(text: str, sentence: Sentence, index: int) -> Mention | None:
    tokens = sentence.tokens
    for position in range(index - 1, max(-1, index - 4), -1):
        token = tokens[position]
        if token.possessive:
            holder = phrase_before(text, sentence, position)
            return holder if holder is not None and holder.is_actor else None
        if token.lower in {"his", "her", "their"}:
            kind = "pronoun"
            return Mention(token.start, token.end, position, position, token.text, None, kind)
        if not token.is_word or token.lower in PREPOSITIONS:
            return None
    return None


# --- quotations without a cue ------------------------------------------------------------------


def _bare_quotations(
    text: str,
    sentences: list[Sentence],
    sentence: Sentence,
    here: list[Attribution],
    before: list[Attribution],
) -> Iterator[Attribution]:
    """Yield quotations of some length that no cue of the sentence covers, with the running speaker."""
    for first, last in _quoted_runs(sentence):
        start, _end = sentence.tokens[first].start, sentence.tokens[last].end
        if any(a.start <= start < a.end for a in here):
            continue
        count = sum(token.is_word for token in sentence.tokens[first : last + 1])
        whole = count * 2 > sentence.words
        if count < _MIN_QUOTED_WORDS or not (whole or here):
            continue
        holder = next((a.holder for a in here if a.holder is not None), None)
        holder = (
            holder
            or _speaker_before(sentences, sentence, before)
            or _speaker_after(text, sentences, sentence)
        )
        span = _trim(sentence, first, last)
        if span is not None:
            yield Attribution(sentence.index, (span,), (start, start), "", "quotation", holder)


def _quoted_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    first = None
    for index, quoted in enumerate([*sentence.quoted, False]):
        if quoted and first is None:
            first = index
        elif not quoted and first is not None:
            yield first, index - 1
            first = None


def _speaker_before(
    sentences: list[Sentence], sentence: Sentence, before: list[Attribution]
) -> Mention | None:
    if not before:
        return None
    last = before[-1]
    near = (
        sentence.index - last.sentence <= 2
        and sentence.paragraph - sentences[last.sentence].paragraph <= 1
    )
    return last.holder if near and last.frame in {"quotation", "clause", "parenthesis"} else None


def _speaker_after(text: str, sentences: list[Sentence], sentence: Sentence) -> Mention | None:
    following = sentence.index + 1
    if following >= len(sentences) or sentences[following].paragraph != sentence.paragraph:
        return None
    for attribution in _of_sentence(text, sentences[following]):
        if attribution.frame in {"quotation", "parenthesis"} and attribution.holder is not None:
            return attribution.holder
    return None


# --- the author's verdict in the next sentence -----------------------------------------------

_AGREES = (
    ("right",),
    ("exactly",),
    ("indeed",),
    ("quite", "so"),
    ("true",),
    ("precisely",),
    ("correct",),
)
_DISAGREES = (
    ("wrong",),
    ("nonsense",),
    ("not", "so"),
    ("hardly",),
    ("rubbish",),
    ("balderdash",),
    ("this", "is", "nonsense"),
    ("this", "is", "false"),
    ("that", "is", "false"),
    ("but", "that", "is", "wrong"),
    ("but", "this", "is", "wrong"),
    ("this", "is", "wrong"),
    ("that", "is", "wrong"),
    ("far", "from", "it"),
    ("that", "is", "nonsense"),
    ("not", "quite"),
    ("not", "true"),
    ("poppycock",),
    ("hogwash",),
    ("not", "really"),
)


def _with_verdict(sentences: list[Sentence], attribution: Attribution) -> Attribution:
    following = attribution.sentence + 1
    if attribution.endorsement or following >= len(sentences):
        return attribution
    lowers = [token.lower for token in sentences[following].tokens if token.is_word]
    short = len(lowers) <= 6
    if (short and lowers and tuple(lowers[:1]) in _AGREES and len(lowers) <= 2) or _pronoun_is(
        lowers, {"right", "correct"}
    ):
        return replace(attribution, endorsement=1)
    if any(
        tuple(lowers[: len(opening)]) == opening and (short or len(opening) > 2)
        for opening in _DISAGREES
    ) or _pronoun_is(lowers, {"wrong", "mistaken"}):
        return replace(attribution, endorsement=-1)
    return attribution


def _pronoun_is(lowers: list[str], verdicts: set[str]) -> bool:
    head = lowers[:4]
    return (
        bool(head)
        and head[0] in {"he", "he's", "she", "she's", "they", "they're", "but"}
        and bool(verdicts & set(head))
        and "not" not in head
    )


# --- tokens ----------------------------------------------------------------------------------


def _matches(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    if index < 0 or index + len(phrase) > len(tokens):
        return False
    return all(tokens[index + offset].lower == word for offset, word in enumerate(phrase))


def _trim(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the offsets of the tokens from *first* to *last* without marks at their ends."""
    tokens = sentence.tokens
    last = min(last, len(tokens) - 1)
    while first <= last and tokens[first].text in {",", ";", ":", "—", "–", "--", "-", ".", ")"}:
        first += 1
    while last >= first and tokens[last].text in {",", ";", ":", "—", "–", "--", "-", ".", "("}:
        last -= 1
    return (tokens[first].start, tokens[last].end) if first <= last and last >= 0 else None
