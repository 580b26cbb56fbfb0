"""Who says it: reports of speech and thought, their holders, and the passages of one voice."""
