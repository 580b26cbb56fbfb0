"""Furniture: what stands in an article's file and is not the article.

The rules look at structure, typography, the vocabulary that web sites share, repetition and
position. None knows an article or a newspaper. A doubtful paragraph stays body: an opinion that
is lost is worse than a line too many, which ``briefgen inspect`` shows.
"""

from briefgen.ingest.furniture.marking import Layout, mark_paragraphs

__all__ = ["Layout", "mark_paragraphs"]
