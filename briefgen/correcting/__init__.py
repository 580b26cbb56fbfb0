"""Correcting: an analyst's last word, put into the records between extraction and synthesis.

Records and corrections in, records out: nothing is read, asked or written here. What an entry of
corrections.yaml does, and when it does not fit any more, is in docs/review.md.
"""
