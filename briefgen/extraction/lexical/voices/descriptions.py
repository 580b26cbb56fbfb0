"""What stands for a name: initials, "the two leaders", "the minister".

Each leads to a name that the article gives shortly before, and to that only where no other would
fit; else it stays as it stands.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from briefgen.extraction.lexical.language.reporting_words import PERSON_ROLES
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.voices.noun_phrases import TITLES, Mention

_REACH = 1000
"""How many characters back a description may point: about a paragraph."""
_RECENT = 200
"""More holders cannot be named in a paragraph."""
_INSIDE_NAMES = frozenset("of for and the on".split())
_MIN_INITIALS = 2
_MAX_TITLE_TOKENS = 4
_TITLES = (TITLES | PERSON_ROLES) - set("mr mrs ms dr prof former vice late deputy".split())


def resolve_pair(holder: Mention, before: list[Mention]) -> Mention | None:
    """Return the two names that "the two leaders" stands for, where they were named shortly before.

    Args:
        holder: a description.
        before: the holders found so far, in the order of the text.
    """
    said = holder.name.lower().split()
    definite = said[0] in {"the", "both", "these"} and said[0:2] != ["both", "sides"]
    if not (definite and {"two", "both", "pair", "duo"} & set(said[:2])):
        return None
    recent = before[-_RECENT:]
    near = [other for other in recent if 0 <= holder.start - other.start < _REACH]
    pairs = [other for other in near if other.kind == "name" and " and " in other.name]
    return pairs[-1] if pairs else None


def long_names(text: str, sentences: list[Sentence]) -> dict[str, list[tuple[int, str]]]:
    """Return the names of several words in an article, by their initials.

    Returns:
        For "DoT" and "DT": the offsets and the text of "Department of Transport", in order.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        last = -1
        for first in sentence.capitals:
            if first <= last:
                continue
            last = _name_end(tokens, first)
            for begin in range(first, min(last, first + _MAX_TITLE_TOKENS)):
                # "The United Department of Transport" is "DoT" too.
                start = sentence.starts[begin]
                named = start, text[start : sentence.ends[last]]
                run = [token.text for token in tokens[begin : last + 1]]
                for initials in {
                    "".join(word[0] for word in run),
                    "".join(word[0] for word in run if word[0].isupper()),
                }:
                    found.setdefault(initials, []).append(named)
    return found


def _name_end(tokens: Sequence[Token], first: int) -> int:
    """Return the last token of the run of capitals there, over "of" and "for"."""
    last = end = first
    while last + 1 < len(tokens) and tokens[last].is_word:
        following = tokens[last + 1]
        if not (following.capital and following.is_word) and following.lower not in _INSIDE_NAMES:
            break
        last += 1
        end = last if following.capital else end
    return end


def may_be_initials(holder: Mention) -> bool:
    """Tell whether a name may stand for a longer one, such as "DoT" or "the W.H.O."."""
    plain = _plain(holder)
    return " " not in plain and sum(letter.isupper() for letter in plain) >= _MIN_INITIALS


def _plain(holder: Mention) -> str:
    return _without_article(holder).replace(".", "")


def _without_article(holder: Mention) -> str:
    return holder.name.removeprefix("the ").removeprefix("The ")


def spell_out(holder: Mention, names: dict[str, list[tuple[int, str]]]) -> Mention:
    """Return the holder under its long name, where the article gives that shortly before.

    Args:
        holder: whose name may be initials.
        names: what ``long_names`` found.
    """
    named = names.get(_plain(holder), [])
    last = bisect_left(named, (holder.start, "")) - 1
    if last < 0 or holder.start - named[last][0] >= _REACH:
        return holder
    return replace(holder, name=named[last][1], role=_without_article(holder))


def titled_people(text: str, sentences: list[Sentence]) -> dict[str, list[tuple[int, str]]]:
    """Return who bears a title in the article: "Transport Minister Lena Osk", "Mayor Holt".

    Returns:
        For each title in small letters: the offsets and the names of those who bear it, in order.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for sentence in sentences:
        if _TITLES.isdisjoint(sentence.vocabulary):
            continue
        tokens = sentence.tokens
        for index, title in enumerate(sentence.lowers[:-1]):
            if title not in _TITLES:
                continue
            last = index
            while last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].is_word:
                last += 1
            bare = last > index and tokens[index + 1].lower not in TITLES
            if bare and last - index < _MAX_TITLE_TOKENS and not tokens[index].possessive:
                start, end = sentence.starts[index + 1], sentence.ends[last]
                end -= 2 * (tokens[last].text[-2:] in {"'s", "’s"})
                found.setdefault(title, []).append((start, text[start:end]))
    return found


def resolve_title(holder: Mention, titled: dict[str, list[tuple[int, str]]]) -> Mention | None:
    """Return the person for whom "the minister" stands: the only one the article calls so.

    Args:
        holder: a description.
        titled: what ``titled_people`` found.
    """
    said = holder.name.lower().split()
    people = titled.get(said[-1], []) if len(said) == 2 and said[0] == "the" else []
    if len({name.split()[-1] for _, name in people}) != 1:
        return None
    last = bisect_left(people, (holder.start, "")) - 1
    if last < 0 or holder.start - people[last][0] >= _REACH:
        return None
    return replace(holder, name=people[last][1], role=holder.name, kind="name")
