"""Whether a proposal speaks of the sides as a brief may: evenly, and in nobody's place."""

from briefgen.auditing.wording import loaded_words_in, verbs_in
from briefgen.linking.sentence import Sentence
from briefgen.models import SIDES


def find_loaded(sentence: Sentence) -> str | None:
    """Return a word that praises or blames: the audit's list."""
    found = loaded_words_in(sentence.text)
    return f"{found[0][0]!r} praises or blames" if found else None


def find_skewed_verb(sentence: Sentence) -> str | None:
    """Return a verb of saying that doubts or endorses what is said: the audit's lists."""
    for match, kind in verbs_in(sentence.text, 0, len(sentence.text)):
        if kind != "plain":
            does = "doubts" if kind == "doubting" else "endorses"
            return f"{match[0]!r} {does} what is said"
    return None


def find_taking_for_true(sentence: Sentence) -> str | None:
    """Return a verb that tells of a view as somebody would who has the other one."""
    for key in sentence.keys:
        if key in sentence.words.logic.taking_for_true:
            return f"{key!r} takes a side"
    return None


def find_own_voice(sentence: Sentence) -> str | None:
    """Return that it tells nobody's view and no dispute, so that the brief itself would say it."""
    if not sentence.words.holding.isdisjoint(sentence.keys):
        return None
    plain = (kind == "plain" for _, kind in verbs_in(sentence.text, 0, len(sentence.text)))
    named = {key for each in sentence.cited for key in each.names.casefold().split()}
    if any(plain) and not named.isdisjoint(sentence.text.casefold().split()):
        return None
    return "it says neither whose view it tells nor that something is disputed"


def find_wrong_side(sentence: Sentence) -> str | None:
    """Return the side of which it speaks and names no statement."""
    words, keys = sentence.words, set(sentence.keys)
    both = words.both.search(sentence.text) is not None
    cited = {each.stance for each in sentence.cited}
    for side, callers in zip(SIDES, (words.supporting, words.opposing), strict=True):
        if (both or not callers.isdisjoint(keys)) and side not in cited:
            return f"it speaks of those who {side} and names no statement of theirs"
    return None
