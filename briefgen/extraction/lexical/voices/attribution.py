"""Who says it: direct, indirect and mixed speech, beliefs and attitudes, found by cue and frame.

For every reporting cue the frame around it decides what is reported: a quotation, a that-clause, a
clause without "that", an infinitive, a noun phrase, or the sentence into which "they argue" is put.
What no cue covers is the author's own. ``verb_cues`` and ``noun_cues`` find the cues, ``frames``
what they report, ``holders`` who holds it; here all is put together, pronouns are resolved, and
the author's verdict on a reported view ("He is wrong.") is read from the next sentence.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.extraction.lexical.language import reporting_words as words
from briefgen.extraction.lexical.language.grammar_words import AUXILIARIES
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.voices import reporting_noun_words as nouns
from briefgen.extraction.lexical.voices.adjective_cues import adjective_cue
from briefgen.extraction.lexical.voices.denials import find_denials
from briefgen.extraction.lexical.voices.descriptions import (
    long_names,
    may_be_initials,
    resolve_pair,
    resolve_title,
    spell_out,
    titled_people,
)
from briefgen.extraction.lexical.voices.experiencer_cues import experiencer_cue
from briefgen.extraction.lexical.voices.extents import Framed, trim
from briefgen.extraction.lexical.voices.feeling_words import ADJECTIVES, EXPERIENCER_FORMS
from briefgen.extraction.lexical.voices.holders import known_people, resolve
from briefgen.extraction.lexical.voices.noun_cues import according_cues, noun_cue
from briefgen.extraction.lexical.voices.noun_phrases import Mention
from briefgen.extraction.lexical.voices.phrasal_stands import OPENING, SIGNS, phrasal_stand
from briefgen.extraction.lexical.voices.standing_cues import STANDING, standing_cue
from briefgen.extraction.lexical.voices.transcripts import find_turns
from briefgen.extraction.lexical.voices.verb_cues import Cue, verb_cue
from briefgen.extraction.lexical.voices.verb_groups import denied_before

_SPEECH = frozenset(words.SPEECH) | frozenset(words.PARTICLES)
_MENTAL = (frozenset(words.BELIEF) | frozenset(words.INTENT)) - _SPEECH
_WISHES = frozenset("desire belief hope fear ambition refusal willingness plan plans".split())
_TAKING_SIDES = frozenset(
    """
    opposition support backing insistence demand call rejection refusal objection resistance
    endorsement preference plea appeal push effort campaign attack criticism concern worry fear
    alarm anger outrage condemnation denunciation praise enthusiasm approval
    """.split()
)
"""Nouns of a view that is told as a thing and takes a side all the same."""
_REFUSING = frozenset("refuse decline hesitate".split())
_MIN_QUOTED_WORDS = 4
"""Shorter runs in quotation marks are titles, terms and scare quotes, not speech."""
_HEAVY_LETTERS = 4
"""Words from this length on have a capital in a title."""
_SPEAKING_FRAMES = frozenset(("quotation", "clause", "parenthesis"))
_CUES = STANDING.union(
    OPENING,
    words.CUE_FORMS,
    nouns.NOMINAL,
    nouns.NOMINAL_PREPOSITIONS,
    ADJECTIVES,
    EXPERIENCER_FORMS,
)
"""All words that may report."""
_OPEN_QUESTION = AUXILIARIES | {"or", "and", "so", "but"}
_PLAIN_SPEECH = _SPEECH - words.DENYING


@dataclass(frozen=True, slots=True)
class Attribution:
    """One stretch of text that somebody other than the author says, thinks or wants."""

    sentence: int
    spans: tuple[tuple[int, int], ...]
    """Content, as offsets into the article; more than one where the cue stands in its midst."""
    cue: tuple[int, int]
    lemma: str
    frame: str
    """``quotation``, ``clause``, ``parenthesis``, ``infinitive``, ``attitude``, ``nominal``,
    ``topic`` or ``according``."""
    holder: Mention | None
    """None where the text names nobody."""
    favour: int = 0
    """For attitudes: 1 in favour of the content, -1 against it, 0 for speech and belief."""
    endorsement: int = 0
    """1 where the author takes the view for right ("rightly"), -1 for wrong ("falsely")."""
    negated: bool = False
    written: str | None = None
    """How the sentence names the holder: "she", "the two", "DoT"; None where it names nobody."""

    shared: bool = False
    """Whether the holder is the subject of another verb: what stands between is the author's."""
    former: bool = False
    """Whether the holder wanted it once, and may want something else now."""

    @property
    def is_denied(self) -> bool:
        """Whether the text says that somebody did not say so: nobody's statement."""
        return self.negated and self.lemma in _PLAIN_SPEECH

    @property
    def wish(self) -> int:
        """Whether the holder wants what the content names (1), does not (-1), or asserts it (0)."""
        if self.former:
            return 0
        if self.frame == "clause" and self.lemma in words.DEMANDING:
            return -1 if self.negated else 1
        if self.frame == "topic" and self.lemma.removesuffix("s") not in _TAKING_SIDES:
            return 0  # a hope, a confidence, an acceptance that is sought: no side is avowed
        wanting = -1 if self.lemma in _REFUSING else 1
        wish = wanting if self.frame == "infinitive" else self.favour
        return -wish if self.negated else wish

    @property
    def is_of_mind(self) -> bool:
        """Whether it tells what somebody wants or believes, not what they say."""
        mental = self.lemma in _MENTAL or (
            self.frame in {"nominal", "topic"} and self.lemma in _WISHES
        )
        return mental and self.holder is not None and self.frame != "quotation"

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
    names: dict[str, list[tuple[int, str]]] | None = None
    titled = titled_people(text, sentences)
    turns = find_turns(text, sentences)
    found: list[Attribution] = []
    holders: list[Mention] = []
    for sentence in sentences:
        if sentence.heading:
            continue
        here: list[Attribution] = []
        if sentence.index in turns:
            found.extend(_turn(sentence, *turns[sentence.index]))
            continue
        for attribution in _of_sentence(text, sentence):
            holder = attribution.holder
            if holder is not None and holder.kind == "pronoun":
                pronoun = holder
                holder = resolve(text, sentences, sentence, pronoun, people=people, holders=holders)
                if holder is None and pronoun.name.lower() == "it":
                    continue
                holder = holder or pronoun
            elif holder is not None and holder.kind == "group":
                holder = resolve_pair(holder, holders) or resolve_title(holder, titled) or holder
            elif holder is not None and holder.kind == "name" and may_be_initials(holder):
                names = long_names(text, sentences) if names is None else names
                holder = spell_out(holder, names)
            if holder is not None and holder.is_actor:
                holders.append(holder)
            changed = holder is not attribution.holder
            here.append(replace(attribution, holder=holder) if changed else attribution)
        here.extend(_bare_quotations(text, sentences, sentence, here, found))
        found.extend(_inherit_rejection(here))
    return [_with_verdict(sentences, attribution) for attribution in found]


def _turn(sentence: Sentence, first: int, speaker: Mention) -> Iterator[Attribution]:
    span = trim(sentence, first, len(sentence.tokens) - 1)
    if span is not None:
        cue = (speaker.end, speaker.end)
        yield Attribution(sentence.index, (span,), cue, "", "quotation", speaker)


def _of_sentence(text: str, sentence: Sentence) -> Iterator[Attribution]:
    taken: list[tuple[int, int]] = []
    for cue in _cues(text, sentence):
        framed = cue.framed
        same = any(framed.spans == ((start, end),) for start, end in taken)
        if same:
            continue
        attribution = _attribution(sentence, cue, framed)
        if not attribution.is_denied:
            taken.extend(framed.spans)
        yield attribution


def _attribution(sentence: Sentence, cue: Cue, framed: Framed) -> Attribution:
    return Attribution(
        sentence.index,
        framed.spans,
        (cue.start, cue.end),
        cue.lemma,
        framed.frame,
        cue.holder,
        framed.favour,
        cue.endorsement,
        cue.negated,
        _written(sentence, cue.holder) if cue.holder is not None else None,
        cue.shared,
        cue.former,
    )


def _written(sentence: Sentence, holder: Mention) -> str:
    """Return how the sentence names the holder: "it" where that stands there for an institution."""
    head = sentence.tokens[min(holder.first, len(sentence.tokens) - 1)]
    return head.text if holder.first == holder.last and head.lower == "it" else holder.name


def _cues(text: str, sentence: Sentence) -> Iterator[Cue]:
    if _asks(sentence):
        return
    yield from according_cues(text, sentence)
    for at, denied, side in find_denials(sentence):
        where = sentence.starts[at], sentence.ends[at]
        yield Cue(*where, sentence.lowers[at], None, denied, side)
    if _CUES.isdisjoint(sentence.vocabulary):
        return
    for index, lower in enumerate(sentence.lowers):
        if lower not in _CUES or sentence.quoted[index]:
            continue
        token = sentence.tokens[index]
        lemma = words.CUE_FORMS.get(lower)
        cue = None
        if lemma is not None and (not token.capital or index == 0):
            cue = verb_cue(text, sentence, index, lemma)
        if cue is None and (lower in nouns.NOMINAL or lower in nouns.NOMINAL_PREPOSITIONS):
            cue = noun_cue(text, sentence, index)
        if cue is None and (not token.capital or index == 0):
            cue = _of_feeling(text, sentence, index)
        if cue is not None:
            yield _denied(sentence, index, cue)


def _denied(sentence: Sentence, index: int, cue: Cue) -> Cue:
    """Return the cue, denied where that is said before its holder: "Nor did she back the toll"."""
    holder = cue.holder
    if holder is None or cue.shared or cue.framed.frame == "quotation":
        return cue
    here = sentence.start <= holder.start < sentence.end and holder.last < index
    if not here or denied_before(sentence.tokens, holder.first) is None:
        return cue
    return replace(cue, negated=not cue.negated)


def _of_feeling(text: str, sentence: Sentence, index: int) -> Cue | None:
    """Return the cue that an adjective of mind, a noun of standing or a verb of feeling is."""
    token = sentence.tokens[index]
    if token.lower in ADJECTIVES:
        found = adjective_cue(text, sentence, index)
        if found is not None:
            holder, framed, negated = found
            start, end = sentence.starts[index], sentence.ends[index]
            return Cue(start, end, token.lower, holder, framed, negated=negated)
    if token.lower in STANDING:
        found = standing_cue(text, sentence, index)
        if found is not None:
            holder, framed, negated = found
            start, end = sentence.starts[index], sentence.ends[index]
            return Cue(start, end, token.lower, holder, framed, negated=negated)
    if token.lower in OPENING and not SIGNS.isdisjoint(sentence.vocabulary):
        taken = phrasal_stand(text, sentence, index)
        if taken is not None:
            return Cue(sentence.starts[index], sentence.ends[index], token.lower, *taken)
    if token.lower in EXPERIENCER_FORMS:
        felt = experiencer_cue(text, sentence, index)
        if felt is not None:
            return Cue(sentence.starts[index], sentence.ends[index], token.lower, *felt)
    return None


def _asks(sentence: Sentence) -> bool:
    """Tell whether the sentence is the author's question: "Will the bank agree to wait?"."""
    tokens = sentence.tokens
    if tokens[-1].text != "?" or sentence.quoted[0] or sentence.quoted[-1]:
        return False
    return tokens[0].lower in _OPEN_QUESTION


def _inherit_rejection(here: list[Attribution]) -> Iterator[Attribution]:
    """Reject what stands within a rejected view ("the flawed assumption that …")."""
    rejected = [a for a in here if a.endorsement < 0]
    for attribution in here:
        inside = any(
            other is not attribution
            and other.start <= attribution.start
            and attribution.end <= other.end
            for other in rejected
        )
        yield (
            replace(attribution, endorsement=-1)
            if inside and not attribution.endorsement
            else attribution
        )


# --- quotations without a cue ------------------------------------------------------------------


def _bare_quotations(
    text: str,
    sentences: list[Sentence],
    sentence: Sentence,
    here: list[Attribution],
    before: list[Attribution],
) -> Iterator[Attribution]:
    """Yield longer quotations that no cue of the sentence covers, with the running speaker."""
    if True not in sentence.quoted:
        return
    for first, last in _quoted_runs(sentence):
        start = sentence.starts[first]
        if any(a.start <= start < a.end for a in here):
            continue
        count = sum(token.is_word for token in sentence.tokens[first : last + 1])
        if count < _MIN_QUOTED_WORDS or _is_title(sentence, first, last):
            continue
        if not (count * 2 > sentence.words or any(a.frame != "topic" for a in here)):
            continue
        holder = next((a.holder for a in here if a.holder is not None), None)
        holder = holder or _speaker_before(sentences, sentence, before)
        holder = holder or _speaker_after(text, sentences, sentence)
        span = trim(sentence, first, last)
        if span is not None:
            yield Attribution(sentence.index, (span,), (start, start), "", "quotation", holder)


def _is_title(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the quoted words are the title of a work: "Streets for All of Us"."""
    run = [token for token in sentence.tokens[first : last + 1] if token.is_word]
    heavy = [token for token in run if len(token.text) >= _HEAVY_LETTERS]
    closing = any(token.text in {".", ",", "!", "?"} for token in sentence.tokens[first:last])
    return not closing and len(heavy) > 1 and all(token.capital for token in heavy)


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
    near = sentence.index - last.sentence <= 2
    near = near and sentence.paragraph - sentences[last.sentence].paragraph <= 1
    return last.holder if near and last.frame in _SPEAKING_FRAMES else None


def _speaker_after(text: str, sentences: list[Sentence], sentence: Sentence) -> Mention | None:
    following = sentence.index + 1
    if following >= len(sentences) or sentences[following].paragraph != sentence.paragraph:
        return None
    for attribution in _of_sentence(text, sentences[following]):
        if attribution.frame in {"quotation", "parenthesis"} and attribution.holder is not None:
            return attribution.holder
    return None


# --- the author's verdict in the next sentence -----------------------------------------------

_AGREES = frozenset("right exactly indeed true precisely correct agreed".split())
_DISAGREES = frozenset(
    "wrong nonsense hardly rubbish balderdash poppycock hogwash false untrue".split()
)
_DISAGREEING_PHRASES = (
    "not so",
    "not quite",
    "not true",
    "not really",
    "far from it",
    "but that is wrong",
    "but this is wrong",
    "this is wrong",
    "that is wrong",
    "this is false",
    "that is false",
    "this is nonsense",
    "that is nonsense",
    "that is not true",
    "i do not believe it",
    "i don't believe it",
    "i do not believe that",
    "i don't believe that",
    "i do not believe them",
    "i don't believe them",
    "i doubt it",
    "i doubt that",
    "nobody believes it",
    "do not believe it",
    "don't believe it",
    "this is not true",
)
_AGREEING_LINES = {
    "i agree": 1,
    "i fully agree": 1,
    "i could not agree more": 1,
    "i disagree": -1,
    "i beg to differ": -1,
    "i could not disagree more": -1,
}
_NAME_REACH = 5
_SHORT_SENTENCE_WORDS = 6


def _with_verdict(sentences: list[Sentence], attribution: Attribution) -> Attribution:
    if attribution.endorsement:
        return attribution
    sentence = sentences[attribution.sentence]
    behind = bisect_left(sentence.starts, attribution.end)
    rest = [token.lower for token in sentence.tokens[behind:] if token.is_word]
    verdict = _verdict(rest[rest[:1] == ["and"] :]) or _predicate(rest)
    following = attribution.sentence + 1
    if not verdict and following < len(sentences) and _is_short(sentences[following]):
        said = [token.lower for token in sentences[following].tokens if token.is_word]
        verdict = _verdict(_of_speaker(said, attribution.holder))
    return replace(attribution, endorsement=verdict) if verdict else attribution


def _of_speaker(said: list[str], holder: Mention | None) -> list[str]:
    """Return the words with "he" where they begin with the holder's name: "Berg is wrong"."""
    name = set(holder.name.lower().split()) if holder is not None else set()
    verb = next((i for i, word in enumerate(said[:_NAME_REACH]) if word in {"is", "are"}), 0)
    named = bool(verb) and set(said[:verb]) - {"the"} <= name and said[:verb] != ["the"]
    return ["he", *said[verb:]] if named else said


def _is_short(sentence: Sentence) -> bool:
    return sentence.words <= 2 * _SHORT_SENTENCE_WORDS


def _predicate(rest: list[str]) -> int:
    """Return the verdict of "those who say so | are mistaken": 1, -1 or 0."""
    head = set(rest[1:4])
    if rest[:1] not in (["is"], ["are"], ["was"], ["were"]) or head & {"not", "never"}:
        return 0
    return bool(head & {"right", "correct"}) - bool(head & {"wrong", "mistaken", "deluded"})


def _in_part(lowers: list[str]) -> bool:
    """Tell whether "right about the noise, but not about …" goes on so, or "partly right"."""
    if {"but", "partly", "half", "partially", "perhaps", "though"} & set(lowers[1:]):
        return True
    return "about" in lowers and lowers[lowers.index("about") + 1 :] not in (
        ["that"],
        ["this"],
        ["it"],
    )


def _verdict(lowers: list[str]) -> int:
    """Return 1 for a sentence such as "He is right", -1 for "Nonsense", else 0."""
    lowers = lowers[lowers[:1] in (["but"], ["yet"]) :] if lowers[1:2] == ["that"] else lowers
    if not lowers or len(lowers) > 2 * _SHORT_SENTENCE_WORDS:
        return 0
    line = " ".join(lowers)
    head = set(lowers[:4])
    about_speaker = lowers[0] in {"he", "he's", "she", "she's", "they", "they're", "but"}
    if "not" not in head and about_speaker and head & {"right", "correct"}:
        return 0 if _in_part(lowers) else 1
    if (len(lowers) <= 2 and lowers[0] in _AGREES) or line == "quite so":
        return 1
    if "not" not in head and about_speaker and head & {"wrong", "mistaken"}:
        return 0 if _in_part(lowers) else -1
    if line in _AGREEING_LINES:
        return _AGREEING_LINES[line]
    if len(lowers) <= 2 and lowers[0] in _DISAGREES:
        return -1
    return -1 if line.startswith(_DISAGREEING_PHRASES) else 0
