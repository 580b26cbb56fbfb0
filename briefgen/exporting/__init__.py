"""Briefs in the forms that other tools read: CSV, GraphML, JSON-LD."""
