"""From a brief to what people read: Markdown, HTML and PDF.

This file imports nothing, so that the process that writes the PDF starts without the rest.
"""
