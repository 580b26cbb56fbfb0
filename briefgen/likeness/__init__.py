"""What is alike: arguments that say the same, and texts that are the same.

Plain text in, groups and shares out: nothing here knows records, articles or briefs, so that
synthesis and evaluation use one and the same measure.
"""
