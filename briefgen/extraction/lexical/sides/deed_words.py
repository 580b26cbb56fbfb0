"""Words by which a sentence judges what the one before it says is to be done."""

ACTS_JUDGED = frozenset(
    """
    mistake mistakes error folly blunder madness lunacy insanity nonsense wrong right wise unwise
    foolish stupid reckless irresponsible absurd ridiculous misguided short-sighted shortsighted
    sensible prudent overdue unfair unjust premature disastrous idea move step decision policy
    answer solution goal counterproductive overreach vandalism cowardice recipe
    """.split()
)
"""They are said of what somebody does, not of how things are: a scandal may be either."""
JUDGING_TIME = frozenset("would wouldn't will won't 'd 'll".split())
"""What would be is what is proposed, not what is."""
CALLING = frozenset(
    "call calls called calling consider considers considered deem deems deemed dub dubs dubbed".split()
)
BEING = frozenset("is was isn't wasn't".split())
GOING_ON = frozenset(
    """
    and but yet so still well then now indeed clearly frankly surely plainly obviously simply
    """.split()
)
"""A clause may begin with these before it says of what it speaks."""
OPEN = frozenset(
    "if unless whether when where why what how theory perhaps maybe sounds seems".split()
)
"""With one of these it is not said outright."""
UNDOING = frozenset(
    """
    against oppose opposes opposed opposing refuse refuses refused reject rejects rejected rejecting
    decline declines declined block blocks blocked blocking drop drops dropped dropping abandon
    abandons abandoned shelve shelved stop stops stopped stopping resist resists resisted dismiss
    dismisses dismissed instead avoid avoids avoided threaten threatens threatened defeated
    """.split()
)
"""In a sentence that only names a measure these may undo it."""
LINKING = frozenset("be make take help seem appear mean hurt pay matter".split())
"""Behind "it would" these may lead to what is meant: "it would help to know"."""
EXTRAPOSING = frozenset("to that if when who because".split())
"""Behind "it would be wrong" these bring what is meant."""
COURSES = frozenset("so that this it".split())
DOING = frozenset(("doing",))
"""With these before them: "doing so"."""
STEPS = frozenset(
    "step move thing course change plan policy measure law rule ban tax levy cut scheme".split()
)
"""Behind "such a" they name the deed again."""
