"""Extraction by word lists and rules: no network, no model, the same record every time."""
