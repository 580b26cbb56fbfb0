"""The stems of words: those of the Snowball package, loaded without its other languages."""

import subprocess
import sys

import snowballstemmer

from briefgen.likeness.stems import stem_word

WORDS = (
    "harbours harbour's dredging dredged dredgers ferries ferry tolls tolling generously happily "
    "skies dying news inning proceed exceed succeed communism arsenal naïve übel don't 1999 a"
).split()


def test_a_stem_is_the_one_of_the_package_itself() -> None:
    stemmer = snowballstemmer.stemmer("english")

    assert {word: stem_word(word) for word in WORDS} == {
        word: stemmer.stemWord(word) for word in WORDS
    }


def test_only_the_stemmer_of_english_is_loaded() -> None:
    program = (
        "import sys; from briefgen.likeness.stems import stem_word; print(stem_word('ferries'));"
        " print(*[name for name in sys.modules if name.endswith('_stemmer')])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.split() == ["ferri", "briefgen.likeness.snowball.english_stemmer"]
