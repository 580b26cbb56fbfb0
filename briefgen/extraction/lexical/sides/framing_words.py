"""Words that show how an argument is framed: camps, deeds of change and of staying put.

Written for briefgen from general knowledge of English argument, for no topic in particular.
"""

from briefgen.extraction.lexical.language.inflection import forms_of

DOUBTERS = frozenset(
    """
    critic critics opponent opponents sceptic sceptics skeptic skeptics doubter doubters detractor
    detractors naysayer naysayers pessimist pessimists alarmist alarmists objector objectors
    """.split()
)
"""Those who speak against a change."""
WARNING = frozenset(forms_of(tuple("warn fear complain jeer scoff sneer grumble object".split())))
"""What those do who speak against a change."""
BACKERS = frozenset(
    """
    supporter supporters advocate advocates proponent proponents champion champions backer backers
    enthusiast enthusiasts booster boosters promoter promoters sponsor sponsors campaigner
    campaigners reformer reformers optimist optimists believer believers
    """.split()
)
"""Those who speak for a change."""
PROMISING = frozenset(forms_of(tuple("promise boast assure tout".split())))
"""What those do who speak for a change."""
ANSWERING = frozenset("but yet though although whereas".split())
"""Opens the author's answer to what a camp says."""
VINDICATED = frozenset("right correct vindicated justified fair true real serious".split())

STAYING = frozenset("keep leave retain preserve maintain".split())
"""What is demanded by those who want no change."""
OPENING = frozenset("first second third fourth fifth finally last so and instead rather".split())
"""Before a comma these may open a demand: "Second, leave …"."""
UNTIL = frozenset("until unless without before".split())
"""They open the condition of what must not be."""
PROVISOS = frozenset("if unless without absent".split())
IDLING = frozenset(
    """
    waiting wait dithering standing sitting hiding pretending delaying postponing hoping stalling
    ignoring watching doing
    """.split()
)
"""Doing nothing: "instead of waiting" urges a change."""
REFUSING = frozenset("resist reject bury veto shelve drop abandon refuse decline oppose".split())
ENACTING = frozenset("pass enact adopt approve ratify accept back support embrace".split())
VOTING = frozenset("vote voting voted".split())
CHANCES = frozenset("try chance hearing support passage vote yes approval".split())
"""What a plan that is backed deserves."""
ENDINGS = frozenset("fail die defeat fate burial rejection no".split())
"""What a plan that is opposed deserves."""
THWARTING = frozenset(
    """
    shelving blocking refusing delaying vetoing stalling killing caving abandoning postponing
    gutting diluting rejecting opposing ducking stopping halting
    """.split()
)
"""Stopping a change: who is blamed for it is blamed for the lack of change."""
PLANS = frozenset(
    """
    plan plans scheme schemes proposal proposals bill bills measure measures idea ideas reform
    reforms project projects motion call calls demand demands temptation law compact treaty
    amendment referendum initiative
    """.split()
)
"""What a proposed change is called."""
IMPERATIVES = frozenset(
    """
    abolish add admit allow arm ask forbid ban bar bring build buy cancel cap cede close cut deny double
    drop end exempt extend fix force forgive free freeze give grant hand hire impose invite leave
    legalise legalize let lift limit lower make merge move offer open order outlaw pay permit
    promise publish put raise ration recognise recognize release remove repeal replace require
    reward scrap sell send set shut sign slash split spend start stop strip take tax tear tell tie
    treat triple turn unleash wait widen write subsidise subsidize fund finance restore reopen introduce
    create expand launch adopt approve pass enact charge
    """.split()
)
"""Verbs that open "do it, and … will follow"."""
WELL_MEANT = frozenset("well-meant well-meaning well-intentioned".split())
KIND_WORDS = frozenset(
    """
    noble kind kindly well-meant well good popular cheerful generous progressive humane sincere
    worthy attractive appealing tempting tidy elegant fine
    """.split()
)
"""What is granted of a plan before it is refused: "however noble its purpose"."""
REMEDIES = frozenset("answer substitute cure remedy solution fix alternative".split())
BENEFITS = frozenset("more better less cheaper sooner faster safer fairer".split())
PRICES = frozenset(
    """
    cost costs costly expensive dear messy slow clumsy blunt imperfect awkward painful nuisance
    inconvenient hard rough difficult unwelcome
    """.split()
)
"""What is granted of a change before it is urged: "it is slow and clumsy, yet …"."""
FEARED = frozenset("feared predicted promised threatened foretold warned forecast".split())
CONDITIONING = frozenset("if when once after where on for with so as".split())
"""Behind "only": the condition follows."""
JOINED = frozenset("tandem hand combined paired coupled accompanied backed matched".split())
"""With "with": what must come along."""
CASES = frozenset("for in where when within among on at between along inside outside".split())
"""Opens a sentence that judges one case: "in big towns it works; …"."""
OTHER_CASES = frozenset("elsewhere beyond after off out".split())
"""Besides those, opens the other case."""
