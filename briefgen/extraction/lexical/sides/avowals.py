"""What an author says of a course of action by way of a feeling, a vote, a wish or a verdict on it.

"I am glad that the town closed it", "I signed the petition against it", "I would close it", "there
is no reason to close it": each is a set opening, and behind it stands what is done, to what.
"""

from collections.abc import Iterator, Sequence

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import ADVERBS, AUXILIARIES
from briefgen.extraction.lexical.language.text import Token

_OPENINGS = """
    + i would
    - i would not/never
    + i am glad/happy/pleased/delighted/relieved/proud/grateful that/when/to
    + i 'm glad/happy/pleased/delighted/relieved/proud/grateful that/when/to
    + thank god/heaven/goodness (that)
    + i am (all) for
    + i 'm (all) for
    + count me among those/the who/people want/favour/favor/support
    + count me in for
    + i voted/marched/campaigned/fought for
    + i have voted/marched/campaigned/fought for
    + i voted/campaigned in favour/favor of
    + i have voted/campaigned in favour/favor of
    + i (have) signed the/a/that petition for
    + did the right thing when it/he/she/they/we
    + did well to
    + did well when it/he/she/they/we
    + deserves/deserve praise/credit/thanks for
    - i (deeply) regret that/when
    - i am sorry/sad/ashamed/appalled/sickened/dismayed/horrified/angry that/when
    - i 'm sorry/sad/ashamed/appalled/sickened/dismayed/horrified/angry that/when
    - i was sorry/sad/ashamed/appalled/sickened/dismayed/horrified/angry that/when
    - i am/was sorry/sad/appalled/sickened/dismayed/horrified to hear/see/read/learn (that)
    - it is/was a disgrace/scandal/shame/pity/tragedy/outrage that
    - i am no friend/fan/supporter/lover of
    - i 'm no friend/fan/supporter/lover of
    - i voted/marched/campaigned/fought against
    - i have voted/marched/campaigned/fought against
    - i (have) signed the/a/that petition against
    - my heart sank when
    - made a mistake when it/he/she/they/we
    - did the wrong thing when it/he/she/they/we
    - i do not believe in
    - i don't believe in
    + i (still) believe in
    - it makes/made/make no/little/scant sense to
    - it would make no/little/scant sense to
    + it makes/made (good/perfect/more/eminent) sense to
    + it would make (good/perfect/more/eminent) sense to
    - think twice/hard/again before we/i/they/it
    - we/i/they/you need not
    - there is no need/reason/point/sense/case/excuse/cause to/in
    - there is no good/earthly reason/cause/case to
    - see/sees no need/reason/point/sense/case to/in
    - has/have no reason/need/business to
    + there is nothing wrong/sinister/bad/shameful/terrible with/in/about
    + see/sees nothing wrong/sinister/bad/shameful/terrible with/in/about
    + there is no need/reason/point/sense/case/excuse/cause not to
    + has/have no excuse/reason not to
"""
OPENING_REACH = 9
"""How far behind the opening the verb stands: "that the town council has at last closed"."""
_HYPOTHETICAL = frozenset(
    "rather sooner prefer like love say argue think guess suggest add".split()
)
"""Behind "I would" these say something else, which other rules read."""


def _read() -> tuple[tuple[int, tuple[tuple[frozenset[str], bool], ...]], ...]:
    """Return each opening: its side, and for each place the words that may stand there and whether
    there need be none.
    """
    found = []
    for line in filter(None, map(str.strip, _OPENINGS.splitlines())):
        sign, *words = line.split()
        if words[:2] == ["i", "'m"]:
            words[:2] = ["i'm"]
        places = tuple((frozenset(w.strip("()").split("/")), w.startswith("(")) for w in words)
        found.append((1 if sign == "+" else -1, places))
    # The longer one says more: "no reason not to" before "no reason".
    return tuple(sorted(found, key=lambda each: -len(each[1])))


_PATTERNS = _read()
SIGNS = frozenset(
    "i i'm thank count need reason point sense case excuse cause business twice".split()
) | frozenset(
    "disgrace scandal shame pity tragedy outrage mistake thing well deserves deserve heart".split()
)
"""A sentence without one of these has no such opening."""
_BEGINNING = {
    word: tuple(pattern for pattern in _PATTERNS if word in pattern[1][0][0])
    for _, places in _PATTERNS
    for word in places[0][0]
}
"""By their first word, which none of them may do without."""


def find_openings(tokens: Sequence[Token], clause: Clause) -> Iterator[tuple[int, int, int]]:
    """Yield what a clause opens with: where, the side, and the first token behind it."""
    for at in range(clause.first, clause.last):
        for side, places in _BEGINNING.get(tokens[at].lower, ()):
            behind = _match(tokens, at, clause.last, places)
            if behind is not None and not _says_else(tokens, at, behind):
                yield at, side, behind
                break


def _says_else(tokens: Sequence[Token], at: int, behind: int) -> bool:
    """Tell whether "I would" goes on to what is no course of action: "I would rather", "be"."""
    wishing = tokens[at + 1].lower == "would" if at + 1 < len(tokens) else False
    following = tokens[behind].lower if behind < len(tokens) else ""
    return wishing and (following in _HYPOTHETICAL or following in AUXILIARIES)


def _match(
    tokens: Sequence[Token],
    at: int,
    last: int,
    places: Sequence[tuple[frozenset[str], bool]],
) -> int | None:
    """Return the number of the token behind an opening that begins at *at*; None: it does not."""
    for words, optional in places:
        while at <= last and tokens[at].lower in ADVERBS and tokens[at].lower not in words:
            at += 1
        if at <= last and tokens[at].lower in words:
            at += 1
        elif not optional:
            return None
    return at if at <= last else None
