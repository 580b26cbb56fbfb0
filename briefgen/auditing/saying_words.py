"""Verbs of saying by what they let a reader think of what is said, and loaded words.

General English; no word of any topic. Verbs stand in the form without an ending, phrases as their
forms are written. What serves both uses evenly ("hold", "maintain", "deny") is in no list.
"""

PLAIN_VERBS = frozenset(
    """say argue warn expect report write state add think believe propose ask call want urge
    suggest describe tell answer predict recommend demand
    """.split()
)
"""Report that something is said, and no more."""

DOUBTING_VERBS = frozenset(
    """claim allege purport insist admit concede confess pretend boast brag rant whine complain
    grumble preach lecture scoff sneer profess assert quibble harp parrot gloat bluster fantasise
    fantasize downplay dismiss deflect dodge
    """.split()
)
"""Let a reader doubt what is said, or who says it."""

ENDORSING_VERBS = frozenset(
    """reveal demonstrate prove recognise recognize acknowledge realise realize understand confirm
    clarify
    """.split()
)
"""Take what is said for true."""

DOUBTING_PHRASES = (
    r"would have (?:us|you|readers) believe",
    r"brush(?:es|ed|ing)? (?:aside|off)",
    r"shrugs? off|shrugged off",
    r"(?:refuses?|fails?) to (?:see|admit|accept|say|explain|recogni[sz]e|acknowledge|understand)",
    r"attempts? to (?:justify|argue|explain)",
    r"gloss(?:es|ed)? over",
)
ENDORSING_PHRASES = (
    r"(?:shows?|showed|notes?|noted|observes?|observed|explains?|explained|knows?|knew|reminds?)"
    r"(?=\s*(?:that|how|why|us)\b|\s*:|\s*$)",
    r"points? out|pointed out|pointing out",
    r"makes? (?:it )?(?:clear|plain)|made (?:it )?(?:clear|plain)",
    r"draws? attention to|drew attention to",
    r"sees? clearly",
)

SAYERS = frozenset(
    """source sources supporters opponents supporter opponent critics author authors side camp
    outlet digest article they who""".split()
)
"""Who speaks, in a sentence that has a verb of saying."""
BEFORE_NOUNS = frozenset(
    "a an the this that these those no any some each every its their of more same whose".split()
)
"""Behind one of them a verb's form is a noun."""

LOADED_WORDS = frozenset(
    """rightly wrongly merely supposedly allegedly obviously clearly undeniably undoubtedly
    unquestionably regrettably unfortunately fortunately thankfully sadly shockingly tellingly
    predictably ironically conveniently stubbornly blindly recklessly grudgingly reluctantly
    courageously bravely wisely sensibly foolishly naively cynically desperately hysterically
    convincingly persuasively unconvincingly compellingly
    radical extremist fanatical fringe hardline notorious infamous shameful disgraceful outrageous
    scandalous absurd ridiculous ludicrous preposterous laughable nonsensical baseless groundless
    unfounded debunked discredited misguided reckless irresponsible naive hysterical alarmist
    cynical hypocritical dishonest dubious questionable bogus sham spurious flimsy misleading
    draconian heartless ruthless sinister evil
    sensible reasonable commonsense courageous heroic visionary enlightened bold wise prudent
    principled thoughtful compelling convincing persuasive irrefutable undeniable overwhelming
    powerful brilliant excellent admirable commendable laudable noble
    propaganda rhetoric scaremongering fearmongering nonsense myth myths lie lies smear smears rant
    rants zealots zealot ideologues ideologue apologists apologist cronies crony elites mob
    cherry-picked so-called self-styled self-proclaimed ill-informed ill-conceived well-founded
    far-sighted short-sighted hard-hitting
    """.split()
)
"""Praise or blame that a brief has no business with, whichever side it falls on."""
