"""Words with which a sentence takes back a part of what it says. General English."""

CONDITIONS = (
    "if", "unless", "provided", "providing", "only when", "only where", "only once", "until",
    "as long as", "so long as", "on condition", "on the condition", "in case", "in the event",
    "assuming", "supposing", "except", "but only", "contingent on", "subject to", "without",
)  # fmt: skip
"""What follows says under which condition the rest holds."""

CONCESSIONS = (
    "but", "although", "though", "however", "yet", "whereas", "despite", "in spite of", "albeit",
    "even if", "even though", "nevertheless", "nonetheless", "while",
)  # fmt: skip
"""What follows is granted, or turns against what stands before."""

NEGATIONS = ("not", "no", "never", "no longer", "hardly", "neither", "nor", "nobody", "nothing")
"""Turn what they stand with into its opposite."""
