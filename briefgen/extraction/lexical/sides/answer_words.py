"""Words with which an author answers a question that the sentence before asks."""

ASKING_WHETHER = frozenset(
    "should must ought shall would will is are was were do does did has have can could".split()
)
"""A question that begins so asks for yes or no."""
ASKING_FOR = frozenset("should must ought shall would".split())
"""And of these whether something is to be done."""
YES = (
    ("yes",),
    ("certainly",),
    ("absolutely",),
    ("definitely",),
    ("of", "course"),
    ("by", "all", "means"),
    ("without", "doubt"),
    ("without", "question"),
    ("i", "think", "so"),
    ("emphatically", "yes"),
)
NO = (
    ("no",),
    ("never",),
    ("hardly",),
    ("of", "course", "not"),
    ("certainly", "not"),
    ("absolutely", "not"),
    ("definitely", "not"),
    ("not", "at", "all"),
    ("by", "no", "means"),
    ("far", "from", "it"),
    ("i", "think", "not"),
    ("i", "do", "not", "think", "so"),
    ("i", "don't", "think", "so"),
    ("i", "doubt", "it"),
    ("emphatically", "no"),
)
ONLY = frozenset("only if unless provided providing but until depends however".split())
"""In an answer these set a condition, or take back some of it."""
