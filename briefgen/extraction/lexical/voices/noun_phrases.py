"""Noun phrases beside a reporting cue, found without a parser.

A phrase is found by walking over tokens until a word comes that cannot be part of one; that is
fast, and wrong less often than it seems, because the phrases beside reporting cues are short.
"""

from dataclasses import dataclass

from briefgen.extraction.lexical.language.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    PRONOUNS_AUTHOR,
    PRONOUNS_GENERIC,
    PRONOUNS_PLURAL,
    PRONOUNS_SINGULAR,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORMS,
    WEEKDAYS_AND_MONTHS,
)
from briefgen.extraction.lexical.language.reporting_words import (
    CUE_FORMS,
    DOCUMENTS,
    INANIMATE_EVIDENCE,
    PERSON_ROLES,
)
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.feeling_words import EXPERIENCER_FORMS

TITLES = frozenset(
    """
    president vice prime minister secretary sen senator rep representative gov governor mr mrs ms
    dr prof
    professor chancellor king queen prince general gen col lt sgt capt admiral chairman
    chairwoman chair
    mayor judge justice sir lord lady dame ambassador speaker rev reverend pope cardinal attorney
    congressman congresswoman foreign defence defense treasury interior finance chief commissioner
    director premier comrade former
    """.split()
)
_LOWER_BEFORE_NAME = frozenset(
    """
    former senior then late special deputy vice acting veteran top chief prime ex current retired
    fellow
    assistant associate new outgoing incoming longtime
    """.split()
)
_LINKS_IN_NAME = frozenset(
    "of the de la van von der den al bin ibn del di da for and & du le".split()
)
_LINKS_IN_PHRASE = frozenset("of in at for from with on to against within".split())
_POSSESSIVES = frozenset("his her its their".split())
_QUANTIFIERS = frozenset("some many most few several".split())
_ORDERING = frozenset("let make give see watch hear".split())
_MERE_DETERMINERS = frozenset("the a an his her its their our my your every no".split())
_MAX_PHRASE_TOKENS = 14
_PRONOUNS = PRONOUNS_SINGULAR | PRONOUNS_PLURAL
_PERSONAL = _PRONOUNS | PRONOUNS_AUTHOR
_POINTING = frozenset("it this that which there these those".split())
_STANDING_ALONE = _PERSONAL | PRONOUNS_GENERIC | _POINTING
_NO_PHRASE_END = _LINKS_IN_PHRASE | DETERMINERS | COORDINATORS
_NO_NAMES = (RELATIVES | AUXILIARIES) - {"will"}
_NO_PHRASE_WORDS = (
    (RELATIVES | SUBORDINATORS | AUXILIARIES | PREPOSITIONS | COORDINATORS)
    | (NEGATORS - {"no", "neither"})
    | (ADVERBS - {"all", "both", "each", "most", "much", "early", "late", "just"})
)
_NOUNS_IN_LY = frozenset("family ally early only italy".split())
_VERBS = frozenset().union(VERB_FORMS, CUE_FORMS, EXPERIENCER_FORMS)
_ACTORS = PERSON_ROLES | _PRONOUNS
_IN_LISTS = PERSON_ROLES | DETERMINERS
_BEFORE_DETERMINERS = _LINKS_IN_PHRASE | COORDINATORS | {"the", "these", "those"}
_BEHIND_NAMES = PERSON_ROLES | {"of"}
_NO_BEGINNINGS = (PREPOSITIONS | COORDINATORS | SUBORDINATORS | AUXILIARIES) | (
    ADVERBS - {"all", "both", "most"}
)
_INNER_LINKS = _LINKS_IN_NAME - {"the"}
_NO_SINGLE_NAMES = DETERMINERS | ADVERBS
_NO_OWNERS = INANIMATE_EVIDENCE | RELATIVES | PRONOUNS_GENERIC


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names a possible holder."""

    start: int
    """Offset of the phrase in the article."""
    end: int
    first: int
    """Index of its first token in the sentence."""
    last: int
    name: str
    role: str | None
    kind: str
    """``name``, ``group``, ``document``, ``pronoun``, ``author``, ``generic`` or ``thing``."""

    @property
    def is_actor(self) -> bool:
        """Whether it can hold a view of its own."""
        return self.kind in {"name", "group", "pronoun"}


def phrase_before(text: str, sentence: Sentence, last: int) -> Mention | None:
    """Return the noun phrase whose last token is number *last* of the sentence, if one is there."""
    tokens = sentence.tokens
    if last < 0 or not tokens[last].is_word:
        return None
    head = tokens[last]
    if head.lower.partition("'")[0] in _PERSONAL and "'" in head.lower:
        return _contracted(sentence, last)
    if head.lower in _STANDING_ALONE:
        return _mention(text, sentence, last, last)
    if _ends_phrase(tokens, last, last) or head.lower in _MERE_DETERMINERS:
        return None
    if head.lower in _QUANTIFIERS and not head.capital:
        return _mention(text, sentence, last, last)  # "a plan some believe in"
    first = last
    while first > 0 and last - first < _MAX_PHRASE_TOKENS and _extends_left(tokens, first, last):
        first -= 1
    while first < last and not _can_begin(tokens[first]):
        first += 1
    if first == 0 and first < last and tokens[0].lower in _ORDERING:
        first = 1  # "Let children …"
    return _mention(text, sentence, *_cut_to_name(tokens, first, last))


def phrase_after(
    text: str, sentence: Sentence, first: int, limit: int = _MAX_PHRASE_TOKENS
) -> Mention | None:
    """Return the noun phrase that begins at token number *first*, up to the next boundary."""
    tokens = sentence.tokens
    if first >= len(tokens) or not tokens[first].is_word:
        return None
    if tokens[first].lower in _PERSONAL:
        return _mention(text, sentence, first, first)
    last = first
    if first == 0 and tokens[0].lower in _ORDERING:
        return None
    if not _can_begin(tokens[first]) or _ends_phrase(tokens, first, first):
        return None
    while last + 1 < len(tokens) and last - first < limit and _extends_right(tokens, last):
        last += 1
    while last > first and (not tokens[last].is_word or tokens[last].lower in _NO_PHRASE_END):
        last -= 1
    return _mention(text, sentence, first, last)


def _contracted(sentence: Sentence, at: int) -> Mention:
    """Return the pronoun in "he's" and "we've"."""
    token = sentence.tokens[at]
    pronoun = token.lower.partition("'")[0]
    kind = "pronoun" if pronoun in _PRONOUNS else "author"
    start = sentence.starts[at]
    return Mention(start, start + len(pronoun), at, at, token.text[: len(pronoun)], None, kind)


def _ends_phrase(tokens: list[Token], index: int, last: int) -> bool:
    """Tell whether the token cannot stand in a noun phrase (verbs, adverbs, function words)."""
    token = tokens[index]
    lower = token.lower
    if token.capital and index > 0 and lower not in _NO_NAMES:
        # "Theresa May" is no month.
        named = index > 1 and tokens[index - 1].capital
        return lower in WEEKDAYS_AND_MONTHS and not named
    if lower in _NO_PHRASE_WORDS or (lower.endswith("ly") and lower not in _NOUNS_IN_LY):
        return True
    if lower in PERSON_ROLES or lower in DOCUMENTS:
        return False
    if index == last and not lower.endswith(("ed", "ing")):
        # No finite verb stands right before another: "the campaign said" has a noun there.
        return False
    if lower in _VERBS and index > 0:
        before = tokens[index - 1]
        if before.lower in AUXILIARIES:
            return True
        return not (
            before.lower in DETERMINERS
            or before.possessive
            or (index < last and lower.endswith(("ed", "ing")))
        )
    return False


def _extends_left(tokens: list[Token], first: int, last: int) -> bool:
    current, before = tokens[first], tokens[first - 1]
    if (
        current.lower in DETERMINERS
        and current.lower not in {"other", "another", "some", "all", "many"}
        and first < last
    ):
        return before.lower in {"all", "both"} or coordinates(tokens, first - 1)
    if not before.is_word:
        if before.text == ".":
            return first >= 2 and (
                len(tokens[first - 2].text) == 1 or tokens[first - 2].lower in TITLES
            )
        return before.text in {"&", "-", "'", "’", "/"} or (
            before.text == "," and coordinates(tokens, first - 1)
        )
    if before.lower in {"and", "or", "&"}:
        return coordinates(tokens, first - 1)
    if before.lower in _LINKS_IN_PHRASE:
        anchor = tokens[first - 2] if first >= 2 else None
        return (
            anchor is not None
            and anchor.is_word
            and (
                anchor.lower in PERSON_ROLES
                or (
                    before.lower == "of"
                    and not _ends_phrase(tokens, first - 2, last)
                    and anchor.lower not in WEEKDAYS_AND_MONTHS
                )
            )
        )
    return not _ends_phrase(tokens, first - 1, last)


def coordinates(tokens: list[Token], index: int) -> bool:
    """Tell whether the "and" or comma at *index* joins two names or two groups."""
    if index < 1 or index + 1 >= len(tokens) or tokens[index].lower not in {"and", "or", "&", ","}:
        return False
    left = tokens[index - 1]
    right = tokens[index + 1]
    if left.lower in WEEKDAYS_AND_MONTHS:
        return False
    if tokens[index].text == "," and not _ends_in_and(tokens, index):
        return False
    if left.capital and right.lower in _POSSESSIVES:
        return True  # "Holt and his followers"
    if right.lower == "other":
        # "Holt and other senior officials": the adjectives stand before whom it is about.
        right = next((t for t in tokens[index + 2 : index + 6] if t.lower in PERSON_ROLES), right)
    elif right.lower in DETERMINERS and tokens[index].text != "," and index + 2 < len(tokens):
        right = tokens[index + 2]

    def actor(token: Token) -> bool:
        return (
            token.is_word
            and (token.capital or token.lower in _ACTORS)
            and token.lower not in SUBORDINATORS
        )

    return actor(left) and actor(right)


def _ends_in_and(tokens: list[Token], comma: int) -> bool:
    """Tell whether the comma belongs to a list of names that goes on to an "and"."""
    for token in tokens[comma + 1 : comma + 8]:
        if token.lower in {"and", "or", "&"}:
            return True
        if not (token.capital or token.text in {",", "."} or token.lower in _IN_LISTS):
            return False
    return False


def _extends_right(tokens: list[Token], last: int) -> bool:
    after = tokens[last + 1]
    if not after.is_word:
        if after.text == ".":
            return tokens[last].lower in TITLES or len(tokens[last].text) == 1
        plural = after.text in {"’", "'"} and tokens[last].lower.endswith("s")
        return (
            plural
            or after.text in {"&", "-", "/"}
            or (after.text == "," and coordinates(tokens, last + 1))
        )
    if after.lower in {"and", "&"}:
        return coordinates(tokens, last + 1)
    if after.lower in _LINKS_IN_PHRASE:
        return after.lower == "of" or tokens[last].lower in PERSON_ROLES
    if after.lower in DETERMINERS:
        return tokens[last].lower in _BEFORE_DETERMINERS
    if (
        tokens[last].capital
        and not after.capital
        and after.lower not in _BEHIND_NAMES
        and not tokens[last].possessive
    ):
        return False
    return not _ends_phrase(tokens, last + 1, -1) and not is_past_verb(tokens, last + 1)


def is_past_verb(tokens: list[Token], index: int) -> bool:
    """Tell whether a past form stands there with its object: "published its review"."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return tokens[index].lower.endswith("ed") and following in DETERMINERS


def _can_begin(token: Token) -> bool:
    return token.is_word and token.lower not in _NO_BEGINNINGS


def _cut_to_name(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """Where the phrase ends in a name, drop lower-case words before it that are no title or
    role.
    """
    if not tokens[last].capital or first == last:
        return first, last
    start = last
    while start > first:
        before = tokens[start - 1]
        lower = before.lower
        if (
            before.capital
            or lower in PERSON_ROLES
            or lower in _LOWER_BEFORE_NAME
            or lower in TITLES
            or not before.is_word
        ) or (
            lower in _LINKS_IN_NAME
            and start - 2 >= first
            and (tokens[start - 2].capital or tokens[start - 2].lower in PERSON_ROLES)
        ):
            start -= 1
        elif lower in DETERMINERS:
            start -= 1
            break
        else:
            break
    opens = start == 0 or tokens[start - 1].text in {"--", "—", "–", ":"}
    if opens and start < last and tokens[start].lower in VERB_FORMS:
        start += 1  # "Give President Holm credit": an order, not a name
    while start < last and (not tokens[start].is_word or tokens[start].lower in _INNER_LINKS):
        start += 1
    if start > 1 and tokens[start - 1].lower == "and" and tokens[start - 2].lower in _PRONOUNS:
        start -= 2  # "he and Osk"
    return start, last


def _mention(text: str, sentence: Sentence, first: int, last: int) -> Mention | None:
    tokens = sentence.tokens
    head = tokens[last]
    kind = _kind(sentence, first, last)
    if kind is None:
        return None
    name_first = first
    if kind == "name" and tokens[first].lower not in _PRONOUNS:
        while name_first < last and (
            tokens[name_first].lower in TITLES
            or tokens[name_first].lower in _LOWER_BEFORE_NAME
            or not tokens[name_first].is_word
            or (not tokens[name_first].capital and tokens[name_first].lower != "the")
            or (tokens[name_first + 1].lower in TITLES)
        ):
            name_first += 1
    if kind == "name" and name_first == last > first and head.lower in TITLES:
        name_first, kind = first, "group"  # "the President"
    end = sentence.ends[last] - (2 if head.text[-2:] in {"'s", "’s"} else 0)
    role = text[sentence.starts[first] : sentence.starts[name_first]].strip(" ,.") or None
    return Mention(
        sentence.starts[first],
        end,
        first,
        last,
        text[sentence.starts[name_first] : end],
        role,
        kind,
    )


def _kind(sentence: Sentence, first: int, last: int) -> str | None:
    tokens = sentence.tokens
    head = tokens[last]
    lower = head.lower
    if first == last and lower in _PRONOUNS:
        return "pronoun"
    if first == last and lower in PRONOUNS_AUTHOR:
        return "author"
    if first == last and lower in PRONOUNS_GENERIC:
        return "generic"
    if lower in WEEKDAYS_AND_MONTHS and head.capital and not _follows_name(tokens, first, last):
        return None
    words = [token.lower for token in tokens[first : last + 1] if token.is_word]
    roles = [word for word in words if word in PERSON_ROLES]
    role = last == 0 and lower in PERSON_ROLES and lower not in sentence.names
    if head.capital and not role and (first != last or first > 0 or _is_name(sentence, head)):
        return "name" if lower not in INANIMATE_EVIDENCE else "thing"
    if lower in DOCUMENTS:
        return "document"
    if lower in INANIMATE_EVIDENCE:
        return "thing"
    if lower in PERSON_ROLES or (
        roles and words[0] not in PREPOSITIONS and any(link in words for link in _LINKS_IN_PHRASE)
    ):
        return "group"
    if any(_joins_followers(tokens, index) for index in range(first + 1, last)):
        return "group"
    if first == last and lower in {"some", "many", "others", "most", "few", "several", "both"}:
        return "group"
    return "thing"


def _joins_followers(tokens: list[Token], index: int) -> bool:
    """Tell whether "Holt and his …" stands there: whoever they are, they are people."""
    joins = tokens[index].lower == "and" and tokens[index + 1].lower in _POSSESSIVES
    return joins and tokens[index - 1].capital


def _follows_name(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether a name stands before: "Yin Myint May" is no month."""
    return last - first > 1 and tokens[last - 1].capital and tokens[last - 2].capital


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Tell whether the first word of a sentence is a name and not just its first word."""
    if token.lower in _NO_SINGLE_NAMES or token.lower in VERB_FORMS:
        return False
    if token.text.isupper() and len(token.text) > 1:
        return True
    if token.possessive and token.lower not in _NO_OWNERS:
        return True
    return not sentence.names or token.lower in sentence.names
