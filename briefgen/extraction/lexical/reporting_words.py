"""Words that show that somebody's words or views are reported, as base forms.

The classes follow the attribution literature (Pareti, S., 2015, "Attribution: A Computational
Approach"; Levin, B., 1993, "English Verb Classes and Alternations", verbs of communication,
conjecture, desire and judgment). The lists were written for briefgen from general knowledge of
English; they name no topic.
"""

from briefgen.extraction.lexical.inflection import forms_of

SPEECH = tuple(
    """
    say tell write add note ask state claim argue explain announce declare report tweet reply respond
    conclude insist acknowledge admit concede deny describe accuse warn urge predict promise pledge vow
    remark recall emphasize emphasise stress assert contend maintain complain joke caution quip
    reiterate repeat testify swear proclaim profess lament boast brag recount confirm counter retort
    suggest observe comment allege propose recommend advise mention post blog preach protest
    call label brand dub portray depict scoff shout whisper yell muse opine posit postulate signal hint imply
    clarify stipulate declaim cite quote affirm reaffirm reassure assure inform echo highlight underscore
    underline characterize characterise articulate insinuate disclose divulge chant utter thank
    compare discuss debate outline apologize apologise elaborate tout trumpet teach rule concur
    divulge intimate allude refer brand liken rave gush rant groan moan grumble whine gripe fume
    marvel snap jibe taunt tease volunteer venture surmise instruct order forecast
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
    prefer hope expect ask vow pledge promise choose resolve
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
    refuse decline deny dispute contest challenge doubt bemoan chide rebuff spurn veto hate dislike loathe resent ridicule berate chastise blame
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
    "disagree": {"with": -1},
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
    "vote": {"for": 1, "against": -1},
    "warn": {"of": -1, "against": -1, "about": -1},
    "wish": {"for": 1},
    "wonder": {"about": 0},
    "worry": {"about": -1, "over": -1},
    "write": {"about": 0, "of": 0},
    "yearn": {"for": 1},
}
"""Verbs that take what is reported behind a preposition: 1 in favour of it, -1 against it."""
NOMINAL_PREPOSITIONS: dict[str, dict[str, int]] = {
    "acceptance": {"of": 1},
    "accusation": {"of": 0},
    "accusations": {"of": 0},
    "admiration": {"for": 1},
    "advice": {"on": 0, "about": 0},
    "advocacy": {"of": 1},
    "affection": {"for": 1},
    "agreement": {"to": 1},
    "alarm": {"about": -1, "over": -1, "at": -1},
    "allegation": {"of": 0, "about": 0},
    "allegations": {"of": 0, "about": 0},
    "ambition": {"to": 1},
    "ambitions": {"to": 1},
    "anger": {"about": -1, "over": -1, "at": -1},
    "anxieties": {"about": -1, "over": -1, "at": -1},
    "anxiety": {"about": -1, "over": -1, "at": -1},
    "apology": {"for": -1, "over": -1},
    "appeal": {"for": 1, "to": 1},
    "appeals": {"for": 1},
    "approval": {"of": 1},
    "argument": {"against": -1, "for": 1},
    "arguments": {"against": -1, "for": 1},
    "assault": {"on": -1, "against": -1, "at": -1},
    "assaults": {"on": -1, "against": -1, "at": -1},
    "assessment": {"of": 0},
    "attack": {"on": -1, "against": -1, "at": -1},
    "attacks": {"on": -1, "against": -1, "at": -1},
    "attitude": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "attitudes": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "aversion": {"to": -1},
    "backing": {"for": 1},
    "barrage": {"on": -1, "against": -1, "at": -1},
    "belief": {"in": 1},
    "broadside": {"on": -1, "against": -1, "at": -1},
    "call": {"for": 1},
    "calls": {"for": 1},
    "case": {"against": -1, "for": 1},
    "characterisation": {"of": 0},
    "characterization": {"of": 0},
    "claim": {"about": 0},
    "claims": {"about": 0},
    "comment": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "comments": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "commitment": {"to": 1},
    "complaint": {"about": -1, "over": -1, "at": -1},
    "complaints": {"about": -1, "over": -1, "at": -1},
    "concern": {"about": -1, "over": -1, "at": -1},
    "concerns": {"about": -1, "over": -1, "at": -1},
    "condemnation": {"of": -1},
    "confidence": {"in": 1},
    "contempt": {"of": -1, "for": -1},
    "criticism": {"of": -1},
    "criticisms": {"of": -1},
    "critique": {"of": -1},
    "decision": {"to": 1, "against": -1, "on": 0},
    "defence": {"of": 1},
    "defense": {"of": 1},
    "demand": {"for": 1},
    "demands": {"for": 1},
    "denial": {"of": -1},
    "denunciation": {"of": -1},
    "depiction": {"of": 0},
    "description": {"of": 0},
    "descriptions": {"of": 0},
    "desire": {"for": 1, "to": 1},
    "determination": {"to": 1},
    "diatribe": {"on": -1, "against": -1, "at": -1},
    "disagreement": {"with": -1, "over": 0, "about": 0},
    "disagreements": {"with": -1, "over": 0, "about": 0},
    "disappointment": {"about": -1, "over": -1, "at": -1},
    "disapproval": {"of": -1},
    "disdain": {"of": -1, "for": -1},
    "dislike": {"of": -1},
    "dismay": {"about": -1, "over": -1, "at": -1},
    "dissatisfaction": {"about": -1, "over": -1, "at": -1},
    "distaste": {"for": -1},
    "distrust": {"of": -1},
    "doubt": {"about": -1, "over": -1, "at": -1},
    "doubts": {"about": -1, "over": -1, "at": -1},
    "eagerness": {"to": 1},
    "embrace": {"of": 1},
    "endorsement": {"of": 1},
    "enthusiasm": {"for": 1},
    "expectation": {"of": 1},
    "expectations": {"of": 1},
    "faith": {"in": 1},
    "fear": {"about": -1, "over": -1, "at": -1, "of": -1},
    "fears": {"about": -1, "over": -1, "at": -1, "of": -1},
    "frustration": {"about": -1, "over": -1, "at": -1},
    "fury": {"about": -1, "over": -1, "at": -1},
    "hatred": {"of": -1},
    "hint": {"of": 0},
    "hints": {"of": 0},
    "hope": {"for": 1, "to": 1, "of": 1},
    "hopes": {"for": 1, "to": 1, "of": 1},
    "hostility": {"to": -1, "toward": -1, "towards": -1},
    "idea": {"of": 0},
    "indictment": {"of": -1},
    "insistence": {"on": 1},
    "intent": {"to": 1},
    "intention": {"to": 1},
    "intentions": {"to": 1},
    "jab": {"on": -1, "against": -1, "at": -1},
    "jabs": {"on": -1, "against": -1, "at": -1},
    "lecture": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "mention": {"of": 0},
    "message": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "messages": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "misgivings": {"about": -1, "over": -1, "at": -1},
    "notion": {"of": 0},
    "objection": {"to": -1},
    "objections": {"to": -1},
    "offer": {"to": 1},
    "opinion": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "opinions": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "opposition": {"to": -1},
    "outlook": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "outrage": {"about": -1, "over": -1, "at": -1},
    "perspective": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "plan": {"to": 1},
    "plans": {"to": 1},
    "plea": {"for": 1, "to": 1},
    "pleas": {"for": 1},
    "pledge": {"to": 1},
    "portrayal": {"of": 0},
    "position": {"about": 0, "on": 0, "toward": 0, "towards": 0, "against": -1},
    "positions": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "praise": {"for": 1},
    "prediction": {"of": 0, "about": 0},
    "predictions": {"of": 0, "about": 0},
    "preference": {"for": 1},
    "promise": {"to": 1, "of": 1},
    "promises": {"of": 1},
    "proposal": {"for": 1, "to": 1},
    "proposals": {"for": 1, "to": 1},
    "qualms": {"about": -1, "over": -1, "at": -1},
    "question": {"about": 0},
    "questions": {"about": 0},
    "rant": {"on": -1, "against": -1, "at": -1},
    "rants": {"on": -1, "against": -1, "at": -1},
    "readiness": {"to": 1},
    "recollection": {"of": 0},
    "recollections": {"of": 0},
    "refusal": {"to": -1},
    "regret": {"for": -1, "over": -1},
    "rejection": {"of": -1},
    "reluctance": {"to": -1},
    "remark": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "remarks": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "remorse": {"for": -1, "over": -1},
    "repudiation": {"of": -1},
    "request": {"for": 1, "to": 1},
    "requests": {"for": 1},
    "reservations": {"about": -1, "over": -1, "at": -1},
    "resistance": {"to": -1},
    "respect": {"for": 1},
    "revelation": {"of": 0},
    "revelations": {"of": 0},
    "rumors": {"about": 0},
    "rumours": {"about": 0},
    "salvo": {"on": -1, "against": -1, "at": -1},
    "scepticism": {"about": -1, "over": -1, "at": -1, "of": -1},
    "skepticism": {"about": -1, "over": -1, "at": -1, "of": -1},
    "speculation": {"about": 0},
    "speech": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "speeches": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "stance": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0, "against": -1},
    "stand": {"about": 0, "on": 0, "toward": 0, "towards": 0, "against": -1},
    "statement": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "statements": {"about": 0, "on": 0, "toward": 0, "towards": 0},
    "suggestion": {"of": 0},
    "suggestions": {"of": 0},
    "support": {"for": 1},
    "suspicion": {"of": -1},
    "suspicions": {"of": -1},
    "swipe": {"on": -1, "against": -1, "at": -1},
    "swipes": {"on": -1, "against": -1, "at": -1},
    "sympathy": {"for": 1},
    "talk": {"of": 0, "about": 0},
    "testimony": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "theories": {"about": 0},
    "theory": {"about": 0},
    "thoughts": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "threat": {"to": 1, "of": 1},
    "threats": {"to": 1, "of": 1},
    "tirade": {"on": -1, "against": -1, "at": -1},
    "tirades": {"on": -1, "against": -1, "at": -1},
    "trust": {"in": 1},
    "unease": {"about": -1, "over": -1, "at": -1},
    "view": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "views": {"about": 0, "on": 0, "toward": 0, "towards": 0, "of": 0},
    "vision": {"of": 1},
    "vow": {"to": 1},
    "warning": {"of": -1, "about": -1, "against": -1},
    "warnings": {"of": -1, "about": -1, "against": -1},
    "willingness": {"to": 1},
    "wish": {"for": 1, "to": 1},
    "wishes": {"for": 1},
    "worries": {"about": -1, "over": -1, "at": -1},
    "worry": {"about": -1, "over": -1, "at": -1},
}
_FEELING_GOOD = {"that": 0, "about": 1, "with": 1, "by": 1, "at": 1, "over": 1, "to": 1, "in": 1}
_FEELING_BAD = {"that": 0, "about": -1, "with": -1, "by": -1, "at": -1, "over": -1, "in": -1}
_DREADING = {"that": 0, "about": -1, "of": -1, "over": -1}
_READY = {"to": 1, "for": 1, "about": 1}
_UNREADY = {"to": -1, "about": -1}
_SURE = {"that": 0, "about": 0, "of": 0, "in": 1, "on": 0}
ADJECTIVES: dict[str, dict[str, int]] = {
    **dict.fromkeys(
        """
        happy pleased delighted glad thrilled satisfied comfortable excited enthusiastic optimistic
        hopeful proud content elated relieved heartened encouraged reassured sanguine bullish
        passionate grateful thankful
        """.split(),
        {**_FEELING_GOOD, "of": 1, "for": 1},
    ),
    **dict.fromkeys(
        """
        unhappy displeased dissatisfied disappointed angry furious upset alarmed frustrated annoyed
        irritated outraged incensed uneasy uncomfortable dismayed disgusted appalled horrified
        shocked saddened troubled disturbed bothered concerned unimpressed disillusioned pessimistic
        anxious nervous bitter livid
        """.split(),
        {**_FEELING_BAD, "for": -1, "on": -1},
    ),
    **dict.fromkeys(
        """
        afraid fearful wary skeptical sceptical suspicious distrustful mistrustful critical
        dismissive contemptuous scornful leery weary doubtful resentful cynical dubious
        """.split(),
        _DREADING,
    ),
    **dict.fromkeys("eager keen willing impatient ready".split(), {**_READY, "on": 1}),
    **dict.fromkeys("reluctant unwilling hesitant loath loth averse".split(), _UNREADY),
    **dict.fromkeys(
        """
        confident certain sure aware unaware convinced adamant insistent clear positive unsure
        uncertain conscious mindful ignorant
        """.split(),
        _SURE,
    ),
    **dict.fromkeys("puzzled baffled surprised stunned amazed curious undecided divided".split(), {
        "that": 0, "about": 0, "by": 0, "at": 0, "on": 0, "over": 0,
    }),
    "blunt": {"about": 0},
    "candid": {"about": 0},
    "committed": {"to": 1},
    "determined": {"to": 1, "that": 0},
    "hostile": {"to": -1, "toward": -1, "towards": -1},
    "indifferent": {"to": 0},
    "inclined": {"to": 1},
    "open": {"to": 1},
    "opposed": {"to": -1},
    "outspoken": {"about": 0, "on": 0},
    "receptive": {"to": 1},
    "resistant": {"to": -1},
    "supportive": {"of": 1},
    "sympathetic": {"to": 1, "toward": 1, "towards": 1},
    "vocal": {"about": 0},
}
"""Adjectives of mind and what they take: 1 in favour of it, -1 against it, 0 neither."""
_PLEASING = forms_of("please delight reassure excite thrill hearten satisfy appease cheer".split())
_VEXING = forms_of(
    """
    anger worry alarm upset infuriate dismay outrage frustrate trouble annoy irritate enrage irk
    appall shock disappoint unnerve horrify bother offend embitter unsettle disturb rankle
    """.split()
)
EXPERIENCER_FORMS: dict[str, int] = {
    **dict.fromkeys(_PLEASING, 1),
    **dict.fromkeys(_VEXING, -1),
}
"""Verbs whose object feels so: 1 well about the subject, -1 ill."""
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

PARTICLES = {"point": "out", "spell": "out", "put": "it", "lay": "out", "sum": "up", "lash": "out"}
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
    leads felt found left wondering calls call push pushes press campaign campaigns vote votes appeal appeals
    objects object pledges talks talk lobby answers answer sees see blames blame quote quotes
    echo echoes highlight highlights discuss debate debates outline outlines rule rules order orders
    forecast forecasts rap raps rip rips pan pans trash slate compares tease teases snap snaps refers
    savage savages point points speaks thanks salute salutes sides side rant rants joke jokes ruling
    """.split()
)

NOMINAL = frozenset(
    """
    claim claims argument arguments view views belief beliefs assertion assertions insistence contention
    idea notion suggestion thesis theory fear fears hope hopes conviction assumption opinion statement
    warning warnings prediction predictions promise pledge demand demands accusation accusations
    allegation allegations charge complaint complaints concern concerns suspicion expectation
    expectations position stance proposal proposals announcement declaration admission vow threat
    myth fallacy illusion fiction lie perception impression pretence pretense
    rhetoric talk talking mantra dogma criticism criticisms objection objections verdict conclusion
    """.split()
)
"""Nouns that stand for something said or thought: "the claim that …", "his insistence on …"."""

BARE_NOMINAL = frozenset(
    """
    claim claims argument arguments assertion assertions insistence contention accusation accusations
    idea theory myth fallacy illusion fiction lie pretence pretense
    allegation allegations notion mantra dogma thesis complaint suggestion objection objections
    """.split()
)
"""Of those, the ones that put a distance between the author and the view even without a holder."""

BARE_TOPICS = frozenset(
    """
    talk criticism criticisms allegation allegations accusation accusations speculation complaint
    complaints rumor rumors rumour rumours calls
    """.split()
)
"""Nouns that report what some say even where nobody is named: "amid talk of a pause"."""

ACCORDING = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "eyes", "of"),
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
ENDORSING_VERBS = frozenset(
    "acknowledge admit concede recognize recognise realize realise understand know explain show prove demonstrate appreciate observe note confirm".split()
)
DOUBTING_VERBS = frozenset("claim allege boast brag pretend profess scoff preach".split())

INANIMATE_EVIDENCE = frozenset(
    """
    evidence fact facts history experience data number numbers figure figures record logic reality result
    results arithmetic mathematics math statistics example case this that it these which there theory
    logic sense reason truth science research events lesson lessons track
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
    shipper exporter importer retailer maker founder steelmaker carmaker automaker hauler
    """.split()
)
PERSON_ROLES = frozenset((*_ROLES, *(f"{role}s" for role in _ROLES if not role.endswith("s"))))
"""Common nouns for those who can say something."""
