"""Who holds a view: the people of an article, its sentences' subjects, and what pronouns mean."""

from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS_PLURAL,
    SUBORDINATORS,
    VERB_FORMS,
)
from briefgen.extraction.lexical.language.reporting_words import (
    CUE_FORMS,
    PERSON_ROLES,
)
from briefgen.extraction.lexical.language.text import Sentence
from briefgen.extraction.lexical.voices.noun_phrases import (
    TITLES,
    Mention,
    coordinates,
    is_past_verb,
    phrase_after,
    phrase_before,
)

_PLURAL_ROLES = frozenset(
    role
    for role in PERSON_ROLES
    if (role.endswith("s") and not role.endswith("ss"))
    or role in {"people", "media", "press", "men", "women", "police"}
)
_BEFORE_NAMES = TITLES | PERSON_ROLES
_NO_SURNAMES = TITLES | DETERMINERS | AUXILIARIES | frozenset("it he she they we you i".split())
_POINTING_REACH = 1000
"""How many characters back a pronoun may point where nothing nearer fits: about a paragraph."""

_RECENT_HOLDERS = 200
"""More cannot be named in a paragraph; those before are not looked through again and again."""
_NO_FIRST_NAMES = DETERMINERS | PREPOSITIONS | SUBORDINATORS | ADVERBS | TITLES
_PLURAL = PRONOUNS_PLURAL | {"their"}


def known_people(sentences: list[Sentence]) -> frozenset[str]:
    """Return the surnames that stand behind a title or a role somewhere in the article."""
    found = set()
    for sentence in sentences:
        found |= _named_at_head(sentence)
        if _BEFORE_NAMES.isdisjoint(sentence.vocabulary):
            continue
        tokens = sentence.tokens
        for index, lower in enumerate(sentence.lowers[:-1]):
            if lower in _BEFORE_NAMES:
                following = index + 1
                if tokens[following].text == "." and following + 1 < len(tokens):
                    following += 1
                end = following
                while end < len(tokens) and tokens[end].capital and tokens[end].is_word:
                    end += 1
                if end > following and tokens[end - 1].lower not in _NO_SURNAMES:
                    found.add(tokens[end - 1].lower)
    return frozenset(found)


def _named_at_head(sentence: Sentence) -> set[str]:
    """Return the surname of "Mara Holt ran the market": two capitals, then a verb."""
    tokens = sentence.tokens
    if len(tokens) < 3 or not (tokens[0].capital and tokens[1].capital and tokens[1].is_word):
        return set()
    after = tokens[2].lower
    plain = tokens[0].lower not in _NO_FIRST_NAMES
    verb = after in VERB_FORMS or after in CUE_FORMS or after in AUXILIARIES
    return {tokens[1].lower} if plain and verb and not tokens[2].capital else set()


def resolve(
    text: str,
    sentences: list[Sentence],
    at: Sentence,
    mention: Mention,
    *,
    people: frozenset[str],
    holders: list[Mention],
) -> Mention | None:
    """Return what a pronoun points back to, at most three sentences before; None where unsure."""
    if mention.name.lower() == "it":
        return _institution(text, sentences, at, people)
    plural = text[mention.start : mention.end].lower() in _PLURAL
    for index in range(at.index, max(-1, at.index - 4), -1):
        sentence = sentences[index]
        limit = mention.first if index == at.index else len(sentence.tokens)
        found = (
            _last_plural(text, sentence, limit)
            if plural
            else _last_person(text, sentence, limit, people, same=index == at.index)
        )
        if found is not None:
            return found
        if plural and index < at.index and _names_person(sentence, people):
            return None  # "Amira is sixteen, Tom fifteen. They …" is not the group before them
    recent = holders[-_RECENT_HOLDERS:]
    near = [holder for holder in recent if at.start - holder.start < _POINTING_REACH]
    fitting = [holder for holder in near if _is_plural(holder) == plural]
    return fitting[-1] if fitting else None


def _names_person(sentence: Sentence, people: frozenset[str]) -> bool:
    return any(token.capital and token.lower in people for token in sentence.tokens)


def _institution(
    text: str, sentences: list[Sentence], at: Sentence, people: frozenset[str]
) -> Mention | None:
    """Return the body that the sentence before is about: its subject, if that is one."""
    if at.index == 0 or sentences[at.index - 1].paragraph != at.paragraph:
        return None
    before = sentences[at.index - 1]
    subject = subject_of(text, before)
    if subject is None or before.tokens[subject.last].lower in people:
        return None
    return subject


def subject_of(text: str, sentence: Sentence) -> Mention | None:
    """Return the subject of the sentence's first verb, or the phrase at its head, if an actor."""
    tokens = sentence.tokens
    for index in range(1, len(tokens)):
        lower = tokens[index].lower
        verb = lower in AUXILIARIES or lower in VERB_FORMS or lower in CUE_FORMS
        if verb or is_past_verb(tokens, index):
            mention = phrase_before(text, sentence, index - 1)
            owner = tokens[index - 1].possessive  # "the port's demands": a noun, not a verb
            if mention is not None and mention.kind in {"name", "group"} and not owner:
                return mention
            break
    head = phrase_after(text, sentence, 0)
    return head if head is not None and head.kind in {"name", "group"} else None


def _is_plural(mention: Mention) -> bool:
    words = mention.name.lower().split()
    return bool(words) and (
        words[-1] in _PLURAL_ROLES
        or " and " in mention.name
        or words[0] in {"some", "many", "most", "others"}
    )


def _last_person(
    text: str, sentence: Sentence, limit: int, people: frozenset[str], *, same: bool
) -> Mention | None:
    """Return the first person named in the sentence: subjects come first, pronouns follow them.

    A possessor counts only where the pronoun stands in the same sentence ("Holm's plan … he").
    """
    for index in range(limit):
        token = sentence.tokens[index]
        named = token.is_word and token.capital and token.lower in people
        if named and (same or not token.possessive) and not sentence.quoted[index]:
            return phrase_before(text, sentence, index)
    return None


def _last_plural(text: str, sentence: Sentence, limit: int) -> Mention | None:
    for index in range(limit):
        token = sentence.tokens[index]
        if not token.is_word or sentence.quoted[index] or token.possessive:
            continue
        demonym = token.capital and index > 0 and token.lower.endswith(("ans", "ese", "ns", "ts"))
        if token.lower in _PLURAL_ROLES or demonym:
            last = index
            while last + 2 < limit and coordinates(sentence.tokens, last + 1):
                last += (
                    3 if sentence.tokens[last + 2].lower in DETERMINERS and last + 3 < limit else 2
                )
            return phrase_before(text, sentence, last)
    return None
