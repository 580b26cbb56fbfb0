"""Evaluation: how right the lexical extractor is, measured against what careful readers coded.

Three measures, each with its own kind of file: a corpus with ``gold.json`` (whole articles),
articles annotated with who says what, and single sentences with a proposition. Nothing here feeds
back into extraction: it reads, compares and reports.
"""
