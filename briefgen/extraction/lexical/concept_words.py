"""Words that argue alike: a phrase of the codebook is found in other words than its own.

One line is one concept. The groups were written for briefgen from general knowledge of English
argument, for no topic in particular; a word stands in one group only, in the sense in which
arguments mostly use it.
"""

from briefgen.extraction.lexical.inflection import forms_of, stem

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
"""


def _groups() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _VERBS.strip().splitlines():
        verbs = line.split()
        for form in forms_of(verbs):
            table.setdefault(stem(form), stem(verbs[0]))
    table[stem("higher")] = stem("raise")
    for noun in ("relevance", "significance", "importance"):
        table[stem(noun)] = stem("matter")
    for line in _WORDS.strip().splitlines():
        words = line.split()
        for word in words:
            if "-" not in word:
                table.setdefault(stem(word), stem(words[0]))
    return table


_CONCEPTS = _groups()
_ACTIONS = frozenset(stem(line.split()[0]) for line in _VERBS.strip().splitlines())


def is_action(idea: str) -> bool:
    """Tell whether a concept is something done, which may stand before or behind what it is done to."""
    return idea in _ACTIONS


def concept(word_stem: str) -> str:
    """Return the stem that stands for all words that argue alike; the stem itself where it is alone."""
    return _CONCEPTS.get(word_stem, word_stem)
