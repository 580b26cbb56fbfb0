"""Words and phrases by which an author asks for something to be done."""

DUTIES = frozenset("must should ought shouldn't mustn't".split())
"""Modals that ask: "the council should pay"."""
URGENT = frozenset(
    """
    essential vital imperative crucial necessary urgent important indispensable better best wise wiser
    prudent sensible incumbent right
    """.split()
)
"""Beside "it is" and "to", "for" or "that": "it is vital to pay"."""
STEPS = frozenset(
    """
    step steps task job priority priorities approach course answer solution remedy cure policy strategy
    way move advice recommendation alternative plan place lesson option choice response thing
    """.split()
)
"""What may be a proposal, beside a verb: "the first step is to pay", "a better way would be to"."""
ANSWERS = frozenset("answer solution remedy advice recommendation".split())
"""Of those, what proposes by itself: "the answer is to pay"."""
GOOD = frozenset(
    """
    first second third fourth fifth next final last better best right only wise wiser sensible smart smarter
    obvious simplest sound proper good surest immediate our my urgent honest decent correct prudent
    one another least easiest
    """.split()
)
"""What makes a thing worth doing, beside one of the ``STEPS``."""
WAYS = frozenset("way route path road answer solution remedy cure key".split())
"""Beside "the", behind a verb: "public works are the route to recovery"."""
URGING = frozenset(
    "urge recommend propose suggest advise implore beseech beg advocate appeal".split()
)
"""In the author's own mouth: "I urge the council to pay"."""
BOUND = frozenset("duty responsibility obligation".split())
"""What its holder has, who should act: "the state has a duty to pay"."""
ABLE = frozenset("able allowed free entitled permitted eligible welcome granted".split())
"""Behind "should be" these make the subject the one who gains, not the one who acts."""
READY = frozenset(
    "prepared determined committed united interested concerned resolved focused dedicated".split()
)
"""Behind "should be" these look like passives and say what the subject itself should do."""
POINTING = frozenset("this that it here".split())
FIRST_PERSON = frozenset("i we".split())
HYPOTHETICAL = frozenset("would could might may not never".split())
"""Before a word that asks, these make it ask nothing: "might need to", "does not need to"."""
HARDLY_ASKING = frozenset(
    """
    confused mistaken surprising surprised obvious clear enough apparent evident noted said stressed
    emphasized emphasised added underlined plain conceded admitted acknowledged amused familiar
    """.split()
)
"""Behind "should be" these speak to the reader: "it should be noted that", "this should be clear"."""
REMARKS = frozenset("note say add stress like think suppose imagine hope admit confess".split())
"""Behind "I should" or "I must" these remark, they do not ask."""
BODIES = frozenset(
    """
    partner partners nation nations state states firm firms business businesses school schools lender
    lenders donor donors policymaker policymakers taxpayer taxpayers buyer buyers seller sellers court
    courts legislature legislatures senate house assembly chamber treasury army navy forces troops
    federation federations cooperative charities charity insurer insurers retailer retailers supplier
    suppliers service services club clubs allies capitals ministries alliance coalition movement
    caucus caucuses councillor councillors councilor councilors council councils legislator legislators office bureau institution institutions college colleges
    """.split()
)
"""Common nouns for those who can act, beside those who can speak."""
TELLING = frozenset(
    """
    suppose imagine behold assume say face consider take remember recall note see ask call look forget picture
    compare witness mark add enter think read trust believe mind grant count try expect get know meet
    show tell blame thank credit bless god welcome thanks guess never
    """.split()
)
"""Orders to the reader, who is asked to think and not to act: "consider the harbour"."""
PLAIN_ORDERS = frozenset(
    """
    let give make scrap abolish keep put bring build raise reject adopt leave tear spend hire repeal restore
    require allow publish send sell buy spare halve create expand invest take
    """.split()
)
"""Verbs, hardly ever nouns, that open an order even where no article follows: "Build sea walls"."""
HEADS_NO_ORDER = frozenset(
    """
    half such what even only quite rather then there here thus hence still yet again today tomorrow
    yesterday perhaps maybe instead indeed sometimes often albeit amid amidst atop plus minus alas ah oh
    well yes okay worst first second third last next granted given please either neither whether none
    giving everything nothing something anything it he she they we i you who which that once just all now never
    not no nor too enough save whose whom mine unlike because later sooner everywhere nowhere somehow
    meantime elsewhere anyway besides whereas though although unless until while if when where why how
    """.split()
)
"""Words before an article at the head of a sentence that are no verbs."""
THINGS_IN_ERS = frozenset(
    """
    numbers orders matters borders powers papers barriers offers sensors motors factors sectors doors errors
    floors harbours harbors computers letters centers rivers waters quarters shelters towers servers trailers
    containers boosters mirrors corridors colors colours flavors flavours labors favors favours rumors
    rumours layers chapters filters counters markers meters winters summers dangers corners covers posters
    transfers answers disasters cancers fibers timbers chambers ladders metaphors vectors tractors reactors
    figures disorders takeovers headquarters newspapers routers chargers fertilizers boilers freezers
    tankers freighters carriers
    """.split()
)
"""Nouns that end like "traders" and "insurers" and are things."""
