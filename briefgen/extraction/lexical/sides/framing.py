"""Frames: ways of arguing for or against a change that show their side whatever they name.

"Critics warn of ruin, but …" is written by somebody who wants the change, "Do it, and … will
follow" by somebody who does not; neither need say what the change is. A frame counts only where
the passage is known to be about one proposal, and only for the author.

The frames and their weights were chosen on half of the topics of a collection of sentences written
for this purpose and tested on the other half (docs/evaluation.md).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.extraction.lexical.language import polarity_words as polarity
from briefgen.extraction.lexical.language.grammar_words import ADVERBS, DETERMINERS, NEGATORS
from briefgen.extraction.lexical.language.text import Sentence, Token
from briefgen.extraction.lexical.sides import framing_words as words
from briefgen.extraction.lexical.sides.directions import stays_put

NO_REASON = "no reason"
"""The name of the frame "there is no reason to", "no case for"."""
_MODALS = frozenset("should must ought needs need".split())
_PLAN_REACH = 7
_ANSWER_REACH = 30
_NO = frozenset("no hardly scarcely".split())
_FILLERS = frozenset("a an good longer any".split())
_GROUNDS = frozenset("reason case excuse justification".split())
_ENACTING = words.ENACTING | {"do", "follow"}
_REFUSING = words.REFUSING | {"vote"}
_IMAGINED = frozenset("would could might".split())
_POSSIBLE = frozenset(("could", "can"))
_BE = frozenset("is are was were be being".split())
_OUTCOME = frozenset("will would 'll you'll they'll".split())
_MERITING = frozenset(("deserve", "deserves"))
_BY_ITSELF = frozenset("alone itself themselves".split())
_CAMPS = words.DOUBTERS | words.BACKERS
_GOOD_OUTCOMES = polarity.GOOD_FORMS | {"better"}
_ORDERS = words.IMPERATIVES | words.STAYING
_OPEN_OBJECT = DETERMINERS | {"it", "them"}
_REFUSED = words.PLANS | {"it"}
_DESERVING = words.PLANS | {"it", "that"}
_STAYING_PUT = words.STAYING | {"stay", "remain"}
_STANDING_STILL = words.STAYING | words.IDLING | words.REFUSING
_PRAISING = polarity.GOOD_FORMS | words.KIND_WORDS
_ALL_CASES = words.CASES | words.OTHER_CASES
_BEHIND_MODALS = ADVERBS | NEGATORS | {"to", "be"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A way of arguing, found in a sentence."""

    name: str
    side: int
    """1 for the change, -1 against it, 0 for it only in part or under a condition."""
    tokens: tuple[int, ...]
    """Numbers of the words that show it; the last is the author's own."""


def find_frames(sentence: Sentence) -> list[Frame]:
    """Return the frames of a sentence, at most one of each kind."""
    heard = sentence.vocabulary & _NEEDED
    numbers = sorted({number for word in heard for number in _FINDERS_OF[word]})
    frames = (_FINDERS[number][0](sentence.tokens, sentence.lowers) for number in numbers)
    return [frame for frame in frames if frame is not None]


def _answered_camp(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "critics warn of …, but …": the camp's view is brought up to be answered."""
    doubting = _places(lowers, words.DOUBTERS) or _places(lowers, words.WARNING)
    backing = _places(lowers, words.BACKERS) or _places(lowers, words.PROMISING)
    if not (doubting or backing) or words.VINDICATED & set(lowers):
        return None
    doubts = bool(doubting) and (not backing or doubting[0] < backing[0])
    at = doubting[0] if doubts else backing[0]
    answer = next((i for i in _answers(lowers, at) if i - at <= _ANSWER_REACH), None)
    if answer is None or set(lowers[answer : answer + 4]) & _CAMPS:
        return None  # nothing answered, or both camps speak: the report of a dispute
    return Frame("answers a camp", 1 if doubts else -1, (at, answer, answer + 1))


def _answers(lowers: list[str], after: int) -> Iterator[int]:
    for index in range(after + 2, len(lowers) - 2):
        contrast = lowers[index] in words.ANSWERING and lowers[index - 1] in {",", ";"}
        as_if = lowers[index] == "as" and lowers[index + 1] in {"if", "though"}
        if (contrast and lowers[index + 1] not in {"only", "if"}) or as_if:
            yield index


def _warned_of(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "Do it, and … will follow", which warns; of staying put it urges the change."""
    if not lowers or lowers[0] not in _ORDERS or "?" in lowers[-2:]:
        return None
    ands = [i for i in _places(lowers, {"and"}) if i > 2]
    outcome = next((i for i in _places(lowers, _OUTCOME)), None)
    if outcome is None or not any(i < outcome <= i + 20 for i in ands):
        return None
    following = set(lowers[outcome : outcome + 6])
    if lowers[1:2] == ["me"] or following & _GOOD_OUTCOMES:
        return None
    side = 1 if lowers[0] in words.STAYING else -1
    return Frame("do it, and …", side, (0, outcome))


def _stay_put(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "keep the …", "should leave the … alone": the demand is that nothing changes."""
    if lowers[:2] == ["by", "all"] or "?" in lowers[-2:]:
        return None
    for index in _places(lowers, _STAYING_PUT):
        asked = index == 0 or _modal_before(lowers, index) is not None
        if asked and stays_put(tokens, index) and not _asks_result(lowers):
            return Frame("leave it as it is", -1, (index,))
        if lowers[index] in {"stay", "remain"}:
            continue
        asked = index == 0 or (lowers[index - 1 : index] == [","] and lowers[0] in words.OPENING)
        asked = asked or (lowers[index - 1] in {";", ","} and lowers[0] in words.STAYING)
        asked = asked or _modal_before(lowers, index) is not None
        following = lowers[index + 1] if index + 1 < len(lowers) else ""
        kept = set(lowers[index + 1 : index + 5])
        aside = "mind" in kept or kept & words.PLANS  # "keep that in mind", "keep the plan"
        plain = asked and not aside and not _asks_result(lowers)
        if plain and following in _OPEN_OBJECT:
            return Frame("leave it as it is", -1, (index,))
    return None


def _asks_result(lowers: list[str]) -> bool:
    return bool({"will", "would"} & set(lowers)) or "only" in lowers


def _refusal(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "should resist the idea", "the bill should be voted down"."""
    for index in _places(lowers, _REFUSING):
        lower = lowers[index]
        down = lower == "vote" and "down" in lowers[index + 1 : index + 9]
        if not (lower in words.REFUSING or down):
            continue
        modal = _modal_before(lowers, index)
        if modal is None:
            continue
        if down or set(lowers[index + 1 : index + 1 + _PLAN_REACH]) & _REFUSED:
            turned = bool(NEGATORS & set(lowers[modal:index])) != _undoes(lowers, index)
            return Frame("should be refused", 1 if turned else -1, (modal, index))
    return None


def _undoes(lowers: list[str], index: int) -> bool:
    """Tell whether what is refused would itself undo something: "resist calls to scrap it"."""
    behind = lowers[index + 1 : index + 1 + _PLAN_REACH]
    return any(
        w == "to" and behind[i + 1 : i + 2] and behind[i + 1] in polarity.LESS_FORMS
        for i, w in enumerate(behind)
    )


def _enactment(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "should pass the bill", "ought to do the same", "should follow suit"."""
    for index in _places(lowers, _ENACTING):
        lower = lowers[index]
        modal = index if index == 0 else _modal_before(lowers, index)
        if modal is None:
            continue
        following = lowers[index + 1 : index + 1 + _PLAN_REACH]
        likewise = (lower == "do" and following[:2] == ["the", "same"]) or (
            (lower, following[:1]) in (("do", ["likewise"]), ("follow", ["suit"]))
        )
        likewise |= lower == "do" and following[:1] in (["what"], ["as"])
        if likewise or (lower in words.ENACTING and set(following[:4]) & words.PLANS):
            negated = bool(NEGATORS & set(lowers[modal:index]))
            return Frame("should be enacted", -1 if negated else 1, (modal, index))
    return None


def _vote(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "vote yes on it", "I will be voting no", "should vote for the bill"."""
    for index in _places(lowers, words.VOTING):
        asked = index == 0 or _modal_before(lowers, index) is not None
        before = set(lowers[max(0, index - 4) : index])
        avowed = bool(before & {"i", "i'm", "i'll", "i'd", "we", "we'll", "we'd"})
        avowed = avowed and not (before & _IMAGINED and words.PROVISOS & set(lowers))
        following = lowers[index + 1 : index + 2]
        side = (following in (["yes"], ["for"])) - (following in (["no"], ["against"]))
        if side and (asked or avowed):
            negated = bool(NEGATORS & set(lowers[max(0, index - 3) : index]))
            return Frame("how to vote", -side if negated else side, (index, index + 1))
    return None


def _deserves(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "it deserves another try", "the bill deserves to fail"."""
    for index in _places(lowers, _MERITING):
        subject = set(lowers[max(0, index - 3) : index])
        behind = set(lowers[index + 1 : index + 5])
        if subject & _DESERVING and not NEGATORS & subject:
            side = bool(behind & words.CHANCES) - bool(behind & words.ENDINGS)
            if side:
                return Frame("what it deserves", side, (index,))
    return None


def _and_should(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "they could do it next year, and they ought to"."""
    ends = [lower for lower in lowers if lower != "."][-5:]
    asked = ends[-1:] in (["should"], ["must"]) or ends[-2:] == ["ought", "to"]
    if not (asked and "and" in ends and _POSSIBLE & set(lowers)):
        return None
    last = max(i for i, token in enumerate(tokens) if token.is_word)
    return Frame("could and should", 1, (last,))


def _price_granted(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "it is slow and costly, yet …": its price is granted by those who want it."""
    answers = (
        i
        for i in _places(lowers, {"but", "yet"})
        if 2 < i < len(lowers) - 3 and (lowers[i - 1] in {",", ";"} or lowers[i - 2] in {",", ";"})
    )
    for answer in answers:
        granted = [i for i in _places(lowers[:answer], words.PRICES) if _is_said_of(lowers, i)]
        if granted and lowers[answer + 1] not in {"only", "if", "not"}:
            return Frame("grants its price", 1, (granted[0], answer))
    return None


def _is_said_of(lowers: list[str], index: int) -> bool:
    """Tell whether the word is a predicate ("is slow", "be costly and slow"), not a thing's
    name.
    """
    return bool(_BE & set(lowers[max(0, index - 4) : index + 1]))


def _feared_never(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "the flood that was feared never came"."""
    for index in _places(lowers, {"never"}):
        if lowers[index + 1 : index + 2] in (["came"], ["happened"], ["arrived"]):
            feared = _places(lowers[:index], words.FEARED)
            if feared:
                return Frame("feared in vain", 1, (feared[-1], index))
    return None


def _alternative(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "buses would do more than …": something else serves the purpose better."""
    for index in _places(lowers, {"would"}):
        if lowers[index + 1 : index + 2] not in (["do"], ["buy"], ["help"], ["achieve"], ["save"]):
            continue
        gain = [i for i in _places(lowers, words.BENEFITS) if index < i <= index + 6]
        if gain and "than" in lowers[gain[0] : gain[0] + 16]:
            return Frame("something else does more", -1, (index, gain[0]))
    return None


def _instead_of(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "… instead of forcing …" beside a demand: the other way is asked for."""
    for index in range(1, len(lowers) - 2):
        if (lowers[index], lowers[index + 1]) not in (("instead", "of"), ("rather", "than")):
            continue
        after = next((w for w in lowers[index + 2 :] if not w.endswith("ly")), "")
        demanded = lowers[0] in words.IMPERATIVES or bool(_MODALS & set(lowers[:index]))
        if demanded and (after.endswith("ing") or after in words.IDLING):
            return Frame("instead of", 1 if after in words.IDLING else -1, (index, index + 2))
    if lowers[:2] == ["rather", "than"] and "".join(lowers[2:3]).endswith("ing"):
        side = 1 if lowers[2] in words.IDLING else -1
        return Frame("instead of", side, (0, 2))
    return None


def _well_meant(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "however noble its purpose", "well-meant": what is praised so is refused."""
    for index, lower in enumerate(lowers):
        if lower in words.WELL_MEANT or (
            lower == "however" and set(lowers[index + 1 : index + 2]) & words.KIND_WORDS
        ):
            return Frame("well meant", -1, (index,))
    return None


_WHY_REACH = 14


def _no_case(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "is no reason to", "is no answer to", "there is no case for"."""
    for index in _places(lowers, _NO):
        if not _BE & set(lowers[max(0, index - 2) : index]):
            continue
        behind = [w for w in lowers[index + 1 : index + 6] if w not in _FILLERS]
        noun, following = "".join(behind[:1]), behind[1:3]
        # "There is no alternative to it" is said for it.
        remedy = noun in words.REMEDIES and "there" not in lowers[max(0, index - 3) : index]
        if remedy and following[:1] in (["to"], ["for"]):
            return Frame("no answer", -1, (index, index + 1))
        if noun in _GROUNDS and following:
            against = following[0] == "against" or "not" in following
            against |= following[0] == "why" and "not" in lowers[index : index + _WHY_REACH]
            stays = following[-1] in _STANDING_STILL
            return Frame(NO_REASON, 1 if against or stays else -1, (index, index + 1))
    return None


def _blamed(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "By shelving it, the governor has …": who stops a change is blamed."""
    if lowers[:1] == ["by"] and len(lowers) > 2:
        at = 2 if lowers[1].endswith("ly") else 1
        if lowers[at] in words.THWARTING:
            return Frame("blames who stopped it", 1, (0, at))
    return None


def _lesser_evil(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "better a … than a …" after a flaw has been granted."""
    for index in _places(lowers, {"better"}):
        article = lowers[index + 1 : index + 2]
        if article in (["a"], ["an"], ["the"], ["to"]) and "than" in lowers[index:]:
            opens = index == 0 or lowers[index - 1] in {"but", ";", ","}
            # "Better to mend it than to build a new one": which of them is the change?
            courses = article == ["to"] and lowers[lowers.index("than") :][1:2] == ["to"]
            if opens and not courses:
                return Frame("the lesser evil", 1, (index,))
    return None


def _nothing_good(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "there is nothing progressive about …", "nothing radical in …"."""
    for index in _places(lowers, {"nothing"}):
        at = index + 1
        if at + 1 < len(lowers) and lowers[at + 1] in {"about", "in"}:
            good = lowers[at] in _PRAISING
            bad = lowers[at] in polarity.BAD_FORMS or lowers[at].startswith(("un", "im"))
            if good != bad:
                return Frame("nothing such about it", -1 if good else 1, (index, at))
    return None


def _only_if(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "but only if …", "provided that …", "so long as …", "I would back it if …"."""
    opener = lowers[:1]
    forbidden = bool({"should", "must"} & set(lowers)) and bool(NEGATORS & set(lowers))
    if opener and opener[0] in words.UNTIL and forbidden:
        return Frame("only under a condition", 0, (0,))
    for index in range(len(lowers) - 2):
        only = lowers[index] == "only" and lowers[index + 1] in words.CONDITIONING
        long_as = lowers[index] in {"as", "so"} and lowers[index + 1 : index + 3] == ["long", "as"]
        if long_as and index and lowers[index - 1] == "for":
            continue  # "for as long as it takes" tells how long
        provided = lowers[index] in {"provided", "providing"} and (
            lowers[index - 1] in {",", "but"} or lowers[index + 1] == "that"
        )
        not_before = (
            lowers[index : index + 2] == ["but", "not"] and lowers[index + 2] in words.UNTIL
        )
        avowed = lowers[index] in words.PROVISOS and _would_back(lowers[:index])
        if only or long_as or provided or not_before or avowed:
            return Frame("only under a condition", 0, (index,))
    return None


def _would_back(lowers: list[str]) -> bool:
    """Tell whether "I would support" stands there."""
    for index in range(len(lowers) - 1):
        imagined = lowers[index] in {"i'd", "we'd"} or (
            lowers[index] in _IMAGINED and lowers[index - 1] in {"i", "we"}
        )
        if imagined and (set(lowers[index + 1 : index + 3]) & words.ENACTING):
            return True
    return False


def _not_alone(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "must go in tandem with …", "will not be enough alone": more must come with it."""
    for index in _places(lowers, words.JOINED):
        if _modal_before(lowers, index) is None and not _MODALS & set(
            lowers[max(0, index - 4) : index]
        ):
            continue
        if "with" in lowers[index + 1 : index + 4] or "by" in lowers[index + 1 : index + 2]:
            return Frame("not by itself", 0, (index,))
    alone = _places(lowers, _BY_ITSELF)
    for index in alone:
        behind = lowers[index + 1 : index + 7]
        if NEGATORS & set(behind) and {"enough", "suffice", "sufficient", "do"} & set(behind):
            return Frame("not by itself", 0, (index,))
    return None


def _by_cases(tokens: Sequence[Token], lowers: list[str]) -> Frame | None:
    """Find "In towns it works; in villages it does not": the judgement depends on the case."""
    if not lowers or lowers[0] not in words.CASES or ";" not in lowers:
        return None
    at = lowers.index(";") + 1
    at += lowers[at : at + 1] == ["but"]
    if lowers[at : at + 1] and lowers[at] in _ALL_CASES:
        return Frame("one case and another", 0, (0, at))
    return None


def _modal_before(lowers: list[str], verb: int) -> int | None:
    """Return the number of the modal that asks for the verb at *verb*."""
    index = verb - 1
    while index >= 0 and verb - index <= 4:
        lower = lowers[index]
        if lower in _MODALS:
            return index
        if not (lower in _BEHIND_MODALS or lower.endswith("ly")):
            return None
        index -= 1
    return None


def _places(lowers: list[str], wanted: frozenset[str] | set[str]) -> list[int]:
    return [index for index, lower in enumerate(lowers) if lower in wanted]


_FINDERS: tuple[
    tuple[Callable[[Sequence[Token], list[str]], Frame | None], frozenset[str]], ...
] = (
    (
        _answered_camp,
        words.DOUBTERS | words.WARNING | words.BACKERS | words.PROMISING,
    ),
    (_warned_of, _OUTCOME),
    (_stay_put, _STAYING_PUT),
    (_refusal, _REFUSING),
    (_enactment, _ENACTING),
    (_vote, words.VOTING),
    (_deserves, _MERITING),
    (_and_should, _MODALS),
    (_price_granted, words.PRICES),
    (_feared_never, frozenset(("never",))),
    (_alternative, words.BENEFITS),
    (_instead_of, frozenset(("instead", "rather"))),
    (_well_meant, words.WELL_MEANT | {"however"}),
    (_no_case, _NO),
    (_blamed, words.THWARTING),
    (_lesser_evil, frozenset(("better",))),
    (_nothing_good, frozenset(("nothing",))),
    (_only_if, words.UNTIL | words.PROVISOS | {"only", "long", "provided", "providing"}),
    (_not_alone, words.JOINED | _BY_ITSELF),
    (_by_cases, frozenset((";",))),
)
"""Each with words of which one must stand in the sentence: only then it is worth to look."""
_FINDERS_OF = {
    word: tuple(number for number, (_, needed) in enumerate(_FINDERS) if word in needed)
    for _, each in _FINDERS
    for word in each
}
_NEEDED = frozenset(_FINDERS_OF)
