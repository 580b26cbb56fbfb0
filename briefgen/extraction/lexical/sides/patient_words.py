"""Whom policies touch: the people, trades and countries that are said to gain or to suffer."""

from briefgen.extraction.lexical.language.reporting_words import PERSON_ROLES

PATIENTS = PERSON_ROLES | frozenset(
    """
    consumer consumers household households family families ally allies importer importers
    exporter exporters
    partner partners neighbor neighbors neighbour neighbours buyer buyers customer customers
    taxpayer taxpayers child children pupil pupils refugee refugees migrant migrants immigrant
    immigrants
    pensioner pensioners commuter commuters poor users user country countries business businesses
    """.split()
)
