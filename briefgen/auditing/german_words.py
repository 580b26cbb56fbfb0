"""How a German page words its counts and labels, and what it has no business to say.

General German, and the brief's own words in ``languages/de.po``; no word of any topic. ``N`` stands
for a number in words or digits.
"""

from briefgen.models import Stance

NUMBERS = {
    "kein": 0, "keine": 0, "keinen": 0, "keiner": 0,
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "eins": 1,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10,
}  # fmt: skip

STANDING: tuple[tuple[str, str], ...] = (
    (r"N (?:Quellen? )?stimm(?:t|en) zu\b", "support"),
    (r"N (?:Quellen? )?lehn(?:t|en) ab\b", "oppose"),
    (r"N (?:Texte? )?(?:ist|sind) dafür\b", "support"),
    (r"N (?:Texte? )?(?:ist|sind) dagegen\b", "oppose"),
    (r"N (?:Texte? )?sag(?:t|en), es kommt darauf an\b", "conditional"),
    (r"N (?:Texte? )?(?:ist|sind) für das Programm nicht klar\b", "open"),
    (r"N (?:Texte? )?(?:ist|sind) nicht klar\b", "unclear"),
    (r"N (?:Texte? )?erwähn(?:t|en) es nur\b", "passing"),
    (r"N (?:Texte? )?(?:nenn(?:t|en) es nicht|zeig(?:t|en) nichts dazu)\b", "silent"),
    (r"N (?:Texte? )?bezieh(?:t|en) keine Seite\b", "neutral"),
    (r"N (?:nimmt|nehmen) teils oder unter einer Bedingung Stellung\b", "conditional"),
    (r"N bedingt\b", "conditional"),
    (r"N ohne Stellungnahme\b", "neutral"),
    (r"N nicht bestimmt\b", "unclear"),
    (r"N (?:Quellen? )?erörter(?:t|n) es\b", "open"),
    (r"N (?:nenn(?:t|en) es )?beiläufig\b", "passing"),
    (r"N (?:ohne Textstelle|(?:hat|haben) keine Textstelle dazu)\b", "silent"),
    (r"(N) Quelle gefunden, die dem zustimmt\b", "support"),
    (r"(N) Quelle gefunden, die dies ablehnt\b", "oppose"),
)
"""Forms that say how many sources stand where on an issue."""

TOTALS: tuple[tuple[str, str], ...] = (
    (r"\bvon N Quellen?\b", "sources"),
    (r"\bwas N Quellen?\b", "sources"),
    (r"\bkeine der N Quellen\b", "sources"),
    (r"\bin den N Quellen\b", "sources"),
    (r"\bin der N Quelle\b", "sources"),
    (r"\bzu N Fragen?\b", "issues"),
)
"""Forms that say how many sources or issues there are."""

OF_A_SIDE: tuple[tuple[str, str], ...] = (
    (r"\bN (?:Quellen?|Texte?)\b", "sources"),
    (r"\bN (?:weitere )?Textstellen?\b", "more"),
)
"""Forms that stand beside a side's name."""

CLAIMS: tuple[tuple[str, str], ...] = (
    (r"\bdie Quellen gehen auseinander\b|\bund sie gehen auseinander\b", "both"),
    (r"\bmit klarer Seite sind sich einig\b", "one"),
    (r"\beine Quelle nimmt eine Seite ein\b", "single"),
)
"""Forms that say of an issue, without a number, how the sources stand."""

LISTED_CLAIMS: tuple[tuple[str, str], ...] = (
    (r"\bnur Zustimmung erkennbar bei\b", "support"),
    (r"\bnur Ablehnung erkennbar bei\b", "oppose"),
    (r"\bkeine (?:Quelle behandelt|Ansicht gefunden zu)\b", "none"),
)
"""The same of the issues whose titles follow."""

CHANGED_SIDES: dict[str, Stance] = {
    "Zustimmung": "support",
    "Ablehnung": "oppose",
    "bedingt": "conditional",
}
"""What stands before "1 → 2" where a brief says how many sources took a side then and now."""

CHANGED_STANCES: dict[str, Stance] = {
    "Zustimmung": "support",
    "Ablehnung": "oppose",
    "eine Bedingung": "conditional",
    "keine Stellungnahme": "neutral",
    "keine bestimmbare Seite": "unclear",
}
"""How a brief names the stance that a source took before, or takes now."""

CHANGED_TOTALS: tuple[tuple[str, str], ...] = (
    (r"\bN (?:ist|sind) neu\b", "new"),
    (r"\bN (?:ist|sind) entfallen\b", "gone"),
    (r"\bN weitere Änderung(?:en)? steh(?:t|en) in brief\.json", "further"),
)
"""Forms that say how many sources came or went, and how many changes are not told."""

ABOUT_THE_BRIEF = frozenset(
    """quelle quellen textstelle textstellen zitat zitate zitaten seite seiten ansicht ansichten
    bedingung bedingungen datensatz datensätze datensätzen medium medien artikel artikeln these
    thesen frage fragen vorlage zusammenfassung zusammenfassungen bedingt bestimmt beiläufig
    stellungnahme einstufung einstufungen zustimmung ablehnung lehnt stimmt text texte texten
    adressat""".split()
)
"""What a brief speaks of where it speaks of its evidence; a sentence with one of them may be so."""

LABELS: tuple[tuple[str, Stance], ...] = (
    ("seite nicht bestimmt", "unclear"),
    ("nicht bestimmt", "unclear"),
    ("keine stellungnahme", "neutral"),
    ("ohne stellungnahme", "neutral"),
    ("bezieht keine seite", "neutral"),
    ("erörtert", "neutral"),
    ("bedingt", "conditional"),
    ("teils", "conditional"),
    ("unter einer bedingung", "conditional"),
    ("kommt darauf an", "conditional"),
    ("nicht klar", "unclear"),
    ("zustimmung", "support"),
    ("zustimmend", "support"),
    ("stimmt zu", "support"),
    ("befürworter", "support"),
    ("dafür", "support"),
    ("pro", "support"),
    ("ablehnung", "oppose"),
    ("ablehnend", "oppose"),
    ("lehnt ab", "oppose"),
    ("gegner", "oppose"),
    ("dagegen", "oppose"),
    ("contra", "oppose"),
)
"""What a label may open with; the first that fits counts."""

REPORTED_SIDES: dict[str, Stance] = {
    "zustimmend": "support",
    "ablehnend": "oppose",
    "teils oder unter einer bedingung": "conditional",
}
"""What stands before those who are reported to take a side."""

UNEQUAL_WORDS = frozenset(
    """weniger kürzer kürzere kürzeren länger längere längeren doppelt ungleich ungleiche""".split()
)
"""A sentence in the brief's own words with one of them, and with an issue's title or on the issue,
says that its sides have unequal space."""


def _class(name: str, forms: str) -> dict[str, str]:
    return dict.fromkeys(forms.split(), name)


VERBS = {
    **_class("plain", """
        sagt sagen sagte sagten meint meinen meinte meinten schreibt schreiben schrieb schrieben
        berichtet berichten berichtete berichteten fordert fordern forderte forderten verlangt
        verlangen verlangte verlangten erwartet erwarten erwartete erwarteten warnt warnen
        warnte warnten empfiehlt empfehlen empfahl empfahlen vorschlägt vorschlagen glaubt
        glauben glaubte glaubten argumentiert argumentieren argumentierte argumentierten nennt
        nennen nannte nannten fragt fragen fragte fragten antwortet antworten antwortete
        antworteten erklärt erklären erklärte erklärten äußert äußern äußerte äußerten"""),
    **_class("doubting", """
        behauptet behaupten behauptete behaupteten beteuert beteuern beteuerte beteuerten
        gesteht gestehen gestand gestanden zugibt zugeben zugab zugaben einräumt einräumen
        einräumte einräumten prahlt prahlen prahlte prahlten jammert jammern jammerte jammerten
        klagt klagen klagte klagten nörgelt nörgeln poltert poltern polterte wettert wettern
        wetterte vorgibt vorgeben vorgab vorgaben unterstellt unterstellen unterstellte
        unterstellten spottet spotten höhnt höhnen leugnet leugnen leugnete leugneten
        schwadroniert schwadronieren predigt predigen verharmlost verharmlosen verharmloste
        verharmlosten"""),
    **_class("endorsing", """
        beweist beweisen bewies bewiesen belegt belegen belegte belegten enthüllt enthüllen
        enthüllte enthüllten aufzeigt aufzeigen aufzeigte aufzeigten anerkennt anerkennen
        bestätigt bestätigen bestätigte bestätigten begreift begreifen begriff begriffen
        verdeutlicht verdeutlichen verdeutlichte verdeutlichten klarstellt klarstellen
        klarstellte klarstellten nachweist nachweisen nachwies nachwiesen"""),
}  # fmt: skip
"""Forms of verbs of saying by what they let a reader think of what is said."""

DOUBTING_PHRASES = (
    r"(?:gibt|geben|gab|gaben) (?:\w+ )?zu\b",
    r"(?:räumt|räumen|räumte|räumten) (?:\w+ )?ein\b",
    r"will(?:en|t)? glauben machen",
    r"weiger(?:t|n|te|ten) sich,? (?:einzusehen|zuzugeben|anzuerkennen|zu verstehen)",
    r"(?:tut|tun|tat|taten) (?:\w+ )?ab\b",
    r"redet (?:\w+ )?klein|reden (?:\w+ )?klein",
)
ENDORSING_PHRASES = (
    r"(?:zeigt|zeigen|zeigte|zeigten|weiß|wissen|wusste|erinnert|erinnern)"
    r"(?=,? (?:dass|wie|warum)\b|\s*:|\s*$)",
    r"(?:stellt|stellen|stellte|stellten) (?:\w+ )?(?:klar|fest)\b",
    r"(?:macht|machen|machte|machten) (?:\w+ )?deutlich\b",
    r"(?:weist|weisen|wies|wiesen) (?:\w+ )?(?:darauf hin|nach)\b",
    r"(?:erkennt|erkennen|erkannte|erkannten) (?:\w+ )?an\b",
    r"(?:legt|legen|legte|legten) (?:\w+ )?offen\b",
)

SAYERS = frozenset(
    """quelle quellen befürworter befürwortern gegner gegnern kritiker kritikern verfasser
    verfassern autor autorin autoren lager medium medien zusammenfassung artikel sie wer""".split()
)
BEFORE_NOUNS = frozenset(
    """der die das den dem des ein eine einen einem einer dieser diese dieses jede jeder jedes kein
    keine ihre ihr seine sein""".split()
)

LOADED_WORDS = frozenset(
    """zurecht bloß lediglich angeblich angebliche angeblichen vermeintlich vermeintliche
    offenkundig offensichtlich zweifellos unbestreitbar unstreitig bedauerlicherweise leider
    glücklicherweise erfreulicherweise erschreckend bezeichnenderweise ironischerweise stur
    sture blindlings rücksichtslos rücksichtslose widerwillig zähneknirschend mutig mutige
    tapfer weise klug kluge vernünftig vernünftige vernünftigen töricht törichte naiv naive
    naiven zynisch zynische verzweifelt hysterisch hysterische überzeugend überzeugende
    überzeugenden radikal radikale radikalen extremistisch extremistische fanatisch fanatische
    berüchtigt berüchtigte schändlich schändliche skandalös skandalöse absurd absurde lächerlich
    lächerliche unsinnig unsinnige haltlos haltlose unbegründet unbegründete widerlegt
    fehlgeleitet verantwortungslos verantwortungslose alarmistisch heuchlerisch heuchlerische
    unredlich unredliche zweifelhaft zweifelhafte fragwürdig fragwürdige dubios dubiose
    fadenscheinig fadenscheinige irreführend irreführende drakonisch drakonische herzlos
    herzlose skrupellos skrupellose besonnen besonnene visionär visionäre aufgeklärt kühn kühne
    umsichtig umsichtige grundsatztreu durchdacht durchdachte schlagend schlagende unwiderlegbar
    unwiderlegbare erdrückend erdrückende brillant brillante hervorragend hervorragende
    bewundernswert lobenswert lobenswerte edel propaganda stimmungsmache panikmache angstmache
    unsinn mythos mythen lüge lügen verleumdung hetze eiferer ideologe ideologen handlanger
    kumpane eliten pöbel sogenannt sogenannte sogenannten selbsternannt selbsternannte
    schlecht-informiert wohlbegründet weitsichtig weitsichtige kurzsichtig kurzsichtige""".split()
)
"""Praise or blame that a brief has no business with, whichever side it falls on."""
