"""Words of the verdicts that are said in several words: "makes no sense", "a waste of money"."""

from briefgen.extraction.lexical.language.inflection import forms_of

MAKING = frozenset(forms_of(("make",)))
DOING = frozenset(forms_of(("do",)))
DRIVING = frozenset(forms_of(("drive", "push", "chase")))
AWAY = frozenset("out away underground abroad offshore overseas".split())
SCANT = frozenset("no little scant hardly scarcely not never zero".split())
SENSELESS = frozenset("no little scant zero".split())
PLAGUES = frozenset(
    "waste threat danger burden barrier obstacle menace nuisance hindrance insult affront".split()
)
"""What a thing is said to be, after a form of "be": there they judge it in full."""
VICES = frozenset(
    """
    joke liability straitjacket millstone betrayal dud curse plague luxury vanity racket
    robbery lie fantasy pipedream patchwork monster distraction sop dogma fetish mockery muddle
    anachronism humiliation brake drag relic fossil dinosaur throwback hangover smokescreen embarrassment
    """.split()
)
BLESSINGS = frozenset(
    """
    bargain milestone necessity must antidote cornerstone treasure lifeline lifesaver
    bulwark pillar jewel miracle relief safeguard godsend
    """.split()
)
"""What a thing is said to be, where only a form of "be", an article and adjectives stand between:
of nothing else are these said for good or ill."""
BEHIND_PREDICATE = frozenset(
    """
    that which who we they it he she i you nobody no to for of on in at from by with without and
    but or nor because if when while as than not where whose so since before after until today now
    """.split()
)
NOT_BETWEEN = frozenset("of to for in on at by with from than more less like as".split())
BEING = frozenset(
    "is are was were isn't aren't wasn't be been being becomes become became remains remain remained seems".split()
)
FOR_WHAT = frozenset("for to about".split())
ACHIEVING = frozenset(
    forms_of(
        "solve stop build create cure fix prevent change achieve end catch answer free".split()
    )
)
"""What a measure is for: who says that it does so to nothing finds it useless."""
NOTHING_AT_ALL = frozenset("anything anybody anyone single".split())
NOBODY = frozenset("nobody nothing none".split())
DENYING = frozenset(
    """
    not never cannot can't won't wouldn't doesn't don't didn't couldn't hardly scarcely isn't
    hasn't haven't
    """.split()
)
MEANT = frozenset("meant supposed intended designed claims claim claimed promises promised".split())
WORTH = frozenset(("worth", "worthwhile"))
COSTING = frozenset(("cost", "costing"))
BEFORE_COST = frozenset(
    """
    would will could may might can has have had already it that this they only also even not
    wouldn't won't didn't doesn't
    """.split()
)
"""Behind these "cost" is a verb."""
FREE = frozenset("nothing little less".split())
PAYING = frozenset(
    """
    us them him her you me our their his the a an thousands hundreds millions billions jobs lives
    many more too dearly farmers workers families taxpayers consumers every
    """.split()
)
"""Who is made to pay, or with what."""
BEHIND_PEOPLE = frozenset(
    """
    and or in of to from by at who more most less will would can could do are were have pay paid
    get got the a hardest first last even
    """.split()
)
"""Behind "the poor" these show that no noun follows."""
DECISIONS = frozenset(
    """
    decision decisions answer answers thing step steps move choice choices course path way
    approach idea policy policies response call direction measure measures remedy solution time
    priority priorities judgement judgment
    """.split()
)
"""Behind "the right"."""
