"""The stems of words: those of the Snowball package."""

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
