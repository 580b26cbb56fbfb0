"""English words by which a sentence between quotations is judged. General; of no topic."""

from briefgen.likeness import function_words

NOUNS_ARE_CAPITAL = False
FUNCTION_WORDS = function_words.FUNCTION_WORDS
SUPPORTING = frozenset("supporter supporters proponent proponents advocate advocates".split())
"""Who is for the proposition, whoever it is."""
OPPOSING = frozenset("opponent opponents critic critics objector objectors".split())
"""Who is against it."""
BOTH = r"\b(?:both|either|the two|neither) (?:sides?|camps?)\b"
"""Speaks of the two sides at once; a pattern."""

HOLDING = frozenset(
    """
    whether side sides camp camps supporter supporters proponent proponents advocate advocates
    opponent opponents critic critics objector objectors divide divides divided dividing division
    disagree disagrees disagreed disagreement disagreements differ differs differed difference
    dispute disputes disputed contested contention contentious sources source authors author some
    others those
    """.split()
)
"""Say whose view is told, or that something is disputed."""

ADDRESSING = frozenset(
    """
    i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ourselves you
    you're you've you'd you'll your yours yourself yourselves please ignore click subscribe let's
    """.split()
)
"""Speak to somebody, or of who writes."""

DATES = frozenset(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter ramadan
    spring summer autumn winter
    """.split()
)
"""Dates where they begin with a capital; "may" and "march" are other words without."""
TIMES = frozenset(
    """
    today yesterday tomorrow tonight recently lately currently formerly previously nowadays ago
    daily weekly monthly yearly annual annually day days week weeks month months year years decade
    decades century centuries
    """.split()
)
"""Tell when, in small letters too."""

NO_NUMBERS = frozenset("one ones second seconds point points may march half m k".split())
"""In lists of number words, and here more often something else."""
NUMBERS = r"(?!)"
"""Numbers in one word: English writes none that the lists lack."""

QUANTITIES = frozenset(
    """
    all most many much few several every each majority minority dozens everyone everybody always
    usually often rarely seldom mostly mainly largely widely universally consensus unanimous
    unanimously nearly almost hardly half countless numerous
    """.split()
)
"""Say how many hold something, or how often it is so."""

NO_NEGATION = frozenset(("a", "mai", "rien", "personne", "non"))
"""In lists of negations for other languages' sake."""

GENERAL = frozenset(
    """
    aim answer approach argument aspect assessment authors balance basis benefit burden case cause
    centre choice claim comparison concern condition consequence consideration cost course critic
    debate decision demand difference disagreement dispute division doubt duty effect emphasis
    expectation fairness fear focus ground harm hope idea importance interest issue judgement
    judgment level limit line loss matter mean means measure merit method need objection objector
    opponent outcome part people place plan point position possibility price priority problem
    promise proponent proposal proposition purpose question reason remedy requirement respect
    responsibility result risk role rule scale side source step support supporter task term test
    thing threat time trade-off use value view way weight will work worth accept add agree allow
    answer argue ask back base bear become begin believe bring call centre change choose come
    concern consider contrast count decide defend demand depend describe differ disagree dispute
    divide doubt emphasise emphasize expect explain favour favor fear find focus follow give go
    hinge hold hope judge keep lead leave lie like link look make matter mean meet name need object
    offer oppose outweigh place point prefer propose put question raise read recommend regard
    reject remain require respond rest say see seek separate set share speak stand stress suggest
    support take tell think treat try turn urge use value view want warn weigh welcome wish worry
    write able available broad central certain clear common different direct equal further general
    large likely main mutual narrow necessary new opposed opposite other own particular possible
    present same separate similar single small specific sufficient apart chiefly instead together
    """.split()
)
"""Words of such sentences on whatever topic; compared by their stems."""
