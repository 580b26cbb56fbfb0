"""German words by which a sentence is denied, doubted, weakened, bounded or joined to another.

General; of no topic. `english_logic_words` says what each is for.
"""

DENIES_WHOLE_CLAUSE = True

DENYING = frozenset(
    """
    ohne weder noch fehlt fehlen fehlte scheitert scheitern scheiterte gescheitert weigert weigern
    verweigert verweigern ablehnt ablehnen abgelehnt lehnt lehnen bestreitet bestreiten bezweifelt
    bezweifeln unmöglich unwahrscheinlich kaum falsch irrig irrtum illusion mythos verzichten
    verzichtet keinerlei keineswegs mitnichten dagegen
    """.split()
)
DENYING_PAIRS = frozenset(("weit-entfernt", "alles-andere"))
SPARED = frozenset(
    """
    nicht-nur nicht-bloß nicht-allein nicht-zuletzt kein-zweifel keine-frage ohne-zweifel nichts-als
    noch-immer noch-mehr noch-heute immer-noch
    """.split()
)
DOUBTING = frozenset(
    """
    bestreitet bestreiten bezweifelt bezweifeln zweifeln zweifelt zweifel ablehnen ablehnt lehnt
    lehnen widersprechen widerspricht einwenden entgegnen entgegnet skeptisch verwerfen verwirft
    """.split()
)
HEARD_AS_DENIAL = DENYING | DOUBTING | frozenset(
    """
    fehler zu wenig weniger wenige gering geringe unzureichend mangel mangelt fehlend verhindern
    verhindert vermeiden vermeidet begrenzen begrenzt beenden endet verbieten verlieren verliert
    verlust verloren gegen schwach schwierig hindernis nutzlos sinnlos vergeblich statt anstatt
    """.split()
)  # fmt: skip
OPEN = frozenset(
    """
    ob trennt trennen uneins uneinig uneinigkeit streit streiten strittig umstritten geteilt spaltet
    gespalten unterscheiden unterscheidet frage offen fraglich
    """.split()
)

HEDGING = frozenset(
    """
    könnte könnten dürfte dürften vielleicht möglicherweise womöglich eventuell vermutlich
    wahrscheinlich scheint scheinen anscheinend offenbar angeblich
    """.split()
)
HEDGING_PAIRS = frozenset(("als-ob",))
HEARD_AS_HEDGE = HEDGING | frozenset(
    """
    kann können würde würden sollte sollten möglich möglichkeit gefahr gefahren risiko risiken
    fürchten befürchten befürchtet befürchtung fürchtet hoffen hofft hoffnung erwarten erwartet
    erwartung warnen warnt drohen droht sorge sorgen scheint scheinen wenn offen halten chance
    """.split()
)
ADVISING = frozenset("sollte sollten könnte könnten".split())
REQUIRING = frozenset("muss müssen müsse müsste müssten".split())
REQUIRED = REQUIRING | frozenset(
    """
    braucht brauchen nötig notwendig erforderlich unerlässlich verpflichtet hat haben zwingend
    """.split()
)

BOUNDING = frozenset("nur allein ausschließlich lediglich bloß einzig".split())
STRESSING = frozenset(
    """
    sicher sicherlich gewiss bestimmt zweifellos unweigerlich zwangsläufig stets völlig vollständig
    gänzlich absolut durchweg jemals
    """.split()
)
AGREEING = frozenset("einig einigen einigt übereinstimmen übereinstimmend gemeinsam".split())

CONSENTING = frozenset[str]()

CONDITIONS = frozenset("wenn falls sofern solange sobald".split())
CONDITION_PAIRS = frozenset(("nur-dann", "erst-wenn", "unter-bedingung"))
NO_CONDITION = frozenset("selbst auch als".split())
HEARD_AS_CONDITION = CONDITIONS | frozenset(
    """
    nur ohne bedingung bedingungen abhängig abhängt hängt hängen voraussetzung setzt ob erst außer
    """.split()
)

CAUSES = frozenset("weil denn deshalb daher deswegen folglich wegen aufgrund dank".split())
CONTRASTS = frozenset("als".split())
NO_COMPARISON = frozenset(("anders",))
SETTING_BACK = frozenset(("statt-der", "statt-die", "statt-des", "anstatt-der", "anstatt-des"))
MORE = frozenset(
    """
    mehr weniger besser schlechter größer kleiner höher niedriger stärker schwächer schneller
    langsamer billiger teurer sicherer früher später länger kürzer leichter schwerer
    """.split()
)
PARTING = frozenset("aber während wohingegen obwohl obgleich weil denn doch sondern".split())
SPLITTING = PARTING | frozenset(("wenn",))
TELLING = frozenset(
    """
    sagen sagt meinen meint glauben glaubt finden findet sehen sieht wollen will wünschen denken
    denkt betonen betont halten hält erklären erklärt nennen nennt
    """.split()
)

TAKING_FOR_TRUE = frozenset(
    """
    übersehen übersieht ignorieren ignoriert vergessen vergisst verkennen verkennt klammern klammert
    jammern jammert predigen predigt einräumen eingestehen
    """.split()
)
TOO = frozenset(("zu",))
SCANT = frozenset(("wenig", "wenige"))
EITHER = frozenset(("entweder",))
OR = frozenset(("oder",))
THAT = frozenset(("dass",))
SUBSTANTIAL = frozenset(("genug", "weniger"))
