"""States by their people and by those who act for them: "the Peruvians" and "Polish officials" tell
what Peru and Poland hold.

Only what stands for the state as a whole is read so: not "Russians" without an article, who may be
those asked in a poll, not "some officials" or "a Polish official", and not a ministry, which may
hold a view of its own. Capitals are cities first: whoever means the state by them lists them in the
codebook.
"""

from briefgen.models.names import fold_name
from briefgen.synthesis.state_name_words import STATES

_ACTING = frozenset(
    """
    government authorities officials leadership leaders negotiators diplomats side state officialdom
    """.split()
)
_OF_ADJECTIVE = {adjective: state for state, adjective, _ in STATES}
_OF_PEOPLE = {people: state for state, _, people in STATES}


def read_state(name: str) -> str | None:
    """Return the state, folded as names are, for which a name of its people or of those who act for
    it stands; None for every other name, the state's own among them.
    """
    words = " ".join(name.casefold().replace("u.s.", "us").replace("u.k.", "uk").split())
    has_article = words.startswith("the ")
    bare = words.removeprefix("the ")
    state = _OF_PEOPLE.get(bare) if has_article else None
    adjective, _, acting = bare.rpartition(" ")
    if state is None and acting in _ACTING:
        state = _OF_ADJECTIVE.get(adjective)
    return fold_name(state) if state is not None else None
