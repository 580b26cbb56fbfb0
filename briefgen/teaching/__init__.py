"""Teaching: the coding of a few articles becomes lessons.yaml, which the extractor reads.

``codings`` reads what people coded, ``learning`` makes lessons of it, ``lessons_file`` words the
file, ``run`` is what ``briefgen teach`` does, ``curve`` measures how much it helps.
"""
