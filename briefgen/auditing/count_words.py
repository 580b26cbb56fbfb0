"""How a brief words its counts. General English; ``N`` stands for a number in words or digits."""

from briefgen.models import Stance

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

STANDING: tuple[tuple[str, str], ...] = (
    (r"N (?:sources? )?(?:supports?|is in favou?r|are in favou?r)\b(?! or)", "support"),
    (r"N (?:sources? )?opposes?\b", "oppose"),
    (r"N (?:texts? )?(?:is|are) for it\b", "support"),
    (r"N (?:texts? )?(?:is|are) against it\b", "oppose"),
    (r"N (?:texts? )?says? it depends\b", "conditional"),
    (r"N (?:texts? )?(?:is|are) not clear to the program\b", "open"),
    (r"N (?:texts? )?(?:is|are) not clear\b(?! to)", "unclear"),
    (r"N (?:texts? )?just names? it\b", "passing"),
    (r"N (?:texts? )?(?:(?:does|do) not name|shows? nothing on) it\b", "silent"),
    (r"N (?:sources? )?(?:takes? a side in part|conditional)\b", "conditional"),
    (r"N (?:sources? )?(?:texts? )?takes? no side", "neutral"),
    (r"N (?:sources? )?(?:(?:is )?not determined|undetermined)", "unclear"),
    (r"N (?:sources? )?discuss(?:es)? it", "open"),
    (r"N (?:sources? )?(?:names? it )?in passing", "passing"),
    (r"N (?:sources? )?(?:silent|(?:does|do) not address it|shows? no passage)", "silent"),
    (r"N without(?=\s*(?:·|$))", "silent"),
    (r"(N) source was found to support this", "support"),
    (r"(N) source was found to oppose this", "oppose"),
)
"""Forms that say how many sources stand where on an issue."""

TOTALS: tuple[tuple[str, str], ...] = (
    (r"\bof (?:the )?N sources?\b", "sources"),
    (r"\bN sources? says?\b", "sources"),
    (r"\b(?:none of|in) the N sources?\b", "sources"),
    (r"\bon N issues?\b", "issues"),
)
"""Forms that say how many sources or issues there are."""

OF_A_SIDE: tuple[tuple[str, str], ...] = (
    (r"\bN (?:sources?|texts?)\b", "sources"),
    (r"\bN (?:more )?passages?\b", "more"),
)
"""Forms that stand beside a side's name."""

CLAIMS: tuple[tuple[str, str], ...] = (
    (r"\bthe sources divide\b|\band they divide\b", "both"),
    (r"\bwhose side is clear agree\b", "one"),
    (r"\bone source takes a side\b", "single"),
)
"""Forms that say of an issue, without a number, how the sources stand."""

LISTED_CLAIMS: tuple[tuple[str, str], ...] = (
    (r"\bonly support could be made out on\b", "support"),
    (r"\bonly opposition could be made out on\b", "oppose"),
    (r"\bno (?:source takes up|view was found on)\b", "none"),
)
"""The same of the issues whose titles follow."""

CHANGED_SIDES: dict[str, Stance] = {
    "support": "support",
    "opposition": "oppose",
    "conditional": "conditional",
}
"""What stands before "1 → 2" where a brief says how many sources took a side then and now."""

CHANGED_STANCES: dict[str, Stance] = {
    "support": "support",
    "opposition": "oppose",
    "a condition": "conditional",
    "no side": "neutral",
    "no side that could be determined": "unclear",
}
"""How a brief names the stance that a source took before, or takes now."""

CHANGED_TOTALS: tuple[tuple[str, str], ...] = (
    (r"\bN (?:is|are) new\b", "new"),
    (r"\bN (?:is|are) gone\b", "gone"),
    (r"\bN more changes? (?:is|are) in brief\.json", "further"),
)
"""Forms that say how many sources came or went, and how many changes are not told."""

ABOUT_THE_BRIEF = frozenset(
    """source sources passage passages quotation quotations side sides stance stances view views
    condition conditions record records outlet outlets article articles author authors proposition
    propositions issue issues brief digest digests conditional opposes oppose silent undetermined
    determined supports support passing text texts""".split()
)
"""What a brief speaks of where it speaks of its evidence; a sentence with one of them may be so."""
