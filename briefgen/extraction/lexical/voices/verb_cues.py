"""Reporting verbs: is it one here, who is its subject, and how does the author take it."""

from dataclasses import dataclass, replace

from briefgen.extraction.lexical.language import reporting_words as words
from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
)
from briefgen.extraction.lexical.language.inflection import verb_forms
from briefgen.extraction.lexical.language.text import Sentence, Token, tokens_within
from briefgen.extraction.lexical.voices.denials import DENIABLE, denies_in_part
from briefgen.extraction.lexical.voices.extents import (
    Framed,
    clause_end,
    is_imagined,
    object_end,
    trim,
)
from briefgen.extraction.lexical.voices.frames import clause_behind, frame_of
from briefgen.extraction.lexical.voices.noun_phrases import Mention, phrase_after, phrase_before
from briefgen.extraction.lexical.voices.shared_subjects import subjectless_cue
from briefgen.extraction.lexical.voices.subjects import inverted_subject, subject_before
from briefgen.extraction.lexical.voices.verb_groups import is_hardly_anybody, verb_group

_SPEECH = frozenset(words.SPEECH) | frozenset(words.PARTICLES)
_BELIEF = frozenset(words.BELIEF) | frozenset(words.KNOWLEDGE)
_INTENT = frozenset(words.INTENT)
_EVIDENCE = frozenset(words.EVIDENCE)
_DIRECTIVE_MODALS = frozenset(("should", "must"))
_NOBODY = frozenset("no neither nobody none nor".split())
_ASKING = frozenset("ask wonder inquire".split())
_REGARDING = frozenset("see view regard describe portray depict perceive characterize know".split())
_OBJECT_FRAMES = frozenset(("attitude", "infinitive"))
_DISMISSING = frozenset(
    """
    wrong false mistaken absurd misleading unfair easy tempting fashionable nonsense untrue idle
    foolish simplistic wishful
    """.split()
)
_BE = frozenset("is are was were be been being isn't wasn't weren't aren't".split())
_KEEPING = frozenset("keep keeps kept".split())
_WISHING = frozenset("like prefer love".split())
"""With "would" they wish."""
_FOOLS = frozenset("fool fools idiot idiots crank cranks dupes simpletons charlatans".split())
"""What they believe the author holds for false."""
_OF_THINGS_TOO = frozenset(
    """
    explain suggest signal hint imply confirm underscore underline highlight echo recall repeat
    counter note teach rule order forecast compare
    """.split()
)
"""Things do so as well as people: "two crossed signals may explain what went wrong"."""
_CONTRACTING = frozenset("he she it".split())
_ADDRESSED_REACH = 5
_BACKWARDS = frozenset("to from into in on at again home onto".split())
_NOR = frozenset(("nor", "neither"))
_ONCE = frozenset("did didn't had hadn't was wasn't could couldn't".split())
"""With these an author tells what was not believed at some time."""
_DOUBTING = words.DENYING | {"disagree"}
_STATES_OF_MIND = frozenset(
    """
    opposed convinced worried concerned persuaded determined committed prepared resolved agreed
    inclined pleased disappointed
    """.split()
)
_OPEN_CONTENT = DETERMINERS | {"that", "to", "it", "he", "she", "they", "him", "them"}
_SAID_OR_THOUGHT = _SPEECH | _BELIEF
_OF_PEOPLE = _SPEECH - _OF_THINGS_TOO
_BEFORE_VERBS = AUXILIARIES | ADVERBS
_OPEN_PHRASE = DETERMINERS | {"it", "he", "she", "they", "there"}
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_RELATIVE_SUBJECTS = frozenset(("who", "that", "which"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue with its holder and what it reports."""

    start: int
    end: int
    lemma: str
    holder: Mention | None
    framed: Framed
    endorsement: int = 0
    negated: bool = False
    shared: bool = False
    """Whether the holder is the subject of another verb, somewhere before or behind."""
    former: bool = False
    """Whether it tells what somebody had wanted once: "those who had voted against it"."""


def verb_cue(text: str, sentence: Sentence, index: int, lemma: str) -> Cue | None:
    """Return the cue at token number *index*, a form of the verb *lemma*; None where it is none."""
    tokens = sentence.tokens
    token = tokens[index]
    before, negated, modal = verb_group(tokens, index)
    if modal in _DIRECTIVE_MODALS:
        # "Holm should insist that …" is what the author asks for.
        return None
    if lemma == "see" and modal is not None:
        # "Workers would see their incomes rise" tells what happens to them.
        return None
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if lemma in words.PARTICLES and following not in {
        words.PARTICLES[lemma],
        *words.PREPOSITIONAL.get(lemma, {}),
    }:
        return None
    if token.lower == "back" and following in _BACKWARDS:
        return None  # "would drive farmers back to spraying"
    if is_imagined(tokens, before):
        return _nobodys(sentence, index, lemma)
    group = {t.lower for t in tokens[before + 1 : index]}
    if lemma in _EVIDENCE and index and tokens[index - 1].lower == "it":
        return None
    # "She's saying": the pronoun and its verb are one word.
    contracted = before >= 0 and tokens[before].possessive and tokens[before].lower in _CONTRACTING
    keeping = index > 0 and tokens[index - 1].lower in _KEEPING  # "keeps telling us that"
    participle = token.lower.endswith("ing") and not (group & _BE or contracted or keeping)
    if participle and token.lower in PREPOSITIONS:
        return None  # "the rules regarding tolls"
    if participle:
        return _subjectless(text, sentence, index, before, lemma, negated=negated)
    if _is_passive(tokens, before, index, lemma):
        return _passive_cue(text, sentence, index, before, lemma)
    if _is_dismissed(tokens, before):
        said = _subjectless(text, sentence, index, before, lemma, negated=negated)
        if said is not None:
            return replace(said, endorsement=-1)
        return _nobodys(sentence, index, lemma, endorsement=-1)
    if _is_nobodys(sentence, index, before, lemma):
        return _nobodys(sentence, index, lemma)
    holder, inverted = _holder(text, sentence, index, before, lemma)
    if holder is None:
        return _subjectless(text, sentence, index, before, lemma, negated=negated)
    if holder.kind == "author":
        negated |= tokens[max(0, holder.first - 2)].lower in _NOR
        if negated and lemma in DENIABLE:
            return _authors_denial(sentence, index, lemma, once=not group.isdisjoint(_ONCE))
        return _authors_doubt(sentence, index, lemma, negated=negated)
    head = {token.lower for token in tokens[max(0, holder.first - 1) : holder.first + 1]}
    if holder.kind == "generic" or head & _NOBODY or is_hardly_anybody(tokens, holder.first):
        return _nobodys(sentence, index, lemma)
    if tokens[holder.last].lower in _FOOLS:
        return _nobodys(sentence, index, lemma, endorsement=-1)
    if not inverted and holder.first and tokens[holder.first - 1].lower == "what":
        # "Contrary to what critics allege, …": the rest of the sentence is not what they allege.
        return None
    if not inverted and tokens[holder.last].possessive and not contracted:
        # "His rival's best hope for a deal": a noun with an adjective.
        return None
    if token.lower in words.AMBIGUOUS and not _is_verb(sentence, index, before, holder):
        return None
    framed = frame_of(sentence, index, lemma, holder, inverted=inverted)
    wishing = modal in {"would", "'d"} and lemma in _WISHING
    unreal = (
        modal is not None and not wishing and framed is not None and framed.frame != "quotation"
    )
    if unreal and framed is not None and (lemma not in _SPEECH or framed.frame in _OBJECT_FRAMES):
        # What somebody could support or might want is the author's thought, not theirs.
        return None
    if framed is None or not _can_hold(tokens, index, holder, lemma, framed):
        return None
    endorsement = _endorsement(tokens, before, index)
    if lemma in words.DENYING and framed.frame == "clause":
        negated = not negated
    start, end = sentence.starts[index], sentence.ends[index]
    former = "had" in group and tokens[before].lower in _RELATIVE_SUBJECTS
    former |= {"used", "to"} <= {t.lower for t in tokens[max(0, index - 3) : index]}
    return Cue(start, end, lemma, holder, framed, endorsement, negated, former=former)


def _subjectless(
    text: str, sentence: Sentence, index: int, before: int, lemma: str, *, negated: bool
) -> Cue | None:
    found = subjectless_cue(text, sentence, index, before, lemma)
    if found is None or (before >= 0 and not _can_be_verb(sentence, index, before)):
        return None
    holder, framed = found
    if not _can_hold(sentence.tokens, index, holder, lemma, framed):
        return None
    endorsement = _endorsement(sentence.tokens, before, index)
    if lemma in words.DENYING and framed.frame == "clause":
        negated = not negated
    if before > 0 and _is_endorsed(sentence.tokens, before):
        endorsement = 1
    shared = not 0 <= before - holder.last <= 1
    start, end = sentence.starts[index], sentence.ends[index]
    return Cue(start, end, lemma, holder, framed, endorsement, negated, shared)


def _can_be_verb(sentence: Sentence, index: int, before: int) -> bool:
    """Tell whether a form that may also be a noun ("…, and plans") takes what a verb takes."""
    tokens = sentence.tokens
    if tokens[index].lower not in words.AMBIGUOUS or tokens[before].lower == "to":
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return after is not None and sentence.quoted[index + 1]
    opens = after.lower in _OPEN_CONTENT
    return opens or after.capital or _takes(tokens[index].lower, after.lower)


def _is_nobodys(sentence: Sentence, index: int, before: int, lemma: str) -> bool:
    """Tell whether nobody asserts what is reported: "asked whether …", "Who says …?"."""
    tokens = sentence.tokens
    asked = lemma in _ASKING and any(
        token.lower in {"whether", "if"} for token in tokens[index + 1 : index + 6]
    )
    someone = before >= 0 and tokens[before].lower == "whoever"
    return asked or someone or (before == 0 and tokens[0].lower == "who")


def _nobodys(sentence: Sentence, index: int, lemma: str, *, endorsement: int = 0) -> Cue | None:
    """Return a report that is laid at nobody's door: "it is said that", "if he says that".

    What it covers is not the author's claim, and no statement is made of it.
    """
    framed = clause_behind(sentence, index, lemma)
    if framed is None:
        return None
    return Cue(sentence.starts[index], sentence.ends[index], lemma, None, framed, endorsement)


def _authors_denial(sentence: Sentence, index: int, lemma: str, *, once: bool) -> Cue | None:
    """Return what the author does not hold: "I do not think that …", "nor do I believe that …".

    The contrary is not said where it was so *once*, or where it is denied only in part.
    """
    denied = _nobodys(sentence, index, lemma, endorsement=-1)
    if denied is None or denied.framed is None:
        return None
    words_denied = tokens_within(sentence, *denied.framed.spans[0])
    if once or (words_denied is not None and denies_in_part(sentence.tokens, *words_denied)):
        return replace(denied, endorsement=0)
    return denied


def _authors_doubt(sentence: Sentence, index: int, lemma: str, *, negated: bool) -> Cue | None:
    """Return what the author doubts or denies: "I doubt that …", "I disagree with Holm that …"."""
    if lemma not in _DOUBTING or negated:
        return None
    ahead = range(index + 1, min(len(sentence.tokens), index + 1 + _ADDRESSED_REACH))
    that = next((i for i in ahead if sentence.tokens[i].lower == "that"), None)
    if that is None:
        return _nobodys(sentence, index, lemma, endorsement=-1)
    span = trim(sentence, that + 1, clause_end(sentence, that + 1, index))
    if span is None:
        return None
    framed = Framed("clause", (span,))
    return Cue(sentence.starts[index], sentence.ends[index], lemma, None, framed, -1)


def _passive_cue(text: str, sentence: Sentence, index: int, before: int, lemma: str) -> Cue | None:
    """Return what is reported in the passive: "was rejected by the board", "it is said that"."""
    holder = _agent(text, sentence, index)
    if holder is None:
        return _nobodys(sentence, index, lemma) or _held_by_some(sentence, index, lemma)
    span = trim(sentence, max(0, before), clause_end(sentence, index, holder.first))
    favour = (lemma in words.FAVOURING) - (lemma in words.REJECTING)
    if span is None or not (favour or lemma in _SAID_OR_THOUGHT):
        return None
    subject = phrase_before(text, sentence, before)
    start = subject.start if subject is not None else span[0]
    framed = Framed("attitude", ((start, span[1]),), favour)
    return Cue(sentence.starts[index], sentence.ends[index], lemma, holder, framed)


def _held_by_some(sentence: Sentence, index: int, lemma: str) -> Cue | None:
    """Return what some who are not named hold: "was criticized for …", "is seen as …"."""
    tokens = sentence.tokens
    opener = tokens[index + 1].lower if index + 2 < len(tokens) else ""
    favour = (lemma in words.FAVOURING) - (lemma in words.REJECTING)
    if (
        (favour and opener in {"for", "as"})
        or (lemma in _REGARDING and opener == "as")
        or (lemma == "ask" and opener == "about")
    ):
        first = index + 2
    elif lemma in _SAID_OR_THOUGHT and opener == "to":
        first = index + 1
    else:
        return None
    last = object_end(sentence, first, clause_end(sentence, first, index))
    span = trim(sentence, first, last)
    if span is None:
        return None
    # A blame is somebody's; what "is expected to" happen the author says too.
    framed = Framed("attitude" if favour else "topic", (span,), favour)
    return Cue(sentence.starts[index], sentence.ends[index], lemma, None, framed)


def _is_endorsed(tokens: list[Token], before: int) -> bool:
    """Tell whether "is right to" stands before the verb: "the mayor is right to warn that …"."""
    return tokens[before].lower == "to" and tokens[before - 1].lower in {"right", "correct"}


def _is_dismissed(tokens: list[Token], before: int) -> bool:
    """Tell whether "it is wrong to" stands before the verb: "it is wrong to say that …"."""
    if before < 1 or tokens[before].lower != "to":
        return False
    return tokens[before - 1].lower in _DISMISSING


def _is_passive(tokens: list[Token], before: int, index: int, lemma: str) -> bool:
    """Tell whether the verb is done to its subject: "was roundly criticized"."""
    token = tokens[index]
    if token.lower != verb_forms(lemma)[3] or token.lower == lemma:
        return False
    group = {t.lower for t in tokens[before + 1 : index]}
    if not group & _BE:
        return False
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return not (token.lower in _STATES_OF_MIND and following in {"to", "that", "about"})


def _agent(text: str, sentence: Sentence, index: int) -> Mention | None:
    """Return who does what is done: "was rejected by the board"."""
    tokens = sentence.tokens
    for position in range(index + 1, min(len(tokens) - 1, index + 5)):
        if tokens[position].lower == "by":
            holder = phrase_after(text, sentence, position + 1, limit=8)
            return holder if holder is not None and holder.is_actor else None
    return None


def _holder(
    text: str, sentence: Sentence, index: int, before: int, lemma: str
) -> tuple[Mention | None, bool]:
    """Return the holder and whether it stands behind the verb."""
    holder = subject_before(text, sentence, before)
    if (holder is None or holder.kind == "thing") and lemma in _SAID_OR_THOUGHT:
        after = inverted_subject(text, sentence, index)
        if after is not None:
            return after, True
    return holder, False


def _can_hold(tokens: list[Token], index: int, holder: Mention, lemma: str, framed: Framed) -> bool:
    """Tell whether such a subject can say or think such a thing: evidence and ideas cannot."""
    quotation = framed.frame == "quotation"
    pointing = {"that", "this", "it", "which", "there", "these", "those"}
    if holder.kind == "thing" and tokens[holder.last].lower in pointing:
        return False
    if holder.kind == "thing" and tokens[index].lower in words.AMBIGUOUS:
        return False
    # "The guild believes", "glaziers hope"; not "it is hard to think", "time will tell".
    last = tokens[holder.last]
    someone = holder.last > holder.first or last.capital or last.lower.endswith("s")
    told = framed.frame == "clause" and lemma in _OF_PEOPLE
    told = told or (framed.frame != "attitude" and lemma in words.ANIMATE)
    told = quotation or (told and someone)
    if holder.kind == "thing" and not told:
        return False
    evidence = tokens[holder.last].lower in words.INANIMATE_EVIDENCE
    return quotation or holder.kind in {"name", "group", "pronoun"} or not evidence


def _is_verb(sentence: Sentence, index: int, before: int, holder: Mention) -> bool:
    """Tell whether a form that may also be a noun ("claims", "plan") is a verb here."""
    tokens = sentence.tokens
    previous = tokens[index - 1]
    if before != index - 1 and previous.lower in _BEFORE_VERBS:
        return True
    if index > 0 and (previous.lower in _BEFORE_NOUNS or previous.possessive):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return False
    if (
        holder.kind == "pronoun"
        or after.lower in {"that", "to"}
        or _takes(tokens[index].lower, after.lower)
    ):
        return True
    if not after.is_word:
        return after.text in {",", ":"} or sentence.quoted[index + 1]
    if tokens[index].lower == "like":
        return False  # "officials like Holt"
    if tokens[index].lower == "find" and holder.is_actor:
        return True
    begins_phrase = after.lower in _OPEN_PHRASE or after.capital
    return holder.is_actor and begins_phrase


def _takes(form: str, preposition: str) -> bool:
    return preposition in words.PREPOSITIONAL.get(words.CUE_FORMS.get(form, ""), {})


def _endorsement(tokens: list[Token], before: int, index: int) -> int:
    around = {token.lower for token in tokens[max(0, before) : index + 2]}
    return bool(around & words.ENDORSING_ADVERBS) - bool(around & words.REJECTING_ADVERBS)
