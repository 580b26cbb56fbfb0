"""What changes in folders, noticed whatever becomes of them: for previews and for the watch.

It knows nothing of briefs: folders go in, paths come out.
"""
