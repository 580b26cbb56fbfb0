"""The words by which a page is read, by the language that it is in.

The audit reads the finished page, so it has to know how a page words its counts, its labels and
its verbs. English words stand in the modules whose name ends in ``_words``, those of another
language in one module of its own; patterns are written as there: ``N`` stands for a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.auditing import count_words, label_words, saying_words
from briefgen.auditing.verb_forms import english_verbs
from briefgen.languages import current, main_tag
from briefgen.models import Stance

Forms = tuple[tuple[str, str], ...]
"""Patterns, each with what it says."""


@dataclass(frozen=True, eq=False)
class PageWords:
    """What the audit knows of one language."""

    numbers: Mapping[str, int]
    """Small letters; a number may have several forms."""
    articles: frozenset[str]
    """Those of the numbers that are articles, too: alone they say no number."""
    figures: str
    """Pattern of a number in figures, with what stands between its thousands."""
    standing: Forms
    totals: Forms
    of_a_side: Forms
    claims: Forms
    listed_claims: Forms
    changed_sides: Mapping[str, Stance]
    changed_stances: Mapping[str, Stance]
    changed_turn: str
    """How a changed stance is told; ``A`` is the one before, ``B`` that of now."""
    changed_totals: Forms
    not_used: str
    """Label of the sources that could not be used this time."""
    side_open: str
    """What may stand between a count and its citations."""
    about_the_brief: frozenset[str]
    labels: tuple[tuple[str, Stance], ...]
    reported_openers: tuple[str, ...]
    granted_openers: tuple[str, ...]
    digest_note: str
    unequal_words: frozenset[str]
    reported_sides: Mapping[str, Stance]
    """What stands before those who are reported to take a side."""
    list_words: str
    """What may stand in a list of names beside the names; a pattern."""
    joiner: str
    """Between two names."""
    counted_passages: str
    """Says how many passages there are that the page does not print; a pattern."""
    reviewed: str
    """Says that a person reviewed something; the group ``part`` says that it is a part."""
    reviewed_share: str
    """Says of how many stances a person's word is; the first group is the number."""
    evidence_hash: str
    """The hash that the page names; the first group."""
    verbs: Mapping[str, str]
    """Forms of verbs of saying to ``plain``, ``doubting`` or ``endorsing``."""
    doubting_phrases: tuple[str, ...]
    endorsing_phrases: tuple[str, ...]
    sayers: frozenset[str]
    """Who speaks, in a sentence that has a verb of saying."""
    before_nouns: frozenset[str]
    """Behind one of them a form is no verb."""
    loaded_words: frozenset[str]


@cache
def _english() -> PageWords:
    return PageWords(
        numbers={word: number for number, word in enumerate(count_words.NUMBERS)},
        articles=frozenset(),
        figures=r"\d[\d,]*",
        standing=count_words.STANDING,
        totals=count_words.TOTALS,
        of_a_side=count_words.OF_A_SIDE,
        claims=count_words.CLAIMS,
        listed_claims=count_words.LISTED_CLAIMS,
        changed_sides=count_words.CHANGED_SIDES,
        changed_stances=count_words.CHANGED_STANCES,
        changed_turn=r"\b(A) before, (B) now\b",
        changed_totals=count_words.CHANGED_TOTALS,
        not_used="Could not be used",
        side_open=", side not determined",
        about_the_brief=count_words.ABOUT_THE_BRIEF,
        labels=label_words.LABELS,
        reported_openers=label_words.REPORTED_OPENERS,
        granted_openers=label_words.GRANTED_OPENERS,
        digest_note=label_words.DIGEST_NOTE,
        unequal_words=label_words.UNEQUAL_WORDS,
        reported_sides=label_words.REPORTED_SIDES,
        list_words=r"\b(?:and|the|an?)\b|\bothers?\b",
        joiner=" and ",
        counted_passages=r"\bpassages? in the (?:records|annex)\b",
        reviewed=(r"(?<!not )(?<!nobody has )(?<!no person has )\breviewed\b(?P<part> in part)?"),
        reviewed_share=(
            r"\b(\d+) of \d+ stances? (?:was|were) (?:confirmed|corrected|reviewed|checked)"
        ),
        evidence_hash=r"\bevidence ([0-9a-f]{8,64})\b",
        verbs=english_verbs(),
        doubting_phrases=saying_words.DOUBTING_PHRASES,
        endorsing_phrases=saying_words.ENDORSING_PHRASES,
        sayers=saying_words.SAYERS,
        before_nouns=saying_words.BEFORE_NOUNS,
        loaded_words=saying_words.LOADED_WORDS,
    )


@cache
def _german() -> PageWords:
    from briefgen.auditing import german_words as words

    return PageWords(
        numbers=words.NUMBERS,
        articles=frozenset(word for word, number in words.NUMBERS.items() if number < 2),
        figures=r"\d+(?:\.\d{3})*",
        standing=words.STANDING,
        totals=words.TOTALS,
        of_a_side=words.OF_A_SIDE,
        claims=words.CLAIMS,
        listed_claims=words.LISTED_CLAIMS,
        changed_sides=words.CHANGED_SIDES,
        changed_stances=words.CHANGED_STANCES,
        changed_turn=r"\bvorher (A), jetzt (B)(?!\w)",
        changed_totals=words.CHANGED_TOTALS,
        not_used="Diesmal nicht verwendbar",
        side_open=", Seite nicht bestimmt",
        about_the_brief=words.ABOUT_THE_BRIEF,
        labels=words.LABELS,
        reported_openers=("berichtet",),
        granted_openers=("eingeräumt",),
        digest_note="(Zusammenfassung)",
        unequal_words=words.UNEQUAL_WORDS,
        reported_sides=words.REPORTED_SIDES,
        list_words=r"\b(?:und|der|die|das|the|an?)\b|\bweitere[nrs]?\b",
        joiner=" und ",
        counted_passages=r"\bTextstellen? (?:in den Datensätzen|im Anhang)\b",
        reviewed=r"(?<!nicht )(?P<part>teilweise )?\bgeprüft\b",
        reviewed_share=(
            r"\b(\d+) von \d+ Einstufung(?:en)? wurden? von einer Person (?:bestätigt|berichtigt)"
        ),
        evidence_hash=r"\bBelege ([0-9a-f]{8,64})\b",
        verbs=words.VERBS,
        doubting_phrases=words.DOUBTING_PHRASES,
        endorsing_phrases=words.ENDORSING_PHRASES,
        sayers=words.SAYERS,
        before_nouns=words.BEFORE_NOUNS,
        loaded_words=words.LOADED_WORDS,
    )


_MAKERS = {"en": _english, "de": _german}
AUDITED_LANGUAGES = frozenset(_MAKERS)
"""Languages of which the audit has words; a page in another one is read as an English one."""


def page_words() -> PageWords:
    """Return the words of the language of the page that is being audited."""
    return _MAKERS.get(main_tag(current().tag), _english)()
