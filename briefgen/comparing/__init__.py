"""Comparing a brief with an earlier one: in a build, and on its own as ``briefgen diff``."""
