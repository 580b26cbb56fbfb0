"""Whether a predicted holder is the annotated source: its head word stands in the source.

The annotated source of "Senator Hale of the harbour party said" may be cut anywhere around the
name; the head word of the holder ("hale") is what both must share.
"""

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
"""A word with what stands inside it; marks are none."""
_PRONOUNS = frozenset(
    "he she they it i we you who which that his her their its my our your him them me us those "
    "this these".split()
)
_NO_HEADS = frozenset(
    "the a an of and or to for in on at by from with as that who which whom whose than some many "
    "most several one two three four five other another own also former then now mr mrs ms dr sen "
    "rep gov president-elect said says jr sr ii iii".split()
)
_ARTICLE = re.compile(r"^\W*(?:the|a|an)\s+", re.IGNORECASE)
_AFTER_HEAD = re.compile(
    r"[,;:(\[—–]| - |\b(?:who|which|whose|of|for|in|at|from|with|on|to|and)\b", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)


def names_holder(holder: str, sources: Iterable[str]) -> bool:
    """Tell whether the head word of *holder* stands in one of the annotated *sources*."""
    head = _head_of(holder)
    return any(head in _folded(source) for source in sources)


def is_pronoun(source: str) -> bool:
    """Tell whether an annotated source is a pronoun and nothing else."""
    return all(word in _PRONOUNS for word in _folded(source))


def _head_of(holder: str) -> str:
    """Return the last telling word before the first comma, preposition or relative clause."""
    plain = _ARTICLE.sub("", holder.strip())
    for part in (_AFTER_HEAD.split(plain)[0], plain):
        words = _folded(part)
        telling = [word for word in words if word not in _NO_HEADS]
        if telling:
            return telling[-1]
    return words[-1] if words else ""


def _folded(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", word).casefold() for word in WORD.findall(text)]
