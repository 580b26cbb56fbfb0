"""English words by which a sentence is denied, doubted, weakened, bounded or joined to another.

General; of no topic. In small letters, without accents.
"""

DENIES_WHOLE_CLAUSE = False
"""Whether a negation may stand behind what it denies: English ones stand before it."""

DENYING = frozenset(
    """
    lack lacks lacked lacking fail fails failed refuse refuses refused refusing
    reject rejects rejected rejecting deny denies denied denying doubt doubts doubted
    doubting refrain refrains refrained refraining unable impossible unlikely hardly scarcely barely
    seldom rarely false wrong wrongly mistaken mistakenly myth myths illusion illusions flawed
    fallacy falsely delusion pretence nonsense untrue oppose opposes opposed opposing
    """.split()
)
"""Besides the negations: a clause says of what stands behind them that it is not, or should not."""
DENYING_PAIRS = frozenset(("far-from", "nothing-like"))
"""The same, of two words."""
SPARED = frozenset(
    """
    not-only not-just not-merely not-simply not-least no-doubt no-matter without-doubt never-more
    nothing-but nor-only neither-only
    """.split()
)
"""A negation and the word behind it that deny nothing."""
DOUBTING = frozenset(
    """
    doubt doubts doubted doubting question questions questioned questioning dispute disputes
    disputed disputing contest contests contested reject rejects rejected rejecting deny denies
    denied denying oppose opposes opposed opposing object objects answer answers reply replies
    counter counters sceptical skeptical unconvinced resist resists resisted
    """.split()
)
"""Somebody else's view may stand behind them."""
HEARD_AS_DENIAL = DENYING | DOUBTING | frozenset(
    """
    mistake mistakes error errors too few little less insufficient insufficiently inadequate missing
    absent absence beyond instead rather wrong low weak small short shortage prevent prevents avoid
    avoids limit limits stop stops end ends ban bans lose loses loss lost objection objections
    against limited hard difficult barrier barriers obstacle obstacles useless worthless pointless
    gap gaps
    """.split()
)  # fmt: skip
"""A clause with one of these need not repeat the negation of its statements in the same words."""
OPEN = frozenset(
    """
    whether divide divides divided dividing division disagree disagrees disagreed disagreement
    disagreements differ differs differed difference dispute disputes disputed contested contention
    contentious question unclear open
    """.split()
)
"""A clause with one of these leaves open what is so."""

HEDGING = frozenset(
    """
    may might could perhaps possibly potentially maybe probably conceivably likely seems seem seemed
    appears appear appeared apparently presumably supposedly reportedly allegedly
    """.split()
)
"""A statement says of what stands behind them that it can be so."""
HEDGING_PAIRS = frozenset(("as-if", "as-though"))
HEARD_AS_HEDGE = HEDGING | frozenset(
    """
    can would should ought possible possibility possibilities potential chance chances risk risks
    risky fear fears feared hope hopes hoped expect expects expected expectation warn warns warned
    warning warnings threat threats threaten threatens danger dangers dangerous concern concerned
    concerns worry worries worried likely seem seems appear appears consider considers imagine if
    open
    """.split()
)
ADVISING = frozenset("should ought may might could".split())
REQUIRING = frozenset("must shall".split())
"""Stronger than advice: a statement that advises does not say them."""
REQUIRED = REQUIRING | frozenset(
    """
    need needs needed have has had required requires require necessary essential vital imperative
    bound obliged
    """.split()
)
"""Statements with one of these require too."""

BOUNDING = frozenset("only solely alone merely just exclusively purely nothing".split())
"""Leave nothing else; each stands for the others."""
STRESSING = frozenset(
    """
    certainly definitely undoubtedly inevitably invariably entirely completely totally wholly
    absolutely fully utterly clearly plainly forever ever
    """.split()
)
"""Make a statement stronger than it is without them."""
AGREEING = frozenset("agree agrees agreed agreement agreements unite unites alike jointly".split())
"""Say that the sides are of one mind."""

CONSENTING = frozenset(("to",))
"""Behind "agree": it is to a demand, and not with the others."""

CONDITIONS = frozenset("if unless provided providing lest".split())
"""Open a condition."""
CONDITION_PAIRS = frozenset(("long-as", "only-when", "only-once", "on-condition"))
NO_CONDITION = frozenset("even as what".split())
"""Right before them, they open none ("even if")."""
HEARD_AS_CONDITION = CONDITIONS | frozenset(
    """
    only when once whenever long without condition conditions conditional depend depends depending
    require requires required requirement requirements given whether otherwise except
    """.split()
)

CAUSES = frozenset("because since due owing thanks therefore hence thus consequently".split())
"""Join what is so to why it is so."""
CONTRASTS = frozenset("than".split())
"""Between two things that are weighed against each other."""
NO_COMPARISON = frozenset("rather other".split())
"""Right before "than": what is preferred or left, not what is more."""
SETTING_BACK = frozenset(("rather-than", "instead-of"))
"""Two words; what stands behind them is what is not wanted, or is not so."""
MORE = frozenset(
    """
    more less fewer better worse greater smaller bigger larger higher lower stronger weaker faster
    slower cheaper dearer safer sooner later earlier longer shorter easier harder
    """.split()
)
PARTING = frozenset("but while whereas although though because since yet however".split())
"""Begin a part of a sentence that says something else."""
SPLITTING = PARTING | frozenset("so which who".split())
"""Begin another clause."""
TELLING = frozenset(
    """
    say says said saying hold holds held believe believes think thinks see sees want wants wish
    wishes argue argues stress stresses find finds tell tells view views regard regards
    consider considers add adds maintain maintains note notes speak speaks insist
    """.split()
)
"""Join a holder to a view and say nothing of it."""

TAKING_FOR_TRUE = frozenset(
    """
    overlook overlooks overlooked overlooking ignore ignores ignored ignoring forget forgets forgot
    neglect neglects neglected disregard disregards cling clings clung clinging lecture lectures
    pretend pretends pretended concede concedes conceded boast boasts boasted whine whines complain
    complains fantasise fantasize peddle peddles parrot parrots preach preaches
    """.split()
)
"""Tell of a view as somebody would who has the other one."""
TOO = frozenset(("too",))
SCANT = frozenset(("few", "little"))
"""Behind one of `TOO`: not enough."""
EITHER = frozenset(("either",))
OR = frozenset(("or",))
"""Two things of which one will be."""
THAT = frozenset(("that",))
"""Behind a colon, what stands before it holds on: "a false hope: that …"."""
SUBSTANTIAL = frozenset(("enough", "fewer", "less"))
"""Function words that can be all that a sentence says."""
