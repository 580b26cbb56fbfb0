"""What an audit checks, from which figure on a brief is refused, and what is to be done then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.errors import UsageError


@dataclass(frozen=True)
class CheckKind:
    """One check: its name, what it measures, its threshold and the advice where that is passed."""

    name: str
    what: str
    threshold: float
    """The largest figure that passes, where none is set."""
    advice: str


_BUILD_AGAIN = "build the brief again; edit templates, not finished pages"
_ONLY_EVIDENCE = "take it from the records, or leave it out; " + _BUILD_AGAIN

CHECKS: tuple[CheckKind, ...] = (
    CheckKind(
        "quotations-gap",
        "quotations by which one side is behind the other though the records hold more of it",
        0,
        "print as many of both sides: check the template's limits for a side; " + _BUILD_AGAIN,
    ),
    CheckKind(
        "unsaid-words-ratio",
        "words of one side for each word of the other on an issue, where the page does not say so",
        2,
        "say in the page that the sides have unequal space there (unequal_words), or even it out",
    ),
    CheckKind(
        "unsaid-quotations",
        "issues on which one side has fewer quotations and the page does not say so",
        0,
        "say in the page that one side has fewer passages there (unequal)",
    ),
    CheckKind(
        "total-words-ratio",
        "words of one side for each word of the other over all contested issues (three or more), "
        "those apart of which the page says it",
        1.75,
        "look for issues whose short passages are all of one side, or add articles of that side",
    ),
    CheckKind(
        "unquoted-positions",
        "stances on an issue that have passages in the records and no quotation on the page",
        0,
        "print at least one quotation for each stance; " + _BUILD_AGAIN,
    ),
    CheckKind(
        "skipped-sources",
        "sources of a side without a quotation while another of that side has two",
        0,
        "let the sources of a side take turns (docs/fairness.md); " + _BUILD_AGAIN,
    ),
    CheckKind(
        "same-side-first",
        "contested issues in a row on which the same side stands first",
        1,
        "let the sides take turns in leading: print issue.sides in their order",
    ),
    CheckKind(
        "same-side-last",
        "contested issues in a row on which the same side stands last",
        1,
        "let the sides take turns in leading: print issue.sides in their order",
    ),
    CheckKind(
        "skewed-verbs",
        "verbs in the brief's own words that doubt or endorse what is said",
        0,
        "use the same plain verbs for all sides: says, argues, calls for, warns, expects, reports",
    ),
    CheckKind(
        "loaded-words",
        "loaded words in the brief's own voice",
        0,
        "leave the word out of the template, or quote whoever uses it",
    ),
    CheckKind(
        "uncited-claims",
        "sentences in the brief's own voice that cite nothing and say nothing of the evidence",
        0,
        "cite who says it, or leave it out; the brief itself has no opinion",
    ),
    CheckKind(
        "missing-issues",
        "issues of the codebook that the page does not show, or not with their proposition",
        0,
        "show every issue, also one on which nothing is said, with the proposition as it was coded",
    ),
    CheckKind(
        "missing-sources",
        "sources that are not in the brief, its source list or its table",
        0,
        "list every source; " + _BUILD_AGAIN,
    ),
    CheckKind(
        "dropped-positions",
        "stances of sources in the records that the brief does not show",
        0,
        "cite every source under its stance; " + _BUILD_AGAIN,
    ),
    CheckKind(
        "wrong-marks",
        "marks in the table of who stands where that do not fit the records",
        0,
        _BUILD_AGAIN,
    ),
    CheckKind(
        "altered-quotations",
        "passages that are not word for word in the records, or digests in quotation marks",
        0,
        _ONLY_EVIDENCE,
    ),
    CheckKind(
        "misplaced-quotations",
        "passages under another side or issue than in the records",
        0,
        "print the passage under the stance that it shows, or correct the coding and build again",
    ),
    CheckKind(
        "miscredited-quotations",
        "passages and citations with another source's number or name",
        0,
        "cite the source whose statement it is; " + _BUILD_AGAIN,
    ),
    CheckKind(
        "misattributed-views",
        "reported views given as an author's own, or the other way round",
        0,
        "name who holds the view, or print a passage of the author's own",
    ),
    CheckKind(
        "cut-conditions",
        "passages that stop before a condition, a concession or a negation",
        0,
        "print the whole sentence, or another passage; a code can be corrected and built again",
    ),
    CheckKind(
        "shortened-quotations",
        "quotations that print a part of their statement",
        0,
        "print the statement whole, or another one; room is saved by fewer quotations a side",
    ),
    CheckKind(
        "missing-conditions",
        "stances whose conditions are not printed, or less of than the other side's",
        0,
        "print the conditions, as many of both sides (limits.conditions)",
    ),
    CheckKind(
        "wrong-counts",
        "counts in sentences, and the sources cited for them, that do not fit the records",
        0,
        "let the template count: counted(…|length, …) and cite(…)",
    ),
    CheckKind(
        "false-reviews",
        "sources called reviewed whose record carries no review",
        0,
        "review the records first, or do not call them reviewed",
    ),
    CheckKind(
        "stale-files",
        "files that rest on other evidence, or show another page, than those beside them",
        0,
        "build the brief again, all formats at once",
    ),
)
_BY_NAME = {check.name: check for check in CHECKS}


def read_thresholds(settings: Iterable[str], *, origin: str = "--set") -> dict[str, float]:
    """Return every check's threshold, those in *settings* (``name=value``) in the place of ours.

    Args:
        settings: one check each.
        origin: where they come from, to be named where one is wrong.

    Raises:
        UsageError: a setting is no ``name=value``, names no check, or its value is no number from 0
            upward.
    """
    found = {check.name: check.threshold for check in CHECKS}
    for setting in settings:
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not equals:
            hint = "write --set skewed-verbs=2"
            raise UsageError("is no name=value", where=f"{origin} {setting}", hint=hint)
        if name not in found:
            hint = f"known: {', '.join(found)}"
            raise UsageError(f"no check is named {name!r}", where=f"{origin} {setting}", hint=hint)
        found[name] = _read_number(value, f"{origin} {setting}")
    return found


def _read_number(value: str, where: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        hint = "give a number from 0 upward"
        raise UsageError(f"{value!r} is no threshold", where=where, hint=hint)
    return number


def kind_of(name: str, kinds: Mapping[str, CheckKind] = _BY_NAME) -> CheckKind:
    """Return the check of that name."""
    return kinds[name]
