"""Write the stems of the words that argue alike, which are too many to stem at every start.

Usage: python scripts/write_concept_stems.py [--check]

With --check nothing is written; the exit code is 1 where the module is not current.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from briefgen.extraction.lexical.sides import concept_stem_words
from briefgen.extraction.lexical.sides.concept_words import stem_actions, stem_concepts

MODULE = Path(concept_stem_words.__file__)
HEAD = '''\
"""The stems of ``concept_words``, each line a concept and the stems of words that argue like it.

Made by ``make docs`` from the words there; a test checks that they are current.
"""

'''
WIDTH = 100


def make_module() -> str:
    """Return the text of the module that holds the stems."""
    # In the order of the table, in which the words of a concept are compared, too.
    runs = groupby(stem_concepts().items(), key=lambda pair: pair[1])
    lines = (f"{idea} {' '.join(stem for stem, _ in run)}" for idea, run in runs)
    return f"{HEAD}STEMS = {_quote(lines)}ACTIONS = {_quote(_fill(stem_actions()))}"


def _quote(lines: Iterable[str]) -> str:
    return '"""\n' + "".join(f"    {line}\n" for line in lines) + '"""\n'


def _fill(words: list[str]) -> Iterator[str]:
    line = ""
    for word in words:
        if len(line) + len(word) >= WIDTH:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def main() -> None:
    """Write the module, or check it."""
    made = make_module()
    if "--check" not in sys.argv[1:]:
        MODULE.write_text(made, encoding="utf-8", newline="")
    elif made != MODULE.read_text(encoding="utf-8"):
        sys.exit(f"{MODULE} is not current: make docs")


if __name__ == "__main__":
    main()
