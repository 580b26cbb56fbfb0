"""Templates for the people who edit them: what there is, what it uses, a new one, what is wrong.

Sees what rendering, the audit and the pipeline do; none of them sees this room.
"""
