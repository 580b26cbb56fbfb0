"""General English: what sets a condition of a view, and what only tells of a case."""

SETTING = (
    r"only\s+(?:if|when|once|on\s+condition|provided)",
    r"provided(?:\s+that)?",
    r"providing(?:\s+that)?",
    r"on\s+(?:the\s+|one\s+)?condition",
    r"unless",
    r"contingent\s+on",
    r"conditional\s+on",
)
"""Connectives behind which nothing stands but what somebody insists on."""
PRICE = (r"in\s+(?:return|exchange)\s+for",)
"""What a demand is worth to whoever makes it."""
CASE = (r"if(?:\s+and\s+when)?", r"assuming(?:\s+that)?", r"in\s+the\s+absence\s+of")
"""A condition of a demand, and only there."""
LASTING = (r"(?:as|so)\s+long\s+as",)
"""A condition of what is accepted; else how long something lasts, or what goes with it."""
DEPENDING = (r"depends?\s+on",)
"""A condition of a view where the view is what depends."""

ACCEPTING = frozenset(
    """
    accept accepts accepted acceptable agree agrees agreed fine welcome approve approves endorse
    endorses tolerate tolerable allow allowed permit permitted consent sensible reasonable
    justified right fair worth worthwhile
    """.split()
)
"""Words of a sentence in which a view is that something may be."""
VIEWS = frozenset(
    "support approval consent acceptance agreement backing yes answer whether verdict".split()
)
"""What depends, where a view does."""
PREPARING = frozenset("prepare prepared preparing ready readiness plan plans planning case".split())
"""One prepares for what one does not wait for: "be ready to fight if attacked"."""
PURPOSES = frozenset("aim aims goal goals purpose point intention objective idea".split())
"""What is named in an "if" that supposes nothing: "if the aim is to save money"."""
JOINING = frozenset("and but or so because since that which who as yet".split())
"""Before a condition: it belongs to the clause that follows, and not to the demand before it."""
CLEFT = (r"(?:it['’]s|it\s+is|it\s+was|that['’]s|that\s+is)\s*$",)
"""Before a condition: "it is only when …" says when, not on what condition."""
