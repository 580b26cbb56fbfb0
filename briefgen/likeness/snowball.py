"""The Snowball stemmer of English, without those of thirty other languages.

The package imports all that it has at its own door, which takes longer than an article's stems.
Its modules stand here as if they were this one's, so that each is imported by itself. That holds
where its C library is installed, too: a stem does not depend on what else a machine has.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

_found = find_spec("snowballstemmer")
__path__ = list((_found and _found.submodule_search_locations) or ())


@cache
def english_stemmer() -> "EnglishStemmer":
    """Return what has ``stemWord`` (Porter, M.F., 2001, "Snowball", the "English" algorithm)."""
    module = import_module(f"{__name__}.english_stemmer")
    stemmer: EnglishStemmer = module.EnglishStemmer()
    return stemmer
