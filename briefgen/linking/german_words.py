"""German words by which a sentence between quotations is judged. General; of no topic."""

NOUNS_ARE_CAPITAL = True
SUPPORTING = frozenset(
    """
    befürworter befürwortern befürworters befürworterin befürworterinnen fürsprecher fürsprechern
    fürsprecherin fürsprecherinnen
    """.split()
)
OPPOSING = frozenset(
    """
    gegner gegnern gegners gegnerin gegnerinnen kritiker kritikern kritikers kritikerin
    kritikerinnen
    """.split()
)
BOTH = r"\b(?:beiden?|keiner der beiden) (?:seiten|lagern?)\b"

HOLDING = SUPPORTING | OPPOSING | frozenset(
    """
    ob seite seiten lager lagern trennt trennen getrennt uneins uneinig uneinigkeit streit streiten
    strittig umstritten geteilt spaltet gespalten unterscheidet unterscheiden unterschied
    unterschiede gegensatz quelle quellen autor autoren autorin autorinnen verfasser verfassern
    einen anderen manche andere meinungen ansichten auseinander
    """.split()
)  # fmt: skip

ADDRESSING = frozenset(
    """
    ich mich mir mein meine meinen meiner wir uns unser unsere unseren unserer du dich dir dein
    deine deinen deiner euch euer eure bitte ignoriere ignorieren klicke klicken
    """.split()
)

DATES = frozenset(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags
    mittwochs donnerstags freitags samstags sonntags weihnachten ostern ramadan frühling frühjahr
    sommer herbst winter
    """.split()
)
TIMES = frozenset(
    """
    heute gestern morgen übermorgen vorgestern kürzlich neulich jüngst derzeit zurzeit früher
    damals täglich wöchentlich monatlich jährlich tag tage tagen woche wochen monat monate monaten
    jahr jahre jahren jahrzehnt jahrzehnte jahrzehnten jahrhundert jahrhunderte jahrhunderten
    """.split()
)

NO_NUMBERS = frozenset("ein eine einen einem einer eines zweite zweiten dritte dritten".split())
NUMBERS = (
    r"\w*(?:elf|zwölf|zehn|zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
    r"|hundert|tausend|million|millionen|milliarde|milliarden|dutzend)e?n?"
)
"""Numbers in one word, such as "fünfundzwanzig"; a pattern for the whole word."""

QUANTITIES = frozenset(
    """
    alle allen aller alles meisten viele vielen vieler wenige wenigen mehrere mehreren jede jeder
    jedes jeden jedem mehrheit minderheit dutzende immer meist meistens oft häufig selten
    größtenteils überwiegend weitgehend einhellig einstimmig einigkeit fast nahezu kaum zahlreiche
    zahlreichen sämtliche sämtlichen halb hälfte
    """.split()
)

NO_NEGATION = frozenset(("mai", "rien", "personne", "a", "non"))

FUNCTION_WORDS = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines und oder aber denn sondern sowie als
    wie ob dass daß weil da wenn falls damit um zu zum zur im in am an auf aus bei beim mit nach
    seit von vom vor für gegen ohne durch über unter zwischen neben hinter bis während wegen trotz
    statt ist sind war waren wird werden wurde wurden sei seien wäre wären hat haben hatte hatten
    hätte hätten kann können könnte könnten soll sollen sollte sollten muss müssen müsste müssten
    darf dürfen will wollen würde würden er sie es ihr ihre ihren ihrer ihrem ihres sein seine
    seinen seiner seinem sich man dieser diese dieses diesen diesem jener jene jenes der die welche
    welcher welches welchen was wer wo wann warum wieso woran worauf worin womit wofür daran darauf
    darin damit dafür dagegen davon dazu dabei darüber darum deshalb daher also auch nur noch schon
    sehr mehr weniger so dann dort hier nicht kein keine keinen keinem keiner nie jedoch doch
    hingegen dagegen einerseits andererseits anderen andere anderer anderes einen
    """.split()
)

GENERAL = frozenset(
    """
    Abwägung Ansicht Ansichten Argument Argumente Aufgabe Auffassung Bedingung Bedingungen
    Befürworter Begründung Bedenken Einwand Einwände Entscheidung Ergebnis Erwartung Folge Folgen
    Frage Fragen Furcht Gegensatz Gegner Gewicht Grund Gründe Interesse Kern Kosten Kritiker Lager
    Last Maß Mittel Maßnahme Maßnahmen Meinung Meinungen Menschen Möglichkeit Nachteil Nachteile
    Nutzen Plan Pläne Position Positionen Preis Problem Punkt Quelle Quellen Rang Risiko Risiken
    Rolle Sache Schaden Schritt Seite Seiten Sicht Sorge Streit Teil Uneinigkeit Unterschied Urteil
    Verantwortung Verfasser Verfahren Vorrang Vorschlag Vorteil Vorteile Vorhaben Weg Wert Wirkung
    Ziel Ziele Zweck Zweifel Autoren Autorinnen Autor Autorin ablehnen annehmen antworten
    auseinandergehen begründen berufen betonen befürchten befürworten bestehen bestreiten bewerten
    betreffen bleiben brauchen bringen denken drehen entscheiden erwarten fallen finden folgen
    fordern fragen führen fürchten geben gehen gelten gewichten glauben halten hängen hoffen kommen
    liegen machen meinen messen nehmen nennen sagen schreiben sehen setzen sprechen stehen stellen
    stützen streiten trennen tragen unterscheiden unterstützen verlangen verweisen vorziehen warnen
    wenden wiegen wollen wünschen zählen ziehen zweifeln gehen gegenüber strittig umstritten uneins
    eigen gemeinsam möglich nötig notwendig verschieden unterschiedlich zentral wichtig allgemein
    neu groß klein gleich selbst vor allem eher statt zugleich
    """.split()
)
