"""Words of approval and disapproval, of more and of less, as base forms.

Written for briefgen from general knowledge of English argument, for no topic in particular. Verbs
are spelled out to all their forms; adjectives and nouns are matched by their stem.
"""

from briefgen.extraction.lexical.language.inflection import forms_of

GOOD_VERBS = tuple(
    """
    help benefit improve strengthen protect serve succeed work save enhance enrich reward safeguard rescue
    restore revive flourish thrive prosper heal empower liberate deliver honor honour inspire
    modernize stabilize stabilise reassure uplift nourish bolster boost foster vindicate
    enable ensure cure encourage
    outperform excel shine repay suffice deserve deter comfort educate
    """.split()
)
BAD_VERBS = tuple(
    """
    harm hurt damage destroy fail weaken undermine endanger threaten ruin kill cripple hobble jeopardize
    jeopardise imperil worsen erode corrode corrupt distort waste squander betray abandon punish burden
    alienate provoke antagonize anger inflame fuel stoke exacerbate aggravate hinder hamper impede
    obstruct sabotage wreck devastate decimate cripple collapse backfire suffer lose mislead deceive cheat
    steal exploit abuse violate doom risk gamble invade coerce bully humiliate insult offend
    neglect ignore flout evade poison pollute contaminate injure stifle strangle choke suffocate
    penalize penalise stagnate deteriorate embolden entrench trap impoverish bankrupt
    disrupt destabilize destabilise discourage invite plunder rob trample shatter fray degrade bleed
    mire bungle botch overwhelm displace wreak dissipate
    err degenerate fester flounder falter backslide overcharge overreach
    frighten spoil stigmatise stigmatize torment deprive disadvantage
    """.split()
)
MORE_VERBS = tuple(
    """
    increase expand raise strengthen accelerate extend widen deepen boost build grow provide give deliver
    supply send deploy fund finance support back maintain keep continue sustain preserve retain defend adopt
    introduce impose levy enact establish create implement enforce tighten toughen intensify bolster
    allow permit let grant authorize authorise legalize legalise approve ratify pass sign join accept receive
    embrace endorse invest promote encourage guarantee secure commit enable use apply require mandate
    restore reinstate renew double triple pursue offer add launch open bring subsidize subsidise
    complete install rebuild redouble recognize recognise negotiate reopen police welcome pay charge finish heed rise
    """.split()
)
LESS_VERBS = tuple(
    """
    end stop cut reduce lower abolish scrap repeal revoke rescind cancel drop abandon forgo forego reject
    refuse oppose resist block prevent avoid limit curb restrict restrain ban prohibit outlaw forbid halt
    suspend withdraw withhold remove eliminate eradicate phase lift ease relax weaken shrink slash trim
    roll reverse undo dismantle deny refrain renounce relinquish close shut preclude exclude freeze pause
    postpone delay shelve discard ditch kill quit leave exit veto decline dismiss condemn rule
    discourage replace stem contain mitigate alleviate relieve minimize minimise counter combat
    fight tackle deter cease desist disband defund curtail decline fall
    """.split()
)

LESS_STATES = frozenset(
    """
    illegal unlawful banned prohibited outlawed forbidden optional voluntary limited restricted
    smaller shorter temporary off-limits closed shut locked private
    """.split()
)
MORE_STATES = frozenset(
    "legal lawful allowed permitted compulsory mandatory obligatory permanent available universal open".split()
)
"""What something should be, where that is less or more of it: "should be illegal"."""
CHARGES = frozenset(
    """
    tuition fee fees toll tolls fare fares charge charges tax taxes rent rents premium premiums price
    prices ticket tickets
    """.split()
)
"""What is gone where it is free."""
TAKING = frozenset(
    "take takes took taken taking steal steals stole stealing rob robs robbed".split()
)
"""With goods: what is taken from somebody."""
ACT_NOUNS: dict[str, int] = {
    **dict.fromkeys(
        """
        ban bans limit limits cap caps cut cuts end freeze halt moratorium curb curbs restriction
        restrictions prohibition abolition repeal reduction reductions phase-out phaseout removal
        withdrawal closure embargo boycott suspension pause
        """.split(),
        -1,
    ),
    **dict.fromkeys(
        """
        expansion increase increases extension introduction rise creation adoption approval
        ratification construction
        """.split(),
        1,
    ),
}
"""Nouns of doing: with "on", "of", "in" and "to" they make less (-1) or more (1) of a thing."""
GOOD_WORDS = tuple(
    """
    good better best great right correct wise sensible sound smart prudent fair fairness justice
    effective effectively efficient efficiency successful successfully success benefit beneficial advantage
    gain progress prosperity prosperous growth strong stronger strength robust resilient resilience stable
    stability safe safer safety secure security peace peaceful freedom liberty hope promising
    optimism optimistic opportunity healthy healthier vital essential necessary indispensable needed
    invaluable valuable worthwhile welcome win winner victory triumph breakthrough achievement
    accomplishment improvement solution remedy cure answer blessing boon asset cheap cheaper affordable
    reliable trust trustworthy honest decent decency moral humane reasonable rational realistic pragmatic
    viable workable workable feasible credible elegant ideal excellent superb brilliant positive
    constructive fruitful productive legitimate justified justifiable vindicated commendable admirable
    courageous brave bold responsible sustainable popular overdue deserved proven easy easier
    clean innovation innovative creative rich richer wealth wealthy enriched dignity
    civilised civilized happier calmer quieter fairer simpler saner wiser
    useful helpful generous compassion worth common-sense sanity sane wisdom merit virtue important
    godsend desirable priceless logical crucial
    """.split()
)
BAD_WORDS = tuple(
    """
    bad worse worst wrong mistake mistaken error folly foolish fool stupid dumb absurd ridiculous ludicrous
    nonsense irrational unwise reckless recklessly careless carelessly dangerous danger risk risky hazard threat
    peril perilous harmful harm damage damaging destructive destruction devastating disaster disastrous
    catastrophe catastrophic calamity crisis failure failed fiasco flop debacle tragedy tragic
    unfair unfairly unjust injustice immoral cruel cruelty inhumane brutal oppressive illegal unlawful
    unconstitutional illegitimate corrupt corruption fraud scam sham pretext bogus phony fake hollow empty
    futile pointless useless worthless counterproductive ineffective inefficient inefficiency wasteful waste
    costly expensive unaffordable burden loss losses loser defeat retreat surrender weak weaker weakness
    fragile vulnerable vulnerability unstable instability insecure chaos chaotic mess turmoil conflict
    violence violent war death dead deadly killing casualty bloodshed suffering misery pain painful hardship
    poverty poor unemployment inflation recession debt deficit stagflation bankruptcy shortage scarcity
    decline collapse decay erosion stagnation pollution crime criminal abuse exploitation
    discrimination racism bigotry hatred hostility hostile fear anxiety distrust mistrust uncertainty
    unrealistic unworkable impractical impossible infeasible illusion illusory delusion delusional myth
    fallacy flawed flaw misguided naive ignorant ignorance shortsighted short-sighted cynical hypocrisy
    hypocritical dishonest deceptive misleading liar lying disingenuous shameful disgrace disgraceful
    disservice scandal outrage outrageous ugly nasty shaky dubious doubtful questionable suspicious unreliable
    untrustworthy unsustainable unnecessary needless needlessly excessive overreach extreme extremist
    unenforceable relic arbitrary bureaucratic heavy-handed blunt ill-conceived ill-advised batty crazy insane mad
    madness obsolete outdated unpopular problem problematic trouble troubling worrying alarming
    dire grim bleak gloomy severe grave nightmare wreckage ruin ruinous toxic poison backlash blowback
    retaliation punishing punitive crushing crippling victim bully bullying tyranny dictatorship
    authoritarian aggression stalemate quagmire deadlock dysfunctional price cost tax
    obstacle barrier loophole giveaway handout bailout boondoggle
    symbolism gimmick charade farce stunt vandalism scarcer dearer poorer costlier riskier
    misallocation distortion indefensible junk worthlessness harms scapegoat slippery
    senseless superfluous barbaric irresponsible scandalous unjustified unjustifiable undemocratic
    hopeless intolerable unacceptable unbearable deplorable overrated unwarranted senselessly
    travesty swindle hoax placebo blunder absurdity smokescreen hysterical spiteful petty
    """.split()
)
GOODS = tuple(
    """
    growth job employment wage income prosperity security safety stability trust health innovation
    investment competitiveness competition choice freedom right sovereignty independence peace
    cooperation alliance unity credibility leverage strength capacity resilience productivity quality
    democracy supply access confidence efficiency
    """.split()
)
"""Things of which less is bad: "lost jobs", "weaken security"."""
ILLS = tuple(
    """
    cost price inflation debt deficit unemployment poverty crime violence war conflict risk danger threat
    tension pollution emission waste corruption fraud uncertainty instability death casualty harm damage
    suffering inequality congestion shortage recession barrier burden abuse hunger disease homelessness rent
    delay bureaucracy dependence dependency addiction accident bloodshed loss pain retaliation
    """.split()
)
"""Things of which more is bad: "raised prices", "stoke tension"."""

SOLVING_VERBS = tuple("solve resolve fix cure heal overcome defeat conquer remedy avert".split())
"""What is done to an ill to be rid of it: "solve the problem"."""
INFLICTED = tuple(
    "damage harm threat blow injury insult affront disservice danger obstacle menace setback".split()
)
"""With "to": what befalls a thing; who speaks so holds the thing dear."""
SUFFERED_FORMS = frozenset(
    """
    alienation betrayal abandonment neglect destruction demolition erosion dismantling desertion
    humiliation mistreatment sabotage undermining weakening gutting shredding wrecking trashing
    """.split()
)
"""With "of": what is done to a thing; who speaks so holds the thing dear."""
CAUSING_VERBS = tuple(
    "provoke risk invite fuel stoke inflame suffer wreak incite trigger spark unleash".split()
)
"""What is done by them to a thing brings it about, and says that it is bad."""
VALUED = {
    **dict.fromkeys(
        """
        benefit advantage success merit virtue value importance wisdom necessity triumph
        usefulness promise strength appeal achievement blessing
        """.split(),
        1,
    ),
    **dict.fromkeys(
        """
        harm damage folly danger failure failing futility cruelty absurdity injustice drawback
        shortcoming disadvantage evil flaw stupidity perversity wreckage ravage horror
        madness ill victim
        """.split(),
        -1,
    ),
}
"""With "of": what a thing is said to have: "the folly of …"."""
FOUND_IN = {**dict.fromkeys("merit virtue value wisdom sense".split(), 1), "flaw": -1, "folly": -1}
"""With "in": "little merit in …"."""
TROUBLE = dict.fromkeys("trouble problem wrong".split(), -1)
"""With "with": "the trouble with …", "nothing wrong with …"."""
TAKING_FORMS = {
    **dict.fromkeys(
        "benefit benefits benefited benefiting gain gains gained gaining profit profits profited "
        "prosper prospers prospered".split(),
        1,
    ),
    **dict.fromkeys("suffer suffers suffered suffering reel reeling victim victims".split(), -1),
}
"""With "from" and "under": who takes good or harm of a thing."""

VERB_VALUES: dict[str, int] = {
    **dict.fromkeys(forms_of(GOOD_VERBS), 1),
    **dict.fromkeys(forms_of(BAD_VERBS), -1),
}
del VERB_VALUES["working"]  # "working groups" are not praised
MORE_FORMS = frozenset(forms_of(MORE_VERBS))
LESS_FORMS = frozenset(forms_of(LESS_VERBS)) | frozenset(
    "less fewer lower reduced zero free-of without".split()
)


def _forms(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words with their plurals and adverbs; stems would make "goods" good."""
    forms = set()
    for word in words:
        forms |= {word, word + "ly"}
        if word.endswith("y"):
            forms |= {word[:-1] + "ies", word[:-1] + "ily"}
        if word.endswith("le"):
            forms.add(word[:-1] + "y")
        if word.endswith(("s", "x", "ch", "sh")):
            forms.add(word + "es")
        elif word not in _NO_PLURAL:
            forms.add(word + "s")
    return frozenset(forms)


_NO_PLURAL = frozenset("good just right sound poor".split())
GOOD_FORMS = _forms(GOOD_WORDS)
BAD_FORMS = _forms(BAD_WORDS) - {"lies", "lie", "costs", "wars", "war", "extremely", "hopefully"}
GOODS_FORMS = _forms(GOODS)
ILLS_FORMS = _forms(ILLS)
CAUSING_FORMS = frozenset(forms_of(CAUSING_VERBS))
SOLVING_FORMS = frozenset(forms_of(SOLVING_VERBS))
INFLICTED_FORMS = _forms(INFLICTED)


def _valued_forms(values: dict[str, int]) -> dict[str, int]:
    return {form: value for word, value in values.items() for form in _forms((word,))}


VALUED_FORMS = _valued_forms(VALUED)
FOUND_IN_FORMS = _valued_forms(FOUND_IN)
TROUBLE_FORMS = _valued_forms(TROUBLE)
PHRASAL_VALUES = {
    (form, particle): value
    for verb, particle, value in (
        ("pay", "off", 1),
        ("go", "too", -1),
        ("work", "out", 1),
        ("bear", "fruit", 1),
        ("make", "sense", 1),
        ("fall", "short", -1),
        ("fall", "flat", -1),
        ("break", "down", -1),
        ("go", "wrong", -1),
        ("fall", "apart", -1),
        ("get", "nowhere", -1),
    )
    for form in forms_of((verb,))
} | dict.fromkeys(
    (
        ("own", "goal"),
        ("fairy", "tale"),
        ("pipe", "dream"),
        ("blind", "alley"),
        ("white", "elephant"),
        ("empty", "gesture"),
        ("ill", "-"),
        ("window", "dressing"),
    ),
    -1,
)
"""Verbs and other words that judge with the word behind them."""
