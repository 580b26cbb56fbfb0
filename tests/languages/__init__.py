"""Languages: catalogues, numbers, dates, lists, and briefs in German."""
