"""A brief in the browser that follows what a person changes: templates, style, codebook, articles.

Nothing is written to the disk, and nobody but this machine's own browser is answered.
"""
