"""Planted falsifications: rules that make a false quotation of a sentence that has what they need.

Each rule takes a sentence and the text around it and returns false quotations of it, or none where
the sentence lacks what the rule turns round. None of them knows how quotations are checked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True)
class Place:
    """A sentence in its article."""

    text: str
    """The article's."""
    start: int
    end: int
    sentences: Sequence[tuple[int, int]]
    """All sentences of the article's own blocks, in order."""

    @property
    def said(self) -> str:
        """The sentence."""
        return self.text[self.start : self.end]

    def others(self) -> Iterator[str]:
        """Yield the article's other sentences, those behind first."""
        number = self.sentences.index((self.start, self.end))
        for start, end in (*self.sentences[number + 1 :], *self.sentences[:number]):
            yield self.text[start:end]


Rule = Callable[[Place], Iterator[str]]
RULES: dict[str, Rule] = {}
SIX = ("negation dropped", "number changed", "year changed", "holder swapped", "tail invented",
       "two sentences spliced")  # fmt: skip
"""The kinds that every tool of this sort should refuse."""


def _rule(name: str) -> Callable[[Rule], Rule]:
    def keep(rule: Rule) -> Rule:
        RULES[name] = rule
        return rule

    return keep


def _each(pattern: str, change: Callable[[re.Match[str]], str], flags: int = 0) -> Rule:
    """Return the rule that changes each match by itself."""

    def rule(place: Place) -> Iterator[str]:
        for match in re.finditer(pattern, place.said, flags):
            yield place.said[: match.start()] + change(match) + place.said[match.end() :]

    return rule


def _each_way(pattern: str, change: Callable[[int], Sequence[int]]) -> Rule:
    """Return the rule that puts each of several other numbers in a number's place."""

    def rule(place: Place) -> Iterator[str]:
        for match in re.finditer(pattern, place.said):
            for other in change(int(re.sub(r"\D", "", match[0]))):
                yield f"{place.said[: match.start()]}{other}{place.said[match.end() :]}"

    return rule


def _swap(pairs: str) -> Rule:
    """Return the rule that puts the other word of a pair in a word's place."""
    other: dict[str, str] = {}
    for pair in pairs.split():
        one, two = pair.split("/")
        other[one] = two
        other.setdefault(two, one)

    def change(match: re.Match[str]) -> str:
        word = other[match[0].lower()]
        return word.capitalize() if match[0][0].isupper() else word

    return _each(rf"\b(?:{'|'.join(other)})\b", change, re.IGNORECASE)


RULES["negation dropped"] = _each(
    r"(?i)\bcannot\b|\bcan['’]t\b|\bwon['’]t\b|(?<=[a-z])n['’]t\b|"
    r"\b(?:not|never|no|nor|neither)\b ?",
    lambda m: {"cannot": "can", "can't": "can", "can’t": "can", "won't": "will", "won’t": "will"}
    .get(m[0].lower(), ""),
)  # fmt: skip
RULES["negation added"] = _each(
    r"\b(?:is|are|was|were|will|would|can|should|must|has|have|had)\b(?! not\b|n['’]t)",
    lambda m: f"{m[0]} not",
)
RULES["number changed"] = _each_way(
    r"(?<![\w.,])(?!(?:1[89]|20)\d\d\b)\d+(?:[.,]\d+)*",
    lambda n: (n * 2 + 1, n + 1, max(0, n - 1) if n != 1 else 3, n * 10),
)
RULES["number's last digit changed"] = _each(
    r"\d(?!\d)", lambda m: str((int(m[0]) + 3) % 10)
)  # fmt: skip
RULES["year changed"] = _each_way(
    r"\b(?:1[89]|20)\d\d\b", lambda n: (n + 1, n - 1, n + 10, n - 10, n + 100, n - 4, n + 2)
)
RULES["decimal point lost"] = _each(r"(?<=\d)\.(?=\d)", lambda _: "")
RULES["number word changed"] = _swap(
    "two/three four/seven five/six eight/nine ten/twelve hundred/thousand million/billion "
    "first/second half/third dozen/hundred once/twice"
)
RULES["unit changed"] = _swap("million/billion billion/trillion percent/points thousand/million")
RULES["percent and points"] = _each(r" percent\b|%", lambda _: " percentage points")
RULES["month changed"] = _swap(
    " ".join(f"{m}/{'March' if m != 'March' else 'June'}".lower() for m in MONTHS.split())
    .replace("may/march", "")
)  # fmt: skip
RULES["all made some"] = _swap(
    "all/some every/some most/some many/few always/sometimes only/also none/some both/neither "
    "everyone/someone nobody/somebody more/less"
)
RULES["may made must"] = _swap("may/must might/will could/will can/must should/could would/will")
RULES["antonym"] = _swap(
    "support/oppose supports/opposes increase/decrease rise/fall rising/falling raise/cut win/lose "
    "strong/weak good/bad right/wrong before/after against/for with/without high/low better/worse "
    "higher/lower larger/smaller success/failure possible/impossible easy/hard new/old war/peace "
    "friend/enemy buy/sell imports/exports import/export accept/reject begin/end open/close"
)
RULES["comparative turned"] = _swap(
    "more/less better/worse higher/lower larger/smaller greater/lesser stronger/weaker "
    "faster/slower most/least best/worst"
)
RULES["opposite by prefix"] = _each(
    r"(?<=[a-z] )(?:un|in|im|ir|il|dis)(?=(?:[a-z]{5,}))(?!ternational|stead|deed|dustr|vest|cre|"
    r"clud|terest|flu|port|til|der|ion|ite)",
    lambda _: "",
)
RULES["prefix made a word"] = _each(
    r"(?<= )(un|in|im|dis)(?=[a-z]{5,})", lambda m: f"{m[0]} "
)  # fmt: skip
RULES["person or thing made many"] = _each(
    r"(?<=\bthe )([a-z]{4,})(?<!s)\b(?= (?:is|was|has|will|must|should|can)\b)",
    lambda m: f"{m[0]}s",
)
RULES["and made or"] = _swap("and/or")
RULES["hedge dropped"] = _each(
    r"\b(?:perhaps|probably|possibly|maybe|likely|almost|nearly|partly|largely|mostly|arguably|"
    r"apparently|reportedly|often|sometimes|usually|only|some|too) ",
    lambda _: "",
)
RULES["tense changed"] = _swap("is/was are/were has/had will/would")
RULES["pronoun changed"] = _swap("he/she they/we his/their our/their i/we my/his us/them")
RULES["question made a statement"] = _each(r"\?(?=\s*[\"”’]?\s*$)", lambda _: ".")
RULES["statement made a question"] = _each(r"(?<=[a-z])\.(?=[\"”’]?$)", lambda _: "?")
RULES["currency changed"] = _each(r"[$€£]", lambda m: "€" if m[0] == "$" else "$")
RULES["minus lost"] = _each(r"(?<=\s)[-−](?=\d)", lambda _: "")
RULES["letters of another alphabet"] = _each(
    r"(?<= )[a-z]*[aeo][a-z]+", lambda m: m[0].translate(str.maketrans("aeo", "аео"))
)


@_rule("name swapped")
def _swap_names(place: Place) -> Iterator[str]:
    """Put another name of the article in a name's place."""
    named = r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]{3,}\b"
    names = list(dict.fromkeys(re.findall(named, place.text)))
    for match in re.finditer(named, place.said):
        if match.start() == 0:
            continue
        other = next((name for name in names if name not in place.said), None)
        if other is not None:
            yield place.said[: match.start()] + other + place.said[match.end() :]


@_rule("tail invented")
def _invent_tail(place: Place) -> Iterator[str]:
    bare = place.said.rstrip(".!?…”\"’' ")
    yield f"{bare}, and that is why the decision must stand."
    yield f"{bare}, as everybody knows."
    yield f"{bare} today."


@_rule("head invented")
def _invent_head(place: Place) -> Iterator[str]:
    yield f"It is beyond doubt that {place.said[0].lower()}{place.said[1:]}"


@_rule("two sentences spliced")
def _splice(place: Place) -> Iterator[str]:
    """Put the first half of the sentence before the second half of another."""
    own = place.said.split()
    for other in place.others():
        words = other.split()
        if len(words) >= 8 and len(own) >= 8:
            yield " ".join((*own[: len(own) // 2], *words[len(words) // 2 :]))
            yield " ".join((*own[: len(own) // 2], "…", *words[len(words) // 2 :]))
            return


@_rule("two whole sentences joined")
def _join(place: Place) -> Iterator[str]:
    """Leave out the sentence between two."""
    at = place.sentences.index((place.start, place.end))
    if at + 2 < len(place.sentences):
        start, end = place.sentences[at + 2]
        yield f"{place.said} {place.text[start:end]}"
        yield f"{place.said} … {place.text[start:end]}"


@_rule("words skipped by an ellipsis")
def _skip(place: Place) -> Iterator[str]:
    words = place.said.split()
    if len(words) >= 10:
        third = len(words) // 3
        yield " ".join((*words[:third], "…", *words[third + 3 :]))
        yield " ".join((*words[:third], "[...]", *words[third + 1 :]))
        yield " ".join((*words[:third], *words[third + 2 :]))


@_rule("words swapped")
def _exchange(place: Place) -> Iterator[str]:
    words = place.said.split()
    if len(words) >= 8 and words[2].lower() != words[5].lower():
        yield " ".join((*words[:2], words[5], *words[3:5], words[2], *words[6:]))


@_rule("condition cut off")
def _cut_condition(place: Place) -> Iterator[str]:
    """Stop before the condition, or leave out one that stands in front."""
    for match in re.finditer(r",? (?:unless|if|provided|as long as|only if|until|except)\b",
                             place.said):  # fmt: skip
        if match.start() > 20 and not place.said[: match.start()].endswith(
            (" even", " as", "what")
        ):
            yield f"{place.said[: match.start()].rstrip(' ,—–-')}."
    front = re.match(r"(?:If|Unless|Until|Provided)\b[^,;]*, ", place.said)
    if front:
        rest = place.said[front.end() :]
        yield f"{rest[0].upper()}{rest[1:]}"


@_rule("denial cut off")
def _cut_denial(place: Place) -> Iterator[str]:
    """Quote only what is denied: "nobody believes that" left out."""
    for match in re.finditer(
        r"(?:n['’]t|\bnot|\bnobody|\bnever|\bno one|\bden(?:y|ies|ied)|\bdoubts?|\bmyth|\bfalse)\b"
        r"[^.;:,—–]{0,40}?\bthat ",
        place.said,
    ):
        rest = place.said[match.end() :]
        if len(rest.split()) >= 4:
            yield f"{rest[0].upper()}{rest[1:]}"


@_rule("modal cut off")
def _cut_modal(place: Place) -> Iterator[str]:
    for match in re.finditer(r"\b(?:may|might|could|should|must|would) (?!not)", place.said):
        if len(place.said[match.end() :].split()) >= 3:
            yield place.said[match.end() :]


@_rule("end cut off in the midst of a clause")
def _cut_end(place: Place) -> Iterator[str]:
    """Stop before a preposition: what is said of a part is said of the whole."""
    for match in re.finditer(r" (?:on|of|in|for|by|to|than|with|from) ", place.said):
        if match.start() > 30 and place.said[match.start() - 1].isalnum():
            yield f"{place.said[: match.start()]}."


@_rule("double negation removed")
def _undouble(place: Place) -> Iterator[str]:
    negation = r"(?i)\b(?:not|no|never|without|nobody|nothing)\b ?|\bun(?=[a-z]{5})"
    negations = list(re.finditer(negation, place.said))
    for one, two in pairwise(negations):
        said = place.said
        yield said[: one.start()] + said[one.end() : two.start()] + said[two.end() :]


@_rule("not able made notable")
def _undivide(place: Place) -> Iterator[str]:
    for match in re.finditer(r"(?i)\b(?:not|no|a|in) (?=[a-z]{3})", place.said):
        yield place.said[: match.end() - 1] + place.said[match.end() :]


def distort(place: Place, rule: str) -> list[str]:
    """Return the false quotations of a sentence by one rule; none where it lacks what is needed."""
    return [
        false
        for false in dict.fromkeys(RULES[rule](place))
        if " ".join(false.split()) != " ".join(place.said.split()) and false.strip()
    ]


def retype(said: str, style: int) -> str:
    """Return a sentence with the same words, typed in another way.

    Args:
        said: the sentence.
        style: which way, from 0; each is taken in turn.
    """
    return STYLES[style % len(STYLES)](said)


def _straight(said: str) -> str:
    table = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": " - ", "–": "-", "…": "..."}
    return "".join(table.get(c, c) for c in said)


def _curly(said: str) -> str:
    said = re.sub(r'(^|[\s(])"', r"\1“", said).replace('"', "”")
    return said.replace("'", "’").replace(" - ", "—").replace("...", "…")


STYLES: tuple[Callable[[str], str], ...] = (
    _straight,
    _curly,
    lambda s: re.sub(r" ", "\u00a0", s),
    lambda s: re.sub(r" ", "  ", s),
    lambda s: re.sub(r"\s*[—–]\s*", " -- ", s),
    lambda s: f"“{s}”",
    lambda s: s.replace("“", "«").replace("”", "»"),
    lambda s: re.sub(r"(?<=[a-z])-(?=[a-z])", "\u2011", s),
    lambda s: re.sub(r"\b([a-z]{4})([a-z]{4,})\b", "\\1\u00ad\\2", s),
    lambda s: s.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    lambda s: s.replace(",", "", 1),
    lambda s: s.rstrip(".!"),
    lambda s: f"…{s[0].lower()}{s[1:]}",
    lambda s: re.sub(r" (?=[a-z]+ [a-z]+$)", "\n", s),
    lambda s: re.sub(r"(?<=[a-z]) (?=[a-z])", "\u200b ", s),
    lambda s: s.replace("“", '"').replace("”", '"').replace(" ", "\t", 2),
)
"""Ways of typing that change no word."""
