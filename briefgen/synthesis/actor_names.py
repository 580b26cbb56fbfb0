"""Which names stand for the same actor, over all sources.

The codebook's ``actors:`` decide where they list a name. Without them only this is merged:

- within one source, names that differ by an article, a possessive or a title (`titles`);
- over the sources, the same proper name, or the same plural ("farmers"). "The minister" of one
  source may be another's, and stays that source's;
- a surname alone and the one full name that ends with it ("Doe", "Jane Doe"): not where two do,
  and not after a word of direction ("Ireland" is not "Northern Ireland");
- initials and the name that a statement writes out before them ("Port Safety Office (PSO)"), where
  the initials have one such name;
- initials that every newspaper uses without writing them out ("the US", "the EU");
- a state, its people and those who act for it ("Poland", "the Poles", "Polish officials":
  `state_names`);
- an office and its bearer, a body and its head, where the source tells whose (`office_names`).

Two names that the codebook lists for different actors are never merged.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefgen.models.names import fold_name, is_name
from briefgen.models.titles import NameKey, find_disputed, merge_names, split_title
from briefgen.synthesis.evidence import Evidence
from briefgen.synthesis.office_names import find_bearer, find_only_heads, read_body, read_office
from briefgen.synthesis.state_names import read_state

Element = tuple[str, NameKey]
"""A source id and a name's key in it; the empty id stands for the name in all sources."""

_AND = re.compile(r",\s+and\s+|\s+and\s+|,\s+")
_LEADING_ARTICLE = re.compile(r"(?:The|An?)(?=\s)")
_BEHIND_HEAD = re.compile(r"\s+(?:of|in|from|at|on|for|who|with|to)\s+")
_PLACE_WORDS = frozenset(
    """
    north south east west northern southern eastern western central upper lower inner outer great
    greater new old united saint san santa port mount lake fort cape all former
    """.split()
)
"""Words before a place's name that make another place's or a body's of it."""
_NAME_TOKEN = re.compile(r"[A-ZÀ-Þ][\w'’-]*\.?")
_PERSON_TOKENS = (2, 3)
_INITIALS = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Za-z.&]{1,8})\s*\)")
_KNOWN_INITIALS = {
    "us": "united states",
    "usa": "united states",
    "uk": "united kingdom",
    "eu": "european union",
    "un": "united nations",
}
_NAME_WORD = re.compile(r"[\w'’.&-]+")
_LISTED = "listed:"
_LINKING = frozenset("of for on and the in to a an & de la des du".split())


class ActorName(NamedTuple):
    """An actor behind a name, as one source uses it."""

    key: str
    """The same for all names of the actor."""
    form: str
    """The name, or the part of it that names this actor; an article before it in small letters."""


class ActorNames:
    """Looks up who is meant by a name.

    Args:
        evidence: all records.
        listed: the codebook's names, each with its other names.
    """

    def __init__(self, evidence: Evidence, listed: Mapping[str, Sequence[str]]) -> None:
        self._listed = {
            fold_name(text): name for name, aliases in listed.items() for text in (name, *aliases)
        }
        used = _collect_names(evidence)
        every = {name for names in used.values() for name in names}
        self._known = {fold_name(name) for name in every} | self._listed.keys()
        used = {
            source: {part for name in names for part in self._split(name)}
            for source, names in used.items()
        }
        every = {name for names in used.values() for name in names}
        self._local = {source: merge_names(sorted(names)) for source, names in used.items()}
        self._parent: dict[Element, Element] = {}
        self._join_over_sources(every)
        self._join_surnames(every)
        self._join_initials(evidence)
        self._join_states(used)
        self._join_offices(evidence, used)
        self._owners = self._find_owners(used)

    def resolve(self, source_id: str, name: str) -> Iterator[ActorName]:
        """Yield the actors whom *source_id* means by *name*.

        None for "he"; two for "Ruhn and Orland", where both stand in the records alone too.
        """
        for part in self._split(name):
            form = _LEADING_ARTICLE.sub(lambda found: found[0].lower(), " ".join(part.split()))
            listed = self._find_listed(part)
            if listed is not None:
                yield ActorName(self.key_of_listed(listed), form)
                continue
            root = self._find((source_id, self._local[source_id][part]))
            owner = self._owners.get(root, ())
            if len(owner) == 1:
                yield ActorName(self.key_of_listed(next(iter(owner))), form)
            else:
                yield ActorName(f"{root[0]}:{'|'.join(root[1])}", form)

    def listed_name(self, key: str) -> str | None:
        """Return the codebook's name for an actor's *key*; None where it lists none."""
        return key.removeprefix(_LISTED) if key.startswith(_LISTED) else None

    def key_of_listed(self, name: str) -> str:
        """Return the key of an actor whom the codebook lists as *name*."""
        return f"{_LISTED}{name}"

    def _find_listed(self, name: str) -> str | None:
        bare, _ = split_title(name)
        return self._listed.get(fold_name(name)) or self._listed.get(bare)

    def _split(self, name: str) -> list[str]:
        """Return those whom *name* joins by "and"; what names nobody is left out."""
        if fold_name(name) in self._listed:
            return [name]
        parts = [part for part in _AND.split(name) if part]
        if len(parts) == 1:
            return [name] if is_name(name) else []
        named = [part for part in parts if is_name(part)]
        if all(fold_name(part) in self._known for part in named):
            return named
        if len(named) == 1 and _is_proper(named[0]):
            return named
        return [name] if is_name(name) and len(named) == len(parts) else []

    def _join_over_sources(self, every: Iterable[str]) -> None:
        shared = merge_names(sorted(every))
        disputed = find_disputed(split_title(name) for name in shared)
        for source, keys in self._local.items():
            for name, key in keys.items():
                bare, title = split_title(name)
                # With two Ortizes about, "Ortiz" alone is whom the source means.
                is_told = bare not in disputed or title
                if is_told and (_is_proper(name) or _is_plural(name)):
                    self._join((source, key), ("", shared[name]))

    def _join_surnames(self, every: Iterable[str]) -> None:
        with_article = {split_title(name)[0] for name in every if _has_article(name)}
        bare = {split_title(name)[0]: name for name in sorted(every) if _is_proper(name)}
        full: dict[str, set[str]] = {}
        for key, name in bare.items():
            if key not in with_article and _is_full_name(name):
                full.setdefault(key.split()[-1], set()).add(key)
        for surname, names in full.items():
            if surname in bare and surname not in with_article and len(names) == 1:
                self._join(("", (surname, "")), ("", (next(iter(names)), "")))

    def _join_initials(self, evidence: Evidence) -> None:
        expansions: dict[str, set[str]] = {}
        for statement in evidence.statements.values():
            for initials, name in find_initials(statement.quote):
                expansions.setdefault(initials.casefold(), set()).add(fold_name(name))
            holder = statement.holder
            if holder is not None and holder.role and _spells(holder.role, holder.name.split()):
                expansions.setdefault(holder.role.casefold(), set()).add(fold_name(holder.name))
        for initials, name in _KNOWN_INITIALS.items():
            if expansions.get(initials, {name}) == {name}:
                expansions[initials] = {name}
        for initials, names in sorted(expansions.items()):
            if len(names) == 1:
                self._join(("", (initials, "")), ("", (next(iter(names)), "")))

    def _join_states(self, used: Mapping[str, Iterable[str]]) -> None:
        for source, names in used.items():
            for name in names:
                state = read_state(name)
                if state is not None:
                    self._join((source, self._local[source][name]), ("", (state, "")))

    def _join_offices(self, evidence: Evidence, used: Mapping[str, Iterable[str]]) -> None:
        """Join an office alone with its bearer, and the ways to call a body by its head."""
        people = _index_people(name for names in used.values() for name in names)
        everywhere = [s.quote for s in evidence.statements.values()]
        everywhere += [name for names in used.values() for name in names]
        only = find_only_heads(everywhere)
        for record in evidence.records:
            source_id = record.source.id
            names = sorted(used.get(source_id, ()))
            texts = [statement.quote for statement in record.statements]
            holders = [s.holder for s in record.statements if s.holder is not None]
            roles = [(holder.name, holder.role) for holder in holders if holder.role]
            for name in names:
                here = (source_id, self._local[source_id][name])
                office, body = read_office(name), read_body(name, [*texts, *names], only)
                if office is not None:
                    bearers = people.get(find_bearer(office, texts, roles) or "", ())
                    if len(bearers) == 1:
                        self._join(here, ("", (next(iter(bearers)), "")))
                elif body is not None:
                    self._join(here, ("", (f"{body.head}: {body.body}", "")))

    def _find_owners(self, used: Mapping[str, Iterable[str]]) -> dict[Element, set[str]]:
        """Find the listed actors whose names each group of names holds."""
        owners: dict[Element, set[str]] = {}
        for source, names in used.items():
            for name in names:
                listed = self._find_listed(name)
                if listed is not None:
                    root = self._find((source, self._local[source][name]))
                    owners.setdefault(root, set()).add(listed)
        return owners

    def _find(self, element: Element) -> Element:
        root = element
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(element, element)) != element:
            self._parent[element], element = root, above
        return root

    def _join(self, one: Element, other: Element) -> None:
        # The smaller is the root, so that the order of the names does not matter.
        low, high = sorted((self._find(one), self._find(other)))
        if low != high:
            self._parent[high] = low


def find_initials(text: str) -> Iterator[tuple[str, str]]:
    """Yield initials in brackets with the name before them that they are the initials of."""
    for found in _INITIALS.finditer(text):
        words = list(_NAME_WORD.finditer(text, 0, found.start()))
        for count in range(2, 2 * len(found[1]) + 1):
            if count > len(words) or "\n" in text[words[-count].start() : found.start()].strip():
                break
            name = text[words[-count].start() : found.start()].strip()
            if _spells(found[1], name.split()):
                yield found[1], name
                break


def _spells(initials: str, words: Sequence[str]) -> bool:
    """Tell whether *initials* are those of *words*, of which small linking words do not count."""
    letters = [letter.casefold() for letter in initials if letter.isalpha()]
    heads = [word[0].casefold() for word in words if word.casefold() not in _LINKING]
    is_name_like = all(word[0].isupper() for word in words if word.casefold() not in _LINKING)
    return len(letters) > 1 and letters == heads and is_name_like and words[0][0].isupper()


def _collect_names(evidence: Evidence) -> dict[str, set[str]]:
    used: dict[str, set[str]] = {}
    for statement_id, statement in evidence.statements.items():
        names = used.setdefault(evidence.source_of[statement_id], set())
        if statement.holder is not None:
            names.add(statement.holder.name)
        elif statement.addressee is not None:
            names.add(statement.addressee)
    return used


def _index_people(names: Iterable[str]) -> dict[str, set[str]]:
    """Return the last names of people to their full names, or to themselves where none is given."""
    full: dict[str, set[str]] = {}
    alone = set()
    for name in names:
        bare = split_title(name)[0]
        if _is_proper(name) and not _has_article(name):
            if _is_full_name(name):
                full.setdefault(bare.split()[-1], set()).add(bare)
            elif " " not in bare:
                alone.add(bare)
    return {name: {name} for name in alone - full.keys()} | full


def _has_article(name: str) -> bool:
    return _LEADING_ARTICLE.match(name[:1].upper() + name[1:]) is not None


def _without_article(name: str) -> str:
    return name.split(None, 1)[-1] if _has_article(name) and " " in name else name


def _is_proper(name: str) -> bool:
    return _without_article(name)[:1].isupper()


def _is_plural(name: str) -> bool:
    """Tell a group by its plural: the same in all sources, as one minister is not."""
    head = _BEHIND_HEAD.split(_without_article(name))[0].casefold()
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))


def _is_full_name(name: str) -> bool:
    """Tell whether *name*, its title left out, looks like a person's given name and surname."""
    bare = split_title(name)[0].split()
    words = name.split()[-len(bare) :]
    fewest, most = _PERSON_TOKENS
    return (
        fewest <= len(words) <= most
        and words[0].casefold() not in _PLACE_WORDS
        and all(_NAME_TOKEN.fullmatch(word) for word in words)
        and not (words[-1].isupper() and len(words[-1]) > 1)  # "Super PAC"
        and not _is_plural(name)
    )
