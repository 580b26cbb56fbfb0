"""The keys of a review, and the words that stand for them where input comes in lines."""

from briefgen.models import CodedStance

AT_STANCE = {
    "c": "confirm",
    "t": "stance",
    "d": "drop",
    "p": "passages",
    "a": "add",
    "n": "note",
    "s": "skip",
    "b": "back",
    "q": "quit",
    "?": "help",
}
AT_PASSAGE = {
    "c": "confirm",
    "t": "stance",
    "i": "issue",
    "h": "holder",
    "d": "drop",
    "n": "note",
    "s": "skip",
    "b": "back",
    "u": "up",
    "q": "quit",
    "?": "help",
}
WITHOUT_ISSUE = {key: AT_STANCE[key] for key in "pasbq?"}
STANCE_KEYS: dict[str, CodedStance] = {
    "s": "support",
    "o": "oppose",
    "c": "conditional",
    "n": "neutral",
    "u": "unclear",
    "a": "absent",
}
HELP = {
    "confirm": "it is right as it stands now",
    "stance": "choose another stance",
    "issue": "book the passage under another issue",
    "holder": "say whose view it is",
    "drop": "a stance: the article does not address the issue; a passage: it says nothing on it",
    "passages": "go through the passages, one by one",
    "add": "mark a passage that the program did not, by its words",
    "note": "say why, for others",
    "skip": "leave it open; so does the return key",
    "back": "to the one before",
    "up": "back to the stance",
    "quit": "end; everything is saved already, and the next review goes on here",
    "help": "this list",
}


def meaning_of(key: str, keys: dict[str, str]) -> str | None:
    """Return what a key, or its word, means here; None where it means nothing."""
    key = key.casefold()
    return keys.get(key) or (key if key in keys.values() else None)


def stance_of(key: str, *, absent: bool) -> CodedStance | None:
    """Return the stance for its key or its word; None for none."""
    key = key.casefold()
    found = STANCE_KEYS.get(key) or next((s for s in STANCE_KEYS.values() if s == key), None)
    return found if absent or found != "absent" else None
