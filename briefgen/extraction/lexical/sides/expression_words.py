"""Words of the set expressions that take a side on what they name."""

NEEDING = frozenset("need needs".split())
BEATING = frozenset("beat beats".split())
NOBODY = frozenset("nobody no-one none nothing hardly scarcely without".split())
URGENT = frozenset("urgent urgently desperate real pressing clear dire crying great".split())
SAYING_YES = frozenset("say vote saying voting".split())
FEWER = frozenset("fewer less".split())
LIVING = frozenset("do go live manage survive cope be afford".split())
ALTERNATIVES = frozenset("alternative alternatives substitute substitutes replacement".split())
WAYS = frozenset(
    """
    way ways answer answers solution solutions option options path paths course choice hope remedy
    tool tools means route cure chance policy approach
    """.split()
)
SOLE = frozenset(
    "only best right surest simplest fairest obvious quickest cheapest smartest".split()
)
ACHIEVING = frozenset(
    """
    solves solve fixes fix achieves achieve changes change accomplishes accomplish does do buys buy
    gains gain brings bring solved fixed achieved changed accomplished did brought
    """.split()
)
ACHIEVING_BASE = frozenset("solve fix achieve change accomplish do buy gain bring".split())
MOVING = frozenset(
    "move go come shift return leave relocate disappear vanish flow migrate drift stay".split()
)
MERELY = frozenset("only merely just simply".split())
HELPING = frozenset("help work grow improve succeed rise apply begin happen be come take".split())
GOING = frozenset("go end stop".split())
STANDING = frozenset("place business merit merits justification purpose point".split())
RIGHT = frozenset("right wise correct smart".split())
WRONG_NOUNS = frozenset("mistake folly madness error blunder".split())
PROPOSING = frozenset(
    """
    propose proposed choose pick try insist demand seek want favor favour charge demand consider
    """.split()
)
BEGINNING = frozenset("begin start stand come proceed continue stay work grow".split())
ENDING = frozenset(
    "end ends die dies lapse lapses expire expires fail fails goes go stop stops".split()
)
SOONER = frozenset("sooner earlier faster quicker".split())
FARING = frozenset("better more happier safer fine well healthier".split())
ABLE = frozenset("could can would will does do did".split())
UNABLE = frozenset("cannot can't couldn't won't never impossible unable unthinkable".split())
EFFECTS = frozenset("effect effects impact influence bearing role connection link".split())
SLOW = frozenset("slow late timid reluctant hesitant cautious shy afraid".split())
QUICK = frozenset("quick hasty eager fast ready willing happy keen".split())
BENEFITS = frozenset("benefits benefit advantages gains merits rewards upside upsides".split())
RISKS = frozenset(
    "risks risk costs cost drawbacks disadvantages dangers harms price downsides".split()
)
OUTWEIGHING = frozenset("outweigh outweighs exceed exceeds eclipse dwarf dwarfs".split())
FOES = frozenset(
    """
    opponents opponent critics critic foes foe enemies skeptics sceptics fear fears worry worries
    doubts objections objection opposition resistance complaints criticism criticisms hostility
    concerns concern hysteria panic
    """.split()
)
FRIENDS = frozenset(
    """
    supporters supporter advocates advocate champions backers proponents proponent promise promises
    allure lure appeal faith enthusiasm enthusiasts fans hopes hope
    """.split()
)
EMPTY = frozenset(
    """
    overblown exaggerated overstated misplaced unfounded baseless groundless unwarranted misjudged
    mirage myth fantasy ignore ignores ignored forget forgets overlook overlooks misread
    misunderstand mistaken deluded
    """.split()
)
SPENT = frozenset("spent wasted lavished spend".split())
RETURNING = frozenset(
    "saves save returns return comes repays repay earns earn yields yield".split()
)
LOST = frozenset("better elsewhere wasted lost could".split())
JUSTIFYING = frozenset("justify justifies justified warrant warrants".split())
LARGE = frozenset("high big many much large great".split())
SMALL = frozenset("low small few little short".split())
"""Behind "too": more of a thing than there should be, or less."""
