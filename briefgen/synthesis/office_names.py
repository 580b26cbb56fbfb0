"""Names by office, where the source itself tells whose office it is: "the president", "the
administration".

"The president" is somebody else's in each country, and often in each source. One is joined with a
person only where the source calls exactly one person by that office ("President Ortiz") and speaks
of no other bearer ("the Ruhnish president", "President Halm of Ruhn", "the former president"). "The
administration" goes with "the Ortiz administration" where that is the only one of which the source
speaks, or, where it names none, the only one of which any source speaks. "President Ines Ortiz's
administration" is "the Ortiz administration" everywhere. An administration is never its head.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefgen.models.names import fold_name

OFFICES = ("president", "prime minister", "chancellor", "governor", "mayor")
"""Of which a country, a state or a town has one at a time."""
_NOT_BEARING = frozenset(("vice", "deputy", "former", "then"))
BODIES = ("administration", "campaign", "government", "team", "cabinet")
TOLD = frozenset(("administration", "campaign"))
"""Of these, what is one's even where the source does not say whose: there are many governments."""

_NAME = r"[A-ZÀ-Þ][\w’'-]*[^\W_]"
_OFFICE = "|".join(OFFICES)
_BEARER = re.compile(
    rf"(?P<before>[\w.’'-]+\s+)?\b(?i:(?P<office>{_OFFICE}))\s+(?P<name>{_NAME}(?:\s+{_NAME})*)"
    r"(?P<particle>\s+(?:de|del|della|der|den|di|da|dos|du|el|al|bin|ben|la|le|van|von|ter)\b)?"
)
_OF_PLACE = re.compile(rf"\b(?P<office>{_OFFICE})\s+of\b", re.IGNORECASE)
_OTHER_BEARER = re.compile(
    rf"(?:\b[A-ZÀ-Þ][\w.’'-]*|\b(?:former|then|next|previous|last|new|another|any|every|no|a|each))"
    rf"[\s-]+(?i:(?P<office>{_OFFICE}))\b(?!\s+[A-ZÀ-Þ])"
)
_POINTING = frozenset("the this our your my their his her its but and as if when so that".split())
_BODY = re.compile(
    rf"(?:(?i:the)\s+)?(?:{_NAME}\s+)*?(?P<name>{_NAME})(?:['’‘]s?)?\s+(?P<body>{'|'.join(BODIES)})"
)
_OF_HEAD = {body: re.compile(rf"(?P<name>{_NAME})(?:['’‘]s?)?\s+{body}\b") for body in TOLD}
_POSSESSIVE = re.compile(r"['’‘]s?$")


class Body(NamedTuple):
    """An administration or the like, by its head."""

    head: str
    """The head's last name, folded."""
    body: str


def find_only_heads(texts: Sequence[str]) -> dict[str, str]:
    """Return the bodies of ``TOLD`` of which all sources together know one alone, with its head.

    Args:
        texts: what all sources say, and the names of whom they speak.
    """
    heads = {body: _find_heads(body, texts) for body in TOLD}
    return {body: next(iter(found)) for body, found in sorted(heads.items()) if len(found) == 1}


def _find_heads(body: str, texts: Iterable[str]) -> set[str]:
    return {_fold(found["name"]) for text in texts for found in _OF_HEAD[body].finditer(text)}


def read_body(name: str, texts: Iterable[str], only: Mapping[str, str]) -> Body | None:
    """Read "the Ortiz administration", "President Ines Ortiz's administration".

    Args:
        name: of a holder.
        texts: what its source says: of "the administration" alone, whose they speak of tells.
        only: where the source does not tell, the one of which all sources speak.

    Returns:
        None where *name* is no such body, or alone and may be more than one's.
    """
    found = _BODY.fullmatch(" ".join(name.split()))
    if found is not None:
        return Body(_fold(found["name"]), found["body"])
    body = fold_name(name)
    if body not in TOLD or name.casefold() == body:
        return None
    heads = _find_heads(body, texts)
    if not heads and body in only:
        return Body(only[body], body)
    return Body(heads.pop(), body) if len(heads) == 1 else None


def read_office(name: str) -> str | None:
    """Return the office where a name is nothing else ("the president")."""
    folded = fold_name(name)
    return folded if folded in OFFICES else None


def find_bearer(office: str, texts: Sequence[str], roles: Iterable[tuple[str, str]]) -> str | None:
    """Return the folded last name of the one person whom a source gives an *office*.

    Args:
        office: one of ``OFFICES``.
        texts: what the source says, passage by passage.
        roles: names of holders in the source, and their roles.

    Returns:
        None where it is nobody, or may be more than one.
    """
    bearers = {
        _fold(name.split()[-1])
        for name, role in roles
        if fold_name(role) == office and name.split()
    }
    for text in texts:
        for found in _BEARER.finditer(text):
            if found["office"].casefold() == office:
                if fold_name(found["before"] or "") in _NOT_BEARING:
                    continue
                if found["particle"]:
                    return None  # "Mayor Bill de Blasio": where the name ends is not known
                bearers.add(_fold(found["name"].split()[-1]))
        if office in _list_others(text):
            return None
    return next(iter(bearers)) if len(bearers) == 1 else None


def _list_others(text: str) -> Iterator[str]:
    """Yield the offices of those of whom *text* speaks and who need not be whom a source names."""
    yield from (found["office"].casefold() for found in _OF_PLACE.finditer(text))
    for found in _OTHER_BEARER.finditer(text):
        if fold_name(found[0].split()[0]) not in _POINTING:
            yield found["office"].casefold()


def _fold(name: str) -> str:
    return _POSSESSIVE.sub("", name).casefold()
