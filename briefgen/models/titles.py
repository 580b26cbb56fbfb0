"""Names with and without a title: when "President Ortiz" and "Ortiz" are one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from briefgen.models.names import fold_letters

# "General", "King" and the like are missing on purpose: they begin the names of firms and places.
_TITLES = (
    "deputy prime minister",
    "prime minister",
    "foreign minister",
    "finance minister",
    "defense minister",
    "defence minister",
    "defense secretary",
    "trade minister",
    "vice president",
    "president",
    "chancellor",
    "senator",
    "representative",
    "congressman",
    "congresswoman",
    "governor",
    "ambassador",
    "commissioner",
    "superintendent",
    "councilman",
    "councilwoman",
    "councillor",
    "assemblyman",
    "assemblywoman",
    "assemblymember",
    "sheriff",
    "mayor",
    "professor",
    "minister",
    "secretary of state",
    "secretary(?! general)",
    "mister",
    "mrs",
    "ms",
    "mr",
    "dr",
    "sen",
    "rep",
    "gov",
    "prof",
)
# Before the title may stand "former" or "then" and up to three capitalised words ("Freedonian
# President Ortiz", "Port Trade Commission President Ortiz"), but none that makes it another office;
# what follows must begin like a name, so that "President of the Board" stays whole.
_TITLED = re.compile(
    r"(?:(?:[Ff]ormer|[Tt]hen)[ -]+)?"
    r"(?:(?!Deputy|Vice|Assistant|Acting|Shadow)[A-ZÀ-Þ][\w.]*[ -]+){0,3}?"
    rf"(?P<title>(?i:{'|'.join(_TITLES)}))\.?\s+(?P<name>[A-ZÀ-Þ].*)"
)
_SAME_TITLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "prof": "professor",
    "mister": "mr",
    "ms": "mrs",
    "defence minister": "defense minister",
}
"""Other spellings; "Ms" and "Mrs" are told apart by nobody who writes about one woman."""
_HONORIFICS = frozenset(("mr", "mrs", "dr", "professor"))
"""Who bears an office is called so too."""
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")

NameKey = tuple[str, str]
"""A name without its title, folded; and the title, or nothing where it does not tell apart."""


def merge_names(names: Iterable[str]) -> dict[str, NameKey]:
    """Give every name of one source a key that it shares with its trivial variants.

    A title is left out of the key where the source gives its bearer no other title: "President
    Ortiz" and "Ortiz" are one, but with "Governor Ortiz" in the same source all three stay apart.
    "Mr" and the like go with any office, but not with each other's.
    """
    parts = {name: split_title(name) for name in names}
    apart = find_disputed(parts.values())
    return {name: (bare, title if bare in apart else "") for name, (bare, title) in parts.items()}


def find_disputed(keys: Iterable[NameKey]) -> frozenset[str]:
    """Return the bare names that stand for more than one bearer, by their titles."""
    titles: dict[str, set[str]] = {}
    for bare, title in keys:
        if title:
            titles.setdefault(bare, set()).add(title)
    return frozenset(
        bare
        for bare, found in titles.items()
        if len(found - _HONORIFICS) > 1 or {"mr", "mrs"} <= found
    )


@lru_cache(maxsize=65_536)
def split_title(name: str) -> NameKey:
    """Return a name without article, possessive and title, folded, and the title."""
    text = " ".join(name.split())
    text = _POSSESSIVE.sub("", _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text)
    titled = _TITLED.fullmatch(text)
    if titled is None:
        return fold_letters(text), ""
    title = titled["title"].casefold()
    return fold_letters(titled["name"]), _SAME_TITLES.get(title, title)
