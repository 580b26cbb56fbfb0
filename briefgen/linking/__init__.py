"""Sentences of a language model's own: what divides the sides of an issue, in neutral words.

A brief goes in and the sentences that hold come out. The model is shown the statements that the
brief quotes and nothing else; `lint` lets a sentence through or drops it, and changes none.
"""
