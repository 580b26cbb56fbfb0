"""How the brief words things in its own voice: its verbs of saying, its loaded words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from briefgen.auditing.evidence import Evidence
from briefgen.auditing.measures import Measure, Spot, count_spots
from briefgen.auditing.own_words import NAME, QUOTED, OwnWords, search_own_words
from briefgen.auditing.page import CITATION
from briefgen.auditing.page_words import PageWords, page_words
from briefgen.models import Stance
from briefgen.models.audit import VerbFigures

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SENTENCE = re.compile(rf"[^.!?;]+(?:[.!?;](?=[\s{CITATION}{NAME}{QUOTED}]|$)|$)|[.!?;]")
_EVIDENCE_SIGNS = re.compile(f"[{CITATION}{NAME}{QUOTED}]")


@cache
def _phrases(words: PageWords) -> tuple[tuple[re.Pattern[str], str], ...]:
    kinds = (("doubting", words.doubting_phrases), ("endorsing", words.endorsing_phrases))
    return tuple(
        (re.compile(rf"(?i)\b(?:{phrase})\b"), kind)
        for kind, phrases in kinds
        for phrase in phrases
    )


def measure_wording(own: Sequence[OwnWords], evidence: Evidence) -> Iterator[Measure]:
    """Look for verbs that doubt or endorse, and for loaded words, in the brief's own words."""
    yield count_spots("skewed-verbs", list(_find_skewed_verbs(own, evidence)))
    yield count_spots("loaded-words", list(_find_loaded_words(own, evidence)))


def count_verbs(own: Sequence[OwnWords], evidence: Evidence) -> tuple[VerbFigures, ...]:
    """Count the verbs of saying in the brief's own words, by side and class."""
    counts: Counter[tuple[Stance | None, str]] = Counter()
    for words in own:
        for match, kind in _verbs_of(words):
            side = _side_at(words, match, evidence)
            counts[side, kind] += 1
    sides = sorted({side for side, _ in counts}, key=str)
    return tuple(
        VerbFigures(
            stance=side,
            plain=counts[side, "plain"],
            doubting=counts[side, "doubting"],
            endorsing=counts[side, "endorsing"],
        )
        for side in sides
    )


def _find_skewed_verbs(own: Sequence[OwnWords], evidence: Evidence) -> Iterator[Spot]:
    for words in own:
        kinds: dict[tuple[int, int], str] = {}

        def search(
            text: str, words: OwnWords = words, kinds: dict[tuple[int, int], str] = kinds
        ) -> list[re.Match[str]]:
            found = [v for v in _verbs_of(OwnWords(words.place, text)) if v[1] != "plain"]
            kinds.update((match.span(), kind) for match, kind in found)
            return [match for match, _ in found]

        for match in search_own_words(words, search, evidence):
            does = "lets doubt" if kinds[match.span()] == "doubting" else "endorses"
            side = _side_at(words, match, evidence)
            of = f" of {side}" if side else ""
            message = f"“{match[0]}”{of} {does} what is said"
            yield Spot(message, words.place.issue, words.place.block.line)


def _verbs_of(words: OwnWords) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the verbs of saying in sentences that speak of sources, actors or their words."""
    known = page_words()
    for sentence in _SENTENCE.finditer(words.text):
        text = sentence[0]
        spoken = {word.casefold() for word in _WORD.findall(text)}
        if words.place.role == "other" and not (
            _EVIDENCE_SIGNS.search(text) or spoken & known.sayers
        ):
            continue
        yield from verbs_in(words.text, *sentence.span())


def verbs_in(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the verbs of saying in ``text[start:end]`` with their kinds.

    In the language that is spoken; a kind is ``plain``, ``doubting`` or ``endorsing``.
    """
    known = page_words()
    for phrase, kind in _phrases(known):
        for match in phrase.finditer(text, start, end):
            yield match, kind
    before = ""
    for match in _WORD.finditer(text, start, end):
        word = match[0].casefold()
        if word in known.verbs and before not in known.before_nouns:
            yield match, known.verbs[word]
        before = word


def loaded_words_in(text: str) -> list[re.Match[str]]:
    """Return the words of a text that praise or blame, in the language that is spoken."""
    loaded = page_words().loaded_words
    return [match for match in _WORD.finditer(text) if match[0].casefold() in loaded]


def _side_at(words: OwnWords, match: re.Match[str], evidence: Evidence) -> Stance | None:
    """Return whose words a verb introduces: of the block's side, else of the next citation."""
    place = words.place
    if place.side is not None:
        return place.side
    following = words.text[: match.end()].count(CITATION)
    for citation in place.block.citations[following:]:
        for id_ in citation.statements:
            if id_ in evidence.statements:
                return evidence.statements[id_].stance
    return None


def _find_loaded_words(own: Sequence[OwnWords], evidence: Evidence) -> Iterator[Spot]:
    for words in own:
        for match in search_own_words(words, loaded_words_in, evidence):
            message = f"“{match[0]}” is a loaded word in the brief's own voice"
            yield Spot(message, words.place.issue, words.place.block.line)
