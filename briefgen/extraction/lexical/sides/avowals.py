"""What an author says of a course of action by way of a feeling, a vote, a wish or a verdict on it.

"I am glad that the town closed it", "I signed the petition against it", "I would close it", "there
is no reason to close it": each is a set opening, and behind it stands what is done, to what.
"""

from collections.abc import Iterator, Sequence

from briefgen.extraction.lexical.language.clauses import Clause
from briefgen.extraction.lexical.language.grammar_words import ADVERBS, AUXILIARIES
from briefgen.extraction.lexical.language.set_phrases import (
    by_first_word,
    match_phrase,
    read_phrases,
)
from briefgen.extraction.lexical.language.text import Token

_OPENINGS = """
    + i would
    - i would not/never
    + i am glad/happy/pleased/delighted/relieved/proud/grateful that/when/to
    + i'm glad/happy/pleased/delighted/relieved/proud/grateful that/when/to
    + thank god/heaven/goodness (that)
    + i am (all) for
    + i'm (all) for
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
    - i'm sorry/sad/ashamed/appalled/sickened/dismayed/horrified/angry that/when
    - i was sorry/sad/ashamed/appalled/sickened/dismayed/horrified/angry that/when
    - i am/was sorry/sad/appalled/sickened/dismayed/horrified to hear/see/read/learn (that)
    - it is/was a disgrace/scandal/shame/pity/tragedy/outrage that
    - i am no friend/fan/supporter/lover of
    - i'm no friend/fan/supporter/lover of
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
    + there is every/ample/abundant reason/cause to
    + there is good/strong reason to
    + all the more reason to
    - i/we cannot/can't/don't see why
    - i/we do not see why
    - we/they/it/this cannot/can't/mustn't go on
    - we/they must/should not go on
    - i dread/fear the day/moment when/that
    + i long for the day/moment when
    - count me out of
    - spare us/me the/another/this/these/any
    + nothing speaks against
    - nothing/little speaks for
    + much/everything speaks for
    - much/everything speaks against
    - not a/one/another penny/cent/pound/euro (more) (should/must) (go/be) (spent) on/for/to/into
"""
OPENING_REACH = 9
"""How far behind the opening the verb stands: "that the town council has at last closed"."""
_HYPOTHETICAL = frozenset(
    "rather sooner prefer like love say argue think guess suggest add".split()
)
"""Behind "I would" these say something else, which other rules read."""


_READ = by_first_word(read_phrases(_OPENINGS))
SIGNS = frozenset(
    """
    i i'm see spare speaks penny cent pound euro thank count need reason point sense case excuse
    cause business twice go disgrace scandal shame pity tragedy outrage mistake thing well deserves
    deserve heart
    """.split()
)
"""A sentence without one of these has no such opening."""


def find_openings(tokens: Sequence[Token], clause: Clause) -> Iterator[tuple[int, int, int]]:
    """Yield what a clause opens with: where, the side, and the first token behind it."""
    lowers = [token.lower for token in tokens[: clause.last + 1]]
    for at in range(clause.first, clause.last):
        for opening in _READ.get(lowers[at], ()):
            behind = match_phrase(lowers, at, opening, between=ADVERBS)
            if behind is not None and behind <= clause.last and not _says_else(tokens, at, behind):
                yield at, opening.sign, behind
                break


def _says_else(tokens: Sequence[Token], at: int, behind: int) -> bool:
    """Tell whether "I would" goes on to what is no course of action: "I would rather", "be"."""
    wishing = tokens[at + 1].lower == "would" if at + 1 < len(tokens) else False
    following = tokens[behind].lower if behind < len(tokens) else ""
    return wishing and (following in _HYPOTHETICAL or following in AUXILIARIES)
