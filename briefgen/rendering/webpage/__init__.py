"""The HTML format: one file with the brief and its evidence, for a browser.

The audience's page is made from the same Markdown tokens as the PDF. Behind it stand the articles
with every statement marked, a filter, and a permanent link for each statement. The file loads
nothing, and without JavaScript it is a plain page on which all links work.
"""
