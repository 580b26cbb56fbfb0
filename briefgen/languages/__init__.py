"""The languages in which a brief can be worded: catalogues of messages, numbers, dates, lists.

English is the source: a message is its own English text, so an English brief needs no catalogue and
imports nothing. Every other language is a file of messages beside this one (``de.po``). Text of
sources and codebooks is never looked up here. What a person is told in a terminal stays English.
"""

from briefgen.languages.filling import fill
from briefgen.languages.language import Language
from briefgen.languages.speaking import current, noted, speaking, tr, trc, trn
from briefgen.languages.tags import find_language, known_tags, main_tag, refuse_unknown

__all__ = [
    "Language",
    "current",
    "fill",
    "find_language",
    "known_tags",
    "main_tag",
    "noted",
    "refuse_unknown",
    "speaking",
    "tr",
    "trc",
    "trn",
]
