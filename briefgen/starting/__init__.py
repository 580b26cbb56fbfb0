"""A project to begin with: its file, a corpus, templates of one's own, and what CI runs."""
