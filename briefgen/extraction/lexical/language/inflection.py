"""Inflected forms of English words, both ways.

The word lists of this package hold base forms only, so that a person can read and extend them;
``verb_forms`` spells out what occurs in text. ``stem`` folds the words of a codebook and of an
article onto each other (the Snowball "English" algorithm: Porter, M.F., 2001, "Snowball: a
language for stemming algorithms").
"""

from collections.abc import Iterable, Iterator
from functools import cache

from briefgen.likeness.stems import stem_word

_DOUBLING = frozenset(
    """
    admit bar ban beg commit compel concur control defer deter drop emit equip expel flip forbid
    forget get grab incur infer let occur omit permit plan prefer propel put quit rebel rebut
    refer regret remit rid rip rob scrap set shed shut sit slam slap slip snap spin split stop
    strip submit swap tap trap trim win wrap cut hit run step ship strap sum tip top
    """.split()
)

_IRREGULAR: dict[str, tuple[str, str]] = {
    "arise": ("arose", "arisen"),
    "be": ("was", "been"),
    "bear": ("bore", "borne"),
    "beat": ("beat", "beaten"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bet": ("bet", "bet"),
    "bind": ("bound", "bound"),
    "bleed": ("bled", "bled"),
    "break": ("broke", "broken"),
    "breed": ("bred", "bred"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "burn": ("burned", "burnt"),
    "buy": ("bought", "bought"),
    "cast": ("cast", "cast"),
    "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "cost": ("cost", "cost"),
    "cut": ("cut", "cut"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "eat": ("ate", "eaten"),
    "fall": ("fell", "fallen"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "flee": ("fled", "fled"),
    "forbid": ("forbade", "forbidden"),
    "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"),
    "forgo": ("forwent", "forgone"),
    "freeze": ("froze", "frozen"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "learn": ("learned", "learnt"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "mislead": ("misled", "misled"),
    "overcome": ("overcame", "overcome"),
    "overthrow": ("overthrew", "overthrown"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shed": ("shed", "shed"),
    "show": ("showed", "shown"),
    "shrink": ("shrank", "shrunk"),
    "shut": ("shut", "shut"),
    "sink": ("sank", "sunk"),
    "speak": ("spoke", "spoken"),
    "speed": ("sped", "sped"),
    "spend": ("spent", "spent"),
    "split": ("split", "split"),
    "spread": ("spread", "spread"),
    "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"),
    "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"),
    "strive": ("strove", "striven"),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tear": ("tore", "torn"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "undercut": ("undercut", "undercut"),
    "undergo": ("underwent", "undergone"),
    "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"),
    "undo": ("undid", "undone"),
    "uphold": ("upheld", "upheld"),
    "upset": ("upset", "upset"),
    "wage": ("waged", "waged"),
    "wear": ("wore", "worn"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"),
    "withstand": ("withstood", "withstood"),
    "write": ("wrote", "written"),
}

_VOWELS = frozenset("aeiou")


@cache
def verb_forms(base: str) -> tuple[str, ...]:
    """Return the forms of an English verb: base, third person, past, past participle, -ing."""
    third = _third_person(base)
    past, participle = _IRREGULAR.get(base) or (_regular_past(base), _regular_past(base))
    return base, third, past, participle, _present_participle(base)


def irregular_pasts() -> Iterator[tuple[str, str]]:
    """Yield each irregular verb's base with its past, and with its past participle."""
    for base, pasts in _IRREGULAR.items():
        yield from ((base, past) for past in dict.fromkeys(pasts) if past != base)


def forms_of(bases: Iterable[str]) -> dict[str, str]:
    """Return every form of the verbs, mapped to its base; the first verb to claim a form keeps
    it.
    """
    table: dict[str, str] = {}
    for base in bases:
        for form in verb_forms(base):
            table.setdefault(form, base)
    return table


def _third_person(base: str) -> str:
    if base == "be":
        return "is"
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if base in _DOUBLING:
        return base + base[-1] + "ed"
    return base + "ed"


def _present_participle(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    if base in _DOUBLING:
        return base + base[-1] + "ing"
    return base + "ing"


@cache
def stem(word: str) -> str:
    """Return the stem of a lower-case word; a word with a digit stays as it is."""
    if not word.isalpha():
        return word
    return stem_word(word)
