"""The audit: measures a finished brief against the records that it rests on.

It reads what a reader gets, the rendered page, and knows nothing of how places were allotted or
pages rendered: what it shared with those rooms it could not find wrong. It changes nothing.
"""
