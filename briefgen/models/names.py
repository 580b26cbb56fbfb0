"""Names of holders and addressees: when two are one, and what is none."""

import re
from functools import lru_cache

NAMELESS = frozenset(
    """
    he she it they we you i him her them us me his hers its their theirs our ours my mine
    this that these those who whom which what here there
    some many most several few both all none any each either neither every much more fewer less
    one ones another other others someone somebody anyone anybody everyone everybody no nobody
    people
    """.split()
)
"""Words that, alone, name no holder: a reader cannot tell who is meant."""

_OWNERS = frozenset("my our your his her its their".split())
"""A name that begins with one of these depends on a sentence that the reader does not see."""
_ARTICLE = re.compile(r"(?:the|a|an)\s+")
_COUNTRY = re.compile(r"(?:[Tt]he\s+)?U\.?S\.?(?:['’]s?)?")
"""Spelt as the pronoun is, but for the capitals."""
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Return a name for comparison: case, an article before it, a possessive and the points of
    initials do not count.
    """
    return _POSSESSIVE.sub("", _ARTICLE.sub("", fold_letters(" ".join(name.split()))))


def fold_letters(name: str) -> str:
    """Return a name in small letters, initials without points: "U.S." as "us"."""
    return _DOTTED.sub(lambda initials: initials[0].replace(".", ""), name.casefold())


def is_name(holder: str) -> bool:
    """Tell whether *holder* names somebody: a pronoun alone, or somebody's somebody, does not."""
    if _COUNTRY.fullmatch(holder.strip()):
        return True
    name = fold_name(holder)
    return name not in NAMELESS and name.partition(" ")[0] not in _OWNERS


def is_described(holder: str) -> bool:
    """Tell whether *holder* is somebody's somebody ("his negotiators"), who is not nobody."""
    first, _, rest = fold_name(holder).partition(" ")
    return first in _OWNERS and bool(rest)


_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr prof sir lady lord madam rev".split())


def is_role(role: str) -> bool:
    """Tell whether *role* says what somebody is: a form of address does not, nor "its secretary",
    which hangs on a sentence that the reader does not see.
    """
    words = role.replace(".", "").split()
    return words[:1] != [] and not (
        words[0].lower() in _OWNERS or (len(words) == 1 and words[0].lower() in _FORMS_OF_ADDRESS)
    )
