"""Words that argue alike: a phrase of the codebook is found in other words than its own.

One line is one concept. The groups were written for briefgen from general knowledge of English
argument, for no topic in particular; a word stands in one group only, in the sense in which
arguments mostly use it.

Stemming three thousand words takes longer than coding an article, so the stems are kept in
``concept_stem_words``: after a change here, ``make docs`` writes them anew, and a test compares.
"""

from collections.abc import Sequence

from briefgen.extraction.lexical.language.inflection import forms_of, irregular_pasts, stem
from briefgen.extraction.lexical.sides.concept_stem_words import ACTIONS, STEMS

_VERBS = """
    hurt harm damage injure punish penalize penalise devastate cripple ruin wreck batter clobber suffer
    help benefit aid assist serve
    raise increase hike boost expand enlarge grow lift swell
    cut reduce lower slash trim shrink curb decrease
    end stop halt cease terminate abolish scrap eliminate repeal revoke abandon drop
    begin start launch initiate
    protect defend safeguard shield preserve secure
    weaken undermine erode degrade sap hollow
    strengthen bolster reinforce fortify shore
    fail flop backfire collapse founder
    succeed thrive flourish
    pay shoulder foot bear
    steal rob pilfer plunder
    cheat deceive defraud swindle
    alienate antagonize antagonise anger offend estrange
    provoke inflame stoke incite
    force compel coerce oblige
    pressure press squeeze
    ban prohibit forbid outlaw bar
    allow permit authorize authorise legalize legalise
    destroy kill demolish obliterate
    create generate produce
    lose forfeit squander
    ship send deliver supply export
    spend invest
    keep maintain retain sustain uphold continue
    join enter accede
    leave quit withdraw exit
    build construct develop
    reject refuse rebuff spurn
    accept agree embrace
    work function
    hide conceal
    share spread
    attack invade assault
    deter discourage dissuade
    encourage promote foster
    prove show demonstrate
    cooperate collaborate
    matter signify count
    win prevail triumph
    negotiate bargain
    tax levy
    fund finance bankroll subsidize subsidise
    restore revive rebuild
    escalate intensify
    deploy station
    fight combat battle
    exploit abuse
    threaten endanger jeopardize imperil
    import buy purchase
    choose select pick opt
    decide determine settle
    own possess
    rent lease let
    borrow lend
    hire employ recruit
    fire sack dismiss
    strike walkout
    teach educate instruct
    learn study
    treat cure heal
    vaccinate immunize immunise inoculate
    test examine inspect
    watch monitor supervise oversee police
    regulate govern
    reform overhaul modernize modernise
    fix repair mend remedy solve resolve
    replace substitute supplant
    move shift relocate
    travel commute
    drive motor
    fly jet
    farm cultivate
    graze pasture
    hunt shoot
    breed rear
    eat consume
    drink swallow
    smoke vape
    gamble bet wager
    emit release discharge
    burn incinerate
    recycle reuse
    mine extract drill
    warm heat
    cool chill
    flood inundate
    drown sink
    drain empty
    fill crowd
    block obstruct impede hinder hamper thwart
    delay postpone defer
    hurry rush hasten
    copy imitate mimic
    lie mislead misinform
    trust believe
    doubt distrust mistrust
    fear dread
    want wish desire
    need require
    demand insist claim
    warn caution alert
    admit concede acknowledge
    deny dispute contest
    ignore neglect overlook disregard
    notice observe see
    reveal disclose expose
    censor silence gag muzzle
    speak talk
    vote elect
    protest demonstrate march
    arrest detain jail imprison incarcerate
    deport expel remove
    welcome host
    flee escape
    migrate emigrate immigrate
    integrate assimilate
    discriminate segregate
    divide split polarize polarise
    unite unify
    benefit gain profit
    reward compensate reimburse
    waste misspend fritter
    save rescue
    risk hazard
    insure cover
    guarantee ensure assure warrant
    disrupt disturb upset
    distract divert
    addict hook
    bully harass torment
    isolate seclude exclude
    control restrict limit constrain cap
    deregulate liberalize liberalise
    privatize privatise
    nationalize nationalise
    outsource offshore
    automate mechanize
    innovate invent
    compete rival
    dominate monopolize monopolise
    merge consolidate
    collude conspire
    dump undercut
    retaliate avenge
    surrender capitulate
    occupy annex seize
    arm equip
    disarm demilitarize demilitarise
    verify check audit
    measure gauge quantify
    exceed surpass outstrip
    shrivel wither dwindle
    double redouble
"""
_WORDS = """
    price prices
    expensive costly pricey dear unaffordable
    cheap affordable inexpensive
    job jobs employment
    worker workers labor labour employee employees workforce
    firm firms company companies corporation corporations business businesses
    consumer consumers shopper shoppers customer customers household households
    farmer farmers grower growers
    ally allies partner partners friend friends
    enemy enemies adversary adversaries foe foes
    tough hard-line hawkish firm-handed uncompromising
    unfair unjust inequitable predatory abusive
    fair just equitable
    dangerous risky perilous hazardous
    danger risk peril threat hazard
    safe safer secure
    useless futile pointless ineffective
    effective efficacious potent
    necessary needed essential vital indispensable crucial
    wrong mistaken misguided erroneous
    mistake blunder error folly
    right correct
    illegal unlawful
    legal lawful
    rich wealthy affluent
    poor needy
    waste wasteful squandering
    government state authorities
    soldier soldiers troop troops
    weapon weapons arms arsenal
    rule rules regulation regulations
    law laws legislation statute
    tax taxes levies duty duties
    freedom liberty
    country nation
    foreign overseas abroad
    peace settlement
    promise pledge commitment
    empty hollow
    unilateral go-it-alone
    factory factories plant plants
    money funds cash
    child children kid kids
    citizen citizens
    truce ceasefire armistice
    pollution emissions
    proof evidence
    path road route
    alliance coalition
    debt deficit
    growth prosperity
    school schools
    irrelevant meaningless immaterial
    easy simple straightforward
    hard difficult
    trouble crisis
    tool instrument
    leverage clout
    advantage edge
    doctor doctors physician physicians
    pupil pupils student students schoolchildren
    teenager teenagers teen teens adolescent adolescents youngster youngsters minor minors
    parent parents mother mothers father fathers
    family families
    teacher teachers educator educators
    nurse nurses
    patient patients
    hospital hospitals clinic clinics
    medicine medicines drug drugs
    illness disease sickness
    depression anxiety
    landlord landlords
    tenant tenants renter renters
    home homes house houses housing dwelling dwellings
    flat flats apartment apartments
    neighborhood neighbourhood neighborhoods neighbourhoods
    town towns city cities
    village villages countryside rural
    road roads street streets
    car cars vehicle vehicles
    truck trucks lorry lorries
    driver drivers motorist motorists
    train trains rail railway railways
    bus buses
    bicycle bicycles bike bikes
    airport airports
    traffic congestion gridlock
    electricity power
    energy fuel
    renewable renewables
    wind turbines
    reactor reactors
    climate warming
    carbon greenhouse
    nature wildlife biodiversity
    forest forests woodland woods
    river rivers stream streams
    soil land
    pesticide pesticides herbicide herbicides
    animal animals livestock cattle
    meat beef
    food groceries
    crop crops harvest harvests
    rancher ranchers
    fisherman fishermen
    subsidy subsidies handout handouts
    grant grants
    loan loans
    bank banks lender lenders
    investor investors shareholder shareholders
    wage wages pay salary salaries earnings
    income incomes
    pension pensions
    pensioner pensioners retiree retirees elderly
    welfare benefits
    poverty deprivation hardship
    inequality disparity
    budget treasury
    deficit shortfall
    inflation
    recession downturn slump
    trade commerce
    tariff tariffs
    export exports
    competitor competitors
    monopoly monopolies
    market markets
    bureaucracy paperwork
    bureaucrat bureaucrats official officials
    politician politicians lawmaker lawmakers legislator legislators
    parliament congress legislature
    court courts judge judges
    police officer officers
    crime crimes offence offences offense offenses
    criminal criminals offender offenders
    prison prisons jail jails
    victim victims
    gun guns firearm firearms
    border borders frontier frontiers
    migrant migrants immigrant immigrants
    refugee refugees
    army military forces
    missile missiles rocket rockets
    war wars
    treaty treaties accord accords pact pacts
    deal deals agreement agreements
    sanction sanctions embargo embargoes
    negotiation negotiations talks
    internet online web
    phone phones smartphone smartphones handset handsets
    app apps
    platform platforms
    data
    privacy confidentiality
    algorithm algorithms
    robot robots machine machines
    technology tech
    scientist scientists researcher researchers
    experiment experiments trial trials pilot
    study studies research survey
    figure figures statistic statistics
    fact facts truth
    myth myths fiction fable
    reason reasons cause causes
    effect effects consequence consequences
    goal goals aim aims objective objectives target targets
    plan plans scheme schemes proposal proposals
    burden burdens
    barrier barriers obstacle obstacles hurdle hurdles
    opportunity opportunities chance chances
    choice choices option options
    right rights
    duty responsibility obligation
    bill bills
    revenue revenues
    expense outlay
    problem problems
    solution solutions answer answers
    failure failures fiasco debacle
    success successes
    disaster disasters catastrophe catastrophes calamity
    huge enormous massive vast
    tiny small little
    big large
    new novel
    old ageing aging elderly
    rapid fast quick swift
    slow sluggish
    early soon
    late overdue
    temporary interim
    permanent lasting
    clear plain obvious
    strong robust sturdy
    weak feeble frail
    high steep
    low
    clean unpolluted
    dirty filthy
    healthy
    unhealthy
    honest sincere
    corrupt crooked
    popular favored favoured
    unpopular hated
    voluntary optional
    compulsory mandatory obligatory
    public state-owned
    private
    local
    national federal nationwide
    global international worldwide
    modern contemporary
    outdated obsolete antiquated
    realistic feasible practicable achievable workable viable
    unrealistic unworkable impractical unenforceable infeasible
    excessive disproportionate
    arbitrary capricious
    transparent open
    secret covert
"""
_HOMONYMS = frozenset("found saw left lay bore ground wound thought shot bound felt".split())
"""Past forms that are as often words of their own."""
_ADJECTIVES = """
    strong weak high low cheap dear safe poor rich big small large great fast slow quick long short young
    old hard tough fair clean deep wide broad heavy light hot cold warm cool bright dark free early
    late close harsh soft smart wise dirty easy healthy wealthy risky
"""
"""Their comparatives and superlatives argue as they do."""


def stem_concepts() -> dict[str, str]:
    """Return what ``concept_stem_words`` is to hold: the stem of each word with its concept's."""
    table: dict[str, str] = {}
    for line in _VERBS.strip().splitlines():
        verbs = line.split()
        for form in forms_of(verbs):
            table.setdefault(stem(form), stem(verbs[0]))
    for base, past in irregular_pasts():
        if past not in _HOMONYMS:
            table.setdefault(stem(past), table.get(stem(base), stem(base)))
    table[stem("higher")] = stem("raise")
    for noun in ("relevance", "significance", "importance"):
        table[stem(noun)] = stem("matter")
    for line in _WORDS.strip().splitlines():
        words = line.split()
        for word in words:
            if "-" not in word:
                table.setdefault(stem(word), stem(words[0]))
    for adjective in _ADJECTIVES.split():
        idea = table.get(stem(adjective), stem(adjective))
        for form in _compared(adjective):
            table.setdefault(stem(form), idea)
    return table


def _compared(adjective: str) -> tuple[str, str]:
    """Return comparative and superlative: "safer, safest", "bigger, biggest"."""
    if adjective.endswith("e"):
        base = adjective[:-1]
    elif adjective.endswith("y"):
        base = adjective[:-1] + "i"
    elif adjective in {"big", "hot"}:
        base = adjective + adjective[-1]
    else:
        base = adjective
    return base + "er", base + "est"


def stem_actions() -> list[str]:
    """Return the stems of the concepts that are something done, in order, each once."""
    return list(dict.fromkeys(stem(line.split()[0]) for line in _VERBS.strip().splitlines()))


def _read_stems() -> dict[str, str]:
    lines = (line.split() for line in STEMS.strip().splitlines())
    return {word_stem: idea for idea, *stems in lines for word_stem in stems}


def _by_concept() -> dict[str, list[str]]:
    stems = {idea: [idea] for idea in _CONCEPTS.values() if idea not in _CONCEPTS}
    for word_stem, idea in _CONCEPTS.items():
        stems.setdefault(idea, []).append(word_stem)
    return stems


_CONCEPTS = _read_stems()
_STEMS = _by_concept()
_ACTIONS = frozenset(ACTIONS.split())


def is_action(idea: str) -> bool:
    """Tell whether a concept is something done, which may stand before or behind what it is done to."""
    return idea in _ACTIONS


def stems_of(idea: str) -> Sequence[str]:
    """Return the stems of all words whose concept is *idea*."""
    return _STEMS.get(idea, (idea,))


def concept(word_stem: str) -> str:
    """Return the stem that stands for all words that argue alike; the stem itself where it is alone."""
    return _CONCEPTS.get(word_stem, word_stem)
