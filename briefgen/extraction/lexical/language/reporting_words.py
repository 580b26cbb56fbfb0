"""Words that show that somebody's words or views are reported, as base forms.

The classes follow the attribution literature (Pareti, S., 2015, "Attribution: A Computational
Approach"; Levin, B., 1993, "English Verb Classes and Alternations", verbs of communication,
conjecture, desire and judgment). The lists were written for briefgen from general knowledge of
English; they name no topic.
"""

from briefgen.extraction.lexical.language.inflection import forms_of

SPEECH = tuple(
    """
    say tell write add note ask state claim argue explain announce declare report tweet reply respond
    conclude insist acknowledge admit concede deny describe accuse warn urge predict promise pledge vow
    remark recall emphasize emphasise stress assert contend maintain complain joke caution quip
    reiterate repeat testify swear proclaim profess lament boast brag recount confirm counter retort
    suggest observe comment allege propose recommend advise mention post blog preach protest
    call label brand dub portray depict scoff shout whisper yell muse opine posit postulate signal hint imply
    clarify stipulate declaim cite quote attribute ascribe affirm reaffirm reassure assure inform echo highlight underscore
    underline characterize characterise articulate insinuate disclose accuse attribute ascribe divulge chant utter thank
    compare discuss debate outline apologize apologise elaborate tout trumpet teach rule concur
    answer object beg implore beseech rejoin intimate allude refer brand liken rave gush rant groan moan grumble whine gripe fume
    marvel snap jibe taunt tease recite intone mutter murmur volunteer venture surmise instruct order forecast
    """.split()
)
BELIEF = tuple(
    """
    believe think feel hope expect fear worry suspect assume doubt wonder consider regard view perceive
    imagine reckon presume foresee anticipate estimate calculate agree disagree guess
    reason speculate conceive deem fancy dread trust theorize theorise envisage envision
    """.split()
)
KNOWLEDGE = tuple(
    "know understand realize realise recognize recognise remember learn discover appreciate forget see hear notice".split()
)
"""Their complement is taken for true by whoever uses them, so by the author too."""
INTENT = tuple(
    """
    want wish plan intend aim decide refuse decline threaten offer agree demand seek hesitate aspire
    prefer hope expect ask vow pledge promise choose resolve sue vote
    """.split()
)
"""Followed by "to" and a verb, or by a noun phrase: what somebody would do or have done."""
FAVOURING = tuple(
    """
    support back endorse favor favour welcome praise defend embrace champion advocate demand want propose
    promote approve applaud hail laud cheer seek request prefer recommend urge celebrate prize cherish
    like love admire congratulate commend salute cherish revere idolize extol exalt
    """.split()
)
REJECTING = tuple(
    """
    oppose reject condemn denounce criticize criticise decry dismiss deride resist blast slam deplore
    lament fear attack mock lambast lambaste castigate rebuke repudiate scorn disparage assail
    refuse decline deny dispute contest challenge doubt bemoan chide rebuff spurn veto hate dislike loathe resent ridicule berate chastise blame fault
    bash belittle bemoan rap savage scold skewer trash disavow disown renounce reprimand admonish
    rip trash slate pan decry malign vilify disparage heckle jeer
    """.split()
)
PREPOSITIONAL: dict[str, dict[str, int]] = {
    "agree": {"to": 1, "on": 0, "with": 1},
    "allude": {"to": 0},
    "apologise": {"for": -1},
    "apologize": {"for": -1},
    "appeal": {"to": 0, "for": 1},
    "approve": {"of": 1},
    "argue": {"for": 1, "against": -1},
    "ask": {"for": 1, "about": 0},
    "balk": {"at": -1},
    "believe": {"in": 1},
    "boast": {"of": 1, "about": 1},
    "brag": {"of": 1, "about": 1},
    "call": {"for": 1},
    "campaign": {"for": 1, "against": -1},
    "care": {"about": 1},
    "caution": {"against": -1},
    "comment": {"on": 0, "about": 0},
    "commit": {"to": 1},
    "complain": {"about": -1, "of": -1},
    "decide": {"against": -1, "on": 1},
    "disagree": {"with": -1, "over": 0, "about": 0, "on": 0},
    "disapprove": {"of": -1},
    "dream": {"of": 1},
    "elaborate": {"on": 0},
    "fret": {"about": -1, "over": -1},
    "gripe": {"about": -1},
    "grumble": {"about": -1, "over": -1},
    "gush": {"about": 1, "over": 1},
    "hear": {"of": 0, "about": 0},
    "hint": {"at": 0},
    "hope": {"for": 1},
    "insist": {"on": 1, "upon": 1},
    "inveigh": {"against": -1},
    "joke": {"about": 0},
    "know": {"of": 0, "about": 0},
    "learn": {"of": 0, "about": 0},
    "lobby": {"for": 1, "against": -1},
    "muse": {"about": 0},
    "object": {"to": -1},
    "opt": {"for": 1, "against": -1},
    "pine": {"for": 1},
    "plead": {"for": 1},
    "point": {"to": 0},
    "press": {"for": 1, "on": 0},
    "protest": {"against": -1},
    "push": {"for": 1},
    "rail": {"against": -1},
    "rant": {"about": -1, "against": -1},
    "rave": {"about": 1},
    "refer": {"to": 0},
    "reflect": {"on": 0},
    "scoff": {"at": -1},
    "side": {"with": 1},
    "sneer": {"at": -1},
    "speak": {"of": 0, "about": 0, "against": -1, "for": 1},
    "speculate": {"about": 0},
    "sympathise": {"with": 1},
    "sympathize": {"with": 1},
    "talk": {"of": 0, "about": 0},
    "tell": {"about": 0, "of": 0},
    "think": {"of": 0},
    "vote": {"for": 1, "against": -1, "down": -1},
    "warn": {"of": -1, "against": -1, "about": -1},
    "wish": {"for": 1},
    "wonder": {"about": 0},
    "worry": {"about": -1, "over": -1},
    "write": {"about": 0, "of": 0},
    "yearn": {"for": 1},
}
"""Verbs that take what is reported behind a preposition: 1 in favour of it, -1 against it."""
DENYING = frozenset("deny doubt dispute contest question reject challenge disbelieve".split())
"""Of what follows them in a clause, their holder says the contrary."""
DEMANDING = frozenset("demand urge recommend propose ask request want wish".split())
"""With a clause: "demanded that the toll be scrapped"."""
ANIMATE = frozenset(
    """
    believe think hope fear worry suspect insist argue say claim tell warn complain promise vow wish
    contend acknowledge admit concede doubt expect want
    """.split()
)
"""Whoever does so is somebody, whatever the noun: "the guild believes"."""
EVIDENCE = tuple(
    "show find reveal indicate demonstrate prove suggest confirm illustrate attest".split()
)

PARTICLES = {
    "point": "out",
    "spell": "out",
    "put": "it",
    "lay": "out",
    "sum": "up",
    "lash": "out",
    "hold": "that",
}
"""Verbs that report only with their particle."""
CUE_FORMS: dict[str, str] = forms_of(
    (
        *SPEECH,
        *BELIEF,
        *KNOWLEDGE,
        *INTENT,
        *FAVOURING,
        *REJECTING,
        *EVIDENCE,
        *PREPOSITIONAL,
        *PARTICLES,
    )
)

# "report", "plan", "claim" are nouns as often as verbs; as a cue they need more of a frame.
AMBIGUOUS = frozenset(
    """
    claims report reports plan plans state states note notes signal signals demand demands offer offers
    promise promises pledge pledges vow vows view views hope hopes fear fears estimate estimates reason
    reasons worry worries fancy trust attack attacks support supports veto aim aims back backs
    guess post posts blog comment comments protest protests stress argument counter like favor favors
    favour favours prize try mock find finds love wish wishes question desire want warning reply lead
    leads felt found left wondering doubt doubts calls call push pushes press campaign campaigns vote votes appeal appeals
    objects object pledges talks talk lobby answers answer sees see blames blame quote quotes
    echo echoes highlight highlights discuss debate debates outline outlines rule rules order orders
    forecast forecasts rap raps rip rips pan pans trash slate compares tease teases snap snaps refers
    savage savages point points speaks thanks salute salutes sides side rant rants joke jokes ruling
    """.split()
)

ENDORSING_ADVERBS = frozenset(
    "rightly correctly sensibly wisely aptly justly accurately properly astutely shrewdly presciently memorably".split()
)
REJECTING_ADVERBS = frozenset(
    """
    wrongly falsely mistakenly incorrectly absurdly foolishly misleadingly dishonestly naively
    disingenuously erroneously ludicrously preposterously implausibly fancifully cynically supposedly
    allegedly purportedly
    """.split()
)
NAMING = frozenset(
    """
    describe call label brand dub portray depict announce propose suggest recommend promise pledge
    vow explain reiterate acknowledge admit concede proclaim declare mention predict urge advise
    allege signal hint imply emphasize emphasise stress protest lament deny confirm denounce cite
    quote affirm reaffirm echo highlight underscore underline characterize characterise articulate
    disclose accuse attribute ascribe divulge chant utter thank compare discuss debate outline tout trumpet teach order
    forecast repeat note liken write insist declaim recount
    """.split()
)
"""Verbs of saying that take a thing for what is said: "announced a pause", not "kept a lead"."""
NO_OBJECT = frozenset(
    "tell know get see learn discover remember think feel ask tweet post hear notice".split()
)
"""Take a clause, not a thing: "knows the way" reports no view."""
UNDERTAKING = frozenset(
    """
    claim promise pledge vow swear urge ask tell advise propose profess pretend recommend beg implore
    beseech press push lobby order instruct
    """.split()
)
"""Take "to" and a verb for what is said."""

INANIMATE_EVIDENCE = frozenset(
    """
    evidence fact facts history experience data number numbers figure figures record logic reality result
    results arithmetic mathematics math statistics example case this that it these which there theory
    logic sense reason truth science research events lesson lessons track crisis crises pandemic war
    episode disaster accident collapse failure failures success scandal fiasco disruption trend trends
    pattern incident incidents outbreak flood drought storm
    """.split()
)
"""As the subject of a reporting verb they are the author's own evidence and hold no view."""
DOCUMENTS = frozenset(
    """
    study studies report reports survey surveys poll polls polling analysis analyses paper papers
    article articles review reviews audit audits letter letters memo memos statement statements
    ad ads advert adverts advertisement advertisements book books memoir editorial editorials column
    columns headline headlines email emails document documents investigation investigations filing
    filings lawsuit lawsuits ruling manifesto manifestos transcript transcripts leaflet leaflets
    pamphlet pamphlets flier fliers flyer flyers brochure petition petitions resolution constitution
    website blog tweet tweets message messages post posts caption essay essays op-ed platform
    placard placards banner banners slogan communique
    """.split()
)

_ROLES = tuple(
    """
    president minister secretary senator congressman congresswoman representative governor mayor
    chancellor ambassador spokesman spokeswoman spokesperson official officials leader leaders critic
    critics opponent opponents supporter supporters advocate advocates analyst analysts expert experts
    economist economists scholar scholars professor scientist scientists researcher researchers adviser
    advisers advisor advisors negotiator negotiators lawmaker lawmakers politician politicians diplomat
    diplomats general generals commander judge justices officer officers director chief chairman
    chairwoman chair head founder editor columnist author journalist reporter reporters lawyer lawyers
    attorney activist activists campaigner campaigners farmer farmers worker workers voter voters
    resident residents citizen citizens employer employers executive executives manager managers
    teacher teachers doctor doctors nurse nurses student students parent parents union unions liberal
    liberals conservative conservatives democrat democrats republican republicans progressive
    progressives establishment administration government governments ministry department agency
    commission committee council court party parties congress parliament cabinet team aide aides
    proponent proponents skeptic skeptics sceptic sceptics detractor detractors backer backers enthusiast
    enthusiasts pundit pundits commentator commentators historian historians strategist strategists
    planner planners regulator regulators investor investors banker bankers company companies industry
    manufacturer manufacturers mps mp envoy delegation delegate delegates monitor inspector
    hawk hawks dove doves purist purists ideologue ideologues lobby lobbyist lobbyists people public
    majority minority americans europeans russians person man woman men women spokespeople kremlin
    elite elites media press tenants landlords landlord tenant driver drivers fisherman fishermen
    bishop pope priest police sheriff sheriffs prosecutor prosecutors banker ceo boss bosses
    chairperson archbishop headman witness witnesses patients patient reformer reformers libertarian
    city town country countries nation village province county municipality region authority
    authorities operator railway railways airline utility bank league guild association society
    institute university hospital deputy assistant successor predecessor regulator trust
    member colleague insider rival ally friend host staff staffer operative donor supporter fan neighbor
    neighbour owner consumer commuter passenger visitor veteran survivor columnists panel board
    trustee bureaucrat technocrat mother father resident cyclist motorist
    libertarians socialist socialists communists realists realist neocons neoconservatives prime
    employee couple campaign migrant refugee environmentalist husband wife widow son daughter
    brother sister parent spouse grandmother grandfather mom dad boy girl teenager child children
    pollster operative loyalist moderate centrist populist nationalist protectionist protester
    protestor demonstrator dissident rebel soldier troops veteran pilot sailor captain coach player
    athlete actor actress singer artist writer novelist poet blogger broadcaster anchor correspondent
    reviewer narrator producer publisher newspaper newspapers magazine outlet outlets network station
    chancellery embassy bureau office court tribunal jury chamber federation coalition alliance bloc
    consortium foundation charity charities nonprofit firm firms corporation corporations startup
    contractor builder developer engineer architect designer surgeon physician psychologist
    sociologist therapist biologist physicist chemist geologist meteorologist climatologist
    technician operator planner buyer seller trader dealer broker lender borrower creditor saver
    taxpayer shareholder homeowner renter shopper shopkeeper grocer baker butcher brewer miner
    fisher hunter rancher grower logger carpenter plumber mechanic trucker cabbie clerk janitor
    cleaner cook chef waiter waitress principal dean lecturer pupil graduate alumni academic
    academics intellectual theorist ideologist dictator monarch emperor sultan sheikh emir mullah
    cleric imam rabbi priest pastor preacher nun monk clergy believer worshipper evangelical
    evangelicals catholics protestants muslims jews hindus christians respondent participant
    interviewee attendee onlooker bystander observer viewer listener reader user customer client
    guest newcomer immigrant emigrant exile expatriate native local locals villager townspeople
    neighbor partner sponsor founder co-founder chairmen squad crew caucus camp faction wing
    leadership bench electorate crowd audience community public opponent challenger contender
    candidate nominee frontrunner runner-up incumbent lawmaker legislator legislature councillor
    councilman councilwoman alderman senate house parliamentarian whip spokesmen insider outsider
    confidant confidante speechwriter pro-lifer feminist unionist royalist monarchist separatist
    secessionist brexiteer remainer boomer millennial fan foe foes enemy enemies victim victims
    suspect defendant plaintiff attorney solicitor barrister notary juror ombudsman auditor
    accountant actuary forecaster statistician mathematician philosopher theologian ethicist
    everybody youth youths adults adult acolyte follower disciple devotee adherent crony henchman
    group groups organisation organization organiser organizer consultant elder inmate prisoner
    rapporteur modeller laureate backbencher movement network
    shipper exporter importer retailer maker founder steelmaker carmaker automaker hauler
    """.split()
)
PERSON_ROLES = frozenset((*_ROLES, *(f"{role}s" for role in _ROLES if not role.endswith("s"))))
"""Common nouns for those who can say something."""
