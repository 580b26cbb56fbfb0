"""Verbs of dealing with a thing: who is ready to discuss it does not say that it should be."""

from briefgen.extraction.lexical.language.inflection import forms_of

DEALING_FORMS = frozenset(
    forms_of(
        tuple("address discuss debate consider review examine study explore weigh revisit".split())
    )
)
