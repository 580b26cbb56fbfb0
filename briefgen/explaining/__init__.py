"""Explaining: why a record says what it says."""
