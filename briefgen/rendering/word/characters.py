"""Text from articles, made such that it can stand in Word's XML and does not disturb its line."""

import re
import unicodedata
from collections import Counter
from itertools import groupby

# What XML 1.0 cannot hold, not even escaped; articles may.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_OPENS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
"""Characters that turn the direction of what follows, and the one that ends it."""
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def as_xml_text(text: str) -> str:
    """Return *text* with a mark in the place of each character that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def close_directions(text: str) -> str:
    """Return the characters that end each turn of direction that *text* leaves open.

    An article's quotation may turn the direction and not turn it back; the citation behind it must
    not be turned with it.
    """
    waiting: list[str] = []
    counts = Counter[str]()
    for match in _DIRECTIONS.finditer(text):
        if match[0] in _OPENS:
            waiting.append(_OPENS[match[0]])
            counts[waiting[-1]] += 1
            continue
        # What was opened within ends with it.
        while counts[match[0]]:
            ended = waiting.pop()
            counts[ended] -= 1
            if ended == match[0]:
                break
    return "".join(reversed(waiting))


def split_by_direction(text: str) -> list[tuple[str, bool]]:
    """Split text into runs of one direction, each with whether it is written from right to left.

    Word sets a run by one direction. What has none of its own (spaces, signs, digits) goes with
    right-to-left letters where it stands between two of them, else with the others.
    """
    directions = [_direction(character) for character in text]
    ahead, follows = False, []
    for direction in reversed(directions):
        ahead = ahead if direction is None else direction
        follows.append(ahead)
    before = False
    for place, (direction, after) in enumerate(zip(directions, reversed(follows), strict=True)):
        before = before and after if direction is None else direction
        directions[place] = before
    pairs = zip(text, directions, strict=True)
    return [
        ("".join(character for character, _ in group), right_to_left)
        for right_to_left, group in groupby(pairs, key=lambda pair: bool(pair[1]))
    ]


def _direction(character: str) -> bool | None:
    """Tell whether a character is written from right to left; None where it has no direction."""
    if character.isascii() and not character.isalpha():
        return None
    kind = unicodedata.bidirectional(character)
    return kind in _RIGHT_TO_LEFT if kind in _RIGHT_TO_LEFT or kind == "L" else None
