"""Reviewing: a person goes through the records in the terminal and has the last word.

What is decided is added to corrections.yaml at once; every build applies it (``correcting/``).
"""
