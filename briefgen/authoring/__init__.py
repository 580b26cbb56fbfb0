"""Authoring: what helps to write a codebook. Nothing here edits one."""
